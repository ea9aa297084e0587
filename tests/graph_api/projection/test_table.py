import neo4j
import numpy as np
import pytest

from graph_api.database.connection import Database
from graph_api.projection.table import read_range
from schema.catalog import NODE_TYPES
from schema.enterprise import Size

MADE = """
CREATE (:Enterprise:Entity {id: 9, code: 'ENT-9', name: '甲厂', established: 20220800, mature: true,
                            size: 'SMALL', former_names: ['旧厂', '老厂']}),
       (:Enterprise:Entity {id: 4, code: 'ENT-4', stated_code: 'X4', mature: false})
"""


def test_a_table_holds_what_is_stored_a_row_a_node(database: Database) -> None:
    with database.driver.session(database=database.name) as session:
        session.run(MADE).consume()
        table = read_range(session, "Enterprise")
    rows = table.rows(np.array([4, 9]))
    shown = {name: table.columns[name][rows].tolist() for name in ("established", "mature", "size")}
    assert sorted(table.ids.tolist()) == [4, 9]
    assert shown == {
        "established": [0, 20220800],
        "mature": [0, 1],
        "size": [-1, list(Size).index(Size.SMALL)],
    }
    assert table.columns["stated_code"].take(rows).to_pylist() == ["X4", None]
    assert table.columns["former_names"].take(rows).to_pylist() == [None, ["旧厂", "老厂"]]
    assert table.rows(np.array([9, 5, 4, 99])).tolist() == [rows[1], -1, rows[0], -1]


@pytest.mark.parametrize("name", NODE_TYPES)
def test_every_type_has_a_table_without_identity_numbers(name: str, driver: neo4j.Driver) -> None:
    with driver.session() as session:
        table = read_range(session, name)
    assert "id_hash" not in table.columns
    assert {len(each) for each in table.columns.values()} == {0}
    assert table.rows(np.array([1])).tolist() == [-1]
