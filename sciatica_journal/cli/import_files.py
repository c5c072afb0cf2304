"""An import of files: planned, asked about what they do not say, done, and told of."""

import sys
from collections.abc import Collection, Mapping, Sequence

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.import_plan import plain_plan, plan_lines
from sciatica_journal.cli.output import is_terminal
from sciatica_journal.cli.parsing import UsageError, path_of
from sciatica_journal.cli.progress import progress
from sciatica_journal.services.errors import JournalError
from sciatica_journal.services.exchange.answers import possible, read_answer
from sciatica_journal.services.exchange.importing import notices_of_plan, run_import
from sciatica_journal.services.exchange.plan import Plan, Question, Report
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.watching import Watch

_MOST_ASKED = 3
"""How often a question is put before it is given up."""


def import_files(call: Call) -> int:
    """Import the named files, or say with `--dry-run` what that would do."""
    if "-" in call.args.paths:
        raise UsageError("Import reads files, not standard input.", "Save it to a file and name that.")
    given = _given(call.args.answers)
    try:
        plan = _planned(call, given)
        if plan.questions and not call.args.dry_run:
            raise _open_questions(plan.questions)
        _check_something_taken(plan)
        done = _done(call, plan)
    except KeyboardInterrupt:
        if not call.out.is_assured:
            call.out.note("Stopped; nothing was imported.")
        raise
    _tell(call, plan, done)
    if plan.questions:
        raise _open_questions(plan.questions)
    return DONE


def _given(words: Sequence[str]) -> dict[str, str]:
    """Return the answers of the command line by their keys."""
    for word in words:
        if not all(part.strip() for part in word.partition("=")):
            raise UsageError(f"{word!r} is no answer.", "Write it as KEY=VALUE.")
    return {key.strip(): value.strip() for key, _, value in (word.partition("=") for word in words)}


def _planned(call: Call, given: dict[str, str]) -> Plan:
    """Return the plan, with every question answered that the command line or the person at the terminal answers.

    What the command line answers is asked all the same at first: only a question knows its possible answers.
    """
    answers: dict[str, str] = {}
    asked: dict[str, None] = {}
    while True:
        plan = _plan(call, answers, given)
        asked |= dict.fromkeys(one.key for one in plan.questions)
        new = {one.key: read_answer(one, given[one.key]) for one in plan.questions if one.key in given}
        if is_terminal(sys.stdin):
            new |= {one.key: _ask(call, one) for one in plan.questions if one.key not in given}
        if not new:
            _check_asked(given, asked)
            return plan
        if again := answers.keys() & new.keys():
            raise UsageError(f"The answer to {min(again)} does not fit the file.", "Look at what the file holds.")
        answers |= new


def _check_asked(given: Collection[str], asked: Collection[str]) -> None:
    """Refuse an answer to what these files leave open nowhere: a slip in its key would go unseen."""
    for key in given:
        if key not in asked:
            known = f"They ask: {', '.join(asked)}." if asked else "They leave no question open."
            raise UsageError(f"These files do not ask {key!r}.", known)


def _plan(call: Call, answers: Mapping[str, str], given: Collection[str]) -> Plan:
    args, watch = call.args, Watch()
    paths = [path_of(path) for path in args.paths]
    with progress(call.out, watch):
        return plan_import(
            call.session, paths, args.kind,
            answers=answers, ask_again=given, keep_others=args.keep_others, watch=watch,
        )  # fmt: skip


def _ask(call: Call, question: Question) -> str:
    from sciatica_journal.cli.standard_input import read_text

    def put() -> None:
        call.out.note(question.text)
        call.notes(f"  {value}: {label}" for value, label in question.options)

    instead = _how(question)
    for left in reversed(range(_MOST_ASKED)):
        typed = read_text(piped=False, whole=False, ask=put, instead=instead)
        try:
            return read_answer(question, typed)
        except JournalError as error:
            if not typed or not left:
                raise
            call.out.note(str(error))
    raise UsageError(question.text, instead)


def _how(question: Question) -> str:
    return f"Give --answer {question.key}=VALUE, {possible(question)}."


def _open_questions(questions: Sequence[Question]) -> UsageError:
    first = questions[0]
    more = f" Also asked: {', '.join(one.key for one in questions[1:])}." if questions[1:] else ""
    return UsageError(first.text, f"{_how(first)}{more}")


def _check_something_taken(plan: Plan) -> None:
    """Refuse files of which no item at all can be taken."""
    if plan.items and plan.totals["refused"] == len(plan.items) and not plan.questions:
        first = plan.items[0]
        raise UsageError(f"{first.key}: {first.why}", "Nothing else is in it; nothing was imported.")


def _done(call: Call, plan: Plan) -> Report | None:
    if call.args.dry_run:
        return None
    watch = Watch()
    with progress(call.out, watch):
        return run_import(call.session, plan, watch, lambda: call.out.assure("The import is done and saved."))


def _tell(call: Call, plan: Plan, report: Report | None) -> None:
    notices = report.notices if report is not None else notices_of_plan(call.session, plan)
    call.tell(notices)
    if call.args.json:
        flags = [notice.trigger for notice in notices]
        call.out.json(plain_plan(plan, report) | {"flags": flags})
        return
    for line in plan_lines(plan, report, every=call.args.verbose):
        call.out.line(line)
    if report is not None and report.backup:
        call.out.line(f"The journal before it is kept in {report.backup}.")
