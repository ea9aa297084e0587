"""Which changes of the schema break what callers send, and which of them are owned up to?

`published.graphql` holds what callers were promised: the schema without its descriptions. What is added
is promised at once. What is taken back stays in that file until `python -m graph_api schema publish`, and
needs a line of its own in `breaking_changes.txt`: the change, then ` # `, then why callers can bear it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from graphql import (
    DocumentNode,
    Visitor,
    build_schema,
    parse,
    print_ast,
    visit,
)
from graphql.utilities import find_breaking_changes

from graph_api import PROJECT
from graph_api.graphql.published import sdl
from schema.text import Text

PUBLISHED: Final = PROJECT / "schema" / "generated" / "published.graphql"
LISTED: Final = PROJECT / "schema" / "breaking_changes.txt"

SHORTEST_REASON: Final = 10
"""Characters that a reason has at least."""

PARTS: Final = ("fields", "values", "interfaces", "types")
"""Parts of a definition whose members have names; which of them there are depends on its kind."""

COORDINATE: Final = re.compile(r"@?\w+(?:\.\w+)?", re.ASCII)


class _Bare(Visitor):
    """Takes every description out of a document."""

    def enter(self, node: Any, *_: object) -> object:
        """Go on with the same node without its description."""
        return replace(node, description=None) if getattr(node, "description", None) else None


def bare(text: str) -> str:
    """A schema without its descriptions, in the order of names."""
    return _printed(_by_name(text).values())


def breaking(before: str, now: str) -> list[str]:
    """The changes from one schema to another that break callers' documents, as graphql-core words them."""
    old, new = (build_schema(each, assume_valid=True, assume_valid_sdl=True) for each in (before, now))
    return sorted({each.description for each in find_breaking_changes(old, new)})


def promised(before: str, now: str) -> str:
    """What callers were promised before or are now; a promise that is broken stays as it was."""
    broken = {word for each in breaking(before, now) for word in COORDINATE.findall(each)}
    old, new = _by_name(before), _by_name(now)
    return _printed(_merged(name, old.get(name), new.get(name), broken) for name in {**old, **new})


def _by_name(text: str) -> dict[str, Any]:
    """The definitions of a schema without their descriptions."""
    tree: DocumentNode = visit(parse(text, no_location=True), _Bare())
    return {_name(each): each for each in tree.definitions}


def _name(definition: Any) -> str:
    """What a definition is called; a directive begins with `@`, and the schema's own has no name."""
    if definition.kind == "schema_definition":
        return ""
    return f"{'@' * (definition.kind == 'directive_definition')}{definition.name.value}"


def _merged(name: str, old: Any, new: Any, broken: set[str]) -> Any:
    """One definition out of what it was and what it is, either of which may be missing."""
    if old is None or new is None:
        return old or new
    if old.kind != new.kind or (name.startswith("@") and name in broken):
        return old
    parts: dict[str, object] = {}
    for part in PARTS:
        was = {each.name.value: each for each in getattr(old, part, None) or ()}
        now = {each.name.value: each for each in getattr(new, part, None) or ()}
        kept = {member: each for member, each in now.items() if f"{name}.{member}" not in broken}
        parts |= {part: tuple((was | kept).values())} if was or now else {}
    return replace(new, **parts)


def _printed(definitions: Iterable[Any]) -> str:
    """The definitions as text, they and their members in the order of their names."""
    texts = []
    for each in definitions:
        parts = {part: members for part in PARTS if (members := getattr(each, part, None))}
        ordered = {
            part: tuple(sorted(members, key=lambda member: str(member.name.value)))
            for part, members in parts.items()
        }
        texts.append(print_ast(replace(each, **ordered)))
    return "\n\n".join(sorted(texts)) + "\n"


def listed(text: str) -> dict[str, str]:
    """Each listed change with its reason, from the text of `breaking_changes.txt`."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    parts = [line.partition(" # ") for line in lines]
    return {change.strip(): reason.strip() for change, _, reason in parts}


def complaints(changes: Sequence[str], reasons: dict[str, str]) -> list[Text]:
    """What is wrong between the changes that break callers and the list of those that are owned up to."""
    unlisted = [
        Text(
            f"破坏性变更未列入 {LISTED.name}：{change}",
            f"a breaking change is not in {LISTED.name}: {change}",
        )
        for change in changes
        if change not in reasons
    ]
    stale = [
        Text(
            f"{LISTED.name} 所列的变更并不存在：{change}",
            f"{LISTED.name} lists what is no breaking change: {change}",
        )
        for change in reasons
        if change not in changes
    ]
    unexplained = [
        Text(
            f"{LISTED.name} 中缺少理由（变更 # 理由）：{change}",
            f"{LISTED.name} has no reason (change # reason) for: {change}",
        )
        for change, reason in reasons.items()
        if len(reason) < SHORTEST_REASON
    ]
    return [*unlisted, *stale, *unexplained]


def read(file: Path) -> str:
    """The text of a file; empty where it is missing."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def present_complaints() -> list[Text]:
    """What is wrong with the schema as it is now; a missing file of promises holds none."""
    before = read(PUBLISHED)
    changes = breaking(before, sdl()) if before else []
    return complaints(changes, listed(read(LISTED)))


def present_promises() -> str:
    """The text of `published.graphql` as it should be now."""
    before = read(PUBLISHED)
    return promised(before, sdl()) if before else bare(sdl())


def publish() -> None:
    """Promise what is there now and nothing else; the list of breaking changes begins anew."""
    PUBLISHED.write_text(bare(sdl()), encoding="utf-8")
    opening = [line for line in read(LISTED).splitlines(keepends=True) if line.startswith("#")]
    LISTED.write_text("".join(opening), encoding="utf-8")
