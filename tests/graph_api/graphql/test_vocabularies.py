from graph_api.graphql.vocabularies import enum_of
from schema.dispatch import Post
from schema.observation import Bound


def test_an_enum_has_the_names_that_the_graph_stores() -> None:
    assert [(each.name, each.value) for each in enum_of(Post)] == [
        ("FIRST_SECRETARY", "FIRST_SECRETARY"),
        ("FIRST_CHAIR", "FIRST_CHAIR"),
    ]


def test_a_vocabulary_is_one_enum() -> None:
    assert enum_of(Post) is enum_of(Post)


def test_it_is_named_in_chinese_by_its_field_or_as_told() -> None:
    made = (enum_of(Post), enum_of(Bound, "准确程度"))
    descriptions = [str(vars(each)["__strawberry_definition__"].description) for each in made]
    assert [each.partition("。")[0] for each in descriptions] == ["担任职务", "准确程度"]
