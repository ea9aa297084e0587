"""The environment variables that steer the service, and how one value of each kind is read.

VARIABLES is the whole list: README's table is made from it, and any other GRAPH_API_* name is refused.
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph_api.errors import BadSetting
from graph_api.limits import Limits, variable_of
from schema.text import Text

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
HIGHEST_PORT = 65535
MOST_DIGITS = 12

_SIZE = re.compile(r"(\d+)\s*([kmg])b?", re.ASCII | re.IGNORECASE)
_ORIGIN = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?", re.ASCII)
_UNITS = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its name, its default as a person would write it, and what it is for."""

    name: str
    default: str
    purpose: Text


LIMITS = tuple(
    Variable(
        variable_of(each),
        str(each.default),
        Text(f"上限：{each.metadata['purpose'].zh}", f"at most: {each.metadata['purpose'].en}"),
    )
    for each in dataclasses.fields(Limits)
)
"""One variable a limit."""

VARIABLES = (
    Variable(
        "NEO4J_URI",
        "",
        Text(
            "自备 Neo4j 的地址；不填则由服务自己启动内嵌的 Neo4j",
            "address of your own Neo4j; without it the service starts an embedded one",
        ),
    ),
    Variable("NEO4J_USERNAME", "neo4j", Text("自备 Neo4j 的用户名", "user of your own Neo4j")),
    Variable("NEO4J_PASSWORD", "", Text("自备 Neo4j 的密码", "password of your own Neo4j")),
    Variable(
        "NEO4J_PASSWORD_FILE",
        "",
        Text("内含上述密码的文件，二者只填其一", "file that holds that password, instead of it"),
    ),
    Variable("NEO4J_DATABASE", "neo4j", Text("自备 Neo4j 的数据库名", "database of your own Neo4j")),
    Variable("GRAPH_API_HOST", "127.0.0.1", Text("服务监听的地址", "address that the API listens on")),
    Variable("GRAPH_API_PORT", "8000", Text("服务监听的端口", "port that the API listens on")),
    Variable(
        "GRAPH_API_DATA",
        ".data",
        Text("内嵌数据库的数据文件夹", "data folder of the embedded store"),
    ),
    Variable(
        "GRAPH_API_SAMPLE",
        "yes",
        Text(
            "yes：内嵌数据库为空时载入示例县区；no：留空，等待本单位的花名册",
            "yes: an empty embedded store gets the sample district; no: it waits for your rosters",
        ),
    ),
    Variable(
        "GRAPH_API_KEY_FILE",
        "",
        Text(
            "密钥文件（身份证号散列、游标签名）；内嵌数据库默认用数据文件夹中的 key，自备 Neo4j 时必填",
            "key file (hashes ID numbers, signs cursors); the embedded store keeps its own in the "
            "data folder, with NEO4J_URI it is required",
        ),
    ),
    Variable(
        "GRAPH_API_MASKING",
        "on",
        Text(
            "off：不遮蔽个人信息，仅限本机监听，并记入日志",
            "off: personal data unmasked, on loopback only, and logged",
        ),
    ),
    Variable(
        "GRAPH_API_WRITE_TOKEN_FILE",
        "",
        Text(
            "写入令牌文件；今后从本机以外经 HTTP 写入时必需，目前写入只用命令行",
            "file with the token for writing over HTTP from elsewhere, to come; so far commands write",
        ),
    ),
    Variable(
        "GRAPH_API_HEAP",
        "",
        Text(
            "内嵌 Neo4j 的堆内存，如 2g；默认为内存的四分之一，512m 至 4g",
            "heap of the embedded Neo4j, such as 2g; by default a quarter of the memory, 512m to 4g",
        ),
    ),
    Variable(
        "GRAPH_API_PAGE_CACHE",
        "",
        Text(
            "内嵌 Neo4j 的页缓存，如 512m；默认为内存的八分之一，128m 至 2g",
            "page cache of the embedded Neo4j, such as 512m; by default an eighth of the memory, 128m to 2g",
        ),
    ),
    Variable(
        "GRAPH_API_LOG_FORMAT",
        "console",
        Text("日志格式：console 或 json", "form of the log: console or json"),
    ),
    Variable(
        "GRAPH_API_STALE",
        "no",
        Text(
            "yes：数据库不可用时仍按内存作答，并标明 extensions.stale",
            "yes: while the database is away, answers go on from memory, marked extensions.stale",
        ),
    ),
    Variable(
        "GRAPH_API_INTROSPECTION",
        "on",
        Text(
            "off：不应答自省查询，错误信息也不提示名称",
            "off: introspection is not answered, and no message suggests a name",
        ),
    ),
    Variable(
        "GRAPH_API_CORS_ORIGINS",
        "",
        Text(
            "允许跨源访问的网页来源，如 https://a.example，空格分隔；默认没有",
            "origins of the web pages elsewhere that may call, such as https://a.example, with blanks "
            "between; by default none",
        ),
    ),
    *LIMITS,
)


def refuse_unknown(environment: Mapping[str, str]) -> None:
    """Raise BadSetting for a GRAPH_API_* name that no variable bears: a typing error acts silently."""
    known = {variable.name for variable in VARIABLES}
    for name in sorted(environment):
        if name.startswith("GRAPH_API_") and name not in known:
            raise BadSetting(
                Text("未知的设置项", "unknown setting"),
                Text("改正名称或删除；可用的设置见 README", "mend or remove it; README lists them all"),
                where=name,
            )


def one_of(name: str, text: str, words: tuple[str, ...]) -> str:
    """The word that `text` is; raises BadSetting with the words that it may be."""
    if text.lower() in words:
        return text.lower()
    raise unreadable(name, text, " / ".join(words))


def port(name: str, text: str) -> int:
    """A TCP port, 1–65535."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST_PORT:
        return int(text)
    raise unreadable(name, text, f"1–{HIGHEST_PORT}")


def number(name: str, text: str) -> int:
    """A whole number of at least 1, written in digits; at most 12 of them."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0:
        return int(text)
    raise unreadable(name, text, "1, 2, 3 …")


def origins(name: str, text: str) -> tuple[str, ...]:
    """The origins of web pages (`https://a.example:8443`), with blanks or commas between them."""
    found = tuple(each.rstrip("/") for each in text.replace(",", " ").split())
    for each in found:
        if _ORIGIN.fullmatch(each) is None:
            raise unreadable(name, each, "https://a.example, http://localhost:3000")
    return found


def size(name: str, text: str) -> int:
    """A size of memory in bytes, from `512m`, `2g`."""
    found = _SIZE.fullmatch(text)
    if found is None or int(found[1]) == 0:
        raise unreadable(name, text, "512m, 2g")
    return int(found[1]) * _UNITS[found[2].lower()]


def uri(name: str, text: str) -> str:
    """A Bolt address with a scheme that the driver knows and a host."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if usable and parts.username is None:
        return text
    raise unreadable(name, "…", f"{' / '.join(SCHEMES)}, host:port")


def content(name: str, path: str) -> str:
    """The text of a file without the blanks around it; raises BadSetting where there is none."""
    try:
        text = Path(path).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        why = Text("文件不存在", "the file is missing")
    except UnicodeDecodeError:
        why = Text("文件不是文本", "the file is no text")
    except OSError as error:
        why = Text(f"文件无法读取（{error.strerror}）", f"the file cannot be read ({error.strerror})")
    else:
        if text:
            return text
        why = Text("文件是空的", "the file is empty")
    raise BadSetting(
        why, Text("改正路径或补上文件", "mend the path or supply the file"), where=f"{name}={path}"
    )


def unreadable(name: str, text: str, allowed: str) -> BadSetting:
    """The failure of a value that is not among the `allowed` ones."""
    return BadSetting(
        Text(f"“{text}”不是可用的值", f"'{text}' is no usable value"),
        Text(f"可用的值：{allowed}", f"use {allowed}"),
        where=name,
    )
