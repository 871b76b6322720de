from __future__ import annotations

from runlift.application.plan_in_force import OF_WHAT_WAS_TOLD
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.verdict import Level


def test_the_plan_in_force_is_held_to_rules_that_refuse() -> None:
    assert {rule.id for rule in RULES if rule.level is Level.REFUSE} >= OF_WHAT_WAS_TOLD
