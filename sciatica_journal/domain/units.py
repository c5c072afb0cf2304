"""Distances and durations as people write and read them. Kept are kilometres and minutes."""

from typing import Final

KM_PER_MILE: Final = 1.609344


def to_km(distance: float, unit: str) -> float:
    """Return kilometres (three decimals) of a distance in `km` or `mi`."""
    return round(distance * KM_PER_MILE if unit == "mi" else distance, 3)


def shown_distance(km: float, unit: str) -> str:
    """Return a distance such as `5.2 km` or `3.2 mi`: at most two decimals, no trailing zeros."""
    value = km / KM_PER_MILE if unit == "mi" else km
    return f"{value:.2f}".rstrip("0").rstrip(".") + f" {unit}"


def shown_duration(minutes: float) -> str:
    """Return a duration as `32:10` or `1:32:05`."""
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def shown_hours(hours: float) -> str:
    """Return hours of sleep as `7 h` or `7 h 30`."""
    minutes = round(hours * 60)
    return f"{minutes // 60} h" + (f" {minutes % 60:02d}" if minutes % 60 else "")
