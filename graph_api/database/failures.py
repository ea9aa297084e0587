"""What the driver raises, told as our failures: what it means and what to do."""

from collections.abc import Callable

from neo4j.exceptions import (
    AuthError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_api.errors import StatementFailed, Unavailable
from schema.errors import Failure
from schema.text import Text


def as_failure(error: DriverError | Neo4jError, where: str = "") -> Failure:
    """The failure that tells `error`. It never carries the server's own message: that may quote data."""
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    for is_it, what, remedy in _TOLD:
        if is_it(error, code):
            return Unavailable(what, remedy, where=f"{where} {code}".strip())
    return StatementFailed(
        Text("数据库拒绝了语句", "the database refused a statement"),
        Text("请把此行报告给维护者", "report this line to the maintainers"),
        where=code or type(error).__name__,
    )


_TOLD: tuple[tuple[Callable[[Exception, str], bool], Text, Text], ...] = (
    (
        lambda error, _: isinstance(error, ServiceUnavailable | SessionExpired),
        Text("数据库没有应答", "the database does not answer"),
        Text("检查 Neo4j 是否在运行、地址是否正确", "see that Neo4j runs and that its address is right"),
    ),
    (
        lambda error, _: isinstance(error, AuthError),
        Text("数据库拒绝了用户名或密码", "the database refuses the user or the password"),
        Text("检查 NEO4J_USERNAME 和 NEO4J_PASSWORD", "mend NEO4J_USERNAME and NEO4J_PASSWORD"),
    ),
    (
        lambda _, code: code.endswith("MemoryPoolOutOfMemoryError"),
        Text("Neo4j 的内存不够", "Neo4j is out of memory"),
        Text("增大 GRAPH_API_HEAP", "raise GRAPH_API_HEAP"),
    ),
    (
        lambda _, code: code.endswith("DatabaseNotFound"),
        Text("没有这个数据库", "there is no such database"),
        Text("检查 NEO4J_DATABASE", "mend NEO4J_DATABASE"),
    ),
    (
        lambda error, _: isinstance(error, TransientError),
        Text("数据库暂时不能应答", "the database cannot answer just now"),
        Text("稍后再试", "try again later"),
    ),
    (
        lambda error, _: isinstance(error, DatabaseError),
        Text("数据库内部出错", "the database failed inside"),
        Text("查看 Neo4j 的日志和磁盘空间", "see Neo4j's log and the space on its disk"),
    ),
)
"""By what an error is known, the first that fits; what it means; what to do."""
