"""Two graphs that say the same have the same hash, and no others."""

import pytest

from tests.loaders.office import PLACES, Office

ROSTER = "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数\n福绵甲公司,福绵镇,10\n福绵乙公司,成均镇,20\n"


@pytest.fixture
def filled(office: Office) -> Office:
    office.load(PLACES, "区划.csv")
    office.load(ROSTER, "企业.csv")
    return office


def test_ids_codes_revisions_and_times_do_not_count(filled: Office) -> None:
    before = filled.fingerprint()
    ids = filled.rows("MATCH (n:Entity) RETURN n.id ORDER BY n.id")
    filled.rows("MATCH (n:Entity) DETACH DELETE n")
    filled.rows("MATCH (c:Counter) SET c.value = CASE c.name WHEN 'ids' THEN 900000 ELSE 0 END")
    filled.load(PLACES, "区划.csv")
    filled.load(ROSTER, "企业.csv")
    assert filled.rows("MATCH (n:Entity) RETURN n.id ORDER BY n.id") != ids
    assert filled.fingerprint() == before


SWAPPED = """
    MATCH (a:Enterprise {name: '福绵甲公司'})-[l:LOCATED_IN]->(x)
    MATCH (b:Enterprise {name: '福绵乙公司'})-[m:LOCATED_IN]->(y)
    WITH a, b, l, m, x, y, properties(l) AS first, properties(m) AS second
    DELETE l, m
    WITH a, b, x, y, first, second
    CREATE (a)-[n:LOCATED_IN]->(y), (b)-[o:LOCATED_IN]->(x)
    SET n = first, o = second
"""


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (e:Enterprise {name: '福绵甲公司'}) SET e.size = 'SMALL'",
        "MATCH (o:Observation {employees: 10}) SET o.employees = 11",
        "MATCH (:Enterprise {name: '福绵甲公司'})-[l:LOCATED_IN]->() SET l.from = 20220101",
        "MATCH (e:Enterprise {name: '福绵甲公司'})-[l:LOCATED_IN]->() DELETE l",
        "MATCH (e:Enterprise {name: '福绵甲公司'})-[f:FROM_BATCH]->() SET f.row = 9",
        "MATCH (e:Enterprise {name: '福绵甲公司'}) DETACH DELETE e",
        SWAPPED,
    ],
)  # fmt: skip
def test_every_difference_counts(filled: Office, change: str) -> None:
    before = filled.fingerprint()
    filled.rows(change)
    assert filled.fingerprint() != before


def test_a_sheet_may_be_called_anything(office: Office) -> None:
    office.load(PLACES, "一|二.csv")
    office.load(PLACES.replace("上级区划", "上级"), "三|四.csv")
    assert len(office.fingerprint()) == 32
