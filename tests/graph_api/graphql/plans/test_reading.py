"""What a plan reads from, on its day."""

from datetime import date

import pytest
from graphql.execution.values import VariableValues

from graph_api.graphql.plans.reading import Asked, Reading
from graph_api.graphql.published import CORE
from graph_api.projection.picture import Picture

ASKED = Asked(CORE, {}, VariableValues({}, {}), b"a key that nobody sees")


@pytest.mark.parametrize(("day", "number"), [("1970-01-01", 0), ("1969-12-31", -1), ("2022-08-02", 19206)])
def test_a_reading_is_the_picture_on_its_day(day: str, number: int) -> None:
    reading = Reading.of(ASKED, Picture(7, {}, {}, {}), date.fromisoformat(day), explicit=True)
    assert reading.view.day == number
    assert reading.picture.revision == 7
    assert reading.suffix == f"@{day}"


def test_ids_carry_a_day_only_where_the_caller_named_it() -> None:
    assert Reading.of(ASKED, Picture(7, {}, {}, {}), date(2022, 8, 2), explicit=False).suffix == ""


def test_the_key_shows_nowhere() -> None:
    assert "nobody" not in repr(ASKED)
