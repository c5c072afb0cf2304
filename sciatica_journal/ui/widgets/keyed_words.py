"""Words with their keys: `(s)ettled` is chosen by the letter s. The one notation for letters that choose."""

from collections.abc import Mapping

from sciatica_journal.ui.widgets.row import Part

KEY_STYLE = "bold $text-accent"


def letters_of(labels: Mapping[str, str]) -> dict[str, int]:
    """Return, by value, where in its label the first letter is that no earlier choice has; none: left out."""
    taken: set[str] = set()
    places: dict[str, int] = {}
    for value, label in labels.items():
        for place, letter in enumerate(label.lower()):
            if letter.isalpha() and letter not in taken:
                taken.add(letter)
                places[value] = place
                break
    return places


def keyed(label: str, place: int, style: str) -> list[Part]:
    """Return the label with the letter at `place` in parentheses: two columns wider than the label."""
    return [(label[:place], style), (f"({label[place]})", KEY_STYLE), (label[place + 1 :], style)]


def plain(label: str, style: str) -> list[Part]:
    """Return the label as wide as `keyed` makes it, where letters choose nothing now."""
    return [" ", (label, style), " "]


def chosen(label: str, style: str) -> list[Part]:
    """Return the label of what is chosen, in brackets, as wide as `keyed` makes it."""
    return [(f"[{label}]", style)]


def key_first(text: str) -> list[Part]:
    """Return words that begin with their key, such as `q   leave`, the key marked."""
    key, _, words = text.partition(" ")
    return [(key, KEY_STYLE), (f" {words}", "$foreground")]
