"""One step of the database's structure, as a file: `migrations/0001_some_name.cypher`.

Statements end with `;`. A file is frozen once a release has shipped it, since databases remember its
checksum. What the catalog needs beyond all files goes into the next one:

    python -m schema.migration NAME
"""

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from schema.constraints import Names, Rule, names, read_rule, rules

FOLDER = Path(__file__).with_name("migrations")

_FILE = re.compile(r"(\d{4})_(\w+)\.cypher")
_NAMES = re.compile(
    r"UNWIND \[(.*)\] AS name CALL db\.create(Label|RelationshipType|Property)\(name\) FINISH"
)


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, its name, its statements in order."""

    version: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """Of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def statements(self) -> tuple[str, ...]:
        """Its statements, without comments."""
        lines = [line for line in self.text.splitlines() if not line.startswith("//")]
        return tuple(part.strip() for part in "\n".join(lines).split(";") if part.strip())

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.version:04}_{self.name}.cypher"


def shipped(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """The migrations of this release, in order. Raises ValueError where a number is missing or twice."""
    found = []
    for path in sorted(folder.glob("*.cypher")):
        parts = _FILE.fullmatch(path.name)
        if parts is None:
            raise ValueError(path.name)
        found.append(Migration(int(parts[1]), parts[2], path.read_text(encoding="utf-8")))
    if [each.version for each in found] != list(range(1, len(found) + 1)):
        raise ValueError([each.file for each in found])
    return tuple(found)


def lacking(migrations: Sequence[Migration]) -> tuple[str, ...]:
    """The statements by which the catalog is ahead of `migrations`; empty where they agree."""
    there: dict[str, Rule] = {}
    known: dict[str, set[str]] = {"Label": set(), "RelationshipType": set(), "Property": set()}
    for statement in (each for migration in migrations for each in migration.statements):
        rule, created = read_rule(statement), _NAMES.fullmatch(statement)
        if rule is not None:
            there[rule.name] = rule
        elif created is not None:
            known[created[2]] |= set(re.findall(r"'(\w+)'", created[1]))
        elif statement.startswith("DROP "):
            there.pop(statement.split()[2], None)
    wanted = {rule.name: rule for rule in rules()}
    stale = [rule for rule in there.values() if wanted.get(rule.name) != rule]
    new = [rule for rule in wanted.values() if there.get(rule.name) != rule]
    return (
        *_creating(names(), known),
        *(rule.drop for rule in stale),
        *(rule.statement for rule in new),
    )


def _creating(wanted: Names, known: dict[str, set[str]]) -> Iterator[str]:
    for sort, all_names in (
        ("Label", wanted.labels),
        ("RelationshipType", wanted.kinds),
        ("Property", wanted.properties),
    ):
        new = sorted(all_names - known[sort])
        if new:
            listed = ", ".join(f"'{name}'" for name in new)
            yield f"UNWIND [{listed}] AS name CALL db.create{sort}(name) FINISH"


def write_next(name: str, folder: Path = FOLDER) -> Path | None:
    """Write the next migration with what the catalog needs; None where it needs nothing."""
    before = shipped(folder)
    statements = lacking(before)
    if not statements:
        return None
    migration = Migration(len(before) + 1, name, "".join(f"{each};\n" for each in statements))
    folder.mkdir(exist_ok=True)
    path = folder / migration.file
    path.write_text(migration.text, encoding="utf-8")
    return path


if __name__ == "__main__":
    write_next(sys.argv[1])
