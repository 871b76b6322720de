"""The athlete file is read whole, and every fault is told at once with line and remedy."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.athlete.place import Barbell
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, RacePriority, Units
from runlift.domain.quantity import Finding, Severity, Weekday
from runlift.formats.athlete_toml import AthleteReading, read_athlete

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[3] / "examples"
MINIMAL = """\
[athlete]
birth_year = 1984
body_mass_kg = 62
lifting = "novice"      # none | novice | experienced
weekly_km = 45
"""


def _read(text: str, exercises: tuple[str, ...] = ("back_squat",)) -> AthleteReading:
    return read_athlete(
        text.encode(),
        name="athlete.toml",
        today=TODAY,
        known_exercises=exercises,
        known_soft_rules=("same_weekdays",),
    )


def _athlete(text: str) -> Athlete:
    reading = _read(text)
    assert reading.athlete is not None, reading.findings
    return reading.athlete


def _finding(text: str, code: str) -> Finding:
    found = [finding for finding in _read(text).findings if finding.code == code]
    assert len(found) == 1, _read(text).findings
    return found[0]


def test_the_minimal_file_gives_a_runner_without_any_finding() -> None:
    reading = _read(MINIMAL)
    assert reading.findings == ()
    assert reading.athlete == Athlete(
        lifting=Lifting.NOVICE, birth_year=1984, body_mass_kg=62.0, weekly_km=45.0
    )


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("athlete-*.toml")), ids=lambda path: path.stem)
def test_every_example_is_read_without_any_finding(example: Path) -> None:
    reading = read_athlete(example.read_bytes(), name=example.name, today=TODAY)
    assert reading.findings == ()
    assert reading.athlete is not None


def test_dumbbells_are_counted_one_by_one() -> None:
    kit = (
        _athlete(MINIMAL + '[[place]]\nname = "home"\ndumbbells_kg = [12, 4, 8, 4, 8]\n').places[0].equipment
    )
    assert kit.dumbbells_kg == ((4, 2), (8, 2), (12, 1))


def test_pounds_and_miles_are_read_as_kilograms_and_kilometres() -> None:
    text = (
        '[athlete]\nlifting = "none"\nunits = "imperial"\nbody_mass_lb = 137\nweekly_mi = 28\n'
        '[[place]]\nname = "home"\ndumbbells_lb = [10, 10]\ndumbbells_kg = [8]\n'
        "[place.barbell]\nbar_lb = 45\nplates_lb = [[45, 2]]\n"
    )
    athlete = _athlete(text)
    assert athlete.units is Units.IMPERIAL
    assert athlete.body_mass_kg == pytest.approx(62.14, abs=0.01)
    assert athlete.weekly_km == pytest.approx(45.06, abs=0.01)
    kit = athlete.places[0].equipment
    assert [count for _, count in kit.dumbbells_kg] == [2, 1]
    assert kit.barbell == Barbell(bar_kg=45 * 0.45359237, plates_kg=((45 * 0.45359237, 2),))


def test_the_narrower_key_of_a_week_wins_over_the_wider() -> None:
    text = MINIMAL + (
        '[run_start]\nevery_day = "07:00"\nweekend = 08:30:00\nsunday = "09:00"\n'
        '[hours]\nweekdays = ["17:00-21:00"]\nfriday = []\n'
        'monday = ["06:00-07:00", "17:30-21:00 preferred"]\n'
    )
    athlete = _athlete(text)
    starts = dict(athlete.usual_run_start)
    assert (starts[Weekday.MONDAY], starts[Weekday.SATURDAY]) == (time(7), time(8, 30))
    assert starts[Weekday.SUNDAY] == time(9)
    monday = [window for window in athlete.windows if window.weekday is Weekday.MONDAY]
    assert monday == [
        FreeWindow(weekday=Weekday.MONDAY, start=time(6), end=time(7)),
        FreeWindow(weekday=Weekday.MONDAY, start=time(17, 30), end=time(21), preferred=True),
    ]
    assert {window.weekday for window in athlete.windows} == set(Weekday) - {
        Weekday.FRIDAY,
        Weekday.SATURDAY,
        Weekday.SUNDAY,
    }


def test_a_window_without_place_is_at_the_first_place() -> None:
    text = MINIMAL + '[hours]\nmonday = ["17:00-18:00"]\n[[place]]\nname = "gym"\n'
    assert _athlete(text).windows[0].place == "gym"


def test_travel_holds_its_last_day() -> None:
    text = MINIMAL + (
        '[[place]]\nname = "hotel"\n[[travel]]\nfrom = 2027-01-18\nto = "2027-01-22"\nplace = "hotel"\n'
    )
    span = _athlete(text).travel[0].span
    assert date(2027, 1, 22) in span
    assert date(2027, 1, 23) not in span


def test_the_only_race_is_the_goal() -> None:
    race = _athlete(MINIMAL + '[[race]]\ndate = 2027-04-11\ndistance = "half marathon"\n').races[0]
    assert race.priority is RacePriority.A
    assert race.distance_m == 21097.5


def test_a_race_goes_down_as_much_as_up_unless_told() -> None:
    text = MINIMAL + "[[race]]\ndate = 2027-04-11\ndistance_km = 30\nascent_ft = 1000\n"
    race = _athlete(text).races[0]
    assert race.descent_m == race.ascent_m == pytest.approx(304.8)
    assert _finding(text, "assumed_descent").severity is Severity.NOTE
    assert _athlete(text + "descent_m = 0\n").races[0].descent_m == 0


def test_a_past_race_is_left_out_while_another_is_to_come() -> None:
    text = MINIMAL + (
        "[[race]]\ndate = 2026-11-22\ndistance_km = 10\n[[race]]\ndate = 2026-11-23\ndistance_km = 10\n"
    )
    assert [race.date for race in _athlete(text).races] == [TODAY]
    assert _finding(text, "race_past").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("", (45, 60)),
        ("session_minutes = 30", (30, 60)),
        ("session_minutes = 75", (75, 75)),
        ("session_minutes_max = 40", (40, 40)),
        ("session_minutes = 20\nsession_minutes_max = 90", (20, 90)),
    ],
)
def test_the_session_length_not_told_gives_way(told: str, expected: tuple[int, int]) -> None:
    athlete = _athlete(f"{MINIMAL}[preferences]\n{told}\n")
    assert (athlete.session_minutes, athlete.session_minutes_max) == expected


def test_running_with_weights_is_taken_note_of_and_refused_with_its_evidence() -> None:
    text = MINIMAL + "[preferences]\nweights_while_running = true\n"
    assert _athlete(text).weights_while_running
    assert "X25" in _finding(text, "weights_while_running_refused").message


# Faults: the code expected, the line, and a word of the remedy.
FAULTS = [
    ("body_mass = 62", "unknown_key", "body_mass_kg"),
    ("age = 40", "unknown_key", "birth_year"),
    ("session_minutes = 40", "unknown_key", "[preferences]"),
    ("body_mass_kg = -62", "impossible_value", "at least 30"),
    ("body_mass_kg = 300", "impossible_value", "at most 250"),
    ("body_mass_kg = nan", "wrong_type", "finite"),
    ("body_mass_kg = 150", "unusual_value", "body_mass_lb = 150"),
    ("body_mass_lb = 80", "unusual_value", "body_mass_kg = 80"),
    ("body_mass_kg = 62\nbody_mass_lb = 137", "told_twice", "body_mass_kg"),
    ("body_mass_kg = true", "wrong_type", "number"),
    ('weekly_km = "45"', "wrong_type", "without quotes"),
    ("weeks_off_lifting = 1.5", "wrong_type", "whole"),
    ("weekly_km = 20\nlongest_run_km = 30", "longest_run_beyond_week", "check"),
    ("weekly_km = 45000", "impossible_value", "weekly_km = 45"),
    ("birth_year = 2030", "impossible_birth_year", "four digits"),
    ("birth_year = 1901", "impossible_birth_year", "four digits"),
    ("birth_year = 2011", "under_age", "coach"),
    ("birth_year = 2009", "youth", "coach"),
    ('units = "metres"', "unknown_value", "metric"),
    ('time_zone = "Europe/Berlni"', "unknown_time_zone", "Europe/Berlin"),
    ('time_zone = "../etc"', "unknown_time_zone", "Europe/"),
    ("weekly_mi = 28", "assumed_units", "imperial"),
    ('name = ""', "wrong_type", "letter"),
    ('[hours]\nmonday = ["21:00-17:00"]', "not_understood", "same day"),
    ('[hours]\nmonday = ["evening"]', "not_understood", "17:30-21:00"),
    ('[hours]\nmonday = ["17:00-21:00 moon"]', "unknown_place", "moon"),
    ('[hours]\nmonday = ["17:00-17:05"]', "window_too_short", "10"),
    ("[hours]\nmonday = []", "no_free_window", "at least one"),
    ('[hours]\nmonday = "17:00-18:00"', "wrong_type", "list"),
    ('[hours]\nmonday_evening = ["17:00-18:00"]', "unknown_key", "monday"),
    ('[run_start]\nmonday = "25:00"', "not_understood", "06:30"),
    ("[run_start]\nmonday = 7", "wrong_type", "text"),
    ("[[place]]", "missing_key", "name"),
    ('[[place]]\nname = "my home"', "wrong_type", "one word"),
    ('[[place]]\nname = "home"\n[[place]]\nname = "home"', "place_told_twice", "own name"),
    ('[[place]]\nname = "home"\ndumbbells_kg = [8, 0]', "impossible_value", "at least"),
    ('[[place]]\nname = "home"\ndumbbells_kg = [-5]', "impossible_value", "at least"),
    ('[[place]]\nname = "home"\ndumbbells_kg = [60]', "unusual_value", "dumbbells_lb"),
    ('[[place]]\nname = "home"\nitems = ["rakc"]', "unknown_kit", "rack"),
    ('[[place]]\nname = "home"\nmachines = ["leg_pres"]\n', "unknown_kit", "leg_press"),
    ('[[place]]\nname = "gym"\nmachines = ["leg_press"]\n', "assumed_machine", "place.machine"),
    ('[[place]]\nname = "gym"\n[place.barbell]\nplates_kg = []', "missing_key", "bar_kg"),
    ('[[place]]\nname = "gym"\n[place.barbell]\nbar_kg = 45', "impossible_value", "bar_lb = 45"),
    ('[[place]]\nname = "gym"\n[place.barbell]\nbar_kg = 20\nplates_kg = [[20, 3]]', "odd_plates", "[20, 2]"),
    ('[[place]]\nname = "gym"\n[place.barbell]\nbar_kg = 20\nplates_kg = [[45, 2]]', "unusual_value", "_lb"),
    ('[[place]]\nname = "gym"\n[place.barbell]\nbar_kg = 20\nplates_kg = [[20]]', "missing_key", "[20, 2]"),
    ('[[place]]\nname = "gym"\n[[place.machine]]\nid = "row"\nlightest_kg = 200', "machine_range", "both"),
    (
        '[hours]\nmonday = ["17:00-18:00"]\n[[place]]\nname = "gym"\n[place.hours]\nsunday = ["09:00-18:00"]',
        "place_closed",
        "hours",
    ),
    ('[[travel]]\nfrom = 2027-02-05\nto = 2027-02-01\nplace = "home"', "travel_reversed", "swap"),
    ('[[travel]]\nfrom = 2027-02-05\nto = 2027-02-06\nplace = "moon"', "unknown_place", "moon"),
    ("[[travel]]\nfrom = 9999-12-31\nto = 2027-02-06\nplace = 'home'", "not_understood", "year"),
    ("[[race]]\ndate = 2020-01-01\ndistance_km = 10", "race_past", "to come"),
    ("[[race]]\ndate = 2099-01-01\ndistance_km = 10", "race_far_ahead", "year"),
    ("[[race]]\ndate = 2027-02-05", "missing_key", "distance"),
    ("[[race]]\ndistance_km = 10", "missing_key", "date"),
    ("[[race]]\ndate = 2027-02-05\ndistance_km = 0", "impossible_value", "at least"),
    ("[[race]]\ndate = 2027-02-05\ndistance_km = 42195", "impossible_value", "42.195"),
    ('[[race]]\ndate = 2027-02-05\ndistance = "0 km"', "impossible_value", "km"),
    ('[[race]]\ndate = 2027-02-05\ndistance = "10 km"\ndistance_km = 10', "told_twice", "keep one"),
    ("[[race]]\ndate = 2027-02-05\ndistance_km = 10\nascent_m = 3000", "assumed_descent", "descent_m"),
    (
        "[[race]]\ndate = 2027-02-05\ndistance_km = 10\nascent_m = 3000\ndescent_m = 0",
        "unusual_value",
        "ascent_ft",
    ),
    ('[[race]]\ndate = 2027-02-05\ndistance_km = 10\npriority = "B"', "no_a_race", "A"),
    ('[[race]]\ndate = "5.2.2027"\ndistance_km = 10', "not_understood", "2027-04-11"),
    ("[preferences]\nsession_minutes = 60\nsession_minutes_max = 45", "session_lengths", "60"),
    ("[preferences]\nsession_minutes = 5", "impossible_value", "10"),
    ("[preferences]\nsessions_per_week = 0", "impossible_value", "1"),
    ("[preferences]\nsessions_per_week = 4", "sessions_per_week_not_planned", "3"),
    ("[preferences]\nlow_rep_strength = true", "low_rep_strength_not_planned", "experienced"),
    ('[preferences]\ndislikes = ["bak_squat"]', "unknown_exercise", "back_squat"),
    ('[preferences]\nlikes = ["plyometrics"]', "unknown_exercise", "plyometric"),
    ('[preferences]\nlikes = ["squat"]\ndislikes = ["squat"]', "liked_and_disliked", "one list"),
    ('[preferences]\nsoft_rules_off = ["never_on_rest_day"]', "unknown_soft_rule", "safety"),
    ('[[known_set]]\nexercise = "back_squat"\nreps = 0', "impossible_value", "at least 1"),
    ('[[known_set]]\nexercise = "back_squat"\nreps = 5\ndate = 2026-12-01', "known_set_to_come", "already"),
]


def test_a_name_that_would_steer_a_screen_is_refused() -> None:
    finding = _finding('[athlete]\nlifting = "novice"\nname = "A\\u001b[2J"\n', "not_understood")
    assert finding.place == "athlete.toml, line 3"


@pytest.mark.parametrize(
    ("told", "code", "remedy"), FAULTS, ids=[f"{n}-{f[1]}" for n, f in enumerate(FAULTS)]
)
def test_a_fault_is_told_with_its_line_and_a_remedy(told: str, code: str, remedy: str) -> None:
    finding = _finding(f'[athlete]\nlifting = "novice"\n{told}\n', code)
    assert finding.place.startswith("athlete.toml, line ")
    assert remedy in finding.remedy
    assert finding.message


def test_under_18_sets_of_few_repetitions_are_refused() -> None:
    text = '[athlete]\nlifting = "experienced"\nbirth_year = 2009\n[preferences]\nlow_rep_strength = true\n'
    finding = _finding(text, "youth_low_rep_strength")
    assert finding.severity is Severity.ERROR
    assert finding.place == "athlete.toml, line 5"


def test_all_faults_are_told_at_once_on_their_lines() -> None:
    text = """\
[athlete]
birth_yaer = 1984
body_mass_kg = -3
lifting = "novise"
[hours]
monday = ["21:00-17:00"]
[[place]]
name = "gym"
[place.barbell]
bar_kg = 20
plates_kg = [[20, 3]]
[[race]]
name = "no date"
distance_km = 10
[[race]]
date = 2020-01-01
distance_km = 10
[[travel]]
from = 2027-02-02
to = 2027-02-01
place = "moon"
[preferences]
session_minutes = 60
session_minutes_max = 45
"""
    found = {(finding.code, finding.place.rpartition(" ")[2]) for finding in _read(text).findings}
    assert found == {
        ("unknown_key", "2"),
        ("impossible_value", "3"),
        ("unknown_value", "4"),
        ("not_understood", "6"),
        ("odd_plates", "11"),
        ("missing_key", "12"),
        ("race_past", "16"),
        ("travel_reversed", "20"),
        ("unknown_place", "21"),
        ("session_lengths", "24"),
    }


def test_a_value_left_out_for_its_fault_is_not_missed_as_well() -> None:
    text = '[athlete]\nlifting = "none"\n[[race]]\ndate = 2027-02-05\ndistance_km = -1\n'
    assert [finding.code for finding in _read(text).findings] == ["impossible_value"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n\n", "empty_file"),
        (b"\xff\xfe\x00[", "not_text"),
        (b"PK\x03\x04\x00", "not_toml"),
        (b"[athlete\n", "not_toml"),
        (b"[athlete]\nlifting = none\n", "not_toml"),
        (b"[athlete]\nlifting = 'none'\ndate = 2027-02-30\n", "not_toml"),
        (b"a = " + b"[" * 900, "too_deep"),
        (b"a = " + b"1" * 2000, "line_too_long"),
        (b"#\n" * 100_000, "too_large"),
        (b"lifting = 'none'\n", "missing_key"),
        (b"athlete = 3\n", "wrong_type"),
        (b"[[athlete]]\nlifting = 'none'\n", "wrong_type"),
    ],
)
def test_what_is_no_athlete_file_is_said_in_a_line(data: bytes, code: str) -> None:
    reading = read_athlete(data, name="athlete.toml", today=TODAY)
    assert reading.athlete is None
    assert code in [finding.code for finding in reading.findings]
    assert all(finding.place.startswith("athlete.toml") for finding in reading.findings)


def test_a_mark_at_the_start_and_foreign_line_ends_do_no_harm() -> None:
    data = b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode()
    assert read_athlete(data, name="athlete.toml", today=TODAY).athlete == _athlete(MINIMAL)


def test_no_more_is_told_than_anyone_reads() -> None:
    text = MINIMAL + "".join(f"key{number} = 1\n" for number in range(500))
    findings = _read(text).findings
    assert len(findings) == 51
    assert findings[-1].code == "more_findings"


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_whatever_break_the_reader(data: bytes) -> None:
    reading = read_athlete(data, name="athlete.toml", today=TODAY)
    assert (reading.athlete is None) == any(
        finding.severity is Severity.ERROR for finding in reading.findings
    )


_WORDS = st.sampled_from(
    ["athlete", "place", "race", "hours", "lifting", "name", "machine", "barbell", "date", "monday", "from"]
)
_SCALARS = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.dates(), st.times(), st.text(max_size=4), _WORDS
)
_ANYTHING = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3)
)


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_written(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(sign):08x}" for sign in value) + '"'
    return value.isoformat() if isinstance(value, date | time) else str(value)


@settings(deadline=None)
@given(st.dictionaries(_WORDS, _ANYTHING, max_size=4))
def test_no_shape_of_file_breaks_the_reader(told: dict[str, object]) -> None:
    text = "".join(f"{key} = {_written(value)}\n" for key, value in told.items())
    reading = _read(text)
    assert reading.findings
    assert reading.athlete is None or "lifting" in text
