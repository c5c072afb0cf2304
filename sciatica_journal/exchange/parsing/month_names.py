"""The names of months in the languages that phones of runners most often speak."""

from functools import cache
from typing import Final
from unicodedata import combining, normalize

_NAMES: Final = (
    "january february march april may june july august september october november december",
    "januar februar maerz april mai juni juli august september oktober november dezember",
    "jaenner feber marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari mars april maj juni juli augusti september oktober november december",
)
_SHORTEST: Final = 3


@cache
def _months() -> dict[str, int]:
    """Return months by every beginning of their names of three letters and more that means only one month."""
    meant: dict[str, set[int]] = {}
    for names in _NAMES:
        for number, name in enumerate(names.split(), 1):
            for length in range(_SHORTEST, len(name) + 1):
                meant.setdefault(name[:length], set()).add(number)
    return {name: numbers.pop() for name, numbers in meant.items() if len(numbers) == 1}


def month_of(name: str) -> int | None:
    """Return the month 1-12 that a name or its beginning means, None for one that is not known."""
    folded = "".join(char for char in normalize("NFKD", name.casefold()) if not combining(char))
    months = _months()
    return months.get(folded) or months.get(folded.replace("ä", "ae"))
