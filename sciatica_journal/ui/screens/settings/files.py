"""Where the files are and how keys are changed, in words."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from textual.content import Content

from sciatica_journal.ui.widgets.row import Part

_PATHS: Final = {
    "journal": "Journal",
    "settings": "Settings",
    "backups": "Backups",
    "newest_backup": "Newest",
}
_KEYS: Final = (
    "Keys are changed in the settings file: write [keys], and below it a line such as undo = \"z\".\n"
    "`sciatica-journal keys` lists every command with its name and its keys."
)  # fmt: skip


def files_words(found: Mapping[str, Any]) -> Content:
    """Return the paths as the health service found them, one a line, and what is wrong with the journal, if it is."""
    parts: list[Part] = []
    for name, label in _PATHS.items():
        value = found.get(name) or "none yet"
        parts += [(f"{label:<10}", "$text-secondary"), (str(value), "$foreground"), "\n"]
    if not found.get("exists"):
        parts.append("The journal is made when you log a first day.")
    elif found.get("problem"):
        parts.append((f"✗ {found['problem']}", "bold $text-error"))
    else:
        parts.append(f"{round(found['bytes'] / 1024):,} kB, readable by you alone.")
    return Content.assemble(*parts)


def keys_words(problems: Sequence[str]) -> Content:
    """Return how keys are changed, and what was wrong with the settings file when the program started."""
    parts: list[Part] = [_KEYS]
    for problem in problems:
        parts += ["\n", (f"✗ {problem}", "bold $text-warning")]
    return Content.assemble(*parts)
