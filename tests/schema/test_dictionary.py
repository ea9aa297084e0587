from schema.catalog import NODE_TYPES
from schema.dictionary import dictionary, vocabularies
from schema.enterprise import OperatingStatus


def test_a_clerk_finds_every_type_and_every_header() -> None:
    page = dictionary()
    for node_type in NODE_TYPES.values():
        assert node_type.about.label.zh in page
        for field in node_type.fields:
            for header in field.headers:
                assert header in page


def test_every_value_of_every_vocabulary_stands_in_it() -> None:
    page = dictionary()
    assert OperatingStatus in vocabularies()
    for vocabulary in vocabularies():
        for term in vocabulary:
            assert term.name in page
            assert term.zh in page
