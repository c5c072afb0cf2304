"""The names of months in the languages that phones of runners most often speak, also as dates write them short."""

from functools import cache
from typing import Final
from unicodedata import combining, normalize

_NAMES: Final = (
    "january januar janner jaenner ledna leden janvier enero januari gennaio gen janeiro",
    "february februar feber unora unor fevrier fevr febrero februari febbraio fevereiro",
    "march marz maerz mrz brezna brezen mars marzo maart mrt marco",
    "april dubna duben avril abril aprile",
    "may mai kvetna kveten mayo mei maj maggio maio",
    "june juni cervna cerven juin junio giugno junho",
    "july juli cervence cervenec juillet julio luglio julho",
    "august srpna srpen aout agosto augustus augusti",
    "september zari septembre septiembre settembre setembro",
    "october oktober rijna rijen octobre octubre ottobre outubro",
    "november listopadu listopad novembre noviembre novembro",
    "december dezember prosince prosinec decembre diciembre dicembre dezembro",
)
"""By month, without accents."""

_SHORTEST: Final = 3


@cache
def _months() -> dict[str, int]:
    """Return months by their names, and by every beginning of those, from three letters on, that means one only."""
    whole = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
    meant: dict[str, set[int]] = {}
    for name, number in whole.items():
        for length in range(_SHORTEST, len(name)):
            meant.setdefault(name[:length], set()).add(number)
    return {name: numbers.pop() for name, numbers in meant.items() if len(numbers) == 1} | whole


def month_of(name: str) -> int | None:
    """Return the month 1-12 that a name or its beginning means, None for one that is not known."""
    return _months().get("".join(char for char in normalize("NFKD", name.casefold()) if not combining(char)))
