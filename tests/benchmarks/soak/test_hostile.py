"""Hostile requests: every class comes, within the bounds of a body, the same for the same seed."""

from random import Random

from benchmarks.soak.honest import Honest, Known
from benchmarks.soak.hostile import Attacker
from graph_api.graphql.published import CORE


def attacker(seed: int) -> Attacker:
    draw = Random(seed)  # noqa: S311  a repeatable draw
    honest = Honest(CORE, Known(["RW50ZXJwcmlzZTox"], ["450903"], ["abc"]), draw)
    return Attacker(honest, draw, honest.names())


def test_every_class_of_attack_comes() -> None:
    made = attacker(1)
    kinds = {made.request().kind for _ in range(600)}
    assert {"body", "variables", "id", "ids", "cursor", "header", "get", "envelope", "raw"} <= kinds
    assert len({each for each in kinds if each.startswith("document")}) >= 10


def test_a_seed_repeats_a_run() -> None:
    one, same = attacker(3), attacker(3)
    assert [one.request() for _ in range(40)] == [same.request() for _ in range(40)]


def test_what_is_spoiled_differs_from_what_was_honest() -> None:
    made = attacker(5)
    bodies = {made.body().body for _ in range(50)}
    assert len(bodies) == 50
    assert {made.get().method for _ in range(50)} == {"GET", "HEAD"}
