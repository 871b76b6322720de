"""Why a week of the season is as it is."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

SEASON = {
    "foundation_phase": says(
        "Foundation for {weeks:week}: bodyweight and light loads, so that the movements are learnt before "
        "the weights grow; the number of weeks is our default from practice, not from a trial."
    ),
    "strength_phase": says(
        "Strength for {weeks:week}: fairly heavy weights, few repetitions and full rest between sets, as "
        "pooled studies of strength training favour; how the weeks are shared between the phases is our "
        "default."
    ),
    "power_beside_strength": says(
        "Power for {weeks:week}: jumps and fast lifts join the strength work, few at a time and never to the "
        "limit; the number of weeks is our default."
    ),
    "maintenance_keeps_strength": says(
        "Maintenance for {weeks:week}: a little strength work with the weights kept holds on to what was "
        "gained while running comes first; the number of weeks is our default."
    ),
    "taper_before_race": says(
        "Taper for {race} on {date}: over {days:day} the sets become fewer while the weights stay, and heavy "
        "leg work ends by {last_heavy}; studies of tapering are about running, the day for the legs is our "
        "default."
    ),
    "recovery_after_race": says(
        "Recovery from {race} on {date}: {days:day} without strength work for the legs, which begins again "
        "on {legs_from}; this is practice, not a trial."
    ),
    "deload_with_running": says(
        "A lighter week after {weeks:loading week}, in the same week in which your running plan is lighter: "
        "the same exercises, fewer sets, lighter weights; how often is what lifters do, not a trial."
    ),
    "deload_every_fourth_week": says(
        "A lighter week after {weeks:loading week}: the same exercises, fewer sets, lighter weights; how "
        "often is what lifters do, not a trial."
    ),
    "two_sessions_to_improve": says(
        "{sessions:session} a week, the usual number in the studies in which strength work helped runners."
    ),
    "one_session_keeps_strength": says(
        "{sessions:session} a week keeps the strength that was gained as long as the weights stay as heavy, "
        "as trials found."
    ),
    "one_session_in_race_week": says(
        "At most {sessions:session} round a race, since fresh legs come first; this is practice, not a trial."
    ),
    "two_sessions_from_age": says(
        "{sessions:session} a week from the start: from {age:year} of age one may be too few to keep muscle, "
        "as a trial in older adults suggests."
    ),
    "third_session_when_asked": says(
        "{sessions:session} a week, since you asked for it and the week has the days; the third leaves the "
        "legs alone."
    ),
    "room_in_week": says(
        "At most {sessions:session}, since the week has only {training_days:training day}; our default."
    ),
    "one_more_a_week_at_most": says(
        "At most {sessions:session} after {weeks:week} of strength work: we start with few and add one at a "
        "time; our default."
    ),
    "sessions_told": says("At most {sessions:session} a week, as you asked."),
    "begin_before_race": says(
        "No strength work yet: {race} on {date} is nearer than {days:day}, too near to meet exercises for "
        "the first time; this is practice, not a trial."
    ),
    "heavy_legs_find_no_day": says(
        "Heavy leg work finds a day for {found} of {wanted:session}, because key runs, long runs or races "
        "are too near on the others; what is left is moderate or leaves the legs alone."
    ),
    "no_day_for_legs": says("No leg work this week: no day is far enough from the races."),
    "primer_before_race": says(
        "A short session with light, fast movements between {first} and {last} keeps the legs awake for "
        "{race}; the days are our default."
    ),
    "short_sessions_at_high_mileage": says(
        "Sessions of at most {minutes}, because the week holds {kilometres} of running; no study tells how "
        "much running is too much beside strength work, so this is our default."
    ),
    "leg_hard_sets": says(
        "At most {high:hard set} for the legs in {sessions:session} (a hard set ends a few repetitions "
        "before you could do no more); the number, and how slowly it grows, are our defaults."
    ),
    "unaccustomed_legs": says(
        "Your legs are not yet used to {sessions:session} of this week, so {hours} instead of "
        "{heavy_legs_before_key_run} lie before the next key run; small studies of untrained people saw "
        "tired legs for about that long."
    ),
    "intensive_plyometrics_gate": says(
        "Jumps of high effort begin, now that {weeks:week} of leg work lie behind you; the number of weeks "
        "is our default.",
        intensive="yes",
    )
    + says(
        "Jumps stay low and springy for now: those of high effort wait for "
        "{extensive_weeks_before_intensive:week} of leg work, and for the age and experience to go with it; "
        "our default.",
        intensive="no",
    ),
    "hilly_race_on_flat_training": says(
        "Your race rises or falls {climb} m in each kilometre and you train on the flat, so the front of the "
        "thighs gets slow lowering, step-downs and stairs; our own choice, no trial has tested it."
    ),
    "more_trunk_for_long_race": says(
        "More work for trunk and upper body, since posture has to last for {kilometres}; practice, not a "
        "trial."
    ),
    "more_power_for_short_race": says(
        "More power work, since a race of {kilometres} is short and fast; practice, not a trial."
    ),
    "hold_on_running_jump": says(
        "Strength work does not grow this week: the run of {kilometres} on {date} is {percent} % longer than "
        "the longest of the 30 days before ({longest_before}), and in a large study injuries were more "
        "frequent after such runs."
    ),
    "hold_before_race": says(
        "Strength work does not grow and nothing new is tried: a race is near, and fresh legs come first."
    ),
    "hold_on_return": says(
        "Strength work does not grow yet: the first sessions after a race are for getting back into it; our "
        "default."
    ),
}
