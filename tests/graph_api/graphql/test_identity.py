from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.graphql.failures import BadInput
from graph_api.graphql.identity import GlobalId
from schema.catalog import NODE_TYPES


@given(
    st.sampled_from(sorted(NODE_TYPES)),
    st.integers(0, 10**18 - 1),
    st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
)
def test_an_id_is_read_back(name: str, number: int, day: date | None) -> None:
    made = GlobalId(name, number, day)
    assert GlobalId.parse(str(made)) == made


@given(st.text())
def test_no_text_is_mistaken_for_an_id(text: str) -> None:
    found = GlobalId.recognise(text)
    assert found is None or str(found) == text


@pytest.mark.parametrize("text", ["", "x", "91450900AAAAAAAA01", "RW50ZXJwcmlzZTo=", "\ud800", "TmlsOjE"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        GlobalId.parse(text)


def test_an_id_of_a_day_answers_for_that_day_alone() -> None:
    made = GlobalId("Enterprise", 1, date(2022, 8, 2))
    assert made.on(None) == made.on(date(2022, 8, 2)) == date(2022, 8, 2)
    with pytest.raises(BadInput):
        made.on(date(2022, 8, 3))


def test_an_id_without_a_day_takes_the_day_asked_for() -> None:
    assert GlobalId("Enterprise", 1).on(date(2022, 8, 2)) == date(2022, 8, 2)
    assert GlobalId("Enterprise", 1).on(None) is None
