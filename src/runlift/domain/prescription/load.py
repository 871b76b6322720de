"""The load of a set: from what is known or a careful start, on the real weights, in steps that are small."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Athlete, KnownSet, Lifting
from runlift.domain.evidence import constant, constants, evidence_of, number, pair
from runlift.domain.exercise.exercise import Exercise, Family
from runlift.domain.plan.progress import Progress
from runlift.domain.prescription.dose import slowest_tempo
from runlift.domain.prescription.rack import HALF_GRAM, Loading, heaviest_within, next_above
from runlift.domain.quantity import Reason
from runlift.domain.strength.body_part import body_part
from runlift.domain.strength.one_rm import effective_reps, estimated_one_rm, load_for, one_rm_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.prescription.dose import Dose
    from runlift.domain.prescription.most_done import MostDone
    from runlift.domain.prescription.situation import Situation

_UPPER = frozenset({Family.PUSH, Family.PULL, Family.ARM_DRILL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What a loaded exercise is asked about.

    Attributes:
        exercise: The exercise.
        rack: What can be loaded, lightest first.
        dose: What the session asks.
        rir: Repetitions in reserve of a usual week.
        least_reps: Fewest repetitions before a lighter load is taken.
        least_effective: Fewest repetitions, reserve included, with which a load is kept or stepped to.
        body_mass_kg: Body mass [kg], or None.
        new_week: Whether it did not grow in this week yet.
        slows_first: Whether the tempo slows before a weight far heavier is taken.
    """

    exercise: Exercise
    rack: tuple[Loading, ...]
    dose: Dose
    rir: float
    least_reps: int
    least_effective: float
    body_mass_kg: float | None
    new_week: bool = True
    slows_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load decided: what is held, how often, and what it says of strength."""

    loading: Loading
    reps: int
    effective: float


def known_progress(exercise: Exercise, athlete: Athlete) -> Progress | None:
    """Return where the runner's own sets put an exercise, or None when none of them says enough.

    Many repetitions say too little for an estimate, but they show what is lifted: that load is the start.

    Source: D045, D046.
    """
    told = [known for known in athlete.known_sets if known.exercise == exercise.id]
    estimates = [(one, estimated_one_rm(one.load_kg, one.reps, one.rir)) for one in _latest(told)]
    trusted = [(one, estimate) for one, estimate in estimates if estimate is not None]
    if not trusted:
        return _as_told(_latest(told), max((one.load_kg for one in told), default=0.0))
    highest = max(one.load_kg for one in told)
    best, one_rm = max(trusted, key=lambda found: (found[1], found[0].load_kg))
    return Progress(
        load_kg=best.load_kg,
        effective=effective_reps(one_rm, best.load_kg),
        highest_kg=highest,
        highest_reps=max(one.reps for one in told if one.load_kg == highest),
        reps=best.reps,
    )


def start_load(exercise: Exercise, situation: Situation) -> float:
    """Return the careful starting load [kg]: a share of body mass, the middle where a range is given.

    A harder form, offered once the easier was practised, starts at the upper end.

    A set that was told or done but says too little about strength still bounds it.

    Source: D048-D067, P020.
    """
    low, high = start_range(exercise, situation)
    wanted = high if is_practised_form(exercise, situation) else (low + high) / 2
    return min(wanted, max(_lifted(exercise, situation), default=wanted))


def start_range(exercise: Exercise, situation: Situation) -> tuple[float, float]:
    """Return the least and the most a careful start may be [kg].

    The chart of loads asks for less from women and masters; the ranges for runners are careful already.

    Source: D048-D067, P020.
    """
    athlete = situation.athlete
    mass = athlete.body_mass_kg or number("body_mass_careful")
    low, high = _start_share(exercise)
    factor = 1.0
    if _is_of_chart(exercise) and _starts_lower(situation):
        factor = number("start_load_factor")
    if athlete.lifting is Lifting.EXPERIENCED and not situation.minor:
        factor *= number("start_load_experienced")
    return mass * low / 100 * factor, mass * high / 100 * factor


def starting(lift: Lift, situation: Situation) -> tuple[Load, Reason] | None:
    """Return the first load of an exercise, to be confirmed by ramp sets, or None when all are too heavy.

    Source: D048-D067.
    """
    wanted = start_load(lift.exercise, situation)
    cited = evidence_of(
        lift.exercise.start_load if lift.exercise.start_load in constants() else "start_load_unknown"
    )
    loading = heaviest_within(lift.rack, wanted + HALF_GRAM)
    if loading is None and _may_take_lightest(lift, situation, wanted):
        loading = lift.rack[0]
    if loading is None:
        return None
    rule = "start_load_from_body_mass"
    if situation.athlete.body_mass_kg is None:
        rule = "lightest_without_body_mass"
        loading = lift.rack[0]
    reps, rir = int(number("confirm_reps")), max(number("confirm_rir"), lift.rir)
    reason = Reason.of(rule, cited, wanted_kg=round(wanted, 1), load_kg=loading.total_kg)
    return Load(loading=loading, reps=reps, effective=reps + rir), reason


def settle(lift: Lift, progress: Progress, *, may_step: bool) -> tuple[Load, Reason | None] | None:
    """Return the load and repetitions that fit the strength reached, or None when all is too heavy.

    Repetitions grow first; the next real weight follows, with repetitions back by what the strength allows.

    Source: D010, D013, D036, P018.
    """
    one_rm = one_rm_of(progress.load_kg, progress.effective)
    low, high = lift.least_reps, lift.dose.reps[1]
    here = heaviest_within(lift.rack, progress.load_kg + HALF_GRAM)
    if here is None or (_reps(lift, one_rm, here) < low and not _is_step_worth_keeping(lift, one_rm, here)):
        return _lighter(lift, one_rm, progress)
    load = _load(lift, one_rm, here)
    # on the rack of another place; a load that is meant to be light, as after a break, is rounded down
    below = here.total_kg < progress.load_kg - HALF_GRAM and not progress.careful
    too_light = here.total_kg < one_rm * number("strength_load_floor") / 100
    if below or (may_step and (load.reps > high or (too_light and load.reps > low))):
        heavier = _heavier(lift, one_rm, here, progress, cap=_cap() if may_step else 1.0)
        if heavier is not None:
            return heavier
    if may_step and load.reps > high:
        stepped = _kit_step(lift, one_rm, here, progress)
        if stepped is not None:
            return stepped
    return load, None


def within_done(
    lift: Lift, found: tuple[Load, Reason | None] | None, progress: Progress, done: Iterable[MostDone]
) -> tuple[Load, Reason | None] | None:
    """Return a load far above all done before with fewer repetitions than that had; None where few are left.

    It is for weights off the rack and those logged late, which the standing does not know.

    Source: D024, D046.
    """
    if found is None:
        return None
    load, reason = found
    kg = load.loading.total_kg
    unknown = [one for one in done if one.load_kg > progress.highest_kg + HALF_GRAM]
    beyond = [one.reps for one in unknown if kg > one.load_kg * _cap() + HALF_GRAM]
    if load.reps < min(beyond, default=load.reps + 1):
        return found
    reps = min(beyond) - 1
    if reps < _least_after_step(lift):
        return None
    return replace(load, reps=reps, effective=reps + lift.rir), reason


def lightened(lift: Lift, load: Load, situation: Situation) -> Load:
    """Return the load of a lighter week: the next real weight under it, else fewer repetitions.

    Source: D072, P019.
    """
    week, kg = situation.week, load.loading.total_kg
    fewer = max(1, load.reps - int(week.rir_plus))
    if week.load_factor >= 1:
        return replace(load, reps=fewer)
    lighter = heaviest_within(lift.rack, kg * week.load_factor + HALF_GRAM)
    if lighter is None or lighter.total_kg < kg * number("deload_lightest"):
        return replace(load, reps=fewer)
    effective = effective_reps(one_rm_of(kg, load.effective), lighter.total_kg)
    reps = max(1, min(load.reps, floor(effective - lift.rir - week.rir_plus)))
    return Load(loading=lighter, reps=reps, effective=effective)


def fast(lift: Lift, progress: Progress, share: float) -> Load | None:
    """Return a load for few fast repetitions, or None when the kit has none so light [share in % of 1RM].

    Source: D005, S47.
    """
    one_rm = one_rm_of(progress.load_kg, progress.effective)
    most = min(one_rm * share / 100, progress.highest_kg or progress.load_kg)
    loading = heaviest_within(lift.rack, most + HALF_GRAM)
    if loading is None:
        return None
    reps = int(number("fast_reps"))
    return Load(loading=loading, reps=reps, effective=effective_reps(one_rm, loading.total_kg))


def _is_step_worth_keeping(lift: Lift, one_rm: float, here: Loading) -> bool:
    """Whether the lightest weight, or one far above that under it, is kept though its repetitions are few."""
    under = heaviest_within(lift.rack, here.total_kg - HALF_GRAM)
    far = under is None or under.total_kg * _cap() < here.total_kg
    return far and _reps(lift, one_rm, here) >= _least_after_step(lift)


def is_practised_form(exercise: Exercise, situation: Situation) -> bool:
    """Whether it is only offered after its easier form was practised."""
    experienced = situation.lifting is Lifting.EXPERIENCED
    return not experienced and exercise.level >= number("start_load_practised_level")


def _as_told(told: list[KnownSet], highest: float) -> Progress | None:
    felt = [one for one in told if one.load_kg > 0 and one.rir <= number("rir_trusted")]
    if not felt:
        return None
    best = max(felt, key=lambda one: (one.load_kg, one.reps))
    return Progress(
        load_kg=best.load_kg,
        effective=best.reps + best.rir,
        highest_kg=highest,
        highest_reps=max((one.reps for one in told if one.load_kg == highest), default=best.reps),
        reps=best.reps,
    )


def _start_share(exercise: Exercise) -> tuple[float, float]:
    key = exercise.start_load if exercise.start_load in constants() else "start_load_unknown"
    if isinstance(constant(key).value, list):
        return pair(key)
    return number(key), number(key)


def _is_of_chart(exercise: Exercise) -> bool:
    """Whether the start rests on the practitioner chart and not on a range made for runners."""
    if exercise.start_load not in constants():
        return True
    return constant(exercise.start_load).evidence[0] in constant("start_load_chart").evidence


def _starts_lower(situation: Situation) -> bool:
    age = situation.athlete.age_on(situation.placed.date)
    return situation.athlete.sex == "female" or (age is not None and age >= number("masters_age"))


def _latest(told: list[KnownSet]) -> list[KnownSet]:
    dates = [one.date for one in told if one.date is not None]
    return [one for one in told if one.date == max(dates)] if dates else told


def _may_take_lightest(lift: Lift, situation: Situation, wanted: float) -> bool:
    """Whether the lightest weight is near enough to a careful start to be taken, and confirmed."""
    if _lifted(lift.exercise, situation) or not lift.rack:
        return False
    _, most = start_range(lift.exercise, situation)
    if situation.lifting is Lifting.EXPERIENCED:
        most = max(most, wanted * number("start_load_most"))
    elif is_practised_form(lift.exercise, situation):
        most = max(most, wanted * number("start_load_practised"))
    return lift.rack[0].total_kg <= most + HALF_GRAM


def _lifted(exercise: Exercise, situation: Situation) -> list[float]:
    """Return the loads told, and the heaviest done with each side, of an exercise [kg]."""
    told = [known.load_kg for known in situation.athlete.known_sets if known.exercise == exercise.id]
    return told + [one.load_kg for one in situation.most_done.get(exercise.id, ())]


def _reps(lift: Lift, one_rm: float, loading: Loading) -> int:
    return floor(effective_reps(one_rm, loading.total_kg) - lift.rir + HALF_GRAM)


def _load(lift: Lift, one_rm: float, loading: Loading) -> Load:
    effective = effective_reps(one_rm, loading.total_kg)
    return Load(loading=loading, reps=_reps(lift, one_rm, loading), effective=effective)


def _lighter(lift: Lift, one_rm: float, progress: Progress) -> tuple[Load, Reason | None] | None:
    low, high = lift.dose.reps
    most = min(load_for(one_rm, low + lift.rir), progress.highest_kg * _cap())
    loading = heaviest_within(lift.rack, most + HALF_GRAM)
    if loading is None:
        return None
    load = _load(lift, one_rm, loading)
    return replace(load, reps=min(high, load.reps)), None


def _heavier(
    lift: Lift, one_rm: float, here: Loading, progress: Progress, *, cap: float
) -> tuple[Load, Reason | None] | None:
    low, high = lift.dose.reps
    step = number("load_step_upper" if lift.exercise.family in _UPPER else "load_step_lower")
    most = progress.highest_kg * cap + HALF_GRAM
    wanted = heaviest_within(lift.rack, min(most, max(here.total_kg, progress.load_kg) * (1 + step / 100)))
    if wanted is None or wanted.total_kg <= here.total_kg:
        wanted = next_above(lift.rack, here.total_kg)
    if wanted is None or wanted.total_kg > most or _reps(lift, one_rm, wanted) < low:
        return None
    load = _load(lift, one_rm, wanted)
    reason = Reason.of(
        "lever_intensity",
        evidence_of("load_step_lower", "load_step_cap"),
        from_kg=progress.load_kg,
        to_kg=wanted.total_kg,
        reps=min(high, load.reps),
    )
    return replace(load, reps=min(high, load.reps)), reason


def _kit_step(
    lift: Lift, one_rm: float, here: Loading, progress: Progress
) -> tuple[Load, Reason | None] | None:
    following = next_above(lift.rack, max(here.total_kg, progress.highest_kg))
    if following is None:
        return None
    if is_leap(here.total_kg, following.total_kg) and not _may_leap(lift, progress):
        return None
    moved = _body_part(lift, following)
    if progress.tempo > 0:  # slow repetitions say too little: the quick ones before them count
        shown = one_rm_of(here.total_kg, number("reps_top_light_kit") + lift.rir)
        one_rm = max(one_rm, shown)
    strength = (moved + here.total_kg) * (one_rm / here.total_kg)
    effective = effective_reps(strength, moved + following.total_kg) - progress.overrated
    fewer = min(int(progress.reps - number("big_step_fewer_reps")), progress.highest_reps - 1)
    reps = min(floor(effective - lift.rir), fewer)
    if reps < _least_after_step(lift):
        return None
    reason = Reason.of(
        "kit_step_over_cap",
        evidence_of("load_step_cap", "big_step_fewer_reps", "body_share"),
        from_kg=here.total_kg,
        to_kg=following.total_kg,
        from_reps=progress.reps,
        to_reps=reps,
    )
    return Load(loading=following, reps=reps, effective=reps + lift.rir), reason


def _least_after_step(lift: Lift) -> float:
    """Return the fewest repetitions with which a far heavier weight is taken."""
    return max(number("big_step_least_reps"), lift.least_effective - lift.rir)


def is_leap(from_kg: float, to_kg: float) -> bool:
    """Whether a step is so large that ramp sets must confirm it, and a week must lie between.

    Source: P043.
    """
    return to_kg > from_kg * (1 + number("leap_over") / 100)


def _may_leap(lift: Lift, progress: Progress) -> bool:
    return lift.new_week and (not lift.slows_first or progress.tempo >= slowest_tempo())


def _body_part(lift: Lift, loading: Loading) -> float:
    """Return the mass of the body that is lifted with the weight [kg]."""
    on_machine = loading.implement.kind.startswith("machine")
    return body_part(lift.exercise, lift.body_mass_kg, on_machine=on_machine)


def _cap() -> float:
    return 1 + number("load_step_cap") / 100
