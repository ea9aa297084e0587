from datetime import date, timedelta

import numpy as np
import pytest

from graph_api.projection.epoch_days import days_after, first_days, last_days
from schema.partial_date import PartialDate

EPOCH = date(1970, 1, 1)
MISSING = -7


@pytest.mark.parametrize("stored", [20220000, 20220800, 20220831, 20200200, 20211200, 19491001, 21001231])
def test_a_column_reads_a_partial_date_as_the_schema_does(stored: int) -> None:
    column, partial = np.array([stored, 0], np.int32), PartialDate(stored)
    found = [days(column, MISSING).tolist() for days in (first_days, last_days, days_after)]
    meant = [partial.first, partial.last, partial.after]
    assert found == [[(day - EPOCH) // timedelta(1), MISSING] for day in meant]
