"""The cautions of the deep practices, shown before they open."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from sciatica_journal.ui.dialogs.pages import PageDialog
from sciatica_journal.ui.widgets.page_view import PageView


class DeepCautionsDialog(PageDialog):
    """Shows the cautions; `agreed` is whether one said, at their end, that none of them fits."""

    HELP_PAGE: ClassVar[str] = "reflection"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("y", "none fits me: open them"), ("Esc", "leave them closed"), ("↑↓", "scroll"),
    )  # fmt: skip
    CLICKS: ClassVar[dict[str, str]] = {**PageDialog.CLICKS, "y": "screen.agree"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "agree", show=False)]

    def __init__(self, title: str, markdown: str) -> None:
        super().__init__(title, markdown)
        self.agreed = False

    def action_agree(self) -> None:
        """Agree; what was not in view yet is read first."""
        page = self.query_one(PageView)
        if page.at_end:
            self.agreed = True
            self.leave()
        else:
            page.scroll_page_down(animate=False)
            self.notify("Read on to the end first.", markup=False, timeout=3)

    def action_confirm(self) -> None:
        """Stay: the key that confirms elsewhere is not the answer to this."""
