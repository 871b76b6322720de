from __future__ import annotations

from pathlib import Path

import pytest

from runlift.domain.evidence import rows
from runlift.domain.safety.rules import RULES, Rule

PAGE = Path(__file__).parents[3] / "docs" / "safety.md"


def test_every_rule_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_cites_evidence_that_exists(rule: Rule) -> None:
    assert rule.evidence
    assert set(rule.evidence) <= rows().keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_holds(rule: Rule) -> None:
    assert rule.says.startswith(("Refuse ", "Warn "))
    assert rule.says.startswith(rule.level.value.capitalize())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_documented_with_its_level_and_evidence(rule: Rule) -> None:
    line = f"| `{rule.id}` | {rule.level} | {rule.says} | {', '.join(rule.evidence)} |"
    assert line in PAGE.read_text(encoding="utf-8").splitlines()
