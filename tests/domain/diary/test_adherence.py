from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.diary.adherence import Adherence, adherence, rolling_adherence, weeks_in_a_row

TODAY = date(2027, 3, 3)  # a Wednesday
DAY, WEEK = timedelta(days=1), timedelta(days=7)

sessions = st.lists(
    st.tuples(st.integers(-10, 100).map(lambda back: TODAY - back * DAY), st.booleans()), max_size=30
)
sick = st.frozensets(st.integers(0, 100).map(lambda back: TODAY - back * DAY), max_size=10)
days = st.lists(st.integers(0, 100).map(lambda back: TODAY - back * DAY), max_size=30)


def test_sessions_done_are_told_of_those_due() -> None:
    told = [(TODAY - DAY, True), (TODAY - 8 * DAY, False), (TODAY + DAY, False)]
    assert adherence(told, today=TODAY, weeks=4) == Adherence(planned=2, done=1)


def test_a_session_of_today_counts_once_it_is_done_and_as_missed_from_tomorrow_on() -> None:
    assert adherence([(TODAY, False)], today=TODAY, weeks=4) == Adherence()
    assert adherence([(TODAY, True)], today=TODAY, weeks=4) == Adherence(planned=1, done=1)
    assert adherence([(TODAY, False)], today=TODAY + DAY, weeks=4) == Adherence(planned=1)


def test_a_session_done_ahead_of_today_does_not_count_yet() -> None:
    assert adherence([(TODAY + DAY, True)], today=TODAY, weeks=4) == Adherence()


def test_the_window_holds_its_weeks_to_the_day() -> None:
    oldest, older = TODAY - 4 * WEEK + DAY, TODAY - 4 * WEEK
    assert adherence([(oldest, True), (older, True)], today=TODAY, weeks=4).planned == 1


def test_a_session_that_illness_took_is_excused_and_one_done_all_the_same_counts() -> None:
    told = [(TODAY - DAY, False), (TODAY - 2 * DAY, True)]
    ill = {day for day, _ in told}
    assert adherence(told, today=TODAY, weeks=4, ill=ill) == Adherence(planned=1, done=1, excused=1)


def test_where_nothing_was_due_there_is_no_share() -> None:
    assert adherence([], today=TODAY, weeks=4).share is None
    assert Adherence(planned=4, done=3).share == 0.75


def test_the_windows_are_of_four_and_of_twelve_weeks() -> None:
    told = [(TODAY - back * WEEK, True) for back in range(1, 20)]
    short, long = rolling_adherence(told, today=TODAY)
    assert (short.planned, long.planned) == (3, 11)


@given(sessions, sick)
def test_a_share_lies_between_none_and_all(told: list[tuple[date, bool]], ill: frozenset[date]) -> None:
    for kept in rolling_adherence(told, today=TODAY, ill=ill):
        assert 0 <= kept.done <= kept.planned
        assert kept.share is None or 0 <= kept.share <= 1


@given(sessions, sick)
def test_illness_never_lowers_the_share(told: list[tuple[date, bool]], ill: frozenset[date]) -> None:
    well = adherence(told, today=TODAY, weeks=12)
    kept = adherence(told, today=TODAY, weeks=12, ill=ill)
    assert kept.planned + kept.excused == well.planned
    assert kept.share is None or kept.share >= (well.share or 0)


@given(sessions, sick, st.integers(-1000, 1000))
def test_moving_all_days_changes_no_count(
    told: list[tuple[date, bool]], ill: frozenset[date], by: int
) -> None:
    moved = [(day + by * DAY, done) for day, done in told]
    there = rolling_adherence(moved, today=TODAY + by * DAY, ill={day + by * DAY for day in ill})
    assert there == rolling_adherence(told, today=TODAY, ill=ill)


@given(sessions, st.integers(0, 29))
def test_doing_one_more_session_never_lowers_the_share(told: list[tuple[date, bool]], which: int) -> None:
    more = [(day, done or number == which) for number, (day, done) in enumerate(told)]
    before, after = (adherence(each, today=TODAY, weeks=12).share or 0 for each in (told, more))
    assert after >= before


@pytest.mark.parametrize(
    ("back", "weeks"),
    [
        ([], 0),
        ([0], 1),
        ([7, 14], 2),  # this week has only begun
        ([0, 7, 14], 3),
        ([0, 14], 1),
        ([14], 0),
        ([0, 1, 2], 1),
        ([-7], 0),
    ],
)
def test_weeks_in_a_row_end_with_a_week_without_a_session(back: list[int], weeks: int) -> None:
    assert weeks_in_a_row([TODAY - one * DAY for one in back], today=TODAY) == weeks


def test_a_week_passed_over_neither_adds_to_the_row_nor_ends_it() -> None:
    done = [TODAY - WEEK, TODAY - 3 * WEEK]
    monday = TODAY - 2 * WEEK - 2 * DAY
    assert weeks_in_a_row(done, today=TODAY) == 1
    assert weeks_in_a_row(done, today=TODAY, passed_over={monday}) == 2


def test_a_session_in_a_week_passed_over_counts() -> None:
    assert weeks_in_a_row([TODAY], today=TODAY, passed_over={TODAY - 2 * DAY}) == 1


@given(days, days.map(frozenset), st.integers(0, 100))
def test_one_more_day_trained_never_shortens_the_row(
    done: list[date], passed: frozenset[date], back: int
) -> None:
    before = weeks_in_a_row(done, today=TODAY, passed_over=passed)
    after = weeks_in_a_row([*done, TODAY - back * DAY], today=TODAY, passed_over=passed)
    assert before <= after <= len({day - day.weekday() * DAY for day in done}) + 1


@given(days, st.integers(-50, 50))
def test_moving_all_days_by_weeks_moves_the_row(done: list[date], by: int) -> None:
    moved = weeks_in_a_row([day + by * WEEK for day in done], today=TODAY + by * WEEK)
    assert moved == weeks_in_a_row(done, today=TODAY)
