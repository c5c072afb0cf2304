"""The commands by name. A command's module is imported only when it runs."""

from typing import Final, NamedTuple


class CommandEntry(NamedTuple):
    """`module` below this package holds `declare(parser)` and `run(call)`; `help` is one sentence.

    `reminds` says whether an open red flag is repeated after it; the app shows it itself.
    """

    module: str
    help: str
    reminds: bool = True


COMMANDS: Final = {
    "log": CommandEntry("log", "Log a day in one line, such as: pain 4, left calf, ran 5k 32:10."),
    "ok": CommandEntry("ok", "Log an uneventful day."),
    "show": CommandEntry("show", "Show a day, or the recorded days of a range."),
    "path": CommandEntry("path", "Show today's step on the ladder, what was pushed through, and the surfaces."),
    "patterns": CommandEntry("patterns", "Say what went with your pain, and how sure that is."),
    "trends": CommandEntry("trends", "Show how pain moved over weeks and months."),
    "map": CommandEntry("load_map", "Show the mornings after by load and stress, in nine cells."),
    "trial": CommandEntry("trial", "A coin-flip trial: two safe options, drawn day by day, and what the draw did."),
    "search": CommandEntry("search", "Search everything you wrote."),
    "edit": CommandEntry("edit", "Write the note of a day in your editor."),
    "reflect": CommandEntry("reflect", "Write a reflection with a practice, kept or let go."),
    "redflags": CommandEntry("redflags", "Read the red-flag page, or record what you were told."),
    "undo": CommandEntry("undoing", "Undo the last change."),
    "redo": CommandEntry("undoing", "Redo what was undone."),
    "versions": CommandEntry("versions", "Show what the texts of a day were before each change."),
    "import": CommandEntry("importing", "Import files; undo or list imports."),
    "export": CommandEntry("exporting", "Export the journal as JSON lines, CSV or Markdown."),
    "sheet": CommandEntry("sheet", "One page for your doctor, to print or to read aloud."),
    "backup": CommandEntry("backing_up", "Make a checked backup."),
    "restore": CommandEntry("restoring", "Put a backup in the journal's place; the journal is backed up first."),
    "check": CommandEntry("check", "Check the whole journal for damage."),
    "where": CommandEntry("where", "Say where the journal, settings and backups lie."),
    "keys": CommandEntry("keys", "List the keys of the app."),
    "guide": CommandEntry("guide", "List the guide's pages, or read one."),
    "demo": CommandEntry("demo", "Open the app on made-up data; yours is not touched.", reminds=False),
}
