"""Pages begin after one another, and the driver is a client like the others."""

import contextlib

from benchmarks.reads.contenders import DAY, DriverClient, starts
from benchmarks.reads.moment import Moment
from benchmarks.reads.stores import Store
from benchmarks.reads.tables import nested
from examples.district.store import write_district
from graph_api.database.connection import Database
from graph_api.settings import Settings


def test_pages_cover_the_list_without_gap(database: Database, settings: Settings) -> None:
    write_district(database.driver, database.name, 350)
    begins = starts(Store(350, settings, database))
    assert len(begins) == 3
    with contextlib.closing(DriverClient(database.driver, database.name)) as client:
        asked = [{"after": after, "first": 100, **Moment(DAY).parameters()} for after in begins]
        pages = [nested(client.ask(each)) for each in asked]
    codes = [edge["cursor"] for page in pages for edge in page["edges"]]
    assert len(codes) == len(set(codes)) == 300
    assert codes == sorted(codes)
    assert [page["pageInfo"]["endCursor"] for page in pages[:-1]] == begins[1:]
