"""Feelings of a day: typed with completion, or chosen from a list in four groups."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.domain.checks import check_name
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.guide.reading import FeelingGroup
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.gathering import GatheringDialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.messages import RowLeft, TextEdited
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.row import LABEL_WIDTH

_LONGEST = 60


def completed(typed: str, words: Iterable[str]) -> str:
    """Return the first of the words that begins with what is typed, else what is typed.

    A space at the end asks for what is typed as it is: `rest ` is rest, not rested.
    """
    wanted = typed.lower()
    begins = [word for word in words if word.lower().startswith(wanted)] if wanted.strip() else []
    exact = [word for word in begins if word.lower() == wanted]
    return (exact or begins or [one_line(typed)])[0]


class FeelingsLine(FormLine):
    """The field: Backspace in it, when it is empty, takes the last feeling away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace", "shorten", show=False)]

    def action_shorten(self) -> None:
        """Take a letter away, or the last feeling."""
        if self.value:
            self.action_delete_left()
        else:
            self.query_ancestor(FeelingsDialog).remove_last()


class FeelingsDialog(GatheringDialog[tuple[str, ...]]):
    """`chosen` are the day's feelings, `own_words` those used before, the most used first, `groups` the content's."""

    HELP_PAGE: ClassVar[str] = "feelings"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"),
        ("↵", "add"),
        ("Esc", "leave"),
        ("↵", "with nothing typed: keep"),
        ("↓", "go to the list; space or ↵ there takes a word or puts it back"),
        ("backspace", "with nothing typed: take the last one away"),
    )

    def __init__(self, chosen: tuple[str, ...], own_words: Sequence[str], groups: Sequence[FeelingGroup]) -> None:
        super().__init__("Feelings")
        self.before = chosen
        self.chosen = list(chosen)
        content = {word for group in groups for word in group.words}
        own = tuple(word for word in own_words if word not in content)
        self.groups = [("Your own words", own), *((group.label, group.words) for group in groups)]
        self.words = (*own_words, *(word for _, words in self.groups[1:] for word in words))
        self._listed: list[str | None] = []

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what is chosen, the field and the list."""
        with Horizontal(classes="labelled"):
            yield Static(Content(" Chosen"), classes="label")
            yield Static(id="chosen")
        yield Labelled("Feeling", FeelingsLine("feeling", "type any word, or ↓ for the list"))
        yield Static(id="completion")
        yield PickList(id="words")

    def on_mount(self) -> None:
        """Begin in the field."""
        self._show_chosen()
        self._filter("")
        self.begin(self.line)

    @property
    def line(self) -> FeelingsLine:
        """The field."""
        return self.query_one(FeelingsLine)

    @property
    def word_list(self) -> PickList:
        """The list."""
        return self.query_one(PickList)

    @property
    def changed(self) -> bool:
        """Whether other feelings are chosen than at the beginning, or one is typed."""
        return tuple(self.chosen) != self.before or bool(self.line.value.strip())

    def answer(self) -> tuple[str, ...]:
        """Return the feelings, in the order in which they were chosen."""
        return tuple(self.chosen)

    # -- showing ---------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        words = Content.styled(", ".join(self.chosen) or "·", "bold $text-primary")
        self.query_one("#chosen", Static).update(words)

    def _filter(self, typed: str) -> None:
        """List the words that hold what is typed, under their headings."""
        last = typed.rpartition(",")[2].strip().lower()
        lines: list[Content | str] = []
        self._listed = []
        for label, words in self.groups:
            found = [word for word in words if last in word.lower()]
            if found:
                lines += [label, *map(self._line, found)]
                self._listed += [None, *found]
        self.word_list.show(lines)
        self.word_list.display = bool(lines)
        after = Content("")
        if typed.strip():
            after = Content.assemble(
                " " * LABEL_WIDTH, ("↵", "bold $text-accent"), (f" adds {self._to_add(typed)[-1]}", "$text-muted")
            )
        self.query_one("#completion", Static).update(after)

    def _line(self, word: str) -> Content:
        return Content.assemble(("✓ " if word in self.chosen else "  "), word)

    def _to_add(self, typed: str) -> list[str]:
        *before, last = typed.split(",")
        words = [*map(one_line, before), completed(last.lstrip(), self.words)]
        return [word for word in words if word] or [""]

    # -- choosing --------------------------------------------------------------------------------

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        self.touched()
        self._filter(message.text)

    def entered(self) -> None:
        """Add what is typed; nothing typed confirms."""
        if not self.line.value.strip():
            self.action_confirm()
        else:
            self._add_typed()

    def _add_typed(self) -> bool:
        for word in self._to_add(self.line.value):
            try:
                check_name("A feeling", word, _LONGEST)
            except InvalidValue as error:
                self.say(str(error), wrong=True)
                return False
            if word not in self.chosen:
                self.chosen.append(word)
        self.line.show_text("")
        self._changed_words()
        return True

    def _changed_words(self) -> None:
        self.touched()
        self._show_chosen()
        self._filter("")

    def remove_last(self) -> None:
        """Take the feeling chosen last away."""
        if self.chosen:
            self.chosen.pop()
            self._changed_words()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._toggle(event.option_index)

    def _toggle(self, place: int) -> None:
        word = self._listed[place]
        if word is None:
            return
        if word in self.chosen:
            self.chosen.remove(word)
        else:
            self.chosen.append(word)
        self.touched()
        self._show_chosen()
        self.word_list.replace_line(place, self._line(word))

    # -- keys ------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        if message.step > 0 and self.word_list.display:
            self.set_focus(self.word_list)

    def on_key(self, event: events.Key) -> None:
        """On the list: space toggles, letters go on in the field, Up from the first line too."""
        words = self.word_list
        if self.focused is not words:
            return
        if event.key == "space" and words.highlighted is not None:
            event.stop()
            self._toggle(words.highlighted)
        elif event.key == "up" and words.highlighted == 1:
            event.stop()
            self.set_focus(self.line)
        elif event.key == "backspace" or (event.character and event.character.isalpha()):
            event.stop()
            self.set_focus(self.line)
            if event.character and event.character.isalpha():
                self.line.insert_text_at_cursor(event.character)

    def action_confirm(self) -> None:
        """Answer; a word still in the field is meant too."""
        if not self.line.value.strip() or self._add_typed():
            super().action_confirm()
