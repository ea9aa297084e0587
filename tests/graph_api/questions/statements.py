"""Every statement of the API, found by its form, so that none is forgotten."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

import graph_api.graphql
import graph_api.questions

PACKAGES = (graph_api.graphql, graph_api.questions)
MODULES = (
    "graph_api.application",
    *(
        f"{package.__name__}.{each.name}"
        for package in PACKAGES
        for each in pkgutil.iter_modules(package.__path__)
    ),
)


def statements() -> Mapping[str, str]:
    """Each statement by the constant that holds it."""
    return dict(_found())


def _found() -> Iterator[tuple[str, str]]:
    for module in MODULES:
        for name, value in vars(importlib.import_module(module)).items():
            if name == "BY_CODE":
                for label, several in value.items():
                    for number, text in enumerate(several):
                        yield f"{module}.{name}.{label}.{number}", text
            elif (
                name.isupper()
                and isinstance(value, str)
                and " MATCH" in f" {value.strip()}"
                and name != "UNIQUE"
            ):
                yield f"{module}.{name}", value
