"""One transaction a batch; revisions without a hole, whoever else writes, whatever breaks."""

import threading
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import ServiceUnavailable

from loaders import commit
from loaders.outcome import Report
from loaders.pipeline import open_roster
from tests.loaders.office import PLACES, Office, outcomes

HEADER = "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数\n"


def roster(*names: str) -> str:
    return HEADER + "".join(f"{name},福绵镇,10\n" for name in names)


def test_two_loads_at_once_are_both_whole_and_nothing_is_doubled(office: Office) -> None:
    office.load(PLACES)
    files = [office.file(roster(*(f"福绵{n}公司" for n in range(start, start + 40)))) for start in (0, 20)]
    reports: list[Report] = []
    threads = [
        threading.Thread(target=lambda file=file: reports.append(office.loader.load(open_roster(file))))
        for file in files
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert office.one("MATCH (e:Enterprise) RETURN count(e)") == 60
    assert sorted(report.revision or 0 for report in reports) == [2, 3]
    assert office.rows("MATCH (c:Change) RETURN c.revision ORDER BY c.revision") == [[1], [2], [3]]


def test_a_plan_that_another_write_overtook_is_made_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(PLACES)
    write = commit.write
    overtaken: list[bool] = []

    def late(session: neo4j.Session, *others: Any) -> int:
        if not overtaken:
            overtaken.append(True)
            office.load(roster("福绵甲公司"))
        return write(session, *others)

    monkeypatch.setattr("loaders.pipeline.write", late)
    report = office.load(roster("福绵甲公司", "福绵乙公司"))
    assert outcomes(report) == {"LOADED": 1, "UNCHANGED": 1}
    assert office.one("MATCH (e:Enterprise) RETURN count(e)") == 2
    assert office.revision() == report.revision == 3


def test_a_commit_whose_answer_was_lost_is_found_by_its_batch(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(PLACES)
    honest = neo4j.Transaction.commit
    lost: list[bool] = []

    def cut(transaction: neo4j.Transaction) -> None:
        honest(transaction)
        if not lost:
            lost.append(True)
            raise ServiceUnavailable("the answer never came")

    monkeypatch.setattr(neo4j.Transaction, "commit", cut)
    report = office.load(roster("福绵甲公司"))
    assert lost
    assert report.revision == office.revision() == 2
    assert office.one("MATCH (b:ImportBatch) RETURN count(b)") == 2


def test_a_database_that_is_still_away_is_asked_again_whether_the_batch_is_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(PLACES)
    honest_commit, honest_run = neo4j.Transaction.commit, neo4j.Session.run
    lost: list[str] = []

    def cut(transaction: neo4j.Transaction) -> None:
        honest_commit(transaction)
        if not lost:
            lost.append("commit")
            raise ServiceUnavailable("the answer never came")

    def away(session: neo4j.Session, *query: Any, **parameters: Any) -> neo4j.Result:
        if lost == ["commit"]:
            lost.append("asked")
            raise ServiceUnavailable("not back yet")
        return honest_run(session, *query, **parameters)

    monkeypatch.setattr(neo4j.Transaction, "commit", cut)
    monkeypatch.setattr(neo4j.Session, "run", away)
    report = office.load(roster("福绵甲公司"))
    assert lost == ["commit", "asked"]
    assert report.revision == office.revision() == 2
    assert office.one("MATCH (b:ImportBatch) RETURN count(b)") == 2


def test_what_fails_in_the_middle_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.load(PLACES)
    before = office.fingerprint()

    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(commit, "_take_revision", broken)
    with pytest.raises(ZeroDivisionError):
        office.load(roster("福绵甲公司"))
    monkeypatch.undo()
    assert (office.fingerprint(), office.revision()) == (before, 1)
    assert outcomes(office.load(roster("福绵甲公司"))) == {"LOADED": 1}


def test_a_change_of_many_keys_names_its_batch_and_only_where_its_keys_begin_and_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(PLACES)
    monkeypatch.setattr(commit, "_KEYS_IN_A_CHANGE", 5)
    report = office.load(roster("福绵甲公司", "福绵乙公司"))
    operations, batch = office.one("MATCH (c:Change {revision: 2}) RETURN c.operations, c.batch")
    ids = sorted(office.one("MATCH (e:Enterprise) RETURN collect(e.id)"))
    keys = sorted(office.one("MATCH (:Enterprise)-[r:LOCATED_IN]->() RETURN collect(r.key)"))
    assert batch == report.batch
    assert f"+Enterprise:{ids[0]}..{ids[-1]}" in operations
    assert f"+LOCATED_IN:{keys[0]}..{keys[-1]}" in operations


def test_many_rows_and_few_make_the_same_graph(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"福绵{n}公司" for n in range(30)]
    office.load(PLACES, "区划.csv")
    office.load(roster(*names), "企业.csv")
    few = office.fingerprint()
    office.rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n")
    monkeypatch.setattr(commit, "_MANY_ROWS", 1)
    office.load(PLACES, "区划.csv")
    office.load(roster(*names), "企业.csv")
    assert office.fingerprint() == few
