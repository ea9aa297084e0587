import pytest

from loaders.refusals import BatchTooLarge, Conflict, DayRequired, KindContradictsFile, NoTable, RowsRejected
from schema.errors import Exit, Failure

REFUSALS = (NoTable, KindContradictsFile, DayRequired, BatchTooLarge, RowsRejected)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_names_the_file_and_the_remedy(refusal: type[Failure]) -> None:
    failure = refusal(where="名册.xlsx")  # type: ignore[call-arg] # all of them take the file by name
    assert "名册.xlsx" in str(failure)
    assert failure.remedy.zh
    assert failure.code.isupper()


def test_scripts_can_tell_rejected_rows_from_misuse() -> None:
    assert RowsRejected.exit_code is Exit.ROWS_REJECTED
    assert Conflict("名册.xlsx").exit_code is Exit.USAGE
