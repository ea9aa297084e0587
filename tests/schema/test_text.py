from schema.text import Text


def test_chinese_comes_first_and_where_nothing_is_asked() -> None:
    text = Text("企业", "enterprise")
    assert str(text) == "企业 enterprise"
    assert [text.in_language(each) for each in ("zh", "en", "fr")] == ["企业", "enterprise", "企业"]
