"""The first step: which file or folder. Below it what there is to choose from, and the imports before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from sciatica_journal.services.exchange.finding_files import Match, Matches, kinds_in_words, matches
from sciatica_journal.services.exchange.taking_back import Import
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.apart import apart
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import TextEdited
from sciatica_journal.ui.screens.importing.past_list import PastList
from sciatica_journal.ui.screens.importing.path_line import PathLine
from sciatica_journal.ui.widgets.labelled import Labelled

_PAST: Final = "Imported before"


class FileStep(Vertical):
    """Tells with Chosen which path to read. The disk is looked at on a thread of its own."""

    @dataclass
    class Chosen(Message):
        """A path was chosen, as typed."""

        text: str

    def __init__(self) -> None:
        super().__init__(id="file-step")
        self._matches = Matches("")
        self._completing = False
        self._enter_after = False

    def compose(self) -> ComposeResult:
        """Compose the line, what it can go on with, and the past imports."""
        yield Labelled("File", PathLine("path", "a file, a ZIP or a folder"))
        yield Static(Content(screen_words("import")["how_to_choose"]), id="file-how", classes="about")
        yield Static(id="file-said")
        yield PickList(led=True, id="matches")
        yield Static(Content(f"Reads {kinds_in_words()}."), id="file-kinds", classes="about")
        yield Static(Content(_PAST), id="past-head")
        yield PastList()

    def on_mount(self) -> None:
        """Keep the focus on the line: the list is moved in from there."""
        self._list.can_focus = False
        self.show_past(())

    @property
    def line(self) -> PathLine:
        """The line."""
        return self.query_one(PathLine)

    @property
    def past(self) -> PastList:
        """The past imports."""
        return self.query_one(PastList)

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    def show_past(self, imports: Sequence[Import]) -> None:
        """Show the past imports, none of which takes no room."""
        self.past.show(imports)
        self.past.display = self.query_one("#past-head").display = bool(imports)
        self.past.styles.height = min(len(imports), 6) if self.app.size.height >= 24 else min(len(imports), 3)

    def say(self, text: str, *, wrong: bool = True) -> None:
        """Show a line, or none; what is wrong carries a mark."""
        said = self.query_one("#file-said", Static)
        said.update(Content(f"✗ {text}" if wrong and text else text))
        said.display = bool(text)
        said.set_class(wrong, "-wrong")

    def begin(self, text: str) -> None:
        """Begin with a path, unless one is typed already."""
        if not self.line.value:
            self.line.show(text, force=True)
        self.look()

    # -- what there is -----------------------------------------------------------------------------

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        self._completing = self._enter_after = False
        self.say("")
        self.look()

    def look(self) -> None:
        """Look on the disk for what the path can go on with."""
        start_worker(self, self._look, exclusive=True, group="matches")

    async def _look(self) -> Matches:
        text = self.line.value
        found = await apart(lambda: matches(text))
        if text == self.line.value:
            self._matches = found
            self._show()
        return found

    def _show(self) -> None:
        found = self._matches
        lines: list[Content | str] = [_line(match) for match in found.shown]
        if found.more:
            lines.append(f"{_INDENT}and {found.more:,} more: type on")
        elif not lines:
            is_all = self.line.value == found.begin
            nothing = "No folders and no files here." if is_all else "Nothing here begins like that."
            lines.append(f"{_INDENT}{found.problem or nothing}")
        self._list.show(lines)
        self._list.highlighted = None

    def _set(self, text: str) -> None:
        self.line.show(text, force=True)
        self.look()

    # -- keys --------------------------------------------------------------------------------------

    @on(PathLine.Asked)
    def _asked(self, message: PathLine.Asked) -> None:
        message.stop()
        at = self._list.highlighted
        if message.what == "down":
            self._list.action_cursor_down() if at is not None else self._list.action_first()
        elif message.what == "up":
            self._up(at)
        elif message.what == "complete":
            self._completing = True
            start_worker(self, partial(self._complete, at), exclusive=True, group="matches")
        elif self._completing:
            self._enter_after = True
        elif at is not None and at < len(self._matches.shown):
            self._take(self._matches.shown[at])
        elif self.line.value.strip():
            self.post_message(self.Chosen(self.line.value))

    def _up(self, at: int | None) -> None:
        if at == 0:
            self._list.highlighted = None
        elif at is not None:
            self._list.action_cursor_up()

    async def _complete(self, at: int | None) -> None:
        """Complete what is typed, and take it where Enter came meanwhile."""
        text = self.line.value
        try:
            found = await self._look()
        finally:
            self._completing = False
        if text == self.line.value:
            self._set(_completed(found, at) or text)
        if self._enter_after:
            self._enter_after = False
            self.post_message(self.Chosen(self.line.value))

    def _take(self, match: Match) -> None:
        """Go into a folder; a file is what is chosen."""
        text = self._matches.begin + _typed_name(match)
        self._set(text)
        if not match.is_folder:
            self.post_message(self.Chosen(text))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.line.focus()
        if event.option_index < len(self._matches.shown):
            self._take(self._matches.shown[event.option_index])


def _completed(found: Matches, at: int | None) -> str:
    if len(found.shown) == 1:
        at = 0
    if at is not None and at < len(found.shown):
        return found.begin + _typed_name(found.shown[at])
    return found.begin + found.common if found.common else ""


def _typed_name(match: Match) -> str:
    return f"{match.name}/" if match.is_folder else match.name


_INDENT: Final = "  "
"""Puts what the list says under the names, which have room for a mark before them."""


def _line(match: Match) -> Content:
    size = "" if match.size is None else f"  {_in_words(match.size)}"
    return Content.assemble((match.shown, "bold" if match.is_folder else ""), (size, "$text-muted"))


def _in_words(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:,.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
