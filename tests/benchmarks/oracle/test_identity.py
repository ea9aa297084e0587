"""Global ids as the contract describes them."""

from benchmarks.oracle.identity import read_id, write_id


def test_an_id_names_type_number_and_day() -> None:
    assert read_id(write_id("Enterprise", 7, "2022-08-02")) == ("Enterprise", 7, "2022-08-02")
    assert read_id(write_id("Enterprise", 7)) == ("Enterprise", 7, None)


def test_other_texts_are_none() -> None:
    assert [read_id(each) for each in ("", "x", "厂", write_id("Factory", 7), "ENT-1")] == [None] * 5
