"""One sentence for a reason: words with gaps for figures, and when they are the right ones."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words with gaps.

    A gap `{name}` takes the reason's figure or the domain's constant of that name; `{name:session}` counts it
    (`1 session`, `2 sessions`).

    Attributes:
        words: One plain sentence.
        only_if: Figures, as they must be told, for which these words are the right ones.
    """

    words: str
    only_if: tuple[tuple[str, str], ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """Names of the figures and constants that fill the words."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.words) if name)

    def fits(self, reason: Reason, constants: Container[str]) -> bool:
        """Whether these words are right for a reason and all its gaps can be filled."""
        figures = reason.figures
        is_right = all(str(figures.get(name)) == value for name, value in self.only_if)
        return is_right and all(name in figures or name in constants for name in self.gaps)


def says(words: str, **only_if: str) -> tuple[Sentence, ...]:
    """Return a sentence; several are joined by `+`, and the first that fits a reason is told."""
    return (Sentence(words=words, only_if=tuple(only_if.items())),)
