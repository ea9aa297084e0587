"""The reading process: nothing of it reaches the service, nothing of it stays behind, and it is fast."""

import io
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import psutil
import pytest

from loaders.errors import Damaged
from loaders.sheets import read
from loaders.sheets.frames import BrokenOff, read_frames, write_frame
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Sheet
from tests.loaders.sheets.made_files import ROSTER, written, xlsx

ROOT = Path(__file__).parents[3]


def test_the_service_never_loads_what_parses() -> None:
    script = (
        "import sys, loaders.sheets.read; "
        "print({'python_calamine', 'loaders.sheets.content', 'html.parser'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_reading_process_is_gone_afterwards(tmp_path: Path) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    assert [sheet.rows for sheet in read_workbook(written(tmp_path, "a.xlsx", xlsx())).sheets] == [ROSTER]
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


def test_a_reading_process_that_dies_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dying(stream: Any, most: int) -> Iterator[dict[str, Any]]:
        yield next(read_frames(stream, most))
        raise BrokenOff

    monkeypatch.setattr(read, "read_frames", dying)
    with pytest.raises(Damaged):
        read_workbook(written(tmp_path, "a.xlsx", xlsx()))


def test_the_name_of_a_file_is_never_a_command(tmp_path: Path) -> None:
    path = written(tmp_path, "--help; $(touch x) 名册.csv", b"a,b\n1,2\n")
    (sheet,) = read_workbook(path).sheets
    assert sheet.name == "--help; $(touch x) 名册"
    assert sheet.rows == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("cut", [1, 3, 5, 12], ids=str)
def test_frames_that_break_off_say_so(cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, {"rows": [["甲", 1, None]]})
    whole = stream.getvalue()
    assert list(read_frames(io.BytesIO(whole * 2), 999)) == [{"rows": [["甲", 1, None]]}] * 2
    with pytest.raises(BrokenOff):
        list(read_frames(io.BytesIO(whole + whole[:cut]), 999))


def test_frames_without_end_are_broken_off() -> None:
    stream = io.BytesIO()
    for _ in range(100):
        write_frame(stream, {"rows": [["甲"]]})
    with pytest.raises(BrokenOff):
        list(read_frames(io.BytesIO(stream.getvalue()), 999))


def test_frames_that_are_no_objects_say_so() -> None:
    for body in (b"[1]", b"{", b"\xff"):
        with pytest.raises(BrokenOff):
            list(read_frames(io.BytesIO(len(body).to_bytes(4, "little") + body), 999))


def test_reading_is_several_times_faster_than_openpyxl_and_says_the_same(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for row in range(10_000):
            sheet.write_row(
                row, 0, [f"第{row}公司", f"91450903{row:010}", row, row / 4, "是", "福绵镇", "水洗"]
            )
            sheet.write_datetime(row, 7, datetime.fromisoformat("2022-08-02T00:00"), day)

    path = written(tmp_path, "a.xlsx", xlsx(fill))
    start = time.perf_counter()
    (sheet,) = read_workbook(path).sheets
    ours = time.perf_counter() - start
    start = time.perf_counter()
    theirs = [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    its = time.perf_counter() - start
    assert [[*row[:7], _day(row[7])] for row in theirs] == sheet.rows
    # Measured 8 at 100,000 rows; the bound leaves room for a busy machine.
    assert its > 2.5 * ours


def _day(value: object) -> date:
    assert isinstance(value, datetime)
    return value.date()


def test_a_sheet_answers_for_cells_without_a_note() -> None:
    assert not Sheet("甲").note(3, 4)
