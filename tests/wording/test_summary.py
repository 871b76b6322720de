from __future__ import annotations

from dataclasses import replace
from datetime import date

from runlift.domain.athlete.profile import Athlete, Lifting, Units
from runlift.domain.plan.plan import Charge, Plan, Proof, Relaxation, Unmet
from runlift.domain.plan.session import SessionKind
from runlift.domain.quantity import Finding, Reason, Severity
from runlift.domain.running.plan import Run, RunKind
from runlift.wording.citation import citation_words
from runlift.wording.names import run_words
from runlift.wording.summary import bill_words, cited_rows, notes_of, summary_words, title_words
from runlift.wording.unmet import unmet_words

EMPTY = Plan(
    first_day=date(2026, 12, 21),
    time_zone="Europe/Berlin",
    athlete=Athlete(lifting=Lifting.NOVICE),
    runs=(),
    rest_days=(),
    weeks=(),
    sessions=(),
    unmet=(),
    warnings=(),
    proof=Proof(
        status="optimal",
        objective=1500,
        bound=1500,
        bill=(
            Charge(rule="same_weekdays", evidence=("C008",), cost=500),
            Charge(rule="fatigue_into_run", evidence=("C003", "S23"), cost=1000),
            Charge(rule="preferred_hours", evidence=("C009",), cost=0),
        ),
    ),
    inputs=(),
    began=date(2026, 12, 21),
)


def test_a_plan_without_sessions_claims_no_proof() -> None:
    assert summary_words(EMPTY) == "0 strength sessions in 0 weeks."
    assert title_words(EMPTY) == "Strength plan, from Mon 21 Dec 2026"


def test_the_bill_names_the_largest_part_first_and_leaves_out_what_is_free() -> None:
    assert bill_words(EMPTY) == [
        "tired legs carried into coming runs: 1 point",
        "weekdays that the week before did not use: 0.5 points",
    ]


def test_the_rows_behind_the_bill_are_sources_too() -> None:
    assert cited_rows(EMPTY) == ["C003", "C008", "C009", "S23"]


def test_warnings_come_before_notes_and_each_once() -> None:
    note = Finding(severity=Severity.NOTE, code="a", message="Assumed.", place="athlete.toml", remedy="Tell.")
    warning = Finding(severity=Severity.WARNING, code="b", message="Doubtful.")
    plan = replace(EMPTY, warnings=(note, warning, note))
    assert notes_of(plan) == ["Doubtful.", "athlete.toml: Assumed. Tell."]


def test_what_each_change_would_buy_is_told_and_what_stays() -> None:
    unmet = Unmet(
        week=date(2026, 12, 21),
        kind=SessionKind.STRENGTH,
        rules=("free_window", "race_taper"),
        relaxations=(
            Relaxation(rule="free_window", sessions_gained=2, allowed=True),
            Relaxation(rule="race_taper", sessions_gained=1, allowed=False),
            Relaxation(rule="place_hours", sessions_gained=0, allowed=True),
        ),
        reason=Reason.of("session_left_out", ()),
    )
    first, may, stays = unmet_words([unmet, replace(unmet, week=date(2026, 12, 28))])
    assert first == (
        "Left out in the weeks of Mon 21 Dec, Mon 28 Dec: Strength. In the way: your free hours, "
        "fresh legs before and rest after a race."
    )
    assert may == (
        "  Without 'your free hours': 2 more sessions in the season. "
        "Tell more free hours under [hours] in the athlete file."
    )
    assert "1 more session in the season. That rule stays" in stays


def test_a_citation_tells_how_strong_a_row_is_and_how_far_it_was_read() -> None:
    words = citation_words("S04")
    assert words.startswith("S04: ")
    assert "strength C (small or acute study); read in the abstract" in words
    assert citation_words("Z99") == "Z99: no row of this version"


def test_a_run_is_told_in_its_plans_words_and_what_they_leave_out() -> None:
    run = Run(
        id="a",
        date=date(2026, 12, 22),
        kind=RunKind.LONG,
        key=True,
        title="Long run 16 km",
        distance_m=16_000.0,
    )
    assert run_words(run, Units.METRIC) == "Long run 16 km (key run)"
    assert run_words(replace(run, title="To the lake"), Units.METRIC) == "To the lake (long, 16 km, key run)"
    assert run_words(replace(run, title=""), Units.IMPERIAL) == "long 9.9 mi (key run)"
