"""`keys`: the app's keys, by place."""

from itertools import groupby

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.settings.keys import KeyLine, key_lines

_MOST_PROBLEMS = 4


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the keys; problems of the user's own keymap go to standard error."""
    lines, problems = key_lines(call.session)
    call.notes(problems[:_MOST_PROBLEMS])
    if len(problems) > _MOST_PROBLEMS:
        call.out.note(f"settings: and {len(problems) - _MOST_PROBLEMS:,} more keys were not used.")
    if call.args.json:
        call.out.json([{"id": key.id, "place": key.place, "keys": list(key.keys), "help": key.help} for key in lines])
        return DONE
    for number, (place, group) in enumerate(groupby(lines, key=lambda key: key.place)):
        if number:
            call.out.line()
        call.out.line(place)
        for key in group:
            call.out.line(_shown(key))
    call.out.line('\nChange a key in the settings file, below [keys], by the command\'s name: undo = "u".')
    return DONE


def _shown(key: KeyLine) -> str:
    fixed = " Cannot be changed." if key.fixed else ""
    return f"  {', '.join(key.keys):<8} {key.id}: {key.help}{fixed}"
