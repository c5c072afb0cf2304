"""A holiday from the journal: until when, or end the one that goes on."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.dates import short_day
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import day
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


class HolidayDialog(RecordForm[Holiday]):
    """Asks for the last day off, which may be left open."""

    HELP_PAGE: ClassVar[str] = "season"
    FIRST: ClassVar[str] = "until"

    def __init__(self, holiday: Holiday, today: date) -> None:
        self.words = tracking_words("holiday")
        self.today = today
        super().__init__("", holiday, {"until": day("until", today, ahead=True, words="The last day")}, new=True)
        self.dialog_title = self.words["title"]

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what a holiday is, and its end."""
        yield Static(Content(self.words["detail"]), classes="heading")
        yield Labelled(self.words["until"], DateLine("until", self.today, ahead=True, placeholder=self.words["empty"]))


def open_holiday(app: "JournalApp") -> None:
    """Begin a holiday from the journal, or end the one that goes on. From wherever one is."""
    start_worker(app.screen, partial(_open, app), exclusive=True, group="form")


async def _open(app: "JournalApp") -> None:
    from sciatica_journal.domain.errors import JournalError
    from sciatica_journal.services.tracking import holidays

    try:
        holiday = await app.journal.call(holidays.coming_holiday)
        await (_begin(app) if holiday is None else _end(app, holiday))
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)


async def _begin(app: "JournalApp") -> None:
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.services.tracking import holidays

    dialog = HolidayDialog(await app.journal.call(holidays.new_holiday), app.journal.session.today())
    answer = await app.push_screen_wait(dialog)
    if answer is not None:
        await app.journal.call(holidays.begin_holiday, answer)
        await app.journal.call(discard_draft, dialog.draft)
        app.notify(tracking_words("done")["holiday"], markup=False, timeout=5)
        await app.today_screen.reload()


async def _end(app: "JournalApp", holiday: Holiday) -> None:
    from sciatica_journal.services.tracking import holidays
    from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

    words = tracking_words("holiday")
    until = f" until {short_day(holiday.until)}" if holiday.until is not None else ""
    dialog = ConfirmDialog(words["running"].format(until=until), words["running_detail"], words["end"])
    if await app.push_screen_wait(dialog):
        await app.journal.call(holidays.end_holiday)
        app.notify(words["ended"], markup=False, timeout=5)
        await app.today_screen.reload()
