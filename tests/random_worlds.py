"""Random runners and running plans, the same for the same number: what the planner must cope with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from runlift.domain.athlete.place import HOME, Barbell, Equipment, Machine, OpeningHours, Place
from runlift.domain.athlete.profile import (
    Athlete,
    FreeWindow,
    KnownSet,
    Lifting,
    Race,
    RacePriority,
    Surface,
    Terrain,
    Travel,
)
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family, LoadType
from runlift.domain.quantity import DateSpan, Weekday
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

EARLIEST = date(2026, 1, 1)
DISTANCES_M = (1500.0, 5000.0, 10_000.0, 16_093.0, 21_097.5, 42_195.0, 50_000.0)
MACHINES = ("any", "leg_press", "leg_curl", "leg_extension", "cable", "calf", "back_extension", "row")
ITEMS = (
    *("box", "step", "foam_roller", "pull_up_bar", "bench", "rack", "ab_wheel", "sliders"),
    *("skipping_rope", "foot_anchor", "stairs", "table", "towel", "stick", "balance_pad"),
)
SOFT_RULES = (
    *("hard_days_before_easy_days", "gap_after_run_wanted", "fatigue_into_run", "long_run_interference"),
    *("heavy_legs_before_key_run_wanted", "preferred_hours", "heavy_legs_spacing_wanted", "same_weekdays"),
)
EASY_KINDS = (RunKind.EASY, RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY, RunKind.STRIDES)
KEY_KINDS = (RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS)
ODD_KINDS = (RunKind.CROSS_TRAINING, RunKind.STRENGTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A runner with a running plan.

    Attributes:
        number: What it was made from.
        athlete: The runner, as told.
        running_plan: The running plan.
        first_day: First day to plan.
    """

    number: str
    athlete: Athlete
    running_plan: RunningPlan
    first_day: date


def random_world(seed: int, case: int, *, longest_days: int = 26 * 7) -> World:
    """Make the world of a number; most are short, since most rules speak of neighbouring days."""
    number = f"{seed}/{case}"
    chance = Random(number)  # noqa: S311 - not for secrets; the same number must give the same world
    first = EARLIEST + timedelta(days=chance.randrange(700))
    days = min(_length(chance), longest_days)
    plan = _running_plan(chance, first, days)
    athlete = _athlete(chance, first, days)
    offset = chance.randrange(days) if chance.random() < 0.1 else 0
    return World(number=number, athlete=athlete, running_plan=plan, first_day=first + timedelta(days=offset))


def _length(chance: Random) -> int:
    share = chance.random()
    if share < 0.55:
        return chance.randint(7, 18)
    return chance.randint(15, 56) if share < 0.9 else chance.randint(57, 26 * 7)


def _running_plan(chance: Random, first: date, days: int) -> RunningPlan:
    style = _style(chance)
    made = tuple(_day(chance, first + timedelta(days=ahead), style) for ahead in range(days))
    return RunningPlan(days=made, name=chance.choice(("", "Spring", "Half in twelve weeks")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How a runner's weeks look.

    Attributes:
        kinds: What is run on each weekday, None for rest.
        base_km: Distance of an easy run [km].
        double: Chance of a second run.
        timed: Chance that a run states its hour.
        odd_hours: Whether hours are drawn from the whole day.
        measured: Chance that a run states its distance.
        noise: Chance that a day is not like its weekday.
    """

    kinds: tuple[RunKind | None, ...]
    base_km: float
    double: float
    timed: float
    odd_hours: bool
    measured: float
    noise: float


def _style(chance: Random) -> _Style:
    shape = chance.choice((*["usual"] * 9, *["any"] * 4, *["easy only", "few", "hard"] * 2, "rest"))
    return _Style(
        kinds=_week(chance, shape),
        base_km=chance.uniform(2, 16),
        double=chance.choice((0.0, 0.0, 0.1, 0.4)),
        timed=chance.choice((0.0, 0.3, 1.0)),
        odd_hours=chance.random() < 0.2,
        measured=chance.choice((1.0, 1.0, 0.7, 0.0)),
        noise=chance.choice((0.0, 0.05, 0.3)),
    )


def _week(chance: Random, shape: str) -> tuple[RunKind | None, ...]:
    if shape == "usual":
        key, other = chance.choice(KEY_KINDS), chance.choice(KEY_KINDS)
        return (None, key, RunKind.EASY, other, chance.choice((None, RunKind.EASY)), None, RunKind.LONG)
    if shape == "easy only":
        return tuple(chance.choice((None, RunKind.EASY)) for _ in Weekday)
    if shape == "hard":
        return tuple(chance.choice((RunKind.LONG, *KEY_KINDS)) for _ in Weekday)
    if shape == "rest":
        return (None,) * 7
    if shape == "few":
        runs = chance.sample(range(7), chance.randint(1, 2))
        return tuple(_any_kind(chance) if day in runs else None for day in range(7))
    return tuple(_any_kind(chance) for _ in Weekday)


def _any_kind(chance: Random) -> RunKind | None:
    return chance.choice((None, None, RunKind.LONG, RunKind.RACE, *EASY_KINDS, *KEY_KINDS, *ODD_KINDS))


def _day(chance: Random, day: date, style: _Style) -> RunningDay:
    kind = style.kinds[day.weekday()] if chance.random() >= style.noise else _any_kind(chance)
    if kind is None:
        return RunningDay(date=day, runs=(_rest(day),))
    runs = [_run(chance, day, 1, kind, style)]
    if chance.random() < style.double:
        runs.append(_run(chance, day, 2, chance.choice((*EASY_KINDS, *ODD_KINDS)), style))
    return RunningDay(date=day, runs=tuple(runs))


def _rest(day: date) -> Run:
    return Run(id=f"{day.isoformat()}/1", date=day, kind=RunKind.REST, key=False, title="Rest")


def _run(chance: Random, day: date, place: int, kind: RunKind, style: _Style) -> Run:
    factor = {RunKind.LONG: 2.2, RunKind.RECOVERY: 0.7, RunKind.RACE: 1.5}.get(kind, 1.0)
    kilometres = round(style.base_km * factor * chance.uniform(0.8, 1.25), 1)
    measured = chance.random() < style.measured and kind not in ODD_KINDS
    timed = chance.random() < 0.5
    replaced = kind is RunKind.STRENGTH and chance.random() < 0.5
    return Run(
        id=f"{day.isoformat()}/{place}",
        date=day,
        kind=kind,
        key=kind.is_key if chance.random() < 0.95 else not kind.is_key,
        title=f"{kind.value} {kilometres:g}",
        start=_hour(chance, odd=style.odd_hours) if chance.random() < style.timed else None,
        distance_m=kilometres * 1000 if measured else None,
        duration_s=kilometres * chance.uniform(240, 450) if timed else None,
        movable=chance.random() < 0.2,
        note="to be replaced" if replaced else "",
    )


def _hour(chance: Random, *, odd: bool) -> time:
    hour = chance.randrange(24) if odd else chance.choice((5, 6, 7, 8, 9, 12, 17, 18, 19))
    return time(hour, chance.choice((0, 0, 15, 30, 45, 7)))


def _athlete(chance: Random, first: date, days: int) -> Athlete:
    lifting = chance.choice(tuple(Lifting))
    places = _places(chance)
    minutes_most = chance.choice((10, 20, *(30, 45, 60, 60, 75, 90) * 2))
    return Athlete(
        lifting=lifting,
        birth_year=chance.choice((*(None, 1952, 1958, 1972, 1986, 1995, 2003, 2009) * 2, 1944, 2010)),
        body_mass_kg=chance.choice((None, 38.0, 47.0, 55.5, 62.0, 74.0, 90.0, 118.0)),
        sex=chance.choice(("", "female", "male")),
        weeks_off_lifting=chance.choice((None, None, 0, 1, 3, 8, 60)),
        weekly_km=chance.choice((None, 10.0, 25.0, 45.0, 80.0, 140.0)),
        longest_run_km=chance.choice((None, 0.0, 6.0, 14.0, 22.0, 35.0)),
        terrain=chance.choice(tuple(Terrain)),
        usual_run_start=_usual_starts(chance),
        windows=_windows(chance, places),
        session_minutes=min(minutes_most, chance.choice((10, *(25, 30, 45, 45, 60) * 2))),
        session_minutes_max=minutes_most,
        sessions_per_week=chance.choice((*(None, None, None, None, 1, 2, 2, 2, 3, 3) * 3, 0)),
        places=places,
        travel=_travel(chance, first, days, places),
        races=_races(chance, first, days),
        likes=_tastes(chance),
        dislikes=_tastes(chance),
        known_sets=_known_sets(chance, first),
        low_rep_strength=chance.random() < 0.2,
        weights_while_running=chance.random() < 0.04,
        soft_rules_off=tuple(sorted(chance.sample(SOFT_RULES, chance.choice((0, 0, 0, 1, 3))))),
        name=chance.choice(("", "Ada", "Jörg Ünal", "x" * 80)),
    )


def _usual_starts(chance: Random) -> tuple[tuple[Weekday, time], ...]:
    days = chance.sample(tuple(Weekday), chance.choice((0, 0, 3, 7)))
    return tuple((day, _hour(chance, odd=chance.random() < 0.1)) for day in sorted(days))


def _places(chance: Random) -> tuple[Place, ...]:
    names = (HOME, "gym", "parents")[: chance.randint(0, 3)]
    return tuple(
        Place(
            id=name,
            equipment=_equipment(chance, rich=name == "gym"),
            hours=_opening(chance) if chance.random() < 0.2 else (),
        )
        for name in names
    )


def _opening(chance: Random) -> tuple[OpeningHours, ...]:
    days = sorted(chance.sample(tuple(Weekday), chance.randint(1, 7)))
    start = chance.choice((6, 8, 16))
    return tuple(
        OpeningHours(weekday=day, start=time(start), end=time(chance.choice((18, 22)))) for day in days
    )


def _equipment(chance: Random, *, rich: bool) -> Equipment:
    likely = 0.8 if rich else 0.3
    return Equipment(
        dumbbells_kg=_owned(chance, (1.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 24.0), likely),
        kettlebells_kg=_owned(chance, (4.0, 8.0, 12.0, 16.0, 24.0, 32.0), likely),
        barbell=_bar(chance, 20.0) if chance.random() < likely else None,
        trap_bar=_bar(chance, 25.0) if chance.random() < likely / 2 else None,
        machines=tuple(_machine(chance, name) for name in MACHINES if rich and chance.random() < likely / 2),
        bands=("light", "medium", "heavy")[: chance.randint(0, 3)],
        items=tuple(item for item in ITEMS if chance.random() < likely),
    )


def _owned(chance: Random, masses: tuple[float, ...], likely: float) -> tuple[tuple[float, int], ...]:
    if chance.random() >= likely:
        return ()
    chosen = sorted(chance.sample(masses, chance.randint(1, len(masses))))
    return tuple((mass, chance.choice((1, 2, 2))) for mass in chosen)


def _bar(chance: Random, bar_kg: float) -> Barbell:
    plates = _owned(chance, (0.5, 1.25, 2.5, 5.0, 10.0, 15.0, 20.0), 0.9)
    return Barbell(bar_kg=chance.choice((bar_kg, 10.0, 15.0)), plates_kg=tuple((m, n * 2) for m, n in plates))


def _machine(chance: Random, name: str) -> Machine:
    lightest = chance.choice((2.5, 5.0, 10.0, 20.0))
    step = chance.choice((2.5, 5.0, 10.0))
    return Machine(
        id=name, lightest_kg=lightest, heaviest_kg=lightest + step * chance.randint(4, 30), step_kg=step
    )


def _windows(chance: Random, places: tuple[Place, ...]) -> tuple[FreeWindow, ...]:
    if chance.random() < 0.5:
        return ()
    names = [place.id for place in places] or [HOME]
    days = sorted(chance.sample(tuple(Weekday), chance.choice((1, 3, 4, 5, 6, 7, 7, 7))))
    return tuple(_window(chance, day, names) for day in days for _ in range(chance.choice((1, 1, 2))))


def _window(chance: Random, day: Weekday, names: list[str]) -> FreeWindow:
    start = chance.choice((5, 6, 7, 12, 16, 17, 18, 20, 21))
    end = min(start + chance.randint(2, 7), 23)
    return FreeWindow(
        weekday=day,
        start=time(start, chance.choice((0, 30))),
        end=time(end, chance.choice((45, 50, 59))),
        place=chance.choice(names),
        preferred=chance.random() < 0.3,
    )


def _travel(chance: Random, first: date, days: int, places: tuple[Place, ...]) -> tuple[Travel, ...]:
    if not places or chance.random() < 0.75:
        return ()
    start = first + timedelta(days=chance.randrange(days))
    span = DateSpan(start=start, end=start + timedelta(days=chance.randint(1, 12)))
    return (Travel(span=span, place=chance.choice(places).id),)


def _races(chance: Random, first: date, days: int) -> tuple[Race, ...]:
    count = chance.choice((0, 0, 0, 0, 1, 1, 2, 4))
    races = [_race(chance, first + timedelta(days=chance.randrange(days + 30))) for _ in range(count)]
    by_day = {race.date: race for race in races}
    return tuple(by_day[day] for day in sorted(by_day))


def _race(chance: Random, day: date) -> Race:
    climb = chance.choice((0.0, 0.0, 150.0, 1200.0))
    return Race(
        date=day,
        name=chance.choice(("Parkrun", "City run", "The big one")),
        priority=chance.choice((*RacePriority, RacePriority.C)),
        distance_m=chance.choice(DISTANCES_M),
        ascent_m=climb,
        descent_m=climb,
        surface=chance.choice(tuple(Surface)),
        start=_hour(chance, odd=False) if chance.random() < 0.5 else None,
    )


def _tastes(chance: Random) -> tuple[str, ...]:
    words = (*sorted(catalogue()), *(family.value for family in Family))
    return tuple(chance.sample(words, chance.choice((0, 0, 1, 4))))


def _known_sets(chance: Random, first: date) -> tuple[KnownSet, ...]:
    loaded = [
        each.id for each in catalogue().values() if each.load_type in {LoadType.LOAD, LoadType.HEAVY_LOAD}
    ]
    return tuple(
        KnownSet(
            exercise=exercise,
            load_kg=chance.choice((4.0, 10.0, 22.5, 40.0, 80.0)),
            reps=chance.randint(3, 15),
            rir=float(chance.randint(0, 5)),
            date=first - timedelta(days=chance.randint(1, 400)) if chance.random() < 0.7 else None,
        )
        for exercise in sorted(chance.sample(loaded, chance.choice((0, 0, 1, 5))))
    )
