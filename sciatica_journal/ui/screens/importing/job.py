"""One import on its way: the path, the answers, the dry run. It reads apart and asks the journal on its thread."""

from functools import partial
from pathlib import Path

from sciatica_journal.services.exchange.plan import Plan, Question, Report
from sciatica_journal.services.exchange.planning import plan_of, terms_of
from sciatica_journal.services.exchange.reading_files import read_found
from sciatica_journal.services.exchange.watching import Watch
from sciatica_journal.services.journal.storage_thread import StorageThread
from sciatica_journal.ui.apart import apart


class ImportJob:
    """`plan` is the dry run, None before it; `answers` are those it was read by, `given` those to its open
    questions, not used yet; `is_saved` says that the import is in the journal and can only be taken back."""

    def __init__(self, journal: StorageThread, path: Path) -> None:
        self.journal = journal
        self.path = path
        self.watch = Watch()
        self.plan: Plan | None = None
        self.keep_others = False
        self.answers: dict[str, str] = {}
        self.given: dict[str, str] = {}
        self.is_saved = False
        self._again: set[str] = set()

    async def read(self) -> Plan:
        """Read the files and return the dry run. Raises JournalError, Cancelled among them."""
        watch = self.watch
        terms = await self.journal.call(terms_of, self.answers, self._again)
        reading = await apart(partial(read_found, [self.path], terms, None, watch))
        self.plan = await self._weigh(partial(plan_of, reading=reading, watch=watch))
        return self.plan

    async def _weigh(self, weigh: "partial[Plan]") -> Plan:
        return await self.journal.call(partial(weigh, keep_others=self.keep_others))

    async def keep(self, others: bool) -> Plan | None:
        """Make the dry run again, with other sports as factors or without."""
        if self.plan is None:
            return None
        self.keep_others = others
        self.plan = await self._weigh(partial(plan_of, reading=self.plan.reading, watch=self.watch))
        return self.plan

    def ask_again(self) -> None:
        """Let the next reading ask everything, whatever is remembered."""
        remembered = self.plan.reading.answers if self.plan is not None else None
        self._again = set(remembered or ())
        self.answers.clear()

    def take_given(self) -> None:
        """Use the given answers from the next reading on."""
        self.answers |= self.given
        self.given = {}

    @property
    def to_ask(self) -> list[Question]:
        """What was not answered yet, or answered with what does not fit the file."""
        return list(self.plan.questions) if self.plan is not None else []

    async def run(self) -> Report | None:
        """Import what the dry run says. Raises JournalError, Cancelled among them; nothing was changed then."""
        from sciatica_journal.services.exchange.importing import run_import

        if self.plan is None:
            return None
        return await self.journal.call(run_import, self.plan, self.watch, self._saved)

    def _saved(self) -> None:
        self.is_saved = True
