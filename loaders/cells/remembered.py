"""Rosters repeat their words: what a short text was read as is remembered."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")
_LONGEST: Final = 64
"""Longer texts hardly repeat, and a cache of them would fill the memory."""


def remembered(read: Callable[Concatenate[str, _P], _R]) -> Callable[Concatenate[str, _P], _R]:
    """`read` with its last 65,536 answers for short texts kept; for pure functions of nothing personal."""
    cached = lru_cache(maxsize=65536)(read)

    @wraps(read)
    def reader(text: str, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        if len(text) <= _LONGEST:
            return cached(text, *args, **kwargs)  # type: ignore[arg-type] # a cache takes hashable arguments, as all of ours are
        return read(text, *args, **kwargs)

    return reader
