"""What happens in the reflection pane: offering, writing, keeping, letting go, finishing."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries.days import DayView
from sciatica_journal.ui.screens.today.offering import Offering
from sciatica_journal.ui.screens.today.reflection_pane import ASKED, KEEP, TEXT
from sciatica_journal.ui.screens.today.sitting import Sitting, sitting_of

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.letting_go import LettingGo

JOB = "reflection"


class Reflecting(Offering):
    """Runs the sitting of a Today screen. Words that are let go never reach a service that writes them."""

    _letting_go: "LettingGo | None" = None

    @property
    def letting_go(self) -> "LettingGo":
        """What listens to words that will be let go."""
        if self._letting_go is None:
            from sciatica_journal.ui.screens.today.letting_go import LettingGo

            self._letting_go = LettingGo(self.screen)
        return self._letting_go

    async def show(self, view: DayView, *, new_day: bool) -> None:
        """Show a day's sitting; one that is being written stays."""
        session = self.screen.journal_app.journal.session
        new = new_day or self.sitting is None
        if new_day or self.sitting is None:
            self.sitting = sitting_of(view, session.new_id, session.now(), self.screen.day)
        elif self.sitting.on_disk and not self.screen.saver.is_waiting:
            self._follow_file(view)
        if self.found is not None and (new_day or self.is_stale):
            await self._look()
        await self._paint(view, new=new)

    async def load_practices(self) -> None:
        """Read the practices and what is open of them, and offer one; done after the first paint."""
        await self._look()
        if self.screen.view is not None:
            await self._paint(self.screen.view)

    def _follow_file(self, view: DayView) -> None:
        """Take over what undo or another window did to the reflection being written."""
        sitting = self.sitting
        assert sitting is not None
        found = next((item for item in view.reflections if item.id == sitting.reflection.id), None)
        if found is None:
            sitting.on_disk = False
            sitting.words = ""
        else:
            sitting.reflection = replace(found, text=None)
            if found.kept:
                sitting.words = found.text or ""

    async def _paint(self, view: DayView, *, new: bool = False) -> None:
        sitting = self.sitting
        if sitting is None:
            return  # the day was left while its practices were looked up: the next one is painted when it is read
        pane = self.screen.reflection_pane
        found, practice = self.found, self.practice
        if found is not None and practice is not None:
            rests = found.notice is not None and found.gates.rests_until is not None
            remark = f"{found.notice[0]}. {self._key('choose_practice')} tells more." if found.notice and rests else ""
            await pane.show_practice(practice, found.sayings.get(practice.id, ()), remark)
        elif found is not None and found.notice is not None:
            await pane.show_enough(*found.notice)
        pane.show_sitting(sitting.as_written(), new=new)
        titles = {item.id: item.title for item in found.practices} if found is not None else {}
        others = tuple(item for item in view.reflections if item.id != sitting.reflection.id)
        await pane.show_finished(others, titles, found.asked if found is not None else ())

    def _key(self, ident: str) -> str:
        return self.screen.reflection_pane.keys[ident]

    def _now(self) -> datetime:
        return self.screen.journal_app.journal.session.now()

    def _named(self, sitting: Sitting) -> None:
        practice = self.practice
        if sitting.reflection.practice is None and practice is not None:
            sitting.reflection = replace(sitting.reflection, practice=practice.id)

    @property
    def is_under_way(self) -> bool:
        """Whether something was written or rated in this sitting and it is not done with."""
        return self.sitting is not None and self.sitting.touched and not self.sitting.is_blank

    @property
    def unsaved(self) -> str:
        """The words to be kept that are not on disk yet, empty where there are none."""
        waits = self.sitting is not None and self.sitting.reflection.kept and self.screen.saver.waits_for(JOB)
        return self.sitting.words if self.sitting is not None and waits else ""

    def write(self, words: str) -> None:
        """Take what is typed; it is saved soon only if it is to be kept."""
        sitting = self.sitting
        if sitting is None:
            return
        sitting.begin(self._now())
        sitting.write(words)
        self._named(sitting)
        if sitting.reflection.kept and (words.strip() or sitting.on_disk):
            self.screen.saver.later(JOB, self._save)
        elif not sitting.reflection.kept:
            self.letting_go.written(sitting.reflection.id, words)

    async def _save(self) -> None:
        sitting = self.sitting
        if sitting is None or not sitting.reflection.kept:
            return
        from sciatica_journal.services.entries import reflections

        reflection = sitting.as_written()
        seen = self.seen_text(reflection.id)
        saved = await self.screen.journal_app.journal.call(reflections.keep_reflection, reflection, seen)
        sitting.on_disk = True
        self.screen.reflection_pane.saved(reflection.text or "")
        self.screen.take(saved)

    def seen_text(self, ident: str) -> str | None:
        """Return the words of a reflection that this window last saw."""
        view = self.screen.view
        known = [item.text for item in view.reflections if item.id == ident] if view else []
        return known[0] if known else None

    async def change(self, field: str, value: Any) -> None:
        """Set a rating, choose whether the words are kept or let go, or answer what yesterday's sitting asks."""
        if field.startswith(ASKED):
            await self._answer_back(field.removeprefix(ASKED), value)
            return
        sitting = self.sitting
        if sitting is None:
            return
        if field == "words":
            await self._choose_words(sitting, keep=value == KEEP)
            return
        self._named(sitting)
        sitting.begin(self._now())
        sitting.rate(field, value)
        if sitting.reflection.kept:
            self.screen.saver.later(JOB, self._save)
            await self.screen.saver.flush()

    async def _choose_words(self, sitting: Sitting, *, keep: bool) -> None:
        if keep == sitting.reflection.kept:
            return
        self.screen.saver.forget(JOB)
        sitting.reflection = replace(sitting.reflection, kept=keep, text=None)
        if keep:
            if sitting.words.strip():
                self.screen.saver.later(JOB, self._save)
        elif sitting.on_disk:
            from sciatica_journal.services.entries import reflections

            saved = await self.screen.ask(reflections.let_go, sitting.as_finished())
            if saved is not None:
                self.screen.take(saved)
                self._say("words_wiped", timeout=8)
        if self.screen.view is not None:
            await self._paint(self.screen.view)

    async def keep_or_let_go(self) -> None:
        """Choose the other of keep and let go."""
        if self.sitting is not None:
            await self._choose_words(self.sitting, keep=not self.sitting.reflection.kept)

    async def activated(self, name: str, key: str) -> None:
        """Finish the sitting, or go on with an earlier reflection."""
        if name == "finish":
            await self.finish()
        else:
            await self._go_on_with(key)

    async def _go_on_with(self, ident: str) -> None:
        view = self.screen.view
        found = next((item for item in view.reflections if item.id == ident), None) if view else None
        if found is None or not await self.leave():
            return
        if not found.kept:
            self._say("words_gone", timeout=3)
            return
        self.sitting = Sitting(replace(found, text=None), on_disk=True, words=found.text or "")
        if self.screen.view is not None:
            await self._paint(self.screen.view, new=True)
        self.screen.action_jump(TEXT)

    async def finish(self) -> None:
        """End the sitting with its closing line and offer the next practice."""
        sitting, practice = self.sitting, self.practice
        if sitting is None or sitting.is_blank:
            self._say("nothing_written", timeout=3)
            return
        if not self._may_end(sitting, practice):
            return
        from sciatica_journal.services.guide.practice_gates import words_after

        sitting.touched = True
        words = words_after(practice, sitting.reflection)
        if await self.leave(finished=True):
            self.screen.reflection_pane.show_closing(words)
            await self.screen.reload(new_day=True)

    async def leave(self, *, finished: bool = False) -> bool:
        """Save what the sitting leaves behind: kept words, or of let-go ones only ratings and minutes.

        Kept words that are not `finished` are there again to go on with.
        """
        self.screen.reflection_pane.show_closing("")
        sitting = self.sitting
        if sitting is None or sitting.is_blank or not sitting.touched:
            self.sitting = None
            return True
        try:
            await self._put_away(sitting, finished=finished)
        except JournalError as error:
            self.screen.report(error)
            return False
        self.screen.saver.forget(JOB)
        self.sitting = None
        return True

    async def _put_away(self, sitting: Sitting, *, finished: bool) -> None:
        from sciatica_journal.services.entries import reflections

        journal = self.screen.journal_app.journal
        self._named(sitting)
        done = finished or not sitting.reflection.kept
        reflection = sitting.as_finished() if done else sitting.as_written()
        if reflection.kept:
            saved = await journal.call(reflections.keep_reflection, reflection, self.seen_text(reflection.id))
            self.screen.take(saved)
            return
        notices = await journal.call(reflections.notices_in_memory, sitting.words)
        self.screen.take(await journal.call(reflections.let_go, reflection))
        sitting.words = ""
        self.letting_go.stop()
        self.screen.journal_app.answer_notices(self.letting_go.not_asked(reflection.id, notices))
