from loaders import findings
from loaders.cells.findings import FINDINGS as CELL_FINDINGS


def test_every_code_is_stable_unique_and_says_how_to_mend_it() -> None:
    found = (*findings.FINDINGS, *CELL_FINDINGS)
    assert len({each.code for each in found}) == len(found)
    for each in found:
        assert each.code == each.code.upper()
        assert all((each.message.zh, each.message.en, each.remedy.zh, each.remedy.en))


def test_the_places_in_a_text_are_filled_in_both_languages() -> None:
    filled = findings.CONTRADICTS_ROW.about(row=7, fields="规模")
    assert ("7" in filled.message.zh, "7" in filled.message.en) == (True, True)
    assert "{" not in filled.message.zh + filled.message.en
