from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.domain.prescription.conftest import MONDAY

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.easing import Limit
from runlift.domain.plan.past import Past
from runlift.domain.plan.session import Role
from runlift.domain.prescription.prescribe import prescribe
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.athlete.place import Equipment
    from runlift.domain.prescription.prescribe import Prescribed

LIMITED = ("goblet_squat", "split_squat")


def asked(filled: Prescribed) -> dict[str, list[tuple[float, int]]]:
    """The heaviest load and the most repetitions of each session, by exercise."""
    found: dict[str, list[tuple[float, int]]] = {}
    for session in filled.sessions:
        for one in session.exercises:
            if one.role is not Role.WARM_UP:
                loads = [each.load_kg or 0.0 for each in one.sets if not each.warm_up]
                reps = [each.reps or 0 for each in one.sets if not each.warm_up]
                found.setdefault(one.exercise, []).append((max(loads), max(reps)))
    return found


def test_what_a_complaint_limits_is_held_where_it_began_also_when_it_was_never_done(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    told = story(weeks=12, equipment=kits["gym"])
    limit = Limit(exercises=LIMITED, how="limit_depth", first=MONDAY, until=None, reason=Reason.of("x", ()))
    past = Past(began=MONDAY, starts={}, standing={}, limits=(limit,))
    filled = prescribe(
        told.season(), told.placed(), told.runner(), catalogue(), races=(), runs=told.runs(), past=past
    )
    free, held = asked(told.prescribed()), asked(filled)
    assert max(free["goblet_squat"]) > free["goblet_squat"][0]
    for exercise in set(LIMITED) & held.keys():
        first_load, _ = held[exercise][0]
        assert max(load for load, _ in held[exercise]) == first_load
    assert "goblet_squat" in held
