"""Every kind of roster: what it may have, what it must have, and what one row of it puts into the graph."""

from collections import Counter

import pytest

from loaders.headers import header_key
from loaders.rosters import ROSTERS
from loaders.rosters.roster import Roster, RosterKind
from tests.loaders.office import Office, outcomes

DAY = "填报日期：2022-07-31\n"

KINDS: dict[str, tuple[str, dict[str, int], dict[str, int]]] = {
    "DIVISIONS": (
        "区划代码,区划名称,级别,上级区划\n450903,福绵区,县级,\n450903107,福绵镇,镇,450903",
        {"Division": 2},
        {"PART_OF": 1},
    ),
    "PARKS": ("园区编码,园区名称,所属乡镇\nP1,节能园,福绵镇", {"IndustrialPark": 1}, {"LOCATED_IN": 1}),
    "TOPICS": ("事项编码,事项名称,办事指南,办理时限\nTAX,税务,先预约,15", {"Topic": 1}, {}),
    "AGENCIES": (
        "单位编码,单位名称,单位类别,责任区域,服务事项,受理能力\nA1,区税务局,政府部门,福绵镇、节能园,税务,5",
        {"Agency": 1},
        {"RESPONSIBLE_FOR": 2, "COMPETENT_FOR": 1},
    ),
    "PROGRAMMES": ("行动编码,行动名称,行动目标\nG1,党工联动,建会30家", {"Programme": 1}, {}),
    "ENTERPRISES": (
        "企业名称,所属乡镇,园区,职工人数,党组织名称,书记\n福绵甲公司,福绵镇,节能园,50,福绵甲公司党支部,赵一",
        {"Enterprise": 1, "Observation": 1, "PartyBranch": 1, "Person": 1},
        {"LOCATED_IN": 1, "SITED_IN": 1, "OF": 1, "COVERS": 1, "SECRETARY": 1},
    ),
    "BRANDS": (
        "品牌编码,品牌名称,行业,牵头单位,成员企业\nB1,水洗先锋,水洗,区税务局,福绵甲公司",
        {"IndustryBrand": 1},
        {"LED_BY": 1, "BELONGS_TO": 1},
    ),
    "BRANCHES": (
        (
            "党组织代码,党组织名称,组建方式,覆盖企业,上级党组织,书记,书记任期,届满时间\n"
            "D1,福绵镇党委,党委,,,钱二,2021.05至今,2026.05\nD2,福绵甲公司党支部,单独,福绵甲公司,福绵镇党委,,,"
        ),
        {"PartyBranch": 1, "Person": 1},
        {"SECRETARY": 1, "SUBORDINATE_TO": 1},
    ),
    "UNIONS": (
        (
            "工会名称,建会时间,建会方式,会员数,主席,覆盖企业,依托党组织,所属行动\n"
            "福绵甲公司工会,2022-06,单独,30（含女12）,孙三,福绵甲公司,福绵甲公司党支部,党工联动"
        ),
        {"Union": 1, "Observation": 1, "Person": 1},
        {"COVERS": 1, "FOUNDED_VIA": 1, "CHAIRED_BY": 1, "PART_OF": 1, "OF": 1},
    ),
    "CADRES": (
        "姓名,性别,派出单位,来源,政治面貌\n李四,男,区税务局,区直,中共党员",
        {"Person": 1, "Cadre": 1, "Observation": 1},
        {"IS": 1, "WORKS_AT": 1, "OF": 1},
    ),
    "SELECTIONS": (
        (
            "姓名,派出单位,拟派驻企业,担任职务,启动时间,个人申请,组织审定,任期\n"
            "李四,区税务局,福绵甲公司,第一主席,2022-05,2022-05-10,2022-05-30,2022.06-2024.06"
        ),
        {"Selection": 1, "SelectionStep": 2, "Dispatch": 1},
        {"OF": 3, "FOR": 1, "SERVES": 1, "POSTED_TO": 1, "LED_TO": 1},
    ),
    "DISPATCHES": (
        (
            "姓名,派出单位,担任职务,派驻企业,任期,后盾单位,批次\n"
            "李四,区税务局,第一书记、第一主席,福绵甲公司、水洗先锋,2022.06-2024.06,区税务局,一"
        ),
        {"Dispatch": 3},
        {"SERVES": 3, "POSTED_TO": 3, "BACKS": 4},
    ),
    "MEMBERS": (
        "姓名,所在企业,入党时间,转正时间,所在党组织,人员类别\n周五,福绵甲公司,2010-07-01,2011-07-01,福绵甲公司党支部,正式党员",
        {"Person": 1, "PartyMember": 1, "Observation": 1},
        {"IS": 1, "EMPLOYED_BY": 1, "BELONGS_TO": 1, "OF": 1},
    ),
    "CULTIVATION": (
        (
            "姓名,所在企业,所在党组织,所在工会,递交入党申请书时间,确定为入党积极分子时间,培养联系人\n"
            "吴六,福绵甲公司,福绵甲公司党支部,福绵甲公司工会,2021-01-05,2021-06-01,周五"
        ),
        {"Person": 1, "Activist": 1, "StageEvent": 3},
        {"IS": 1, "EMPLOYED_BY": 1, "CULTIVATED_BY": 1, "UNION_MEMBER_OF": 1, "OF": 3, "MENTORS": 1},
    ),
    "VENUES": (
        "阵地编码,阵地名称,阵地类型,所在企业,同步规划\nV1,甲公司共享之家,共享,福绵甲公司,是",
        {"Venue": 1},
        {"AT": 1},
    ),
    "PLATFORMS": (
        (
            "平台编码,平台名称,平台类型,主办单位,服务对象,服务事项,所在阵地\n"
            "F1,福绵红色驿站,红色驿站,区税务局,福绵镇,税务,甲公司共享之家"
        ),
        {"ServicePlatform": 1},
        {"RUN_BY": 1, "SERVES": 1, "ABOUT": 1, "HOUSED_IN": 1},
    ),
    "REQUESTS": (
        (
            "编号,企业名称,提出时间,诉求类别,诉求内容,反映渠道,主动/被动,承办单位,办结时间,办理人,办理人单位\n"
            "S1,福绵甲公司,2022-05-01,税务,发票增量,走访,主动,区税务局,2022-05-09,李四,区税务局"
        ),
        {"ServiceRequest": 1},
        {"RAISED_BY": 1, "ABOUT": 1, "ASSIGNED_TO": 1, "HANDLED_BY": 1},
    ),
    "POLICIES": (
        "政策编码,政策名称,政策内容,适用企业,生效时间\nZ1,稳岗补贴,每人500元,福绵甲公司,2022-01",
        {"Policy": 1},
        {"FOR": 1},
    ),
    "ACTIVITIES": (
        (
            "编号,活动时间,活动名称,活动类型,活动对象,牵头人,牵头人单位,主办单位,人次,宣讲政策\n"
            "H1,2022-06-10,党务培训,培训,福绵甲公司党支部,李四,区税务局,区税务局,20,稳岗补贴"
        ),
        {"Activity": 1},
        {"FOR": 1, "LED": 1, "ORGANISED_BY": 1, "DELIVERED": 1},
    ),
    "ATTENDANCE": (
        "签到表,活动编号：H1\n姓名,单位,签名,姓名,单位,签名\n周五,福绵甲公司,,郑七,区税务局,",
        {"Person": 1},
        {"ATTENDED": 2, "WORKS_AT": 1},
    ),
    "APPRAISALS": (
        "考核对象,考核年度,有班子,有阵地,有制度,有活动,有经费,有作用\n福绵甲公司党支部,2022,是,是,是,是,否,是",
        {"Appraisal": 1},
        {"OF": 1},
    ),
    "RECTIFICATIONS": (
        "编号,整改对象,发现问题,检查时间,整改期限\nR1,福绵甲公司工会,未按期换届,2022-04,2022-10",
        {"Rectification": 1},
        {"OF": 1},
    ),
}
"""A roster of each kind that builds on those before it, with the nodes and ties that it adds."""


def contents(office: Office) -> tuple[Counter[str], Counter[str]]:
    nodes = office.rows(
        "MATCH (n:Entity) UNWIND labels(n) AS l WITH l WHERE l <> 'Entity' RETURN l, count(*)"
    )
    ties = office.rows("MATCH (:Entity)-[r]->(:Entity) RETURN type(r), count(*)")
    kept = ("Entity", "ImportBatch", "Change", "FROM_BATCH")
    return (
        Counter({label: number for label, number in nodes if label not in kept}),
        Counter({kind: number for kind, number in ties if kind not in kept}),
    )


def test_every_kind_adds_exactly_what_its_rows_say(office: Office) -> None:
    assert set(KINDS) == set(RosterKind.__members__)
    for kind in ROSTERS:
        text, nodes, ties = KINDS[kind.name]
        nodes_before, ties_before = contents(office)
        report = office.load(DAY + text)
        assert [table.kind for table in report.tables] == [kind.name]
        assert report.rejections == [], kind
        assert "LOADED" in outcomes(report) or kind is RosterKind.ATTENDANCE, kind
        nodes_after, ties_after = contents(office)
        assert nodes_after - nodes_before == Counter(nodes), kind
        assert ties_after - ties_before == Counter(ties), kind
    assert office.rows(
        "MATCH (:Cadre)-[:SERVES]-(d:Dispatch)-[:POSTED_TO]->(t:Enterprise) "
        "RETURN d.post, d.from, d.until, t.name ORDER BY d.post"
    ) == [
        ["FIRST_CHAIR", 20220600, 20240600, "福绵甲公司"],
        ["FIRST_SECRETARY", 20220600, 20240600, "福绵甲公司"],
    ]
    assert office.rows("MATCH (:Agency)-[c:COMPETENT_FOR]->(t:Topic) RETURN t.name, c.capacity") == [
        ["税务", 5]
    ]
    assert office.rows("MATCH (o:Observation)-[:OF]->(:Union) RETURN o.day, o.members, o.women_members") == [
        [20220731, 30, 12]
    ]
    before, revision = office.fingerprint(), office.revision()
    for number, kind in enumerate(ROSTERS, 1):
        again = office.load(DAY + KINDS[kind.name][0], f"名册{number}.csv")
        assert set(outcomes(again)) == {"UNCHANGED"}, kind
    assert (office.fingerprint(), office.revision()) == (before, revision)


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=lambda each: each.kind.name)
def test_what_a_kind_requires_it_can_have(roster: Roster) -> None:
    names = {column.name for column in roster.columns}
    assert len(names) == len(roster.columns)
    assert {name for choice in roster.required for name in choice} <= names
    assert set(roster.keys) <= names


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=lambda each: each.kind.name)
def test_no_header_means_two_columns_of_one_kind(roster: Roster) -> None:
    headers = Counter(header_key(text) for column in roster.columns for text in dict.fromkeys(column.headers))
    assert [text for text, number in headers.items() if number > 1] == []


def test_every_kind_of_the_domain_is_there_and_comes_after_what_it_refers_to() -> None:
    assert set(ROSTERS) == set(RosterKind)
    order = list(ROSTERS)
    assert order.index(RosterKind.DIVISIONS) == 0
    assert order.index(RosterKind.CADRES) < order.index(RosterKind.DISPATCHES)
    assert order.index(RosterKind.ACTIVITIES) < order.index(RosterKind.ATTENDANCE)
