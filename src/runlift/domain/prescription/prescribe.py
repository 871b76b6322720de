"""Fill every placed session: what exactly is done, with what, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import KeptLift, PlannedSession, Role
from runlift.domain.prescription.budget import Budget, budget_for
from runlift.domain.prescription.candidates import is_familiar
from runlift.domain.prescription.findings import (
    findings_of_end,
    findings_of_kit,
    findings_of_runner,
    session_left_out,
    told_once,
)
from runlift.domain.prescription.ledger import Ledger, WeekTotal
from runlift.domain.prescription.main_lifts import choose_main_lifts
from runlift.domain.prescription.minutes import minutes_of, warm_up_seconds
from runlift.domain.prescription.needs import need_of
from runlift.domain.prescription.reasons import reasons_of_exercise, reasons_of_session
from runlift.domain.prescription.resume import resumed_ledger
from runlift.domain.prescription.selection import Option, select
from runlift.domain.prescription.situation import Situation, situations
from runlift.domain.prescription.ten_minutes import ten_minutes
from runlift.domain.prescription.warm_up import warm_up_moves

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.placement.placement import PlacedSession
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.prescription.blocks import Block
    from runlift.domain.quantity import Finding
    from runlift.domain.season.demand import Season

_ORDER = (Role.WARM_UP, Role.POWER, Role.MAIN, Role.ACCESSORY, Role.CORE, Role.MOBILITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """The sessions filled.

    Attributes:
        sessions: Sessions in time order.
        findings: What to tell the runner about the kit and what was assumed.
        lifts: Main lifts of each block and place.
    """

    sessions: tuple[PlannedSession, ...]
    findings: tuple[Finding, ...]
    lifts: tuple[KeptLift, ...] = ()


def prescribe(
    season: Season,
    sessions: tuple[PlacedSession, ...],
    athlete: Athlete,
    exercises: Mapping[str, Exercise],
    *,
    races: tuple[Race, ...],
    runs: tuple[TimedRun, ...],
    past: Past | None = None,
) -> Prescribed:
    """Fill the placed sessions with exercises, loads and doses.

    Args:
        season: What the season asks of its weeks.
        sessions: Sessions with day, hour and place.
        athlete: Who trains.
        exercises: The catalogue by id.
        races: Races to come.
        runs: Runs with their hours.
        past: What came before, when the season is taken up again on the way.

    Returns:
        The sessions in time order, with findings.

    Raises:
        ValueError: A session lies outside the season.
    """
    known = situations(season, sessions, athlete, races, runs, exercises, past)
    ledger = _opened(season) if past is None else resumed_ledger(season, past, exercises)
    findings = [*findings_of_runner(athlete, known)]
    planned: list[PlannedSession] = []
    begun: set[Block] = set()
    for position, situation in enumerate(known):
        if situation.block not in begun:
            begun.add(situation.block)
            group = tuple(one for one in known if one.block == situation.block)
            ledger = _with_main_lifts(ledger, exercises, group)
            findings += findings_of_kit(exercises, group, ledger)
        ahead = tuple(one for one in known[position:] if one.week_number == situation.week_number)
        session, ledger, told = _filled(exercises, situation, ledger, ahead)
        findings += told
        planned += [session] if session is not None else []
    return Prescribed(sessions=tuple(planned), findings=told_once(findings), lifts=_lifts(ledger))


def _opened(season: Season) -> Ledger:
    return Ledger(weeks={number: WeekTotal(deload=week.deload) for number, week in enumerate(season.weeks)})


def _lifts(ledger: Ledger) -> tuple[KeptLift, ...]:
    return tuple(
        KeptLift(block=block, place=place, slot=slot, exercise=exercise)
        for (block, place), lifts in sorted(ledger.kept.items())
        for slot, exercise in sorted(lifts.items())
    )


def _with_main_lifts(
    ledger: Ledger, exercises: Mapping[str, Exercise], group: tuple[Situation, ...]
) -> Ledger:
    """Choose the lifts of a block; of one that has begun, those stay that can still be done."""
    block, there = group[0].block, {exercise.id for exercise in group[0].doable}
    before = ledger.kept.get(block, {})
    chosen = {slot: id_ for slot, id_ in before.items() if id_ in there}
    if not before or chosen != before:
        chosen = {**choose_main_lifts(exercises, group, ledger), **chosen}
    families = frozenset(exercises[id_].family for id_ in chosen.values())
    return replace(
        ledger,
        kept={**ledger.kept, block: chosen},
        promised={**ledger.promised, block: families},
    )


def _filled(
    exercises: Mapping[str, Exercise],
    situation: Situation,
    ledger: Ledger,
    ahead: tuple[Situation, ...],
) -> tuple[PlannedSession | None, Ledger, list[Finding]]:
    budget = budget_for(situation, ledger, ahead)
    kept = ledger.kept[situation.block]
    chosen = in_order(select(exercises, situation, ledger, budget, kept))
    if not chosen:
        return None, ledger, [session_left_out(situation)]
    session = _session(exercises, situation, ledger, budget, chosen)
    return session, _entered(ledger, situation, chosen, session), findings_of_end(chosen, situation)


def in_order(chosen: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the exercises in the order of the session: power, heavy and two-legged first, then the rest.

    Source: D007.
    """
    return tuple(
        sorted(
            chosen,
            key=lambda one: (
                _ORDER.index(one.role),
                one.work.exercise.unilateral,
                one.group not in {"main_knee", "main_hinge", "calf"},
                -one.score,
                one.work.exercise.id,
            ),
        )
    )


def _session(
    exercises: Mapping[str, Exercise],
    situation: Situation,
    ledger: Ledger,
    budget: Budget,
    chosen: tuple[Option, ...],
) -> PlannedSession:
    demand = situation.placed.demand
    trained = tuple(one.work.exercise for one in chosen)
    working = tuple(
        replace(
            one.prescribed,
            new=not is_familiar(one.work.exercise, situation, ledger),
            reasons=(
                *ledger.told.get(one.work.exercise.id, ()),
                *reasons_of_exercise(one, situation, ledger, exercises),
                *one.work.reasons,
            ),
            leads_to=_led_to(one, ledger),
        )
        for one in chosen
    )
    minutes = minutes_of(working, exercises, warm_up_seconds(situation.minutes))
    return PlannedSession(
        uid=uid_of(situation.athlete, demand.id),
        date=situation.placed.date,
        start=situation.placed.start,
        minutes=minutes,
        kind=demand.kind,
        phase=demand.phase,
        place=situation.placed.place,
        leg_stress=demand.leg_stress,
        intensive_plyometrics=any(one.work.exercise.impact.value == "intensive" for one in chosen),
        unaccustomed=demand.unaccustomed,
        exercises=(*warm_up_moves(exercises, situation, ledger, trained), *working),
        ten_minutes=ten_minutes(chosen, situation),
        reasons=(*situation.placed.reasons, *reasons_of_session(situation, budget, chosen, minutes)),
        was_at=demand.was_at,
    )


def _led_to(option: Option, ledger: Ledger) -> Progress:
    """Return where an exercise stands once it is done as asked."""
    progress = option.work.progress
    return replace(progress, times=progress.times + 1, last_session=ledger.sessions)


def _entered(
    ledger: Ledger, situation: Situation, chosen: tuple[Option, ...], session: PlannedSession
) -> Ledger:
    number, now = situation.week_number, ledger.sessions
    contacts = sum(one.contacts for one in chosen)
    week = ledger.week(number)
    total = replace(
        week,
        hard_sets=week.hard_sets + sum(one.hard_sets for one in chosen),
        leg_hard_sets=week.leg_hard_sets + sum(one.leg_hard_sets for one in chosen),
        contacts=week.contacts + contacts,
        session_contacts=max(week.session_contacts, contacts),
    )
    met = {one.work.exercise.id: _led_to(one, ledger) for one in chosen}
    warmed = {one.exercise: Progress(times=1) for one in session.exercises if one.role is Role.WARM_UP}
    needs = {need: now for one in chosen for need in (one.group, need_of(one.work.exercise))}
    families = ledger.families.get(situation.block, frozenset()) | {
        one.work.exercise.family for one in chosen
    }
    led_to = {
        harder: max(ledger.led_to.get(harder, 0), met[one.work.exercise.id].times)
        for one in chosen
        if (harder := one.work.exercise.progression) is not None
    }
    return replace(
        ledger,
        led_to={**ledger.led_to, **led_to},
        progress={**warmed, **ledger.progress, **met},
        weeks={**ledger.weeks, number: total},
        needs={**ledger.needs, **needs},
        families={**ledger.families, situation.block: families},
        last=frozenset(met),
        sessions=now + 1,
        told={id_: reasons for id_, reasons in ledger.told.items() if id_ not in met},
    )
