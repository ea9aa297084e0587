"""The shelf of files."""

from pathlib import Path

from examples.district.district import District
from examples.district.rosters.roster_file import RosterFile
from examples.district.rosters.shelf import write
from loaders.rosters.roster import RosterKind


def test_every_kind_of_roster_and_every_format_is_there(files: tuple[RosterFile, ...]) -> None:
    assert {kind for each in files for kind in each.kinds} == set(RosterKind)
    assert {each.name.rpartition(".")[2] for each in files} == {"xlsx", "xls", "csv"}
    assert {each.encoding for each in files if each.name.endswith(".csv")} == {"utf-8-sig", "gb18030"}


def test_files_are_numbered_without_a_hole(files: tuple[RosterFile, ...]) -> None:
    assert [each.name[:2] for each in files] == [f"{number:02}" for number in range(1, len(files) + 1)]


def test_writing_leaves_what_else_is_in_the_folder_alone(district: District, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("kept")
    written = write(district, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"other.txt", *(path.name for path in written)}
