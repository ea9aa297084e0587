"""Vocabularies: a closed set of values, each with its Chinese and English words."""

from enum import Enum
from typing import Self


class Term(Enum):
    """One value of a vocabulary.

    A member is written `NAME = "中文", "English", *other_words_that_rosters_use`; its `name` is
    what the graph stores and the API shows.
    """

    def __init__(self, zh: str, en: str, *words: str) -> None:
        """Take the member's words apart."""
        self.zh = zh
        self.en = en
        self.words = (zh, *words)

    @classmethod
    def from_word(cls, word: str) -> Self | None:
        """The member that a roster means by `word` (its name or one of its words), or None."""
        return _lookup(cls).get(word)  # type: ignore[return-value] # the words of cls mean members of cls


_words: dict[type[Term], dict[str, Term]] = {}


def _lookup(vocabulary: type[Term]) -> dict[str, Term]:
    if vocabulary not in _words:
        _words[vocabulary] = {word: term for term in vocabulary for word in (term.name, *term.words)}
    return _words[vocabulary]
