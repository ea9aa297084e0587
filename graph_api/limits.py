"""What one request may ask for at most: each limit once, with its variable, default, unit and meaning.

environment.py lists the variables, settings.py reads them, GraphQL and the application hold requests to them.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from schema.text import Text

PREFIX: Final = "GRAPH_API_MOST_"


def _limit(default: int, purpose: Text) -> Any:
    return dataclasses.field(default=default, metadata={"purpose": purpose})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits in force; each is a whole number of at least 1.

    Whatever is beyond one is refused with TOO_COSTLY, which names the number and the limit.
    """

    body_bytes: int = _limit(
        256 * 1024, Text("一个请求体或 GET 查询串的字节数", "bytes of a request's body, or of a GET's query")
    )
    variables_bytes: int = _limit(
        64 * 1024, Text("一个请求的变量的字节数", "bytes of the variables of a request")
    )
    tokens: int = _limit(2000, Text("一个文档的词元数", "tokens of a document"))
    fields: int = _limit(1000, Text("一个文档的字段数", "fields of a document"))
    roots: int = _limit(30, Text("一个操作的根字段数", "root fields of an operation"))
    depth: int = _limit(
        25,
        Text(
            "选取嵌套的层数：字段、内联片段和引用的片段各计一层",
            "levels of selections, those of fields, inline fragments and spread ones",
        ),
    )
    aliases: int = _limit(100, Text("一个文档的别名数", "aliases of a document"))
    directives: int = _limit(50, Text("一个文档的指令数", "directives of a document"))
    fragments: int = _limit(
        100, Text("一个文档的片段数，内联的也计", "fragments of a document, inline ones too")
    )
    operations: int = _limit(20, Text("一个文档的操作数", "operations of a document"))
    cost: int = _limit(
        1_000_000,
        Text(
            "一个请求的代价：字段数乘以各层列表的页大小",
            "cost of a request: its fields times the page sizes of the lists around them",
        ),
    )
    page: int = _limit(500, Text("一页或 ids 的个数", "nodes of a page, or ids in a list of them"))
    seconds: int = _limit(30, Text("应答一个请求的秒数", "seconds that answering a request takes"))
    receiving_seconds: int = _limit(10, Text("接收一个请求的秒数", "seconds that a request takes to arrive"))
    in_flight: int = _limit(256, Text("同时处理的请求数", "requests being answered at a time"))

    @classmethod
    def from_given(cls, given: Mapping[str, int]) -> Self:
        """The limits with those of the given variables' names; raises KeyError for a name that none bears."""
        names = {variable_of(each): each.name for each in dataclasses.fields(cls)}
        return cls(**{names[name]: value for name, value in given.items()})


def variable_of(limit: "dataclasses.Field[Any]") -> str:
    """The environment variable that sets a limit."""
    return PREFIX + limit.name.upper()


DEFAULTS: Final = Limits()
"""The limits where nothing else is set."""
