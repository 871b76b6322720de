"""Every rule of the safety check has words for runners."""

from __future__ import annotations

from datetime import date

from runlift.domain.quantity import Reason, Severity
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.structure import finite_numbers
from runlift.domain.safety.verdict import Level, Verdict
from runlift.wording.check_words import CHECK_WORDS
from runlift.wording.verdict import verdict_finding


def a_verdict(rule: str, level: Level, **numbers: float | str) -> Verdict:
    return Verdict(
        rule=rule,
        level=level,
        date=date(2027, 1, 14),
        uid="runner-1",
        exercise="goblet_squat",
        reason=Reason.of(rule, ("S30",), **numbers),
    )


def test_every_rule_has_words_and_no_words_are_left_over() -> None:
    assert set(CHECK_WORDS) == {rule.id for rule in RULES} | {finite_numbers.__name__}


def test_a_refusal_is_an_error_with_a_remedy() -> None:
    finding = verdict_finding(a_verdict("heavy_legs_before_key_run", Level.REFUSE, hours=18))
    assert finding.severity is Severity.ERROR
    assert finding.place == "Thu 14 Jan 2027, Goblet squat"
    assert "hours 18" in finding.message
    assert "[S30]" in finding.message
    assert finding.remedy


def test_a_warning_needs_no_remedy() -> None:
    finding = verdict_finding(a_verdict("running_volume_spike", Level.WARN))
    assert finding.severity is Severity.WARNING
    assert not finding.remedy
