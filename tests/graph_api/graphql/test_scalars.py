from datetime import date

from graph_api.graphql.scalars import SCALARS, Day
from schema.partial_date import PartialDate


def test_days_are_written_and_read_as_iso_8601() -> None:
    day, partial = SCALARS[Day], SCALARS[PartialDate]
    assert day.serialize is not None
    assert day.parse_value is not None
    assert day.serialize(date(2022, 8, 2)) == "2022-08-02"
    assert day.parse_value("2022-08-02") == date(2022, 8, 2)
    assert partial.serialize is not None
    assert partial.parse_value is not None
    for text in ("2022", "2022-08", "2022-08-15"):
        assert partial.serialize(partial.parse_value(text)) == text
