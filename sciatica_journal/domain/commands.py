"""The one registry of commands: it feeds bindings, key bar, palette, F1 and `keys`."""

from dataclasses import dataclass
from typing import Final, Literal

Place = Literal["app", "today", "row", "history", "patterns", "path", "guide", "reader", "sheet", "timer", "import"]
"""Where a command works: everywhere, on Today, on a row of Today that is not a text, and so on."""


@dataclass(frozen=True, slots=True)
class Command:
    """`id` is what the settings file names, `keys` the default keys, `help` one sentence.

    `action` is what the screen does; `footer` the place in the key bar (None: not there);
    a `protected` command cannot lose its key to a remap.
    """

    id: str
    place: Place
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    footer: int | None = None
    protected: bool = False


COMMANDS: Final[tuple[Command, ...]] = (
    Command("help", "app", ("f1",), "help", "help", "Explain where you are and list the keys.", 6, True),
    Command("red_flags", "app", ("f2",), "red_flags", "red flags", "Open the red-flag page.", 5, True),
    Command("previous_day", "app", ("f3",), "step_day(-1)", "day before", "Go to the day before."),
    Command("next_day", "app", ("f4",), "step_day(1)", "day after", "Go to the day after."),
    Command("go", "app", ("ctrl+g",), "go", "go to", "Choose a place: Today, History, Patterns, Path and so on."),
    Command("quick_line", "app", ("f8",), "quick_line", "quick line", "Log the day in one line."),
    Command("save", "app", ("ctrl+s",), "save", "save", "Save at once (it saves by itself as well)."),
    Command("theme", "app", ("f9",), "change_theme", "theme", "Choose a theme, with a preview."),
    Command("palette", "app", ("ctrl+p",), "command_palette", "commands", "Search all commands by name."),
    Command("quit", "app", ("ctrl+q",), "quit", "quit", "Save and leave.", protected=True),
    Command("go_today", "row", ("T",), "go_place('today')", "Today", "Go to Today."),
    Command("go_history", "row", ("H",), "go_place('history')", "History", "Go to History."),
    Command(
        "go_patterns", "row", ("A",), "go_place('patterns')", "Patterns", "Go to Patterns: what went with your pain."
    ),
    Command("go_path", "row", ("P",), "go_place('path')", "Path", "Go to Path: your care, and where you stand."),
    Command("go_guide", "row", ("G",), "go_place('guide')", "Guide", "Go to the Guide."),
    Command("undo", "row", ("u",), "undo", "undo", "Undo the last change, even after a restart.", 3),
    Command("redo", "row", ("U",), "redo", "redo", "Redo what was undone."),
    Command("day_back", "row", ("left_square_bracket",), "step_day(-1)", "day before", "Go to the day before."),
    Command("day_on", "row", ("right_square_bracket",), "step_day(1)", "day after", "Go to the day after."),
    Command("search", "row", ("slash",), "search", "search", "Search every text you wrote.", 4),
    Command("safety", "row", ("K",), "safety", "safety check", "Open the line about safety, or do the safety check."),
    Command(
        "import_files", "row", ("I",), "import_files", "import", "Bring in other programs' files, after a dry run."
    ),
    Command("export_files", "row", ("E",), "export_files", "export", "Write the journal to files of your own."),
    Command("uneventful", "today", ("o",), "uneventful", "quiet day", "Nothing to report: one key and done.", 1),
    Command("line", "today", ("colon",), "open_line", "quick line", "Log the day in one line.", 2),
    Command("other_pane", "today", ("tab",), "other_pane", "other pane", "Go to the other pane and back."),
    Command("add_run", "today", ("a",), "add_run", "add a run", "Add a run or a walk."),
    Command("time_run", "today", ("C",), "time_run", "time a run", "Time a walk or a run, with intervals if you like."),
    Command("add_moment", "today", ("m",), "add_moment", "a moment", "Add a time-stamped line."),
    Command("did", "today", ("d",), "jump('did')", "the day", "Jump to what the day held."),
    Command("function", "today", ("c",), "jump('function')", "function", "Jump to how much was possible."),
    Command("worst", "today", ("w",), "jump('pain_worst')", "worst pain", "Jump to the worst pain."),
    Command("morning", "today", ("p",), "jump('pain_morning')", "morning pain", "Jump to the pain on waking."),
    Command("left_leg", "today", ("l",), "jump('leg_left')", "left leg", "Jump to the left leg."),
    Command("right_leg", "today", ("r",), "jump('leg_right')", "right leg", "Jump to the right leg."),
    Command("sensations", "today", ("t",), "jump('sensations')", "sensations", "Jump to numb, tingling, weak."),
    Command("sleep", "today", ("s",), "jump('sleep_hours')", "sleep", "Jump to the hours of sleep."),
    Command("note", "today", ("N",), "jump('note')", "note", "Write the note."),
    Command("stress", "today", ("e",), "jump('stress')", "stress", "Jump to stress."),
    Command("feelings", "today", ("f",), "open_feelings", "feelings", "Choose or type feelings."),
    Command("write", "today", ("i",), "jump('reflection_text')", "write", "Write the reflection."),
    Command("keep_or_let_go", "today", ("ctrl+l",), "keep_or_let_go", "keep or let go", "Keep the words, or let go."),
    Command("response", "today", ("y",), "jump_response", "yesterday", "Jump to how yesterday's run settled."),
    Command("morning_after", "today", ("Y",), "morning_after", "morning after", "Say more on how a run settled."),
    Command("another", "today", ("n",), "another_practice", "another", "Offer another practice."),
    Command("choose_practice", "today", ("R",), "choose_practice", "all practices", "Choose from all practices."),
    Command(
        "bad_week",
        "today",
        ("B",),
        "open_page('bad-week')",
        "a bad week",
        "Read what to do, what to drop and when to call.",
    ),
    Command("take_offer", "today", ("g",), "take_offer", "what is offered", "Open what the quiet line offers."),
    Command("put_offer_away", "today", ("x",), "put_offer_away", "not now", "Put the quiet line away for today."),
    Command(
        "clear_day", "today", ("D",), "clear_day", "clear the day", "Remove everything on the day; undo brings it back."
    ),
    Command("about_practice", "today", ("v",), "about_practice", "about it", "Show where a practice comes from."),
    Command("open_day", "history", ("enter",), "open_day", "open", "Open the chosen day on Today.", 1),
    Command("other_view", "history", ("v",), "switch_view", "other view", "Go from calendar to list and back.", 2),
    Command("start_today", "history", ("t",), "today", "today", "Show the current month."),
    Command("morning_of_day", "history", ("y",), "morning_after", "morning after", "Say how a run of the day settled."),
    Command("leave_history", "history", ("escape",), "leave", "back", "Leave the search, or go to Today."),
    Command("open_answer", "patterns", ("enter", "space"), "open_here", "details", "Open or fold the details.", 2),
    Command(
        "method", "patterns", ("m",), "open_page('how-patterns-work')", "method", "Read how the answers are made.", 1
    ),
    Command("numbers", "patterns", ("r",), "open_page('your-numbers')", "reading", "Read about your own numbers."),
    Command("other_side", "patterns", ("left", "right"), "other_column", "other column", "Go to the other column."),
    Command(
        "trial", "patterns", ("t",), "trial", "coin flip", "Begin a coin-flip trial, or go on with the one under way."
    ),
    Command("leave_patterns", "patterns", ("escape",), "leave", "back", "Go to Today."),
    Command("add_care", "path", ("a",), "add_here", "add", "Add in the section where you are.", 2),
    Command("doctor_sheet", "path", ("s",), "open_here('sheet')", "doctor's sheet", "See the page for your doctor.", 1),
    Command("measures", "path", ("m",), "open_here('measures')", "measures", "Answer the weekly measures."),
    Command("season", "path", ("e",), "open_here('season')", "season", "Open the season: one question for some weeks."),
    Command(
        "time_outing", "path", ("C",), "time_run", "time a run", "Time a walk or a run, with intervals if you like."
    ),
    Command("add_question", "path", ("q",), "add_to('question')", "a question", "Note a question for your doctor."),
    Command("do_step", "path", ("d",), "ladder('do')", "today's step", "Do today's step of the ladder now."),
    Command("log_step", "path", ("o",), "ladder('log')", "step done", "Note today's step of the ladder as done."),
    Command("answer_step", "path", ("y",), "ladder('answer')", "the answer", "Say how the last step settled."),
    Command("step_forward", "path", ("f",), "ladder('forward')", "a step up", "Go a step up the ladder."),
    Command("step_back", "path", ("b",), "ladder('back')", "a step down", "Go a step down the ladder."),
    Command("to_step", "path", ("g",), "ladder('steps')", "to a step", "Choose a step of the ladder to go to."),
    Command("ladders", "path", ("l",), "ladder('choose')", "ladders", "Start on a ladder, change it or leave it."),
    Command("next_section", "path", ("tab",), "next_section(1)", "next section", "Go to the next section."),
    Command("section_before", "path", ("shift+tab",), "next_section(-1)", "section before", "Go a section back."),
    Command("other_column", "path", ("left", "right"), "other_column", "other column", "Go to the other column."),
    Command("leave_path", "path", ("escape",), "leave", "back", "Go to Today."),
    Command("write_sheet", "sheet", ("w",), "write", "write", "Write the page to a file, to print it.", 3),
    Command("sheet_items", "sheet", ("tab", "shift+tab"), "other_side", "items", "Go to what is in it, and back.", 2),
    Command("close_sheet", "sheet", ("escape", "q"), "close", "close", "Go back to where you were.", 1),
    Command("import_now", "import", ("i",), "import_now", "import", "Import what the list shows, once you confirm.", 1),
    Command(
        "import_others", "import", ("o",), "keep_others", "other sports", "Keep other sports as factors, or not.", 4
    ),
    Command("import_ask", "import", ("q",), "ask_again", "questions", "Answer again what the files leave open."),
    Command("import_look", "import", ("enter",), "look_closer", "details", "See the row of the file as it is.", 2),
    Command("import_all", "import", ("a",), "only('')", "all", "List everything that the files hold."),
    Command("import_new", "import", ("n",), "only('new')", "new", "List only what is new."),
    Command(
        "import_merged", "import", ("m",), "only('merged')", "merged", "List only what fills records that are there."
    ),
    Command("import_skipped", "import", ("s",), "only('skipped')", "skipped", "List only what is there already."),
    Command("import_refused", "import", ("r",), "only('refused')", "refused", "List only what cannot be taken."),
    Command("import_left_out", "import", ("l",), "only('left_out')", "left out", "List only what is not on foot."),
    Command("import_past", "import", ("shift+tab",), "other_part", "past imports", "Go to the past imports, and back."),
    Command("take_import_back", "import", ("u", "delete"), "take_back", "take back", "Take a whole import back."),
    Command("leave_import", "import", ("escape",), "close", "back", "Stop what is under way, or go a step back.", 3),
    Command("timer_pause", "timer", ("space", "enter"), "pause", "go, pause", "Start, pause, go on.", 1),
    Command("timer_skip", "timer", ("n", "right"), "skip", "next", "Skip the rest of this interval.", 2),
    Command("timer_back", "timer", ("p", "left"), "back", "again", "Go back to the start of it, or to the one before."),
    Command("timer_end", "timer", ("e",), "end", "end", "End it here: the form of the run opens, filled in.", 3),
    Command("timer_bell", "timer", ("b",), "switch('bell')", "bell", "Turn the bell off or on.", 4),
    Command("timer_countdown", "timer", ("c",), "switch('countdown')", "count-down", "Start at once, or after 5 s."),
    Command("timer_drop", "timer", ("x",), "drop", "throw away", "Throw the time away, once you confirm."),
    Command("timer_leave", "timer", ("escape", "q"), "leave", "leave", "Go elsewhere; a running clock keeps going."),
    Command("changelog", "guide", ("n",), "open_page('changelog')", "what is new", "Read what is new in this version."),
    Command("sources", "guide", ("s",), "open_page('sources')", "sources", "See the sources of all pages.", 1),
    Command("close_page", "reader", ("escape", "q"), "close", "close", "Go back to where you were.", 1),
    Command("page_back", "reader", ("b", "alt+left"), "back", "back", "Go back to the page before.", 2),
    Command("page_on", "reader", ("f", "alt+right"), "forward", "forward", "Go forward again."),
    Command("contents", "reader", ("c",), "contents", "contents", "List the headings of the page.", 3),
    Command("find", "reader", ("slash",), "find", "find", "Find words on the page.", 4),
    Command("find_next", "reader", ("n",), "step_hit(1)", "next", "Go to the next place found."),
    Command("find_previous", "reader", ("N",), "step_hit(-1)", "previous", "Go to the place found before."),
    Command("next_link", "reader", ("tab",), "link(1)", "next link", "Choose the next link."),
    Command("previous_link", "reader", ("shift+tab",), "link(-1)", "link before", "Choose the link before."),
    Command("follow_link", "reader", ("enter",), "follow", "follow", "Follow the chosen link."),
    Command("screen_down", "reader", ("space",), "screenful(1)", "a screen down", "Read on, a screen further."),
    Command("screen_up", "reader", ("backspace",), "screenful(-1)", "a screen up", "Go back by a screen."),
    Command("record_outcome", "reader", ("o",), "outcome", "what came of it", "Record what came of a red flag."),
)


def for_place(*places: Place) -> tuple[Command, ...]:
    """Return the commands of the places, in registry order."""
    return tuple(command for command in COMMANDS if command.place in places)
