from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.quantity import Finding
from runlift.domain.running.entry import PlanEntries, PlanEntry
from runlift.domain.running.layout import (
    DayOrder,
    PlanDraft,
    in_sequence,
    in_week,
    is_race_entry,
    lay_out,
    nearest_year,
    race_day,
    resolve_years,
)

MONDAY = date(2027, 1, 4)
REAL_DAYS = st.dates(date(1990, 1, 1), date(2150, 1, 1))


def draft(order: DayOrder, *entries: tuple[date, str]) -> PlanDraft:
    made = tuple(PlanEntry(date=on, title=title) for on, title in entries)
    days = [on for on, _ in entries]
    return PlanDraft(
        entries=made,
        order=order,
        first_day=min(in_sequence(0), *days),
        last_day=max(days),
        unit=None,
        name="p",
    )


WEEKS = draft(DayOrder.IN_WEEKS, (in_week(0, 1), "Easy"), (in_week(1, 6), "Race: 10k"))
SEQUENCE = draft(
    DayOrder.IN_SEQUENCE, (in_sequence(0), "Easy"), (in_sequence(9), "Race"), (in_sequence(11), "Rest")
)


@given(REAL_DAYS)
def test_a_plan_of_named_days_keeps_its_weekdays_in_the_week_of_the_start(start: date) -> None:
    laid = lay_out(WEEKS, start=start, race_date=None)
    assert isinstance(laid, PlanEntries)
    assert [entry.date.weekday() for entry in laid.entries] == [1, 6]
    assert laid.first_day.weekday() == 0
    assert 0 <= (start - laid.first_day).days < 7


@given(REAL_DAYS)
def test_a_plan_that_counts_days_begins_on_the_start(start: date) -> None:
    laid = lay_out(SEQUENCE, start=start, race_date=None)
    assert isinstance(laid, PlanEntries)
    assert laid.first_day == start


@given(REAL_DAYS)
def test_the_race_of_any_plan_falls_on_the_race_date(race: date) -> None:
    for plan in (WEEKS, SEQUENCE):
        laid = lay_out(plan, start=None, race_date=race)
        assert isinstance(laid, PlanEntries)
        assert [entry.date for entry in laid.entries if is_race_entry(entry)] == [race]


@given(REAL_DAYS, st.integers(-3000, 3000))
def test_moving_the_start_moves_all_days_as_far(start: date, days: int) -> None:
    here = lay_out(SEQUENCE, start=start, race_date=None)
    there = lay_out(SEQUENCE, start=start + timedelta(days=days), race_date=None)
    assert isinstance(here, PlanEntries)
    assert isinstance(there, PlanEntries)
    assert [entry.date + timedelta(days=days) for entry in here.entries] == [
        entry.date for entry in there.entries
    ]


def test_neither_start_nor_race_is_an_error_that_names_both_options() -> None:
    told = lay_out(SEQUENCE, start=None, race_date=None)
    assert isinstance(told, Finding)
    assert "--start" in told.remedy
    assert "--race-date" in told.remedy


def test_start_and_race_must_agree() -> None:
    fitting = lay_out(SEQUENCE, start=MONDAY, race_date=MONDAY + timedelta(days=9))
    wrong = lay_out(SEQUENCE, start=MONDAY, race_date=MONDAY + timedelta(days=10))
    assert isinstance(fitting, PlanEntries)
    assert isinstance(wrong, Finding)
    assert wrong.code == "start_and_race_disagree"


def test_a_race_on_another_weekday_moves_alone_and_is_told() -> None:
    laid = lay_out(WEEKS, start=None, race_date=date(2027, 1, 16))
    assert isinstance(laid, PlanEntries)
    assert [entry.date for entry in laid.entries] == [date(2027, 1, 5), date(2027, 1, 16)]
    assert [found.code for found in laid.findings] == ["race_on_another_weekday"]


NAMED = draft(
    DayOrder.IN_WEEKS,
    *((in_week(0, day), title) for day, title in enumerate(["Rest", "8 x 400", "Easy 8 km", "Tempo 8 km"])),
    (in_week(0, 4), "Rest"),
    (in_week(0, 5), "Long run 25 km"),
    (in_week(0, 6), "Easy 6 km"),
    (in_week(1, 0), "Rest"),
    (in_week(1, 1), "6 x 400"),
    (in_week(1, 2), "Easy 6 km"),
    (in_week(1, 3), "Intervals 5 x 1000"),
    (in_week(1, 4), "Rest"),
    (in_week(1, 5), "Easy 3 km"),
    (in_week(1, 6), "Marathon"),
)


@given(REAL_DAYS)
def test_a_race_on_any_weekday_has_the_plans_race_day_nearest_and_nothing_hard_the_day_before(
    race: date,
) -> None:
    laid = lay_out(NAMED, start=None, race_date=race)
    assert isinstance(laid, PlanEntries)
    on = {entry.title: entry.date for entry in laid.entries}
    assert on["Marathon"] == race
    planned = on["8 x 400"] + timedelta(days=12)
    assert abs((planned - race).days) <= 3
    assert on["Long run 25 km"] < race - timedelta(days=3)
    assert [entry.title for entry in laid.entries if entry.date == race] == ["Marathon"]
    before = [entry.title for entry in laid.entries if entry.date == race - timedelta(days=1)]
    assert all(title.startswith(("Easy", "Rest")) for title in before)
    assert not [entry for entry in laid.entries if race < entry.date <= planned]


@pytest.mark.parametrize(
    ("race", "last_before", "left_out"),
    [
        (date(2027, 4, 19), "Easy 3 km", []),
        (date(2027, 4, 21), "Easy 3 km", []),
        (date(2027, 4, 15), "Easy 6 km", ["Intervals 5 x 1000", "Easy 3 km"]),
        (date(2027, 4, 16), "Easy 6 km", ["Intervals 5 x 1000", "Easy 3 km"]),
        (date(2027, 4, 17), "Rest", ["Easy 3 km"]),
        (date(2027, 4, 18), "Easy 3 km", []),
    ],
)
def test_what_gives_way_to_a_moved_race_is_told(race: date, last_before: str, left_out: list[str]) -> None:
    laid = lay_out(NAMED, start=None, race_date=race)
    assert isinstance(laid, PlanEntries)
    assert [entry.title for entry in laid.entries][-2:] == [last_before, "Marathon"]
    told = [found.message for found in laid.findings if found.code == "race_on_another_weekday"]
    assert len(told) == (race != date(2027, 4, 18))
    assert all(f"“{title}”" in message for message in told for title in left_out)


def test_a_long_run_on_the_plans_race_day_is_not_left_the_day_before_the_race() -> None:
    plan = draft(DayOrder.IN_WEEKS, (in_week(0, 1), "Easy"), (in_week(1, 6), "Long run 16 mi"))
    laid = lay_out(plan, start=None, race_date=date(2027, 4, 19))
    assert isinstance(laid, PlanEntries)
    assert [entry.title for entry in laid.entries] == ["Easy"]
    assert "Long run 16 mi" in laid.findings[0].message


def test_a_plan_beyond_the_calendar_is_told() -> None:
    told = lay_out(SEQUENCE, start=date.max, race_date=None)
    assert isinstance(told, Finding)
    assert told.code == "date_out_of_range"


@pytest.mark.parametrize(
    ("title", "race"),
    [
        ("Race: marathon", True),
        ("RACE DAY!", True),
        ("10k race", True),
        ("B race: half marathon", False),
        ("8 km @ race pace", False),
        ("Pre-race shake-out", False),
        ("Tune-up race 5k", False),
        ("Trace the river", False),
    ],
)
def test_only_the_race_the_plan_leads_to_counts_as_race(title: str, *, race: bool) -> None:
    assert is_race_entry(PlanEntry(date=MONDAY, title=title)) is race


def test_the_race_day_is_the_last_labelled_race_else_the_last_day() -> None:
    assert race_day(SEQUENCE) == in_sequence(9)
    assert race_day(
        draft(DayOrder.IN_SEQUENCE, (in_sequence(0), "Easy"), (in_sequence(3), "Long"))
    ) == in_sequence(3)
    tune_up = draft(DayOrder.IN_SEQUENCE, (in_sequence(0), "10k race"), (in_sequence(30), "MARATHON!"))
    assert race_day(tune_up) == in_sequence(30)


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)), st.integers(-150, 150))
def test_a_date_without_year_is_the_nearest_one(day: date, off: int) -> None:
    found = nearest_year(day.month, day.day, day + timedelta(days=off))
    assert found is not None
    assert (found.month, found.day) == (day.month, day.day)
    if (day.month, day.day) != (2, 29):
        assert found == day


def test_a_day_that_no_year_has_is_none() -> None:
    assert nearest_year(2, 30, MONDAY) is None


def test_years_go_on_over_new_year_from_the_start_and_back_from_the_race() -> None:
    days = [(12, 30, None), (1, 2, None), (3, 1, None)]
    dates = (date(2026, 12, 30), date(2027, 1, 2), date(2027, 3, 1))
    today = date(2026, 6, 1)
    assert resolve_years(days, start=date(2026, 12, 28), race_date=None, today=today) == dates
    assert resolve_years(days, start=None, race_date=date(2027, 3, 1), today=today) == dates
