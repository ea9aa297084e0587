"""Which node a row means: by code, by name and unit, never a person by name alone."""

import pytest

from loaders.cells.id_number import check_character
from loaders.cells.uscc import check_character as uscc_check
from tests.loaders.office import PLACES, Office, codes, outcomes

DAY = "填报日期：2022-07-31\n"


def identity(seventeen: str) -> str:
    return seventeen + check_character(seventeen)


def uscc(seventeen: str) -> str:
    return seventeen + uscc_check(seventeen)


@pytest.fixture
def district(office: Office) -> Office:
    office.load(PLACES)
    office.load("单位编码,单位名称,单位类别\nA01,福绵区人社局,政府部门\nA02,福绵区司法局,政府部门\n")
    return office


def enterprises(*rows: str, day: str = DAY) -> str:
    return day + "企业名称,统一社会信用代码,所属乡镇,职工人数,曾用名,简称\n" + "\n".join(rows) + "\n"


def cadres(*rows: str) -> str:
    return DAY + "姓名,身份证号,派出单位,政治面貌\n" + "\n".join(rows) + "\n"


def test_a_code_finds_the_enterprise_whatever_its_name_is_now(district: Office) -> None:
    code = uscc("91450903MA5KAAAA1")
    district.load(enterprises(f"福绵甲公司,{code},福绵镇,10,,"))
    renamed = district.load(enterprises(f"福绵新甲公司,{code},福绵镇,12,,", day="填报日期：2024-07-31\n"))
    assert outcomes(renamed) == {"CHANGED": 1}
    assert district.rows("MATCH (e:Enterprise) RETURN e.name, e.former_names") == [
        ["福绵新甲公司", ["福绵甲公司"]]
    ]


def test_a_code_that_comes_later_joins_the_enterprise_of_that_name(district: Office) -> None:
    district.load(enterprises("福绵甲公司,,福绵镇,10,,"))
    code = uscc("91450903MA5KAAAA1")
    assert outcomes(district.load(enterprises(f"福绵甲公司,{code},福绵镇,10,,"))) == {"CHANGED": 1}
    assert district.one("MATCH (e:Enterprise) RETURN e.uscc") == code


def test_two_codes_of_one_name_are_two_enterprises(district: Office) -> None:
    one, other = uscc("91450903MA5KAAAA1"), uscc("91450903MA5KBBBB1")
    report = district.load(enterprises(f"福绵甲公司,{one},福绵镇,10,,", f"福绵甲公司,{other},成均镇,20,,"))
    assert outcomes(report) == {"LOADED": 2}


def test_an_enterprise_is_referred_to_by_a_present_or_former_name_and_a_short_one_only_suggests(
    district: Office,
) -> None:
    district.load(enterprises("福绵新甲公司,,福绵镇,10,福绵老甲公司,老甲"))
    header = DAY + "企业名称,提出时间,诉求内容\n"
    report = district.load(header + "福绵老甲公司,2022-05-01,招工难\n老甲,2022-05-02,用电\n")
    assert outcomes(report) == {"LOADED": 1, "REJECTED": 1}
    assert codes(report) == ["SUGGESTED_REFERENCE"]
    assert "福绵新甲公司" in report.rejections[0].finding.message.zh


def test_of_several_enterprises_of_a_name_the_candidates_are_named(district: Office) -> None:
    one, other = uscc("91450903MA5KAAAA1"), uscc("91450903MA5KBBBB1")
    district.load(enterprises(f"福绵甲公司,{one},福绵镇,10,,", f"福绵甲公司,{other},成均镇,20,,"))
    report = district.load(DAY + "企业名称,提出时间,诉求内容\n福绵甲公司,2022-05-01,招工难\n")
    assert codes(report) == ["AMBIGUOUS_REFERENCE"]
    assert outcomes(district.load(DAY + f"企业名称,提出时间,诉求内容\n{one},2022-05-01,招工难\n")) == {
        "LOADED": 1
    }


def test_a_person_of_an_identity_number_is_one_person_wherever_they_work(district: Office) -> None:
    number = identity("45090319800101001")
    district.load(cadres(f"张三,{number},福绵区人社局,中共党员"))
    report = district.load(cadres(f"张三,{number},福绵区司法局,中共党员"))
    assert outcomes(report) == {"CHANGED": 1}
    assert district.one("MATCH (p:Person) RETURN count(p)") == 1
    assert district.one("MATCH (:Person)-[w:WORKS_AT]->() RETURN count(w)") == 2


def test_a_person_without_number_is_known_by_name_and_unit(district: Office) -> None:
    report = district.load(
        cadres("张三,,福绵区人社局,中共党员", "张 三,,福绵区人社局,", "张三,,福绵区司法局,群众")
    )
    assert outcomes(report) == {"LOADED": 2, "UNCHANGED": 1}
    assert district.one("MATCH (p:Person) RETURN count(p)") == 2


def test_a_name_alone_is_never_a_person(district: Office) -> None:
    report = district.load(cadres("张三,,,中共党员"))
    assert codes(report) == ["PERSON_WITHOUT_UNIT"]
    assert report.rejections[0].value == "张*"
    assert district.one("MATCH (p:Person) RETURN count(p)") == 0


def test_a_cadre_is_named_by_name_and_agency(district: Office) -> None:
    district.load(cadres("张三,,福绵区人社局,中共党员", "张三,,福绵区司法局,中共党员"))
    district.load(enterprises("福绵甲公司,,福绵镇,10,,"))
    header = "姓名,派出单位,担任职务,派驻企业,任期\n"
    report = district.load(
        header
        + "张三,福绵区司法局,第一主席,福绵甲公司,2022.06-2024.06\n"
        + "李四,福绵区司法局,第一书记,福绵甲公司,2022.06至今\n"
    )
    assert outcomes(report) == {"LOADED": 1, "REJECTED": 1}
    assert report.rejections[0].value == "李*"
    assert "李四" not in repr(report)
    served = "MATCH (a:Agency)<-[:WORKS_AT]-()<-[:IS]-(:Cadre)-[:SERVES]->(d) RETURN a.code, d.from, d.until"
    assert district.rows(served) == [["A02", 20220600, 20240600]]


def test_an_elected_chair_is_a_person_and_no_dispatch(district: Office) -> None:
    district.load(enterprises("福绵甲公司,,福绵镇,10,,"))
    district.load(
        DAY + "工会名称,覆盖企业,建会方式,会员数,主席\n福绵甲公司工会,福绵甲公司,单独,30（含女12）,王五\n"
    )
    assert district.one("MATCH (d:Dispatch) RETURN count(d)") == 0
    assert district.one("MATCH (:Union)-[:CHAIRED_BY]->(p:Person) RETURN p.name") == "王五"
    assert district.one("MATCH (o:Observation)-[:OF]->(:Union) RETURN o.members, o.women_members") == [30, 12]


def test_a_joint_branch_listed_by_each_of_its_enterprises_is_one_branch(district: Office) -> None:
    header = DAY + "企业名称,所属乡镇,职工人数,党组织名称,组建方式\n"
    district.load(
        header + "福绵甲公司,福绵镇,10,福绵联合党支部,联合\n福绵乙公司,福绵镇,20,福绵联合党支部,联合\n"
    )
    assert district.rows("MATCH (b:PartyBranch)-[:COVERS]->(e) RETURN b.kind, count(e)") == [["JOINT", 2]]


def test_single_branches_of_one_name_belong_to_their_own_enterprises(district: Office) -> None:
    header = DAY + "企业名称,所属乡镇,职工人数,党组织名称,组建方式\n"
    district.load(header + "福绵甲公司,福绵镇,10,第一党支部,单独\n福绵乙公司,福绵镇,20,第一党支部,单独\n")
    assert district.one("MATCH (b:PartyBranch) RETURN count(b)") == 2


def test_an_official_code_finds_the_node_that_an_earlier_roster_could_not_number(district: Office) -> None:
    district.load(DAY + "企业名称,所属乡镇,职工人数,党组织名称\n福绵甲公司,福绵镇,10,福绵甲公司党支部\n")
    generated = district.one("MATCH (b:PartyBranch) RETURN b.code")
    header = "党组织代码,党组织名称,组建方式,覆盖企业\n"
    assert outcomes(district.load(header + "DZ0001,福绵甲公司党支部,单独,福绵甲公司\n")) == {"CHANGED": 1}
    assert district.rows("MATCH (b:PartyBranch) RETURN b.code, b.stated_code") == [[generated, "DZ0001"]]
    assert outcomes(district.load("党组织代码,党组织名称,组建方式\nDZ0001,福绵甲公司党支部,单独\n")) == {
        "UNCHANGED": 1
    }


def test_an_enterprise_that_states_its_uscc_bears_it_as_its_code(district: Office) -> None:
    code = uscc("91450903MA5KAAAA1")
    district.load(enterprises(f"福绵甲公司,{code},福绵镇,10,,", "福绵乙公司,,福绵镇,10,,"))
    codes_of = dict(district.rows("MATCH (e:Enterprise) RETURN e.name, e.code"))
    assert codes_of["福绵甲公司"] == code
    assert codes_of["福绵乙公司"].startswith("ENT-")


def test_a_code_of_one_and_the_name_of_another_renames_nobody(district: Office) -> None:
    code = uscc("91450903MA5KAAAA1")
    district.load(enterprises(f"福绵甲公司,{code},福绵镇,10,,", "福绵乙公司,,福绵镇,10,,"))
    report = district.load(enterprises(f"福绵乙公司,{code},福绵镇,10,,", day="填报日期：2024-07-31\n"))
    assert codes(report) == ["CODE_TAKEN"]


def test_an_identity_number_with_another_name_is_rejected(district: Office) -> None:
    number = identity("45090319800101001")
    district.load(cadres(f"张三,{number},福绵区人社局,中共党员"))
    report = district.load(cadres(f"李四,{number},福绵区人社局,中共党员"))
    assert codes(report) == ["CODE_TAKEN"]
    assert "张三" not in repr(report)


def test_a_person_s_id_does_not_stand_beside_that_of_the_role(district: Office) -> None:
    district.load(cadres("张三,,福绵区人社局,中共党员"))
    person, cadre = district.one("MATCH (p:Person)<-[:IS]-(c:Cadre) RETURN p.id, c.id")
    assert person > 1 << 52 > cadre
