"""Whether two pages say the same: what contenders say in ways of their own is set aside, all else compared.

Set aside are ids and cursors (each service has its own), the order of a short list, and what a contender
does not give at all, which its page must then not have.
"""

from typing import Any

Page = dict[str, Any]


def comparable(page: Page) -> Page:
    """A page without ids and cursors, its short lists in one order."""
    nodes = [_node(edge["node"]) for edge in page["edges"]]
    found: Page = {"nodes": nodes}
    if "totalCount" in page:
        found["totalCount"] = page["totalCount"]
    if "hasNextPage" in page.get("pageInfo", {}):
        found["hasNextPage"] = page["pageInfo"]["hasNextPage"]
    return found


def difference(expected: Page, page: Page) -> str | None:
    """The first difference between two pages in words; None where they say the same."""
    left, right = comparable(expected), comparable(page)
    for each in ("totalCount", "hasNextPage"):
        if each in right and left[each] != right[each]:
            return f"{each}: {left[each]!r} and {right[each]!r}"
    if len(left["nodes"]) != len(right["nodes"]):
        return f"{len(left['nodes'])} and {len(right['nodes'])} enterprises"
    for one, other in zip(left["nodes"], right["nodes"], strict=True):
        for field in one | other:
            if field not in one or field not in other or one[field] != other[field]:
                return f"{one['code']}.{field}: {one.get(field)!r} and {other.get(field)!r}"
    return None


def _node(node: Page) -> Page:
    kept = {name: value for name, value in node.items() if name != "id"}
    for name in ("branches", "unions"):
        kept[name] = sorted(kept[name], key=lambda each: str(each["code"]))
    kept["dispatches"] = sorted(kept["dispatches"], key=str)
    return kept
