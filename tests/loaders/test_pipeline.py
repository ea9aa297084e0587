"""A file's way from the clerk's hand into the graph, and what the clerk is told."""

from pathlib import Path

import pytest

from loaders.cells.id_number import check_character
from loaders.errors import FileEmpty, FileMissing
from loaders.outcome import RowOutcome
from loaders.pipeline import open_roster
from loaders.refusals import DayRequired, RowsRejected
from loaders.rosters.roster import RosterKind
from tests.loaders.office import PLACES, Office, codes, outcomes

ENTERPRISES = """
填报日期：2022-07-31
企业名称,统一社会信用代码,所属乡镇,职工人数,是否建立党组织
福绵甲制衣公司,,福绵镇,约50,是
福绵乙水洗公司,,成均镇,"1,200",否
福绵丙公司,,无名镇,30,
"""


def test_each_row_has_one_outcome_and_each_rejection_says_where_why_and_how_to_mend_it(
    office: Office,
) -> None:
    office.load(PLACES)
    report = office.load(ENTERPRISES)
    assert outcomes(report) == {"LOADED": 2, "REJECTED": 1}
    assert report.read == sum(report.rows.values()) == 5
    (rejection,) = report.rejections
    assert (rejection.row, rejection.column, rejection.value) == (5, "C 所属乡镇", "无名镇")
    assert rejection.finding.code == "UNKNOWN_REFERENCE"
    assert rejection.finding.remedy.zh


def test_the_graph_holds_what_the_accepted_rows_say(office: Office) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES)
    assert office.rows(
        "MATCH (e:Enterprise)-[l:LOCATED_IN]->(d:Division), (o:Observation)-[:OF]->(e) "
        "RETURN e.name, d.code, l.seen, o.day, o.employees, o.employees_bound, o.has_branch ORDER BY e.name"
    ) == [
        ["福绵乙水洗公司", "450903108", 20220731, 20220731, 1200, None, False],
        ["福绵甲制衣公司", "450903107", 20220731, 20220731, 50, "ABOUT", True],
    ]


def test_the_same_file_again_changes_nothing_and_takes_no_revision(office: Office) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES, "企业.csv")
    before, revision = office.fingerprint(), office.revision()
    again = office.load(ENTERPRISES, "企业.csv")
    assert outcomes(again) == {"UNCHANGED": 2, "REJECTED": 1}
    assert (again.batch, again.revision) == (None, None)
    assert (office.fingerprint(), office.revision()) == (before, revision)


def test_a_row_that_was_rejected_is_loaded_once_what_it_refers_to_is_there(office: Office) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES, "企业.csv")
    office.load("区划代码,区划名称,级别,上级区划\n450903109,无名镇,镇,450903\n")
    again = office.load(ENTERPRISES, "企业.csv")
    assert outcomes(again) == {"LOADED": 1, "UNCHANGED": 2}
    assert again.revision == office.revision() == 4


def test_another_file_with_the_same_facts_writes_its_confirmations(office: Office) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES)
    other = office.load(ENTERPRISES.replace("福绵丙公司,,无名镇,30,", ""))
    assert outcomes(other) == {"UNCHANGED": 2}
    assert other.revision == 3
    assert (
        office.one("MATCH (:Enterprise)-[l:LOCATED_IN]->() WHERE size(l.confirmed) = 1 RETURN count(l)") == 2
    )
    assert office.one("MATCH (:Enterprise)-[f:FROM_BATCH]->() RETURN count(f)") == 4


def test_a_dry_run_writes_nothing_at_all(office: Office) -> None:
    office.load(PLACES)
    nodes = office.rows("MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id")
    report = office.load(ENTERPRISES, dry_run=True)
    assert outcomes(report) == {"LOADED": 2, "REJECTED": 1}
    assert (report.nodes > 0, report.batch) == (True, None)
    assert office.rows("MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id") == nodes


def test_strict_writes_nothing_where_a_row_is_rejected(office: Office) -> None:
    office.load(PLACES)
    before = office.fingerprint()
    with pytest.raises(RowsRejected):
        office.load(ENTERPRISES, strict=True)
    assert office.fingerprint() == before


def test_values_that_change_with_time_need_a_day(office: Office) -> None:
    office.load(PLACES)
    undated = ENTERPRISES.replace("填报日期：2022-07-31", "福绵区企业")
    assert outcomes(office.load(undated, dry_run=True)) == {"LOADED": 2, "REJECTED": 1}
    with pytest.raises(DayRequired):
        office.load(undated)
    assert outcomes(office.load(undated, as_of="2022-08")) == {"LOADED": 2, "REJECTED": 1}
    assert office.one("MATCH (o:Observation) RETURN DISTINCT o.day") == 20220800


def test_every_write_is_one_batch_and_one_change_with_the_next_revision(office: Office) -> None:
    office.load(PLACES)
    report = office.load(ENTERPRISES)
    batch = """
        MATCH (b:ImportBatch {code: $code})
        RETURN b.revision, b.imported_by, b.rows_loaded, b.rows_rejected, b.day
    """
    assert office.one(batch, code=report.batch) == [2, "clerk", 2, 1, 20220731]
    operations = office.one("MATCH (c:Change {revision: 2}) RETURN c.operations")
    ids = {f"+Enterprise:{row[0]}" for row in office.rows("MATCH (e:Enterprise) RETURN e.id")}
    assert ids <= set(operations)
    assert office.rows("MATCH (c:Change) RETURN c.revision ORDER BY c.revision") == [[1], [2]]


def test_every_node_says_from_which_row_each_of_its_fields_came(office: Office) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES, "企业.csv")
    assert office.rows(
        "MATCH (:Enterprise {name: '福绵甲制衣公司'})-[f:FROM_BATCH]->(b) "
        "RETURN b.file, f.sheet, f.row, f.day, f.fields"
    ) == [["企业.csv", "企业", 3, 20220731, ["name"]]]
    facts = "MATCH (n:Entity) WHERE NOT n:ImportBatch AND NOT n:Change"
    assert office.one(f"{facts} AND NOT (n)-[:FROM_BATCH]->() RETURN count(n)") == 0


def test_files_are_put_in_an_order_in_which_each_finds_what_it_refers_to(office: Office) -> None:
    enterprises, places = open_roster(office.file(ENTERPRISES)), open_roster(office.file(PLACES))
    assert sorted([enterprises, places], key=lambda each: each.turn) == [places, enterprises]


def test_an_identity_number_is_stored_only_as_a_keyed_hash(office: Office) -> None:
    office.load("单位编码,单位名称,单位类别\nA01,福绵区人社局,政府部门\n")
    number = "4509031980010100" + "1"
    number += check_character(number)
    header = "填报日期：2022-07-31\n姓名,身份证号,派出单位,政治面貌\n"
    report = office.load(f"{header}张三,{number},福绵区人社局,中共党员\n")
    assert outcomes(report) == {"LOADED": 1}
    assert len(office.one("MATCH (p:Person) RETURN p.id_hash")) == 64
    assert number not in repr(office.rows("MATCH (n) RETURN properties(n)"))


@pytest.mark.parametrize(("text", "refusal"), [(None, FileMissing), ("", FileEmpty)])
def test_a_missing_or_empty_file_is_refused_by_name(
    tmp_path: Path, text: str | None, refusal: type[Exception]
) -> None:
    path = tmp_path / "空.csv"
    if text is not None:
        path.write_text(text)
    with pytest.raises(refusal, match=r"空\.csv"):
        open_roster(path)


def test_a_wrong_check_digit_rejects_the_row_and_names_the_cell(office: Office) -> None:
    office.load(PLACES)
    report = office.load(
        "填报日期：2022-07-31\n企业名称,统一社会信用代码,所属乡镇\n福绵甲公司,91450903MA5K000001,福绵镇\n"
    )
    assert codes(report) == ["USCC_CHECK"]
    assert report.rejections[0].column == "B 统一社会信用代码"


def test_columns_of_no_known_meaning_are_named(office: Office) -> None:
    office.load(PLACES)
    report = office.load(
        "填报日期：2022-07-31\n序号,企业名称,所属乡镇,规模,幸运数字\n1,福绵甲公司,福绵镇,小型,7\n"
    )
    assert [column for _, column in report.ignored_columns] == ["E 幸运数字"]
    assert report.rows[RowOutcome.LOADED] == 1


def test_a_kind_can_be_named_where_the_header_would_leave_it_open(office: Office) -> None:
    report = office.load(PLACES, kind=RosterKind.DIVISIONS)
    assert [table.kind for table in report.tables] == ["DIVISIONS"]
