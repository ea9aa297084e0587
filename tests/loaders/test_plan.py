"""What a row changes: later rosters win, lists add, observations have their day."""

from itertools import permutations

import pytest

from tests.loaders.office import PLACES, Office, codes, outcomes


def roster(day: str, *rows: str) -> str:
    header = "企业名称,统一社会信用代码,所属乡镇,职工人数,规模,曾用名,行业\n"
    return f"填报日期：{day}\n{header}" + "\n".join(rows) + "\n"


CODE = "91450903MA5KAAAA1"


@pytest.fixture
def district(office: Office) -> Office:
    office.load(PLACES)
    return office


def test_the_roster_of_the_later_day_wins_in_whatever_order_files_come(district: Office) -> None:
    files = [
        district.file(roster("2022-07-31", "福绵甲公司,,福绵镇,10,小型,,水洗")),
        district.file(roster("2024-07-31", "福绵甲公司,,福绵镇,20,中型,,印染")),
        district.file(roster("2026-07-31", "福绵甲公司,,福绵镇,30,大型,,印染")),
    ]
    seen = set()
    for order in permutations(files):
        district.rows("MATCH (n:Entity) WHERE NOT n:Division DETACH DELETE n")
        for file in order:
            district.load(file.read_text(), file.name)
        seen.add(district.fingerprint())
        assert district.rows("MATCH (e:Enterprise) RETURN e.size, e.industry") == [["LARGE", "1713"]]
    assert len(seen) == 1


def test_an_older_value_is_left_out_with_a_warning_and_kept_on_record(district: Office) -> None:
    district.load(roster("2024-07-31", "福绵甲公司,,福绵镇,20,中型,,"))
    report = district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,小型,,"))
    assert outcomes(report) == {"CHANGED": 1}
    assert "SUPERSEDED" in [each.finding.code for each in report.warnings]
    assert district.one("MATCH (e:Enterprise) RETURN e.size") == "MEDIUM"
    kept = "MATCH (:Enterprise)-[f:FROM_BATCH {day: 20220731}]->() RETURN f.fields, f.kept"
    assert district.one(kept) == [["name", "size"], ["size"]]


def test_a_change_keeps_the_value_before(district: Office) -> None:
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,小型,,"))
    district.load(roster("2024-07-31", "福绵甲公司,,福绵镇,10,中型,,"))
    assert (
        district.one("MATCH (:Enterprise)-[f:FROM_BATCH {day: 20240731}]->() RETURN f.before")
        == '{"size":"SMALL"}'
    )


def test_observations_are_one_a_subject_and_day(district: Office) -> None:
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,,,"))
    district.load(roster("2024-07", "福绵甲公司,,福绵镇,20,,,"))
    branch = "填报日期：2022-07-31\n企业名称,所属乡镇,党员数\n福绵甲公司,福绵镇,3\n"
    district.load(branch)
    found = "MATCH (o:Observation) RETURN o.day, o.employees, o.full_members ORDER BY o.day"
    assert district.rows(found) == [[20220731, 10, 3], [20240700, 20, None]]


def test_a_blank_cell_says_nothing_and_none_says_none(district: Office) -> None:
    header = "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数,党员数,是否建立党组织,是否建立工会\n"
    district.load(header + "福绵甲公司,福绵镇,/,无,无,\n")
    (values,) = district.rows("MATCH (o:Observation) RETURN properties(o)")
    assert {name for name in values[0] if name not in ("id", "code", "match", "day")} == {
        "full_members",
        "has_branch",
    }
    assert values[0]["full_members"] == 0
    assert values[0]["has_branch"] is False


def test_lists_only_grow(district: Office) -> None:
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,,福绵老公司,"))
    district.load(roster("2024-07-31", "福绵甲公司,,福绵镇,10,,福绵旧公司,"))
    assert district.one("MATCH (e:Enterprise) RETURN e.former_names") == ["福绵旧公司", "福绵老公司"]


def test_a_valid_organisation_outranks_a_stated_no_with_a_warning(district: Office) -> None:
    district.load(
        "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数,党组织名称\n福绵甲公司,福绵镇,10,福绵甲公司党支部\n"
    )
    report = district.load(
        "填报日期：2024-07-31\n企业名称,所属乡镇,职工人数,是否建立党组织\n福绵甲公司,福绵镇,10,否\n"
    )
    assert [each.finding.code for each in report.warnings] == ["STATED_NO_BUT_THERE"]


def test_rows_that_contradict_each_other_are_all_rejected(district: Office) -> None:
    report = district.load(
        roster(
            "2022-07-31", "福绵甲公司,,福绵镇,10,,,", "福绵甲公司,,福绵镇,12,,,", "福绵乙公司,,福绵镇,5,,,"
        )
    )
    assert outcomes(report) == {"LOADED": 1, "REJECTED": 2}
    assert {each.finding.code for each in report.rejections} == {"CONTRADICTS_ROW"}
    assert district.one("MATCH (e:Enterprise) RETURN e.name") == "福绵乙公司"


def test_a_row_twice_is_once(district: Office) -> None:
    report = district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,,,", "福绵甲公司,,福绵镇,10,,,"))
    assert outcomes(report) == {"LOADED": 1, "UNCHANGED": 1}


def test_a_person_contradicted_within_a_file_is_rejected_too(district: Office) -> None:
    district.load("单位编码,单位名称,单位类别\nA01,福绵区人社局,政府部门\n")
    header = "填报日期：2022-07-31\n姓名,性别,派出单位,政治面貌\n"
    report = district.load(header + "张三,男,福绵区人社局,中共党员\n张三,女,福绵区人社局,中共党员\n")
    assert outcomes(report) == {"REJECTED": 2}


def test_a_warning_names_the_cell_whose_value_was_left_out(district: Office) -> None:
    district.load(roster("2024-07-31", "福绵甲公司,,福绵镇,20,中型,,"))
    report = district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,小型,,"))
    assert [(each.column, each.value) for each in report.warnings] == [("E 规模", "小型")]


def test_an_exact_count_takes_back_the_bound(district: Office) -> None:
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,约50,,,"))
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,50,,,"), "更正.csv")
    assert district.one("MATCH (o:Observation) RETURN o.employees, o.employees_bound") == [50, None]


def test_all_rows_of_a_contradiction_are_rejected_and_so_are_two_places_on_one_day(district: Office) -> None:
    rows = ("福绵甲公司,,福绵镇,10,,,", "福绵甲公司,,福绵镇,10,,,", "福绵甲公司,,福绵镇,12,,,")
    assert outcomes(district.load(roster("2022-07-31", *rows))) == {"REJECTED": 3}
    moved = ("福绵乙公司,,福绵镇,10,,,", "福绵乙公司,,成均镇,10,,,")
    assert outcomes(district.load(roster("2022-07-31", *moved))) == {"REJECTED": 2}


def test_a_row_that_states_nothing_is_rejected_and_never_unchanged(district: Office) -> None:
    district.load("单位编码,单位名称,单位类别\nA01,福绵区人社局,政府部门\n")
    district.load("填报日期：2022-07-31\n姓名,派出单位,政治面貌\n张三,福绵区人社局,中共党员\n")
    header = "姓名,派出单位,担任职务,派驻企业,任期\n"
    report = district.load(
        header + "张三,福绵区人社局,第一主席,,2022.06至今\n张三,福绵区人社局,第一书纪,甲,2022.06至今\n"
    )
    assert outcomes(report) == {"REJECTED": 2}
    assert [each.finding.code for each in report.rejections] == ["CELL_REQUIRED", "TERM_UNKNOWN"]


def test_a_row_that_could_not_be_found_again_is_rejected(district: Office) -> None:
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,,,"))
    report = district.load("企业名称,提出时间,诉求类别,诉求内容\n福绵甲公司,2022-05-01,税务,\n")
    assert [each.finding.code for each in report.rejections] == ["CELL_REQUIRED"]


def test_a_request_does_not_rename_the_office_s_own_topic(district: Office) -> None:
    district.load("事项编码,事项名称,办理时限\nTAX,办税服务,15\n")
    district.load(roster("2022-07-31", "福绵甲公司,,福绵镇,10,,,"))
    district.load("企业名称,提出时间,诉求类别,诉求内容\n福绵甲公司,2022-05-01,税务,发票\n")
    assert district.one("MATCH (t:Topic) RETURN t.name") == "办税服务"


def test_an_organisation_named_none_is_known_not_to_be_there(district: Office) -> None:
    header = "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数,党组织名称,工会名称,是否建立党组织\n"
    district.load(header + "福绵甲公司,福绵镇,3,无,,\n福绵乙公司,福绵镇,3,,无,\n福绵丙公司,福绵镇,3,无,,是\n")
    assert district.rows(
        "MATCH (o:Observation)-[:OF]->(e) RETURN e.name, o.has_branch, o.has_union ORDER BY e.name"
    ) == [["福绵丙公司", True, None], ["福绵乙公司", None, False], ["福绵甲公司", False, None]]


def test_no_report_shows_an_identity_number_wherever_it_was_written(district: Office) -> None:
    number = "110101199003074610"
    report = district.load(
        "填报日期：2022-07-31\n企业名称,统一社会信用代码,所属乡镇,职工人数\n"
        f"福绵甲公司,{number},福绵镇,1\n福绵乙公司,,{number},1\n福绵丙公司,,福绵镇,{number}\n"
    )
    assert sorted(codes(report)) == ["UNKNOWN_REFERENCE", "USCC_CHECK"]
    assert len(report.warnings) == 1
    assert number not in repr([*report.rejections, *report.warnings])
