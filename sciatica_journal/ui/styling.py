"""Where a screen's style sheet lies. A screen names its own, so that it is read only when the screen opens."""

from pathlib import Path


def sheet(name: str) -> Path:
    """Return the path of a style sheet by its name without ending."""
    return Path(__file__).parent / "styles" / f"{name}.tcss"
