from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.bootstrap import current_day, open_store
from runlift.domain.diary.diary import Diary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


def ahead(days: int) -> str:
    return str(current_day() + timedelta(days=days))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("move-run", ahead(1), ahead(2), "--start", "18:00"), "18:00: Easy 9 km"),
        (("move-run", ahead(3), ahead(4), "--number", "2"), ": Tempo 6 km"),
        (("add-run", ahead(2), "--kind", "tempo", "--km", "8"), "tempo 8 km, key run"),
        (("add-run", ahead(2), "--kind", "tempo", "--minutes", "40", "--no-key"), "tempo 40 min."),
        (("cancel-run", ahead(1)), "run left out: Easy 9 km"),
        (("away", ahead(1), ahead(3)), "no kit"),
        (("closed", "gym", ahead(1), ahead(3), "--instead", "home"), "gym closed"),
        (
            ("race", ahead(20), "--km", "21.1", "--priority", "b", "--name", "Half"),
            "Half, 21.1 km, priority B",
        ),
        (("no-race", ahead(10)), "no race on"),
    ],
)
def test_a_change_is_kept_and_told_back(
    runlift: Runlift, followed: Path, words: tuple[str, ...], told: str
) -> None:
    ended = runlift("change", *words)
    assert ended.code == 0
    assert told in ended.out.splitlines()[0]
    assert len(Diary.of(open_store(str(followed)).recorded("me")).entries) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("move-run", ahead(2), ahead(4)),
        ("add-run", ahead(2), "--kind", "swim", "--km", "8"),
        ("add-run", ahead(2), "--kind", "easy"),
        ("cancel-run", ahead(3)),
        ("away", ahead(3), ahead(1)),
        ("closed", "pool", ahead(1), ahead(3)),
        ("race", ahead(20)),
        ("race", ahead(20), "--km", "10", "--priority", "z"),
        ("race", ahead(20), "--km", "10", "--surface", "ice"),
        ("no-race", ahead(5)),
    ],
)
def test_a_change_that_cannot_be_is_refused(runlift: Runlift, followed: Path, words: tuple[str, ...]) -> None:
    ended = runlift("change", *words)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.faults) == 1
    assert Diary.of(open_store(str(followed)).recorded("me")).entries == ()
