"""First elements of phrases, looked up by the words of a text."""

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.safety.first_elements import FirstElements

WORDS = st.sampled_from("abcdef")


@given(st.lists(st.lists(WORDS, min_size=1).map("|".join), unique=True), st.frozensets(WORDS))
def test_it_finds_what_trying_each_would_in_their_order(elements: list[str], spelled: frozenset[str]) -> None:
    found = FirstElements(elements, lambda element: element.split("|")).possible(spelled)
    assert found == [element for element in elements if not spelled.isdisjoint(element.split("|"))]


def test_nothing_is_found_without_words() -> None:
    assert FirstElements(["a|b"], lambda element: element.split("|")).possible(frozenset()) == []
