"""`redflags`: what is open, then the red-flag page; the answer to a question; or what came of it, which closes it."""

from typing import TYPE_CHECKING, Any

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import plain_text
from sciatica_journal.cli.parsing import PROGRAM, Parser, UsageError
from sciatica_journal.services.care.support import own_help
from sciatica_journal.services.errors import JournalError, NotThere
from sciatica_journal.services.guide.reading import page
from sciatica_journal.services.history.naming_days import day_title
from sciatica_journal.services.safety.flags import (
    OUTCOMES,
    answer,
    appointments,
    open_notices,
)
from sciatica_journal.services.safety.notice import number_of, urgent_of
from sciatica_journal.services.safety.reminding import flags_open

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.services.safety.reopening import Closed

_PAGE = "red-flags"
_ANSWERS = ("yes", "no", "unsure")
_RUNNING = ("yes", "not-yet", "limits")
_OUTCOMES = {outcome.replace("_", "-"): outcome for outcome in OUTCOMES}


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--outcome", type=_with_hyphens, choices=_OUTCOMES, help="what came of the open red flags; it closes them"
    )
    parser.add_argument(
        "--answer", type=_with_hyphens, choices=_ANSWERS, help="the answer to what is asked; unsure counts as yes"
    )
    parser.add_argument("--only", metavar="FLAG", help="one flag, by its name in `redflags --json`; without it all")
    parser.add_argument("--told", metavar="TEXT", help="what you were told, kept with the outcome")
    parser.add_argument(
        "--running", type=_with_hyphens, choices=_RUNNING, help="were you told that you may run? Kept as an examination"
    )
    parser.add_argument("--limits", metavar="TEXT", help="the limits, with --running limits")
    parser.add_argument("--reopen", metavar="FLAG", help="take back the outcome of a flag closed in the last two weeks")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _with_hyphens(text: str) -> str:
    return text.lower().replace("_", "-")


def run(call: Call) -> int:
    """Print the open flags and the page, or record an outcome. Raises NotThere for an outcome of nothing."""
    args = call.args
    _check_together(args)
    if args.reopen is not None:
        return _reopen(call)
    if args.answer:
        return _answer(call)
    return _record(call) if args.outcome else _show(call)


def _check_together(args: Any) -> None:
    """Refuse options that do not go together. Raises UsageError."""
    of_visit = any(given is not None for given in (args.told, args.running, args.limits))
    if args.reopen is not None and (args.answer or args.outcome or of_visit or args.only is not None):
        raise UsageError("To open a flag again is a step of its own.", "Leave out the other options.")
    if args.answer and (args.outcome or of_visit):
        raise UsageError(
            "An answer and an outcome are two steps.", "Give --answer first, --outcome once you have been seen."
        )
    if not (args.answer or args.outcome) and (of_visit or args.only is not None):
        raise UsageError("What you were told, and of which flag, goes with an outcome.",
                         f"Add --outcome {'|'.join(_OUTCOMES)}.")  # fmt: skip


def _show(call: Call) -> int:
    """Print what is open, what was closed lately, and the page."""
    try:
        notices = (*open_notices(call.session), *appointments(call.session))
    except JournalError as error:
        notices = ()
        call.notes([f"Open red flags cannot be read: {error}"])
    found, closed = page(_PAGE), _closed(call)
    if call.args.json:
        call.out.json(
            {"open": [_plain(notice) for notice in notices], "closed": [_plain_closed(one) for one in closed],
             "emergency": number_of(call.session), "urgent": urgent_of(call.session), "page": found.body}
        )  # fmt: skip
        return DONE
    for notice in notices:
        _print_notice(call, notice)
    for one in closed:
        said = f"Closed {day_title(one.on)}, {one.outcome.replace('_', ' ')}: {one.title}. If that was wrong:"
        call.out.line(plain_text(f"{said} `{PROGRAM} redflags --reopen {one.trigger}`", call.out.width))
    if closed:
        call.out.line()
    call.out.line(plain_text(f"{own_help(call.session, _PAGE)}\n\n{found.body}", call.out.width))
    return DONE


def _answer(call: Call) -> int:
    """Keep the answer to the one question that is open, or to that of --only, and say what to do after a yes."""
    found = (*open_notices(call.session), *appointments(call.session))
    asked = [notice for notice in found if notice.question and call.args.only in (None, notice.trigger)]
    if not asked:
        raise NotThere("No such question is open.", f"`{PROGRAM} redflags` shows what is; --outcome closes a flag.")
    if len(asked) > 1:
        names = ", ".join(notice.trigger for notice in asked)
        raise UsageError(f"{len(asked)} questions are open: {names}.", "Name one with --only.")
    notice, yes = asked[0], call.args.answer != "no"
    answer(call.session, notice.trigger, notice.date, yes)
    call.out.assure("The answer is recorded.")
    if call.args.json:
        call.out.json({"flag": notice.trigger, "answer": call.args.answer, "open": yes})
    else:
        call.out.line(f"{notice.title}: {call.args.answer}; the red flag is {'open' if yes else 'closed'}.")
        if yes:
            call.out.line(f"\n{plain_text(notice.message, call.out.width)}")
    return DONE


def _record(call: Call) -> int:
    from sciatica_journal.services.safety.outcomes import Told, record_told, triggers_open

    args, only = call.args, call.args.only
    _check_running(args)
    if not any(flags_open(call.session)):
        raise NotThere("No red flag is open.", f"`{PROGRAM} redflags` shows the page.")
    triggers = [one for one in sorted(triggers_open(call.session)) if only in (None, one)]
    green_light = args.running.replace("-", "_") if args.running else None
    keep = green_light is not None
    told = Told(_OUTCOMES[args.outcome], triggers, args.told or "", None, green_light, args.limits, keep=keep)
    closed = record_told(call.session, told)
    if not closed:
        raise NotThere(f"No red flag {only!r} is open.", f"`{PROGRAM} redflags --json` names the open ones.")
    call.out.assure("The outcome is recorded.")
    if call.args.json:
        call.out.json({"closed": closed, "outcome": call.args.outcome})
    else:
        call.out.line(f"Recorded as {call.args.outcome}; red flags closed: {closed}.")
    return DONE


def _closed(call: Call) -> "tuple[Closed, ...]":
    from sciatica_journal.services.safety.reopening import closed_lately

    try:
        return closed_lately(call.session)
    except JournalError:
        return ()  # what is open tells it, see `run`


def _reopen(call: Call) -> int:
    from sciatica_journal.services.safety.reopening import closed_lately, reopen

    names = ", ".join(one.trigger for one in closed_lately(call.session))
    if not reopen(call.session, [call.args.reopen]):
        hint = f"One that was: {names}." if names else f"`{PROGRAM} redflags` shows the page."
        raise NotThere(f"No red flag {call.args.reopen!r} was closed in the last two weeks.", hint)
    call.out.assure("The red flag is open again.")
    if call.args.json:
        call.out.json({"open": [_plain(notice) for notice in open_notices(call.session)]})
        return DONE
    for notice in (*open_notices(call.session), *appointments(call.session)):
        if notice.trigger == call.args.reopen:
            _print_notice(call, notice)
    return DONE


def _check_running(args: Any) -> None:
    """Refuse an answer on running where nobody was seen, and limits that go with no answer."""
    if args.running and args.outcome == "by-mistake":
        raise UsageError("A flag noted by mistake says nothing about running.", "Leave out --running.")
    if args.limits is not None and args.running != "limits":
        raise UsageError("Limits go with --running limits.", "Add it, or leave out --limits.")


def _print_notice(call: Call, notice: "Notice") -> None:
    call.out.line(f"OPEN since {notice.date}: {notice.title}")
    parts = [notice.message] if notice.certain else [notice.first, notice.question or "", notice.unsure, notice.message]
    for part in filter(None, parts):
        call.out.line(f"\n{plain_text(part, call.out.width)}")
    for reason in notice.because:
        call.out.line(f"\n{plain_text(f'Noted: {reason}', call.out.width)}")
    call.out.line()


def _plain_closed(closed: "Closed") -> dict[str, str]:
    return {
        "trigger": closed.trigger,
        "date": closed.date.isoformat(),
        "title": closed.title,
        "outcome": closed.outcome.replace("_", "-"),
        "closed": closed.on.isoformat(),
    }


def _plain(notice: "Notice") -> dict[str, object]:
    return {
        "trigger": notice.trigger,
        "tier": notice.tier,
        "date": notice.date.isoformat(),
        "title": notice.title,
        "question": notice.question,
        "message": notice.message,
        "because": list(notice.because),
    }
