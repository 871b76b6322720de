"""Days of a week that can hold leg work."""

from __future__ import annotations

from datetime import date, timedelta

from runlift.domain.season.available import days_apart


def test_leg_sessions_fit_only_on_days_that_do_not_follow_each_other() -> None:
    saturday, sunday, monday = (date(2027, 3, 6) + timedelta(days=ahead) for ahead in range(3))
    assert days_apart(()) == 0
    assert days_apart((saturday, sunday)) == 1
    assert days_apart((saturday, sunday, monday)) == 2
