import pytest

from schema.errors import Exit, Failure
from schema.text import Text


def test_a_failure_says_what_where_and_how_to_mend_it_in_both_languages() -> None:
    failure = Failure(Text("坏了", "broken"), Text("修好它", "mend it"), where="A1")
    assert str(failure) == "坏了 [A1] → 修好它\nbroken [A1] → mend it"


def test_exit_codes_are_those_that_scripts_rely_on() -> None:
    assert [int(each) for each in (Exit.DONE, Exit.ROWS_REJECTED, Exit.USAGE, Exit.DATABASE_UNAVAILABLE)] == [
        0,
        1,
        2,
        3,
    ]


def test_every_failure_has_a_code_of_its_own_form() -> None:
    def tree(parent: type[Failure]) -> list[type[Failure]]:
        return [each for child in parent.__subclasses__() for each in (child, *tree(child))]

    found = [each for each in tree(Failure) if not each.__module__.startswith("tests.")]
    assert found
    for each in found:
        assert each.code == each.code.upper()
        assert each.__doc__


def test_it_is_raised_like_any_other() -> None:
    with pytest.raises(Failure, match="broken"):
        raise Failure(Text("坏了", "broken"), Text("修", "mend"))
