"""`reflect --list`, `--deep` and `--yesterday`: what is around the practices."""

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.folding import plain_text
from sciatica_journal.cli.parsing import PROGRAM
from sciatica_journal.services.guide.practice_gates import (
    OpenPractices,
    agree_to_deep,
    answer_back,
    open_practices,
    rules,
    withdraw_deep,
)

GROUPS = {"daily": "Light, any day", "weekly": "About once a week", "deep": "Deeper, by choice"}


def run_around(call: Call) -> int:
    """Do what was asked: list the practices, see to the cautions, answer yesterday's question."""
    if call.args.yesterday is not None:
        return _answer(call)
    if call.args.deep:
        return _deep(call)
    return _list(call, open_practices(call.session, call.session.today()))


def _list(call: Call, found: OpenPractices) -> int:
    closed = found.gates.closed
    if call.args.json:
        call.out.json(
            [{"practice": one.id, "number": one.number, "title": one.title, "minutes": one.minutes,
              "group": one.group, "evidence": one.evidence, "closed": closed.get(one.id)}
             for one in found.practices]
        )  # fmt: skip
        return DONE
    for group, title in GROUPS.items():
        call.out.line(f"{title}:")
        for one in sorted(found.practices, key=lambda one: (one.turn, one.number)):
            if one.group == group:
                why = closed.get(one.id)
                call.out.line(f"  {one.id}: {one.title}, {one.minutes} min{f' ({why})' if why else ''}")
    if found.agreed is None:
        call.out.note(f"`{PROGRAM} reflect --deep cautions` tells what the deeper ones need.")
    return DONE


def _deep(call: Call) -> int:
    if call.args.deep == "agree":
        agree_to_deep(call.session)
    elif call.args.deep == "withdraw":
        withdraw_deep(call.session)
    agreed = open_practices(call.session, call.session.today()).agreed
    if call.args.json:
        call.out.json({"agreed": agreed.isoformat() if agreed else None})
        return DONE
    if call.args.deep == "cautions":
        call.out.line(plain_text(rules()["deep"], call.out.width))
        call.out.line()
    if agreed:
        call.out.line(f"Agreed on {agreed}. `{PROGRAM} reflect --deep withdraw` closes them again.")
    else:
        call.out.line(f"The deeper practices are closed. If none of these fits: `{PROGRAM} reflect --deep agree`.")
    return DONE


def _answer(call: Call) -> int:
    today = call.session.today()
    asked = open_practices(call.session, today).asked
    if not asked:
        call.out.failed("Nothing from yesterday waits for an answer.")
        return NOT_THERE
    saved = answer_back(call.session, asked[0].id, call.args.yesterday, today)
    call.tell(saved.notices)
    if call.args.json:
        call.out.json({"id": asked[0].id, "answer": call.args.yesterday})
    else:
        call.out.line(f"{asked[0].question} {call.args.yesterday}. Noted.")
    return DONE
