"""What a week needs, and what an exercise is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.plan.session import Phase, Role
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation

LEG_SLOTS = ("main_knee", "main_hinge", "main_lunge")
UPPER_SLOTS = ("main_push", "main_pull")
CALF = "calf"
CALF_BENT = "calf_bent"  # the knee bent, for the soleus
FAMILIES_OF_A_BLOCK = (
    Family.SQUAT,
    Family.LUNGE,
    Family.HINGE,
    Family.KETTLEBELL,
    Family.SINGLE_LEG,
    Family.PLYOMETRIC,
    Family.CORE,
    Family.ARM_DRILL,
)
_BY_FAMILY = {
    Family.SQUAT: "knee",
    Family.HINGE: "hinge",
    Family.LUNGE: "lunge",
    Family.SINGLE_LEG: "single_leg",
    Family.KETTLEBELL: "kettlebell",
    Family.ARM_DRILL: "arm_drill",
    Family.PUSH: "push",
    Family.PULL: "pull",
    Family.MOBILITY: "mobility",
    Family.FOAM_ROLLING: "release",
    Family.CALF_FOOT: "calf",
}
_BY_PATTERN = {
    "knee_extension": "knee_isolation",
    "knee_flexion": "knee_isolation",
    "step": "step",
    "stairs": "stairs",
    "foot_intrinsic": "foot",
}
_ROLES = {
    Family.PLYOMETRIC: Role.POWER,
    Family.CORE: Role.CORE,
    Family.ARM_DRILL: Role.CORE,
    Family.BALANCE: Role.CORE,
    Family.MOBILITY: Role.MOBILITY,
    Family.FOAM_ROLLING: Role.MOBILITY,
}
_POSTURE = frozenset(
    {"push", "pull", "arm_drill", "carry", "core_anti_extension", "core_anti_lateral", "core_anti_rotation"}
)
_SORE = 2  # a lowering that is felt
_PERCENT = 100


def need_of(exercise: Exercise) -> str:
    """Return what an exercise is good for."""
    if exercise.family is Family.PLYOMETRIC:
        return (
            f"plyometric_{exercise.impact.value}"
            if exercise.impact is not Impact.NONE
            else "plyometric_extensive"
        )
    if exercise.family is Family.CALF_FOOT and exercise.primary_muscles[:1] == ("tibialis_anterior",):
        return "tibialis"
    if exercise.family is Family.CALF_FOOT and exercise.load_type is LoadType.TIME:
        return "foot"
    return _BY_PATTERN.get(exercise.pattern) or _BY_FAMILY.get(exercise.family, exercise.pattern)


def role_of(exercise: Exercise) -> Role:
    """Return the part an exercise plays when it is not a main lift."""
    if exercise.load_type is LoadType.CONTACTS:  # jumps, turns and sideways drills belong before heavy lifts
        return Role.POWER
    return _ROLES.get(exercise.family, Role.ACCESSORY)


def slot_of(exercise: Exercise) -> str | None:
    """Return the slot of the main lifts an exercise can fill, or None."""
    if exercise.load_type in {LoadType.TIME, LoadType.CONTACTS} or exercise.contacts_per_rep > 0:
        return None
    if exercise.family is Family.SQUAT and exercise.pattern == "squat":
        return "main_knee"
    if exercise.pattern in {"hinge", "kb_deadlift"}:
        return "main_hinge"
    if exercise.family is Family.LUNGE and exercise.pattern != "stairs":
        return "main_lunge"
    if need_of(exercise) == CALF:
        return CALF if "gastrocnemius" in exercise.primary_muscles else CALF_BENT
    return {Family.PUSH: "main_push", Family.PULL: "main_pull"}.get(exercise.family)


def preference_for(exercise: Exercise) -> float:
    """Return what a coach of runners prefers it for, or less, beside others that do the same work.

    Source: P041.
    """
    return cast("dict[str, float]", constant("coach_preference").value).get(exercise.id, 0.0)


def worth_of_need(need: str, situation: Situation, ledger: Ledger) -> int:
    """Return what meeting a need is worth in a session: more the longer it was not met.

    Source: P001, P002, P030.
    """
    table = cast("dict[str, float]", constant("need_worth").value)
    worth = table.get(need, 0)
    per_session, most = cast("list[float]", constant("need_growth").value)
    missed = ledger.sessions - 1 - ledger.needs.get(need, -1)
    grown = min(most, per_session * max(0, missed)) + _emphasis(need, situation)
    if situation.week.phase is Phase.POWER and need.startswith("plyometric"):
        grown += number("emphasis_worth")
    return round(worth * (1 + grown / _PERCENT))


def debt_of_family(exercise: Exercise, situation: Situation, ledger: Ledger) -> int:
    """Return what an exercise is worth because its family was not met yet in this block.

    Source: P003.
    """
    met = ledger.families.get(situation.block, frozenset())
    if exercise.family not in FAMILIES_OF_A_BLOCK or exercise.family in met:
        return 0
    promised = exercise.family in ledger.promised.get(situation.block, frozenset())
    kept = exercise.id in ledger.kept.get(situation.block, {}).values()
    last = cast("dict[str, int]", constant("family_debt_sessions").value)[
        "main_lift" if promised else "other"
    ]
    if situation.sessions_left < last:
        return int(number("family_debt_last"))
    # a main lift of the family is going to meet it
    return int(number("family_debt")) if kept or not promised else 0


def is_eccentric(exercise: Exercise) -> bool:
    """Whether an exercise trains the thigh in lowering, as descents do."""
    lowers = exercise.pattern in {"step", "stairs"} or exercise.family in {Family.SQUAT, Family.LUNGE}
    return lowers and exercise.soreness >= _SORE and "quadriceps" in exercise.primary_muscles


def is_loaded_lowering(exercise: Exercise) -> bool:
    """Whether it is a lunge, split squat or step-down, whose lowering prepares for descents."""
    return is_eccentric(exercise) and exercise.family is Family.LUNGE and exercise.pattern != "stairs"


def _emphasis(need: str, situation: Situation) -> float:
    wanted = {
        Emphasis.TRUNK_AND_UPPER: _POSTURE,
        Emphasis.POWER: frozenset({"plyometric_extensive", "plyometric_intensive"}),
        Emphasis.STAIRS: frozenset({"stairs", "step"}),
        Emphasis.ECCENTRIC_QUADRICEPS: frozenset({"step", "stairs"}),
    }
    hit = any(need in wanted[emphasis] for emphasis in situation.emphases)
    return number("emphasis_worth") if hit else 0.0
