"""All rules of placement by id, with the evidence each rests on and whether the runner may relax it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of
from runlift.domain.placement import slot_cost, slot_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.placement.instance import BoolArray, IntArray
    from runlift.domain.placement.slot_rule import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """What a rule rests on.

    Attributes:
        constants: Keys of the constants it works with.
        relaxable: Whether the runner may relax it; a rule of safety never.
        always: Whether it holds whatever is relaxed.
    """

    constants: tuple[str, ...]
    relaxable: bool = False
    always: bool = False


SLOT_RULES: tuple[Callable[[Case], BoolArray], ...] = (
    slot_rule.planned_days,
    slot_rule.demanded_days,
    slot_rule.eased_days,
    slot_rule.no_strength_on_rest_day,
    slot_rule.free_window,
    slot_rule.place_hours,
    slot_rule.sessions_a_day,
    slot_rule.race_taper,
    slot_rule.after_run_of_the_day,
    slot_rule.gap_after_run,
    slot_rule.heavy_legs_before_key_run,
    slot_rule.long_run_buffer,
)

SLOT_COSTS: tuple[Callable[[Case], IntArray], ...] = (
    slot_cost.hard_days_before_easy_days,
    slot_cost.gap_after_run_wanted,
    slot_cost.fatigue_into_run,
    slot_cost.long_run_interference,
    slot_cost.heavy_legs_before_key_run_wanted,
    slot_cost.preferred_hours,
    slot_cost.as_planned_before,
    slot_cost.moved_beside_key_runs,
)

HARD_RULES: dict[str, RuleEntry] = {
    "planned_days": RuleEntry(constants=("planned_days",), always=True),
    "demanded_days": RuleEntry(
        constants=(
            "last_heavy_legs_before_marathon_wanted",
            "light_primer_before_a_race",
            "lifting_after_short_race",
            "no_new_exercise_before_race",
        )
    ),
    "eased_days": RuleEntry(constants=("eased_days",), always=True),
    "no_strength_on_rest_day": RuleEntry(constants=("no_strength_on_rest_day",)),
    "free_window": RuleEntry(constants=("free_window",), relaxable=True),
    "place_hours": RuleEntry(constants=("place_hours",), relaxable=True),
    "sessions_a_day": RuleEntry(
        constants=("entries_a_day_most", "strength_sessions_a_day_most"), relaxable=True
    ),
    "race_taper": RuleEntry(
        constants=(
            "last_heavy_legs_before_a_race",
            "last_heavy_legs_before_b_race",
            "last_heavy_legs_before_c_race",
            "nothing_for_legs_before_race",
            "lifting_after_short_race",
        )
    ),
    "after_run_of_the_day": RuleEntry(constants=("after_run_of_the_day",), relaxable=True),
    "gap_after_run": RuleEntry(constants=("gap_after_run_min",)),
    "heavy_legs_before_key_run": RuleEntry(
        constants=(
            "heavy_legs_before_key_run",
            "heavy_legs_before_key_run_unaccustomed",
            "moderate_legs_before_key_run_unaccustomed",
        )
    ),
    "long_run_buffer": RuleEntry(constants=("long_run_buffer_before", "long_run_buffer_after")),
    "one_strength_session_a_day": RuleEntry(constants=("strength_sessions_a_day_most",), always=True),
    "heavy_legs_spacing": RuleEntry(constants=("heavy_legs_spacing_min", "heavy_legs_spacing_unaccustomed")),
    "intensive_plyometrics_spacing": RuleEntry(constants=("intensive_plyometrics_spacing",)),
    "missed_session_not_squeezed_in": RuleEntry(constants=("made_up_spacing",)),
    "heavy_legs_in_seven_days": RuleEntry(constants=("heavy_legs_in_seven_days_most",)),
}

SOFT_RULES: dict[str, RuleEntry] = {
    "hard_days_before_easy_days": RuleEntry(constants=("cost_easy_day_per_leg_stress",), relaxable=True),
    "gap_after_run_wanted": RuleEntry(
        constants=("gap_after_run_wanted", "cost_gap_after_run_missing"), relaxable=True
    ),
    "fatigue_into_run": RuleEntry(
        constants=("fatigue_half_life", "fatigue_of_leg_stress", "fatigue_cost_key_run"), relaxable=True
    ),
    "long_run_interference": RuleEntry(
        constants=("long_run_distance_wanted", "cost_long_run_missing"), relaxable=True
    ),
    "heavy_legs_before_key_run_wanted": RuleEntry(
        constants=("heavy_legs_before_key_run_wanted", "cost_key_run_missing"), relaxable=True
    ),
    "preferred_hours": RuleEntry(constants=("cost_hour_not_preferred",), relaxable=True),
    "as_planned_before": RuleEntry(constants=("cost_moved_day", "cost_moved_start"), relaxable=True),
    "moved_beside_key_runs": RuleEntry(constants=("cost_moved_beside_key_run",), relaxable=True),
    "heavy_legs_spacing_wanted": RuleEntry(
        constants=("heavy_legs_spacing_wanted", "cost_spacing_step_missing"), relaxable=True
    ),
    "same_weekdays": RuleEntry(constants=("cost_new_weekday",), relaxable=True),
    "session_left_out": RuleEntry(constants=("sessions_per_week_to_improve",), always=True),
}


def evidence_of_rule(rule: str) -> tuple[str, ...]:
    """Return the ids of the evidence rows behind a rule.

    Raises:
        KeyError: There is no such rule.
    """
    entry = HARD_RULES.get(rule) or SOFT_RULES[rule]
    return evidence_of(*entry.constants)


def rules_that_may_be_off() -> tuple[str, ...]:
    """Return the soft rules that a runner may turn off."""
    return tuple(rule for rule, entry in SOFT_RULES.items() if not entry.always)
