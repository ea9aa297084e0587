"""`read_workbook`: a file becomes a Workbook or is refused; it is read in a process of its own (R34)."""

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Timer
from typing import Any, Final

from loaders.errors import REFUSALS, Damaged, FileMissing, FileUnreadable, Refused, TooLarge, TooSlow
from loaders.sheets.frames import BrokenOff, read_frames
from loaders.sheets.limits import DEFAULT, Limits
from loaders.sheets.workbook import Format, Merge, Note, Sheet, Workbook
from schema.text import Text

_ROOT: Final = Path(__file__).parents[2]
_BY_CODE: Final = {refusal.code: refusal for refusal in REFUSALS}
_OUT_OF_TIME: Final = frozenset({-signal.SIGXCPU, -signal.SIGKILL})
_DYING_SECONDS: Final = 10
_OUT_OF_MEMORY: Final = frozenset({-signal.SIGABRT})


def read_workbook(path: Path, limits: Limits = DEFAULT) -> Workbook:
    """Everything that a CSV, XLSX, XLS or HTML file holds; raises the subclass of Refused that fits.

    What the file is, its content says, not its name. This process only ever sees plain values.
    """
    if not path.is_file():
        raise FileMissing(where=path.name)
    try:
        source = path.open("rb")
    except PermissionError:
        raise FileUnreadable(where=path.name) from None
    command = [sys.executable, "-m", "loaders.sheets.child", path.stem[:31]]
    command += [str(value) for value in dataclasses.astuple(limits)]
    with (
        source,
        subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            # Nothing of our own environment is any business of a process that meets hostile files.
            env={"PATH": os.defpath, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        ) as process,
    ):
        watch = Timer(limits.wall_seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            return _received(process, path.name, limits)
        except Refused as refusal:
            raise type(refusal)(refusal.detail, where=path.name) from None
        finally:
            watch.cancel()
            process.kill()


def _received(process: "subprocess.Popen[bytes]", file: str, limits: Limits) -> Workbook:
    if process.stdout is None:
        raise Damaged
    # What a process can send without lying fits into its own memory.
    frames = read_frames(process.stdout, limits.memory_bytes)
    try:
        first = next(frames, {})
        _raise_refusal(first)
        form, digest = Format[first["format"]], str(first["sha256"])
        sheets = tuple(_sheets(frames))
    except (BrokenOff, KeyError):
        raise _cause_of_death(process) from None
    return Workbook(file, digest, form, sheets)


def _cause_of_death(process: "subprocess.Popen[bytes]") -> Refused:
    try:
        status = process.wait(_DYING_SECONDS)
    except subprocess.TimeoutExpired:
        return Damaged()
    if status in _OUT_OF_TIME:
        return TooSlow()
    if status in _OUT_OF_MEMORY:
        return TooLarge(Text("需要的内存超过限制", "it needs more memory than allowed"))
    return Damaged()


def _raise_refusal(frame: dict[str, Any]) -> None:
    if "refused" in frame:
        detail = frame["detail"]
        raise _BY_CODE.get(frame["refused"], Refused)(Text(*detail) if detail else None)


def _sheets(frames: Iterator[dict[str, Any]]) -> Iterator[Sheet]:
    sheet = None
    for frame in frames:
        _raise_refusal(frame)
        if "end" in frame:
            return
        if "sheet" in frame:
            sheet = Sheet(frame["sheet"], frame["hidden"])
        elif sheet is None:
            raise BrokenOff
        elif "rows" in frame:
            _take_rows(sheet, frame)
        else:
            _take_marks(sheet, frame)
            yield sheet
    raise BrokenOff


def _take_rows(sheet: Sheet, frame: dict[str, Any]) -> None:
    rows = frame["rows"]
    for row, column, ordinal in frame["days"]:
        rows[row][column] = date.fromordinal(ordinal)
    for row, column, moment in frame["moments"]:
        rows[row][column] = datetime.fromisoformat(moment)
    sheet.rows += rows


def _take_marks(sheet: Sheet, frame: dict[str, Any]) -> None:
    sheet.notes = {(row, column): Note(note) for row, column, note in frame["notes"]}
    sheet.merged = [Merge(*each) for each in frame["merged"]]
    sheet.hidden_rows = frozenset(frame["hidden_rows"])
    sheet.hidden_columns = frozenset(frame["hidden_columns"])
    for row, column, word in frame["words"]:
        # An error cell may be the last of its row, or below the last value.
        while len(sheet.rows) <= row:
            sheet.rows.append([])
        cells = sheet.rows[row]
        cells += [None] * (column + 1 - len(cells))
        cells[column] = word
