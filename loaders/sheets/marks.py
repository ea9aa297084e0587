"""What a sheet of a workbook says beside its values, as a pass over its records collects it."""

from dataclasses import dataclass, field

from loaders.sheets.workbook import Note


@dataclass(slots=True)
class Marks:
    """Rows and columns count from 0; `words` are the words of error cells."""

    notes: dict[tuple[int, int], Note] = field(default_factory=dict)
    words: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def add(self, cell: tuple[int, int], note: Note) -> None:
        """Note something of a cell beside what is noted already."""
        self.notes[cell] = self.notes.get(cell, Note.NONE) | note
