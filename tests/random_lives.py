"""Random weeks of random runners who follow a plan: what planning again must cope with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Race, RacePriority
from runlift.domain.complaint.complaint import complaints, red_flags_of
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    BodyPart,
    ComplaintTold,
    Illness,
    IllnessKind,
    Pain,
    RaceAdded,
    RaceCancelled,
    Readiness,
    RunAdded,
    RunCancelled,
    RunMoved,
    ScreeningTold,
    SessionDone,
    SessionState,
    SetDone,
    SetKind,
    WarningAccepted,
)
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.rules import RULES
from runlift.domain.screening.question import questions

if TYPE_CHECKING:
    from random import Random

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

DAY = timedelta(days=1)


def random_complaint(chance: Random, day: date) -> ComplaintTold:
    """Return a complaint of a runner who has told it on a day."""
    complaint = chance.choice(sorted(complaints()))
    flags = [flag.id for flag in red_flags_of(complaint)]
    return ComplaintTold(
        complaint=complaint,
        first=day,
        side=chance.choice(tuple(Side)),
        at=None if complaints()[complaint].places else chance.choice((BodyPart.SHIN, BodyPart.FOOT)),
        answered=chance.random() < 0.8,
        red_flags=(chance.choice(flags),) if chance.random() < 0.1 else (),
    )


@dataclass
class Life:
    """What a runner has told so far.

    Attributes:
        chance: Where the runner's luck comes from.
        recorded: Everything told.
    """

    chance: Random
    recorded: list[Recorded] = field(default_factory=list)

    @property
    def diary(self) -> Diary:
        """What holds now."""
        return Diary.of(self.recorded)

    def tell(self, entry: Entry, day: date, entry_id: str = "") -> None:
        number = len(self.recorded)
        moment = datetime.combine(day, time(20), tzinfo=UTC) + timedelta(seconds=number)
        self.recorded.append(
            Recorded(
                id=entry_id or f"entry-{number}", revision=1, device="phone", recorded_at=moment, entry=entry
            )
        )

    def live(self, plan: Plan, day: date) -> None:
        """Live a day of the plan: do its session somehow or not at all, and tell what else happens."""
        for session in plan.ahead:
            if session.date == day and self.chance.random() < 0.75:
                self._do(session, day)
        if self.chance.random() < 0.12:
            self.something_else(plan, day)
        if self.chance.random() < 0.03:
            self._beside_the_plan(day)

    def _do(self, session: PlannedSession, day: date) -> None:
        if self.chance.random() < 0.06:
            self.tell(
                SessionDone(session=session.uid, starts_at=session.starts_at, state=SessionState.SKIPPED), day
            )
            return
        mood = self.chance.choice(("as asked",) * 5 + ("short", "strong", "tired", "odd"))
        kept = session.exercises if self.chance.random() < 0.8 else session.exercises[:4]
        number = 0
        for exercise in kept:
            for asked in exercise.sets:
                if self.chance.random() < 0.97:
                    number += 1
                    self.tell(self._set(session, exercise.exercise, asked, number, mood), day)
        ends = session.ends_at + timedelta(minutes=self.chance.randint(-10, 30))
        self.tell(SessionDone(session=session.uid, starts_at=session.starts_at, ends_at=ends), day)

    def _set(
        self, session: PlannedSession, exercise: str, asked: PrescribedSet, number: int, mood: str
    ) -> SetDone:
        less = {"short": self.chance.randint(0, 6), "tired": self.chance.randint(0, 2)}.get(mood, 0)
        more = self.chance.randint(0, 3) if mood == "strong" else 0
        reps = None if asked.reps is None else max(1, asked.reps - less + more)
        rir = asked.rir if mood != "strong" or asked.rir is None else asked.rir + self.chance.randint(0, 3)
        load = asked.load_kg
        if mood == "odd" and load:
            load *= self.chance.choice((2.2046, 0.4536, 1.05, 0.8, 1.0))
        hurts = self.chance.random() < 0.01
        return SetDone(
            session=session.uid,
            position=number,
            exercise=exercise,
            done_at=session.starts_at + timedelta(minutes=number),
            kind=SetKind.WARM_UP if asked.warm_up else SetKind.WORK,
            side=asked.side,
            reps=reps,
            seconds=None if asked.seconds is None else max(1, asked.seconds - 5 * less),
            contacts=asked.contacts,
            load_kg=load,
            rir=self.chance.choice((rir, None)) if rir is not None else None,
            pain=self.chance.randint(0, 8) if hurts else None,
            pain_at=self.chance.choice(tuple(BodyPart)) if hurts else None,
        )

    def answer(self, day: date) -> None:
        """Answer the questions before training somehow, or tell that somebody allowed it."""
        told = self.diary.of_kind(ScreeningTold)
        if told and self.chance.random() < 0.5:
            latest = max(told, key=lambda each: each.date)
            self._correct(
                f"screening:{latest.date}", replace(latest, cleared_from=day, cleared_by="a doctor"), day
            )
            return
        asked = sorted(questions())
        yes = tuple(each for each in asked if self.chance.random() < 0.02)
        no = tuple(each for each in asked if each not in yes and self.chance.random() < 0.9)
        self._correct(f"screening:{day}", ScreeningTold(date=day, yes=yes, no=no), day)

    def take_back(self, day: date) -> None:
        """Take something back that was told."""
        if self.recorded:
            entry_id = self.chance.choice(self.recorded).id
            latest = max(
                (each for each in self.recorded if each.id == entry_id), key=lambda each: each.revision
            )
            self._correct(entry_id, latest.entry, day)
            self.recorded[-1] = replace(self.recorded[-1], withdrawn=True)

    def correct_a_set(self, day: date) -> None:
        """Write a set anew that was told otherwise, as a slip of the finger is mended or made."""
        done = [each for each in self.recorded if isinstance(each.entry, SetDone)]
        if done:
            one = self.chance.choice(done)
            assert isinstance(one.entry, SetDone)
            load = one.entry.load_kg and one.entry.load_kg * self.chance.choice((0.5, 0.9, 1.1, 2.0, 10.0))
            self._correct(one.id, replace(one.entry, load_kg=load), day)

    def accept(self, day: date) -> None:
        """Go on despite a rule, one that warns or one that refuses."""
        rule = self.chance.choice(RULES).id
        told = WarningAccepted(rule=rule, reason="because", by="me", date=day)
        self._correct(f"accepted:{rule}", told, day)

    def something_else(self, plan: Plan, day: date) -> None:
        """Tell anything else: sleep, illness, pain, travel, races, complaints, changed runs, corrections."""
        runs = [timed.run for timed in plan.runs if timed.run.date >= day]
        choice = self.chance.randrange(15)
        if choice == 0:
            self.tell(
                Readiness(date=day, sleep_h=self.chance.uniform(3, 9), soreness=self.chance.randint(0, 10)),
                day,
            )
        elif choice == 1:
            well = day + self.chance.randint(1, 9) * DAY if self.chance.random() < 0.8 else None
            self.tell(Illness(first=day, kind=self.chance.choice(tuple(IllnessKind)), well_from=well), day)
        elif choice == 2:
            part, level = self.chance.choice(tuple(BodyPart)), self.chance.randint(0, 9)
            self.tell(Pain(date=day, at=part, level=level), day)
        elif choice == 3:
            self.tell(BodyMass(date=day, mass_kg=self.chance.uniform(50, 90)), day)
        elif choice == 4 and runs:
            run = self.chance.choice(runs)
            self.tell(RunMoved(run=run.id, date=run.date + self.chance.randint(-1, 2) * DAY), day)
        elif choice == 5 and runs:
            self.tell(RunCancelled(run=self.chance.choice(runs).id), day)
        elif choice == 6:
            ahead = day + self.chance.randint(0, 10) * DAY
            kind = self.chance.choice((RunKind.EASY, RunKind.TEMPO, RunKind.LONG))
            self.tell(RunAdded(date=ahead, kind=kind, distance_m=self.chance.uniform(3000, 25000)), day)
        elif choice == 7:
            first = day + self.chance.randint(0, 7) * DAY
            places = ["", *(place.id for place in plan.athlete.places)]
            closed = self.chance.choice(places)
            self.tell(
                Away(
                    span=DateSpan(start=first, end=first + self.chance.randint(1, 9) * DAY),
                    place=self.chance.choice([place for place in places if place != closed] or [""]),
                    closed=closed,
                ),
                day,
            )
        elif choice == 8:
            self._race(day)
        else:
            others = (self.answer, self.take_back, self.correct_a_set, self.accept)
            self.chance.choice((*others, self.complain, self.complain))(day)

    def complain(self, day: date) -> None:
        """Tell a complaint, or how one goes on."""
        told = self.diary.of_kind(ComplaintTold)
        if not told or self.chance.random() < 0.3:
            self.tell(random_complaint(self.chance, day), day, f"complaint-{len(self.recorded)}")
            return
        one = self.chance.choice(told)
        entry_id = next(each.id for each in self.recorded if each.entry == one)
        what = self.chance.choice(("over", "cleared", "answered"))
        if what == "over":
            one = replace(one, over_from=day)
        elif what == "cleared":
            one = replace(one, answered=True, cleared_from=day, cleared_by="a doctor")
        else:
            one = replace(one, answered=True)
        self._correct(entry_id, one, day)

    def _correct(self, entry_id: str, entry: Entry, day: date) -> None:
        revision = sum(each.id == entry_id for each in self.recorded) + 1
        self.tell(entry, day, entry_id)
        self.recorded[-1] = replace(self.recorded[-1], revision=revision)

    def _race(self, day: date) -> None:
        ahead = day + self.chance.randint(3, 40) * DAY
        if self.chance.random() < 0.2:
            self.tell(RaceCancelled(date=ahead), day)
            return
        race = Race(
            date=ahead,
            name="a race",
            priority=self.chance.choice(tuple(RacePriority)),
            distance_m=self.chance.choice((5000.0, 10_000.0, 21_097.5, 42_195.0)),
        )
        self.tell(RaceAdded(race=race), day)

    def _beside_the_plan(self, day: date) -> None:
        name = f"gym/{day}"
        starts_at = datetime.combine(day, time(self.chance.randrange(6, 22)))
        chosen = self.chance.sample(sorted(catalogue()), k=self.chance.randint(1, 5))
        for number, exercise in enumerate(chosen, start=1):
            self.tell(
                SetDone(
                    session=name,
                    position=number,
                    exercise=exercise,
                    done_at=starts_at + timedelta(minutes=number),
                    reps=self.chance.randint(1, 20),
                    load_kg=self.chance.choice((None, 10.0, 40.0, 80.0)),
                    rir=self.chance.choice((None, 0.0, 2.0)),
                ),
                day,
            )
        self.tell(SessionDone(session=name, starts_at=starts_at, source="hevy"), day)
