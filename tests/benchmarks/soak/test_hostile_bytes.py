from random import Random

from benchmarks.soak.hostile_bytes import ATTACKS, BODY, LENGTH, spoiled_bytes


def test_every_attack_comes_as_it_is_and_spoiled() -> None:
    draw = Random(1)  # noqa: S311  a repeatable draw
    sent = [spoiled_bytes(draw) for _ in range(600)]
    assert {kind for kind, _ in sent} == {*ATTACKS, "spoiled"}
    assert all(content == ATTACKS[kind] for kind, content in sent if kind != "spoiled")


def test_the_one_that_is_fine_says_its_length() -> None:
    assert f"Content-Length: {len(BODY)}\r\n".encode() == LENGTH
