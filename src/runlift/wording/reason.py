"""Reasons as sentences: the words of the rule, filled with the reason's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.evidence import constants
from runlift.wording.figure import figures_of, value_words
from runlift.wording.names import spaced
from runlift.wording.sentences import SENTENCES

if TYPE_CHECKING:
    from runlift.domain.quantity import Reason
    from runlift.wording.sentences.sentence import Sentence


def reason_words(reason: Reason, units: Units = Units.METRIC) -> str:
    """Return a reason as one sentence with the evidence ids behind it.

    A rule of another version of the program, read from a file, is told by its own name and figures.
    """
    sentence = sentence_of(reason)
    figures = figures_of(reason, units)
    words = _bare_words(reason, units) if sentence is None else sentence.words.format_map(figures)
    cited = ", ".join(reason.evidence)
    return f"{words} [{cited}]" if cited else words


def sentence_of(reason: Reason) -> Sentence | None:
    """Return the first sentence of the rule that fits the reason's figures, None when there is none."""
    fitting = (each for each in SENTENCES.get(reason.rule, ()) if each.fits(reason, constants()))
    return next(fitting, None)


def _bare_words(reason: Reason, units: Units) -> str:
    told = (f"{spaced(name)} {value_words(name, value, units)}" for name, value in reason.numbers)
    figures = ", ".join(told)
    return f"{spaced(reason.rule)} ({figures})." if figures else f"{spaced(reason.rule)}."
