"""Choose the exercises of a session: the best there is within minutes, sets, contacts and kit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number, pair
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.plan.session import LegStress, Phase, PrescribedExercise, Role, SessionKind
from runlift.domain.prescription.candidates import candidates, is_familiar
from runlift.domain.prescription.ledger import contacts_of, hard_sets_of, tonnage_of
from runlift.domain.prescription.minutes import seconds_of
from runlift.domain.prescription.needs import (
    CALF,
    CALF_BENT,
    LEG_SLOTS,
    UPPER_SLOTS,
    debt_of_family,
    is_loaded_lowering,
    need_of,
    preference_for,
    role_of,
    slot_of,
    worth_of_need,
)
from runlift.domain.prescription.progression import Asked, work_out
from runlift.domain.prescription.solver import Limit, Problem, best_choice
from runlift.domain.prescription.writing import written
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.plan.progress import Progress
    from runlift.domain.prescription.budget import Budget
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation
    from runlift.domain.prescription.work import Work

_PERCENT = 100
_BUILDING = frozenset({Phase.STRENGTH, Phase.POWER})
_TICK = 30  # seconds are counted in half minutes, which keeps the choice quick
_SLACK = 1  # half minute left free, so that rounding seldom makes a choice too long and costs a second one
_BALANCE_GROUP = frozenset({"balance", "sideways", "turning", "uneven"})
_HIP_GROUP = frozenset({"hip_abduction", "hip_adduction", "hip_flexion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An exercise with a number of sets, worked out, as one column of the choice.

    Attributes:
        group: Of one group at most one option is chosen.
        work: The exercise worked out.
        prescribed: The exercise written out.
        score: What it is worth here.
        seconds: Time it takes [s].
        hard_sets: Hard sets.
        leg_hard_sets: Hard sets that load the legs.
        contacts: Foot contacts.
        leg_tonnage_kg: Kilograms lifted with the legs [kg].
    """

    group: str
    work: Work
    prescribed: PrescribedExercise
    score: int
    seconds: int
    hard_sets: int
    leg_hard_sets: int
    contacts: int
    leg_tonnage_kg: int

    @property
    def role(self) -> Role:
        """The part it plays."""
        return self.prescribed.role

    def spends(self) -> tuple[int, ...]:
        """Return all it spends."""
        return (self.seconds, self.hard_sets, self.leg_hard_sets, self.contacts, self.leg_tonnage_kg)


def select(
    exercises: Mapping[str, Exercise],
    situation: Situation,
    ledger: Ledger,
    budget: Budget,
    kept: Mapping[str, str],
) -> tuple[Option, ...]:
    """Return the best options of a session, proven best under the stated score."""
    options = without_dominated(options_of(exercises, situation, ledger, budget, kept))
    for need_main, count_seconds in product((True, False), (_nearest, _upwards)):
        chosen = best_choice(_problem(options, budget, situation, count_seconds, need_main=need_main))
        if chosen is None:
            continue
        found = tuple(options[position] for position in chosen)
        if sum(one.seconds for one in found) <= budget.seconds:
            return found
    return ()


def options_of(
    exercises: Mapping[str, Exercise],
    situation: Situation,
    ledger: Ledger,
    budget: Budget,
    kept: Mapping[str, str],
) -> tuple[Option, ...]:
    """Return the exercises of most interest for each need, with every number of sets they may have."""
    offered = candidates(exercises, situation, ledger)
    there = {exercise.id for exercise in offered}
    kept = {slot: exercise for slot, exercise in kept.items() if exercise in there}
    slots = {exercise: slot for slot, exercise in kept.items()}
    ranked = _ranked(
        [one for one in offered if one.id in slots or not _is_left_to_main_lift(one, kept)], situation, ledger
    )
    found: list[Option] = []
    listed: dict[str, int] = {}
    for exercise in ranked:
        slot = slots.get(exercise.id)
        role = _role(exercise, slot, situation)
        group = slot if slot is not None and role is Role.MAIN else need_of(exercise)
        if listed.get(group, 0) >= number("shortlist"):
            continue
        options = [
            option
            for contacts in _contacts_for(exercise, situation, budget)
            if (work := work_out(_asked(exercise, role, slot, situation, ledger, contacts))) is not None
            if _is_really_loaded(work)
            for option in _options(work, group, situation, ledger)
        ]
        listed[group] = listed.get(group, 0) + (1 if options else 0)
        found.extend(options)
    return tuple(found)


def _ranked(offered: list[Exercise], situation: Situation, ledger: Ledger) -> list[Exercise]:
    """Return exercises by interest, so that only the few best of each need are worked out.

    Source: P038.
    """
    return sorted(
        offered, key=lambda one: (-interest_of(one, situation, ledger) - _as_before(one, situation), one.id)
    )


def _as_before(exercise: Exercise, situation: Situation) -> int:
    """Return what an exercise is worth because the version before had it in this session, whatever its sets.

    What is to be done rather than others just now counts as if it had been there: it is not kept out by them.

    Source: P048.
    """
    stays = exercise.id in situation.before or (bool(situation.before) and exercise.id in situation.focus)
    return int(number("planned_before_worth")) if stays else 0


def without_dominated(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Drop every option that another of its group beats in score without spending more of anything."""
    kept: list[Option] = []
    for option in sorted(options, key=lambda one: (-one.score, one.spends(), one.work.exercise.id)):
        spends = option.spends()
        beaten = any(
            better.group == option.group
            and better.role is option.role
            and all(mine >= theirs for mine, theirs in zip(spends, better.spends(), strict=True))
            for better in kept
        )
        if not beaten:
            kept.append(option)
    return tuple(sorted(kept, key=lambda one: (one.group, one.work.exercise.id, len(one.prescribed.sets))))


def _is_left_to_main_lift(exercise: Exercise, kept: Mapping[str, str]) -> bool:
    """Whether its slot is filled by a kept lift, so that no other form of it is trained beside."""
    need = need_of(exercise)
    slot = slot_of(exercise) or (f"main_{need}" if need in {"push", "pull"} else None)
    return slot in {"main_knee", CALF, CALF_BENT, *UPPER_SLOTS} & set(kept)


def _role(exercise: Exercise, slot: str | None, situation: Situation) -> Role:
    if slot in LEG_SLOTS or (slot in UPPER_SLOTS and situation.kind is SessionKind.UPPER_AND_TRUNK):
        return Role.MAIN
    return role_of(exercise)


def _asked(
    exercise: Exercise,
    role: Role,
    slot: str | None,
    situation: Situation,
    ledger: Ledger,
    contacts: int,
) -> Asked:
    share = None
    if role is Role.MAIN and situation.kind is SessionKind.PRIMER:
        share = number("primer_load")
    elif slot == "main_knee" and situation.kind is SessionKind.POWER and exercise.id in ledger.progress:
        share = number("fast_load")
    return Asked(
        exercise=exercise,
        role=role,
        situation=situation,
        progress=ledger.progress.get(exercise.id),
        contacts=contacts,
        fast_share=share,
    )


def _contacts_for(exercise: Exercise, situation: Situation, budget: Budget) -> tuple[int, ...]:
    """Return the foot contacts an exercise may be given: all of a session's, or half beside another kind."""
    if exercise.load_type is not LoadType.CONTACTS:
        return (0,)
    if exercise.family is not Family.PLYOMETRIC:
        return (min(budget.contacts, int(number("contacts_sideways"))),)
    if exercise.impact is Impact.INTENSIVE:
        return (budget.contacts // 2,)
    both = situation.placed.demand.intensive_plyometrics
    return (budget.contacts, budget.contacts - budget.contacts // 2) if both else (budget.contacts,)


def _is_really_loaded(work: Work) -> bool:
    """Whether a loaded lift has its load: without it, it is another exercise."""
    weighted = work.exercise.load_type in {LoadType.LOAD, LoadType.HEAVY_LOAD} and work.exercise.equipment
    return not weighted or work.loading is not None


def _options(work: Work, group: str, situation: Situation, ledger: Ledger) -> list[Option]:
    dose = work.dose
    if work.contacts is not None:
        counts = [1]
    elif work.role is Role.MAIN or situation.minutes < number("minutes_few"):
        counts = list(range(dose.least_sets, dose.most_sets + 1))
    else:
        counts = [dose.most_sets]
    return [_option(work, group, count, situation, ledger) for count in counts]


def _option(work: Work, group: str, sets: int, situation: Situation, ledger: Ledger) -> Option:
    exercise = work.exercise
    prescribed = written(work, sets, situation)
    hard = hard_sets_of(prescribed)
    return Option(
        group=group,
        work=work,
        prescribed=prescribed,
        score=score_of(work, group, sets, situation, ledger),
        seconds=seconds_of(prescribed, exercise),
        hard_sets=hard,
        leg_hard_sets=hard if exercise.leg_load else 0,
        contacts=contacts_of(prescribed, exercise.contacts_per_rep),
        leg_tonnage_kg=round(tonnage_of(prescribed)) if exercise.leg_load else 0,
    )


def score_of(work: Work, group: str, sets: int, situation: Situation, ledger: Ledger) -> int:
    """Return what an exercise with its sets is worth in a session.

    Source: P001, P002, P035.
    """
    share = float(_PERCENT)
    if work.dose.most_sets > 1 and work.contacts is None:
        key = "main_sets_worth" if work.role is Role.MAIN else "accessory_sets_worth"
        shares = cast("list[float]", constant(key).value)
        share = shares[min(sets, len(shares)) - 1]
    worth = worth_of_need(group, situation, ledger) * share / _PERCENT
    interest = interest_of(work.exercise, situation, ledger)
    if work.role is Role.MAIN:  # a lift with one set only is not worth its setting up
        interest = round(interest * share / _PERCENT)
    return max(1, round(worth) + interest) + _as_before(work.exercise, situation)


def interest_of(exercise: Exercise, situation: Situation, ledger: Ledger) -> int:
    """Return what an exercise is worth above others that meet the same need.

    Source: P003, P029.
    """
    worth = float(debt_of_family(exercise, situation, ledger))
    # which lift fills a slot is chosen for the whole block, so a preference counts only outside of slots
    worth += preference_for(exercise) if slot_of(exercise) is None else 0
    worth += number("level_worth") * min(exercise.level, situation.level)
    if exercise.id in ledger.last and slot_of(exercise) is None:
        worth -= number("repeat_cost")
    progress = ledger.progress.get(exercise.id)
    if progress is not None and progress.at_end:
        worth -= number("at_end_cost")
    if progress is not None and _was_last_calf(exercise, progress, ledger):
        worth -= number("calf_repeat_cost")
    if ledger.sessions > 0 and not is_familiar(exercise, situation, ledger):
        lighter = situation.week.deload or situation.week.hold_progression
        worth -= number("new_cost_lighter_week" if lighter else "new_cost")
    focus = situation.focus.get(exercise.id)
    if focus is not None:
        worth += number("focus_worth") * focus.share_percent / _PERCENT
    likes = situation.athlete.likes
    if likes:
        worth += number("like_worth") * ((exercise.id in likes) + (exercise.family.value in likes))
    return round(worth)


def _was_last_calf(exercise: Exercise, progress: Progress, ledger: Ledger) -> bool:
    """Whether the calves were trained with it last, so that the straight and the bent knee take turns."""
    return need_of(exercise) == CALF and progress.last_session == ledger.needs.get(CALF, -1)


def _problem(
    options: tuple[Option, ...],
    budget: Budget,
    situation: Situation,
    count_seconds: Callable[[float], int],
    *,
    need_main: bool,
) -> Problem:
    needs_main = need_main and situation.stress is LegStress.HEAVY
    limits = [
        _limit(options, lambda one: count_seconds(one.seconds / _TICK), budget.seconds // _TICK - _SLACK),
        _limit(options, lambda one: one.hard_sets, budget.hard_sets),
        _limit(options, lambda one: one.leg_hard_sets, budget.leg_hard_sets),
        _limit(options, lambda one: one.contacts, budget.contacts),
        _limit(options, _is_leg_main, len(LEG_SLOTS), least=int(needs_main)),
        *(_lowering(options, situation) if need_main else ()),
        *_limits_of_kinds(options, situation),
        *_one_of_each_group(options),
    ]
    if budget.leg_tonnage_kg is not None:
        limits.append(_limit(options, lambda one: one.leg_tonnage_kg, budget.leg_tonnage_kg))
    return Problem(
        scores=tuple(one.score for one in options),
        limits=tuple(one for one in limits if one.weights or one.least),
    )


def _lowering(options: tuple[Option, ...], situation: Situation) -> tuple[Limit, ...]:
    """Return that descents to come ask each leg session for a lunge or step-down, loaded where it can be.

    Source: P045.
    """
    asked = Emphasis.ECCENTRIC_QUADRICEPS in situation.emphases and situation.week.phase in _BUILDING
    if not asked or situation.stress <= LegStress.LIGHT or situation.keeps:
        return ()
    lowering = [one for one in options if is_loaded_lowering(one.work.exercise)]
    loaded = {one.work.exercise.id for one in lowering if one.work.loading is not None}
    fitting = loaded or {one.work.exercise.id for one in lowering}
    limit = _limit(options, lambda one: one.work.exercise.id in fitting, len(options), least=1)
    return (limit,) if fitting else ()


def _limits_of_kinds(options: tuple[Option, ...], situation: Situation) -> tuple[Limit, ...]:
    """Return how many exercises of each kind a session holds at most.

    Source: D021, P036.
    """
    legs = situation.stress > LegStress.NONE
    core_most = number("core_most" if legs else "core_most_without_legs")
    return (
        _limit(
            options,
            lambda one: one.role in {Role.MAIN, Role.ACCESSORY},
            int(pair("exercises_per_session")[1]),
        ),
        _limit(options, _is_extra, int(number("extra_most"))),
        _limit(options, lambda one: one.role is Role.CORE, int(core_most)),
        _limit(options, lambda one: one.role is Role.POWER, int(number("power_most"))),
        _limit(options, lambda one: one.role is Role.MOBILITY, int(number("mobility_most"))),
        _limit(options, lambda one: one.group in _BALANCE_GROUP, int(number("group_most"))),
        _limit(options, lambda one: one.group in _HIP_GROUP, int(number("hip_most"))),
    )


def _limit(
    options: tuple[Option, ...], weigh: Callable[[Option], int], most: int, *, least: int = 0
) -> Limit:
    weights = ((at, int(weigh(one))) for at, one in enumerate(options))
    return Limit(weights=tuple((at, weight) for at, weight in weights if weight), most=most, least=least)


def _upwards(ticks: float) -> int:
    return ceil(ticks)


def _nearest(ticks: float) -> int:
    return round(ticks)


def _is_leg_main(option: Option) -> bool:
    return option.role is Role.MAIN and option.work.exercise.leg_load


def _is_extra(option: Option) -> bool:
    """Whether it is an accessory beside the calves, push and pull."""
    return option.role is Role.ACCESSORY and option.group not in {CALF, "push", "pull"}


def _one_of_each_group(options: tuple[Option, ...]) -> tuple[Limit, ...]:
    members: dict[str, list[tuple[int, int]]] = {}
    for at, one in enumerate(options):
        members.setdefault(one.group, []).append((at, 1))
    return tuple(Limit(weights=tuple(members[group]), most=1) for group in sorted(members))
