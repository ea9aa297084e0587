"""The district as a whole."""

from examples.district.district import District, build


def test_it_is_the_same_at_every_call(district: District) -> None:
    assert repr(build()) == repr(district)


def test_it_is_as_large_as_the_domain_asks(district: District) -> None:
    least = {
        "enterprises": 450, "branches": 150, "unions": 90, "brands": 4, "cadres": 120, "activists": 250,
        "venues": 3, "platforms": 10, "requests": 400, "activities": 600, "members": 400,
    }  # fmt: skip
    assert {name: len(getattr(district, name)) >= number for name, number in least.items()} == dict.fromkeys(
        least, True
    )


def test_it_begins_in_2018_and_lives_on_to_late_2026(district: District) -> None:
    days = [each.date for each in district.activities] + [each.raised_on for each in district.requests]
    assert min(days).first.year <= 2019
    assert max(days).stored > 20261101
