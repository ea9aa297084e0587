from graph_api.graphql.kept import Kept


def test_what_was_kept_is_found_and_what_was_not_is_none() -> None:
    kept: Kept[str, int] = Kept(most=2, heaviest=10)
    kept.keep("a", 1, weight=1)
    assert (kept.get("a"), kept.get("b")) == (1, None)


def test_the_least_recently_used_goes_first() -> None:
    kept: Kept[str, int] = Kept(most=2, heaviest=10)
    for key in "ab":
        kept.keep(key, 1, weight=1)
    kept.get("a")
    kept.keep("c", 1, weight=1)
    assert [kept.get(each) for each in "abc"] == [1, None, 1]
    assert (len(kept), kept.weight) == (2, 2)


def test_what_is_heavy_pushes_out_as_much_as_it_needs() -> None:
    kept: Kept[str, int] = Kept(most=9, heaviest=10)
    for key in "abcd":
        kept.keep(key, 1, weight=3)
    assert [kept.get(each) for each in "abcd"] == [None, 1, 1, 1]
    kept.keep("b", 2, weight=8)
    assert (kept.get("b"), len(kept), kept.weight) == (2, 1, 8)


def test_everything_can_be_let_go() -> None:
    kept: Kept[str, int] = Kept(most=9, heaviest=10)
    kept.keep("a", 1, weight=3)
    kept.clear()
    assert (kept.get("a"), len(kept), kept.weight) == (None, 0, 0)


def test_what_is_heavier_than_all_may_be_is_not_kept() -> None:
    kept: Kept[str, int] = Kept(most=9, heaviest=10)
    kept.keep("a", 1, weight=11)
    assert (kept.get("a"), kept.weight) == (None, 0)
