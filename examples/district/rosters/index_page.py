"""The page that says what each file of the sample is, and which rows are rejected on purpose."""

from collections import Counter
from collections.abc import Iterable, Iterator

from examples.district.rosters.roster_file import RosterFile

_HEAD = """\
# Sample district 样例区

Rosters of a synthetic district of the published case's shape, as real offices keep them.
`python -m examples.district` writes this folder, the same bytes at every run; `python -m graph_api sample
load` loads it into an empty store.

People, enterprises, phone and identity numbers, social credit codes are invented. They pass their checks, or
fail them on purpose, and cannot be anybody's: the place code 450999 and the mobile prefix 1540 were never
given out, nor do local numbers begin with 0. Agencies and towns are named as such districts name them.

The files are numbered in an order in which each refers only to those before it; any other order that respects
that gives the same graph. 填报日期 is the day of the roster's changing values.

| File | Kinds | 填报日期 | Rows | Rejected on purpose | What it shows |
|---|---|---|---|---|---|
"""


def index_page(files: Iterable[RosterFile]) -> str:
    """The page, in Markdown."""
    listed = list(files)
    rows = sum(each.rows for each in listed)
    refused = sum(len(page.refusals) for each in listed for page in each.pages)
    total = f"| {len(listed)} files | | | {rows} | {refused} | |\n"
    return _HEAD + "".join(_line(each) for each in listed) + total + "\n" + "".join(_refusals(listed))


def _line(file: RosterFile) -> str:
    refused = Counter(each.code for page in file.pages for each in page.refusals)
    shown = "<br>".join(f"{count} × {code}" for code, count in sorted(refused.items())) or "0"
    kinds = " ".join(kind.name for kind in file.kinds)
    return f"| {file.name} | {kinds} | {file.day or '—'} | {file.rows} | {shown} | {file.about} |\n"


def _refusals(files: list[RosterFile]) -> Iterator[str]:
    yield "Rows that are meant to be rejected, by file, sheet and row:\n\n"
    for file in files:
        for page in file.pages:
            for each in page.refusals:
                sheet = "" if file.name.endswith(".csv") else f", {page.name}"
                yield f"- {file.name}{sheet}, row {each.row}: {each.code}\n"
