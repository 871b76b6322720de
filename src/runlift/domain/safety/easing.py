"""Rules on what the runner told: days on which less is asked, exercises left out for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach


def no_session_while_ill(case: Case) -> Iterator[Breach]:
    """Refuse a session on a day on which nothing must be trained."""
    for lift in _ahead(case):
        if any(easing.no_sessions and lift.date in easing for easing in case.plan.easings):
            yield breach(lift.date, lift.uid)


def eased_leg_stress(case: Case) -> Iterator[Breach]:
    """Refuse a session that taxes the legs more than its day allows."""
    for lift in _ahead(case):
        most = [easing.leg_stress_most for easing in case.plan.easings if lift.date in easing]
        if most and lift.stress > min(most):
            yield breach(lift.date, lift.uid, stress=lift.stress.word, most=min(most).word)


def restricted_exercise_left_out(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that has to be left out on its day, also as a warm-up or in ten minutes."""
    for lift in _ahead(case):
        for one in (*lift.session.exercises, *lift.session.ten_minutes):
            if any(each.forbids(one.exercise, lift.date) for each in case.plan.restrictions):
                yield breach(lift.date, lift.uid, one.exercise)


def _ahead(case: Case) -> Iterator[Lift]:
    return (lift for lift in case.lifts if lift.session.outcome is None)
