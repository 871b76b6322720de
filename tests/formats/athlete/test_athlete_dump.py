"""A runner written is the runner read."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runlift.domain.athlete.place import ITEMS, MACHINES, Barbell, Equipment, Machine, OpeningHours, Place
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
    Units,
)
from runlift.domain.quantity import KILOGRAMS_PER_POUND, METRES_PER_MILE, DateSpan, Severity, Weekday
from runlift.formats.athlete_dump import dump_athlete
from runlift.formats.athlete_toml import read_athlete

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 23)
PLACES = ("home", "gym", "hütte-2")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=20)
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SPANS = st.tuples(CLOCKS, CLOCKS).filter(lambda span: span[0] < span[1])


def _kilograms(low: float, high: float) -> st.SearchStrategy[float]:
    round_pounds = st.integers(int(low / KILOGRAMS_PER_POUND) + 1, int(high / KILOGRAMS_PER_POUND) - 1)
    return st.floats(low, high) | round_pounds.map(lambda pounds: pounds * KILOGRAMS_PER_POUND)


def _counted(low: float, high: float, counts: st.SearchStrategy[int]) -> st.SearchStrategy[Any]:
    return st.dictionaries(_kilograms(low, high), counts, max_size=4).map(
        lambda masses: tuple(sorted(masses.items()))
    )


def _distinct(drawn: st.SearchStrategy[Any], key: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
    return st.lists(drawn, max_size=4, unique_by=key).map(lambda values: tuple(sorted(values, key=key)))


BARS = st.none() | st.builds(
    Barbell,
    bar_kg=_kilograms(1, 40),
    plates_kg=_counted(0.1, 50, st.sampled_from([2, 4, 6])),
)
MACHINE = st.builds(
    lambda name, ends, step: Machine(id=name, lightest_kg=min(ends), heaviest_kg=max(ends), step_kg=step),
    st.sampled_from(MACHINES),
    st.tuples(_kilograms(0.5, 500), _kilograms(0.5, 500)),
    _kilograms(0.5, 500),
)
KIT = st.builds(
    Equipment,
    dumbbells_kg=_counted(0.25, 100, st.integers(1, 4)),
    kettlebells_kg=_counted(0.25, 100, st.integers(1, 2)),
    barbell=BARS,
    trap_bar=BARS,
    machines=_distinct(MACHINE, lambda machine: machine.id),
    bands=st.lists(TEXTS, max_size=3).map(tuple),
    items=st.sets(st.sampled_from(ITEMS)).map(lambda items: tuple(sorted(items))),
)
OPENING = st.builds(
    lambda day, span: OpeningHours(weekday=day, start=span[0], end=span[1]), st.sampled_from(Weekday), SPANS
)
PLACE = st.builds(
    Place,
    id=st.sampled_from(PLACES),
    equipment=KIT,
    hours=_distinct(OPENING, lambda one: (one.weekday, one.start, one.end)),
)
METRES = st.floats(50, 500_000) | st.sampled_from([42195.0, 21097.5, 5 * METRES_PER_MILE, 10_000.0, 50.0])
RACE = st.builds(
    Race,
    date=st.dates(TODAY, date(2028, 12, 31)),
    name=TEXTS | st.just(""),
    priority=st.sampled_from(RacePriority),
    distance_m=METRES,
    ascent_m=st.floats(0, 30_000),
    descent_m=st.floats(0, 30_000),
    surface=st.sampled_from(Surface),
    start=st.none() | CLOCKS,
)
KNOWN = st.builds(
    KnownSet,
    exercise=TEXTS,
    load_kg=_kilograms(0, 500),
    reps=st.integers(1, 100),
    rir=st.floats(0, 10),
    date=st.none() | st.dates(date(2020, 1, 1), TODAY),
)


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    places = tuple(draw(st.lists(PLACE, max_size=3, unique_by=lambda place: place.id)))
    names = st.sampled_from([place.id for place in places] or ["home"])
    window = st.builds(
        lambda day, span, place, preferred: FreeWindow(
            weekday=day, start=span[0], end=span[1], place=place, preferred=preferred
        ),
        st.sampled_from(Weekday),
        SPANS,
        names,
        st.booleans(),
    )
    days = sorted(draw(st.sets(st.dates(TODAY, date(2027, 12, 31)), max_size=4)))
    travel = tuple(
        Travel(span=DateSpan(start=start, end=end + timedelta(days=1)), place=draw(names))
        for start, end in zip(days[::2], days[1::2], strict=False)
    )
    minutes = sorted(draw(st.tuples(st.integers(10, 180), st.integers(10, 180))))
    starts = draw(st.dictionaries(st.sampled_from(Weekday), CLOCKS))
    liked = draw(st.lists(TEXTS, max_size=4, unique=True))
    return Athlete(
        lifting=draw(st.sampled_from(Lifting)),
        birth_year=draw(st.none() | st.integers(1930, 2000)),
        body_mass_kg=draw(st.none() | _kilograms(30, 250)),
        sex=draw(st.sampled_from(["", "female", "male"])),
        weeks_off_lifting=draw(st.none() | st.integers(0, 520)),
        weekly_km=draw(st.none() | st.floats(0, 400)),
        longest_run_km=draw(st.none() | st.floats(0, 300)),
        terrain=draw(st.sampled_from(Terrain)),
        usual_run_start=tuple(sorted(starts.items())),
        windows=draw(
            _distinct(window, lambda one: (one.weekday, one.start, one.end, one.place, one.preferred))
        ),
        session_minutes=minutes[0],
        session_minutes_max=minutes[1],
        sessions_per_week=draw(st.none() | st.integers(1, 7)),
        places=places,
        travel=travel,
        races=draw(_distinct(RACE, lambda race: (race.date, race.priority.value, race.name))),
        likes=tuple(liked[:2]),
        dislikes=tuple(liked[2:]),
        known_sets=tuple(draw(st.lists(KNOWN, max_size=2))),
        low_rep_strength=draw(st.booleans()),
        weights_while_running=draw(st.booleans()),
        soft_rules_off=tuple(draw(st.lists(TEXTS, max_size=2))),
        units=draw(st.sampled_from(Units)),
        time_zone=draw(st.sampled_from([None, "Europe/Berlin", "America/New_York"])),
        name=draw(TEXTS | st.just("")),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(athletes())
def test_a_runner_written_is_the_runner_read(athlete: Athlete) -> None:
    reading = read_athlete(dump_athlete(athlete), name="athlete.toml", today=TODAY)
    assert [finding for finding in reading.findings if finding.severity is Severity.ERROR] == []
    assert reading.athlete == athlete


def test_a_runner_who_reads_pounds_gets_pounds_where_they_are_exact() -> None:
    kit = Equipment(dumbbells_kg=((10 * KILOGRAMS_PER_POUND, 2),), kettlebells_kg=((16.0, 1),))
    athlete = Athlete(lifting=Lifting.NONE, units=Units.IMPERIAL, places=(Place(id="home", equipment=kit),))
    text = dump_athlete(athlete).decode()
    assert "dumbbells_lb = [10, 10]" in text
    assert "kettlebells_kg = [16]" in text


def test_what_is_not_told_is_not_written() -> None:
    text = dump_athlete(Athlete(lifting=Lifting.NONE)).decode()
    assert "birth_year" not in text
    assert "[hours]" not in text
    assert "[[race]]" not in text
