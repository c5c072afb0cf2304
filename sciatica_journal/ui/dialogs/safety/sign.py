"""The form of a known sign: when it began, and whether it was examined since."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.known_sign import SIGN_NAMES, SIGN_SIDES, KnownSign
from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.labels import SIGN_LABELS
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.safety.wording import asking_words
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, Refused, day
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled

_SIDES: Final = {side: side for side in SIGN_SIDES}


def sign_words(sign: str | None, side: str | None = None) -> str:
    """Return a sign with its side in words: `tingling, left`."""
    name = SIGN_LABELS.get(sign or "", "a sign")
    return f"{name}, {'both sides' if side == 'both' else side}" if side else name


class SignDialog(RecordForm[KnownSign]):
    """Asks about a sign that was logged (`asked`: only since when and examined since), or changes a known one."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("safety")]
    HELP_PAGE: ClassVar[str] = "check"
    FIRST: ClassVar[str] = "since"

    def __init__(self, sign: KnownSign, today: date, *, new: bool, asked: bool = False) -> None:
        self.today = today
        self.asked = asked
        self.words = asking_words("sign")
        draft = f"sign {sign.sign} {sign.side}" if asked else ""
        super().__init__(self.words["title"], sign, _fields(today), new=new, draft=draft)
        if asked:
            self.dialog_title = f"New: {sign_words(sign.sign, sign.side)}"
            self.initial["since"] = ""

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the question, the two dates and the place; for one that is changed, all of it."""
        if self.asked:
            about = self.words["ask"]
            yield Static(Content(about + "\n"))
        else:
            yield ChoiceRow("sign", "Sign", {name: SIGN_LABELS[name] for name in SIGN_NAMES}, optional=False)
            yield ChoiceRow("side", "Side", _SIDES)
        since = self.words["since_hint"].replace("{day}", short_day(self.record.date)) if self.asked else ""
        yield Labelled("Since", DateLine("since", self.today, placeholder=since))
        yield Labelled("Examined", DateLine("examined", self.today, placeholder=self.words["examined_hint"]))
        if not self.asked:
            yield Labelled("Changed", DateLine("changed", self.today, placeholder="last time it was more or wider"))
            yield Labelled("Gone", DateLine("ended", self.today, placeholder=self.words["gone_hint"]))
        yield Labelled("Where", FormLine("area", self.words["area_hint"]))
        yield Static(Content("\n" + self.words["why"]), classes="why")

    def build(self, typed: dict[str, str]) -> KnownSign | None:
        """Return the sign; dates before it began are refused. Raises Refused."""
        sign = super().build(typed)
        if sign is None:
            return None
        if sign.sign is None:
            raise Refused("sign", InvalidValue("No sign is chosen.", "Choose one."))
        for name in ("examined", "changed", "ended"):
            value = getattr(sign, name)
            if value is not None and value < sign.date:
                raise Refused(name, InvalidValue(self.words[f"{name}_first"]))
        return sign


def _fields(today: date) -> FormFields:
    return {
        "sign": FormField("sign"),
        "side": FormField("side"),
        "since": day("date", today, words="Since"),
        "examined": day("examined", today, words="The examination"),
        "changed": day("changed", today, words="The change"),
        "ended": day("ended", today, words="The end"),
        "area": FormField("area", lambda text: one_line(text) or None),
    }
