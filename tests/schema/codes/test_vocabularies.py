"""The tables whose codes are values of the graph's vocabularies agree with them."""

import pytest

from schema.activist import Stage
from schema.cadre import PartyStatus
from schema.codes import ownership, political_status, posts, sizes, stages, topics
from schema.codes.code_table import CodeTable
from schema.dispatch import Post
from schema.enterprise import Ownership, Size
from schema.terms import Term

every_vocabulary = pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (Ownership, ownership.TABLE),
        (Size, sizes.TABLE),
        (Post, posts.TABLE),
        (Stage, stages.TABLE),
    ],
    ids=["ownership", "size", "post", "stage"],
)


@every_vocabulary
def test_a_table_has_exactly_the_values_of_its_vocabulary(vocabulary: type[Term], table: CodeTable) -> None:
    assert {row.code: row.name.zh for row in table} == {term.name: term.zh for term in vocabulary}


@every_vocabulary
def test_no_word_means_one_value_here_and_another_there(vocabulary: type[Term], table: CodeTable) -> None:
    for term in vocabulary:
        found = {row.code for word in term.words if (row := table.from_word(word))}
        assert found == {term.name}


@pytest.mark.parametrize(
    ("word", "value", "assumed"),
    [
        ("有限责任公司（自然人投资或控股）", "PRIVATE", False),
        ("有限责任公司", "PRIVATE", True),
        ("股份有限公司", "PRIVATE", True),
        ("有限责任公司（国有独资）", "STATE", False),
        ("个人独资企业", "PRIVATE", False),
        ("合伙企业", "PRIVATE", False),
        ("外商投资企业", "FOREIGN", False),
        ("港澳台投资企业", "FOREIGN", False),
        ("个体工商户", "SELF_EMPLOYED", False),
        ("农民专业合作社", "COLLECTIVE", False),
        ("民办非企业单位", "SOCIAL_ORGANISATION", False),
        ("社会服务机构", "SOCIAL_ORGANISATION", False),
        ("有限责任公司（非自然人投资或控股的法人独资）", None, False),
    ],
)
def test_a_mere_legal_form_is_private_by_assumption_only(
    word: str,
    value: str | None,
    assumed: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    assert (ownership.ownership_of(word), ownership.is_assumed(word)) == (value, assumed)


def test_every_assumed_word_is_a_word_of_its_own_row() -> None:
    for row in ownership.TABLE:
        assert set(filter(None, row.facts["assumed"].split("|"))) <= set(row.words)


def test_topics_are_the_published_ones_with_a_description_each() -> None:
    assert " ".join(row.code for row in topics.TABLE) == (
        "TAX MARKET_REGULATION DEVELOPMENT_REFORM INDUSTRY_TECHNOLOGY PARK CIVIL_AFFAIRS EDUCATION "
        "PARTY_BUILDING UNION LEGAL EMPLOYMENT FINANCE LAND ENVIRONMENT SAFETY PRODUCTION MANAGEMENT OTHER"
    )
    for row in topics.TABLE:
        assert row.facts["description_zh"].endswith("。")
        assert row.facts["description_en"].endswith(".")


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("税收", "TAX"),
        ("市监", "MARKET_REGULATION"),
        ("发改", "DEVELOPMENT_REFORM"),
        ("工信", "INDUSTRY_TECHNOLOGY"),
        ("用工", "EMPLOYMENT"),
        ("金融", "FINANCE"),
        ("土地", "LAND"),
        ("环保", "ENVIRONMENT"),
        ("经营", "MANAGEMENT"),
    ],
)
def test_topics_are_found_by_what_rosters_write(word: str, topic: str) -> None:
    row = topics.TABLE.from_word(word)
    assert row
    assert row.code == topic


def test_no_topic_name_breaks_apart_where_a_cell_lists_several() -> None:
    for row in topics.TABLE:
        for word in (row.name.zh, *row.words):
            assert not set("、；;，,/／").intersection(word)


def test_articles_from_18_on_are_one_higher_in_the_2014_edition() -> None:
    for row in stages.TABLE:
        old, new = (
            [int(part) for part in row.facts[column].split("–") if part]
            for column in ("article_2014", "article_2026")
        )
        assert old == [article + (article >= 18) for article in new]


def test_political_status_says_party_status() -> None:
    known = {row.code: row.facts["party_status"] for row in political_status.TABLE}
    assert known == {"01": "FULL", "02": "PROBATIONARY"} | {f"{n:02}": "NONE" for n in range(3, 14)}
    assert {term.name for term in PartyStatus} == {*known.values(), "UNKNOWN"}
    for word, status in (
        ("中共党员", "FULL"),
        ("中共预备党员", "PROBATIONARY"),
        ("群众", "NONE"),
        ("团员", "NONE"),
        ("不详", None),
    ):
        assert political_status.party_status_of(word) == status
