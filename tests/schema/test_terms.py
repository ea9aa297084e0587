from schema.dispatch import Post
from schema.enterprise import OperatingStatus
from schema.terms import Term


def test_a_word_of_a_roster_finds_its_value() -> None:
    assert OperatingStatus.from_word("存续") is OperatingStatus.OPERATING
    assert OperatingStatus.from_word("OPERATING") is OperatingStatus.OPERATING
    assert OperatingStatus.from_word("倒闭") is None


def test_an_elected_chair_is_never_a_first_chair() -> None:
    assert Post.from_word("主席") is None
    assert Post.from_word("第一主席") is Post.FIRST_CHAIR


def test_no_word_means_two_values_of_one_vocabulary() -> None:
    def vocabularies(parent: type[Term]) -> list[type[Term]]:
        return [each for child in parent.__subclasses__() for each in (child, *vocabularies(child))]

    for vocabulary in vocabularies(Term):
        words = [word for term in vocabulary for word in dict.fromkeys(term.words)]
        assert len(words) == len(set(words)), vocabulary
