"""The picture between starts: one Arrow file that is mapped into memory, and a page that vouches for it.

<folder>/manifest.json           what the file holds, of which store and which code, and its checksum
<folder>/picture-<hash>.arrow    one record batch of one row; each column of the picture is a list in it
<folder>/lock                    held by whoever writes

The file gets its name when it is whole and on the disk, and counts once the manifest names it; so a kill at
any moment leaves the snapshot before or the new one. It holds personal data: only its owner may read it.
"""

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Ties
from graph_api.projection.bulk import HELD
from graph_api.projection.columns import Column
from graph_api.projection.observations import Observations, observed_fields
from graph_api.projection.picture import Picture
from graph_api.projection.table import Table, fields_held
from schema.catalog import RELATIONS
from schema.fields import Kind

_MANIFEST: Final = "manifest.json"
_DAYS: Final = {"from": "from_", "until": "until", "seen": "seen"}


class NotUsable(Exception):
    """There is no snapshot, or none that could be trusted."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What vouches for the file: `made_for` is of the code and the catalog, `store` of the database."""

    revision: int
    mark: str
    store: str
    made_for: str
    file: str
    checksum: str
    size: int


def folder_of(data: Path) -> Path:
    """Where the snapshot lies in a data folder."""
    return data / "projection"


def write(picture: Picture, folder: Path, store: str) -> Manifest:
    """Put the picture into the folder in place of what is there. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(folder):
        coming = folder / "coming"
        with _created(coming) as file:
            _written(picture, file)
        with coming.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
        name = f"picture-{checksum[:16]}.arrow"
        size = coming.stat().st_size
        coming.rename(folder / name)
        manifest = Manifest(picture.revision, picture.mark, store, made_for(), name, checksum, size)
        with _created(folder / "manifest") as file:
            file.write(json.dumps(_shown(manifest), indent=2).encode())
        (folder / "manifest").rename(folder / _MANIFEST)
        _kept_on_disk(folder)
        for old in folder.glob("picture-*.arrow"):
            if old.name != name:
                old.unlink(missing_ok=True)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """What the folder's snapshot says of itself. Raises NotUsable."""
    try:
        found = json.loads((folder / _MANIFEST).read_bytes())
        return Manifest(**{name: kind(found[name]) for name, kind in Manifest.__annotations__.items()})
    except FileNotFoundError as error:
        raise NotUsable("there is none") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotUsable("its manifest cannot be read") from error


def load(folder: Path, store: str) -> Picture:
    """The picture of the folder's snapshot, mapped. Raises NotUsable where anything about it is wrong."""
    manifest = read_manifest(folder)
    if manifest.made_for != made_for():
        raise NotUsable("it was made by other code or for another schema")
    if manifest.store != store:
        raise NotUsable("it is of another database")
    path = folder / manifest.file
    try:
        if path.parent != folder or path.stat().st_size != manifest.size:
            raise NotUsable("its file is not whole")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != manifest.checksum:
                raise NotUsable("its file is damaged")
        with pa.memory_map(str(path)) as mapped:
            (batch,) = pa.ipc.open_file(mapped).read_all().to_batches()
        columns = {name: batch.column(name).values for name in batch.schema.names}
        return _picture(manifest, columns)
    except (OSError, ValueError, KeyError) as error:
        raise NotUsable("its file cannot be read") from error


@cache
def made_for() -> str:
    """What a snapshot depends on beside the data: the code of the projection and the catalog."""
    told = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        told.update(path.read_bytes())
    for node_type in HELD:
        fields = [*fields_held(node_type), *node_type.observed]
        told.update(repr((node_type.name, [(each, list(each.vocabulary or ())) for each in fields])).encode())
    told.update(repr(RELATIONS).encode())
    return told.hexdigest()


def columns_of(picture: Picture) -> dict[str, Column]:
    """Every column of a picture by a name of its own."""
    found: dict[str, Column] = {}
    for name, table in picture.tables.items():
        own = {"ids": table.ids, "sorted_ids": table.sorted_ids, "by_id": table.by_id, "there": table.there}
        found |= _named(("node", name), own)
        found |= _named(("node", name, "column"), table.columns)
    for (source, field), ties in picture.ties.items():
        days = {name: getattr(ties, attribute) for name, attribute in _DAYS.items()}
        own = {"source": ties.source, "target": ties.target, "key": ties.key, **days}
        found |= _named(("tie", source, field), own)
        found |= _named(("tie", source, field, "property"), ties.properties)
    for name, seen in picture.observations.items():
        found |= _named(("seen", name), {"ids": seen.ids, "subject": seen.subject, "day": seen.day})
        found |= _named(("seen", name, "value"), seen.values)
        found |= _named(("seen", name, "bound"), seen.bounds)
    return found


def _named(beginning: tuple[str, ...], columns: Mapping[str, Column]) -> dict[str, Column]:
    return {"/".join((*beginning, name)): values for name, values in columns.items()}


def _picture(manifest: Manifest, columns: Mapping[str, Any]) -> Picture:
    tables, ties, observations = {}, {}, {}

    def numbers(*name: str) -> Any:
        values = columns["/".join(name)]
        found = values.to_numpy()
        return found.view(np.bool_) if name[-1] == "there" else found

    def column(*name: str) -> Column:
        values = columns["/".join(name)]
        simple = pa.types.is_integer(values.type) or pa.types.is_floating(values.type)
        return values.to_numpy() if simple else values

    for node_type in HELD:
        name, at = node_type.name, ("node", node_type.name)
        names = ["code", "stated_code", *(each.name for each in fields_held(node_type))]
        held = {each: column(*at, "column", each) for each in names}
        tables[name] = Table(
            name, numbers(*at, "ids"), numbers(*at, "sorted_ids"), numbers(*at, "by_id"),
            numbers(*at, "there"), held,
        )  # fmt: skip
        watched = observed_fields(name)
        if watched:
            seen = ("seen", name)
            counts = [each.name for each in watched if each.kind is Kind.COUNT]
            observations[name] = Observations(
                name, numbers(*seen, "ids"), numbers(*seen, "subject"), numbers(*seen, "day"),
                {each.name: column(*seen, "value", each.name) for each in watched},
                {each: numbers(*seen, "bound", each) for each in counts},
            )  # fmt: skip
    for relation in RELATIONS:
        key = (relation.source, relation.field)
        if relation.source in tables:
            tie = ("tie", *key)
            own = {each.name: column(*tie, "property", each.name) for each in relation.properties}
            ties[key] = Ties(
                relation, numbers(*tie, "source"), numbers(*tie, "target"), numbers(*tie, "key"),
                numbers(*tie, "from"), numbers(*tie, "until"), numbers(*tie, "seen"), own,
            )  # fmt: skip
    return Picture(manifest.revision, tables, ties, observations, manifest.mark)


def _written(picture: Picture, file: Any) -> None:
    """Write each column as the one list of a record batch of one row."""
    lists, names = [], []
    for name, values in columns_of(picture).items():
        array = values if not isinstance(values, np.ndarray) else pa.array(_plain(values))
        lists.append(pa.ListArray.from_arrays(pa.array([0, len(array)], pa.int32()), array))
        names.append(name)
    batch = pa.RecordBatch.from_arrays(lists, names)
    with pa.ipc.new_file(file, batch.schema) as writer:
        writer.write_batch(batch)


def _plain(values: Any) -> Any:
    return values.view(np.int8) if values.dtype == np.bool_ else values


def _shown(manifest: Manifest) -> dict[str, Any]:
    return {name: getattr(manifest, name) for name in Manifest.__annotations__}


@contextlib.contextmanager
def _created(path: Path) -> Iterator[Any]:
    """A new file that only its owner may read, on the disk when the block ends."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone among all processes; a killed one holds it no longer."""
    with os.fdopen(os.open(folder / "lock", os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _kept_on_disk(folder: Path) -> None:
    """Make the names in the folder outlast a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
