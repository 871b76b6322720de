from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logged_plan import TODAY, author, session

from runlift.application.entry_id import session_entry
from runlift.application.error import InputError
from runlift.application.tell import (
    lasting_illness,
    tell_ill,
    tell_mass,
    tell_pain,
    tell_readiness,
    tell_skipped,
    tell_well,
)
from runlift.domain.diary.entry import (
    BodyMass,
    BodyPart,
    Illness,
    IllnessKind,
    Pain,
    Readiness,
    SessionDone,
    SessionState,
)

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
KNEE = Pain(date=TODAY, at=BodyPart.KNEE, level=4)
COLD = Illness(first=YESTERDAY, kind=IllnessKind.OTHER)


def by_id(*recorded: Recorded) -> dict[str, Recorded]:
    return {each.id: each for each in recorded}


def codes(fault: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [each.code for each in fault.value.findings]


def test_readiness_is_one_entry_a_day_to_which_more_is_added() -> None:
    morning = tell_readiness(Readiness(date=TODAY, sleep_h=5.5), {}, author())
    later = tell_readiness(Readiness(date=TODAY, soreness=7), by_id(morning), author(minutes=9))
    assert later.id == morning.id
    assert later.revision == 2
    assert later.entry == Readiness(date=TODAY, sleep_h=5.5, soreness=7)


def test_readiness_of_another_day_is_another_entry() -> None:
    first = tell_readiness(Readiness(date=TODAY, sleep_h=8), {}, author())
    second = tell_readiness(Readiness(date=YESTERDAY, sleep_h=6), by_id(first), author())
    assert first.id != second.id


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Readiness(date=TODAY), "nothing_told"),
        (Readiness(date=TODAY, sleep_h=25), "out_of_range"),
        (Readiness(date=TODAY, soreness=11), "out_of_range"),
        (Readiness(date=TODAY, stress=-1), "out_of_range"),
        (Readiness(date=TOMORROW, sleep_h=8), "day_to_come"),
        (Readiness(date=date(2025, 1, 1), sleep_h=8), "day_long_ago"),
        (Readiness(date=TODAY, note="x" * 1001), "note_not_kept"),
        (Readiness(date=TODAY, note="a\x1bb"), "note_not_kept"),
    ],
)
def test_readiness_that_cannot_be_is_refused(told: Readiness, code: str) -> None:
    with pytest.raises(InputError) as fault:
        tell_readiness(told, {}, author())
    assert codes(fault) == [code]


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(InputError) as fault:
        tell_readiness(Readiness(date=TOMORROW, sleep_h=30, soreness=20), {}, author())
    assert len(fault.value.findings) == 3


def test_pain_is_kept_each_time_anew() -> None:
    assert tell_pain(KNEE, author(), lambda: "one").id == "one"


def test_pain_beyond_the_scale_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be right"):
        tell_pain(replace(KNEE, level=14), author(), lambda: "one")


def test_body_mass_told_again_corrects_that_of_the_day() -> None:
    first, _ = tell_mass(BodyMass(date=TODAY, mass_kg=61.5), {}, author())
    second, _ = tell_mass(BodyMass(date=TODAY, mass_kg=62), by_id(first), author())
    assert (second.id, second.revision) == (first.id, 2)


def test_an_unusual_mass_is_kept_and_asked_about() -> None:
    _, doubts = tell_mass(BodyMass(date=TODAY, mass_kg=135), {}, author())
    assert [each.code for each in doubts] == ["unusual_mass"]
    with pytest.raises(InputError):
        tell_mass(BodyMass(date=TODAY, mass_kg=615), {}, author())


def test_an_illness_lasts_until_it_is_told_to_be_over() -> None:
    ill = tell_ill(COLD, {}, author())
    assert lasting_illness(by_id(ill)) == (ill.id, COLD)
    well = tell_well(TODAY, by_id(ill), author())
    assert (well.id, well.revision) == (ill.id, 2)
    assert well.entry == replace(COLD, well_from=TODAY)
    assert lasting_illness(by_id(well)) is None


def test_an_illness_told_again_while_it_lasts_is_the_same_one() -> None:
    ill = tell_ill(COLD, {}, author())
    worse = tell_ill(Illness(first=TODAY, kind=IllnessKind.FEVER_OR_CHEST), by_id(ill), author())
    assert worse.id == ill.id
    assert worse.entry == Illness(first=YESTERDAY, kind=IllnessKind.FEVER_OR_CHEST)


def test_a_fever_stays_when_the_illness_goes_on_as_a_cold() -> None:
    ill = tell_ill(Illness(first=YESTERDAY, kind=IllnessKind.FEVER_OR_CHEST), {}, author())
    cold = tell_ill(Illness(first=TODAY, kind=IllnessKind.OTHER), by_id(ill), author())
    assert cold.entry == ill.entry


def test_being_well_needs_an_illness_that_began_before() -> None:
    with pytest.raises(InputError) as fault:
        tell_well(TODAY, {}, author())
    assert codes(fault) == ["no_illness"]
    ill = tell_ill(COLD, {}, author())
    with pytest.raises(InputError) as fault:
        tell_well(YESTERDAY - timedelta(days=1), by_id(ill), author())
    assert codes(fault) == ["well_before_ill"]


@pytest.mark.parametrize("day", [YESTERDAY, TODAY, TOMORROW])
def test_a_session_past_or_to_come_can_be_told_not_to_be_done(day: date) -> None:
    skipped = tell_skipped(session(day), "meeting", {}, author())
    assert isinstance(skipped.entry, SessionDone)
    assert (skipped.entry.state, skipped.entry.note) == (SessionState.SKIPPED, "meeting")
    assert skipped.entry.starts_at.date() == day


def test_a_session_that_was_done_is_not_left_out() -> None:
    done = SessionDone(session=session().uid, starts_at=session().starts_at)
    recorded = author().write(session_entry(session().uid), done, {})
    with pytest.raises(InputError) as fault:
        tell_skipped(session(), "", by_id(recorded), author())
    assert codes(fault) == ["done_already"]
    taken_back = author().write(recorded.id, done, by_id(recorded), withdrawn=True)
    assert tell_skipped(session(), "", by_id(taken_back), author()).revision == 3


@given(
    sleep=st.none() | st.floats(),
    soreness=st.none() | st.integers(),
    day=st.dates(),
    note=st.text(max_size=5),
)
def test_whatever_is_told_is_kept_within_bounds_or_refused(
    sleep: float | None, soreness: int | None, day: date, note: str
) -> None:
    told = Readiness(date=day, sleep_h=sleep, soreness=soreness, note=note)
    try:
        entry = tell_readiness(told, {}, author()).entry
    except InputError:
        return
    assert isinstance(entry, Readiness)
    assert entry.date <= TODAY
    assert entry.soreness is None or 0 <= entry.soreness <= 10
