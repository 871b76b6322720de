"""One muscle group of the trunk against its opposite: two holds told in the same weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.assessment.threshold import worst_of
from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.plan.body import WeakLink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.diary.entry import FieldTestDone

BACK = "back_hold"
AGAINST_BACK = {"side_plank": "side_plank_to_back_hold", "sit_hold": "sit_hold_to_back_hold"}
PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A hold in parts of the back hold that came last before or on its day.

    Attributes:
        id: Which ratio.
        date: Day of the later of the two.
        value: The ratio.
        most: From here on the back is the weaker one.
        evidence: Rows it rests on.
    """

    id: str
    date: date
    value: float
    most: float
    evidence: tuple[str, ...]

    @property
    def is_high(self) -> bool:
        """Whether the back is the weaker one."""
        return self.value >= self.most


def ratios(
    tests: Mapping[str, FieldTest], results: Mapping[str, Sequence[FieldTestDone]]
) -> tuple[Ratio, ...]:
    """Return the ratios of the holds that were told, in order of days.

    Source: A06, A07
    """
    found = [
        _ratio(key, worst, back, max(front.date, behind.date))
        for id_, key in AGAINST_BACK.items()
        for front, behind in _pairs(results.get(id_, ()), results.get(BACK, ()))
        if (back := worst_of(tests[BACK], behind))
        if (worst := worst_of(tests[id_], front)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.id, each.date)))


def weak_back(found: Sequence[Ratio]) -> tuple[WeakLink, ...]:
    """Return that the back is weak against its opposite in the last two ratios of a kind.

    Source: A06, A07, AS01
    """
    links = []
    for key in AGAINST_BACK.values():
        last = [each for each in found if each.id == key][-PAIR:]
        if len(last) == PAIR and all(each.is_high for each in last):
            links.append(_link(last[-1]))
    return tuple(links)


def back_exercises() -> tuple[str, ...]:
    """Return the exercises that train the back."""
    told = cast("dict[str, list[str]]", constant(f"field_test_{BACK}").value)
    return tuple(told["exercises"])


def _link(last: Ratio) -> WeakLink:
    return WeakLink(
        shown_by=last.id,
        first=last.date,
        until=last.date + timedelta(weeks=number("weak_link_weeks")),
        result=round(last.value, 2),
        threshold=last.most,
    )


def _pairs(
    fronts: Sequence[FieldTestDone], backs: Sequence[FieldTestDone]
) -> list[tuple[FieldTestDone, FieldTestDone]]:
    """Pair each hold with a back hold of its own within the weeks that two tests may lie apart."""
    most = number("field_test_pair_days")
    return [
        (front, back)
        for front, back in zip(reversed(fronts), reversed(backs), strict=False)
        if abs((front.date - back.date).days) <= most
    ]


def _ratio(key: str, front: float, back: float, day: date) -> Ratio:
    return Ratio(id=key, date=day, value=front / back, most=number(key), evidence=evidence_of(key))
