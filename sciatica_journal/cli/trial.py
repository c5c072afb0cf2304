"""`trial`: the coin-flip trial and today's draw; begin one, toss, accept or refuse, stop."""

from textwrap import fill
from typing import TYPE_CHECKING, Any

from sciatica_journal.cli.call import BAD, DONE, Call
from sciatica_journal.cli.parsing import Parser, UsageError
from sciatica_journal.services.trial import actions
from sciatica_journal.services.trial.view import trial_view
from sciatica_journal.services.trial.wording import plain_trial, told
from sciatica_journal.services.trial.words import trial_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sciatica_journal.services.safety.notice import Notice

_DOES = ("start", "draw", "accept", "refuse", "stop")
_ANSWERS = {"accept": "accepted", "refuse": "refused"}
_ONLY_START = {"draws": None, "outcome": None, "runs": None, "both_safe": False}


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("does", nargs="?", choices=_DOES, help="what to do; without it, how the trial stands")
    parser.add_argument("options", nargs="*", metavar="OPTION", help="start: the two that the coin chooses between")
    parser.add_argument("--draws", type=int, metavar="N", help="start: how many, a multiple of 4 from 20 to 200 (40)")
    parser.add_argument(
        "--outcome", choices=("pain", "response"), help="start: next morning's pain, or a run's response"
    )
    parser.add_argument("--runs", choices=("both", "one", "neither"), help="start: how many options are runs (both)")
    parser.add_argument("--both-safe", action="store_true", help="start: both options are safe for me")
    parser.add_argument("--why", metavar="TEXT", help="stop: the reason")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Do what was asked, then print how the trial stands. Without a word it only reads."""
    _check(call.args)
    notices: Sequence[Notice] = ()
    if call.args.does == "start":
        if not call.args.both_safe:
            call.out.note(trial_words()["safe"]["question"])
        trial, notices = actions.start(call.session, _plan(call))
        if trial is None:
            call.tell(notices)
            call.out.failed(trial_words()["closed"]["flag_open"])
            return BAD
    elif call.args.does == "draw":
        actions.toss(call.session)
    elif call.args.does in _ANSWERS:
        actions.answer(call.session, _ANSWERS[call.args.does])
    elif call.args.does == "stop":
        _, notices = actions.stop(call.session, call.args.why)
    call.tell(notices)
    return _show(call)


def _check(args: Any) -> None:
    """Refuse what does not go with what is to be done. Raises UsageError."""
    if args.does == "start" and len(args.options) != 2:
        raise UsageError("A trial compares two options.", 'Such as `trial start "road" "trail" --both-safe`.')
    if args.does != "start" and args.options:
        raise UsageError(f"There is nothing to do with {args.options[0]!r}.", "Options are named at `trial start`.")
    if args.does != "start" and any(getattr(args, name) != value for name, value in _ONLY_START.items()):
        raise UsageError("--draws, --outcome, --runs and --both-safe go with `trial start`.", "Leave them out.")
    if args.why is not None and args.does != "stop":
        raise UsageError("--why goes with `trial stop`.", "Leave it out.")


def _plan(call: Call) -> actions.Plan:
    args = call.args
    one, other = args.options
    outcome = actions.usual_outcome(call.session) if args.runs in (None, "both") else "pain"
    plan = actions.Plan(one, other, outcome, safe=args.both_safe)
    given = {"planned": args.draws, "outcome": args.outcome, "running": args.runs}
    return plan._replace(**{name: value for name, value in given.items() if value is not None})


def _show(call: Call) -> int:
    view = trial_view(call.session, with_result=True)
    if call.args.json:
        call.out.json(plain_trial(view))
        return DONE
    said, says = told(view), trial_words()["says"]
    going_on = view is not None and view.phase == "open"
    hint = says["shell"] if going_on else says["shell_start"] if view is None else ""
    for text in filter(None, (said.head, said.today, *said.lines, hint)):
        call.out.line(fill(text, call.out.width, break_long_words=False, break_on_hyphens=False))
    return DONE
