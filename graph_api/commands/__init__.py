"""The command line: one module a command.

A module `graph_api.commands.<name>` offers

    add(parser)               declares its arguments on its own argparse parser
    run(arguments, settings)  does it and says how it ended

and is listed in COMMANDS. It is imported only when it is called, so that a small command does not
wait for the imports of a large one.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text


class Command(Protocol):
    """What a command's module offers."""

    def add(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: Namespace, settings: Settings) -> Exit:
        """Do it. Raises Failure for whatever a person must be told."""


COMMANDS: Mapping[str, Text] = MappingProxyType(
    {
        "serve": Text("启动服务", "start the service"),
        "load": Text("导入名册", "load rosters"),
        "sample": Text("示例区：导入", "the sample district: load"),
        "generate": Text("由模型生成的文件", "write the files that are derived from the model"),
        "schema": Text("GraphQL 模式：打印、发布", "the GraphQL schema: print, publish"),
        "database": Text(
            "内嵌 Neo4j：启动、状态、停止、导出、导入、检查",
            "the embedded Neo4j: start, status, stop, dump, load, check",
        ),
        "query": Text("用 GraphQL 文档查询", "ask a GraphQL document"),
        "projection": Text("内存中的图：状态、核对、重建", "the picture in memory: status, verify, rebuild"),
    }
)
"""Each command by name, with what it is for; `some-name` lives in module `some_name`."""
