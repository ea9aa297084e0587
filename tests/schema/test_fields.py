import dataclasses

import pytest

from schema.catalog import NODE_TYPES
from schema.enterprise import Enterprise
from schema.fields import Entity, Kind, Personal, fields_of, text_field


def test_a_field_takes_its_name_from_the_class_and_its_first_header_from_its_chinese_word() -> None:
    found = {each.name: each for each in fields_of(Enterprise)}
    assert found["employees"].headers[0] == "职工人数"
    assert found["employees"].kind is Kind.COUNT
    assert found["employees"].observed


def test_a_field_named_like_a_python_word_is_stored_without_the_underscore() -> None:
    assert "from" in {each.name for each in NODE_TYPES["Dispatch"].fields}
    assert hasattr(NODE_TYPES["Dispatch"].declared_in(), "from_")


def test_every_type_begins_with_its_code() -> None:
    assert {node_type.fields[0].name for node_type in NODE_TYPES.values()} == {"code"}


def test_a_list_is_empty_and_a_single_value_unknown_where_nothing_is_said() -> None:
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Thing(Entity):
        one: str | None = text_field("一", "one")
        some: tuple[str, ...] = text_field("若干", "some", many=True)

    assert (Thing().one, Thing().some) == (None, ())


def test_names_phones_and_identity_numbers_of_people_are_personal() -> None:
    person = NODE_TYPES["Person"]
    levels = {each.name: each.personal for each in person.fields if each.personal}
    assert levels == {
        "name": Personal.NAME,
        "birth": Personal.YEAR,
        "phones": Personal.PHONE,
        "id_hash": Personal.WITHHELD,
    }
    assert not person.field("id_hash").published


def test_an_unknown_field_or_relation_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        NODE_TYPES["Person"].field("salary")
    with pytest.raises(KeyError):
        NODE_TYPES["Person"].relation("friends")
