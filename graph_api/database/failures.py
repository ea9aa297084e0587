"""What the driver raises, told as our failures: what it means and what to do."""

from neo4j.exceptions import (
    AuthError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_api.errors import StatementFailed, Unavailable
from schema.errors import Failure
from schema.text import Text

MEMORY = "MemoryPoolOutOfMemoryError"
NO_DATABASE = "DatabaseNotFound"
OFFLINE = "DatabaseUnavailable"


def as_failure(error: DriverError | Neo4jError, where: str = "") -> Failure:
    """The failure that tells `error`. It never carries the server's own message: that may quote data."""
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return Unavailable(
            Text("数据库没有应答", "the database does not answer"),
            Text("检查 Neo4j 是否在运行、地址是否正确", "see that Neo4j runs and that its address is right"),
            where=where,
        )
    if isinstance(error, AuthError):
        return Unavailable(
            Text("数据库拒绝了用户名或密码", "the database refuses the user or the password"),
            Text("检查 NEO4J_USERNAME 和 NEO4J_PASSWORD", "mend NEO4J_USERNAME and NEO4J_PASSWORD"),
            where=where,
        )
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if code.endswith(MEMORY):
        return Unavailable(
            Text("Neo4j 的内存不够", "Neo4j is out of memory"),
            Text("增大 GRAPH_API_HEAP", "raise GRAPH_API_HEAP"),
            where=where,
        )
    if code.endswith(NO_DATABASE):
        return Unavailable(
            Text("没有这个数据库", "there is no such database"),
            Text("检查 NEO4J_DATABASE", "mend NEO4J_DATABASE"),
            where=where,
        )
    if isinstance(error, TransientError):
        return Unavailable(
            Text(f"数据库暂时不能应答（{code}）", f"the database cannot answer just now ({code})"),
            Text("稍后再试", "try again later"),
            where=where,
        )
    return StatementFailed(
        Text("数据库拒绝了语句", "the database refused a statement"),
        Text("请把此行报告给维护者", "report this line to the maintainers"),
        where=code or type(error).__name__,
    )
