"""A date in a form: typed as people say it, shown as ISO once one goes on."""

from datetime import date
from typing import Final

from sciatica_journal.domain.dates import parse_day
from sciatica_journal.domain.days_ahead import parse_day_ahead
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.ui.dialogs.fields import FormLine

PAST: Final = "2026-03-01, yesterday, monday or -3d"
AHEAD: Final = "2026-03-01, tomorrow or +14d"


class DateLine(FormLine):
    """A day up to `today`, or with `ahead` after it too. What is no date stays as typed; the form refuses it."""

    def __init__(self, field: str, today: date, *, ahead: bool = False, placeholder: str = "") -> None:
        super().__init__(field, placeholder or (AHEAD if ahead else PAST))
        self.today = today
        self.ahead = ahead

    def on_blur(self) -> None:
        """Show which day was meant."""
        self.show_meant()

    def show_meant(self) -> None:
        """Show the day that was typed as ISO; what is not a date stays."""
        try:
            meant = (parse_day_ahead if self.ahead else parse_day)(self.value, self.today).isoformat()
        except InvalidValue:
            return
        if meant != self.value:
            self.value = meant
