"""Enterprises."""

from collections import Counter

from examples.district.district import District
from loaders.cells.uscc import is_valid


def test_codes_are_valid_unique_and_now_and_then_unknown(district: District) -> None:
    codes = [each.uscc for each in district.enterprises if each.uscc]
    assert all(map(is_valid, codes))
    assert len(set(codes)) == len(codes) < len(district.enterprises)


def test_two_bear_one_name_and_no_others_do(district: District) -> None:
    names = Counter(each.name for each in district.enterprises)
    assert [count for count in names.values() if count > 1] == [2]


def test_fates_differ_and_some_change_name_or_town(district: District) -> None:
    assert {each.fate for each in district.enterprises} == {
        "operating",
        "closed",
        "suspended",
        "moved",
        "unknown",
    }
    renamed = [each for each in district.enterprises if each.former]
    assert len(renamed) >= 5
    for each in renamed:
        assert (each.name_in(2022), each.name_in(2026)) == (each.former, each.name)
    moved = [each for each in district.enterprises if each.moved_to]
    assert all(each.place_in(2024) != each.place_in(2026) for each in moved)
    assert len(moved) == 4


def test_an_ended_one_does_not_work_on(district: District) -> None:
    ended = next(each for each in district.enterprises if each.ended)
    assert ended.ended is not None
    assert ended.works_on(ended.established)
    assert not ended.works_on(ended.ended)
