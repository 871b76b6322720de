"""How much of an exercise a session asks for: sets, repetitions, reserve, rest, tempo, seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import constant, number, pair
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.plan.session import LegStress, Phase, Role, SessionKind

if TYPE_CHECKING:
    from runlift.domain.prescription.situation import Situation

_STRENGTH_PHASES = frozenset({Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE, Phase.TAPER})
_SLOW_TEMPOS = ("", "3-0-1", "3-2-1")
_DOWNHILL_TEMPO = "3-0-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What a session asks of one exercise.

    Attributes:
        least_sets: Fewest working sets.
        most_sets: Most working sets.
        reps: Fewest and most repetitions.
        rir: Repetitions to leave in reserve; None where effort is not counted that way.
        rest_s: Rest after a set [s].
        seconds: Seconds to begin with and to end at [s].
    """

    least_sets: int
    most_sets: int
    reps: tuple[int, int]
    rir: float | None
    rest_s: int
    seconds: tuple[int, int]


def dose_for(exercise: Exercise, role: Role, situation: Situation) -> Dose:
    """Return what the session asks of the exercise."""
    least, most = sets_asked(role, situation)
    if exercise.load_type is LoadType.CONTACTS:
        most = _whole("contact_sets_most_minor" if situation.minor else "contact_sets_most")
    done = situation.at_most.get(exercise.id)
    if done is not None:
        # what is split into sets by its contacts counts a pair of sides as one set more
        more = exercise.unilateral and exercise.load_type is LoadType.CONTACTS
        most = min(most, done.sets + more)
    return Dose(
        least_sets=least,
        most_sets=most,
        reps=reps_asked(exercise, role, situation),
        rir=rir_asked(exercise, role, situation),
        rest_s=rest_asked(exercise, role, situation),
        seconds=seconds_asked(exercise),
    )


def sets_asked(role: Role, situation: Situation) -> tuple[int, int]:
    """Return the fewest and the most working sets: two to three of a main lift, fewer in lighter weeks.

    Source: D002, D008, S37, P028.
    """
    if role is Role.MOBILITY or situation.kind is SessionKind.PRIMER:
        return 1, 1
    if role in {Role.CORE, Role.POWER}:
        return _lightened(number("core_sets"), situation)
    if role is Role.ACCESSORY:
        return _lightened(number("accessory_sets"), situation)
    usual, most = pair("sets_per_exercise")
    if situation.stress <= LegStress.LIGHT or _is_beginning(situation):
        most = usual
    if situation.keeps:
        most = number("maintenance_sets")
    return _lightened(most, situation)


def reps_asked(exercise: Exercise, role: Role, situation: Situation) -> tuple[int, int]:
    """Return the fewest and the most repetitions: 8-12 to learn, fewer and heavier in the strength phase.

    Source: D008, D001, D016, P008.
    """
    if role is Role.MOBILITY:
        return _whole("mobility_reps"), _whole("mobility_reps")
    if exercise.load_type is LoadType.REPS or role in {Role.CORE, Role.POWER}:
        return _reps(pair("reps_bodyweight"))
    if exercise.leg_load and situation.stress is LegStress.LIGHT:
        return _reps(pair("light_reps"))
    strong = role is Role.MAIN and situation.week.phase in _STRENGTH_PHASES
    if not strong or not _is_heavy_kind(exercise, situation) or _is_beginning(situation):
        return _reps(pair("reps_accessory"))
    table = cast("dict[str, list[float]]", constant("reps_strength").value)
    low, high = table["low" if asks_for_low_reps(exercise, situation) else situation.lifting.value]
    return int(low), int(high)


def least_effective(role: Role, situation: Situation) -> float:
    """Return the fewest repetitions, reserve included, that a load allows: more for beginners at first.

    Source: D008, D022, K020.
    """
    if role is not Role.MAIN or not _is_beginning(situation):
        return number("big_step_least_effective")
    return pair("reps_novice")[0] + pair("rir_novice")[0]


def asks_for_low_reps(exercise: Exercise, situation: Situation) -> bool:
    """Whether sets of one to five repetitions are wanted by one who may do them, where they belong."""
    athlete = situation.athlete
    if exercise.load_type is not LoadType.HEAVY_LOAD:
        return False
    if exercise.leg_load and situation.stress is not LegStress.HEAVY:
        return False
    return athlete.low_rep_strength and athlete.lifting is Lifting.EXPERIENCED and not situation.minor


def rir_asked(exercise: Exercise, role: Role, situation: Situation) -> float | None:
    """Return the repetitions to leave in reserve; never none, more while learning and before a key run.

    Source: D022, S26, D072, P007, P016.
    """
    if role not in {Role.MAIN, Role.ACCESSORY} or exercise.family in {Family.BALANCE, Family.CORE}:
        return None
    if role is Role.ACCESSORY and is_drill(exercise):
        return None
    beginner_low, beginner_high = pair("rir_novice")
    if situation.lifting is Lifting.EXPERIENCED:
        rir = max(number("rir_floor_near_key_run"), sum(pair("rir_trained")) / 2)
    else:
        rir = beginner_high if _is_beginning(situation) else beginner_low
    if exercise.leg_load and situation.near_key_run and situation.lifting is Lifting.EXPERIENCED:
        rir += number("rir_plus_before_key_run")
    if exercise.leg_load and situation.stress is LegStress.LIGHT:
        rir = max(rir, number("light_rir"))
    if situation.minor:
        rir = max(rir, number("minor_rir"))
    least = (each.reserve_least for each in situation.limits.get(exercise.id, ()))
    rir = max(rir, situation.rir_least, *(each for each in least if each is not None))
    return rir + situation.week.rir_plus


def is_drill(exercise: Exercise) -> bool:
    """Whether it is practised without a load, so that no effort is counted: a march, a hip swing."""
    unloaded = exercise.load_type is LoadType.REPS and not exercise.leg_load and exercise.soreness == 0
    return unloaded and exercise.family not in {Family.PUSH, Family.PULL}


def rest_asked(exercise: Exercise, role: Role, situation: Situation) -> int:
    """Return the rest after a set [s]: full between heavy sets, short for trunk and bodyweight work.

    Source: D028-D031, P012.
    """
    if role is Role.MOBILITY:
        return _whole("rest_mobility")
    if exercise.load_type is LoadType.CONTACTS:
        return _whole("rest_intensive" if exercise.impact is Impact.INTENSIVE else "rest_plyometric")
    if role is Role.CORE:
        return _whole("rest_core")
    if role is Role.ACCESSORY:
        return _whole("rest_accessory")
    if exercise.load_type is LoadType.REPS:
        return _whole("rest_bodyweight")
    heavy = _is_heavy_kind(exercise, situation) and situation.week.phase in _STRENGTH_PHASES
    return _whole("rest_heavy" if heavy and situation.stress is LegStress.HEAVY else "rest_moderate")


def seconds_asked(exercise: Exercise) -> tuple[int, int]:
    """Return the seconds to begin with and to end at [s].

    Source: D085, P013.
    """
    if exercise.family is Family.MOBILITY:
        return _whole("mobility_seconds"), _whole("mobility_seconds")
    if exercise.family is Family.FOAM_ROLLING:
        return _whole("rolling_seconds"), _whole("rolling_seconds")
    if exercise.family is Family.ARM_DRILL:
        return _reps(pair("drill_seconds"))
    return _reps(pair("carry_seconds" if exercise.pattern == "carry" else "hold_seconds"))


def tempo_of(slowed: int, *, downhill: bool) -> str:
    """Return the tempo down-pause-up: slower as a form is mastered, slow lowering before descents."""
    return _SLOW_TEMPOS[slowed] or (_DOWNHILL_TEMPO if downhill else "")


def slowest_tempo() -> int:
    """Return how often a tempo can be slowed."""
    return len(_SLOW_TEMPOS) - 1


def _lightened(most: float, situation: Situation) -> tuple[int, int]:
    # half a set is rounded up, so that a lighter week keeps each exercise with a single set at least
    most_sets = max(1, int(most * situation.week.sets_factor + 0.5))
    return 1, most_sets


def _is_beginning(situation: Situation) -> bool:
    low, _ = pair("weeks_of_beginning")
    return situation.lifting is not Lifting.EXPERIENCED and situation.week_number < low


def _is_heavy_kind(exercise: Exercise, situation: Situation) -> bool:
    return exercise.load_type is LoadType.HEAVY_LOAD or (
        exercise.load_type is LoadType.LOAD and situation.lifting is Lifting.EXPERIENCED
    )


def _reps(bounds: tuple[float, float]) -> tuple[int, int]:
    return int(bounds[0]), int(bounds[1])


def _whole(key: str) -> int:
    return int(number(key))
