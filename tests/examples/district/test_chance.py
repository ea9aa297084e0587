"""Chance."""

from examples.district.chance import chance


def test_a_nouns_stream_is_always_the_same_and_its_own() -> None:
    assert chance("people").random() == chance("people").random()
    assert chance("people").random() != chance("branches").random()
