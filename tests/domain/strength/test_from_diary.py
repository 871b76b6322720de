from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyMass, Entry, RunDone, SetDone
from runlift.domain.plan.session import Side
from runlift.domain.strength.from_diary import body_mass_on, estimates, lifts_of

AT = datetime(2026, 3, 2, 18, 10)
DAY = date(2026, 12, 31)


def done(exercise: str = "back_squat", *, name: str = "", side: Side = Side.BOTH, day: int = 0) -> SetDone:
    return SetDone(
        session=f"s{day}",
        position=1,
        exercise=exercise,
        name=name,
        done_at=AT + timedelta(days=day),
        side=side,
        reps=8,
        load_kg=20.0,
        rir=2,
    )


def keys(*sets: SetDone) -> list[tuple[str, Side, int]]:
    found = lifts_of(sets, body_mass_kg=70, as_of=DAY)
    return [(each.lift.exercise, each.lift.side, len(each.sets)) for each in found]


def test_sides_are_followed_apart_where_they_are_told() -> None:
    told = [done("rfess", side=Side.LEFT), done("rfess", side=Side.RIGHT), done("rfess")]
    assert keys(*told) == [("rfess", Side.LEFT, 2), ("rfess", Side.RIGHT, 2)]


def test_sides_are_one_where_they_are_not_told() -> None:
    assert keys(done("rfess"), done("rfess", day=3)) == [("rfess", Side.BOTH, 2)]


def test_a_lift_of_both_sides_at_once_is_one_lift() -> None:
    assert keys(done(), done(side=Side.LEFT)) == [("back_squat", Side.BOTH, 2)]


def test_names_that_are_not_mapped_are_followed_under_their_own() -> None:
    assert keys(done("", name="Hack squat")) == [("Hack squat", Side.BOTH, 1)]


def test_drills_are_left_out() -> None:
    assert keys(done("carioca")) == []


def test_sets_after_the_day_are_left_out() -> None:
    assert lifts_of([done(day=3)], body_mass_kg=70, as_of=AT.date()) == ()


@pytest.mark.parametrize(
    ("hours", "minutes", "tired"),
    [(2, 60, True), (9, 60, True), (9, None, False), (30, 60, False), (-1, 60, False)],
)
def test_a_run_that_ended_within_eight_hours_is_felt(hours: int, minutes: int | None, tired: bool) -> None:  # noqa: FBT001
    run = RunDone(starts_at=AT - timedelta(hours=hours), duration_s=minutes * 60 if minutes else None)
    (found,) = lifts_of([done()], [run], body_mass_kg=70, as_of=DAY)
    assert found.sets[0].after_run is tired


def test_the_body_mass_told_last_counts() -> None:
    told = [BodyMass(date=date(2026, 3, 1), mass_kg=70), BodyMass(date=date(2026, 2, 1), mass_kg=72)]
    assert body_mass_on(told, date(2026, 4, 1)) == 70
    assert body_mass_on(told, date(2026, 2, 10)) == 72
    assert body_mass_on(told, date(2026, 1, 10)) is None


def test_a_diary_gives_an_estimate_for_each_lift_and_side() -> None:
    entries: list[Entry] = [
        BodyMass(date=date(2026, 3, 1), mass_kg=80),
        *(done(day=4 * number) for number in range(4)),
        *(
            done("rfess", side=side, day=4 * number)
            for number in range(4)
            for side in (Side.LEFT, Side.RIGHT)
        ),
    ]
    diary = Diary.of(
        Recorded(
            id=str(place), revision=1, device="d", recorded_at=datetime(2026, 5, 1, tzinfo=UTC), entry=each
        )
        for place, each in enumerate(entries)
    )
    found = estimates(diary, body_mass_kg=60, as_of=date(2026, 3, 31))
    assert [(each.lift.exercise, each.lift.side) for each in found] == [
        ("back_squat", Side.BOTH),
        ("rfess", Side.LEFT),
        ("rfess", Side.RIGHT),
    ]
    assert found[1].lift.body_kg == 40
