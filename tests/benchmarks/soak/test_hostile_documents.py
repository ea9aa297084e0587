from random import Random

import pytest

from benchmarks.soak.hostile_documents import ATTACKS, LARGE, misspelt

NAMES = ["enterprise", "Query", "name"]
HONEST = 'query Q { r0: enterprise(code: "1") { name } }'


@pytest.mark.parametrize("kind", ATTACKS)
def test_each_class_makes_other_documents_all_the_time(kind: str) -> None:
    draw = Random(1)  # noqa: S311  a repeatable draw
    made = {ATTACKS[kind](draw, HONEST, NAMES) for _ in range(40)}
    assert len(made) > 5
    assert HONEST not in made
    assert max(map(len, made)) < 3 * LARGE


def test_a_misspelt_name_is_nearly_the_name() -> None:
    draw = Random(1)  # noqa: S311  a repeatable draw
    made = {misspelt(draw, "enterprise") for _ in range(50)}
    assert all(abs(len(each) - len("enterprise")) <= 2 for each in made)
    assert len(made) > 10
