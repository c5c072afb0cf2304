"""Reading positions, and the content as the app reads it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.services.guide import reading
from sciatica_journal.services.guide.reading import ReadingState, reading_state, remember_position
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import save_value
from tests.given import window


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with window(tmp_path / "home") as session:
        yield session


def test_positions_and_read_pages_are_remembered(session: Session, tmp_path: Path) -> None:
    assert reading_state(session) == ReadingState({}, frozenset())
    remember_position(session, "start-here", 12, finished=False)
    remember_position(session, "red-flags", 40, finished=True)
    remember_position(session, "red-flags", 3, finished=False)
    session.close()
    with window(tmp_path / "home") as later:
        assert reading_state(later) == ReadingState({"start-here": 12, "red-flags": 3}, frozenset({"red-flags"}))


@pytest.mark.parametrize(
    "kept",
    [5, "x", [], {"positions": [1], "read": {"a": 1}}, {"positions": {"a": "x"}, "read": [[1]]}, {"read": "all"}],
)
def test_a_state_of_another_shape_counts_as_unread(session: Session, kept: Any) -> None:
    save_value(session.writer(), reading.READING, kept)
    assert reading_state(session).positions == {}
    assert remember_position(session, "a", 1, finished=True).positions == {"a": 1}


def test_a_page_is_found_by_its_slug_and_an_unknown_one_is_told(session: Session) -> None:
    first = reading.all_pages()[0]
    assert reading.page(first.slug.upper()) == first
    with pytest.raises(NotThere, match=first.slug):
        reading.page("../../etc/passwd")


def test_the_four_pages_and_ten_practices_are_there(session: Session) -> None:
    slugs = {page.slug for page in reading.all_pages()}
    assert slugs >= {"start-here", "red-flags", "what-sciatica-is", "essays-view"}
    assert {practice.number for practice in reading.all_practices(session)} >= {8, *range(14, 21), 22, 27}
