from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runlift.cli.day_chart import LABEL, DayChart, Mark

FIRST = date(2027, 1, 4)
CHART = DayChart(first=FIRST, last=FIRST + timedelta(days=40), width=41, height=5)


def mark(day: int, value: float) -> Mark:
    return Mark(day=FIRST + timedelta(days=day), value=value, character="*")


@given(st.dictionaries(st.integers(0, 40), st.floats(1, 9), min_size=1))
def test_every_day_has_its_mark_in_its_column(told: dict[int, float]) -> None:
    lines = CHART.lines([mark(day, value) for day, value in told.items()])
    columns = [line[LABEL + 1 :].ljust(41) for line in lines]
    assert len(lines) == 5
    for day in range(41):
        assert [line[day] for line in columns].count("*") == (day in told)


def test_the_highest_value_is_on_top_and_told() -> None:
    lines = CHART.lines([mark(0, 1.5), mark(40, 2.5)])
    assert lines[0] == f"{'2.50':>{LABEL}} {'*':>41}"
    assert lines[-1] == f"{'1.50':>{LABEL}} *"


def test_a_trend_lies_behind_the_marks_and_is_cut_where_it_leaves_the_field() -> None:
    lines = CHART.lines([mark(0, 1.0), mark(40, 2.0)], lambda day: 1.0 + (day - FIRST).days / 20, ".")
    assert lines[-1][LABEL + 1] == "*"
    assert sum(line[LABEL + 1 :].count(".") for line in lines) == 20


def test_one_value_lies_in_the_middle() -> None:
    assert "*" in CHART.lines([mark(3, 2.0)])[2]


def test_letters_stand_under_their_days() -> None:
    line = CHART.under(lambda day: "a" if day < FIRST + timedelta(days=20) else "b")
    assert line == f"{'':>{LABEL}} {'a' * 20}{'b' * 21}"
