"""Sets as a lifter writes them: `3 x 8 @ 16 kg (two 8 kg dumbbells), 3 in reserve, rest 2 min`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.plan.session import Side
from runlift.wording.names import load_words, seconds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.plan.session import Implement, PrescribedExercise, PrescribedSet

NUMBERS = {2: "two", 3: "three", 4: "four"}
IMPLEMENTS = {
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebell",
    "barbell": "bar",
    "trap_bar": "trap bar",
    "band": "band",
}
MULTIPLY = "\N{MULTIPLICATION SIGN}"


def dose_words(exercise: PrescribedExercise, units: Units = Units.METRIC) -> str:
    """Return the working sets of an exercise in one line."""
    working = [each for each in exercise.sets if not each.warm_up]
    side = " each side" if _alternates(working) else ""
    groups = groupby(_one_side(working), key=_dose)
    doses = "; ".join(_group_words(list(group), side, units) for _, group in groups)
    tempo = f", tempo {exercise.tempo}" if exercise.tempo else ""
    return doses + tempo


def ramp_words(exercise: PrescribedExercise, units: Units = Units.METRIC) -> str:
    """Return the sets that lead up to the working sets, empty when there are none."""
    ramp = _one_side([each for each in exercise.sets if each.warm_up])
    return ", ".join(f"{_amount(each)}{_load(each, units)}" for each in ramp)


def implement_words(implement: Implement, units: Units = Units.METRIC) -> str:
    """Return what to pick up, such as `two 8 kg dumbbells` or `bar with 10 + 2.5 kg on each side`."""
    name = IMPLEMENTS.get(
        implement.kind, implement.kind.partition(":")[2].replace("_", " ") or implement.kind
    )
    if implement.kind == "band":
        return f"{implement.name} band".strip()
    if implement.kind in {"barbell", "trap_bar"}:
        plates = " + ".join(load_words(plate, units) for plate in implement.plates_per_side_kg)
        return f"{name} with {plates} on each side" if plates else f"empty {name}"
    each = load_words(implement.each_kg, units) if implement.each_kg is not None else ""
    if implement.kind.startswith("machine"):
        return f"{name} machine".replace("any machine", "machine")
    if implement.count == 1:
        return f"{each} {name}"
    return f"{NUMBERS.get(implement.count, implement.count)} {each} {name}s"


def _one_side(sets: Sequence[PrescribedSet]) -> list[PrescribedSet]:
    """Keep the left side of sets that are written out for both, since the dose is the same."""
    return [each for each in sets if each.side is not Side.RIGHT] if _alternates(sets) else list(sets)


def _alternates(sets: Sequence[PrescribedSet]) -> bool:
    return {Side.LEFT, Side.RIGHT} <= {each.side for each in sets}


def _dose(each: PrescribedSet) -> tuple[object, ...]:
    return (each.reps, each.seconds, each.contacts, each.load_kg, each.rir, each.side)


def _group_words(sets: list[PrescribedSet], side: str, units: Units) -> str:
    first = sets[0]
    words = f"{len(sets)} {MULTIPLY} {_amount(first)}{side or _side(first)}{_load(first, units)}"
    if first.rir is not None:
        words += f", {first.rir:g} in reserve"
    rest = max(each.rest_s for each in sets)
    return words + (f", rest {seconds_words(rest)}" if rest else "")


def _amount(each: PrescribedSet) -> str:
    if each.reps is not None:
        return f"{each.reps}"
    if each.seconds is not None:
        return seconds_words(each.seconds)
    return f"{each.contacts} contacts"


def _side(each: PrescribedSet) -> str:
    return "" if each.side is Side.BOTH else f" {each.side.value} side"


def _load(each: PrescribedSet, units: Units) -> str:
    if each.implement is None:
        return ""
    held = implement_words(each.implement, units)
    if each.load_kg is None:
        return f" with {held}"
    if each.implement.count == 1 and each.implement.kind in {"dumbbell", "kettlebell"}:
        return f" @ {held}"
    return f" @ {load_words(each.load_kg, units)} ({held})"
