"""The questions of `runlift init` lead to a runner that the athlete file can hold."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.application.init_athlete import QUESTIONS, Interview, answer, athlete_of, begin
from runlift.domain.athlete.profile import Lifting, Surface, Terrain, Units
from runlift.domain.quantity import Weekday
from runlift.formats.athlete_dump import dump_athlete
from runlift.formats.athlete_toml import read_athlete

TODAY = date(2026, 11, 23)
TOLD = {
    "name": "Example",
    "birth_year": "1984",
    "body_mass": "62,5 kg",
    "lifting": "nov",
    "weeks_off": "4",
    "weekly": "45",
    "longest_run": "18 km",
    "terrain": "hilly",
    "kit": "8 8 12kg 12 kb16 bands step gym",
    "hours": "mon wed 17:30-21:00, sat 14:00-18:00 gym preferred",
    "run_start": "6:30 8:30",
    "race_date": "2027-04-11",
    "race_distance": "marathon",
    "race_ascent": "180",
    "race_surface": "road",
    "session_minutes": "75",
    "sessions_per_week": "2",
}


def _asked(told: dict[str, str], today: date = TODAY) -> Interview:
    interview = begin(today)
    while (question := interview.question) is not None:
        interview = answer(interview, told.get(question.id, ""))
        assert interview.finding is None, interview.finding
    return interview


def test_every_question_can_be_answered() -> None:
    assert set(TOLD) == {question.id for question in QUESTIONS}
    athlete = athlete_of(_asked(TOLD))
    assert (athlete.lifting, athlete.terrain) == (Lifting.NOVICE, Terrain.HILLY)
    assert athlete.body_mass_kg == pytest.approx(62.5)
    assert [place.id for place in athlete.places] == ["home", "gym"]
    assert athlete.places[0].equipment.dumbbells_kg == ((8.0, 2), (12.0, 2))
    assert athlete.places[0].equipment.kettlebells_kg == ((16.0, 1),)
    assert [(window.weekday, window.place) for window in athlete.windows] == [
        (Weekday.MONDAY, "home"),
        (Weekday.WEDNESDAY, "home"),
        (Weekday.SATURDAY, "gym"),
    ]
    assert dict(athlete.usual_run_start)[Weekday.SUNDAY] == time(8, 30)
    assert athlete.races[0].distance_m == 42195
    assert athlete.races[0].surface is Surface.ROAD
    assert athlete.session_minutes == athlete.session_minutes_max == 75


def test_blank_answers_leave_everything_untold() -> None:
    athlete = athlete_of(_asked({}))
    assert athlete.lifting is Lifting.NONE
    assert (athlete.places, athlete.windows, athlete.races) == ((), (), ())


def test_answers_in_pounds_or_miles_make_an_imperial_plan() -> None:
    athlete = athlete_of(_asked(TOLD | {"body_mass": "137 lb", "weekly": "28 mi"}))
    assert athlete.units is Units.IMPERIAL
    assert athlete.body_mass_kg == pytest.approx(62.14, abs=0.01)


@pytest.mark.parametrize("told", [TOLD, {}, TOLD | {"body_mass": "137 lb", "race_ascent": "600 ft"}])
def test_the_runner_asked_is_the_runner_read_from_the_file(told: dict[str, str]) -> None:
    athlete = athlete_of(_asked(told))
    reading = read_athlete(dump_athlete(athlete), name="athlete.toml", today=TODAY)
    assert reading.findings == ()
    assert reading.athlete == athlete


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("birth_year", "84"),
        ("birth_year", "2014"),
        ("birth_year", "2031"),
        ("body_mass", "400"),
        ("body_mass", "-62"),
        ("body_mass", "62 km"),
        ("lifting", "some"),
        ("weekly", "lots"),
        ("kit", "8 8 treadmill"),
        ("kit", "0"),
        ("hours", "17:30-21:00"),
        ("hours", "mon 21:00-17:00"),
        ("hours", "mon 17:00-21:00 moon"),
        ("run_start", "25:00"),
        ("run_start", "6:00 7:00 8:00"),
        ("race_date", "2026-11-22"),
        ("race_date", "11.4.2027"),
        ("race_distance", "0 km"),
        ("race_distance", "far"),
        ("session_minutes", "5"),
        ("sessions_per_week", "0"),
        ("sessions_per_week", "²"),
        ("name", "x" * 101),
    ],
)
def test_an_answer_not_understood_keeps_the_question_and_says_why(question: str, text: str) -> None:
    interview = begin(TODAY)
    while interview.question and interview.question.id != question:
        interview = answer(interview, TOLD[interview.question.id])
    again = answer(interview, text)
    assert again.question == interview.question
    assert again.finding is not None
    assert again.finding.remedy
    assert answer(again, TOLD[question]).finding is None


def test_nothing_is_asked_about_a_race_that_is_not_told() -> None:
    answered = dict(_asked({}).answers)
    assert "race_date" in answered
    assert "race_distance" not in answered


def test_an_answer_after_the_last_question_is_a_defect() -> None:
    with pytest.raises(ValueError, match="every question"):
        answer(_asked({}), "one more")


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=40))
def test_no_answer_whatever_breaks_the_questions(texts: list[str]) -> None:
    interview = begin(TODAY)
    for text in texts:
        if interview.question is None:
            break
        interview = answer(interview, text)
        if interview.finding is not None:
            interview = answer(interview, "")
    athlete_of(interview)
