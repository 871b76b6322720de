from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift


def plan_of(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    return document


def test_a_day_with_a_session_is_explained_with_sources(runlift: Runlift, season: Callable[[], Path]) -> None:
    session = plan_of(season())["sessions"][3]
    ended = runlift("why", session["date"], season())
    assert ended.code == 0
    (told,) = json.loads(runlift("why", session["date"], season(), "--json").out)["sessions"]
    shown = " ".join(ended.out.split())
    assert told["reasons"][0]["words"].partition(" [")[0] in shown
    assert "Sources:" in shown


def test_the_reasons_of_a_day_are_json_with_words(runlift: Runlift, season: Callable[[], Path]) -> None:
    session = plan_of(season())["sessions"][3]
    document = json.loads(runlift("why", session["date"], season(), "--json").out)
    (told,) = document["sessions"]
    assert [reason["rule"] for reason in told["reasons"]] == [each["rule"] for each in session["reasons"]]
    assert all(reason["words"] and reason["evidence"] for reason in told["reasons"])
    assert document["week_reasons"]


def test_the_plan_that_is_followed_is_explained_unless_another_is_named(
    runlift: Runlift,
    season: Callable[[], Path],
    followed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(followed.parent)  # where no `out` is
    (session, *_) = json.loads(runlift("current", "--json").out)["sessions"]
    told = json.loads(runlift("why", session["date"], "--json").out)
    assert [each["uid"] for each in told["sessions"]] == [session["uid"]]
    assert (
        runlift("why", session["date"], "--json", "--who", "nobody").code == 2
    )  # and there is no `out` here
    of_file = plan_of(season())["sessions"][3]
    told = json.loads(runlift("why", of_file["date"], season(), "--json").out)
    assert [each["uid"] for each in told["sessions"]] == [of_file["uid"]]


def test_a_rest_day_is_explained(runlift: Runlift, season: Callable[[], Path]) -> None:
    day = plan_of(season())["rest_days"][0]
    ended = runlift("why", day, season())
    assert ended.code == 0
    assert "rest" in ended.out
    assert json.loads(runlift("why", day, season(), "--json").out)["rest"] is True


def test_a_slot_on_a_rest_day_is_forbidden_by_that_rule(runlift: Runlift, season: Callable[[], Path]) -> None:
    plan = plan_of(season())
    day = next(day for day in plan["rest_days"] if day > plan["sessions"][0]["date"])
    document = json.loads(runlift("why-not", day, season(), "--json").out)
    assert document["answers"]
    for answer in document["answers"]:
        assert "no_strength_on_rest_day" in [reason["rule"] for reason in answer["forbidden_by"]]
        assert answer["extra_cost"] is None
    assert "forbidden" in runlift("why-not", day, season()).out


def test_the_slot_a_session_has_costs_nothing_more(runlift: Runlift, season: Callable[[], Path]) -> None:
    session = plan_of(season())["sessions"][5]
    clock = session["start"][11:16]
    document = json.loads(runlift("why-not", session["date"], season(), "--time", clock, "--json").out)
    assert 0 in [answer["extra_cost"] for answer in document["answers"]]
    assert "costs nothing more" in runlift("why-not", session["date"], season(), "--time", clock).out


def test_another_hour_costs_what_its_bill_says(runlift: Runlift, season: Callable[[], Path]) -> None:
    session = plan_of(season())["sessions"][5]
    ended = runlift("why-not", session["date"], season(), "--time", "19:30", "--json")
    allowed = [each for each in json.loads(ended.out)["answers"] if not each["forbidden_by"]]
    assert allowed
    assert all(each["extra_cost"] == sum(line["cost"] for line in each["extra_bill"]) for each in allowed)
    assert all(each["extra_cost"] >= 0 for each in allowed)


@pytest.mark.parametrize("command", ["why", "why-not"])
@pytest.mark.parametrize("day", ["2026-12-20", "2030-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_outside_the_plan_is_told(
    runlift: Runlift, season: Callable[[], Path], command: str, day: str
) -> None:
    ended = runlift(command, day, season())
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert day in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("why", "yesterday"), "yesterday"),
        (("why-not", "2027-02-30"), "2027-02-30"),
        (("why-not", "2027-01-14", "--time", "25:00"), "25:00"),
        (("why-not", "2027-01-14", "--time", "noon"), "noon"),
        (("why-not", "2027-01-14", "--time", "18:30:15:1"), "18:30:15:1"),
        (("why", "2027-01-14", "nowhere"), "nowhere"),
    ],
)
def test_what_is_no_day_hour_or_plan_is_told_in_one_line(
    runlift: Runlift, words: tuple[str, ...], told: str
) -> None:
    ended = runlift(*words)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert told in ended.err


def test_the_short_routines_of_a_day_are_shown_and_explained(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    assert runlift("complaint", "add", "knee-front", "--pain", "2", "--no-red-flags").code == 0
    plan = json.loads(runlift("current", "--json").out)
    (routine, *_) = plan["placed_routines"]
    (explained, *_) = json.loads(runlift("why", routine["date"], "--json").out)["routines"]
    assert (explained["uid"], explained["minutes"]) == (routine["uid"], routine["minutes"])
    assert all(reason["words"] and reason["evidence"] for reason in explained["reasons"])
    shown = " ".join(runlift("why", routine["date"]).out.split())
    assert f"{explained['start']} short routine" in shown
    assert explained["reasons"][0]["words"].partition(" [")[0] in shown
    assert f"{explained['start']} short routine" in " ".join(runlift("current").out.split())
    assert "Short routines: " in runlift("diff").out
