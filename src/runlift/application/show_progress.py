"""See progress: strength, sets, load, balance, consistency and body mass, from diary and plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.adjustment.easings import illness_easings
from runlift.domain.adjustment.with_outcomes import with_outcomes
from runlift.domain.athlete.profile import Athlete, Lifting, Units
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass, RunDone, SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.progress.balance import balances
from runlift.domain.progress.body_mass import body_mass_progress, may_see_body_mass
from runlift.domain.progress.consistency import consistency
from runlift.domain.progress.strength import strength_progress
from runlift.domain.progress.week import WEEK, weeks_in_figures
from runlift.domain.progress.work import trained, work_asked, work_done
from runlift.domain.running.load import monday_of
from runlift.domain.screening.age import with_age_told
from runlift.domain.screening.clearance import clearance_of
from runlift.domain.strength.from_diary import body_mass_on, lifts_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runlift.application.ports import Store
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.plan import Plan
    from runlift.domain.progress.balance import SideBalance
    from runlift.domain.progress.body_mass import BodyMassProgress
    from runlift.domain.progress.consistency import Consistency
    from runlift.domain.progress.strength import LiftProgress
    from runlift.domain.progress.week import WeekFigures
    from runlift.domain.strength.from_diary import LiftSets


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """All that can be seen of progress.

    Attributes:
        today: The day it is told for.
        units: Units the runner reads.
        follows_plan: Whether a plan is followed.
        weeks: Weeks in figures, the one that has begun last.
        consistency: How steadily was trained.
        strength: Estimated strength of each lift trained in these weeks, the most trained first.
        balances: Left against right in these weeks, the most trained exercise first.
        body_mass: How body mass goes; None where none was told, or it is not to be shown.
    """

    today: date
    units: Units
    follows_plan: bool
    weeks: tuple[WeekFigures, ...]
    consistency: Consistency
    strength: tuple[LiftProgress, ...]
    balances: tuple[SideBalance, ...]
    body_mass: BodyMassProgress | None

    @property
    def is_trained(self) -> bool:
        """Whether any session was done in these weeks."""
        return any(week.kept.done or week.beside for week in self.consistency.weeks)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        due = self.consistency.long.planned or self.consistency.long.excused
        return not (self.is_trained or due or self.strength or self.body_mass)


def show_progress(store: Store, athlete: str, *, today: date, weeks: int) -> ProgressReport:
    """Return the progress of an athlete, whether a plan is followed or not.

    Args:
        store: Where diary and plans are kept.
        athlete: Whose progress.
        today: The day it is.
        weeks: How many weeks to tell of, the one that has begun too [weeks].
    """
    kept = store.plan(athlete)
    return progress_of(
        Diary.of(store.recorded(athlete)), kept.plan if kept else None, today=today, weeks=weeks
    )


def progress_of(diary: Diary, plan: Plan | None, *, today: date, weeks: int) -> ProgressReport:
    """Return the progress that a diary tells of, beside the plan where one is followed."""
    exercises = catalogue()
    sessions = with_outcomes(plan, diary, today, exercises) if plan else ()
    ill = ill_days(diary, plan, today)
    done = work_done(diary, sessions, exercises, today=today)
    since = monday_of(today) - (weeks - 1) * WEEK
    return ProgressReport(
        today=today,
        units=plan.athlete.units if plan else Units.METRIC,
        follows_plan=plan is not None,
        weeks=weeks_in_figures(
            done,
            work_asked(sessions, excused=ill),
            exercises,
            today=today,
            weeks=weeks,
            planned_from=plan.began if plan else None,
        ),
        consistency=consistency(sessions, _days(diary), today=today, weeks=weeks, ill=ill),
        strength=strength_progress(_lifts(diary, plan, today), since=since, today=today),
        balances=balances(diary.of_kind(SetDone), exercises, since=since, today=today),
        body_mass=_body_mass(diary, plan.athlete if plan else None, today),
    )


def _days(diary: Diary) -> Iterable[date]:
    return [one.date for one in trained(diary)]


def _lifts(diary: Diary, plan: Plan | None, today: date) -> tuple[LiftSets, ...]:
    weighed = body_mass_on(diary.of_kind(BodyMass), today)
    mass = weighed or (plan.athlete.body_mass_kg if plan else None)
    return lifts_of(diary.of_kind(SetDone), diary.of_kind(RunDone), body_mass_kg=mass, as_of=today)


def _body_mass(diary: Diary, athlete: Athlete | None, today: date) -> BodyMassProgress | None:
    told = Athlete(lifting=Lifting.NONE) if athlete is None else athlete
    age = with_age_told(told, clearance_of(diary, today=today)).age_on(today)
    if not may_see_body_mass(age):
        return None
    return body_mass_progress(diary.of_kind(BodyMass), today=today)


def ill_days(diary: Diary, plan: Plan | None, today: date) -> frozenset[date]:
    """Return the days until today on which illness let nothing be trained."""
    easings = (*(plan.easings if plan else ()), *illness_easings(diary, today=today))
    return frozenset(day for each in easings if each.no_sessions for day in _days_of(each, today))


def _days_of(easing: Easing, today: date) -> Iterable[date]:
    until = min(easing.until, today + timedelta(days=1))
    return [easing.first + timedelta(days=ahead) for ahead in range((until - easing.first).days)]
