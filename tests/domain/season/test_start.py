from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import KnownSet

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

KNOWN = (KnownSet(exercise="back_squat", load_kg=60, reps=5, rir=2),)


def test_begin_before_race_keeps_first_sessions_fourteen_days_away(make: Maker) -> None:
    race = make.race(3, 10, day=2)
    season = make.case(weeks=4, races=(race,)).season()
    (first,) = season.weeks[0].sessions
    assert first.latest is not None
    assert (race.date - first.latest).days >= 14


def test_known_sets_let_strength_go_on_near_a_race(make: Maker) -> None:
    races = (make.race(2, 10),)
    assert not make.case(weeks=2, races=races).season().weeks[0].sessions
    assert make.case(weeks=2, races=races, known_sets=KNOWN).season().weeks[0].sessions


def test_strength_begins_after_a_near_race(make: Maker) -> None:
    race = make.race(1, 10, "B")
    season = make.case(weeks=6, races=(race,)).season()
    assert not season.weeks[0].sessions
    first = season.weeks[1].sessions[0]
    assert (first.earliest or season.weeks[1].monday) >= race.date + timedelta(days=2)
    assert "race_too_near_to_begin" in make.codes(season)


def test_a_runner_under_eighteen_is_told_to_train_supervised(make: Maker) -> None:
    assert "youth_needs_supervision" in make.codes(make.case(birth_year=2010).season())
    assert "youth_needs_supervision" not in make.codes(make.case(birth_year=1990).season())
