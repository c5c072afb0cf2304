"""What Settings shows: values as one types them, where the files are, what was wrong with the settings file."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from textual.content import Content

from sciatica_journal.domain.settings import AUTO_THEME, Settings, written_contacts
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.safety.profile import Profile
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part

_PATHS: Final = {
    "journal": "Journal",
    "settings": "Settings",
    "backups": "Backups",
    "newest_backup": "Newest",
}


def hint(name: str, **values: str) -> str:
    """Return what is said below a row, with the values in their places; empty where nothing is."""
    words: str = screen_words("settings").get(name, "")
    return words.format(**values) if values else words


def shown(settings: Settings, field: str) -> str:
    """Return a setting as it is typed."""
    if field == "contacts":
        return written_contacts(settings.contacts)
    return f"{settings.day_ends:%H:%M}" if field == "day_ends" else str(getattr(settings, field))


def theme_words(wanted: str, used: str) -> str:
    """Return the theme wanted, and the one used where the terminal has too few colours for it."""
    if wanted == AUTO_THEME:
        return hint("theme_chosen", theme=used)
    return wanted if wanted == used else hint("theme_replaced", used=used, wanted=wanted)


def pain_words(profile: Profile) -> str:
    """Return in few words what is known of the pain."""
    new, known = (
        ", ".join(sign.replace("_", " ") for sign, answer in profile.signs.items() if answer == said)
        for said in ("new", "known")
    )
    words = [{True: "examined", False: "not examined yet", None: ""}.get(_examined(profile), "")]
    if isinstance(profile.examined, date):
        words[0] += f" {profile.examined}"
    words += [f"new: {new}" if new else "", f"long known: {known}" if known else ""]
    words.append("leg worse than back" if profile.leg_worse else "")
    answered = profile.signs or profile.leg_worse is not None
    return "; ".join(filter(None, words)) or hint("pain_answered" if answered else "pain_unknown")


def _examined(profile: Profile) -> bool | None:
    return None if profile.examined is None else bool(profile.examined)


def files_words(found: Mapping[str, Any]) -> Content:
    """Return the paths as the health service found them, one a line, and what is wrong with the journal, if it is."""
    indent = " " * LABEL_WIDTH
    parts: list[Part] = []
    for name, label in _PATHS.items():
        value = found.get(name) or "none yet"
        parts += [(f" {label}".ljust(LABEL_WIDTH), "$text-secondary"), (str(value), "$foreground"), "\n"]
    if not found.get("exists"):
        parts.append(indent + hint("no_journal"))
    elif found.get("problem"):
        parts.append((f"{indent}✗ {found['problem']}", "bold $text-error"))
    else:
        parts.append(indent + hint("size", size=f"{round(found['bytes'] / 1024):,}"))
    return Content.assemble(*parts)


def problem_words(problems: Sequence[str]) -> Content:
    """Return what of the settings file was not used when the program started, one a line."""
    return Content("\n").join(Content.styled(f"✗ {problem}", "bold $text-warning") for problem in problems)
