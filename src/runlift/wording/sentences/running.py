"""Why a made running plan is as it is."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

RUNNING = {
    "single_run_growth": says(
        "No more than {km} on this day, a tenth beyond the longest run of the {days:day} before; in a large "
        "study injuries were more frequent after longer ones."
    )
    + says(
        "No run is more than {percent} % longer than the longest of the {days:day} before it; in a large "
        "study injuries were more frequent after longer ones."
    ),
    "weekly_growth": says(
        "{km} this week: no more than {weekly_growth_cap} % beyond the heaviest week before; practice, and a "
        "trial of it found no fewer injuries."
    )
    + says(
        "No week is more than {percent} % beyond the heaviest before it; practice, and a trial of it found "
        "no fewer injuries."
    ),
    "is_made_down_week": says("A lighter week of {km}, so that the work can sink in; practice, not a trial.")
    + says("Every {every}th week is lighter, so that the work can sink in; practice, not a trial."),
    "long_run_alternates": says(
        "The long run is cut to {percent} % this week, since very long ones come every other week only; our "
        "default."
    ),
    "hard_days_apart": says("At least {days:day} lie between hard days; practice, not a trial."),
    "taper_weeks": says(
        "The last {weeks:week} before the race hold less running; pooled studies favour a taper of about two "
        "weeks."
    ),
    "taper_share": says(
        "{percent} % of the heaviest week: the volume falls before the race and the speed stays, as pooled "
        "studies of tapering favour."
    ),
    "quality_of_phase": says(
        "Hard running that fits the {phase} phase; how much of it is practice, not a trial."
    ),
}
