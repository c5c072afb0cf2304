"""The first launch: three short steps, each of which can be passed over."""

from typing import ClassVar

from textual.content import Content

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.guide import reading
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.safety import profile
from sciatica_journal.services.safety.profile import Profile
from sciatica_journal.services.settings.changing_settings import change_settings
from sciatica_journal.ui.applying_settings import apply_settings
from sciatica_journal.ui.screens.welcome.questions import QuestionsScreen
from sciatica_journal.ui.screens.welcome.steps import PAIN, STEPS, questions_of


class WelcomeScreen(QuestionsScreen):
    """Shown until it was finished or skipped once. Answers are kept while one steps back and forth."""

    HELP_PAGE: ClassVar[str] = "welcome"

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    async def on_mount(self) -> None:
        """Show the first step."""
        self.answers["mode"] = self.journal_app.settings.mode
        await self._show()

    async def _show(self) -> None:
        title, text = reading.welcome_step(STEPS[self._at])
        head = Content.assemble(
            ("Welcome to your journal", "bold $text-primary"),
            (f"   {self._at + 1} of {len(STEPS)}   ", "$text-muted"),
            (title, "bold $text-accent"),
        )  # fmt: skip
        onward = "begin" if self._at == len(STEPS) - 1 else "go on"
        await self.show_questions(head, questions_of(text, self.answers), onward, "back" if self._at else "skip")

    async def action_next(self) -> None:
        """Go on. What is wrong is said, and nothing is lost."""
        found = self.read_profile()
        if found is None:
            return
        notices = await self.emergencies(found) if self._at == PAIN else ()
        if self._at < len(STEPS) - 1:
            self._at += 1
            await self._show()
        else:
            await self._finish(found, self.answers.get("mode", "full"), "done")
        if notices:
            self.journal_app.answer_notices(notices)

    async def action_back(self) -> None:
        """Go back a step; from the first, ask whether to skip the rest."""
        if self._at:
            self._at -= 1
            await self._show()
            return
        from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

        _, detail = reading.welcome_step("skipping")
        words = screen_words("welcome")
        self.app.push_screen(ConfirmDialog(words["skip"], detail.strip(), words["skip_yes"]), self._skip)

    async def _skip(self, yes: bool | None) -> None:
        if yes:
            await self._finish(self.known, self.journal_app.settings.mode, "skipped")

    async def _finish(self, found: Profile, mode: str, said: str) -> None:
        """Keep the profile and the mode, say what `said` names and go to Today. A journal that cannot be
        written is told of and waits."""
        try:
            await self.journal_app.journal.call(profile.save_profile, found)
        except JournalError as error:
            self.report(error)
            self.dismiss()
            return
        if mode != self.journal_app.settings.mode:
            settings = await self.ask(change_settings, "mode", mode)
            if settings is not None:
                await apply_settings(self.journal_app, settings)
        self.notify(screen_words("welcome")[said], markup=False)
        self.dismiss()
