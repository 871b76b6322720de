"""What the answers before training change in the plan."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.exercise.exercise import Impact
from runlift.domain.exercise.legs import loads_bones
from runlift.domain.plan.body import Go
from runlift.domain.plan.easing import Easing, Restriction
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason
from runlift.domain.screening.question import questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import Clearance

LASTING = date(2999, 12, 31)  # until something else is told
_HOLDING = frozenset({"no_growth", "keep_reserve", "no_heavy"})


def easings_of_screening(clearance: Clearance, *, began: date) -> tuple[Easing, ...]:
    """Return the days on which less, or nothing, is asked because of the answers.

    Args:
        clearance: What the answers come to.
        began: First day of the season.
    """
    first = max(clearance.told or began, began)
    if clearance.outcome is Go.ASK:
        reason = _reason("screening_ask_first", clearance, clearance.asks[0])
        return (
            Easing(
                first=first,
                until=LASTING,
                reason=reason,
                sets_factor=0.0,
                leg_stress_most=LegStress.NONE,
                no_sessions=True,
            ),
        )
    return tuple(_eased(clearance, first))


def _eased(clearance: Clearance, first: date) -> Iterator[Easing]:
    limits = clearance.limits
    if "lighter_days" in limits:
        yield Easing(
            first=first,
            until=first + timedelta(days=number("after_fever_days")),
            sets_factor=number("after_fever_sets"),
            reason=_reason("screening_limits", clearance, clearance.because[0], how="lighter"),
        )
    if not _HOLDING.isdisjoint(limits):
        light = "keep_reserve" in limits
        how = "light" if light else "hold"
        yield Easing(
            first=first,
            until=LASTING,
            reason=_reason("screening_limits", clearance, clearance.because[0], how=how),
            rir_least=number("screening_reserve") if light else 0.0,
            leg_stress_most=LegStress.MODERATE if "no_heavy" in limits else LegStress.HEAVY,
        )


def restrictions_of_screening(
    clearance: Clearance, exercises: Mapping[str, Exercise], *, began: date
) -> tuple[Restriction, ...]:
    """Return the exercises left out because of the answers since the season began."""
    first = max(clearance.told or began, began)
    if clearance.outcome is not Go.LIMITS:
        return ()
    return tuple(
        Restriction(
            exercises=tuple(sorted(each.id for each in exercises.values() if is_left_out(each, limit))),
            first=first,
            until=None,
            reason=Reason.of("screening_leaves_out", evidence_of("screening_left_out"), limit=limit),
        )
        for limit in _leaving_out(clearance)
    )


def is_left_out(exercise: Exercise, limit: str) -> bool:
    """Tell whether a limit leaves an exercise out.

    Source: SC003, CP010
    """
    if limit == "no_jumps":
        return exercise.impact is not Impact.NONE
    if limit == "no_leg_load":
        return loads_bones(exercise)
    listed = cast("dict[str, list[str]]", constant("screening_left_out").value)[limit]
    return exercise.id in listed or exercise.family.value in listed or exercise.pattern in listed


def _leaving_out(clearance: Clearance) -> Iterator[str]:
    listed = cast("dict[str, list[str]]", constant("screening_left_out").value)
    return (limit for limit in clearance.limits if limit in listed or limit in {"no_jumps", "no_leg_load"})


def _reason(rule: str, clearance: Clearance, question: str, **more: str) -> Reason:
    cited = dict.fromkeys(questions()[each].evidence for each in (*clearance.asks, *clearance.because))
    return Reason.of(rule, tuple(cited), question=question, **more)
