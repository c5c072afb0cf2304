"""Where one stands with running: what is allowed, why, since when, and what to do next."""

from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.care.path import PathView
from sciatica_journal.ui.screens.path.rows import long_day
from sciatica_journal.ui.screens.path.section import CareRow

_MARKS: Final = {"nothing": "✗", "walking": "○", "limits": "◐", "running": "●"}
_STYLES: Final = {
    "nothing": "bold $text-error", "walking": "bold $text-warning", "limits": "bold $text-primary",
    "running": "bold $text-success",
}  # fmt: skip
_CRISIS: Final = ("●", "bold $text-primary")
_STEPS: Final = {
    "support": ("Support", "people to talk to"),
    "outcome": ("Seen?", "note what came of it"),
    "add-examination": ("Examined?", "note the examination"),
    "answer": ("Asked?", "note what was said about running"),
    "override": ("Go on", "run all the same; your reason is kept"),
    "take-back": ("Take back", "your decision to go on"),
}  # fmt: skip


class StandingPanel(Vertical):
    """The words, and a row for each step that one can take from here."""

    def __init__(self) -> None:
        super().__init__(id="path-standing", classes="section")
        self._steps: list[str] | None = None

    def compose(self) -> ComposeResult:
        """Compose the words; the rows follow when they are known."""
        yield Static(id="standing-words")

    def on_mount(self) -> None:
        """Name the section."""
        self.border_title = Content.styled("Where you stand", "bold $text-accent")

    async def show(self, view: PathView, words: dict[str, Any]) -> None:
        """Show where one stands."""
        self.query_one("#standing-words", Static).update(standing_words(view, words))
        steps = steps_of(view)
        if steps == self._steps:
            return
        self._steps = steps
        had_focus = any(row.has_focus for row in self.query(CareRow))
        with self.app.batch_update():
            await self.query(CareRow).remove()
            await self.mount_all(CareRow(_STEPS[name][0], name, [(_STEPS[name][1], "")]) for name in steps)
        if had_focus:
            self.screen.focus_next(CareRow) if not steps else self.screen.set_focus(self.query(CareRow).first())


def steps_of(view: PathView) -> list[str]:
    """Return the steps that can be taken from where one stands."""
    if view.standing.reason == "flag_open":
        return ["support", "outcome"] if view.is_crisis else ["outcome"]
    if view.override is not None:
        return ["add-examination", "take-back"]
    if view.overridable is not None:
        answer = view.standing.reason == "no_answer" and view.examinations
        return ["answer" if answer else "add-examination", "override"]
    return []


def standing_words(view: PathView, words: dict[str, Any]) -> Content:
    """Return what is allowed, why and since when, and what to do next. What the person wrote is shown as written."""
    state = view.standing
    said = words["standing"]["crisis" if view.is_crisis else state.reason]
    limits = state.limits or (words["no_limits"] if state.reason == "limits" else "")
    why = said["why"].format(
        date=long_day(state.since),
        signs=", ".join(view.flags),
        limits=f" {one_line(limits)}" if limits and state.reason == "not_yet" else one_line(limits),
        words=f"“{one_line(view.override.why or '')}”" if view.override is not None else "",
    )
    mark, style = _CRISIS if view.is_crisis else (_MARKS[state.allowed], _STYLES[state.allowed])
    parts: list[str | tuple[str, str]] = [
        (f"{mark} {said['head']}", style),
        f"\n{why.strip()}",
    ]
    if view.asks_for_tests and state.reason != "flag_open":
        parts.append(f"\n{words['not_tested']}")
    parts += [("\nNext: ", "$text-secondary"), said["next"]]
    return Content.assemble(*parts)
