"""The base of the dialogs that show a text."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.widgets.page_view import PageView


class PageDialog(Dialog[None]):
    """Shows a Markdown text, scrollable; links to guide pages open them."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑↓", "scroll"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "cancel", show=False)]

    def __init__(self, title: str, markdown: str) -> None:
        super().__init__(title)
        self._markdown = markdown

    def compose(self) -> ComposeResult:
        """Compose the text."""
        with Vertical(classes="dialog -page") as box:
            box.border_title = Content(self.dialog_title)
            box.border_subtitle = self.key_line()
            yield from self.compose_dialog()

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the page."""
        yield PageView(self._markdown)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.begin(self.query_one(PageView))

    @on(PageView.LinkFollowed)
    def _follow(self, message: PageView.LinkFollowed) -> None:
        message.stop()
        if message.href.endswith(".md"):
            self.journal_app.open_page(message.href.removesuffix(".md").rpartition("/")[2])
        else:
            self.notify(message.href, title=screen_words("reader")["no_network"], markup=False)
