"""Make the runner of what the athlete file says."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.notation import read_clock, read_distance, read_span, read_window
from runlift.domain.athlete.place import (
    HOME,
    ITEMS,
    MACHINES,
    Barbell,
    Equipment,
    Machine,
    OpeningHours,
    Place,
)
from runlift.domain.athlete.profile import (
    Athlete,
    FreeWindow,
    KnownSet,
    Lifting,
    Race,
    RacePriority,
    Travel,
    Units,
)
from runlift.domain.evidence import number, pair
from runlift.domain.quantity import METRES_PER_MILE, DateSpan, Weekday
from runlift.formats.athlete_shape import METRIC_OF_UNIT, Held, MachineSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runlift.formats.athlete_shape import (
        AthleteFile,
        BarSection,
        KnownSetSection,
        PlaceSection,
        PreferencesSection,
        RaceSection,
        WeekOf,
    )

_METRES_PER_KM = 1000
_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)
_PLAIN = Athlete(lifting=Lifting.NONE)  # for what the value itself takes as usual


def build_athlete(file: AthleteFile, *, today: date) -> Athlete:
    """Make the runner; races before `today` are left out."""
    told, wanted = file.athlete, file.preferences
    minutes, minutes_max = session_lengths(wanted)
    return Athlete(
        name=told.name or "",
        lifting=told.lifting,
        birth_year=told.birth_year,
        body_mass_kg=metric(told.body_mass_kg, told.body_mass_lb, "lb"),
        sex=told.sex.value if told.sex else "",
        weeks_off_lifting=told.weeks_off_lifting,
        weekly_km=metric(told.weekly_km, told.weekly_mi, "mi"),
        longest_run_km=metric(told.longest_run_km, told.longest_run_mi, "mi"),
        terrain=told.terrain,
        usual_run_start=tuple((day, read_clock(text)) for day, text in by_weekday(file.run_start).items()),
        windows=_windows(file),
        session_minutes=minutes,
        session_minutes_max=minutes_max,
        sessions_per_week=wanted.sessions_per_week,
        places=tuple(_place(section) for section in file.place),
        travel=_travel(file),
        races=_races(file, today),
        likes=tuple(wanted.likes),
        dislikes=tuple(wanted.dislikes),
        known_sets=tuple(_known_set(section) for section in file.known_set),
        low_rep_strength=wanted.low_rep_strength,
        weights_while_running=wanted.weights_while_running,
        soft_rules_off=tuple(wanted.soft_rules_off),
        units=told.units or Units.METRIC,
        time_zone=told.time_zone,
    )


def metric(value: float | None, imperial: float | None, unit: str) -> float | None:
    """Return the metric value of two keys of which at most one is told."""
    return value if imperial is None else imperial * METRIC_OF_UNIT[unit]


def by_weekday(week: WeekOf[Held] | None) -> Mapping[Weekday, Held]:
    """Return what holds on each weekday told; the narrower key wins over the wider."""
    if week is None:
        return {}
    told: dict[Weekday, Held] = {}
    for weekday in Weekday:
        wider = week.weekend if weekday in _WEEKEND else week.weekdays
        own: Held | None = getattr(week, weekday.name.lower())
        choices = (value for value in (own, wider, week.every_day) if value is not None)
        for value in choices:
            told[weekday] = value
            break
    return told


def session_lengths(wanted: PreferencesSection) -> tuple[int, int]:
    """Return preferred and longest session [min]; the one not told gives way to the one told."""
    minutes, longest = wanted.session_minutes, wanted.session_minutes_max
    if minutes is None:
        minutes = _PLAIN.session_minutes if longest is None else min(_PLAIN.session_minutes, longest)
    if longest is None:
        longest = max(_PLAIN.session_minutes_max, minutes)
    return minutes, longest


def race_distance(race: RaceSection) -> float | None:
    """Return the distance of a race [m]; None when it is not told."""
    if race.distance is not None:
        return read_distance(race.distance)
    if race.distance_m is not None:
        return race.distance_m
    if race.distance_mi is not None:
        return race.distance_mi * METRES_PER_MILE
    return None if race.distance_km is None else race.distance_km * _METRES_PER_KM


def machine_range(section: MachineSection) -> tuple[float, float, float]:
    """Return lightest, heaviest and step of a machine [kg]; what is not told is assumed."""
    lightest, heaviest = pair("machine_assumed")
    told = (
        metric(section.lightest_kg, section.lightest_lb, "lb"),
        metric(section.heaviest_kg, section.heaviest_lb, "lb"),
        metric(section.step_kg, section.step_lb, "lb"),
    )
    assumed = (lightest, heaviest, number("machine_assumed_step"))
    first, last, step = (b if a is None else a for a, b in zip(told, assumed, strict=True))
    return first, last, step


def _windows(file: AthleteFile) -> tuple[FreeWindow, ...]:
    usual = file.place[0].name if file.place else HOME
    windows = {
        FreeWindow(weekday=weekday, start=start, end=end, place=place or usual, preferred=preferred)
        for weekday, texts in by_weekday(file.hours).items()
        for start, end, place, preferred in map(read_window, texts)
    }
    return tuple(sorted(windows, key=lambda one: (one.weekday, one.start, one.end, one.place, one.preferred)))


def _place(section: PlaceSection) -> Place:
    hours = tuple(
        OpeningHours(weekday=weekday, start=start, end=end)
        for weekday, texts in by_weekday(section.hours).items()
        for start, end in sorted(map(read_span, texts))
    )
    return Place(id=section.name, equipment=_equipment(section), hours=hours)


def _equipment(section: PlaceSection) -> Equipment:
    machines = [MachineSection(id=machine) for machine in section.machines if machine in MACHINES]
    machines += [machine for machine in section.machine if machine.id in MACHINES]
    return Equipment(
        dumbbells_kg=_counted(section.dumbbells_kg, section.dumbbells_lb),
        kettlebells_kg=_counted(section.kettlebells_kg, section.kettlebells_lb),
        barbell=_barbell(section.barbell),
        trap_bar=_barbell(section.trap_bar),
        machines=tuple(_machine(machine) for machine in sorted(machines, key=lambda machine: machine.id)),
        bands=tuple(section.bands),
        items=tuple(sorted({item for item in section.items if item in ITEMS})),
    )


def _machine(section: MachineSection) -> Machine:
    lightest, heaviest, step = machine_range(section)
    return Machine(id=section.id, lightest_kg=lightest, heaviest_kg=heaviest, step_kg=step)


def _barbell(section: BarSection | None) -> Barbell | None:
    if section is None:
        return None
    plates = Counter[float]()
    for mass, count in section.plates_kg:
        plates[mass] += count
    for pounds, count in section.plates_lb:
        plates[pounds * METRIC_OF_UNIT["lb"]] += count
    bar = metric(section.bar_kg, section.bar_lb, "lb")
    return None if bar is None else Barbell(bar_kg=bar, plates_kg=tuple(sorted(plates.items())))


def _counted(kilograms: Iterable[float], pounds: Iterable[float]) -> tuple[tuple[float, int], ...]:
    masses = Counter([*kilograms, *(mass * METRIC_OF_UNIT["lb"] for mass in pounds)])
    return tuple(sorted(masses.items()))


def _travel(file: AthleteFile) -> tuple[Travel, ...]:
    days = sorted(file.travel, key=lambda section: (section.first, section.last, section.place))
    return tuple(
        Travel(
            span=DateSpan(start=section.first, end=section.last + timedelta(days=1)),
            place=section.place,
            closed=section.closed or "",
        )
        for section in days
    )


def _races(file: AthleteFile, today: date) -> tuple[Race, ...]:
    races = [_race(section) for section in file.race if section.date >= today]
    return tuple(sorted(races, key=lambda race: (race.date, race.priority.value, race.name)))


def _race(section: RaceSection) -> Race:
    ascent = metric(section.ascent_m, section.ascent_ft, "ft") or 0.0
    descent = metric(section.descent_m, section.descent_ft, "ft")
    return Race(
        date=section.date,
        name=section.name or "",
        priority=section.priority or RacePriority.A,
        distance_m=race_distance(section) or 0.0,
        ascent_m=ascent,
        descent_m=ascent * number("assumed_descent") if descent is None else descent,
        surface=section.surface,
        start=None if section.start is None else read_clock(section.start),
    )


def _known_set(section: KnownSetSection) -> KnownSet:
    return KnownSet(
        exercise=section.exercise,
        load_kg=metric(section.load_kg, section.load_lb, "lb") or 0.0,
        reps=section.reps,
        rir=section.rir,
        date=section.date,
    )
