"""Where the content lies, and how its files are read."""

from functools import cache
from pathlib import Path
from typing import Any

from sciatica_journal.domain.errors import JournalError

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def content_folder() -> Path:
    """Return the folder of the content: inside an installed package, else beside the source."""
    packed = _PACKAGE / "_content"
    return packed if packed.is_dir() else _PACKAGE.parent / "content"


def read_text(*parts: str) -> str:
    """Return a content file's text. Raises JournalError where the installation lacks it."""
    path = content_folder().joinpath(*parts)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise JournalError(f"{'/'.join(parts)} is missing from the program.", "Install it again.") from error


def read_toml(*parts: str) -> dict[str, Any]:
    """Return a parsed TOML content file."""
    import tomllib

    return tomllib.loads(read_text(*parts))


def read_page(*parts: str) -> tuple[dict[str, Any], str]:
    """Return the front matter (TOML between lines of +++) and the Markdown of a content file."""
    import tomllib

    text = read_text(*parts)
    if not text.startswith("+++\n"):
        raise JournalError(f"{'/'.join(parts)} has no front matter.", "Install the program again.")
    head, _, body = text[4:].partition("\n+++\n")
    return tomllib.loads(head), body.strip() + "\n"


def names(folder: str, ending: str = ".md") -> list[str]:
    """Return the file names in a content folder, sorted."""
    return sorted(path.name for path in content_folder().joinpath(folder).glob(f"*{ending}"))
