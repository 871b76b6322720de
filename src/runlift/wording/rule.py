"""Rules of placement as short noun phrases, for bills and for what could be changed."""

from __future__ import annotations

from runlift.wording.names import spaced

RULES = {
    # Hard rules: a slot that breaks one is not used.
    "planned_days": "the days that are planned",
    "demanded_days": "the days kept for this session because of a race",
    "eased_days": "days on which less or nothing may be trained",
    "no_strength_on_rest_day": "no strength work on a rest day",
    "free_window": "your free hours",
    "place_hours": "the opening hours of the place",
    "sessions_a_day": "no more than two sessions a day",
    "one_strength_session_a_day": "one strength session a day",
    "race_taper": "fresh legs before and rest after a race",
    "after_run_of_the_day": "never before the run of that day",
    "gap_after_run": "hours between a run and the session after it",
    "heavy_legs_before_key_run": "no tired legs in a key run",
    "long_run_buffer": "a day between heavy legs and a long run",
    "heavy_legs_spacing": "days between heavy leg sessions",
    "intensive_plyometrics_spacing": "days between jumps of high effort",
    "missed_session_not_squeezed_in": "two days between a missed session that is made up and other leg work",
    "heavy_legs_in_seven_days": "no more than two heavy leg sessions in seven days",
    # Soft rules: a slot that misses one costs.
    "hard_days_before_easy_days": "leg work on an easy day",
    "gap_after_run_wanted": "fewer hours after a run than wanted",
    "fatigue_into_run": "tired legs carried into coming runs",
    "long_run_interference": "leg work near a long run",
    "heavy_legs_before_key_run_wanted": "heavy legs less than two days before a key run",
    "preferred_hours": "hours you like less",
    "heavy_legs_spacing_wanted": "heavy leg sessions closer than wanted",
    "as_planned_before": "sessions moved from where the plan had them",
    "moved_beside_key_runs": "moved leg work on the day of a long run or the day before a key run",
    "same_weekdays": "weekdays that the week before did not use",
    "session_left_out": "sessions left out",
}


def rule_words(rule_id: str) -> str:
    """Return a rule of placement as a short noun phrase; one it does not know as its id in words."""
    return RULES.get(rule_id, spaced(rule_id))
