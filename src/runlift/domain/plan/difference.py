"""What differs between two versions of a plan, in what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseChange:
    """An exercise of a session that is new, gone, or asked for in another dose.

    Attributes:
        before: As it was asked for; None when it is new.
        after: As it is asked for; None when it is gone.
    """

    before: PrescribedExercise | None
    after: PrescribedExercise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """A session that is new, gone, moved, or holds something else.

    Attributes:
        before: As it was; None when it is new.
        after: As it is; None when it is gone.
        exercises: What it holds else than before; empty when it is new or gone.
    """

    before: PlannedSession | None
    after: PlannedSession | None
    exercises: tuple[ExerciseChange, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether it is at another time or place."""
        if self.before is None or self.after is None:
            return False
        return (self.before.starts_at, self.before.place) != (self.after.starts_at, self.after.place)

    @property
    def is_dose_only(self) -> bool:
        """Whether the session stays where it is, with the same exercises in another dose."""
        stays = self.before is not None and self.after is not None and not self.is_moved
        return stays and all(each.before and each.after for each in self.exercises)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChange:
    """A run that is new, gone, or at another time, or that asks for something else; its name is no matter."""

    before: TimedRun | None
    after: TimedRun | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineChange:
    """A short routine that is new, gone, at another time, or holds something else."""

    before: PlacedRoutine | None
    after: PlacedRoutine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs in what lies ahead.

    Attributes:
        sessions: Sessions that changed, by the time of the later version.
        runs: Runs that changed, by time.
        routines: Short routines that changed, by time.
    """

    sessions: tuple[SessionChange, ...] = ()
    runs: tuple[RunChange, ...] = ()
    routines: tuple[RoutineChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.sessions or self.runs or self.routines)


def difference(before: Plan, after: Plan) -> Difference:
    """Return what the later version of a plan asks else than the earlier one, from its first day on."""
    return Difference(
        sessions=_sessions(before, after), runs=_runs(before, after), routines=_routines(before, after)
    )


def _sessions(before: Plan, after: Plan) -> tuple[SessionChange, ...]:
    earlier = {session.uid: session for session in before.sessions if session.outcome is None}
    later = {session.uid: session for session in after.ahead}
    past = {session.uid for session in after.past}
    changes = [
        _session_change(earlier.get(uid), later.get(uid))
        for uid in earlier.keys() | later.keys()
        if uid not in past
    ]
    return tuple(sorted((each for each in changes if each is not None), key=_time_of_session))


def _session_change(before: PlannedSession | None, after: PlannedSession | None) -> SessionChange | None:
    if before is None or after is None:
        return SessionChange(before=before, after=after)
    change = SessionChange(before=before, after=after, exercises=_exercises(before, after))
    return change if change.is_moved or change.exercises else None


def _exercises(before: PlannedSession, after: PlannedSession) -> tuple[ExerciseChange, ...]:
    earlier, later = _by_id(before), _by_id(after)
    order = [*later, *(id_ for id_ in earlier if id_ not in later)]
    changes = (ExerciseChange(before=earlier.get(id_), after=later.get(id_)) for id_ in order)
    return tuple(each for each in changes if not _is_same(each.before, each.after))


def _by_id(session: PlannedSession) -> dict[str, PrescribedExercise]:
    """Return the exercises of a session but those of its warm-up, which follow from the others."""
    return {each.exercise: each for each in session.exercises if each.role is not Role.WARM_UP}


def _is_same(before: PrescribedExercise | None, after: PrescribedExercise | None) -> bool:
    if before is None or after is None:
        return False
    return (before.sets, before.tempo) == (after.sets, after.tempo)


def _runs(before: Plan, after: Plan) -> tuple[RunChange, ...]:
    earlier = {timed.run.id: timed for timed in before.runs if timed.run.date >= after.first_day}
    later = {timed.run.id: timed for timed in after.runs if timed.run.date >= after.first_day}
    changes = (
        RunChange(before=earlier.get(id_), after=later.get(id_)) for id_ in earlier.keys() | later.keys()
    )
    moved = (each for each in changes if _what(each.before) != _what(each.after))
    return tuple(sorted(moved, key=_time_of_run))


def _what(timed: TimedRun | None) -> tuple[object, ...] | None:
    """Return what a run asks and when, whatever it is called."""
    if timed is None:
        return None
    run = timed.run
    return timed.starts_at, timed.minutes, run.kind, run.key, run.distance_m, run.duration_s


def _routines(before: Plan, after: Plan) -> tuple[RoutineChange, ...]:
    earlier = {each.uid: each for each in before.placed_routines if each.date >= after.first_day}
    later = {each.uid: each for each in after.placed_routines if each.date >= after.first_day}
    changes = (
        RoutineChange(before=earlier.get(uid), after=later.get(uid)) for uid in earlier.keys() | later.keys()
    )
    changed = (each for each in changes if _asked(each.before) != _asked(each.after))
    return tuple(sorted(changed, key=_time_of_routine))


def _asked(routine: PlacedRoutine | None) -> object:
    """Return what a routine asks for, without why."""
    if routine is None:
        return None
    return routine.starts_at, routine.minutes, routine.place, routine.items


def _time_of_routine(change: RoutineChange) -> tuple[str, str]:
    routine = change.after or change.before
    if routine is None:
        raise AssertionError("a change without a routine")
    return routine.starts_at.isoformat(), routine.uid


def _time_of_session(change: SessionChange) -> tuple[str, str]:
    session = change.after or change.before
    if session is None:
        raise AssertionError("a change without a session")
    return session.starts_at.isoformat(), session.uid


def _time_of_run(change: RunChange) -> tuple[str, str]:
    timed = change.after or change.before
    if timed is None:
        raise AssertionError("a change without a run")
    return timed.starts_at.isoformat(), timed.run.id
