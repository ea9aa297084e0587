"""How much a document asks for, counted in one walk before anything else looks at it.

Strictly linear: a named fragment is walked once, however often it is spread, and nothing recurses.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graphql import (
    DocumentNode,
    ExecutableDefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from graph_api.graphql.failures import refuse_beyond
from graph_api.limits import DEFAULTS, Limits
from schema.text import Text

MOST_REPEATED: Final = 10
"""Times that one selection may name the same response, or spread the same fragment."""
MOST_REPEATED_IN_ALL: Final = 50
"""Times that selections do so in the whole document: each repetition multiplies those within it."""
MOST_DIRECTIVES_TOGETHER: Final = 4
"""Directives on one field, fragment or operation."""

_REMEDY = Text("分成几个查询，删去重复的选取", "split it, and remove what is repeated")


@dataclass(slots=True)
class Part:
    """One operation or fragment: how deep it goes by itself, and what it spreads at which depth.

    `roots` are the fields that it selects itself, `root_spreads` the fragments that it spreads among them.
    """

    depth: int = 0
    roots: int = 0
    root_spreads: list[str] = field(default_factory=list)
    spreads: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Measured:
    """The numbers of a document. `depth` is known once its fragments are unfolded."""

    fields: int = 0
    aliases: int = 0
    directives: int = 0
    together: int = 0
    fragments: int = 0
    operations: int = 0
    roots: int = 0
    repeated: int = 0
    repeated_in_all: int = 0
    depth: int = 0

    def note_directives(self, number: int) -> None:
        """Count the directives of one place."""
        self.directives += number
        self.together = max(self.together, number)


def measure(tree: DocumentNode, limits: Limits = DEFAULTS) -> Measured:
    """The numbers of a document; raises TooCostly, which names the number and the limit, where one is beyond.

    Depth counts selections one inside another: those of fields, of inline fragments and of spread ones.
    """
    found = counted(tree)
    for most, number, what in (
        (limits.operations, found.operations, Text("文档的操作数", "operations")),
        (limits.roots, found.roots, Text("操作的根字段数", "root fields of an operation")),
        (limits.fields, found.fields, Text("文档的字段数", "fields")),
        (limits.aliases, found.aliases, Text("文档的别名数", "aliases")),
        (limits.directives, found.directives, Text("文档的指令数", "directives")),
        (limits.fragments, found.fragments, Text("文档的片段数", "fragments")),
        (MOST_REPEATED, found.repeated, Text("同一处的重复次数", "repetitions in one selection")),
        (MOST_REPEATED_IN_ALL, found.repeated_in_all, Text("文档的重复次数", "repetitions")),
        (MOST_DIRECTIVES_TOGETHER, found.together, Text("同一处的指令数", "directives in one place")),
        (limits.depth, found.depth, Text("嵌套的层数", "levels of selections")),
    ):
        refuse_beyond(most, number, what, _REMEDY, "query")
    return found


def counted(tree: DocumentNode) -> Measured:
    """The numbers of a document, whatever they are."""
    found = Measured()
    parts: list[Part] = []
    operations: list[Part] = []
    fragments: dict[str, Part] = {}
    for definition in tree.definitions:
        if not isinstance(definition, ExecutableDefinitionNode):
            continue
        part = _walk(definition.selection_set, found)
        found.note_directives(len(definition.directives or ()))
        for variable in definition.variable_definitions or ():
            found.note_directives(len(variable.directives or ()))
        if isinstance(definition, FragmentDefinitionNode):
            found.fragments += 1
            fragments[definition.name.value] = part
        elif isinstance(definition, OperationDefinitionNode):
            found.operations += 1
            operations.append(part)
        parts.append(part)
    found.roots = max((_roots(each, fragments) for each in operations), default=0)
    found.depth = max(_depths(parts, fragments), default=0)
    return found


def _walk(selection: SelectionSetNode, found: Measured) -> Part:
    part = Part()
    open_sets = [(selection, 1, True)]
    while open_sets:
        each_set, depth, is_root = open_sets.pop()
        part.depth = max(part.depth, depth)
        names: Counter[str] = Counter()
        for each in each_set.selections:
            found.note_directives(len(each.directives or ()))
            if isinstance(each, FragmentSpreadNode):
                names[f"...{each.name.value}"] += 1
                part.spreads.append((each.name.value, depth))
                if is_root:
                    part.root_spreads.append(each.name.value)
                continue
            if isinstance(each, FieldNode):
                found.fields += 1
                found.aliases += each.alias is not None
                part.roots += is_root and not each.name.value.startswith("__")
                names[each.alias.value if each.alias else each.name.value] += 1
            else:
                found.fragments += 1
            inner: SelectionSetNode | None = getattr(each, "selection_set", None)
            if inner is not None:
                open_sets.append((inner, depth + 1, is_root and not isinstance(each, FieldNode)))
        found.repeated = max(found.repeated, *names.values(), 0)
        found.repeated_in_all += names.total() - len(names)
    return part


def _roots(operation: Part, fragments: dict[str, Part]) -> int:
    """How many fields an operation starts with; those of a fragment once, however often it is spread."""
    number, seen, open_parts = 0, set[str](), [operation]
    while open_parts:
        part = open_parts.pop()
        number += part.roots
        for name in part.root_spreads:
            if name in fragments and name not in seen:
                seen.add(name)
                open_parts.append(fragments[name])
    return number


def _depths(roots: list[Part], fragments: dict[str, Part]) -> Iterator[int]:
    """The depth of each part with its fragments unfolded; a cycle, which validation refuses, adds nothing."""
    known: dict[int, int] = {}
    for root in roots:
        path = [] if id(root) in known else [(root, iter(root.spreads))]
        on_path = {id(root)}
        while path:
            part, spreads = path[-1]
            for name, _ in spreads:
                inner = fragments.get(name)
                if inner is not None and id(inner) not in known and id(inner) not in on_path:
                    path.append((inner, iter(inner.spreads)))
                    on_path.add(id(inner))
                    break
            else:
                path.pop()
                on_path.discard(id(part))
                below = [
                    depth + known.get(id(fragments[name]), 0)
                    for name, depth in part.spreads
                    if name in fragments
                ]
                known[id(part)] = max([part.depth, *below])
        yield known[id(root)]
