"""A season: begin one with its question, or look at what it holds and answer it."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.season import NEXT_STEPS, Season
from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.tracking.seasons import Change, SeasonFacts
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormArea
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, Refused, day
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

_STEPS: Final = dict(zip(NEXT_STEPS, ("daily", "every other day", "weekly", "stop"), strict=True))
_POINTS: Final = ("none", "low back", "buttock", "thigh", "knee", "calf", "foot")


class SeasonDialog(RecordForm[Season]):
    """Begins a season; `last` is the one before, if there was one."""

    HELP_PAGE: ClassVar[str] = "season"
    FIRST: ClassVar[str] = "question"

    def __init__(self, season: Season, today: date, last: Season | None) -> None:
        self.words = tracking_words("season")
        self.today = today
        self.last = last
        fields = {"question": FormField("question"), "until": day("until", today, ahead=True, words="The end")}
        super().__init__(self.words["what"], season, fields, new=True)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what a season is, the one before, the question and the end."""
        yield Static(Content(self.words["intro"]), classes="heading")
        for line in _of_last(self.last, self.words):
            yield Static(Content(line), classes="heading")
        yield Labelled("Question", FormArea("question", self.words["placeholder"]))
        yield Labelled("Until", DateLine("until", self.today, ahead=True))

    def build(self, typed: dict[str, str]) -> Season | None:
        """Return the season. Raises Refused without a question or an end."""
        return _whole(super().build(typed), self.words)


class SeasonAnswerDialog(RecordForm[Season]):
    """Shows what a season holds, with room for its answer and the next step, which ends it."""

    HELP_PAGE: ClassVar[str] = "season"
    FIRST: ClassVar[str] = "answer"

    def __init__(self, season: Season, facts: SeasonFacts, today: date) -> None:
        self.words = tracking_words("season")
        self.today = today
        self.facts = facts
        fields = {
            "question": FormField("question"),
            "until": day("until", today, ahead=True, words="The end"),
            "answer": FormField("answer"),
            "next_step": FormField("next_step"),
        }
        super().__init__(self.words["over"], season, fields, new=False)
        self.dialog_title = f"A season · {short_day(season.date)} to {short_day(season.until or today)}"

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the question, the counts, the answer and what comes next."""
        season, words = self.record, self.words
        ended = season.until is not None and season.until <= self.today
        yield Static(Content(_end(season, words, ended=ended)), classes="heading")
        yield Labelled("Question", FormArea("question"))
        yield Labelled("Until", DateLine("until", self.today, ahead=True))
        yield Static(Content("\n".join(facts_lines(self.facts, words))), classes="season-facts")
        yield Static(Content(words["caution"]), classes="heading")
        yield Labelled("Answer", FormArea("answer"))
        yield ChoiceRow("next_step", "Next", _STEPS)

    def build(self, typed: dict[str, str]) -> Season | None:
        """Return the season as changed. Raises Refused without a question or an end."""
        return _whole(super().build(typed), self.words)


def _whole(season: Season | None, words: dict[str, str]) -> Season | None:
    if season is None:
        return None
    if not season.question:
        raise Refused("question", InvalidValue(words["question_first"], words["question_hint"]))
    if season.until is None:
        raise Refused("until", InvalidValue("A season needs an end.", "It is a calendar day, or +56d."))
    return season


def _end(season: Season, words: dict[str, str], *, ended: bool) -> str:
    return words["ended"] if ended or season.until is None else words["going"].format(day=short_day(season.until))


def _of_last(last: Season | None, words: dict[str, str]) -> list[str]:
    if last is None or not last.question:
        return []
    lines = [words["earlier"].format(question=last.question)]
    return [*lines, words["earlier_answer"].format(answer=last.answer)] if last.answer else lines


def facts_lines(facts: SeasonFacts, words: dict[str, str]) -> list[str]:
    """Return what was logged in a season, in lines of at most 56 columns."""
    span = words["facts"].format(first=short_day(facts.first), last=short_day(facts.last))
    said = words["logged_off" if facts.off else "logged"]
    logged = said.format(logged=facts.logged, days=facts.days, runs=facts.runs, off=facts.off)
    lines = [f"{span}:", f"  {logged}"]
    if not facts.has_two_ends:
        return lines
    return [
        *lines,
        f"{words['medians']}:",
        f"  Worst pain  {_numbers(facts.worst, words)}",
        f"  Function    {_numbers(facts.function, words)}",
        f"  Furthest    {_points(facts.furthest, words)}",
    ]


def _numbers(change: Change, words: dict[str, str]) -> str:
    return f"{_number(change.first, words)} → {_number(change.last, words)}" if _tells(change) else words["unknown"]


def _number(value: float | None, words: dict[str, str]) -> str:
    return words["unknown"] if value is None else f"{value:g}"


def _points(change: Change, words: dict[str, str]) -> str:
    return f"{_point(change.first, words)} → {_point(change.last, words)}" if _tells(change) else words["unknown"]


def _point(value: float | None, words: dict[str, str]) -> str:
    """Return a point of the leg by its name; between two of them, both."""
    if value is None:
        return words["unknown"]
    lower = int(value)
    return _POINTS[lower] if value == lower else f"{_POINTS[lower]} or {_POINTS[lower + 1]}"


def _tells(change: Change) -> bool:
    return change.first is not None or change.last is not None


def open_season(app: "JournalApp") -> None:
    """Look at the season that goes on and answer it, else begin one. From wherever one is."""
    start_worker(app.screen, partial(do_season, app), exclusive=True, group="form")


async def do_season(app: "JournalApp") -> None:
    """Ask with the form that fits and keep what it answers. In a worker."""
    from sciatica_journal.domain.errors import JournalError
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.services.tracking import seasons

    session = app.journal.session
    try:
        season = await app.journal.call(seasons.current_season)
        dialog: SeasonDialog | SeasonAnswerDialog
        if season is None:
            last = await app.journal.call(seasons.last_season)
            dialog = SeasonDialog(seasons.new_season(session), session.today(), last)
        else:
            facts = await app.journal.call(seasons.facts_of, season)
            dialog = SeasonAnswerDialog(season, facts, session.today())
        answer = await app.push_screen_wait(dialog)
        if answer is not None:
            notices = await app.journal.call(seasons.keep_season, answer)
            await app.journal.call(discard_draft, dialog.draft)
            _say(app, answer, begun=season is None)
            app.answer_notices(notices)
            await app.today_screen.reload()
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)


def _say(app: "JournalApp", season: Season, *, begun: bool) -> None:
    words, done = tracking_words("season"), tracking_words("done")
    if season.next_step is not None:
        app.notify(words["finished"].format(rhythm=done[season.next_step]), markup=False, timeout=8)
    elif begun and season.until is not None:
        app.notify(words["begun"].format(day=short_day(season.until)), markup=False, timeout=6)
