"""The commands that tell how it went besides sets: runs, readiness, pain, illness, mass, what was skipped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runlift.application.body_parts import read_body_part
from runlift.application.error import InputError
from runlift.application.find_session import followed_plan, session_named, sessions_on
from runlift.application.tell import (
    tell_ill,
    tell_mass,
    tell_pain,
    tell_readiness,
    tell_skipped,
    tell_well,
)
from runlift.application.tell_checks import error, refuse
from runlift.application.tell_run import RunTold, tell_run
from runlift.cli.recording import author_now, new_id, open_desk, take_down
from runlift.cli.typed import METRES_PER_KM, one_of
from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import BodyMass, Illness, IllnessKind, Pain, Readiness, SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.domain.quantity import KILOGRAMS_PER_POUND
from runlift.domain.running.plan import RunKind
from runlift.formats.exercise_name import find_exercise

if TYPE_CHECKING:
    from datetime import time

    from runlift.cli.recording import Desk
    from runlift.cli.typed import Length
    from runlift.domain.diary.entry import BodyPart
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

POUNDS = "lb"
ILLNESSES = {
    "fever": IllnessKind.FEVER_OR_CHEST,
    "chest": IllnessKind.FEVER_OR_CHEST,
    "cold": IllnessKind.OTHER,
    "other": IllnessKind.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWanted:
    """A run that was done, as typed."""

    day: date | None
    length: Length
    kind: str | None = None
    start: time | None = None
    effort: float | None = None
    number: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainWanted:
    """Pain outside a set, as typed."""

    day: date | None
    at: str
    level: int
    side: str | None = None
    after: str | None = None
    note: str = ""


def log_run(database: str | None, who: str, wanted: RunWanted) -> None:
    """Take down a run that was done."""
    desk, author = open_desk(database, who), author_now()
    metres = wanted.length.metres
    told = RunTold(
        date=wanted.day or author.today,
        km=None if metres is None else metres / METRES_PER_KM,
        minutes=wanted.length.minutes,
        kind=one_of(RunKind, wanted.kind, "--kind") if wanted.kind else None,
        start=wanted.start,
        effort=wanted.effort,
        number=wanted.number,
        note=wanted.note,
    )
    take_down(desk, [tell_run(told, desk.plan, desk.latest(), author, new_id)])


def log_readiness(
    database: str | None,
    who: str,
    day: date | None,
    *,
    sleep_h: float | None,
    soreness: int | None,
    stress: int | None,
    note: str,
) -> None:
    """Take down how ready the runner is."""
    desk, author = open_desk(database, who), author_now()
    told = Readiness(date=day or author.today, sleep_h=sleep_h, soreness=soreness, stress=stress, note=note)
    take_down(desk, [tell_readiness(told, desk.latest(), author)])


def log_pain(database: str | None, who: str, wanted: PainWanted) -> None:
    """Take down pain outside a set."""
    desk, author = open_desk(database, who), author_now()
    day = wanted.day or author.today
    pain = Pain(
        date=day,
        at=_place(wanted.at),
        level=wanted.level,
        exercise=_exercise(desk, wanted.after, day) if wanted.after else "",
        side=one_of(Side, wanted.side, "--side") if wanted.side else Side.BOTH,
        note=wanted.note,
    )
    take_down(desk, [tell_pain(pain, author, new_id)])


def log_ill(database: str | None, who: str, kind: str, *, first: date | None, note: str) -> None:
    """Take down an illness."""
    desk, author = open_desk(database, who), author_now()
    if kind not in ILLNESSES:
        refuse(
            [
                error(
                    "unknown_illness",
                    f'"{kind}" is not known here',
                    f"write one of {', '.join(ILLNESSES)}",
                    "KIND",
                )
            ]
        )
    told = Illness(first=first or author.today, kind=ILLNESSES[kind], note=note)
    take_down(desk, [tell_ill(told, desk.latest(), author)])


def log_well(database: str | None, who: str, *, well_from: date | None, note: str) -> None:
    """Take down the first day without any sign of an illness."""
    desk, author = open_desk(database, who), author_now()
    take_down(desk, [tell_well(well_from or author.today, desk.latest(), author, note=note)])


def log_mass(database: str | None, who: str, mass: float, *, unit: str | None, day: date | None) -> None:
    """Take down body mass; without a unit in what the runner reads."""
    desk, author = open_desk(database, who), author_now()
    if unit not in {None, "kg", POUNDS}:
        refuse([error("unknown_unit", f'"{unit}" is no unit of mass', "write kg or lb", "--unit")])
    pounds = unit == POUNDS or (unit is None and desk.units is Units.IMPERIAL)
    mass_kg = round(mass * KILOGRAMS_PER_POUND if pounds else mass, 3)
    recorded, doubts = tell_mass(BodyMass(date=day or author.today, mass_kg=mass_kg), desk.latest(), author)
    take_down(desk, [recorded], doubts)


def log_skip(database: str | None, who: str, which: str | None, why: str) -> None:
    """Take down that a session is not done."""
    desk, author = open_desk(database, who), author_now()
    session = _session(followed_plan(desk.plan), which, author.today)
    take_down(desk, [tell_skipped(session, why, desk.latest(), author)])


def _session(plan: Plan, which: str | None, today: date) -> PlannedSession:
    """Return the session of a day, or the one called so; today's by default."""
    day = today if which is None else _day_or_none(which)
    if day is None:
        return session_named(plan, which or "", "SESSION")
    sessions = sessions_on(plan, day)
    if len(sessions) == 1:
        return sessions[0]
    if sessions:
        names = ", ".join(each.uid for each in sessions)
        raise InputError(
            [error("several_sessions", f"{day} has several sessions", f"write one of {names}", "SESSION")]
        )
    near = sorted(plan.sessions, key=lambda each: abs((each.date - day).days))[:2]
    told = ", ".join(each.date.isoformat() for each in near)
    raise InputError(
        [
            error(
                "no_session_that_day",
                f"No session is planned for {day}",
                f"the nearest are on {told}",
                "SESSION",
            )
        ]
    )


def _day_or_none(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _place(words: str) -> BodyPart:
    try:
        return read_body_part(words)
    except NotUnderstoodError as fault:
        raise InputError([error("unknown_place", str(fault), fault.remedy, "PLACE")]) from None


def _exercise(desk: Desk, name: str, day: date) -> str:
    """Return the exercise that is meant by a name, those of the day first."""
    planned = (
        each
        for session in (desk.plan.sessions if desk.plan else ())
        if session.date == day
        for each in session.exercises
    )
    done = (each.entry for each in desk.latest().values() if isinstance(each.entry, SetDone))
    at_hand = {each.exercise for each in planned} | {
        each.exercise for each in done if each.done_at.date() == day
    }
    found = find_exercise(name, at_hand=sorted(at_hand), confirmed=desk.store.names(desk.who))
    if found.exercise:
        return found.exercise
    near = " or ".join(f'"{catalogue()[each].name}"' for each in found.near)
    remedy = f"do you mean {near}?" if near else 'see "runlift exercises"'
    raise InputError(
        [error("unsure_exercise", f'It is not sure which exercise "{name}" is', remedy, "--after")]
    )
