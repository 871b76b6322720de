from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.athlete.place import Equipment
from runlift.domain.prescription.load import is_leap

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runlift.domain.plan.session import PrescribedExercise
    from runlift.domain.prescription.prescribe import Prescribed

POUND = 0.45359237
GAPS = Equipment(dumbbells_kg=((5.0, 2), (10.0, 2), (20.0, 2)), items=("bench", "step"))
POUNDS = Equipment(dumbbells_kg=tuple((round(mass * POUND, 3), 2) for mass in (5, 10, 15, 20, 25)))


def loads(filled: Prescribed) -> dict[str, list[tuple[date, float, PrescribedExercise]]]:
    found: dict[str, list[tuple[date, float, PrescribedExercise]]] = {}
    for session in filled.sessions:
        for one in session.exercises:
            kilograms = [each.load_kg for each in one.sets if each.load_kg and not each.warm_up]
            if kilograms:
                found.setdefault(one.exercise, []).append((session.date, max(kilograms), one))
    return found


def reps_of(one: PrescribedExercise) -> int:
    return max(each.reps or 0 for each in one.sets if not each.warm_up)


def test_is_leap_above_half() -> None:
    assert is_leap(10, 20)
    assert not is_leap(8, 12)


@pytest.mark.parametrize("birth_year", [1961, 1990])
def test_a_leap_is_confirmed_by_ramp_sets_in_another_week(story: Callable[..., Any], birth_year: int) -> None:
    filled = story(weeks=24, equipment=GAPS, athlete={"birth_year": birth_year}).prescribed()
    leaps = 0
    for done in loads(filled).values():
        highest, grown = 0.0, None
        for day, load, one in done:
            if highest and is_leap(highest, load):
                leaps += 1
                assert one.to_confirm
                assert any(each.warm_up for each in one.sets)
                assert grown is None or day - timedelta(days=day.weekday()) > grown
            grown = day if load > highest else grown
            highest = max(highest, load)
    assert leaps > 0 or birth_year == 1961


def test_from_sixty_the_tempo_slows_before_a_leap(story: Callable[..., Any]) -> None:
    filled = story(weeks=24, equipment=GAPS, athlete={"birth_year": 1961}).prescribed()
    for done in loads(filled).values():
        for at, (_, load, _) in enumerate(done):
            before = done[:at]
            highest = max((one[1] for one in before), default=0.0)
            if highest and is_leap(highest, load):
                assert any(one.tempo == "3-2-1" for _, _, one in before)


def test_a_pressed_dumbbell_is_followed_by_the_next_with_clearly_fewer_repetitions(
    story: Callable[..., Any],
) -> None:
    filled = story(weeks=24, equipment=POUNDS, athlete={"body_mass_kg": 75.0}).prescribed()
    steps = [
        one
        for id_, done in loads(filled).items()
        if id_ in {"overhead_press", "db_floor_press", "db_bench", "db_row"}
        for _, _, one in done
        if any(reason.rule == "kit_step_over_cap" for reason in one.reasons)
    ]
    assert steps
    assert all(5 <= reps_of(one) <= 9 for one in steps)
