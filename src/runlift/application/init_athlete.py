"""Ask a runner the few questions an athlete file is made of.

A blank answer means "not told". The flow is pure: whoever prints the questions and reads the lines keeps the
`Interview` and hands it back with the next answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from runlift.application.init_answers import (
    Measure,
    read_birth_year,
    read_kit,
    read_measure,
    read_race_date,
    read_race_distance,
    read_run_start,
    read_whole,
    read_windows,
)
from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.athlete.place import HOME
from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority, Surface, Terrain, Units
from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from enum import StrEnum

_PLAIN = Athlete(lifting=Lifting.NONE)  # for what the value itself takes as usual
_LONGEST_NAME = 100  # characters, as in the athlete file


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    Attributes:
        id: What is asked about.
        words: The question.
        help: How to answer, with an example.
        default: What a blank answer leads to, in words.
        read: Reads the answer; raises `NotUnderstoodError`.
        after: Id of a question that must have been answered for this one to be asked; empty for none.
    """

    id: str
    words: str
    help: str
    default: str
    read: Callable[[str, Interview], object]
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """How far the questions have come.

    Attributes:
        today: The day of asking.
        answers: Answers in order, by id of the question; None where left blank.
        finding: Why the last answer was not understood, or None.
    """

    today: date
    answers: tuple[tuple[str, Any], ...] = ()
    finding: Finding | None = None

    @property
    def told(self) -> Mapping[str, Any]:
        """What was answered, without the blanks."""
        return {key: value for key, value in self.answers if value is not None}

    @property
    def question(self) -> Question | None:
        """The question to ask now; None at the end."""
        asked = {key for key, _ in self.answers}
        for question in QUESTIONS:
            if question.id not in asked and (not question.after or question.after in self.told):
                return question
        return None


def begin(today: date) -> Interview:
    """Begin with the first question."""
    return Interview(today=today)


def answer(interview: Interview, text: str) -> Interview:
    """Take an answer: go on to the next question, or stay with a finding when it is not understood.

    Raises:
        ValueError: There is no question left.
    """
    question = interview.question
    if question is None:
        raise ValueError("every question is answered")
    try:
        value = question.read(text.strip(), interview) if text.strip() else None
    except NotUnderstoodError as error:
        finding = Finding(
            severity=Severity.ERROR, code="not_understood", message=str(error), remedy=error.remedy
        )
        return replace(interview, finding=finding)
    return replace(interview, answers=(*interview.answers, (question.id, value)), finding=None)


def athlete_of(interview: Interview) -> Athlete:
    """Make the runner of what was answered so far; what was not stays untold."""
    told = interview.told
    minutes = told.get("session_minutes", _PLAIN.session_minutes)
    return Athlete(
        name=told.get("name", ""),
        birth_year=told.get("birth_year"),
        body_mass_kg=_amount(told, "body_mass"),
        lifting=told.get("lifting", Lifting.NONE),
        weeks_off_lifting=told.get("weeks_off"),
        weekly_km=_amount(told, "weekly"),
        longest_run_km=_amount(told, "longest_run"),
        terrain=told.get("terrain", Terrain.FLAT),
        usual_run_start=told.get("run_start", ()),
        windows=told.get("hours", ()),
        session_minutes=minutes,
        session_minutes_max=max(minutes, _PLAIN.session_minutes_max),
        sessions_per_week=told.get("sessions_per_week"),
        places=told.get("kit", ()),
        races=_races(told),
        units=_units(told),
    )


def _amount(told: Mapping[str, Any], key: str) -> float | None:
    measure: Measure | None = told.get(key)
    return None if measure is None else measure.amount


def _races(told: Mapping[str, Any]) -> tuple[Race, ...]:
    if "race_date" not in told or "race_distance" not in told:
        return ()
    ascent = _amount(told, "race_ascent") or 0.0
    race = Race(
        date=told["race_date"],
        name="",
        priority=RacePriority.A,
        distance_m=told["race_distance"],
        ascent_m=ascent,
        descent_m=ascent * number("assumed_descent"),
        surface=told.get("race_surface", Surface.ROAD),
    )
    return (race,)


def _units(told: Mapping[str, Any]) -> Units:
    measures = (value for value in told.values() if isinstance(value, Measure))
    return Units.IMPERIAL if any(measure.imperial for measure in measures) else Units.METRIC


def _one_of(words: type[StrEnum]) -> Callable[[str, Interview], object]:
    """Make a reader of one of a few words, which may be shortened."""

    def read(text: str, _interview: Interview) -> object:
        meant = [word for word in words if word.value.startswith(text.lower())]
        if len(meant) == 1:
            return meant[0]
        choices = ", ".join(word.value for word in words)
        raise NotUnderstoodError(f'"{text}" is not one of the answers', f"write one of {choices}")

    return read


def _measure(quantity: str, *units: str) -> Callable[[str, Interview], object]:
    return lambda text, _interview: read_measure(text, quantity, units)


def _whole(quantity: str) -> Callable[[str, Interview], object]:
    return lambda text, _interview: read_whole(text, quantity)


def _name(text: str, _interview: Interview) -> object:
    if len(text) > _LONGEST_NAME or not text.isprintable():
        raise NotUnderstoodError("The name is too long", f"write at most {_LONGEST_NAME} letters")
    return text


def _hours(text: str, interview: Interview) -> object:
    places = tuple(place.id for place in interview.told.get("kit", ())) or (HOME,)
    return read_windows(text, places)


QUESTIONS = (
    Question(
        id="name",
        words="What shall the plan call you?",
        help="Any name.",
        default="no name",
        read=_name,
    ),
    Question(
        id="birth_year",
        words="In which year were you born?",
        help="Four digits, e.g. 1984.",
        default="no rules by age",
        read=lambda text, interview: read_birth_year(text, interview.today),
    ),
    Question(
        id="body_mass",
        words="What is your body mass?",
        help="In kg, or with lb: 62, or 137 lb.",
        default="very low first loads",
        read=_measure("body_mass", "kg", "lb", "lbs"),
    ),
    Question(
        id="lifting",
        words="How much lifting have you done: none, novice or experienced?",
        help="novice: less than six months of regular lifting; experienced: more, and still lifting.",
        default="none",
        read=_one_of(Lifting),
    ),
    Question(
        id="weeks_off",
        words="How many weeks since you last lifted regularly?",
        help="0 if you lift every week now.",
        default="a careful guess",
        read=_whole("weeks_off"),
        after="lifting",
    ),
    Question(
        id="weekly",
        words="How far do you run in a usual week?",
        help="In km, or with mi: 45, or 28 mi.",
        default="not known",
        read=_measure("weekly_distance", "km", "k", "mi", "miles"),
    ),
    Question(
        id="longest_run",
        words="How long was your longest run of the last 30 days?",
        help="In km, or with mi: 18, or 11 mi.",
        default="not known",
        read=_measure("longest_run", "km", "k", "mi", "miles"),
    ),
    Question(
        id="terrain",
        words="Is the ground you train on flat, rolling or hilly?",
        help="flat, rolling or hilly.",
        default="flat",
        read=_one_of(Terrain),
    ),
    Question(
        id="kit",
        words="What do you have to train with?",
        help='"none", "gym", or what is there: "8 8 12 12 kb16 bands step" (kg; kb is a kettlebell).',
        default="home without kit",
        read=lambda text, _interview: read_kit(text),
    ),
    Question(
        id="hours",
        words="When are you free for strength work?",
        help='Days and hours: "mon wed 17:30-21:00, sat 14:00-18:00 gym".',
        default="every day, evenings liked best",
        read=_hours,
    ),
    Question(
        id="run_start",
        words="When do you usually start your run?",
        help='"6:30", or two times for weekdays and weekend: "6:30 8:30".',
        default="in the morning",
        read=lambda text, _interview: read_run_start(text),
    ),
    Question(
        id="race_date",
        words="On which day is your goal race?",
        help="Like 2027-04-11; more races can be written into the file.",
        default="no race",
        read=lambda text, interview: read_race_date(text, interview.today),
    ),
    Question(
        id="race_distance",
        words="How long is it?",
        help='"marathon", "half marathon", "10 km", "5 mi".',
        default="the race is left out",
        read=lambda text, _interview: read_race_distance(text),
        after="race_date",
    ),
    Question(
        id="race_ascent",
        words="How much does it climb?",
        help="In m, or with ft: 180, or 600 ft.",
        default="flat",
        read=_measure("climb", "m", "ft"),
        after="race_distance",
    ),
    Question(
        id="race_surface",
        words="Is it on road, track, trail or mixed ground?",
        help="road, track, trail or mixed.",
        default="road",
        read=_one_of(Surface),
        after="race_distance",
    ),
    Question(
        id="session_minutes",
        words="How many minutes shall a strength session last?",
        help="A whole number, e.g. 45.",
        default="45 minutes",
        read=_whole("session_length"),
    ),
    Question(
        id="sessions_per_week",
        words="How many strength sessions a week at most?",
        help="1 keeps strength, 2 is the usual best; 3 only with much room.",
        default="what the season asks for",
        read=_whole("sessions_per_week"),
    ),
)
