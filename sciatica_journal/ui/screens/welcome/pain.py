"""The questions about the pain once more, from Settings, with the answers as they are."""

from typing import ClassVar

from textual.content import Content

from sciatica_journal.services.guide import reading
from sciatica_journal.services.safety import profile
from sciatica_journal.ui.screens.welcome.questions import QuestionsScreen
from sciatica_journal.ui.screens.welcome.steps import PAIN, STEPS, answers_of, questions_of


class PainScreen(QuestionsScreen):
    """Keeps the answers however one leaves; only a date that is none can be left behind, with a second Escape."""

    HELP_PAGE: ClassVar[str] = "pain"

    def __init__(self) -> None:
        super().__init__()
        self._warned = False

    async def on_mount(self) -> None:
        """Show the questions with the present answers."""
        self.known = await self.ask(profile.load_profile) or self.known
        self.answers = answers_of(self.known)
        title, text = reading.welcome_step(STEPS[PAIN])
        head = Content.assemble(("Settings", "bold $text-primary"), "   ", (title, "bold $text-accent"))
        await self.show_questions(head, questions_of(text, self.answers), "keep", "keep and go back")

    async def action_next(self) -> None:
        """Keep the answers and go back to where one was; an emergency sign newly named comes first."""
        found = self.read_profile()
        if found is None:
            return
        changed = found != self.known
        notices = await self.emergencies(found)
        if changed:
            await self.ask(profile.save_profile, found)
            self.notify("Your answers are kept.", markup=False, timeout=4)
        self.dismiss()
        if notices:
            self.journal_app.answer_notices(notices)

    async def action_back(self) -> None:
        """Keep the answers and go back."""
        if self.read_profile() is not None:
            await self.action_next()
        elif self._warned:
            self.dismiss()
        else:
            self._warned = True
