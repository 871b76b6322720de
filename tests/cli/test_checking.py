from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.safety.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift

Change = dict[str, Any]


@pytest.fixture
def changed(season: Callable[[], Path], tmp_path: Path) -> Callable[[Callable[[Change], object]], Path]:
    """Writes the example's plan.json after a change made by hand."""

    def write(change: Callable[[Change], object]) -> Path:
        document = json.loads((season() / "plan.json").read_text(encoding="utf-8"))
        change(document)
        path = tmp_path / "plan.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return write


def move(session: Change, day: str) -> None:
    """Put a session on another day, at the same hour."""
    for key in ("start", "end"):
        session[key] = day + session[key][10:]
    session["date"] = day


def to_a_rest_day(document: Change) -> None:
    move(document["sessions"][4], next(day for day in document["rest_days"] if day > "2027-01-20"))


def without_anything(document: Change) -> None:
    for key in ("runs", "rest_days", "weeks", "sessions", "unmet", "warnings"):
        document[key] = []


def test_the_plan_of_the_planner_passes(runlift: Runlift, season: Callable[[], Path]) -> None:
    ended = runlift("check", season())
    assert ended.code == 0
    assert "Passed: " in ended.out
    document = json.loads(runlift("check", season(), "--json").out)
    assert document["passed"] is True
    assert document["rules"] == len(RULES)


def test_a_session_moved_onto_a_rest_day_is_refused(
    runlift: Runlift, changed: Callable[[Callable[[Change], object]], Path]
) -> None:
    path = changed(to_a_rest_day)
    ended = runlift("check", path)
    assert ended.code == 1
    assert "Refused: " in ended.out
    assert "refuse: " in ended.out
    document = json.loads(runlift("check", path, "--json").out)
    assert document["passed"] is False
    assert [each for each in document["verdicts"] if each["level"] == "refuse" and each["date"]]


@pytest.mark.parametrize("command", ["follow", "workouts", "calendar", "print"])
def test_a_refused_plan_is_neither_followed_nor_handed_out(
    runlift: Runlift,
    changed: Callable[[Callable[[Change], object]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "diary.db"))
    out = () if command == "follow" else ("--out", tmp_path / "handed-out")
    ended = runlift(command, changed(to_a_rest_day), *out)
    assert ended.code == 1
    assert "Nothing was written." in ended.err
    assert "by hand" in ended.err
    assert not (tmp_path / "handed-out").exists()
    assert runlift("current").code == 2  # nothing is followed


def test_a_load_multiplied_is_refused(
    runlift: Runlift, changed: Callable[[Callable[[Change], object]], Path]
) -> None:
    def heavier(document: Change) -> None:
        for session in document["sessions"][-6:]:
            for exercise in session["exercises"]:
                for each in exercise["sets"]:
                    each["load_kg"] = each["load_kg"] and each["load_kg"] * 3

    assert runlift("check", changed(heavier)).code == 1


def test_a_plan_of_nothing_passes_or_is_told_and_never_breaks(
    runlift: Runlift, changed: Callable[[Callable[[Change], object]], Path]
) -> None:
    path = changed(without_anything)
    assert runlift("check", path).code in {0, 1}
    assert runlift("show", path).code == 2
    assert runlift("why", "2027-01-14", path).code == 2
    assert runlift("why-not", "2027-01-14", path).code == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("runs"),
        lambda document: document.update(schema="runlift.plan/9"),
        lambda document: document.update(colour="red"),
        lambda document: document.update(time_zone="Mars/Olympus"),
        lambda document: document.update(first_day="2027-02-30"),
        lambda document: document["athlete"]["athlete"].update(body_mass_kg="much"),
        lambda document: document["sessions"][0].update(kind="party"),
        lambda document: document["sessions"][0].update(leg_stress="extreme"),
        lambda document: document["sessions"][0].update(minutes="long"),
        lambda document: document["sessions"][0].update(start="2027-01-14 18:00"),
        lambda document: document["sessions"][0]["exercises"][0]["sets"][0].update(load_kg=-5),
        lambda document: document["runs"][0].update(kind="crawl"),
        lambda document: document["weeks"][0].update(phase="winter"),
    ],
    ids=range(13),
)
def test_a_plan_file_with_a_wrong_value_is_told_with_its_place(
    runlift: Runlift,
    changed: Callable[[Callable[[Change], object]], Path],
    change: Callable[[Change], object],
) -> None:
    for command in ("check", "show"):
        ended = runlift(command, changed(change))
        assert (ended.code, ended.out) == (2, "")
        assert ended.faults
        assert all("plan.json" in line for line in ended.faults)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.99])
def test_a_plan_file_cut_short_is_told(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path, share: float
) -> None:
    whole = (season() / "plan.json").read_bytes()
    path = tmp_path / "plan.json"
    path.write_bytes(whole[: int(len(whole) * share)])
    ended = runlift("check", path)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)


@pytest.mark.parametrize("text", ["[]", "null", "{}", "3", '"plan"', "[" * 100_000, "\x00\xff", "{'a': 1}"])
def test_what_is_no_plan_at_all_is_told(runlift: Runlift, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="latin-1")
    ended = runlift("check", path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.faults


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document["sessions"][0].update(place="moon"),
        lambda document: document["sessions"][0]["exercises"][0].update(exercise_id="moon_walk"),
        lambda document: document["sessions"].append(document["sessions"][0]),
        lambda document: document["sessions"][0].update(minutes=100_000),
        lambda document: document["sessions"][0]["exercises"][0].update(sets=[]),
        lambda document: document["sessions"][0]["exercises"][0]["sets"][0].update(reps=10**6),
        lambda document: document["runs"].append(document["runs"][0]),
        lambda document: document["runs"].reverse(),
        lambda document: document["runs"].clear(),
        lambda document: document["weeks"].clear(),
        lambda document: document["rest_days"].clear(),
        lambda document: document["athlete"].pop("hours"),
        lambda document: document["athlete"].update(place=[]),
        lambda document: [run.update(distance_m=None, duration_s=None) for run in document["runs"]],
        lambda document: move(document["sessions"][0], "2031-01-01"),
        lambda document: move(document["sessions"][0], "0001-01-01"),
        lambda document: move(document["sessions"][0], "9999-12-31"),
    ],
    ids=range(17),
)
def test_a_plan_changed_by_hand_ends_in_a_verdict_or_a_fault_and_never_in_a_defect(
    runlift: Runlift,
    changed: Callable[[Callable[[Change], object]], Path],
    change: Callable[[Change], object],
) -> None:
    path = changed(change)
    for words in (
        ("check", path),
        ("check", path, "--json"),
        ("show", path),
        ("why", "2027-01-14", path),
        ("why-not", "2027-01-14", path),
    ):
        assert runlift(*words).code in {0, 1, 2}


@pytest.mark.parametrize(
    "words",
    [("show",), ("why", "2027-01-05"), ("why-not", "2027-01-05"), ("diff",), ("expect",)],
    ids=lambda words: words[0],
)
def test_who_looks_at_a_refused_plan_is_told_first_that_it_is_refused(
    runlift: Runlift,
    season: Callable[[], Path],
    changed: Callable[[Callable[[Change], object]], Path],
    words: tuple[str, ...],
) -> None:
    for path, refused in ((season(), False), (changed(to_a_rest_day), True)):
        ended = runlift(*words, *([season()] if words == ("diff",) else []), path)
        assert ended.code == 0
        assert ended.out
        assert ("The safety check refuses this plan, do not train by it" in ended.err) == refused
        assert ("`runlift check" in ended.err) == refused
