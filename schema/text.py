"""Texts for people, in Chinese first and English second."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the service."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Both languages, as the console shows them."""
        return f"{self.zh} {self.en}"

    def in_language(self, language: str) -> str:
        """The text in `language` (`zh` or `en`); Chinese for anything else."""
        return self.en if language == "en" else self.zh
