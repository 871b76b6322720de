"""Understanding a whole plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.quantity import Severity
from runlift.domain.running.entry import Correction, DistanceUnit, PlanEntries, PlanEntry
from runlift.domain.running.labelled import labelled_days
from runlift.domain.running.plan import TO_BE_REPLACED, RunKind
from runlift.domain.running.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.running.understand import Understood

MONDAY = date(2026, 3, 2)
KILOMETRES = DistanceUnit.KILOMETRES


def _entries(*entries: PlanEntry, unit: DistanceUnit | None = KILOMETRES) -> PlanEntries:
    days = [entry.date for entry in entries] or [MONDAY]
    return PlanEntries(
        entries=entries, first_day=min(days), last_day=max(days), unit=unit, name="plan", findings=()
    )


def _entry(title: str, **fields: object) -> PlanEntry:
    return replace(PlanEntry(date=MONDAY, title=title), **fields)  # type: ignore[arg-type]  # fields by name


def _kinds(result: Understood) -> list[str]:
    return [run.kind.value for day in result.plan.days for run in day.runs]


def _codes(result: Understood) -> list[str]:
    return [finding.code for finding in result.findings]


def test_every_date_from_first_to_last_is_there_and_an_empty_one_is_rest(
    understood: Callable[..., Understood],
) -> None:
    result = understood(["Easy 5 km", "", "", "Easy 8 km"])
    assert [day.date for day in result.plan.days] == [MONDAY + timedelta(days=at) for at in range(4)]
    assert _kinds(result) == ["easy", "rest", "rest", "easy"]


def test_rest_words_are_rest_also_when_something_else_is_a_choice(
    understood: Callable[..., Understood],
) -> None:
    titles = ["Rest", "Off", "Off Day", "Rest or XT", "Rest or cross-training", "-", "x"]
    assert set(_kinds(understood(titles))) == {"rest"}


def test_a_day_of_two_runs_holds_both_in_order(understood: Callable[..., Understood]) -> None:
    result = understood(["AM 5 easy / PM 6x800"])
    assert _kinds(result) == ["easy", "intervals"]
    assert [run.id for run in result.plan.days[0].runs] == ["2026-03-02/1", "2026-03-02/2"]


def test_a_run_and_strength_of_one_entry_are_two(understood: Callable[..., Understood]) -> None:
    result = understood(["Easy 6 km + core"])
    assert _kinds(result) == ["easy", "strength"]
    assert "strength_in_plan" in _codes(result)


def test_strength_stays_in_the_plan_and_says_its_fate() -> None:
    entries = _entries(_entry("Gym"))
    replaced = understand(entries).plan.days[0].runs[0]
    kept = understand(entries, keep_strength=True).plan.days[0].runs[0]
    assert (replaced.kind, kept.kind) == (RunKind.STRENGTH, RunKind.STRENGTH)
    assert TO_BE_REPLACED in replaced.note
    assert TO_BE_REPLACED not in kept.note


def test_rest_beside_training_on_one_day_is_left_out() -> None:
    result = understand(_entries(_entry("Rest"), _entry("Easy 5 km")))
    assert _kinds(result) == ["easy"]


def test_a_kind_stated_in_our_own_schema_is_taken_as_it_is() -> None:
    result = understand(
        _entries(_entry("Sunday thing", source_kind="runlift:tempo", key=False, movable=True, start=time(7)))
    )
    run = result.plan.days[0].runs[0]
    assert (run.kind, run.key, run.movable, run.confidence, run.start) == (
        RunKind.TEMPO,
        False,
        True,
        1.0,
        time(7),
    )


def test_the_files_own_word_weighs_in_where_the_title_is_silent() -> None:
    words = {"WeightTraining": "strength", "Bike": "cross-training", "Day Off": "rest", "Race": "race"}
    for word, kind in words.items():
        assert _kinds(understand(_entries(_entry("Session 3", source_kind=word)))) == [kind]


def test_a_field_for_runs_keeps_a_strength_run_a_run() -> None:
    result = understand(_entries(_entry("Strength 6 x 1 km", source_kind="Run")))
    assert _kinds(result) == ["intervals"]


def test_distance_and_duration_of_a_field_win_over_the_words() -> None:
    run = understand(_entries(_entry("Easy 8 km", distance_m=8200.0, duration_s=2700.0))).plan.days[0].runs[0]
    assert (run.distance_m, run.duration_s) == (8200.0, 2700.0)


def test_a_silent_title_is_read_by_the_first_line_of_its_note() -> None:
    run = understand(_entries(_entry("Tuesday", note="Tempo • 8km • 45m\nEnjoy"))).plan.days[0].runs[0]
    assert (run.kind, run.distance_m) == (RunKind.TEMPO, 8000.0)


def test_ids_are_those_of_the_source_and_never_occur_twice() -> None:
    same = [_entry("Easy 5 km + core", source_id="a"), _entry("Easy 6 km", source_id="a")]
    later = [replace(entry, date=MONDAY + timedelta(days=1)) for entry in same]
    runs = list(understand(_entries(*same, *later)).plan.runs())
    assert runs[0].id == "a"
    assert len({run.id for run in runs}) == len(runs)


def test_a_correction_is_applied_by_date_and_number() -> None:
    entries = _entries(_entry("Sunday special"))
    correction = Correction(
        date=MONDAY, number=1, title="sunday  Special", kind=RunKind.LONG, distance_m=21000.0
    )
    result = understand(entries, corrections=[correction])
    run = result.plan.days[0].runs[0]
    assert (run.kind, run.key, run.distance_m, run.confidence) == (RunKind.LONG, True, 21000.0, 1.0)
    assert "correction_not_applied" not in _codes(result)


def test_a_correction_for_other_words_is_told_and_not_applied() -> None:
    correction = Correction(date=MONDAY, number=1, title="Long 20", kind=RunKind.LONG)
    misplaced = Correction(date=MONDAY - timedelta(days=9), number=1, title="", kind=RunKind.REST)
    result = understand(_entries(_entry("Easy 6")), corrections=[correction, misplaced])
    assert result.plan.days[0].runs[0].kind is RunKind.EASY
    assert _codes(result).count("correction_not_applied") == 2


def test_a_correction_to_rest_makes_a_rest_day() -> None:
    correction = Correction(date=MONDAY, number=1, title="Club night", kind=RunKind.REST)
    result = understand(_entries(_entry("Club night")), corrections=[correction])
    assert result.plan.days[0].is_rest


def test_an_unsure_title_is_told_once_with_its_place(understood: Callable[..., Understood]) -> None:
    result = understood(["Club night", "Easy 5", "club  night"])
    unsure = [finding for finding in result.findings if finding.code == "unsure_reading"]
    assert [(finding.place, finding.severity) for finding in unsure] == [
        ("plan.txt, line 1", Severity.WARNING)
    ]
    assert unsure[0].remedy


def test_a_plan_without_any_run_says_so(understood: Callable[..., Understood]) -> None:
    assert "no_runs" in _codes(understood(["Gym", "Rest"]))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_words_are_read_without_gaps_and_twice_the_same(data: st.DataObject) -> None:
    titles = st.one_of(st.sampled_from([line.text for line in labelled_days()]), st.text(max_size=60))
    words = data.draw(st.lists(titles, min_size=1, max_size=14))
    entries = tuple(
        PlanEntry(date=MONDAY + timedelta(days=at // 2), title=title) for at, title in enumerate(words)
    )
    laid = _entries(*entries, unit=data.draw(st.sampled_from([None, *DistanceUnit])))
    result = understand(laid)
    assert result == understand(laid)
    dates = [day.date for day in result.plan.days]
    assert dates == [MONDAY + timedelta(days=at) for at in range(len(dates))]
    assert all(day.runs for day in result.plan.days)
    for run in result.plan.runs():
        assert 0 < run.confidence <= 1
        assert run.distance_m is None or run.distance_m >= 0
        assert not (run.key and not run.kind.is_run)


@settings(max_examples=30, deadline=None)
@given(shift=st.integers(min_value=1, max_value=80), at=st.integers(min_value=0, max_value=400))
def test_moving_the_plan_by_whole_weeks_changes_no_reading(shift: int, at: int) -> None:
    titles = [line.text for line in labelled_days()[at : at + 14]]
    first = [PlanEntry(date=MONDAY + timedelta(days=day), title=title) for day, title in enumerate(titles)]
    moved = [replace(entry, date=entry.date + timedelta(weeks=shift)) for entry in first]
    assert _kinds(understand(_entries(*first))) == _kinds(understand(_entries(*moved)))


def test_a_run_with_weights_is_a_run_and_the_weights_are_refused() -> None:
    result = understand(_entries(_entry("5 km easy with ankle weights")))
    assert _kinds(result) == ["easy"]
    assert "weights_while_running" in _codes(result)


def test_a_gentle_parkrun_is_no_race_and_a_named_distance_is_one() -> None:
    for title, kind in (
        ("parkrun (steady!)", "steady"),
        ("parkrun easy", "easy"),
        ("parkrun", "race"),
        ("LAKESIDE 10K!!!", "race"),
        ("Northampton 10k", "race"),
        ("Treadmill 10k", "easy"),
        ("Easy 10k", "easy"),
    ):
        assert _kinds(understand(_entries(_entry(title)))) == [kind], title


def test_a_double_told_by_a_slash_is_two_runs_of_their_own_lengths() -> None:
    (day,) = understand(_entries(_entry("4/6 double"))).plan.days
    assert [run.distance_m for run in day.runs] == [4000.0, 6000.0]
