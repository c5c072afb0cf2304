"""Tables in the layouts of other programs, and reading them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from typing import BinaryIO

from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.watch import Watch

STRAVA_FIRST: dict[str, str] = {
    "en": "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,"
    "Elapsed Time,Moving Time,Distance",
    "de": "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,"
    "Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,"
    "Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz",
    "cs": "ID aktivity,Datum aktivity,Název aktivity,Typ aktivity,Popis aktivity,Uplynulý čas,Vzdálenost,"
    "Maximální tepová frekvence,Relativní úsilí,Dojíždění,Soukromá poznámka k aktivitě,Vybavení na aktivitu,"
    "Název souboru,Hmotnost sportovce,Hmotnost kola,Uplynulý čas,Aktivní čas,Vzdálenost",
    "fr": "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,"
    "Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Déplacement-transport,"
    "Note privée sur les activités,Matériel utilisé pour l'activité,Nom du fichier,Poids de l'athlète,Poids du vélo,"
    "Temps écoulé,Durée de déplacement,Distance",
    "es": "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,b4,b5,b6,b7,b8,b9,b10,b11,"
    "Nombre de archivo,b13,b14,b15,b16,b17",
    "nl": "Activiteits-ID,Datum van activiteit,Naam activiteit,Type activiteit,b4,b5,b6,b7,b8,b9,b10,b11,"
    "Bestandsnaam,b13,b14,b15,b16,b17",
}
_NAMED = {20: "Elevation Gain", 29: "Average Cadence", 31: "Average Heart Rate", 43: "Perceived Exertion",
          81: "Dirt Distance", 85: "Total Steps"}  # fmt: skip
OLD = ["id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename"]
OLD_FROM_2019 = [
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time",
    "Distance", "Commute", "Activity Gear", "Filename",
]  # fmt: skip


def strava_header(language: str = "en", width: int = 103) -> list[str]:
    """Return a header: what is known of it, then filling, and Media last."""
    rest = [_NAMED.get(place, f"Column {place}") for place in range(18, width - 1)]
    return [*STRAVA_FIRST[language].split(","), *rest, "Media"][:width]


def strava_row(cells: Mapping[int, str], width: int = 103) -> list[str]:
    """Return a row: an English run of 10 km unless the cells say otherwise."""
    usual = {0: "1", 1: "May 29, 2022, 3:53:35 PM", 2: "Laufen", 3: "Run", 5: "3700", 6: "10.00", 9: "false",
             15: "3700.0", 16: "3600.0", 17: "10000.5"} | dict(cells)  # fmt: skip
    return [usual.get(place, "") for place in range(width)]


def table(*rows: Sequence[str]) -> bytes:
    """Return a CSV file."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def in_file(name: str, data: bytes) -> InFile:
    """Return a file in memory."""

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield BytesIO(data)

    return InFile(name, len(data), opened)


def read(kind: str, *files: InFile, answers: Mapping[str, str] | None = None) -> list[Found]:
    """Return what a kind's reader finds in files that it takes for its own."""
    reader = KINDS[kind].load()
    assert reader.is_mine(files)
    return list(reader.read(files, answers or {}, Watch()))
