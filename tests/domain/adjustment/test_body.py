from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.body import accepted_warnings
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import WarningAccepted

TODAY = date(2027, 2, 16)
NOW = datetime(2027, 2, 16, 18, tzinfo=UTC)


def accepted(days_ago: int, rule: str = "far_load_step", *, by: str = "me") -> WarningAccepted:
    return WarningAccepted(rule=rule, reason="so", by=by, date=TODAY - timedelta(days=days_ago))


def diary(*told: WarningAccepted, withdrawn: bool = False) -> Diary:
    return Diary.of(
        Recorded(id=f"{number}", revision=1, device="phone", recorded_at=NOW, entry=one, withdrawn=withdrawn)
        for number, one in enumerate(told)
    )


def test_the_latest_word_on_a_rule_holds() -> None:
    (one,) = accepted_warnings(diary(accepted(9), accepted(2, by="my coach")), today=TODAY)
    assert (one.rule, one.by, one.since) == ("far_load_step", "my coach", TODAY - timedelta(days=2))


def test_what_was_taken_back_is_told_again() -> None:
    assert accepted_warnings(diary(accepted(1), withdrawn=True), today=TODAY) == ()


@given(days=st.lists(st.integers(min_value=-5, max_value=5), max_size=5))
def test_nothing_of_a_day_to_come_is_accepted_yet(days: list[int]) -> None:
    found = accepted_warnings(diary(*(accepted(each, f"rule{each}") for each in days)), today=TODAY)
    assert [one.rule for one in found] == sorted({f"rule{each}" for each in days if each >= 0})
