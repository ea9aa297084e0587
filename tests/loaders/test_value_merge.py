import pytest

from loaders.value_merge import better_spelling, merged_list
from schema.fields import Kind


@pytest.mark.parametrize(
    ("old", "stated", "merged"),
    [
        ([], ["b", "a"], ["a", "b"]),
        (["a"], ["a"], ["a"]),
        (["b"], ["a"], ["a", "b"]),
        (["a"], "b", ["a", "b"]),
    ],
)
def test_a_list_says_what_both_say(old: list[str], stated: object, merged: list[str]) -> None:
    assert merged_list(None, old, stated) == merged


WHOLE = [20190800, 20220800]


@pytest.mark.parametrize(
    ("old", "stated", "merged"),
    [
        ([0, 20220800], WHOLE, WHOLE),
        (WHOLE, [0, 20220800], WHOLE),
        (WHOLE, [20220800, 0], [*WHOLE, 20220800, 0]),
        (WHOLE, [20220800, 20250800], [*WHOLE, 20220800, 20250800]),
    ],
)
def test_a_whole_term_takes_in_one_that_lacks_an_end(
    old: list[int], stated: list[int], merged: list[int]
) -> None:
    assert merged_list(Kind.SPANS, old, stated) == merged
    assert merged_list(Kind.SPANS, merged, old) == merged


def test_of_two_spellings_the_shorter_stays_whichever_came_first() -> None:
    assert better_spelling("张 三", "张三") == better_spelling("张三", "张 三") == "张三"
    assert better_spelling("张三", "李四") == "李四"
    assert better_spelling(None, "张三") == "张三"
    assert better_spelling(3, 4) == 4
