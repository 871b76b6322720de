"""A run with a stated structure as a workout; paces stay the plan's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.running.amounts import amounts_in
from runlift.domain.running.entry import DistanceUnit
from runlift.formats.workout.step import Effort, Lasts, Repeat, Sport, Step, Until, Workout
from runlift.wording.names import day_words, run_words

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.plan import RunPart
    from runlift.formats.workout.step import Part

BEFORE = "Until the main part begins, press lap."
AFTER = "Easy to the end."


def run_workout(timed: TimedRun, units: Units) -> Workout | None:
    """Return a run as a workout; None when its plan states no structure."""
    run = timed.run
    if not run.parts or not run.kind.is_run:
        return None
    title = run_words(run, units)
    before = Effort.WARM_UP if run.key else Effort.WORK
    first = Step(
        effort=before, lasts=Lasts(until=Until.BUTTON), title=run.kind.value, notes=f"{title}. {BEFORE}"
    )
    last = Step(effort=Effort.COOL_DOWN, lasts=Lasts(until=Until.BUTTON), title="easy", notes=AFTER)
    return Workout(
        uid=run.id,
        name=f"{run.kind.value.capitalize()} {day_words(run.date)}",
        sport=Sport.RUNNING,
        starts_at=timed.starts_at,
        parts=(first, *(part for each in run.parts for part in _parts(each)), last),
    )


def _parts(part: RunPart) -> tuple[Part, ...]:
    work = Step(
        effort=Effort.WORK,
        lasts=_lasts(part.distance_m, part.duration_s),
        title=part.intensity or "fast",
        notes=part.intensity,
    )
    if part.repeats < len(("one", "two")):
        return (work,)
    return (Repeat(times=part.repeats, steps=(work, _recovery(part))),)


def _recovery(part: RunPart) -> Step:
    """Return what comes between repeats, as long as its words tell; else until the button."""
    told = amounts_in(part.recovery.casefold(), DistanceUnit.KILOMETRES) if part.recovery else ()
    lasts = _lasts(told[0].distance_m, told[0].duration_s) if len(told) == 1 else _lasts(None, None)
    return Step(effort=Effort.REST, lasts=lasts, title="easy", notes=part.recovery)


def _lasts(distance_m: float | None, duration_s: float | None) -> Lasts:
    if distance_m:
        return Lasts(until=Until.DISTANCE, amount=distance_m)
    if duration_s:
        return Lasts(until=Until.TIME, amount=duration_s)
    return Lasts(until=Until.BUTTON)
