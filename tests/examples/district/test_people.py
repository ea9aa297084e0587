"""People."""

from examples.district.chance import chance
from examples.district.people import People


def test_no_two_have_one_name() -> None:
    people = People(chance("a test"))
    assert len({people.person().name for _ in range(1500)}) == 1500


def test_who_is_not_identified_has_no_number_and_birth_is_within_the_years() -> None:
    person = People(chance("a test")).person(born=(1980, 1980), identified=False)
    assert person.id_number == ""
    assert person.birth.first.year == 1980
