"""Reasons as sentences: the words of the rule, filled with the reason's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.evidence.library import constants
from runlift.wording.figure import figures_of
from runlift.wording.sentences import SENTENCES

if TYPE_CHECKING:
    from runlift.domain.quantity import Reason
    from runlift.wording.sentences.sentence import Sentence


def reason_words(reason: Reason, units: Units = Units.METRIC) -> str:
    """Return a reason as one sentence with the evidence ids behind it.

    Raises:
        KeyError: The rule has no sentence that fits the reason's figures.
    """
    sentence = _sentence_of(reason).words.format_map(figures_of(reason, units))
    cited = ", ".join(reason.evidence)
    return f"{sentence} [{cited}]" if cited else sentence


def _sentence_of(reason: Reason) -> Sentence:
    known = frozenset(constants())
    for sentence in SENTENCES[reason.rule]:
        if sentence.fits(reason, known):
            return sentence
    raise KeyError(f"no words of {reason.rule} fit the figures {sorted(reason.figures)}")
