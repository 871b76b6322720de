"""All that is fixed about a session before an exercise is chosen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.place import MACHINES, Equipment
from runlift.domain.athlete.profile import Athlete, Lifting, RacePriority
from runlift.domain.evidence import constant, number
from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.prescription.blocks import Block, by_block, week_of
from runlift.domain.prescription.dislikes import is_disliked
from runlift.domain.prescription.last_done import LastDone, last_done
from runlift.domain.prescription.most_done import MostDone, most_done
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Race
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.placement.placement import PlacedSession
    from runlift.domain.plan.body import WeakSide
    from runlift.domain.plan.easing import Easing, Focus, Limit
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.quantity import Reason
    from runlift.domain.season.demand import Emphasis, Season, WeekDemand

_RETURNS = frozenset({"return_after_break", "legs_return_after_break"})
_LIGHTER = frozenset({Phase.TAPER, Phase.RECOVERY})
_KEEPING = frozenset({Phase.MAINTENANCE, Phase.TAPER, Phase.RECOVERY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is fixed about a session.

    Attributes:
        placed: The session with its day, hour and place.
        week: What its week asks for.
        week_number: Weeks since the season began.
        block: Block and place it belongs to.
        sessions_left: Sessions of the block and place after this one.
        athlete: Who trains.
        equipment: Kit of the place.
        kinds: Kinds of kit there.
        minutes: Most minutes it may take [min].
        near_key_run: Whether a key run starts within 48 h after it.
        may_meet_new: Whether any new exercise may be met.
        may_meet_sore: Whether a new exercise that loads the legs and leaves soreness may be met.
        emphases: What the race asks more of.
        level: Hardest exercise level offered.
        doable: Exercises that the kit and the runner's dislikes allow, by id.
        eased: Why less is asked on this day than in its week, if so.
        before: Ids of the exercises that the version of the plan before had in this session.
        at_most: What was done last of each exercise, by id, where no more than that may be asked.
        most_done: The heaviest load done of each exercise with each side, by id.
        limits: What limits an exercise on this day, by its id.
        rir_least: Repetitions in reserve at least.
        focus: What asks for an exercise rather than others, by its id.
        weak_sides: Which side of an exercise is weak, by its id.
    """

    placed: PlacedSession
    week: WeekDemand
    week_number: int
    block: Block
    sessions_left: int
    athlete: Athlete
    equipment: Equipment
    kinds: frozenset[str]
    minutes: int
    near_key_run: bool
    may_meet_new: bool
    may_meet_sore: bool
    emphases: tuple[Emphasis, ...]
    level: int
    doable: tuple[Exercise, ...]
    eased: tuple[Reason, ...] = ()
    before: frozenset[str] = frozenset()
    at_most: Mapping[str, LastDone] = field(default_factory=dict)
    most_done: Mapping[str, tuple[MostDone, ...]] = field(default_factory=dict)
    limits: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)
    rir_least: float = 0.0
    focus: Mapping[str, Focus] = field(default_factory=dict)
    weak_sides: Mapping[str, WeakSide] = field(default_factory=dict)

    @property
    def stress(self) -> LegStress:
        """How much it may tax the legs."""
        return self.placed.demand.leg_stress

    @property
    def kind(self) -> SessionKind:
        """What it is for."""
        return self.placed.demand.kind

    @property
    def lifting(self) -> Lifting:
        """Lifting experience of the runner."""
        return self.athlete.lifting

    @property
    def minor(self) -> bool:
        """Whether the runner is known to be under age."""
        age = self.athlete.age_on(self.placed.date)
        return age is not None and age < number("adult_age")

    @property
    def older(self) -> bool:
        """Whether the runner is known to be of an age at which a far heavier weight comes last."""
        age = self.athlete.age_on(self.placed.date)
        return age is not None and age >= number("leap_last_age")

    @property
    def keeps(self) -> bool:
        """Whether strength is kept here and not built."""
        return self.week.phase in _KEEPING or self.kind in {SessionKind.MAINTENANCE, SessionKind.PRIMER}

    @property
    def may_grow(self) -> bool:
        """Whether load, repetitions and contacts may grow."""
        return not (self.week.deload or self.week.hold_progression or self.keeps)

    @property
    def may_do_more(self) -> bool:
        """Whether a weak side may get its set more here.

        Source: AS03
        """
        lighter = self.week.deload or bool(self.eased) or self.week.phase in _LIGHTER
        return not (lighter or self.minor or self.kind is SessionKind.PRIMER)

    @property
    def after_run(self) -> bool:
        """Whether a run of the hours before costs repetitions."""
        hours = self.placed.hours_after_run
        return hours is not None and hours <= number("reps_by_rir_within_hours_of_run")


def situations(
    season: Season,
    sessions: tuple[PlacedSession, ...],
    athlete: Athlete,
    races: tuple[Race, ...],
    runs: tuple[TimedRun, ...],
    exercises: Mapping[str, Exercise],
    past: Past | None = None,
) -> tuple[Situation, ...]:
    """Return what is fixed about every session, in time order.

    Raises:
        ValueError: A session lies outside the season.
    """
    groups = by_block(season, sessions)
    key_runs = tuple(run.starts_at for run in runs if run.run.key or run.run.kind is RunKind.RACE)
    doable = {
        place: doable_at(kit_at(athlete, place), athlete, exercises)
        for place in sorted({placed.place for placed in sessions})
    }
    found = []
    for placed in sorted(sessions, key=lambda one: (one.date, one.start)):
        number_of_week, week = week_of(season, placed)
        group = groups[week.block, placed.place]
        found.append(
            _situation(
                placed,
                week,
                number_of_week,
                athlete,
                season,
                doable[placed.place],
                sessions_left=len(group) - 1 - group.index(placed),
                near_key_run=has_key_run_after(placed, key_runs),
                may_meet_new=not is_close_to_race(placed, races),
            )
        )
    if past is None:
        return tuple(found)
    done, most = last_done(past.sessions), most_done(past.sessions)
    return tuple(eased(replace(one, most_done=most), past, done) for one in found)


def eased(situation: Situation, past: Past, done: Mapping[str, LastDone]) -> Situation:
    """Return a session with what its day asks less, and without the exercises left out for a while.

    Where less is asked, no exercise is asked more of than was done of it last.
    """
    day, week = situation.placed.date, situation.week
    uid = uid_of(situation.athlete, situation.placed.demand.id)
    situation = replace(situation, before=past.exercises.get(uid, frozenset()))
    doable = tuple(
        one for one in situation.doable if not any(each.forbids(one.id, day) for each in past.restrictions)
    )
    limits = {one.id: found for one in doable if (found := _limits_of(one, past, day))}
    focus = {
        id_: each
        for each in sorted(past.focuses, key=lambda one: one.share_percent)
        if each.holds(day)
        for id_ in each.exercises
    }
    weak = {
        id_: each for each in reversed(past.body.weak_sides) for id_ in each.exercises if each.holds(id_, day)
    }
    held = {id_: done[id_] for id_ in limits if id_ in done}
    situation = replace(situation, doable=doable, limits=limits, focus=focus, weak_sides=weak, at_most=held)
    easings = [easing for easing in past.easings if day in easing]
    if not easings:
        return situation
    less = replace(
        week,
        sets_factor=min(week.sets_factor, *(easing.sets_factor for easing in easings)),
        rir_plus=max(week.rir_plus, *(easing.rir_plus for easing in easings)),
        hold_progression=True,
    )
    told = tuple(dict.fromkeys(easing.reason for easing in easings))
    least = max(easing.rir_least for easing in easings)
    at_most = {id_: _share_after_break(one, easings) for id_, one in done.items()}
    return replace(situation, week=less, eased=told, at_most=at_most, rir_least=least)


def _share_after_break(done: LastDone, easings: Sequence[Easing]) -> LastDone:
    """Return what was done last with the share of its sets that is asked after a break since then.

    Source: D097, D098, D099, D100
    """
    since = [each for each in easings if each.reason.rule in _RETURNS and done.date < each.first]
    if not since or done.contacts:
        return done
    share = min(each.sets_factor for each in since)
    return replace(done, sets=max(1, int(done.sets * share + 0.5)))


def _limits_of(exercise: Exercise, past: Past, day: date) -> tuple[Limit, ...]:
    return tuple(each for each in past.limits if each.holds(exercise.id, day))


def has_key_run_after(placed: PlacedSession, key_runs: tuple[datetime, ...]) -> bool:
    """Whether a key run starts within 48 h after the session would end."""
    begins = datetime.combine(placed.date, placed.start)
    limit = begins + timedelta(minutes=placed.demand.minutes, hours=number("key_run_near"))
    return any(begins <= run < limit for run in key_runs)


def is_close_to_race(placed: PlacedSession, races: tuple[Race, ...]) -> bool:
    """Whether an A or B race follows within the days in which no new exercise is met."""
    return any(
        race.priority is not RacePriority.C
        and 0 <= (race.date - placed.date).days <= number("no_new_exercise_before_race")
        for race in races
    )


def level_offered(lifting: Lifting, week_number: int) -> int:
    """Return the hardest exercise level offered in a week of the plan."""
    table = cast("dict[str, list[list[int]]]", constant("level_by_weeks").value)
    return max(level for from_week, level in table[lifting.value] if week_number >= from_week)


def kit_at(athlete: Athlete, place_id: str) -> Equipment:
    """Return the kit of a place; a place not told has none."""
    return next((place.equipment for place in athlete.places if place.id == place_id), Equipment())


def doable_at(
    equipment: Equipment, athlete: Athlete, exercises: Mapping[str, Exercise]
) -> tuple[Exercise, ...]:
    """Return the exercises that a kit and the runner's dislikes allow, by id."""
    kinds, dislikes = _kinds(equipment), sorted(athlete.dislikes)
    return tuple(
        exercise
        for _, exercise in sorted(exercises.items())
        if exercise.can_be_done_with(kinds) and not is_disliked(exercise, dislikes)
    )


def _situation(  # noqa: PLR0913 - one value is gathered from all that is known
    placed: PlacedSession,
    week: WeekDemand,
    week_number: int,
    athlete: Athlete,
    season: Season,
    doable: tuple[Exercise, ...],
    *,
    sessions_left: int,
    near_key_run: bool,
    may_meet_new: bool,
) -> Situation:
    equipment = kit_at(athlete, placed.place)
    demand = placed.demand
    return Situation(
        placed=placed,
        week=week,
        week_number=week_number,
        block=(week.block, placed.place),
        sessions_left=sessions_left,
        athlete=athlete,
        equipment=equipment,
        kinds=_kinds(equipment),
        minutes=min(demand.minutes, athlete.session_minutes_max),
        near_key_run=near_key_run,
        may_meet_new=may_meet_new,
        may_meet_sore=may_meet_new and (demand.unaccustomed or not near_key_run),
        emphases=season.emphases,
        level=level_offered(athlete.lifting, week_number),
        doable=doable,
    )


def _kinds(equipment: Equipment) -> frozenset[str]:
    kinds = equipment.kinds()
    if "machine:any" in kinds:
        return kinds | {f"machine:{machine}" for machine in MACHINES}
    return kinds
