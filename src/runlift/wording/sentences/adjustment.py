"""Why an exercise grows, holds or steps back after it was done, and why days ask less than their week."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

ADJUSTMENT = {
    "fewer_sessions_when_missed": says(
        "You did {done} of the last {planned} planned sessions, so each of the coming weeks asks for one "
        "less; a smaller plan that is done beats a larger one that is not, our default."
    ),
    "easier_than_asked": says(
        "The last set left {reps} repetitions more than asked, twice in a row, so the step is {reps} "
        "repetitions larger; a lifters' rule, not a trial."
    ),
    "fell_short_hold": says(
        "It fell short of what was asked, so the same is asked again before anything grows; our default."
    ),
    "fell_short_step_back": says(
        "It fell short, so it steps back from {from_kg} to {to_kg} and grows again from there; our default."
    )
    + says(
        "It fell short, so it steps back from {from_reps} to {to_reps:repetition} and grows again from "
        "there; our default."
    )
    + says("It fell short, so it steps back from {from_s} to {to_s}; our default.")
    + says("It fell short, so the tempo is {tempo} again; our default.")
    + says("It fell short, so a {band} band comes again; our default."),
    "fewer_reps_after_run": says(
        "Fewer repetitions with the reserve asked, hours after a run, are what the run costs: the same is "
        "asked again, and it counts as no failure."
    ),
    "less_reserve_hold": says(
        "You had a little less in reserve than asked, so the same is asked again; a reserve is felt to about "
        "one repetition."
    ),
    "fewer_sets_hold": says("You did fewer sets than asked, so the same is asked again; our default."),
    "lighter_load_held": says(
        "You took less than asked, so {load_kg}, the last load you completed, is where it goes on."
    ),
    "doubtful_load": says(
        "You logged {done_kg} where {asked_kg} was asked, which looks like kilograms and pounds mixed up: it "
        "does not count until you correct it."
    ),
    "doubtful_leap": says(
        "You logged {reps:repetition} with {done_kg} where {asked_kg} was asked, far more than you have "
        "shown: it counts once you do it again, or correct it if it was a slip."
    ),
    "hurt_hold": says(
        "It hurt {pain} of 10, so nothing grows; above {pain_hold} it would be left out, and when "
        "pain stays, see a physiotherapist."
    ),
    "hurt_step_back": says(
        "It hurt {pain} of 10, so it is left out for a while and begins lighter when it is back; when pain "
        "stays, see a physiotherapist."
    ),
    "only_ticked_hold": says(
        "You only told that it was done: tell the sets too, so that it can grow with what you did."
    ),
    "rest_while_ill": says(
        "With fever or chest symptoms nothing is trained, nor for {fever_days} days after the last sign of "
        "it, and chest symptoms belong before a doctor; practice, not a trial.",
        kind="fever",
    )
    + says("While you are ill nothing is trained; our default.", kind="other"),
    "ill_until_told": says(
        "You are ill, so nothing is trained: tell when you are well again with `runlift log well`."
    ),
    "lighter_after_illness": says("The first days after an illness hold fewer sets; practice, not a trial."),
    "sore_legs": says(
        "Your legs are sore ({soreness} of 10) and a key run is near: fewer sets, one repetition more in "
        "reserve, and little for the legs; our default.",
        key_run_near="yes",
    )
    + says(
        "Your legs are sore ({soreness} of 10): fewer sets, and one repetition more in reserve; our default."
    ),
    "short_sleep": says(
        "You slept {sleep_hours} hours, a key run is near: fewer sets, and no heavy leg work; our default.",
        key_run_near="yes",
    )
    + says("You slept {sleep_hours} hours: fewer sets, and one repetition more in reserve; our default."),
    "less_after_pain": says(
        "You told of pain of {pain} of 10, so the next days hold fewer sets; when pain stays, see a "
        "physiotherapist."
    ),
    "legs_return_after_break": says(
        "After {days} days without leg work you come back with about {load_percent} % of the legs' loads "
        "and {sets_percent} % of the sets; how much is our default, from studies of training breaks."
    ),
    "rested_while_it_hurt": says(
        "It rested for {days} days while something hurt, so it comes back with about {load_percent} % of "
        "what it was; how much is our default, from studies of training breaks."
    ),
    "return_after_break": says(
        "After {days} days without strength work the first session keeps {break_rir} repetition more in "
        "reserve; strength is hardly lost in that time.",
        load_percent="100",
    )
    + says(
        "After {days} days without strength work you come back with about {load_percent} % of the loads and "
        "{sets_percent} % of the sets; how much is our default, from studies of training breaks."
    ),
    "hop_hurt": says(
        "A hop of a field test hurt {pain} of 10, so jumps are left out until the same hop is told without "
        "pain: have it looked at first."
    ),
    "pain_leaves_out": says(
        "Pain of {pain} of 10 at a place you did not name: exercises that hurt are left out until you tell "
        "of {pain_go_on} or less twice, a week or more later, and when it stays, see a physiotherapist.",
        part="other",
        legs="no",
    )
    + says(
        "Pain of {pain} of 10 at a place you did not name: what hurt, jumps and heavy leg work are left out "
        "until you tell of {pain_go_on} or less twice, a week or more later; say where it hurts, so that "
        "what loads that place is left out instead, and when it stays, see a physiotherapist.",
        part="other",
    )
    + says(
        "Pain of {pain} of 10 at the {part}: what loads that place is left out until you tell of "
        "{pain_go_on} or less twice, a week or more later, and when it stays, see a physiotherapist."
    ),
    "pain_stops_exercises": says(
        "Pain of {pain} of 10 at a place you did not name: leg work and jumps stop until you tell of "
        "{pain_go_on} or less twice, a week or more later; please see a physiotherapist.",
        part="other",
    )
    + says(
        "Pain of {pain} of 10 at the {part}: what loads that place stops until you tell of {pain_go_on} or "
        "less twice, a week or more later; please see a physiotherapist.",
        legs="no",
    )
    + says(
        "Pain of {pain} of 10 at the {part}: leg work stops until you tell of {pain_go_on} or less twice, a "
        "week or more later; please see a physiotherapist."
    ),
}
