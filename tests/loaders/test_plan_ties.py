"""One unbroken stay is one relationship: confirmed, completed, or a new one beside it."""

from itertools import permutations

import pytest

from tests.loaders.office import PLACES, Office, outcomes


@pytest.fixture
def district(office: Office) -> Office:
    office.load(PLACES)
    office.load(
        "填报日期：2022-01-31\n企业名称,所属乡镇,职工人数\n福绵甲公司,福绵镇,10\n福绵乙公司,福绵镇,10\n"
    )
    return office


def places(day: str, town: str) -> str:
    return f"填报日期：{day}\n企业名称,所属乡镇,职工人数\n福绵丙公司,{town},10\n"


WHERE = """
    MATCH (:Enterprise {name: '福绵丙公司'})-[l:LOCATED_IN]->(d)
    RETURN d.name, l.from, l.seen ORDER BY l.seen
"""


def test_a_place_is_seen_from_the_earliest_roster_that_states_it(office: Office) -> None:
    office.load(PLACES)
    files = [places("2022-07-31", "福绵镇"), places("2023-07-31", "福绵镇"), places("2024-07-31", "成均镇")]
    seen = set()
    for order in permutations(enumerate(files)):
        office.rows("MATCH (n:Entity) WHERE NOT n:Division DETACH DELETE n")
        for number, text in order:
            office.load(text, f"{number}.csv")
        assert office.rows(WHERE) == [["福绵镇", None, 20220731], ["成均镇", None, 20240731]]
        seen.add(office.fingerprint())
    assert len(seen) == 1


def test_moving_back_is_a_stay_of_its_own(office: Office) -> None:
    office.load(PLACES)
    for day, town in (("2022-07-31", "福绵镇"), ("2023-07-31", "成均镇"), ("2024-07-31", "福绵镇")):
        office.load(places(day, town))
    assert [row[0] for row in office.rows(WHERE)] == ["福绵镇", "成均镇", "福绵镇"]


def branch(*rows: str, day: str = "2022-07-31") -> str:
    return (
        f"填报日期：{day}\n党组织代码,党组织名称,组建方式,覆盖企业,书记,书记任期\n" + "\n".join(rows) + "\n"
    )


LED = "MATCH (:PartyBranch)-[s:SECRETARY]->(p) RETURN p.name, s.from, s.until ORDER BY s.from"


def test_a_date_that_comes_later_completes_the_stay(district: Office) -> None:
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,"))
    assert district.rows(LED) == [["张三", None, None]]
    report = district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021.05-2024.05"))
    assert outcomes(report) == {"CHANGED": 1}
    assert district.rows(LED) == [["张三", 20210500, 20240500]]
    before = "MATCH (:PartyBranch)-[f:FROM_BATCH]->(b {revision: 4}) RETURN f.before"
    assert '"from":null' in district.one(before)


def test_a_month_is_completed_by_its_day(district: Office) -> None:
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021.05-2024.05"))
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021.05.20-2024.05"))
    assert district.rows(LED) == [["张三", 20210520, 20240500]]


def test_a_second_term_is_a_second_stay_and_the_next_secretary_another(district: Office) -> None:
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2018.05-2021.05"))
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2023.05至今"))
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,李四,2021.05-2023.05"))
    assert district.rows(LED) == [
        ["张三", 20180500, 20210500],
        ["李四", 20210500, 20230500],
        ["张三", 20230500, None],
    ]


def test_absence_from_a_later_roster_ends_nothing(district: Office) -> None:
    district.load(branch("DZ1,福绵甲公司党支部,联合,福绵甲公司、福绵乙公司,,"))
    district.load(branch("DZ1,福绵甲公司党支部,联合,福绵甲公司,,", day="2024-07-31"))
    assert district.one("MATCH (:PartyBranch)-[c:COVERS]->() WHERE c.until IS NULL RETURN count(c)") == 2


def test_the_same_stay_said_again_is_confirmed_with_its_row(district: Office) -> None:
    first = district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,,"))
    second = district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,,", day="2023-07-31"))
    assert district.one("MATCH ()-[c:COVERS]->() RETURN c.batch, c.row, c.confirmed") == [
        first.batch,
        3,
        [f"{second.batch}|名册4|3"],
    ]


def test_of_two_ends_the_newer_roster_s_holds_and_an_exact_one_is_never_blurred(district: Office) -> None:
    files = {
        "2022.csv": branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021-2024", day="2022-07-31"),
        "2023.csv": branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021.05-2025.03.10", day="2023-07-31"),
        "2024.csv": branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2021-2025", day="2024-07-31"),
    }
    seen = set()
    for order in permutations(files):
        district.rows("MATCH (n:Entity) WHERE NOT n:Division AND NOT n:Enterprise DETACH DELETE n")
        for name in order:
            district.load(files[name], name)
        seen.add(tuple(map(tuple, district.rows(LED))))
    assert seen == {(("张三", 20210500, 20250310),)}


def test_a_roster_after_the_end_begins_a_new_stay(district: Office) -> None:
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,2018.05-2021.05"))
    district.load(branch("DZ1,福绵甲公司党支部,单独,福绵甲公司,张三,", day="2024-07-31"))
    found = "MATCH (:PartyBranch)-[s:SECRETARY]->() RETURN s.until, s.seen ORDER BY s.until"
    assert district.rows(found) == [[20210500, None], [None, 20240731]]
