"""Growth is measured on several sizes, and a slope is an exponent."""

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.reads.growth import SLOPES, grown, sizes


def test_sizes_are_a_decade_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sizes(1) == [10_000, 100_000]
    assert sizes(0.01) == [100, 1000]
    monkeypatch.setenv("BENCH_SCALE", "10")
    assert sizes(1) == [10_000, 100_000, 1_000_000]


def test_linear_growth_has_slope_one_and_none_has_zero() -> None:
    found = {
        size: dict.fromkeys(SLOPES, float(size)) | {"lookup by code, ms": 2.0} for size in (100, 1000, 10_000)
    }
    rows = {line.split(" | ")[0].strip("| "): line.split(" | ") for line in grown(found).splitlines()}
    assert [each.strip() for each in rows["lookup by code, ms"][4:6]] == ["0.00", "0.00"]
    assert [each.strip() for each in rows["memory, MB"][4:6]] == ["1.00", "1.00"]
    assert set(rows) >= set(SLOPES)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_figure_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    BENCHMARKS["growth"](0.001)
    printed = capsys.readouterr().out
    for name in SLOPES:
        assert f"| {name} |" in printed
