"""The sentences for every rule that can be the reason of something, joined from the rooms of the domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.sentences.activity import ACTIVITY
from runlift.wording.sentences.adjustment import ADJUSTMENT
from runlift.wording.sentences.assessment import ASSESSMENT
from runlift.wording.sentences.complaint import COMPLAINT
from runlift.wording.sentences.placement import PLACEMENT
from runlift.wording.sentences.prescription import PRESCRIPTION
from runlift.wording.sentences.response import RESPONSE
from runlift.wording.sentences.running import RUNNING
from runlift.wording.sentences.screening import SCREENING
from runlift.wording.sentences.season import SEASON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.wording.sentences.sentence import Sentence


def joined(*rooms: Mapping[str, tuple[Sentence, ...]]) -> Mapping[str, tuple[Sentence, ...]]:
    """Join the sentences of several rooms.

    Raises:
        ValueError: Two rooms have words for the same rule.
    """
    sentences: dict[str, tuple[Sentence, ...]] = {}
    for room in rooms:
        twice = sorted(sentences.keys() & room.keys())
        if twice:
            raise ValueError(f"rules with words in two rooms: {twice}")
        sentences |= room
    return sentences


SENTENCES = joined(
    SEASON,
    PLACEMENT,
    PRESCRIPTION,
    RUNNING,
    ADJUSTMENT,
    ASSESSMENT,
    COMPLAINT,
    SCREENING,
    RESPONSE,
    ACTIVITY,
)
