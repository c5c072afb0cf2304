"""Where things stand in Garmin Connect's `Activities.csv`, by the names that columns have in several languages.

Which columns there are varies with the filter and the year; the first eight were the same wherever they were seen.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sciatica_journal.exchange.parsing.cells import folded_name

TYPES: Final = (
    "activity type", "aktivitätstyp", "type d'activité", "tipo de actividad", "activiteittype", "activiteitstype",
    "type activiteit", "tipo di attività", "tipo attività", "typ aktivity", "typ aktywności", "tipo de atividade",
    "aktivitetstyp", "aktivitetstype",
)  # fmt: skip
"""What the first column is called."""

_NAMES: Final[Mapping[str, Sequence[str]]] = {
    "date": ("date", "datum", "fecha", "data", "dato"),
    "title": ("title", "titel", "titre", "título", "titolo", "název", "nadpis", "tytuł"),
    "distance": ("distance", "distanz", "distancia", "afstand", "distanza", "vzdálenost", "dystans", "distância",
                 "distans", "strecke"),
    "time": ("time", "activity time", "zeit", "durée", "temps", "tiempo", "tijd", "tempo", "čas", "czas", "tid",
             "duration"),
    "moving": ("moving time", "zeit in bewegung", "bewegungszeit", "temps de déplacement", "durée de déplacement",
               "tiempo en movimiento", "bewegingstijd", "tempo in movimento", "doba pohybu", "czas ruchu"),
    "elapsed": ("elapsed time", "verstrichene zeit", "temps écoulé", "tiempo transcurrido", "verstreken tijd",
                "tempo trascorso"),
    "heart_rate": ("avg hr", "average heart rate", "ø herzfrequenz", "durchschnittliche herzfrequenz", "ø hf",
                   "fréquence cardiaque moyenne", "fc moyenne", "frecuencia cardiaca media", "fc media", "gem. hs",
                   "gemiddelde hs", "průměrný st", "průměrná tf"),
    "cadence": ("avg run cadence", "avg cadence", "ø schrittfrequenz (laufen)", "ø schrittfrequenz",
                "ø laufschrittfrequenz", "cadence de course moyenne", "cadence de course à pied moyenne",
                "cadencia de carrera media", "gem. loopcadans", "gemiddelde loopcadans"),
    "ascent": ("total ascent", "elev gain", "elevation gain", "anstieg gesamt", "gesamtanstieg", "ascension totale",
               "gain d'altitude", "ascenso total", "totale stijging", "totaal stijging", "celkové stoupání"),
}  # fmt: skip
_USUAL: Final = {"date": 1, "title": 3, "distance": 4, "time": 6, "heart_rate": 7}
"""The places in the beginning that does not change."""

_UNITS: Final = {"(km)": "km", "[km]": "km", "(mi)": "mi", "[mi]": "mi"}


class Columns(NamedTuple):
    """The places of what is read, None for what a file does not have; `unit` of the distance where its name says it."""

    date: int | None
    title: int | None
    distance: int | None
    time: int | None
    moving: int | None
    elapsed: int | None
    heart_rate: int | None
    cadence: int | None
    ascent: int | None
    unit: str | None = None


def columns_of(header: Sequence[str]) -> Columns:
    """Return the places of a header."""
    names = [folded_name(name) for name in header]
    unit = next((unit for mark, unit in _UNITS.items() for name in names if name.endswith(mark)), None)
    bare = [_without_unit(name) for name in names]
    places = {
        field: next((bare.index(name) for name in known if name in bare), None) for field, known in _NAMES.items()
    }
    taken = set(places.values())
    for field, usual in _USUAL.items():
        if places[field] is None and usual < len(names) and usual not in taken:
            places[field] = usual
    return Columns(**places, unit=unit)


def _without_unit(name: str) -> str:
    return next((name.removesuffix(mark).strip() for mark in _UNITS if name.endswith(mark)), name)
