"""What the operator has chosen: one frozen object, built once from the environment and passed in."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from graph_api import PROJECT, environment
from graph_api.errors import BadSetting
from graph_api.limits import Limits
from schema.text import Text

SHORTEST_TOKEN = 16
"""A write token has at least so many characters."""

MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_hex(32))' > key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, read and checked. Secrets never show in its repr.

    `heap` and `page_cache` are bytes; None leaves them to the machine's memory. `neo4j_uri` None means
    the embedded store under `data`.
    """

    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: str = field(default="", repr=False)
    neo4j_database: str = "neo4j"
    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = PROJECT / ".data"
    sample: bool = True
    key_file: Path | None = None
    masking: bool = True
    write_token: str | None = field(default=None, repr=False)
    heap: int | None = None
    page_cache: int | None = None
    log_format: str = "console"
    introspection: bool = True
    stale: bool = False
    cors_origins: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    @property
    def embedded(self) -> bool:
        """Whether the service starts its own Neo4j."""
        return self.neo4j_uri is None

    @property
    def loopback(self) -> bool:
        """Whether the API can be reached from this machine alone."""
        return is_loopback(self.host)

    def key(self) -> bytes:
        """The secret that hashes ID numbers and signs cursors. Read it once the database is open.

        Raises BadSetting where its file is gone: with another key no recorded ID number matches again.
        """
        name, path = "GRAPH_API_KEY_FILE", self.key_file or self.data / "key"
        return environment.content(name, str(path)).encode()

    @classmethod
    def from_environment(cls, variables: Mapping[str, str]) -> Self:
        """Read the settings; an empty value is as good as none.

        Raises BadSetting for an unknown GRAPH_API_* name, an unreadable value, a missing file, and for
        settings that contradict each other.
        """
        environment.refuse_unknown(variables)
        given = {name: text.strip() for name, text in variables.items() if text.strip()}
        asked = {each.name: given.get(each.name, each.default) for each in environment.VARIABLES}
        one = cls(
            neo4j_uri=environment.uri("NEO4J_URI", given["NEO4J_URI"]) if "NEO4J_URI" in given else None,
            neo4j_username=asked["NEO4J_USERNAME"],
            neo4j_password=_password(given, variables),
            neo4j_database=asked["NEO4J_DATABASE"],
            host=asked["GRAPH_API_HOST"],
            port=environment.port("GRAPH_API_PORT", asked["GRAPH_API_PORT"]),
            data=PROJECT / Path(asked["GRAPH_API_DATA"]).expanduser(),
            sample=environment.one_of("GRAPH_API_SAMPLE", asked["GRAPH_API_SAMPLE"], ("yes", "no")) == "yes",
            key_file=_key_file(given),
            masking=environment.one_of("GRAPH_API_MASKING", asked["GRAPH_API_MASKING"], ("on", "off"))
            == "on",
            write_token=_write_token(given),
            heap=_size("GRAPH_API_HEAP", given),
            page_cache=_size("GRAPH_API_PAGE_CACHE", given),
            log_format=environment.one_of(
                "GRAPH_API_LOG_FORMAT", asked["GRAPH_API_LOG_FORMAT"], ("console", "json")
            ),
            introspection=environment.one_of(
                "GRAPH_API_INTROSPECTION", asked["GRAPH_API_INTROSPECTION"], ("on", "off")
            )
            == "on",
            stale=environment.one_of("GRAPH_API_STALE", asked["GRAPH_API_STALE"], ("yes", "no")) == "yes",
            cors_origins=environment.origins("GRAPH_API_CORS_ORIGINS", asked["GRAPH_API_CORS_ORIGINS"]),
            limits=Limits.from_given(
                {
                    each.name: environment.number(each.name, given[each.name])
                    for each in environment.LIMITS
                    if each.name in given
                }
            ),
        )
        one._agree(given)
        return one

    def _agree(self, given: Mapping[str, str]) -> None:
        """Refuse settings that contradict each other."""
        if self.embedded:
            for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE"):
                if name in given:
                    raise BadSetting(
                        Text("没有 NEO4J_URI，此项不起作用", "it means nothing without NEO4J_URI"),
                        Text("填写 NEO4J_URI 或删除此项", "set NEO4J_URI, or remove it"),
                        where=name,
                    )
        elif not self.neo4j_password:
            raise BadSetting(
                Text("没有密码", "there is no password"),
                Text("填写 NEO4J_PASSWORD 或 NEO4J_PASSWORD_FILE", "set it or NEO4J_PASSWORD_FILE"),
                where="NEO4J_PASSWORD",
            )
        elif self.key_file is None:
            raise BadSetting(
                Text("使用自备 Neo4j 时必须有密钥文件", "with NEO4J_URI a key file is required"),
                Text(
                    f"生成一个并妥善保管：{MAKE_A_KEY}",
                    f"make one and keep it safe: {MAKE_A_KEY}",
                ),
                where="GRAPH_API_KEY_FILE",
            )
        if not self.masking and not self.loopback:
            raise BadSetting(
                Text("对外监听时不能关闭遮蔽", "masking cannot be off where others can reach the API"),
                Text("GRAPH_API_HOST 用 127.0.0.1，或开启遮蔽", "listen on 127.0.0.1, or leave it on"),
                where="GRAPH_API_MASKING",
            )


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _password(given: Mapping[str, str], variables: Mapping[str, str]) -> str:
    if "NEO4J_PASSWORD" in given and "NEO4J_PASSWORD_FILE" in given:
        raise BadSetting(
            Text("密码填了两次", "the password is given twice"),
            Text("只留一项", "keep one of the two"),
            where="NEO4J_PASSWORD, NEO4J_PASSWORD_FILE",
        )
    if "NEO4J_PASSWORD_FILE" in given:
        return environment.content("NEO4J_PASSWORD_FILE", given["NEO4J_PASSWORD_FILE"])
    # As it is: blanks may belong to it.
    return variables["NEO4J_PASSWORD"] if "NEO4J_PASSWORD" in given else ""


def _key_file(given: Mapping[str, str]) -> Path | None:
    if "GRAPH_API_KEY_FILE" not in given:
        return None
    environment.content("GRAPH_API_KEY_FILE", given["GRAPH_API_KEY_FILE"])
    return Path(given["GRAPH_API_KEY_FILE"])


def _write_token(given: Mapping[str, str]) -> str | None:
    name = "GRAPH_API_WRITE_TOKEN_FILE"
    if name not in given:
        return None
    token = environment.content(name, given[name])
    if len(token) < SHORTEST_TOKEN:
        raise BadSetting(
            Text("令牌太短", "the token is too short"),
            Text(f"至少 {SHORTEST_TOKEN} 个字符", f"use {SHORTEST_TOKEN} characters or more"),
            where=f"{name}={given[name]}",
        )
    return token


def _size(name: str, given: Mapping[str, str]) -> int | None:
    return environment.size(name, given[name]) if name in given else None
