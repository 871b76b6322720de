from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logged_plan import session

from runlift.domain.plan.outcome import SessionOutcome, SessionResult
from runlift.domain.progress.consistency import Consistency, consistency

if TYPE_CHECKING:
    from runlift.domain.plan.session import PlannedSession

TODAY = date(2027, 3, 3)  # a Wednesday
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def planned(day: date, result: SessionResult | None = None, number: int = 1) -> PlannedSession:
    outcome = SessionOutcome(result=result) if result else None
    return replace(session(day, number), outcome=outcome)


def seen(
    *sessions: PlannedSession, ill: frozenset[date] = frozenset(), by: timedelta = 0 * DAY
) -> Consistency:
    done = [one.date for one in sessions if one.outcome and one.outcome.result.is_trained]
    return consistency(sessions, done, today=TODAY + by, weeks=12, ill=ill)


def test_done_is_told_of_what_was_planned() -> None:
    steady = seen(
        planned(TODAY - WEEK, SessionResult.DONE),
        planned(TODAY - 2 * WEEK, SessionResult.PARTLY),
        planned(TODAY - 3 * WEEK, SessionResult.MISSED),
        planned(TODAY - 6 * WEEK, SessionResult.SKIPPED),
    )
    assert (steady.short.done, steady.short.planned) == (2, 3)
    assert (steady.long.done, steady.long.planned) == (2, 4)
    assert steady.in_a_row == 2


def test_what_is_done_beside_the_plan_counts_for_nothing_planned() -> None:
    steady = seen(
        planned(TODAY - WEEK, SessionResult.MISSED), planned(TODAY - WEEK, SessionResult.UNPLANNED, number=2)
    )
    assert (steady.short.done, steady.short.planned) == (0, 1)
    assert (steady.weeks[-2].kept.done, steady.weeks[-2].beside) == (0, 1)
    assert steady.in_a_row == 1


def test_what_illness_took_counts_neither_way() -> None:
    missed = planned(TODAY - WEEK, SessionResult.MISSED)
    before = planned(TODAY - 2 * WEEK, SessionResult.DONE)
    steady = seen(before, missed, planned(TODAY - DAY, SessionResult.DONE), ill=frozenset({missed.date}))
    assert (steady.short.done, steady.short.planned, steady.short.excused) == (2, 2, 1)
    assert steady.weeks[-2].kept.excused == 1
    assert steady.in_a_row == 2


def test_sessions_of_this_week_still_to_come_are_ahead() -> None:
    steady = seen(planned(TODAY), planned(TODAY + DAY, number=2))
    assert (steady.weeks[-1].ahead, steady.weeks[-1].kept.planned, steady.short.share) == (2, 0, None)


def test_a_week_of_the_plan_without_a_session_does_not_end_the_row() -> None:
    steady = seen(planned(TODAY - 3 * WEEK, SessionResult.DONE), planned(TODAY - WEEK, SessionResult.DONE))
    assert steady.in_a_row == 2


def test_without_a_plan_only_weeks_in_a_row_are_told() -> None:
    steady = consistency((), [TODAY - WEEK, TODAY - 2 * WEEK], today=TODAY, weeks=12)
    assert (steady.in_a_row, steady.short.share, steady.weeks[-2].beside) == (2, None, 1)


histories = st.lists(
    st.tuples(st.integers(-10, 100), st.sampled_from([None, *SessionResult])), max_size=20
).map(
    lambda told: tuple(
        planned(TODAY - back * DAY, result if back > 0 else None, number)
        for number, (back, result) in enumerate(told)
        if result or back <= 0
    )
)
sick_days = st.frozensets(st.integers(0, 90).map(lambda back: TODAY - back * DAY), max_size=8)


@given(histories, sick_days)
def test_adherence_lies_between_none_and_all(
    sessions: tuple[PlannedSession, ...], ill: frozenset[date]
) -> None:
    steady = seen(*sessions, ill=ill)
    for kept in (steady.short, steady.long, *(week.kept for week in steady.weeks)):
        assert kept.share is None or 0 <= kept.share <= 1
        assert 0 <= kept.done <= kept.planned
    assert steady.short.planned <= steady.long.planned


@given(histories, sick_days)
def test_the_weeks_tell_every_session_once(
    sessions: tuple[PlannedSession, ...], ill: frozenset[date]
) -> None:
    steady = seen(*sessions, ill=ill)
    first, last = steady.weeks[0].monday, steady.weeks[-1].monday + WEEK
    in_plan = [
        one
        for one in sessions
        if first <= one.date < last and not (one.outcome and one.outcome.result is SessionResult.UNPLANNED)
    ]
    told = sum(week.kept.planned + week.kept.excused + week.ahead for week in steady.weeks)
    assert told == len(in_plan)


@given(histories, sick_days, st.integers(-30, 30))
def test_moving_all_dates_by_weeks_moves_the_figures(
    sessions: tuple[PlannedSession, ...], ill: frozenset[date], weeks: int
) -> None:
    by = weeks * WEEK
    here = seen(*sessions, ill=ill)
    there = seen(
        *(replace(one, date=one.date + by) for one in sessions),
        ill=frozenset(day + by for day in ill),
        by=by,
    )
    assert (there.short, there.long, there.in_a_row) == (here.short, here.long, here.in_a_row)
    assert [replace(week, monday=week.monday - by) for week in there.weeks] == list(here.weeks)


def test_a_share_is_a_share_of_what_was_due() -> None:
    assert seen(planned(TODAY - DAY, SessionResult.DONE)).short.share == pytest.approx(1.0)
