"""Where things stand in Strava's `activities.csv`, and the languages it comes in.

The order of the columns is the same in every language that was seen whole (en, de, cs, fr). Where a name that is known
stands elsewhere, as in the short files that were seen of others, the name decides.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sciatica_journal.exchange.parsing.cells import folded_name

LANGUAGES: Final[Mapping[str, str]] = {
    "activity id": "en", "id": "en", "aktivitäts-id": "de", "id aktivity": "cs", "id de l'activité": "fr",
    "id de actividad": "es", "id de la actividad": "es", "activiteits-id": "nl", "activiteit-id": "nl",
}  # fmt: skip
"""The language by the first cell of the header."""

FEWEST: Final = 10
_FOR_PEOPLE: Final = 15
_MACHINE_FROM: Final = 18
"""An export of that many columns has those for machines, in metres and seconds with a dot."""


class Columns(NamedTuple):
    """The places of what is read; None for what a layout does not have. The first five are for people."""

    date: int = 1
    title: int = 2
    sport: int = 3
    description: int = 4
    shown_seconds: int = 5
    shown_distance: int = 6
    private_note: int | None = 10
    gear: int = 11
    file: int = 12
    seconds: int | None = 15
    moving: int | None = 16
    metres: int | None = 17
    ascent: int | None = 20
    cadence: int | None = 29
    heart_rate: int | None = 31
    exertion: int | None = 43
    dirt: int | None = 81


_NEW: Final = Columns()
_OLD: Final = Columns(
    private_note=None, gear=8, file=9, seconds=None, moving=None, metres=None, ascent=None, cadence=None,
    heart_rate=None, exertion=None, dirt=None,
)  # fmt: skip
_NAMES: Final[Mapping[str, Sequence[str]]] = {
    "date": ("activity date", "date", "aktivitätsdatum", "datum aktivity", "date de l'activité",
             "fecha de la actividad", "fecha de actividad", "datum van activiteit", "activiteitsdatum"),
    "title": ("activity name", "name", "name der aktivität", "název aktivity", "nom de l'activité",
              "nombre de la actividad", "nombre de actividad", "naam activiteit", "naam van activiteit"),
    "sport": ("activity type", "type", "aktivitätsart", "typ aktivity", "type d'activité", "tipo de actividad",
              "activiteitstype", "type activiteit"),
    "description": ("activity description", "description", "aktivitätsbeschreibung", "popis aktivity",
                    "description de l'activité", "descripción de la actividad", "beschrijving activiteit",
                    "activiteitsbeschrijving"),
    "gear": ("activity gear", "gear", "aktivitätsausrüstung", "vybavení na aktivitu",
             "matériel utilisé pour l'activité"),
    "file": ("filename", "dateiname", "název souboru", "nom du fichier", "nombre de archivo", "bestandsnaam"),
    "private_note": ("activity private note", "hinweis zur privatsphäre für aktivitäten",
                     "soukromá poznámka k aktivitě", "note privée sur les activités"),
    "moving": ("moving time", "bewegungszeit", "aktivní čas", "durée de déplacement", "tiempo en movimiento"),
    "ascent": ("elevation gain", "höhenzunahme", "dénivelé positif"),
    "cadence": ("average cadence",),
    "heart_rate": ("average heart rate",),
    "exertion": ("perceived exertion",),
    "dirt": ("dirt distance",),
}  # fmt: skip
_TWICE: Final[Mapping[tuple[str, str], Sequence[str]]] = {
    ("shown_seconds", "seconds"): ("elapsed time", "elapsed_time", "verstrichene zeit", "uplynulý čas",
                                   "temps écoulé", "tiempo transcurrido", "verstreken tijd"),
    ("shown_distance", "metres"): ("distance", "distanz", "vzdálenost", "distancia", "afstand"),
}  # fmt: skip
"""Names that are there twice: first for people, then for machines."""

_ENGLISH: Final = ("cadence", "heart_rate", "exertion", "dirt")
"""Places that are believed in an English file only under their names."""


def columns_of(header: Sequence[str]) -> Columns:
    """Return the places of a header."""
    names = [folded_name(name) for name in header]
    columns = _OLD if len(names) < _MACHINE_FROM else _NEW
    changed: dict[str, int | None] = {}
    for field, known in _NAMES.items():
        changed[field] = _place(names, getattr(columns, field), known)
    for (shown, machine), known in _TWICE.items():
        places = [place for place, name in enumerate(names) if name in known]
        if places:
            changed[shown] = places[0]
            changed[machine] = places[1] if len(places) > 1 else None
    if LANGUAGES.get(names[0] if names else "") == "en":
        lost = [field for field in _ENGLISH if not _is_named(names, changed[field], _NAMES[field])]
        changed.update(dict.fromkeys(lost))
    changed = {field: place if place is None or place < len(names) else None for field, place in changed.items()}
    return columns._replace(**changed)  # type: ignore[arg-type]  # only optional places become None


def _place(names: Sequence[str], place: int | None, known: Sequence[str]) -> int | None:
    if place is not None and _is_named(names, place, known):
        return place
    within = names if place is None or place >= _FOR_PEOPLE else names[:_FOR_PEOPLE]
    return next((found for found, name in enumerate(within) if name in known), place)


def _is_named(names: Sequence[str], place: int | None, known: Sequence[str]) -> bool:
    return place is not None and place < len(names) and names[place] in known
