from schema.codes import nationalities


def test_there_are_56_numbered_through_with_letters_of_their_own() -> None:
    assert [row.code for row in nationalities.TABLE] == [f"{n:02}" for n in range(1, 57)]
    letters = [row.facts["letters"] for row in nationalities.TABLE]
    assert len(set(letters)) == 56
    assert all(len(each) == 2 and each.isascii() and each.isupper() for each in letters)
    assert all(row.name.zh.endswith("族") for row in nationalities.TABLE)


def test_rosters_may_leave_out_the_last_character_or_use_an_older_name() -> None:
    for word, code in (
        ("汉", "01"),
        ("壮族", "08"),
        ("毛难族", "36"),
        ("崩龙族", "46"),
        ("乌兹别克族", "43"),
    ):
        row = nationalities.TABLE.from_word(word)
        assert row
        assert row.code == code
