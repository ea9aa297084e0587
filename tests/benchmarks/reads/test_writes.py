"""A small write is one roster row, committed by the loader before its number is told."""

from pathlib import Path

from benchmarks.reads.contenders import starts
from benchmarks.reads.stores import Store
from benchmarks.reads.writes import FIRST_NUMBER, Writes

NUMBERS = """
MATCH (e:Enterprise)<-[:OF]-(o:Observation) WHERE o.employees >= $least
RETURN e.code AS code, o.employees AS number ORDER BY number
"""


def test_each_enterprise_gets_its_number(district: Store, tmp_path: Path) -> None:
    one = district.database
    with one.driver.session(database=one.name) as session:
        codes = session.run("MATCH (e:Enterprise) RETURN e.code ORDER BY e.code LIMIT 3").value()
        for told in Writes(district, tmp_path).numbers(codes):
            found = [tuple(each) for each in session.run(NUMBERS, least=FIRST_NUMBER)]
            assert found[-1] == (told.code, told.number)
    assert [code for code, _ in found] == codes
    assert starts(district) == [""]
