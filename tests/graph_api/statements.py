"""Every statement of the API, found by its form, so that none is forgotten."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

import graph_api.graphql
import graph_api.projection
import graph_api.questions

PACKAGES = (graph_api.graphql, graph_api.projection, graph_api.questions)
MODULES = (
    "graph_api.application",
    *(
        each.name
        for package in PACKAGES
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ),
)


def statements() -> Mapping[str, str]:
    """Each statement by the constant that holds it, with a label and a kind where it leaves them open."""
    return dict(_found())


def _found() -> Iterator[tuple[str, str]]:
    for module in MODULES:
        for name, value in vars(importlib.import_module(module)).items():
            if name.isupper() and isinstance(value, str) and "MATCH (" in value:
                yield f"{module}.{name}", value.replace("LABEL", "Enterprise").replace("KIND", "COVERS")
