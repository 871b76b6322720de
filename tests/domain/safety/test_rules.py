from __future__ import annotations

import re
from pathlib import Path

import pytest

from runlift.domain.evidence import rows
from runlift.domain.safety.rules import RULES, Rule
from runlift.domain.safety.verdict import Level

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


def what_has_to_hold() -> list[tuple[str, list[str], str]]:
    """The rows of the page's table of demands: what, by which rules, at which level."""
    section = PAGE.read_text(encoding="utf-8").partition("## What has to hold")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")][1:]
    return [(what.strip(), re.findall(r"`(\w+)`", by), level.strip()) for what, by, level in rows]


def test_every_demand_on_the_page_is_held_by_rules_that_are_checked_at_that_level() -> None:
    levels = {rule.id: rule.level for rule in RULES} | {"finite_numbers": Level.REFUSE}
    demands = what_has_to_hold()
    assert len(demands) == 20
    for what, by, level in demands:
        assert by, what
        assert set(by) <= levels.keys(), what
        assert any(levels[each] is Level.REFUSE for each in by), what
        assert ("warn" in level) == any(levels[each] is Level.WARN for each in by), what
