"""Why so much, and no more, is expected of strength work."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

RESPONSE = {
    "economy_in_trials": says(
        "In trials, runners who added strength work needed {percent} % less oxygen at the same speed on "
        "average, and trials differ."
    ),
    "sessions_bring_the_effect": says(
        "{sessions:session} with leg work by then, as far as they are done, bring {percent} % of that, and "
        "each further one adds less; the shape is our own choice."
    ),
    "light_work_counts_less": says(
        "Leg work below {strength_load_floor} % of your maximum and below {economy_contacts_least} contacts, "
        "{sessions:session} here, counts for {percent} %, since groups that did only that did not change."
    ),
    "economy_fades": says(
        "The last session that keeps the level is {weeks:week} back, and what was gained fades when more "
        "than {economy_kept_weeks} weeks pass without one; our own estimate from three small trials."
    ),
    "own_measurements_count": says(
        "What you measured moves it by {points} percentage points, weighed against how noisy such "
        "measurements are."
    ),
    "no_change_is_within": says(
        "No change is always within the range: runners differ, and one runner's measurements cannot tell "
        "strength work from everything else that changed."
    ),
    "time_follows_economy": says(
        "At this speed 1 % of economy is about {percent} % of race time, since air drag grows with speed and "
        "race time followed less than economy in trials."
    ),
}
