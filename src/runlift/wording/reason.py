"""Reasons as sentences: one template a rule, filled with the reason's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.names import figure_words
from runlift.wording.sentences import SENTENCES

if TYPE_CHECKING:
    from runlift.domain.quantity import Reason


def reason_words(reason: Reason) -> str:
    """Return a reason as one sentence with the evidence ids behind it.

    Raises:
        KeyError: The rule has no sentence, or its sentence names a figure the reason does not hold.
    """
    figures = {name: figure_words(value) for name, value in reason.numbers}
    sentence = SENTENCES[reason.rule].format(**figures)
    cited = ", ".join(reason.evidence)
    return f"{sentence} [{cited}]" if cited else sentence
