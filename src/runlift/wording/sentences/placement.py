"""Why a session is on its day and hour, why a slot is forbidden, why a session is left out."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

PLACEMENT = {
    "hard_days_before_easy_days": says(
        "It is on the day of a key run, so that easy days stay easy; coaching practice rather than a trial.",
        on_key_run_day="yes",
    )
    + says(
        "It is on a day without a key run, because every day with one was forbidden or would have disturbed "
        "your running more.",
        on_key_run_day="no",
    ),
    "gap_after_run": says(
        "It begins {hours} after a run has ended; we keep at least {gap_after_run_min} and want "
        "{gap_after_run_wanted}, since running and lifting close together cost some of the gain in strength."
    )
    + says(
        "It would begin less than {gap_after_run_min} after a run has ended, so close that some of the gain "
        "in strength is lost."
    ),
    "heavy_legs_before_key_run": says(
        "The next key run begins {hours} later; after heavy leg work we keep at least "
        "{heavy_legs_before_key_run}."
    )
    + says(
        "Tired legs would meet a key run: heavy leg work has to end {heavy_legs_before_key_run} before it, "
        "and {heavy_legs_before_key_run_unaccustomed} while your legs are not used to it."
    ),
    "heavy_legs_spacing": says(
        "The last heavy leg session ended {hours} earlier; we keep at least {heavy_legs_spacing_min} between "
        "them, our default."
    )
    + says(
        "Another heavy leg session is too near: {heavy_legs_spacing_min} have to lie between them, and "
        "{heavy_legs_spacing_unaccustomed} after one that your legs are not used to; our default."
    ),
    "same_weekdays": says(
        "It is on the same weekday as the week before, so that training becomes a habit; practice, not a "
        "trial.",
        same="yes",
    )
    + says(
        "It is on another weekday than the week before, because the same one was forbidden or would have "
        "disturbed your running more.",
        same="no",
    ),
    "next_best_day": says(
        "It could be on no other day of the week; leaving it out would cost {extra_cost}.", date="none"
    )
    + says("The next best day is {date}, and the season would cost {extra_cost} more with it."),
    "session_left_out": says("A session of {minutes} found no place; most in the way: {forbidden_by}."),
    "planned_days": says("That day is outside the days that are planned."),
    "demanded_days": says("This session belongs to other days of the week, because of a race."),
    "eased_days": says(
        "Less is asked on that day, or nothing: you are ill then, something hurts, somebody is to be asked "
        "first, or your legs are not ready for so much; our default."
    ),
    "missed_session_not_squeezed_in": says(
        "A missed session is not squeezed in: {made_up_spacing} have to lie between it and other leg work; "
        "our default."
    ),
    "no_strength_on_rest_day": says(
        "It is a rest day, and rest is rest: nothing is added to it; practice, not a trial."
    ),
    "free_window": says("It does not fit into the hours that you are free."),
    "place_hours": says("It does not fit into the opening hours of the place."),
    "sessions_a_day": says(
        "The day is full: it holds at most {entries_a_day_most} sessions of running and strength together, "
        "and one of strength; practice, not a trial."
    ),
    "one_strength_session_a_day": says("The day already has a strength session; practice, not a trial."),
    "race_taper": says(
        "A race is too near: legs have to be fresh before it and to rest after it, and on its day nothing is "
        "lifted; the number of days is mostly practice, not a trial."
    ),
    "after_run_of_the_day": says("A run of that day would come after it; the run always comes first."),
    "long_run_buffer": says(
        "The long run is too near: heavy leg work keeps {long_run_buffer_before} before it and "
        "{long_run_buffer_after} after it; our default."
    ),
    "intensive_plyometrics_spacing": says(
        "Another session with jumps of high effort is too near: {intensive_plyometrics_spacing} have to lie "
        "between them."
    ),
    "heavy_legs_in_seven_days": says(
        "Seven days with a key run hold at most {heavy_legs_in_seven_days_most} heavy leg sessions; a small "
        "study saw runners tire sooner with more."
    ),
}
