"""The form for an appointment."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, tzinfo

from textual.widget import Widget

from sciatica_journal.domain.amounts import parse_clock
from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.ui.dialogs.care.dated import ON, DatedForm
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, Refused, day
from sciatica_journal.ui.widgets.labelled import Labelled

_TIME = "time"


class AppointmentDialog(DatedForm[Appointment]):
    """Adds or changes an appointment, which may lie ahead; times are those of `zone` (None: the machine's own)."""

    def __init__(self, appointment: Appointment, today: date, zone: tzinfo | None, *, new: bool) -> None:
        self.zone = zone
        super().__init__("an appointment", appointment, self._fields_at(appointment.date, today), today, new=new)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields."""
        yield Labelled("On", DateLine(ON, self.today, ahead=True))
        yield Labelled("Time", FormLine(_TIME, "such as 09:30"))
        yield Labelled("Who", FormLine("who", "such as GP, physiotherapist, neurologist"))
        yield Labelled("Where", FormLine("place"))
        yield Labelled("Note", FormArea("appointment_note"))

    def build(self, typed: dict[str, str]) -> Appointment | None:
        """Return the appointment; its time is on its day, also where only the day was changed. Raises Refused."""
        if self.new and not typed.get(ON, "").strip():
            raise Refused(ON, InvalidValue("When is it?", "A date such as 2026-12-03, tomorrow or +14d."))
        appointment = super().build(typed)
        if appointment is None or appointment.start is None or not {ON, _TIME} & typed.keys():
            return appointment
        clock = parse_clock(self.state()[_TIME])
        return replace(appointment, start=self._at(appointment.date, clock.hour, clock.minute))

    def _fields_at(self, on: date, today: date) -> FormFields:
        return {
            ON: day("date", today, ahead=True, words="The day"),
            _TIME: FormField("start", lambda text: self._start(on, text), lambda start: f"{start:%H:%M}"),
            "who": FormField("who"),
            "place": FormField("place"),
            "appointment_note": FormField("note"),
        }

    def _start(self, on: date, text: str) -> datetime:
        clock = parse_clock(text)
        return self._at(on, clock.hour, clock.minute)

    def _at(self, on: date, hour: int, minute: int) -> datetime:
        return datetime(on.year, on.month, on.day, hour, minute, tzinfo=self.zone).astimezone(self.zone)
