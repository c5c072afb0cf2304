"""Text folded to a width: the content's Markdown as plain text, and lines as they are."""

import re
from itertools import groupby
from textwrap import fill

_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_STRONG = re.compile(r"(\*\*|__)(\S(?:.*?\S)?)\1")
_ITEM = re.compile(r"(\s*)([-*]|\d+\.)\s+")


def plain_text(markdown: str, width: int) -> str:
    """Return Markdown as plain text: headings and lists stay, emphasis goes, links show where they lead."""
    blocks: list[str] = []
    for blank, lines in groupby(markdown.strip().splitlines(), key=lambda line: not line.strip()):
        if not blank:
            blocks.extend(_block(list(lines), width))
    return "\n\n".join(blocks)


def folded(line: str, width: int) -> str:
    """Return a line in as many as it takes, the further ones under its first word; a line of a table stays whole."""
    begun = line.lstrip(" ")
    if len(line) <= width or "  " in begun:
        return line
    indent = " " * (len(line) - len(begun) + (2 if begun.startswith("- ") else 0))
    return fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _block(lines: list[str], width: int) -> list[str]:
    if lines[0].startswith(("|", "    ")):
        return ["\n".join(lines)]
    parts: list[list[str]] = []
    for line in lines:
        if parts and not _ITEM.match(line) and not line.startswith("#"):
            parts[-1].append(line.strip())
        else:
            parts.append([line.rstrip()])
    return ["\n".join(_fold(" ".join(part), width) for part in parts)]


def _fold(text: str, width: int) -> str:
    item = _ITEM.match(text)
    indent = " " * len(item[0]) if item else ""
    plain = _STRONG.sub(r"\2", _LINK.sub(_link, text))
    return fill(plain.lstrip("#").lstrip() if text.startswith("#") else plain, width, subsequent_indent=indent,
                break_long_words=False, break_on_hyphens=False)  # fmt: skip


def _link(match: re.Match[str]) -> str:
    name, target = match[1], match[2]
    if target.endswith(".md"):
        return f"{name} (page {target.removesuffix('.md').rpartition('/')[2]})"
    return name if name == target else f"{name} ({target})"
