"""The country whose numbers are shown."""

from dataclasses import replace

import pytest

from sciatica_journal.services.care.support import help_lines
from sciatica_journal.services.country import country_of_locale
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.notice import number_of, urgent_of


@pytest.mark.parametrize(
    ("environ", "country"),
    [
        ({"LANG": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "en_US.UTF-8", "LC_MONETARY": "de_AT.UTF-8"}, "AT"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_NZ"}, "NZ"),
        ({"LANG": "de_DE@euro"}, "DE"),
        ({"LANG": "C"}, ""),
        ({"LANG": "en_001.UTF-8"}, ""),
        ({"LANG": "[_]].UTF-8"}, ""),
        ({}, ""),
    ],
)
def test_a_locale_names_a_country(environ: dict[str, str], country: str) -> None:
    assert country_of_locale(environ) == country


def test_the_country_of_the_system_is_a_guess(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert number_of(session) == "112 or your local emergency number"
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert number_of(session) == "911 or your local emergency number"
    assert "988" in help_lines(session)[-1][1][0]
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert number_of(session) == "112 or your local emergency number"


def test_what_settings_say_is_no_guess(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    session.settings = replace(session.settings, region="gb")
    assert number_of(session) == "999 or 112"
    assert "111" in urgent_of(session)
    session.settings = replace(session.settings, region="", emergency_number="144")
    assert number_of(session) == "144"
