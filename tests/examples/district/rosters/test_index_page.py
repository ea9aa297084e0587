"""The page that lists the files."""

from examples.district.rosters.index_page import index_page
from examples.district.rosters.roster_file import RosterFile


def test_it_names_every_file_and_every_row_that_is_rejected(files: tuple[RosterFile, ...]) -> None:
    page = index_page(files)
    for each in files:
        assert f"| {each.name} |" in page
        for sheet in each.pages:
            for refusal in sheet.refusals:
                assert f"row {refusal.row}: {refusal.code}" in page
