"""Why an exercise, its dose and its load are as they are, and why a session is built as it is."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

PRESCRIPTION = {
    "main_kept_for_block": says(
        "The main lift for {slot}, kept through block {block} of the season so that the weight can grow; our "
        "own choice among lifts that do the same work."
    ),
    "covers_need": says(
        "It is in for {need}, which your week asks for; how we weigh such needs is our default."
    ),
    "dose_by_phase": says(
        "{reps_low} to {reps_high} repetitions with {rir} left in reserve (stop when you could do {rir} "
        "more): enough to get stronger in the {phase} phase without sets to the limit."
    ),
    "more_reserve_before_key_run": says(
        "With {rir} in reserve you stop one repetition earlier than usual, because a key run is near; our "
        "default."
    ),
    "reps_by_rir_after_run": says(
        "Your legs may manage fewer repetitions {hours} after a run: let what you have in reserve decide, "
        "not the number; a small study saw this for up to {reps_by_rir_within_hours_of_run}."
    ),
    "start_load_from_body_mass": says(
        "A careful start of {load_kg} ({wanted_kg} would be our share of your body mass): confirm it with "
        "the lighter sets before, and go lighter if you cannot keep the reserve; a coach's rule of thumb, "
        "not a trial."
    ),
    "load_from_known_set": says(
        "The weight follows from what you have done: your sets up to {load_kg} suggest that you could lift "
        "about {one_rm_kg} once; nobody asks you to try, and the estimate is a formula, not a test."
    ),
    "load_as_told": says(
        "You have done {reps:repetition} with {load_kg}: too many for an estimate of your strength, so that "
        "weight is where you begin."
    ),
    "lightest_without_body_mass": says(
        "The lightest weight there is, {load_kg}, because your body mass is not told; confirm it with care."
    ),
    "lever_volume": says(
        "{from_reps} repetitions become {to_reps} at the same weight: repetitions grow first."
    )
    + says("{from_s} become {to_s}: time grows first."),
    "lever_intensity": says(
        "{from_kg} become {to_kg}, for {reps:repetition}: you reached the top of the repetitions, so the "
        "weight takes a small step."
    )
    + says("The {band} band comes next, since the top of the repetitions is reached."),
    "lever_exercise_selection": says(
        "{from_exercise} has gone well often enough, so its harder form comes next: {to_exercise}; how often "
        "is our default."
    ),
    "lever_time": says(
        "Slower, {tempo} (seconds down, pause, up), since the top of the repetitions is reached; our default."
    ),
    "kit_step_over_cap": says(
        "From {from_kg} the next weight you have is {to_kg}, more than {load_step_cap} % heavier, so "
        "{from_reps} repetitions become {to_reps:repetition}; how many fewer is our default."
    ),
    "kit_too_light": says(
        "Your heaviest weight has become light for this: {reps:repetition} is where it stops, and a harder "
        "form or a heavier weight would help more."
    ),
    "progression_held": says(
        "Nothing grows this week: a race, a return, a much longer run or how you are asks for what you have."
    ),
    "deload_lighter": says(
        "Only {load_kg} or fewer repetitions in this lighter week, and {deload_rir_plus} more in reserve; "
        "this is what lifters do, not a trial."
    ),
    "contacts_built_slowly": says(
        "{contacts:foot contact}: landings start few and grow slowly, since running adds its own; a coach's "
        "rule of thumb, not a trial."
    ),
    "eccentric_quadriceps": says(
        "Lower slowly ({tempo}: seconds down, pause, up), so that the front of the thighs gets used to "
        "downhills; our own choice, no trial has tested it in this form."
    ),
    "stairs_for_climbs": says(
        "Steps and stairs, since your race climbs and you train on the flat; our own choice, no trial has "
        "tested it."
    ),
    "fast_light_power": says(
        "{load_kg} for {reps:repetition}, light on purpose: move it as fast as you can and stop while it is "
        "fast."
    ),
    "standing_only": says(
        "Only while standing, never while running: weights carried on a run cost more than they bring, as "
        "small studies found."
    ),
    "session_order": says(
        "Jumps and main lifts come first, while you are fresh: what comes early in a session improves more."
    ),
    "minutes_computed": says(
        "{minutes} by our count of sets, rests and setting up, within the {most} there are; real gyms are "
        "slower when busy."
    ),
    "weekly_hard_sets": says(
        "{sets:hard set} in this session, {leg_sets} of them for the legs; up to {leg_sets_most} for the "
        "legs fit into the week's slow growth, our default."
    ),
    "leg_stress_kept": says(
        "What is chosen keeps the promise made to your runs: no more than {stress} leg work; our default."
    ),
    "no_new_exercise_before_race": says(
        "Nothing new is tried within {no_new_exercise_before_race:day} of a race; practice, not a trial."
    ),
    "warm_up": says(
        "{minutes} of easy movement first, then lighter sets of the main lift; practice, not a trial."
    ),
}
