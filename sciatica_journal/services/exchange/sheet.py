"""The doctor's sheet: gathered from the journal, shown or written. Reads only."""

import os
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.sheet.build import build_sheet
from sciatica_journal.domain.sheet.items import ITEMS, PERSONAL, Choice, choice
from sciatica_journal.domain.sheet.material import Material, Period
from sciatica_journal.domain.sheet.model import Sheet
from sciatica_journal.domain.sheet.period import LOOK_BACK, default_period
from sciatica_journal.domain.sheet.words import Words, day_words
from sciatica_journal.domain.text import one_line
from sciatica_journal.guide.content import read_toml
from sciatica_journal.services.exchange.sheet_material import gather
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.reflection import Reflection

__all__ = [
    "ITEMS", "PERSONAL", "Choice", "Sheet", "SheetChoices", "Written", "app_words", "choice", "choice_of", "format_of",
    "item_titles", "kept_reflections", "make_sheet", "period_of", "rendered", "rendered_text", "sheet_choices",
    "write_sheet",
]  # fmt: skip

FORMATS: Final = {".html": "html", ".htm": "html", ".md": "markdown", ".txt": "text"}
"""The formats by the ending of a file's name."""


class SheetChoices(NamedTuple):
    """What a screen offers: titles by item, the reflections that can be added one by one, the latest first, the
    journal's first day, and a free place for the file."""

    titles: Mapping[str, str]
    reflections: "tuple[Reflection, ...]"
    begun: date | None
    path: str = ""


class Written(NamedTuple):
    """A sheet that was written, with what to tell the person."""

    path: Path
    message: str


def make_sheet(
    session: Session, first: date | None = None, last: date | None = None, chosen: Choice | None = None
) -> Sheet:
    """Return the sheet of the days from `first` to `last`, by default the last 90 or those since the episode began.

    Raises NotThere where nothing is recorded, InvalidValue for a period that runs backwards.
    """
    period = period_of(session, first, last)
    wanted = chosen or choice()
    store = session.reader()
    material = gather(session, store, period, wanted) if store is not None else Material(period)
    if material.is_empty:
        said = app_words()
        dates = {"first": day_words(period.first, 0), "last": day_words(period.last, 0)}
        raise NotThere(said["nothing"].format(**dates), said["nothing_hint"])
    sheet = build_sheet(material, wanted, sheet_words())
    if sheet.is_empty:
        raise NotThere(app_words()["all_left_out"], app_words()["all_left_out_hint"])
    return sheet


def period_of(session: Session, first: date | None = None, last: date | None = None) -> Period:
    """Return the period; what is not named is the default. Raises InvalidValue where it runs backwards."""
    today = session.today()
    end = last or today
    if first is not None:
        if first > end:
            raise InvalidValue(f"The sheet would begin on {first} and end on {end}.", "Name the earlier day first.")
        return Period(first, end, today)
    return _default(session, end, today)


def _default(session: Session, last: date, today: date) -> Period:
    from sciatica_journal.domain.signs.windows import hurts
    from sciatica_journal.services.safety.signs import background_of
    from sciatica_journal.storage.logged_days import logged_days
    from sciatica_journal.storage.overview import recorded_days

    store = session.reader()
    if store is None:
        return default_period(last, today, recorded=None, onset=None, painful=())
    background = background_of(session)
    oldest = recorded_days(store)[-1:]
    return default_period(
        last,
        today,
        recorded=date.fromordinal(oldest[0]) if oldest else None,
        onset=background.onset if background is not None else None,
        painful=[day.date for day in logged_days(store, last - LOOK_BACK, last) if hurts(day)],
    )


def kept_reflections(session: Session, first: date, last: date) -> "list[Reflection]":
    """Return the reflections of the days whose words were kept, the latest first."""
    store = session.reader()
    found = store.reflections(first, last) if store is not None else []
    return [one for one in reversed(found) if one.kept and one.text]


def choice_of(session: Session, added: Sequence[str], without: Sequence[str], period: Period) -> Choice:
    """Return the choice that names say: personal items and days of single reflections added, items left out.

    Raises InvalidValue for a name that is none, NotThere for a day without a kept reflection.
    """
    from sciatica_journal.services.history.naming_days import named_day

    unknown = next((name for name in without if name not in ITEMS), None)
    if unknown is not None:
        raise InvalidValue(f"{one_line(unknown)[:40]!r} is not an item of the sheet.", f"Items: {', '.join(ITEMS)}.")
    items = [name for name in added if name in PERSONAL]
    days = []
    for name in added:
        if name not in PERSONAL:
            try:
                days.append(named_day(session, name))
            except InvalidValue:
                raise InvalidValue(
                    f"{one_line(name)[:40]!r} cannot be added.",
                    f"Add {', '.join(sorted(PERSONAL))}, or the day of a reflection.",
                ) from None
    if not days or "reflections" in items:
        return choice(items, without)
    return _of_days(session, choice([*items, "reflections"], without), days, period)


def _of_days(session: Session, chosen: Choice, days: Collection[date], period: Period) -> Choice:
    kept = kept_reflections(session, period.first, period.last)
    empty = next((day for day in days if all(one.date != day for one in kept)), None)
    if empty is not None:
        raise NotThere(f"No reflection was kept on {empty} within the sheet's days.", "Name another day.")
    return chosen._replace(reflections=frozenset(one.id for one in kept if one.date in days))


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for. Raises InvalidValue for another ending."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise InvalidValue(f"{one_line(path.name)[:60]} has no ending that is known.", "It ends in .html, .md or .txt.")
    return found


def rendered(sheet: Sheet, format: str = "text") -> str:
    """Return the sheet as `html`, `markdown` or `text`."""
    if format == "html":
        from sciatica_journal.exchange.sheet.html import sheet_html

        return sheet_html(sheet)
    if format == "markdown":
        from sciatica_journal.exchange.sheet.markdown import sheet_markdown

        return sheet_markdown(sheet)
    from sciatica_journal.exchange.sheet.text import sheet_text

    return sheet_text(sheet)


def rendered_text(sheet: Sheet, width: int) -> str:
    """Return the sheet as text folded to a width."""
    from sciatica_journal.exchange.sheet.text import sheet_text

    return sheet_text(sheet, width)


def sheet_choices(session: Session) -> SheetChoices:
    """Return what a screen offers for a sheet. Reads only."""
    from sciatica_journal.services.history.recorded import recorded_days

    oldest = recorded_days(session)[-1:]
    begun = date.fromordinal(oldest[0]) if oldest else None
    return SheetChoices(
        item_titles(), tuple(kept_reflections(session, EARLIEST, session.today())), begun, str(_free_path(session))
    )


def _free_path(session: Session) -> Path:
    """Return a name in the home folder that is not taken."""
    name = f"sciatica-sheet-{session.today()}"
    for ending in ("", *(f"-{number}" for number in range(2, 100))):
        path = Path.home() / f"{name}{ending}.html"
        if not os.path.lexists(path):
            return path
    return path


def write_sheet(_session: Session, sheet: Sheet, path: Path) -> Written:
    """Write the sheet to a new file in the format that its ending names.

    Raises InvalidValue for another ending or where something is there already, JournalError where it cannot be written.
    """
    from sciatica_journal.services.journal.new_files import write_new_file

    format = format_of(path)
    write_new_file(path, [rendered(sheet, format)])
    words = app_words()
    message = words["written"].format(path=one_line(str(path)))
    return Written(path, f"{message} {words['print_it']}" if format == "html" else message)


@cache
def _content() -> dict[str, Any]:
    return read_toml("sheet.toml")


def sheet_words() -> Words:
    """Return the words of the sheet."""
    content = _content()
    return Words(content["titles"], content["said"], content["lists"])


def app_words() -> dict[str, str]:
    """Return what the screen and the shell say about the sheet."""
    words: dict[str, str] = _content()["app"]
    return words


def item_titles() -> dict[str, str]:
    """Return the titles of the items in the order of the page."""
    return {item: _content()["titles"][item] for item in ITEMS}
