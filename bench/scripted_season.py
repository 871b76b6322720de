"""A season lived by a script: each session goes as the script says, is told, and the plan is made again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyPart, Readiness, SessionDone, SetDone, SetKind
from runlift.domain.plan.session import Role
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet

DAY = timedelta(days=1)
MONDAY = date(2027, 1, 4)
WEEKS = 18
RUNS = {1: (RunKind.EASY, 8.0), 2: (RunKind.TEMPO, 8.0), 4: (RunKind.EASY, 8.0), 6: (RunKind.LONG, 14.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """How a session of the script goes.

    Attributes:
        text: In a few words.
        fewer_reps: Repetitions of the lift that are missing in each set.
        reserve: Repetitions in reserve beside those asked for.
        missed: How often it is not done when it is planned.
        sleep_h: Sleep told that morning [h].
        soreness: Soreness told that morning, 0 to 10.
        pain: Pain told of the knee in the lift, 0 to 10.
    """

    text: str = "as asked"
    fewer_reps: int = 0
    reserve: float = 0
    missed: int = 0
    sleep_h: float | None = None
    soreness: int | None = None
    pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A session of the season.

    Attributes:
        happening: How it went.
        session: What was asked for when it was due.
        is_made_up: Whether it was offered again on another day after it was missed, and done then.
        is_dropped: Whether it was never done.
    """

    happening: Happening
    session: PlannedSession
    is_made_up: bool = False
    is_dropped: bool = False


@dataclass
class Season:
    """A runner who follows a plan by a script.

    Attributes:
        athlete: Who it is at first.
        is_lift: Tells the lift that the script speaks of.
        plan: The plan now.
        recorded: What was told.
    """

    athlete: Athlete
    is_lift: Callable[[str], bool]
    plan: Plan = field(init=False)
    recorded: list[Recorded] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plan = make_plan(self.athlete, runs(), first_day=MONDAY, time_zone="Europe/Berlin").plan

    def live(self, script: Sequence[Happening], kits: Mapping[int, Athlete]) -> list[Lived]:
        """Live as many sessions as the script has; from some of them on the runner has another kit."""
        lived: list[Lived] = []
        settled: set[str] = set()
        for number, happening in enumerate(script, start=1):
            if number in kits:
                self.athlete = kits[number]
                self.again(self.plan.first_day)
            due = self.next_due(settled)
            settled.add(due.uid)
            lived.append(self._lived(due, happening))
        return lived

    def _lived(self, due: PlannedSession, happening: Happening) -> Lived:
        offered: PlannedSession | None = due
        times = 0
        while times < happening.missed and offered is not None:
            times += 1
            self.again(offered.date + DAY)
            offered = self.same_ahead(due.uid)
        if offered is None:
            return Lived(happening=happening, session=due, is_dropped=True)
        done = self.lived_through(offered, happening)
        return Lived(happening=happening, session=done, is_made_up=times > 0)

    def next_due(self, settled: set[str]) -> PlannedSession:
        """Return the next session that is not settled yet."""
        ahead = [one for one in self.plan.ahead if one.uid not in settled]
        return min(ahead, key=lambda one: one.starts_at)

    def same_ahead(self, uid: str) -> PlannedSession | None:
        """Return the session as it is offered again, or None."""
        return next((one for one in self.plan.ahead if one.uid == uid), None)

    def lived_through(self, due: PlannedSession, happening: Happening) -> PlannedSession:
        """Tell how the morning is, do the session, and plan again the day after; return what was asked."""
        if happening.sleep_h is not None or happening.soreness is not None:
            told = Readiness(date=due.date, sleep_h=happening.sleep_h, soreness=happening.soreness)
            self.tell(told, due.date)
            self.again(due.date)
            due = self.same_ahead(due.uid) or due
        for one in sets_of(due, happening, self.is_lift):
            self.tell(one, due.date)
        self.tell(SessionDone(session=due.uid, starts_at=due.starts_at, ends_at=due.ends_at), due.date)
        self.again(due.date + DAY)
        return due

    def tell(self, entry: Entry, day: date) -> None:
        """Write something down in the diary."""
        number = len(self.recorded)
        at = datetime.combine(day, time(20), tzinfo=UTC) + timedelta(seconds=number)
        told = Recorded(id=f"entry-{number}", revision=1, device="phone", recorded_at=at, entry=entry)
        self.recorded.append(told)

    def again(self, today: date) -> None:
        """Make the plan again from what was told."""
        diary = Diary.of(self.recorded)
        basis = Basis(athlete=self.athlete, running_plan=runs(), changes=diary)
        self.plan = plan_again(self.plan, diary, basis, today=today).plan


def lift_of(session: PlannedSession, is_lift: Callable[[str], bool]) -> PrescribedExercise | None:
    """Return the lift in a session, or None where it is left out."""
    found = (one for one in session.exercises if one.role is not Role.WARM_UP and is_lift(one.exercise))
    return next(found, None)


def working(exercise: PrescribedExercise) -> list[PrescribedSet]:
    """Return the sets that do not only lead up to others."""
    return [one for one in exercise.sets if not one.warm_up]


def sets_of(session: PlannedSession, happening: Happening, is_lift: Callable[[str], bool]) -> list[SetDone]:
    """Return all sets of a session as asked, those of the lift as the script says."""
    lift = lift_of(session, is_lift)
    usual = Happening()
    asked = [
        (one, each, happening if one is lift else usual) for one in session.exercises for each in one.sets
    ]
    return [
        _done(session, exercise.exercise, each, number, how)
        for number, (exercise, each, how) in enumerate(asked, start=1)
    ]


def _done(
    session: PlannedSession, exercise: str, asked: PrescribedSet, number: int, how: Happening
) -> SetDone:
    how = Happening() if asked.warm_up else how
    return SetDone(
        session=session.uid,
        position=number,
        exercise=exercise,
        done_at=session.starts_at + timedelta(minutes=number),
        kind=SetKind.WARM_UP if asked.warm_up else SetKind.WORK,
        side=asked.side,
        reps=None if asked.reps is None else max(1, asked.reps - how.fewer_reps),
        seconds=asked.seconds,
        contacts=asked.contacts,
        load_kg=asked.load_kg,
        rir=None if asked.rir is None else max(0.0, asked.rir + how.reserve),
        pain=how.pain,
        pain_at=BodyPart.KNEE if how.pain is not None else None,
    )


def runs() -> RunningPlan:
    """Return the same four runs every week."""
    return RunningPlan(days=tuple(_day(MONDAY + ahead * DAY) for ahead in range(7 * WEEKS)))


def _day(day: date) -> RunningDay:
    kind, km = RUNS.get(day.weekday(), (RunKind.REST, 0.0))
    run = Run(id=f"{day}/1", date=day, kind=kind, key=kind.is_key, title=kind.value)
    return RunningDay(date=day, runs=(replace(run, distance_m=km * 1000) if km else run,))
