from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.lift_log.writer import WrittenSet, WrittenWorkout, hevy

from runlift.formats.lift_log import read_lift_log
from runlift.formats.lift_log.moments import FigureOrder, figure_order, is_ambiguous, read_moment
from runlift.formats.lift_log.months import MONTHS, month_named

NAMED = [
    (language, month, name)
    for language, months in MONTHS.items()
    for month, names in enumerate(months.split(), start=1)
    for name in names.split("|")
]
AT = datetime(2026, 4, 8, 16, 50)


@pytest.mark.parametrize("language", MONTHS)
def test_every_language_has_twelve_months(language: str) -> None:
    assert len(MONTHS[language].split()) == 12


@pytest.mark.parametrize("write", [str, str.upper, str.title, "{}.".format])
@pytest.mark.parametrize(("language", "month", "name"), NAMED)
def test_a_month_is_known_in_every_language_whole_or_short_with_and_without_dot(
    language: str, month: int, name: str, write: type[str]
) -> None:
    assert month_named(write(name)) == month, language


@pytest.mark.parametrize(("language", "month", "name"), NAMED)
def test_a_workout_is_read_whatever_language_the_phone_speaks(language: str, month: int, name: str) -> None:
    assert read_moment(f"8 {name} 2026, 16:50", None) == datetime(2026, month, 8, 16, 50), language


@pytest.mark.parametrize(
    "words",
    [
        "8 Apr 2026, 16:50",
        "8. Apr. 2026, 16:50",
        "8. April 2026 um 16:50",
        "08 apr. 2026 16:50",
        "8 avr. 2026 à 16:50",
        "8 avril 2026, 16h50",
        "8 de abr. de 2026, 16:50",
        "8 de abril de 2026 às 16:50",
        "8. huhtik. 2026 klo 16.50",
        "8. apr. 2026 kl. 16.50",
        "8 kwietnia 2026 o godz. 16:50",
        "Apr 8, 2026, 4:50 PM",
        "Apr 8, 2026, 4:50\u202fPM",
        "Wed, Apr 8, 2026 4:50 p.m.",
        "mi 8 abr 2026, 4:50 p. m.",
        "April 8th, 2026 at 4:50pm",
        "2026-04-08 16:50:00",
        "2026-04-08T16:50",
        "2026-04-08 4:50:00\u202fPM",
        "2026/04/08 16:50",
        "08.04.2026 16:50",
    ],
)
def test_one_moment_in_many_ways_of_writing(words: str) -> None:
    assert read_moment(words, None) == AT


@pytest.mark.parametrize(
    ("words", "hour"),
    [("12:05 AM", 0), ("12:05 PM", 12), ("0:05 PM", 12), ("1:05 am", 1), ("11:05 p.m.", 23)],
)
def test_noon_and_midnight_on_a_clock_of_twelve_hours(words: str, hour: int) -> None:
    assert read_moment(f"2026-04-08 {words}", None) == datetime(2026, 4, 8, hour, 5)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "2026-04-08",
        "31 Feb 2026, 16:50",
        "2026-13-01 10:00",
        "8 Brumaire 2026, 16:50",
        "8 Apr 2026, 25:50",
        "8 Apr 2026, 13:50 PM",
        "8 Apr 2026, 16:50 and more",
        "8 Apr 2026 " + "x" * 100,
    ],
)
def test_what_is_no_moment_is_not_read(words: str) -> None:
    assert read_moment(words, None) is None


def test_a_day_alone_is_read_where_an_hour_is_given_for_it() -> None:
    assert read_moment("2026-04-08", None, time(12)) == datetime(2026, 4, 8, 12)


def test_figures_are_read_in_the_order_that_the_whole_file_shows() -> None:
    assert figure_order(["03/04/2026", "23/04/2026"]) is FigureOrder.DAY_FIRST
    assert figure_order(["03/04/2026", "04/23/2026"]) is FigureOrder.MONTH_FIRST
    assert figure_order(["03/04/2026"]) is None
    assert figure_order(["13/04/2026", "04/23/2026"]) is None
    assert read_moment("03/04/2026 10:00", FigureOrder.DAY_FIRST) == datetime(2026, 4, 3, 10)
    assert read_moment("03/04/26 10:00", FigureOrder.MONTH_FIRST) == datetime(2026, 3, 4, 10)
    assert read_moment("03/04/2026 10:00", None) is None


@pytest.mark.parametrize(("words", "doubt"), [("3/4/2026", True), ("3.4.2026", False), ("2026-04-03", False)])
def test_only_figures_without_dots_are_in_doubt(words: str, doubt: bool) -> None:  # noqa: FBT001
    assert is_ambiguous(words) is doubt


@given(st.text(max_size=80))
def test_no_words_raise(words: str) -> None:
    for order in (None, *FigureOrder):
        read_moment(words, order, time(12))


@given(st.datetimes(datetime(1970, 1, 1), datetime(2026, 11, 1)), st.sampled_from(NAMED))
def test_a_log_in_any_language_is_read_to_the_minute(when: datetime, named: tuple[str, int, str]) -> None:
    when = when.replace(second=0, microsecond=0, month=named[1], day=min(when.day, 28))
    one = WrittenWorkout(title="A", starts_at=when, minutes=30, sets=(WrittenSet(exercise="Squat", reps=5),))
    text = hevy([one], day=lambda moment: f"{moment.day}. {named[2]} {moment.year}, {moment:%H:%M}")
    log = read_lift_log(text.encode(), name="log.csv", today=date(2026, 12, 31)).log
    assert log is not None
    assert [each.starts_at for each in log.workouts] == [when]
