"""What a refusal says."""

from benchmarks.oracle.refusals import Refused


def test_it_bears_the_codes_that_may_be_told() -> None:
    refused = Refused("BAD_INPUT", "TOO_COSTLY")
    assert (refused.codes, str(refused)) == (("BAD_INPUT", "TOO_COSTLY"), "BAD_INPUT or TOO_COSTLY")
