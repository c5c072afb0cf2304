"""An Apple Health export of any size, in the layout that phones write since iOS 16, with its broken DOCTYPE."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

# An ATTLIST within an ATTLIST, as iOS 16 wrote it; and a comment with what ends a DOCTYPE.
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 ]> -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ATTLIST Workout
  workoutActivityType CDATA #REQUIRED
<!ATTLIST WorkoutStatistics
  type CDATA #REQUIRED
]>
<HealthData locale="de_AT">
 <ExportDate value="2026-03-01 09:00:00 +0100"/>
"""
HEART = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="10.1" '
    'device="&lt;&lt;HKDevice: 0x2801&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch&gt;" '
    'unit="count/min" creationDate="{day} 07:00:01 +0100" startDate="{day} 07:00:00 +0100" '
    'endDate="{day} 07:00:00 +0100" value="{value}">\n'
    '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>\n'
)
STEPS = (
    ' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="{source}" sourceVersion="17.0" unit="count" '
    'creationDate="{day} 08:00:00 +0100" startDate="{day} 07:50:00 +0100" endDate="{day} 08:00:00 +0100" '
    'value="{value}"/>\n'
)
WORKOUT = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min" '
    'sourceName="Watch" startDate="{day} 18:00:00 +0100" endDate="{day} 18:31:00 +0100">\n'
    '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.02" unit="km"/>\n'
    " </Workout>\n"
)
TAIL = "</HealthData>\n"
DAYS = 3650


def pieces(size: int) -> Iterator[bytes]:
    """Yield an export of about `size` bytes: ten years of heart rates, with steps and a run each day."""
    yield HEAD.encode()
    first = datetime(2016, 3, 1)
    per_day = max(1, size // DAYS)
    for number in range(DAYS):
        day = f"{first + timedelta(days=number):%Y-%m-%d}"
        written = WORKOUT.format(day=day) + "".join(
            STEPS.format(day=day, source=source, value=value) for source, value in (("Phone", 4000), ("Watch", 5000))
        )
        heart = HEART.format(day=day, value=60 + number % 90)
        yield (written + heart * max(1, (per_day - len(written)) // len(heart))).encode()
    yield TAIL.encode()


def write_export(path: Path, size: int) -> None:
    """Write an export of about `size` bytes."""
    with path.open("wb") as file:
        for piece in pieces(size):
            file.write(piece)
