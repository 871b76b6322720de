"""Work out an exercise for a session by the four levers: volume, intensity, exercise selection, time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of, number, pair
from runlift.domain.exercise.exercise import Exercise, Family, LoadType
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import LegStress, Role, SessionKind
from runlift.domain.prescription.contacts import contacts_by_set
from runlift.domain.prescription.dose import Dose, dose_for, least_effective, slowest_tempo, tempo_of
from runlift.domain.prescription.load import (
    Lift,
    Load,
    fast,
    is_leap,
    known_progress,
    lightened,
    settle,
    start_load,
    starting,
    within_done,
)
from runlift.domain.prescription.rack import HALF_GRAM, Loading, heaviest_within, loadings, next_above
from runlift.domain.prescription.work import Work
from runlift.domain.quantity import Reason
from runlift.domain.season.demand import Emphasis
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from runlift.domain.prescription.last_done import LastDone
    from runlift.domain.prescription.situation import Situation

_LOWERED = frozenset({Family.SQUAT, Family.LUNGE, Family.SINGLE_LEG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An exercise in a session, before its figures are known.

    Attributes:
        exercise: The exercise.
        role: The part it plays.
        situation: The session.
        progress: Where it stands; None when it was never done in this plan.
        contacts: Foot contacts it may use.
        fast_share: Share of 1RM for few fast repetitions, or None for usual work [% of 1RM].
    """

    exercise: Exercise
    role: Role
    situation: Situation
    progress: Progress | None
    contacts: int
    fast_share: float | None = None

    @property
    def dose(self) -> Dose:
        """What the session asks of it."""
        return dose_for(self.exercise, self.role, self.situation)


def work_out(asked: Asked) -> Work | None:
    """Return what the exercise asks in this session, or None when the kit has no weight light enough."""
    work = _worked_out(asked)
    return work if work is None else _no_more_than_done(asked, work)


def _worked_out(asked: Asked) -> Work | None:
    exercise = asked.exercise
    if exercise.load_type is LoadType.CONTACTS:
        return _contacts(asked)
    if exercise.load_type is LoadType.TIME or exercise.pattern == "carry":
        return _timed(asked)
    rack = _rack(asked)
    if exercise.load_type is LoadType.REPS or not rack:
        return _bodyweight(asked)
    if rack[0].total_kg == 0:
        return _banded(asked)
    return _loaded(asked, known_progress(exercise, asked.situation.athlete))


def _rack(asked: Asked) -> tuple[Loading, ...]:
    """Return what can be loaded, lightest first; where less is asked, nothing heavier than was done last."""
    rack = loadings(asked.situation.equipment, asked.exercise)
    done = asked.situation.at_most.get(asked.exercise.id)
    if done is None:
        return rack
    return tuple(one for one in rack if one.total_kg <= done.load_kg + HALF_GRAM)


def _no_more_than_done(asked: Asked, work: Work) -> Work | None:
    """Keep repetitions and seconds of a day on which less is asked at what was done last, also if lighter.

    None where that is so few that the set would be a heavy one where none was meant.
    """
    done = asked.situation.at_most.get(asked.exercise.id)
    if done is None or asked.role is Role.MOBILITY:
        return work
    if _is_short_of_light(asked, work, done) or _would_be_heavy(asked, work, done):
        return None
    reps, seconds = work.reps, work.seconds
    if reps is not None and done.reps:
        reps = min(reps, done.reps)
        reps = reps if work.loading is None else min(work.reps or reps, _reps_of(asked, reps))
    if seconds is not None and done.seconds:
        seconds = min(seconds, done.seconds)
    if (reps, seconds) == (work.reps, work.seconds):
        return work
    held = tuple(each for each in work.reasons if each.rule != "lever_volume")  # no growth that is not asked
    return replace(work, reps=reps, seconds=seconds, reasons=held)


def _is_short_of_light(asked: Asked, work: Work, done: LastDone) -> bool:
    """Whether a loaded lift of the legs was done last with too few repetitions to be a light one."""
    if work.reps is None or work.loading is None or work.loading.total_kg <= 0 or not done.reps:
        return False
    light = asked.exercise.leg_load and asked.situation.stress is LegStress.LIGHT
    return bool(light) and done.reps < min(work.reps, asked.dose.reps[0])


def _would_be_heavy(asked: Asked, work: Work, done: LastDone) -> bool:
    """Whether a loaded lift done last with very few repetitions counts as near the most, though not meant so.

    A beginner's first weeks count a main lift so sooner.

    Source: J014, D001, D036, K020.
    """
    if work.reps is None or work.loading is None or work.loading.total_kg <= 0 or not done.reps:
        return False
    reserve = work.rir or 0.0
    shown, meant = done.reps + reserve, work.reps + reserve
    least = least_effective(asked.role, asked.situation)
    return shown <= number("near_maximal_reps") < meant or shown < least <= meant


def grows_now(asked: Asked) -> bool:
    """Whether the exercise takes its next step in this session: not in lighter, held or keeping weeks.

    Nor while a complaint limits how it is done.

    Source: P011, D072, CP004.
    """
    progress, situation = asked.progress, asked.situation
    if progress is None or not situation.may_grow or asked.fast_share is not None:
        return False
    if asked.exercise.id in situation.limits:
        return False
    between = cast("dict[str, float]", constant("weeks_between_steps").value)[situation.lifting.value]
    between = 0 if _is_catching_up(progress) else between
    return situation.week_number - progress.grown_in >= between


def _is_catching_up(progress: Progress) -> bool:
    """Whether a load is still near its careful start, so that it may grow faster."""
    return progress.careful and progress.times < number("sessions_of_catching_up")


def can_be_loaded(exercise: Exercise, situation: Situation, progress: Progress | None) -> bool:
    """Whether the kit has a weight that is light enough for a first session of the exercise."""
    if exercise.load_type not in {LoadType.LOAD, LoadType.HEAVY_LOAD}:
        return True
    rack = loadings(situation.equipment, exercise)
    if not rack:
        return not exercise.equipment
    asked = Asked(exercise=exercise, role=Role.MAIN, situation=situation, progress=progress, contacts=0)
    return rack[0].total_kg == 0 or work_out(asked) is not None


def _loaded(asked: Asked, known: Progress | None) -> Work | None:
    situation, dose = asked.situation, asked.dose
    usual = dose.rir if dose.rir is not None else number("light_rir") + situation.week.rir_plus
    lift = Lift(
        exercise=asked.exercise,
        rack=_rack(asked),
        dose=dose,
        rir=usual - situation.week.rir_plus,
        least_reps=dose.reps[0] - int(number("rir_plus_before_key_run")) * situation.near_key_run,
        least_effective=least_effective(asked.role, situation),
        body_mass_kg=situation.athlete.body_mass_kg,
        new_week=asked.progress is None or asked.progress.grown_in < situation.week_number,
        slows_first=situation.older,
    )
    before = asked.progress or known
    if before is None or before.load_kg <= 0:
        return _first_load(asked, lift)
    if asked.fast_share is not None:
        quick = _fast(asked, lift, before)
        if quick is not None or situation.kind is SessionKind.PRIMER:
            return quick
    return _usual_load(asked, lift, before)


def _reps_of(asked: Asked, reps: int) -> int:
    """Return the repetitions under load; runners under age do no fewer than six.

    Source: D103.
    """
    return max(reps, int(number("minor_reps"))) if asked.situation.minor else reps


def _first_load(asked: Asked, lift: Lift) -> Work | None:
    found = starting(lift, asked.situation)
    if found is None or asked.fast_share is not None:
        return None
    load, reason = found
    kg = load.loading.total_kg
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=lift.dose,
        progress=replace(_moved(asked, load, Progress(), kg), careful=True),
        reps=_reps_of(asked, load.reps),
        loading=load.loading,
        rir=load.effective - load.reps + asked.situation.week.rir_plus,
        tempo=_tempo(asked, 0),
        to_confirm=True,
        reasons=(reason,),
    )


def _usual_load(asked: Asked, lift: Lift, before: Progress) -> Work | None:
    grows = grows_now(asked)
    lower = asked.exercise.leg_load and _is_catching_up(before)
    more = number("reps_step_careful" if lower else "reps_step_loaded") if grows else 0
    ready = replace(before, effective=before.effective + more)
    done = asked.situation.most_done.get(asked.exercise.id, ())
    found = within_done(lift, settle(lift, ready, may_step=grows), before, done)
    if found is None:
        found = within_done(lift, settle(lift, before, may_step=False), before, done)
    if found is None:
        return None
    load, reason = found
    after, load, told = _within_top(asked, lift, before, load, reason)
    if asked.progress is None or asked.progress.load_kg <= 0:
        told = (_known_set(before), *told)
    if asked.situation.week.deload or asked.situation.week.rir_plus > 0:
        eased = lightened(lift, load, asked.situation)
        return _loaded_work(
            asked, lift, eased, replace(before, last_session=after.last_session), told, eased=True
        )
    return _loaded_work(asked, lift, load, after, told, eased=False)


def _known_set(known: Progress) -> Reason:
    cited = evidence_of("effective_reps_trusted", "rir_trusted")
    if known.effective > number("effective_reps_trusted"):
        return Reason.of("load_as_told", cited, load_kg=known.load_kg, reps=known.reps)
    one_rm = one_rm_of(known.load_kg, known.effective)
    return Reason.of("load_from_known_set", cited, load_kg=known.load_kg, one_rm_kg=round(one_rm, 1))


def _within_top(
    asked: Asked, lift: Lift, before: Progress, load: Load, reason: Reason | None
) -> tuple[Progress, Load, tuple[Reason, ...]]:
    """Keep repetitions at or under the top; above it the tempo slows, and then the kit is too light."""
    _, high = lift.dose.reps
    top = max(high, int(number("reps_top_light_kit")) if _is_stuck(lift, load) else high)
    told: tuple[Reason, ...] = (reason,) if reason is not None else ()
    tempo, at_end = (0 if reason is not None else before.tempo), before.at_end
    if load.reps > top and grows_now(asked):
        low = max(lift.dose.reps[0], int(pair("reps_accessory")[0]))
        slower = min(tempo + 1, slowest_tempo())
        at_end = slower == tempo
        if not at_end:
            tempo, load = slower, replace(load, reps=low, effective=low + lift.rir)
            told += (
                Reason.of(
                    "lever_time", evidence_of("reps_top_light_kit"), tempo=tempo_of(slower, downhill=False)
                ),
            )
        elif next_above(lift.rack, load.loading.total_kg) is None:
            told += (Reason.of("kit_too_light", evidence_of("reps_top_light_kit"), reps=top),)
    if load.reps > top:
        load = replace(load, reps=top, effective=min(load.effective, top + lift.rir))
    if not told and before.reps and load.reps > before.reps and load.loading.total_kg == before.load_kg:
        told = (_more_reps(before.reps, load.reps),)
    after = _moved(asked, load, replace(before, tempo=tempo, at_end=at_end), before.highest_kg)
    return after, load, told


def _is_stuck(lift: Lift, load: Load) -> bool:
    """Whether the next real weight is more than the largest step away, or there is none."""
    most = load.loading.total_kg * (1 + number("load_step_cap") / 100)
    heaviest = heaviest_within(lift.rack, most)
    return heaviest is None or heaviest.total_kg <= load.loading.total_kg


def _loaded_work(
    asked: Asked, lift: Lift, load: Load, after: Progress, told: tuple[Reason, ...], *, eased: bool
) -> Work:
    rir = lift.dose.rir if lift.dose.rir is not None else lift.rir
    if eased:
        rir = max(rir, min(number("rir_told_most"), float(int(load.effective - load.reps))))
        told = (
            Reason.of(
                "deload_lighter", evidence_of("deload_load", "deload_rir_plus"), load_kg=load.loading.total_kg
            ),
        )
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=lift.dose,
        progress=after,
        reps=_reps_of(asked, load.reps),
        loading=load.loading,
        rir=rir,
        tempo=_tempo(asked, after.tempo),
        to_confirm=any(_tells_leap(one) for one in told),
        reasons=told,
    )


def _tells_leap(reason: Reason) -> bool:
    if reason.rule != "kit_step_over_cap":
        return False
    return is_leap(float(reason.figures["from_kg"]), float(reason.figures["to_kg"]))


def _fast(asked: Asked, lift: Lift, before: Progress) -> Work | None:
    load = fast(lift, before, cast("float", asked.fast_share))
    if load is None:
        return None
    rir = min(number("rir_told_most"), float(int(load.effective - load.reps)))
    reason = Reason.of(
        "fast_light_power",
        evidence_of("fast_load", "primer_load"),
        load_kg=load.loading.total_kg,
        reps=load.reps,
    )
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=lift.dose,
        progress=before,
        reps=_reps_of(asked, load.reps),
        loading=load.loading,
        rir=rir,
        tempo="fast",
        is_fast=True,
        reasons=(reason,),
    )


def _moved(asked: Asked, load: Load, before: Progress, highest: float) -> Progress:
    """Return the progress after a session; one lighter than the last leaves strength as it was."""
    kg = load.loading.total_kg
    if kg < before.load_kg and asked.situation.stress is not LegStress.HEAVY:
        return before
    changed = kg != before.load_kg or load.reps != before.reps
    best = load.reps if kg >= highest else 0
    return replace(
        before,
        load_kg=kg,
        effective=load.effective,
        highest_kg=max(highest, kg),
        highest_reps=best if kg > highest else max(best, before.highest_reps),
        reps=load.reps,
        grown_in=asked.situation.week_number if changed else before.grown_in,
    )


def _bodyweight(asked: Asked) -> Work:
    dose, before = asked.dose, asked.progress or Progress()
    low, high = dose.reps
    after, told = (_harder_reps(asked, before, low, high)) if before.reps else (before, ())
    if not before.reps:
        after = replace(before, reps=low, grown_in=asked.situation.week_number)
    reps = min(after.reps, high)
    if asked.situation.week.rir_plus > 0 and asked.role is not Role.MOBILITY:
        reps = max(low // 2, reps - int(asked.situation.week.rir_plus))
    if asked.situation.kind is SessionKind.PRIMER and asked.role is Role.MAIN:
        reps = int(number("fast_reps"))
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=dose,
        progress=after,
        reps=reps,
        rir=dose.rir,
        tempo=_tempo(asked, after.tempo) if asked.role in {Role.MAIN, Role.ACCESSORY} else "",
        reasons=told,
    )


def _harder_reps(asked: Asked, before: Progress, low: int, high: int) -> tuple[Progress, tuple[Reason, ...]]:
    week = asked.situation.week_number
    if asked.role is Role.MOBILITY or before.at_end or not grows_now(asked):
        return before, ()
    if before.reps < high:
        more = min(high, before.reps + int(number("reps_step_bodyweight")))
        return replace(before, reps=more, grown_in=week), (_more_reps(before.reps, more),)
    slower = before.tempo + 1
    if slower > slowest_tempo() or asked.role not in {Role.MAIN, Role.ACCESSORY}:
        return replace(before, at_end=True), ()
    reason = Reason.of(
        "lever_time", evidence_of("reps_bodyweight"), tempo=tempo_of(slower, downhill=False), reps=low
    )
    return replace(before, reps=low, tempo=slower, grown_in=week), (reason,)


def _banded(asked: Asked) -> Work:
    rack = _rack(asked)
    work = _bodyweight(asked)
    before, after = asked.progress or Progress(), work.progress
    band = min(before.band, len(rack) - 1)
    if after.tempo > before.tempo:  # a stronger band comes before a slower tempo
        stronger = min(band + 1, len(rack) - 1)
        after = replace(after, tempo=0, band=stronger, at_end=stronger == band)
        told = (
            Reason.of("lever_intensity", evidence_of("reps_bodyweight"), band=rack[stronger].implement.name),
        )
        work = replace(work, progress=after, tempo="", reasons=told if stronger > band else ())
        band = stronger
    return replace(work, loading=rack[band])


def _timed(asked: Asked) -> Work | None:
    dose, before = asked.dose, asked.progress or Progress()
    start, most = dose.seconds
    seconds, at_end, grown = before.seconds or start, before.at_end, before.grown_in
    told: tuple[Reason, ...] = ()
    if asked.progress is not None and grows_now(asked) and start < most:
        more = min(most, seconds + int(number("seconds_step")))
        at_end = more == seconds
        if not at_end:
            told = (Reason.of("lever_volume", evidence_of("hold_seconds"), from_s=seconds, to_s=more),)
            grown = asked.situation.week_number
        seconds = more
    rack = _rack(asked) if _is_weighted(asked.exercise) else ()
    loading = None
    if rack and rack[0].total_kg > 0:
        loading = heaviest_within(rack, before.highest_kg or start_load(asked.exercise, asked.situation))
        if loading is None:
            return None
    kg = loading.total_kg if loading is not None else 0.0
    after = replace(
        before, seconds=seconds, at_end=at_end, grown_in=grown, highest_kg=max(before.highest_kg, kg)
    )
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=dose,
        progress=after,
        seconds=seconds,
        loading=loading,
        to_confirm=loading is not None and asked.progress is None,
        reasons=told,
    )


def _is_weighted(exercise: Exercise) -> bool:
    return bool(exercise.start_load)


def _contacts(asked: Asked) -> Work | None:
    done = asked.situation.at_most.get(asked.exercise.id)
    contacts = asked.contacts if done is None or not done.contacts else min(asked.contacts, done.contacts)
    if not contacts_by_set(asked.exercise, contacts, asked.dose.most_sets):
        return None
    before = asked.progress or Progress()
    loading = None
    if _is_weighted(asked.exercise):
        rack = _rack(asked)
        loading = heaviest_within(rack, before.highest_kg or start_load(asked.exercise, asked.situation))
        if loading is None:
            return None
    kg = loading.total_kg if loading is not None else 0.0
    reason = Reason.of(
        "contacts_built_slowly",
        evidence_of("contacts_start", "contacts_weekly_increase"),
        contacts=contacts,
    )
    return Work(
        exercise=asked.exercise,
        role=asked.role,
        dose=asked.dose,
        progress=replace(
            before,
            highest_kg=max(before.highest_kg, kg),
            at_end=before.times >= number("sessions_before_harder_form"),
        ),
        contacts=contacts,
        loading=loading,
        to_confirm=loading is not None and asked.progress is None,
        reasons=(reason,),
    )


def _tempo(asked: Asked, slowed: int) -> str:
    exercise = asked.exercise
    downhill = Emphasis.ECCENTRIC_QUADRICEPS in asked.situation.emphases and exercise.family in _LOWERED
    return tempo_of(slowed, downhill=downhill and asked.situation.kind is not SessionKind.PRIMER)


def _more_reps(before: int, after: int) -> Reason:
    return Reason.of("lever_volume", evidence_of("reps_step_loaded"), from_reps=before, to_reps=after)
