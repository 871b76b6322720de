"""Situations of runners' bodies, each with the plan before it was told and the plan after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.place import HOME, Barbell, Equipment, Place
from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority, Surface
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import (
    BodyPart,
    ComplaintTold,
    Illness,
    IllnessKind,
    Pain,
    ScreeningTold,
)
from runlift.domain.plan.timing import untimed
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan
from runlift.domain.screening.question import questions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan

FIRST_DAY = date(2027, 1, 4)  # a Monday
ZONE = "Europe/Berlin"
WEEKS = 10
_DAY = timedelta(days=1)
_WEEK = (
    (RunKind.REST, 0),
    (RunKind.EASY, 8),
    (RunKind.TEMPO, 10),
    (RunKind.REST, 0),
    (RunKind.EASY, 8),
    (RunKind.INTERVALS, 9),
    (RunKind.LONG, 16),
)
_DUMBBELLS = tuple((float(kg), 2) for kg in range(2, 26, 2))
_GYM = Equipment(
    dumbbells_kg=_DUMBBELLS,
    kettlebells_kg=((12.0, 1), (16.0, 1), (24.0, 1)),
    barbell=Barbell(bar_kg=20.0, plates_kg=((1.25, 2), (2.5, 2), (5.0, 4), (10.0, 4))),
    bands=("light", "medium"),
    items=("box", "step", "rack", "bench", "foam_roller"),
)
_BAR_ALONE = Equipment(barbell=Barbell(bar_kg=20.0, plates_kg=((2.5, 2), (5.0, 2), (10.0, 2))))
_STEP_ALONE = Equipment(items=("step",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A situation of a runner's body.

    Attributes:
        id: Stable id.
        words: The situation in a few words.
        athlete: The runner.
        told: What is told of it.
        before: The runner without it, where it is not told but part of the runner; None for the same.
        days: Days into the season on which it is planned again.
    """

    id: str
    words: str
    athlete: Athlete
    told: tuple[Entry, ...] = ()
    before: Athlete | None = None
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """The plan of a case before it was told and after.

    Attributes:
        before: Exercises of the sessions ahead before.
        after: Exercises of the sessions ahead after.
        plan_before: The plan before.
        plan_after: The plan after.
    """

    before: frozenset[str]
    after: frozenset[str]
    plan_before: Plan
    plan_after: Plan


def outcome_of(case: Case) -> CaseOutcome:
    """Plan a case before it was told and after."""
    today = FIRST_DAY + case.days * _DAY
    before = replace(_planned(case.before or case.athlete), first_day=today)
    after = _again(_planned(case.athlete), case.athlete, case.told, today)
    return CaseOutcome(
        before=_exercises(before), after=_exercises(after), plan_before=before, plan_after=after
    )


@cache
def cases() -> Mapping[str, Case]:
    """Return all cases by id."""
    made = (*_knees(), *_lower_legs(), *_hips_and_backs(), *_several(), *_answers(), *_lives())
    return {case.id: case for case in made}


def _planned(athlete: Athlete) -> Plan:
    return make_plan(athlete, _running_plan(), first_day=FIRST_DAY, time_zone=ZONE).plan


def _again(plan: Plan, athlete: Athlete, told: tuple[Entry, ...], today: date) -> Plan:
    at = datetime.combine(FIRST_DAY, time(6), tzinfo=UTC)
    diary = Diary.of(
        Recorded(id=f"{number}", revision=1, device="case", recorded_at=at, entry=entry)
        for number, entry in enumerate(told)
    )
    basis = Basis(athlete=athlete, running_plan=untimed(plan.runs, plan.rest_days), changes=Diary())
    return plan_again(plan, diary, basis, today=today).plan


def _exercises(plan: Plan) -> frozenset[str]:
    return frozenset(
        one.exercise
        for session in plan.ahead
        if session.date >= plan.first_day
        for one in (*session.exercises, *session.ten_minutes)
    )


@cache
def _running_plan() -> RunningPlan:
    return RunningPlan(days=tuple(_running_day(FIRST_DAY + number * _DAY) for number in range(7 * WEEKS)))


def _running_day(day: date) -> RunningDay:
    kind, km = _WEEK[day.weekday()]
    run = Run(
        id=f"{day}/1",
        date=day,
        kind=kind,
        key=kind.is_key,
        title=kind.value,
        distance_m=km * 1000.0 if km else None,
    )
    return RunningDay(date=day, runs=(run,))


def runner(equipment: Equipment = _GYM) -> Athlete:
    """Return a runner of some experience in the middle of life, with the kit of one place."""
    return Athlete(
        lifting=Lifting.EXPERIENCED,
        birth_year=1988,
        body_mass_kg=66.0,
        weeks_off_lifting=0,
        weekly_km=51.0,
        longest_run_km=16.0,
        places=(Place(id=HOME, equipment=equipment),),
    )


def _complaint(
    complaint: str, *, answered: bool = True, red_flags: tuple[str, ...] = (), at: BodyPart | None = None
) -> ComplaintTold:
    return ComplaintTold(complaint=complaint, first=FIRST_DAY, at=at, answered=answered, red_flags=red_flags)


def _pain(at: BodyPart, level: int, day: int = 0) -> Pain:
    return Pain(date=FIRST_DAY + day * _DAY, at=at, level=level)


def _screened(*yes: str, **dates: date) -> ScreeningTold:
    no = tuple(each for each in questions() if each not in yes)
    return ScreeningTold(date=FIRST_DAY, yes=yes, no=no, due=dates.get("due"), birth=dates.get("birth"))


def _knees() -> tuple[Case, ...]:
    knee = _complaint("pfp")
    return (
        Case(
            id="knee_sore",
            words="a front of the knee that is sore, pain 4 of 10, a gym",
            athlete=runner(),
            told=(knee, _pain(BodyPart.KNEE, 4)),
        ),
        Case(
            id="knee_settling",
            words="the same knee within its limit for a week",
            athlete=runner(),
            told=(knee, _pain(BodyPart.KNEE, 3), _pain(BodyPart.KNEE, 2, 7)),
            days=8,
        ),
        Case(
            id="knee_severe",
            words="the same knee at pain 7 of 10",
            athlete=runner(),
            told=(knee, _pain(BodyPart.KNEE, 7)),
        ),
        Case(
            id="knee_unanswered",
            words="a knee of which the first questions are not answered",
            athlete=runner(),
            told=(_complaint("pfp", answered=False),),
        ),
        Case(
            id="knee_locks",
            words="a knee that locks: a red flag",
            athlete=runner(),
            told=(_complaint("pfp", red_flags=("knee_locks_or_gives_way",)),),
        ),
        Case(
            id="outer_knee",
            words="an outer side of the knee that is sore",
            athlete=runner(),
            told=(_complaint("itbs"), _pain(BodyPart.KNEE, 3)),
        ),
        Case(
            id="knee_pain_alone",
            words="knee pain of 4 of 10 told without a complaint",
            athlete=runner(),
            told=(_pain(BodyPart.KNEE, 4),),
        ),
    )


def _lower_legs() -> tuple[Case, ...]:
    trail = Race(
        date=FIRST_DAY + 62 * _DAY,
        name="Trail",
        priority=RacePriority.A,
        distance_m=21_000.0,
        ascent_m=900.0,
        descent_m=900.0,
        surface=Surface.TRAIL,
    )
    cleared = replace(
        _complaint("bsi", at=BodyPart.SHIN), cleared_from=FIRST_DAY + _DAY, cleared_by="a doctor"
    )
    return (
        Case(
            id="achilles_middle",
            words="an Achilles tendon sore above the heel",
            athlete=runner(),
            told=(_complaint("achilles_mid"), _pain(BodyPart.ACHILLES, 6)),
        ),
        Case(
            id="achilles_at_the_heel_bone",
            words="an Achilles tendon sore at the heel bone, only a step at home",
            athlete=runner(_STEP_ALONE),
            told=(_complaint("achilles_ins"), _pain(BodyPart.ACHILLES, 4)),
        ),
        Case(
            id="heel",
            words="pain under the heel in the morning",
            athlete=runner(),
            told=(_complaint("plantar"), _pain(BodyPart.HEEL, 4)),
        ),
        Case(
            id="shin_while_running_more",
            words="shin pain while the long run grows faster than a tenth",
            athlete=replace(runner(), longest_run_km=12.0),
            told=(_complaint("mtss"), _pain(BodyPart.SHIN, 3)),
        ),
        Case(
            id="bone",
            words="one sore spot of the shin bone",
            athlete=runner(),
            told=(_complaint("bsi", at=BodyPart.SHIN), _pain(BodyPart.SHIN, 2)),
        ),
        Case(
            id="bone_cleared",
            words="the same bone after a doctor allowed training",
            athlete=runner(),
            told=(cleared,),
            days=2,
        ),
        Case(
            id="calf",
            words="a calf pulled on a run",
            athlete=runner(),
            told=(_complaint("calf_strain"), _pain(BodyPart.CALF, 4)),
        ),
        Case(
            id="ankle_twice_and_a_trail_race",
            words="an ankle that gave way twice, a trail race ahead",
            athlete=replace(runner(), races=(trail,)),
            told=(_complaint("ankle_instability"), _pain(BodyPart.ANKLE, 3)),
        ),
        Case(
            id="ankle_rolled",
            words="an ankle rolled yesterday",
            athlete=runner(),
            told=(_complaint("ankle"), _pain(BodyPart.ANKLE, 5)),
        ),
    )


def _hips_and_backs() -> tuple[Case, ...]:
    return (
        Case(
            id="sit_bone",
            words="a sit-bone sore from bending and sitting",
            athlete=runner(),
            told=(_complaint("pht"), _pain(BodyPart.BUTTOCK, 4)),
        ),
        Case(
            id="hamstring",
            words="a hamstring pulled in a sprint",
            athlete=runner(),
            told=(_complaint("hamstring_strain"), _pain(BodyPart.HAMSTRING, 5)),
        ),
        Case(
            id="front_of_the_hip",
            words="a front of the hip sore from speed",
            athlete=runner(),
            told=(_complaint("hip_flexor"), _pain(BodyPart.GROIN, 4)),
        ),
        Case(
            id="outer_hip",
            words="an outer side of the hip sore at night on that side",
            athlete=runner(),
            told=(_complaint("gtps"), _pain(BodyPart.HIP, 4)),
        ),
        Case(
            id="back_and_a_bar_alone",
            words="a sore low back, and only a barbell at home",
            athlete=runner(_BAR_ALONE),
            told=(_complaint("lbp"), _pain(BodyPart.BACK, 5)),
        ),
        Case(
            id="back_with_a_red_flag",
            words="a low back with numbness between the legs",
            athlete=runner(),
            told=(_complaint("lbp", red_flags=("saddle_numbness_or_bladder",)),),
        ),
    )


def _several() -> tuple[Case, ...]:
    three = (_complaint("pfp"), _complaint("achilles_mid"), _complaint("lbp"))
    pains = (_pain(BodyPart.KNEE, 4), _pain(BodyPart.ACHILLES, 4), _pain(BodyPart.BACK, 4))
    return (
        Case(
            id="three_at_once",
            words="knee, Achilles tendon and low back at once",
            athlete=runner(),
            told=(*three, *pains),
        ),
    )


def _answers() -> tuple[Case, ...]:
    return (
        Case(
            id="pregnant_second_trimester",
            words="pregnant, in the second trimester",
            athlete=runner(),
            told=(_screened("active", "pregnant", due=FIRST_DAY + timedelta(weeks=20)),),
        ),
        Case(
            id="eight_weeks_after_a_birth",
            words="eight weeks after a birth",
            athlete=runner(),
            told=(_screened("active", "gave_birth", birth=FIRST_DAY - timedelta(weeks=8)),),
        ),
        Case(
            id="chest_discomfort",
            words="pressure in the chest on exertion",
            athlete=runner(),
            told=(_screened("active", "chest_discomfort"),),
        ),
        Case(
            id="known_heart_disease",
            words="known heart disease, active, no symptoms",
            athlete=runner(),
            told=(_screened("active", "heart_disease"),),
        ),
        Case(
            id="too_little_energy",
            words="missed periods and lasting fatigue",
            athlete=runner(),
            told=(_screened("active", "missed_periods", "lasting_fatigue"),),
        ),
        Case(
            id="thin_bones",
            words="thin bones at 68",
            athlete=replace(runner(), birth_year=1959),
            told=(_screened("active", "osteoporosis"),),
        ),
    )


def _lives() -> tuple[Case, ...]:
    adult = runner()
    ill = Illness(
        first=FIRST_DAY + 7 * _DAY, kind=IllnessKind.FEVER_OR_CHEST, well_from=FIRST_DAY + 28 * _DAY
    )
    return (
        Case(
            id="seventeen",
            words="17 years old, a coach looks over it",
            athlete=replace(adult, birth_year=2010, lifting=Lifting.NOVICE),
            before=replace(adult, lifting=Lifting.NOVICE),
        ),
        Case(
            id="seventeen_by_the_answers",
            words="16 or 17 by the answers alone, a coach looks over it, and few repetitions asked for",
            athlete=replace(adult, birth_year=None, low_rep_strength=True),
            told=(replace(_screened("active", "under_18"), watched_by="coach"),),
        ),
        Case(
            id="sixty_eight",
            words="68 years old",
            athlete=replace(adult, birth_year=1959),
            before=adult,
        ),
        Case(
            id="three_weeks_of_flu",
            words="three weeks off with flu",
            athlete=adult,
            told=(ill,),
            days=28,
        ),
    )
