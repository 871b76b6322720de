"""Rules on short routines beside the sessions, found anew from the runs, the body and the catalogue."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import Family
from runlift.domain.exercise.muscle import LEG_MUSCLES
from runlift.domain.plan.body import Go, Lock, Stage
from runlift.domain.safety.case import hours_between
from runlift.domain.safety.clearance import goes_against
from runlift.domain.safety.complaints import is_a_jump_too_early, rests_under, speaks_against
from runlift.domain.safety.kit import has_kit
from runlift.domain.safety.races import days_to_recover
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.windows import is_within, place_of, place_then

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.routine import PlacedRoutine, RoutineItem
    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach

SECONDS_PER_MINUTE = 60
DAYS_OF_A_WEEK = 7
BEFORE_RUN = "before_run"


def no_routine_while_ill(case: Case) -> Iterator[Breach]:
    """Refuse a routine on a day on which nothing must be trained."""
    for routine in _ahead(case):
        if any(easing.no_sessions and routine.date in easing for easing in case.plan.easings):
            yield breach(routine.date, routine.uid)


def no_routine_before_somebody_looked(case: Case) -> Iterator[Breach]:
    """Refuse every routine under a red flag, and while the answers before training ask for somebody first."""
    flagged = any(one.lock is Lock.RED_FLAG for one in case.plan.body.complaints)
    if flagged or case.plan.body.clearance.outcome is Go.ASK:
        yield from (breach(routine.date, routine.uid) for routine in _ahead(case))


def no_routine_for_a_locked_complaint(case: Case) -> Iterator[Breach]:
    """Refuse a routine given for a complaint that is locked."""
    locked = {
        (one.complaint, one.side.value) for one in case.plan.body.complaints if one.stage is Stage.LOCKED
    }
    for routine in _ahead(case):
        given_for = {
            (reason.figures.get("complaint"), reason.figures.get("side")) for reason in routine.reasons
        }
        if locked & given_for:
            yield breach(routine.date, routine.uid)


def no_leg_routine_on_a_resting_complaint(case: Case) -> Iterator[Breach]:
    """Refuse what loads the legs while a complaint is locked, or hurt above the level at which that stops."""
    resting = [one for one in case.plan.body.complaints if one.stage is Stage.LOCKED or one.severe]
    for routine, exercise in _exercises_ahead(case):
        against = [one for one in resting if rests_under(exercise, one)]
        if against:
            yield breach(routine.date, routine.uid, exercise.id, complaint=against[0].complaint)


def no_restricted_exercise_in_a_routine(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that has to be left out on its day."""
    for routine in _ahead(case):
        for item in routine.items:
            if any(each.forbids(item.exercise, routine.date) for each in case.plan.restrictions):
                yield breach(routine.date, routine.uid, item.exercise)


def no_routine_against_a_complaint(case: Case) -> Iterator[Breach]:
    """Refuse an exercise whose marks or jumps speak against a complaint in the stage it has come to."""
    for routine, exercise in _exercises_ahead(case):
        for one in case.plan.body.complaints:
            if speaks_against(exercise, one) or is_a_jump_too_early(exercise, one):
                yield breach(
                    routine.date, routine.uid, exercise.id, complaint=one.complaint, stage=one.stage.word
                )


def no_routine_against_a_limit(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that the answers before training leave out."""
    for routine, exercise in _exercises_ahead(case):
        for limit in case.plan.body.clearance.limits:
            if goes_against(exercise, limit):
                yield breach(routine.date, routine.uid, exercise.id, limit=limit)


def routine_kit_at_place(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that the kit at its place does not allow, or a place where the runner is not."""
    for routine, exercise in _exercises_ahead(case):
        place = place_of(case.athlete, routine.place)
        elsewhere = place_then(case.athlete, routine.place, routine.date) != routine.place
        if place is None or elsewhere or not has_kit(exercise, place.equipment):
            yield breach(routine.date, routine.uid, exercise.id, place=routine.place)


def sane_routine(case: Case) -> Iterator[Breach]:
    """Refuse a routine that is empty, long, or holds a dose beyond a few minutes' work."""
    most = number("checked_routine_minutes_most")
    for routine in _ahead(case):
        needed = sum(_least_seconds(item, case.exercises.get(item.exercise)) for item in routine.items)
        sane = bool(routine.items) and all(map(_is_sane, routine.items))
        if not sane or routine.minutes > most or needed > routine.minutes * SECONDS_PER_MINUTE:
            yield breach(routine.date, routine.uid, minutes=routine.minutes, minutes_most=most)


def routine_on_a_training_day(case: Case) -> Iterator[Breach]:
    """Refuse a routine on a day of rest or of a race, and a third one on one day."""
    trained = {outing.date for outing in case.outings} | {lift.date for lift in case.lifts}
    trained |= set(case.kept_strength)
    raced = {race.date for race in case.races} | {each.date for each in case.outings if each.is_race}
    held = Counter(routine.date for routine in _ahead(case))
    for routine in _ahead(case):
        resting = routine.date not in trained or routine.date in case.plan.rest_days
        too_many = held[routine.date] > number("checked_routines_a_day_most")
        if resting or too_many or routine.date in raced:
            yield breach(routine.date, routine.uid, routines=held[routine.date])


def routine_in_free_time(case: Case) -> Iterator[Breach]:
    """Refuse a routine that overlaps something, or is neither beside its run nor in a free hour."""
    spans = [(each.starts, each.ends, each.id) for each in case.outings]
    spans += [(lift.starts, lift.ends, lift.uid) for lift in case.lifts]
    spans += [(each.starts_at, each.ends_at, each.uid) for each in _ahead(case)]
    for routine in _ahead(case):
        overlaps = any(
            starts < routine.ends_at and routine.starts_at < ends
            for starts, ends, uid in spans
            if uid != routine.uid
        )
        beside = _is_beside_its_run(routine, case) if routine.run else _is_in_a_window(routine, case)
        if overlaps or not beside or not _is_open(routine, case):
            yield breach(routine.date, routine.uid, start=routine.start.isoformat("minutes"))


def routine_away_from_runs(case: Case) -> Iterator[Breach]:
    """Refuse foot, calf and balance work, and what loads the legs, too few hours after or before a run."""
    after, before = number("gap_after_run_min"), number("checked_leg_session_before_key_run")
    for routine, exercise in _exercises_ahead(case):
        if not exercise.leg_load and exercise.family not in {Family.CALF_FOOT, Family.BALANCE}:
            continue
        for outing in case.outings:
            since = hours_between(outing.ends, routine.starts_at)
            until = hours_between(routine.ends_at, outing.starts)
            if since < after and until < before:
                hours = max(since, until)
                yield breach(routine.date, routine.uid, exercise.id, run=outing.id, hours=hours)


def routine_leaves_legs_fresh(case: Case) -> Iterator[Breach]:
    """Refuse what loads the legs or leaves them sore too near before a key run or race, or after a race."""
    for routine, exercise in _exercises_ahead(case):
        if _may_be_felt(exercise) and _is_too_near(routine, case):
            yield breach(routine.date, routine.uid, exercise.id)


def no_new_routine_exercise_before_race(case: Case) -> Iterator[Breach]:
    """Refuse what the legs may feel and is new to the runner in the fortnight before an A or a B race."""
    least = number("no_new_exercise_before_race")
    met = {known.exercise for known in case.athlete.known_sets}
    goals = [race.date for race in case.races if race.priority is not RacePriority.C]
    for routine in case.plan.placed_routines:
        soon = any(0 <= (goal - routine.date).days < least for goal in goals)
        lifted = {one.exercise.id for lift in case.lifts if lift.date <= routine.date for one in lift.works}
        for item in routine.items if soon and routine.date >= case.plan.first_day else ():
            exercise = case.exercises.get(item.exercise)
            if exercise and _may_be_felt(exercise) and exercise.id not in met | lifted:
                yield breach(routine.date, routine.uid, exercise.id, days_least=least)
        met |= {item.exercise for item in routine.items}


def _is_too_near(routine: PlacedRoutine, case: Case) -> bool:
    starts, ends = routine.starts_at, routine.ends_at
    hours = number("heavy_legs_before_key_run")
    if any(0 <= hours_between(ends, run.starts) < hours for run in case.key_runs()):
        return True
    for race in case.races:
        short = race.distance_m <= number("checked_short_race_up_to")
        key = "nothing_for_legs_before_short_race" if short else "nothing_for_legs_before_race"
        if race.priority is RacePriority.A and 0 <= hours_between(ends, race.starts) < number(key):
            return True
        if race.starts <= starts < race.ends + timedelta(days=days_to_recover(race.distance_m)):
            return True
    return False


def _may_be_felt(exercise: Exercise) -> bool:
    sore = exercise.soreness > 0 and bool(LEG_MUSCLES & set(exercise.primary_muscles))
    return exercise.leg_load or sore


def _is_sane(item: RoutineItem) -> bool:
    ordered = 0 < item.low <= item.high and item.sets > 0 and 0 < item.per_week <= DAYS_OF_A_WEEK
    if item.unit == "s":
        return ordered and item.sets * item.high <= number("checked_seconds_most")
    few = item.sets <= number("checked_sets_per_exercise_most")
    return ordered and few and item.high <= number("checked_repetitions_most")


def _least_seconds(item: RoutineItem, exercise: Exercise | None) -> float:
    sides = 2 if exercise is not None and exercise.unilateral else 1
    each = 1.0 if item.unit == "s" else number("checked_seconds_per_repetition_least")
    return item.sets * sides * item.low * each


def _is_beside_its_run(routine: PlacedRoutine, case: Case) -> bool:
    """Tell whether a routine ends where an easy run begins, or begins where a run ends."""
    for outing in case.outings:
        if outing.id == routine.run:
            if routine.moment == BEFORE_RUN:
                return not outing.key and routine.ends_at == outing.starts
            return routine.starts_at == outing.ends
    return False


def _is_in_a_window(routine: PlacedRoutine, case: Case) -> bool:
    spans = [
        (window.start, window.end)
        for window in case.athlete.windows
        if window.weekday == routine.date.weekday()
        and place_then(case.athlete, window.place, routine.date) == routine.place
    ]
    return not case.athlete.windows or is_within(routine.starts_at, routine.ends_at, spans)


def _is_open(routine: PlacedRoutine, case: Case) -> bool:
    place = place_of(case.athlete, routine.place)
    hours = place.hours if place else ()
    spans = [(one.start, one.end) for one in hours if one.weekday == routine.date.weekday()]
    return not hours or is_within(routine.starts_at, routine.ends_at, spans)


def _exercises_ahead(case: Case) -> Iterator[tuple[PlacedRoutine, Exercise]]:
    for routine in _ahead(case):
        for item in routine.items:
            if item.exercise in case.exercises:
                yield routine, case.exercises[item.exercise]


def _ahead(case: Case) -> Iterator[PlacedRoutine]:
    return (routine for routine in case.plan.placed_routines if routine.date >= case.plan.first_day)
