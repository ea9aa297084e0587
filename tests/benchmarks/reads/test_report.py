"""Tables, and the page that they are written into."""

from pathlib import Path

import pytest

from benchmarks.reads import report


def test_a_table_has_a_row_a_line() -> None:
    assert (
        report.table(["", "a"], [["x", "1"], ["y", "2"]]) == "|  | a |\n| --- | ---: |\n| x | 1 |\n| y | 2 |"
    )


def test_figures_have_about_three_digits() -> None:
    assert [report.shown(each) for each in (12345.6, 123.4, 12.34, 1.234, 0.1234)] == [
        "12,346", "123", "12.3", "1.23", "0.123",
    ]  # fmt: skip


def test_only_what_stands_between_the_markers_changes(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n<!-- y: begin -->\n", encoding="utf-8")
    report.write("x", "new", path)
    report.write("x", "newer\n", path)
    assert path.read_text(encoding="utf-8") == (
        "a\n<!-- x: begin -->\nnewer\n<!-- x: end -->\nb\n<!-- y: begin -->\n"
    )
    with pytest.raises(ValueError, match="y: begin"):
        report.write("y", "text", path)


def test_the_page_has_a_place_for_each_benchmark_and_the_figures_a_source(tmp_path: Path) -> None:
    copy = tmp_path / "performance.md"
    copy.write_text(report.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("page", "growth"):
        report.write(name, report.made_by(f"make bench ARGS={name}", "small", report.others_load()), copy)
    assert copy.read_text(encoding="utf-8").count("cores") >= 2
