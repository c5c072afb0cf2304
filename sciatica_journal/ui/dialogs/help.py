"""F1: what one can do where one is, and the keys that do it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sciatica_journal.domain.commands import Place, for_place
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.domain.text import as_markdown
from sciatica_journal.services.guide.reading import help_text
from sciatica_journal.ui.dialogs.pages import PageDialog
from sciatica_journal.ui.widgets.page_view import PageView

_HEADINGS: Final[dict[Place, str]] = {
    "today": "Keys on Today",
    "history": "Keys in History",
    "patterns": "Keys in Patterns",
    "path": "Keys in Path",
    "guide": "Keys in the Guide",
    "reader": "Keys in a page",
    "sheet": "Keys on the doctor's sheet",
    "import": "Keys of an import",
    "timer": "Keys while a run is timed",
    "row": "Keys where no text is being typed",
    "app": "Keys that work everywhere",
}

_ALONE: Final[tuple[Place, ...]] = ("reader", "sheet", "timer", "import")
"""Places over another one, where keys of rows do nothing."""


class HelpDialog(PageDialog):
    """Shows the help `page` and the keys of `place`; `own_keys` are those of the dialog that asks, if one does."""

    def __init__(self, page: str, place: Place, own_keys: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__("Help", "")
        self._page = page
        self._place: Place = place
        self._own_keys = own_keys

    def compose_dialog(self) -> Iterable[PageView]:
        """Compose text and keys."""
        keys = self.journal_app.keymap_resolved.keys
        text = self.journal_app.with_keys(help_text(self._page))
        yield PageView("\n\n".join([text, *key_tables(self._place, keys, self._own_keys)]))

    def action_help(self) -> None:
        """It is open already."""


def key_tables(
    place: Place, keys: Mapping[str, tuple[str, ...]], own_keys: Sequence[tuple[str, str]] = ()
) -> Iterable[str]:
    """Yield Markdown tables of the keys of a dialog, or of a place and of what works there too."""
    if own_keys:
        yield _table("Keys here", own_keys)
    alone = place in _ALONE or place == "app"
    places: Sequence[Place] = tuple(dict.fromkeys((place, "app") if alone else (place, "row", "app")))
    for each in places:
        rows = [
            (" ".join(map(shown_key, keys[command.id])), command.help)
            for command in for_place(each)
            if keys.get(command.id)
        ]
        if rows:
            yield _table(_HEADINGS[each], rows)


def _table(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"| {as_markdown(key)} | {as_markdown(what)} |" for key, what in rows]
    return "\n".join([f"## {heading}", "", "| Key | Does |", "| --- | --- |", *lines])
