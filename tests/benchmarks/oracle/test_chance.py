"""Draws follow from the seed."""

from benchmarks.oracle.chance import Chance


def test_what_happens_always_and_never() -> None:
    chance = Chance(1)
    assert all(chance.happens(1.0) for _ in range(100))
    assert not any(chance.happens(0.0) for _ in range(100))


def test_the_same_seed_draws_the_same() -> None:
    one, other = Chance(5), Chance(5)
    assert [one.happens(0.5) for _ in range(50)] == [other.happens(0.5) for _ in range(50)]
