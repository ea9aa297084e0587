"""What was made once and is wanted again: the least recently used goes first, by weight and by number."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class Kept(Generic[K, V]):
    """Things by their key, never more than `most` of them, never heavier together than `heaviest`.

    What weighs is for the caller to say: tokens, bytes. A thing heavier than all may be is not kept.
    """

    most: int
    heaviest: int
    weight: int = field(default=0, init=False)
    _things: OrderedDict[K, tuple[V, int]] = field(default_factory=OrderedDict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def get(self, key: K) -> V | None:
        """The thing, now the most recently used, or None."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def keep(self, key: K, thing: V, weight: int) -> None:
        """Keep a thing, and let go of what there is no room for."""
        with self._lock:
            self.weight -= self._things.pop(key, (None, 0))[1]
            self._things[key] = (thing, weight)
            self.weight += weight
            while self._things and (len(self._things) > self.most or self.weight > self.heaviest):
                _, (_, gone) = self._things.popitem(last=False)
                self.weight -= gone

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._things.clear()
            self.weight = 0

    def __len__(self) -> int:
        return len(self._things)
