"""Invented numbers pass the readers' own checks, or fail them on purpose."""

from examples.district.days import day
from examples.district.identifiers import broken, id_number, landline, mobile, uscc
from loaders.cells.id_number import read_id_number
from loaders.cells.phones import read_phones
from loaders.cells.uscc import is_valid


def test_codes_pass_their_checks_and_broken_ones_do_not() -> None:
    for number in range(1, 2000, 7):
        assert is_valid(uscc("91", number))
        assert not is_valid(broken(uscc("91", number)))
        made = id_number(day(1980, 2, 29), female=number % 2 == 0, number=number)
        assert read_id_number(made).rejection is None
        assert read_id_number(broken(made)).rejection is not None


def test_gender_is_in_the_number_and_codes_differ() -> None:
    assert int(id_number(day(1990, 1, 1), female=True, number=3)[16]) % 2 == 0
    assert int(id_number(day(1990, 1, 1), female=False, number=3)[16]) % 2 == 1
    assert len({uscc("91", number) for number in range(120_000)}) == 120_000


def test_phones_are_read_and_can_be_nobodys() -> None:
    assert read_phones(f"{mobile(7)}、{landline(8)}").value == (mobile(7), landline(8))
    assert mobile(7).startswith("1540")
    assert landline(8).startswith("0775-0")
