"""The process that reads one file: `python -m loaders.sheets.child SHEET_NAME LIMIT…`.

The file is its standard input, the frames its standard output. It bounds itself before it looks at
a single byte; whatever then goes wrong ends this process and no other.
"""

import dataclasses
import gc
import hashlib
import resource
import sys

from loaders.errors import FileEmpty, Refused, TooLarge
from loaders.sheets.content import parse
from loaders.sheets.frames import write_frame
from loaders.sheets.limits import Limits
from loaders.sheets.parsed import ParsedSheet
from schema.text import Text


def _bound(limits: Limits) -> None:
    for bound, value in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        resource.setrlimit(bound, (value, value))


def _send(parsed: ParsedSheet, cells_left: int) -> tuple[int, bool]:
    """Write one sheet; how many cells it had, and whether any of them had a value."""
    out = sys.stdout.buffer
    sheet = parsed.sheet
    write_frame(out, {"sheet": sheet.name, "hidden": sheet.hidden})
    cells, filled = 0, False
    for chunk in parsed.chunks:
        cells += sum(map(len, chunk.rows))
        if cells > cells_left:
            raise TooLarge(Text(f"超过 {cells} 个单元格", f"more than {cells} cells"))
        filled = filled or bool(chunk.days or chunk.moments) or any(map(any, chunk.rows))
        write_frame(out, {"rows": chunk.rows, "days": chunk.days, "moments": chunk.moments})
    write_frame(
        out,
        {
            "notes": [(row, column, int(note)) for (row, column), note in sheet.notes.items()],
            "words": [(row, column, word) for (row, column), word in parsed.words.items()],
            "merged": [dataclasses.astuple(each) for each in sheet.merged],
            "hidden_rows": sorted(sheet.hidden_rows),
            "hidden_columns": sorted(sheet.hidden_columns),
        },
    )
    return cells, filled or bool(parsed.words)


def _read(name: str, limits: Limits) -> None:
    data = sys.stdin.buffer.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise TooLarge(Text(f"超过 {limits.file_bytes >> 20} MB", f"more than {limits.file_bytes >> 20} MB"))
    form, sheets = parse(data, name, limits)
    write_frame(sys.stdout.buffer, {"format": form.name, "sha256": hashlib.sha256(data).hexdigest()})
    left, any_filled = limits.cells, False
    for parsed in sheets:
        cells, filled = _send(parsed, left)
        left -= cells
        any_filled = any_filled or filled
    if not any_filled:
        raise FileEmpty


def main(arguments: list[str]) -> None:
    """Read standard input within the limits given as numbers, in the order of `Limits`."""
    # Rows make no cycles, and looking for some among a million lists takes a fifth of the time.
    gc.disable()
    limits = Limits(*map(int, arguments[1:]))
    _bound(limits)
    out = sys.stdout.buffer
    try:
        _read(arguments[0], limits)
    except Refused as refusal:
        detail = refusal.detail
        write_frame(out, {"refused": refusal.code, "detail": [detail.zh, detail.en] if detail else None})
    except MemoryError:
        write_frame(out, {"refused": TooLarge.code, "detail": None})
    write_frame(out, {"end": True})
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
