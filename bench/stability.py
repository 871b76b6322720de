"""How much of a plan one small event changes: over random seasons, with and without what keeps a plan still.

Each event is told in the middle of a season done as asked until then. Counted are the sessions ahead that
change at all, those that change in more than sets, repetitions or load, those that are new, gone or moved,
the exercises that come or go, and the doses that change.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.random_worlds import random_world

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.application.plan_again import past_from_diary
from runlift.domain.adjustment.changes import changed_athlete, changed_runs
from runlift.domain.athlete.profile import Race, RacePriority
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import (
    BodyMass,
    BodyPart,
    ComplaintTold,
    Pain,
    RaceAdded,
    Readiness,
    RunMoved,
    SessionDone,
    SessionState,
    SetDone,
    SetKind,
)
from runlift.domain.plan.difference import difference
from runlift.domain.plan.session import Side
from runlift.domain.plan.timing import untimed

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.difference import Difference
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)
LEAST_AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What an event changed."""

    ahead: int
    sessions: int
    beyond: int
    moved: int
    exercises: int
    doses: int


def as_asked(session: PlannedSession) -> list[Entry]:
    """Return the entries of a session done exactly as asked."""
    sets: list[Entry] = [
        SetDone(
            session=session.uid,
            position=position,
            exercise=exercise.exercise,
            done_at=session.starts_at,
            kind=SetKind.WARM_UP if asked.warm_up else SetKind.WORK,
            side=asked.side,
            reps=asked.reps,
            seconds=asked.seconds,
            contacts=asked.contacts,
            load_kg=asked.load_kg,
            rir=asked.rir,
        )
        for exercise in session.exercises
        for position, asked in enumerate(exercise.sets, start=1)
    ]
    return [*sets, SessionDone(session=session.uid, starts_at=session.starts_at, ends_at=session.ends_at)]


def told(entries: list[Entry]) -> Diary:
    """Return a diary of entries in their order."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return Diary.of(
        Recorded(id=str(number), revision=1, device="phone", recorded_at=start + number * DAY, entry=entry)
        for number, entry in enumerate(entries)
    )


def missed_session(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell that the last session was left out."""
    return [SessionDone(session=last.uid, starts_at=last.starts_at, state=SessionState.SKIPPED)]


def failed_lift(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell that the first loaded exercise of the last session fell short."""
    done = as_asked(last)
    for number, entry in enumerate(done):
        if isinstance(entry, SetDone) and entry.load_kg and (entry.reps or 0) > 1:
            done[number] = replace(entry, reps=(entry.reps or 0) - 1)
            break
    return done


def short_sleep(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell of a bad night before the day after the last session."""
    return [*as_asked(last), Readiness(date=last.date + DAY, sleep_h=4.0)]


def knee_pain(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell of pain at the knee."""
    return [*as_asked(last), Pain(date=last.date, at=BodyPart.KNEE, level=4)]


def moved_run(plan: Plan, last: PlannedSession) -> list[Entry]:
    """Move the next run by a day."""
    ahead = [timed.run for timed in plan.runs if timed.run.date > last.date + DAY]
    moved = [RunMoved(run=ahead[0].id, date=ahead[0].date + DAY)] if ahead else []
    return [*as_asked(last), *moved]


def new_race(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell of a race in three weeks that is trained through."""
    race = Race(
        date=last.date + 21 * DAY, name="parkrun", priority=RacePriority.C, distance_m=5000.0, start=time(9)
    )
    return [*as_asked(last), RaceAdded(race=race)]


def complaint(_: Plan, last: PlannedSession) -> list[Entry]:
    """Tell of a complaint of the knee that came without a red flag."""
    pfp = ComplaintTold(complaint="pfp", first=last.date, side=Side.RIGHT, answered=True)
    return [*as_asked(last), pfp, Pain(date=last.date, at=BodyPart.KNEE, side=Side.RIGHT, level=3)]


def body_mass(plan: Plan, last: PlannedSession) -> list[Entry]:
    """Tell of half a kilogram more than the plan counts with."""
    mass_kg = (plan.athlete.body_mass_kg or 0.0) + 0.5
    return [*as_asked(last), BodyMass(date=last.date, mass_kg=mass_kg)]


EVENTS: tuple[Callable[[Plan, PlannedSession], list[Entry]], ...] = (
    missed_session,
    failed_lift,
    short_sleep,
    knee_pain,
    moved_run,
    new_race,
    complaint,
    body_mass,
)


def planned_again(plan: Plan, diary: Diary, today: date, *, still: bool) -> Plan:
    """Return the plan made again, with or without what keeps it still."""
    past = past_from_diary(plan, diary, today)
    if not still:
        past = replace(past, starts={}, exercises={}, lifts=())
    runs = changed_runs(untimed(plan.runs, plan.rest_days), diary)[0]
    athlete = changed_athlete(plan.athlete, diary)[0]
    return make_plan(athlete, runs, first_day=today, time_zone=plan.time_zone, past=past).plan


def counted(found: Difference, plan: Plan) -> Changed:
    """Count what differs."""
    changes = [each for session in found.sessions for each in session.exercises]
    new = sum(each.before is None or each.after is None for each in changes)
    moved = sum(each.before is None or each.after is None or each.is_moved for each in found.sessions)
    return Changed(
        ahead=len(plan.ahead),
        sessions=len(found.sessions),
        beyond=sum(not each.is_dose_only for each in found.sessions),
        moved=moved,
        exercises=new,
        doses=len(changes) - new,
    )


def measure(seasons: int) -> dict[tuple[str, bool], list[Changed]]:
    """Tell every event in the middle of each season."""
    found: dict[tuple[str, bool], list[Changed]] = {}
    case = 0
    while seasons:
        world = random_world(11, case)
        case += 1
        try:
            plan = make_plan(
                world.athlete, world.running_plan, first_day=world.first_day, time_zone="UTC"
            ).plan
        except InputError:
            continue
        middle = len(plan.sessions) // 2
        if len(plan.sessions) - middle < LEAST_AHEAD:
            continue
        seasons -= 1
        last = plan.sessions[middle - 1]
        before = [entry for session in plan.sessions[: middle - 1] for entry in as_asked(session)]
        first = plan.sessions[0]
        cases = [("first missed", first, missed_session(plan, first))]
        cases += [(event.__name__, last, [*before, *event(plan, last)]) for event in EVENTS]
        for name, session, entries in cases:
            for still in (True, False):
                after = planned_again(plan, told(entries), session.date + DAY, still=still)
                found.setdefault((name, still), []).append(counted(difference(plan, after), after))
    return found


def main() -> None:
    """Print what each event changes on average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seasons", type=int, default=60)
    found = measure(parser.parse_args().seasons)
    heads = ("ahead", "changed", "beyond", "moved", "exercises", "doses")
    print(f"{'event':16} {'kept still':10} " + " ".join(f"{head:>9}" for head in heads))
    for (event, still), rows in found.items():
        names = ("ahead", "sessions", "beyond", "moved", "exercises", "doses")
        figures = " ".join(f"{mean(getattr(row, name) for row in rows):9.2f}" for name in names)
        print(f"{event.replace('_', ' '):16} {'yes' if still else 'no':10} {figures}")


if __name__ == "__main__":
    main()
