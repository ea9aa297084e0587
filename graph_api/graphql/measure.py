"""How much a document asks for, counted in one walk before it is validated.

The rule that overlapping fields must agree compares each field with each other of its response name, so its
cost grows with the square of the repetitions; a document that repeats itself beyond reason is refused first.
"""

from collections import Counter
from typing import Final

from graphql import (
    DocumentNode,
    ExecutableDefinitionNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
)

from graph_api.graphql.failures import TooCostly
from schema.text import Text

MOST_FIELDS: Final = 1000
"""Fields of a whole document."""
MOST_REPEATED: Final = 10
"""Times that one selection may name the same response, or spread the same fragment."""
MOST_FRAGMENTS: Final = 40
"""Fragments spread in one selection."""


def measure(tree: DocumentNode) -> None:
    """Raise TooCostly where the document has too many fields or repeats itself too often. Linear."""
    fields = 0
    open_sets = [
        part.selection_set for part in tree.definitions if isinstance(part, ExecutableDefinitionNode)
    ]
    while open_sets:
        selection: SelectionSetNode = open_sets.pop()
        names: Counter[str] = Counter()
        fragments = 0
        for each in selection.selections:
            if isinstance(each, FieldNode):
                fields += 1
                names[each.alias.value if each.alias else each.name.value] += 1
            elif isinstance(each, FragmentSpreadNode):
                names[f"...{each.name.value}"] += 1
                fragments += 1
            else:
                fragments += 1
            if isinstance(each, FieldNode | InlineFragmentNode) and each.selection_set:
                open_sets.append(each.selection_set)
        _refuse_beyond(MOST_REPEATED, max(names.values(), default=0), Text("次重复", "repetitions"))
        _refuse_beyond(MOST_FRAGMENTS, fragments, Text("个片段", "fragments in one selection"))
        _refuse_beyond(MOST_FIELDS, fields, Text("个字段", "fields"))


def _refuse_beyond(most: int, number: int, what: Text) -> None:
    if number > most:
        raise TooCostly(
            Text(
                f"文档有 {number} {what.zh}，上限 {most}",
                f"the document has {number} {what.en}; at most {most}",
            ),
            Text("分成几个查询，删去重复的选取", "split it, and remove what is repeated"),
            where="query",
        )
