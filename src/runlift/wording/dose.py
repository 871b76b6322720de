"""Sets as a lifter writes them: `3 x 8 @ 16 kg (two 8 kg dumbbells), 3 in reserve, rest 2 min`."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.evidence import number
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
SINGLE = frozenset({"dumbbell", "kettlebell"})
MULTIPLY = "\N{MULTIPLICATION SIGN}"


def warm_up_words(session_minutes: int) -> str:
    """Return how a session of that many minutes begins."""
    is_long = session_minutes >= number("warm_up_long_from")
    seconds = int(number("warm_up_seconds" if is_long else "warm_up_short"))
    return f"Begin with {seconds_words(seconds)} of easy movement"


def dose_words(exercise: PrescribedExercise, units: Units = Units.METRIC) -> str:
    """Return the working sets of an exercise in one line; of a warm-up exercise, all its sets."""
    sets = _working(exercise)
    side = " each side" if _is_same_on_both_sides(sets) else ""
    groups = groupby(_one_side(sets), key=_dose)
    doses = "; ".join(_group_words(list(group), side, units) for _, group in groups)
    tempo = f", tempo {exercise.tempo}" if exercise.tempo else ""
    return doses + tempo


def ramp_words(exercise: PrescribedExercise, units: Units = Units.METRIC) -> str:
    """Return the sets that lead up to the working sets, empty when there are none."""
    sets = [each for each in exercise.sets if each.warm_up]
    if len(sets) == len(exercise.sets):
        return ""
    side = " each side" if _is_same_on_both_sides(sets) else ""
    ramp = ", ".join(
        f"{_amount(each)}{side or _side(each)}{_ramp_load(each, units)}" for each in _one_side(sets)
    )
    reserves = {each.rir for each in sets}
    reserve = reserves.pop() if len(reserves) == 1 else None
    return ramp if reserve is None else f"{ramp}, {reserve:g} in reserve"


def implement_words(implement: Implement, units: Units = Units.METRIC) -> str:
    """Return what to pick up, such as `two 8 kg dumbbells` or `bar with 10 + 2.5 kg on each side`."""
    name = IMPLEMENTS.get(
        implement.kind, implement.kind.partition(":")[2].replace("_", " ") or implement.kind
    )
    if implement.kind == "band":
        return f"{implement.name} band".strip()
    if implement.kind in {"barbell", "trap_bar"}:
        return _bar_words(name, implement.plates_per_side_kg, units)
    each = load_words(implement.each_kg, units) if implement.each_kg is not None else ""
    if implement.kind.startswith("machine"):
        return f"{name} machine".replace("any machine", "machine")
    if implement.count == 1:
        return f"{each} {name}"
    return f"{NUMBERS.get(implement.count, implement.count)} {each} {name}s"


def _bar_words(name: str, plates_kg: Sequence[float], units: Units) -> str:
    if not plates_kg:
        return f"empty {name}"
    *first, (last, unit) = (load_words(plate, units).split(" ") for plate in plates_kg)
    plates = " + ".join([*(figure for figure, _ in first), last])
    return f"{name} with {plates} {unit} on each side"


def _working(exercise: PrescribedExercise) -> list[PrescribedSet]:
    return [each for each in exercise.sets if not each.warm_up] or list(exercise.sets)


def _one_side(sets: Sequence[PrescribedSet]) -> list[PrescribedSet]:
    """Keep the right side of sets that are the same on both: the rest before the next set comes after it."""
    if _is_same_on_both_sides(sets):
        return [each for each in sets if each.side is not Side.LEFT]
    order = list(dict.fromkeys(each.side for each in sets))
    return sorted(sets, key=lambda each: order.index(each.side))


def _is_same_on_both_sides(sets: Sequence[PrescribedSet]) -> bool:
    left, right = (
        [_dose(each)[:-1] for each in sets if each.side is side] for side in (Side.LEFT, Side.RIGHT)
    )
    return bool(left) and left == right


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
    load = "" if each.load_kg is None else f" @ {load_words(each.load_kg, units)}"
    if each.implement is None:
        return load
    held = implement_words(each.implement, units)
    if not load:
        return f" with {held}"
    if each.implement.kind.startswith("machine"):
        return f"{load} on the {held}"
    if each.implement.count == 1 and each.implement.kind in SINGLE:
        return f" @ {held}"
    return f"{load} ({held})"


def _ramp_load(each: PrescribedSet, units: Units) -> str:
    """Leave the machine out, since it is the one of the working sets."""
    on_machine = each.implement is not None and each.implement.kind.startswith("machine")
    return _load(replace(each, implement=None) if on_machine else each, units)
