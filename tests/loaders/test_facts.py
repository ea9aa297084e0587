from loaders.facts import Mention, RowFacts


def test_a_match_key_joins_normalised_texts_and_ids() -> None:
    cadre = Mention(("Cadre",), "cadre", id=7)
    dispatch = Mention(("Dispatch",), "post", parts=(cadre, "FIRST_CHAIR", "张 三", 20220600))
    assert dispatch.match() == "#7|first_chair|张三|20220600"


def test_a_mention_is_matched_after_those_that_it_builds_on() -> None:
    agency = Mention(("Agency",), "agency", parts=("甲局",))
    person = Mention(("Person",), "name", parts=("张三",), unit=agency)
    cadre = Mention(("Cadre",), "name", parts=(person,))
    assert [each.depth for each in (agency, person, cadre)] == [0, 1, 2]


def test_an_identity_hash_is_never_what_a_message_shows() -> None:
    person = Mention(("Person",), "name", strong=(("id_hash", "abc"),), parts=("张三",))
    assert person.means == "张三"


def test_a_row_is_about_its_first_mention_unless_it_says_otherwise() -> None:
    place, enterprise = Mention(("Division",), "town"), Mention(("Enterprise",), "name")
    facts = RowFacts("表", 2, [place, enterprise])
    assert facts.about == [place]
    facts.subject_is(enterprise)
    assert facts.about == [enterprise]
