from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.formats.plan_json import dump_plan, load_plan
from runlift.formats.plan_json.schema import plan_schema, plan_schema_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.plan.plan import Plan

FEW = settings(max_examples=40, deadline=None)


def read_messages(data: bytes) -> list[tuple[str, str]]:
    outcome = load_plan(data, name="plan.json")
    assert outcome.plan is None
    assert outcome.findings
    return [(finding.place, finding.message) for finding in outcome.findings]


def broken(plan: Plan, change: Callable[[Any], object]) -> bytes:
    document = json.loads(dump_plan(plan))
    change(document)
    return json.dumps(document).encode()


@FEW
@given(data=st.data())
def test_a_plan_comes_back_as_it_was_written(data: st.DataObject, any_plan: st.SearchStrategy[Plan]) -> None:
    plan = data.draw(any_plan)
    outcome = load_plan(dump_plan(plan), name="plan.json")
    assert outcome.findings == ()
    assert outcome.plan == plan


@FEW
@given(data=st.data())
def test_the_same_plan_gives_the_same_bytes_also_when_read_again(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    plan = data.draw(any_plan)
    written = dump_plan(plan)
    assert dump_plan(plan) == written
    again = load_plan(written, name="plan.json").plan
    assert again is not None
    assert dump_plan(again) == written


@FEW
@given(data=st.data())
def test_every_written_plan_keeps_the_published_schema(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    validator = jsonschema.Draft202012Validator(plan_schema())
    assert list(validator.iter_errors(json.loads(dump_plan(data.draw(any_plan))))) == []


def test_the_published_schema_is_the_one_of_the_shape() -> None:
    published = files("runlift.formats") / "schema" / "plan.schema.json"
    assert published.read_bytes() == plan_schema_bytes()
    jsonschema.Draft202012Validator.check_schema(plan_schema())


def test_a_plan_from_before_there_were_routines_on_days_is_read(small_plan: Plan) -> None:
    document = json.loads(dump_plan(small_plan))
    assert "placed_routines" not in document
    del document["routines"]
    assert load_plan(json.dumps(document).encode(), name="plan.json").plan == small_plan


def test_times_carry_the_offset_of_the_plans_zone(small_plan: Plan) -> None:
    document = json.loads(dump_plan(small_plan))
    assert document["schema"] == "runlift.plan/1"
    assert document["sessions"][0]["start"] == "2026-12-22T17:00+01:00"


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (lambda it: it["runs"][0].update(kind="jogging"), "runs.0.kind", "'easy', 'recovery'"),
        (lambda it: it["sessions"][0].update(kind="yoga"), "sessions.0.kind", "'foundation'"),
        (lambda it: it["sessions"][0].update(leg_stress="huge"), "sessions.0.leg_stress", "'moderate'"),
        (lambda it: it.update(colour="red"), "colour", "Extra inputs"),
        (lambda it: it.update(schema="runlift.plan/9"), "schema", "runlift.plan/1"),
        (lambda it: it.update(time_zone="Mars/Base"), "time_zone", "no time zone"),
        (lambda it: it.update(first_day="soon"), "first_day", "date"),
        (lambda it: it.update(first_day="9999-12-31"), "first_day", "centuries"),
        (lambda it: it["sessions"][0].update(minutes="44"), "sessions.0.minutes", "integer"),
        (lambda it: it["sessions"][0].update(minutes=45), "sessions.0", "44 min apart"),
        (lambda it: it["runs"][0].update(date="2026-12-30"), "runs.0", "start is on"),
        (lambda it: it["runs"][0].update(start="2026-12-22T06:30"), "runs.0.start", "timezone"),
        (lambda it: it["runs"][0].update(distance_m=-5), "runs.0.distance_m", "greater than or equal"),
        (lambda it: it["runs"][0].update(distance_m=float("nan")), "runs.0.distance_m", "finite"),
        (lambda it: it["athlete"].update(shoes=2), "athlete.shoes", "Extra inputs"),
        (lambda it: it["athlete"]["athlete"].update(lifting="often"), "athlete.athlete.lifting", "novice"),
        (lambda it: it.pop("proof"), "proof", "required"),
        (lambda it: it.update(sessions={}), "sessions", "array"),
    ],
)
def test_a_broken_file_is_told_with_the_place_of_its_fault(
    small_plan: Plan, change: Callable[[Any], object], place: str, words: str
) -> None:
    told = read_messages(broken(small_plan, change))
    assert any(where == f"plan.json, {place}" and words in message for where, message in told), told


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'"plan"',
        b"\x00\xff\xfe\x80",
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"schema": ' * 5_000,
        b'{"schema": NaN}',
        b"\xef\xbb\xbf{}",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_plan_at_all_is_told_and_never_raises(data: bytes) -> None:
    assert all(place.startswith("plan.json") and message for place, message in read_messages(data))


@FEW
@given(cut=st.integers(0, 2_000_000))
def test_a_truncated_file_is_told(small_plan: Plan, cut: int) -> None:
    written = dump_plan(small_plan).rstrip()
    assert read_messages(written[: cut % len(written)])


@FEW
@given(data=st.data())
def test_any_value_in_any_place_gives_a_plan_or_findings(small_plan: Plan, data: st.DataObject) -> None:
    document = json.loads(dump_plan(small_plan))
    node: Any = document
    while True:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        inside = node[key]
        if not inside or not isinstance(inside, dict | list) or data.draw(st.booleans()):
            break
        node = inside
    odd: st.SearchStrategy[Any] = st.sampled_from(
        [None, True, -1, 10**30, 1e300, "", "x", "9999-12-31", [], {}, [[]], {"a": 1}]
    )
    node[key] = data.draw(odd)
    outcome = load_plan(json.dumps(document).encode(), name="plan.json")
    assert (outcome.plan is None) == bool(outcome.findings)
    if outcome.plan is not None:
        assert dump_plan(outcome.plan)


def test_only_the_first_faults_of_a_file_are_told(small_plan: Plan) -> None:
    many = replace(small_plan, sessions=small_plan.sessions * 20)
    data = broken(many, lambda it: [each.update(kind="yoga") for each in it["sessions"]])
    assert len(read_messages(data)) == 10
