"""Two texts side by side that are kept as one: each under its title, a line of its own."""

from collections.abc import Sequence


def joined(titles: Sequence[str], texts: Sequence[str]) -> str:
    """Return the texts as one, each under its title; empty where none of them holds a word."""
    if not any(text.strip() for text in texts):
        return ""
    return "\n\n".join(f"{title}\n{text}" for title, text in zip(titles, texts, strict=True))


def parted(titles: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the texts under their titles, in the order of the titles; what stands before them is the first's.

    A title counts where it is a whole line and comes after those before it; one that is not there has no text.
    """
    found: list[list[str]] = [[] for _ in titles]
    seen = -1
    for line in text.split("\n"):
        ahead = next((place for place in range(seen + 1, len(titles)) if line.strip() == titles[place]), None)
        lines = found[max(seen, 0)]
        if ahead is None:
            lines.append(line)
            continue
        if lines and not lines[-1]:
            lines.pop()
        seen = ahead
    return tuple("\n".join(lines) for lines in found)


def lacking(titles: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the titles under which nothing is written."""
    texts = parted(titles, text)
    return tuple(title for title, each in zip(titles, texts, strict=True) if not each.strip())
