"""Hypothesis on a machine that does other things too: no deadlines, and slow generation is no failure."""

from hypothesis import HealthCheck, settings


def load_patient_profile() -> None:
    """Make the patient profile the default of the tests that are collected from now on."""
    settings.register_profile(
        "patient",
        max_examples=30,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    settings.load_profile("patient")
