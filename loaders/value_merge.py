"""How a stated value joins the one on record, so that the order of files is no matter."""

from typing import Any

from loaders.cells.text import match_key
from schema.fields import Kind


def merged_list(kind: Kind | None, old: list[Any], stated: Any) -> list[Any]:
    """The list of what both say, sorted; of SPANS a whole one takes in one that lacks an end."""
    new = list(stated) if isinstance(stated, list | tuple) else [stated]
    if kind is not Kind.SPANS:
        return old if all(each in old for each in new) else sorted({*old, *new}, key=str)
    spans = {(listed[i], listed[i + 1]) for listed in (old, new) for i in range(0, len(listed), 2)}
    whole = {span for span in spans if all(span)}
    kept = whole | {
        span
        for span in spans - whole
        if not any(span[0] in (0, other[0]) and span[1] in (0, other[1]) for other in whole)
    }
    return [end for span in sorted(kept) for end in span]


def better_spelling(old: Any, stated: Any) -> Any:
    """Of two spellings of one text (张 三, 张三) the shorter, whichever came first; else what is stated."""
    if type(old) is str and type(stated) is str and old != stated and match_key(old) == match_key(stated):
        return min(old, stated, key=lambda text: (len(text), text))
    return stated
