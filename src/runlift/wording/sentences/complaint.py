"""Why a complaint leaves out, limits or gives an exercise."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

COMPLAINT = {
    "complaint_red_flag": says(
        "You answered yes to a question about the {complaint} that somebody has to look at first, so "
        "nothing is "
        "planned until you tell that training was allowed again."
    ),
    "complaint_legs_rest": says(
        "The questions that come first about the {complaint} are not answered, so nothing loads the legs "
        "until "
        "they are.",
        lock="unanswered",
    )
    + says(
        "You answered yes to a first question about the {complaint}, so nothing loads the legs until you "
        "tell that training was allowed again.",
        lock="red_flag",
    )
    + says(
        "Pain of a bone is never worked through: see a doctor, today if you can, and nothing loads the legs "
        "until you tell that somebody who may do so allowed it.",
        lock="bone",
    )
    + says(
        "Pain at the {complaint} rose for two weeks although less was done, so nothing loads the legs until "
        "somebody has looked at it; please see a physiotherapist.",
        lock="rising",
    )
    + says(
        "The last pain you told of the {complaint} was above {pain_stop} of 10, so leg work and jumps stop "
        "until "
        "you tell of less; please see a physiotherapist."
    ),
    "complaint_leaves_out": says(
        "What loads the {complaint} most is left out until it is quiet again; which exercises these are is "
        "our "
        "own list, made from guidelines and practice."
    ),
    "complaint_too_much": says(
        "The last pain you told of the {complaint} was more than exercises may bring, so what is otherwise "
        "done with a limit is left out until you tell of less."
    ),
    "complaint_no_jumps": says(
        "No jumps while the {complaint} is not quiet; two weeks without pain come first."
    ),
    "complaint_limits": says(
        "Only as deep as the {complaint} allows, and not heavier meanwhile.", how="limit_depth"
    )
    + says("With the {complaint} from 90 to 45 degrees only.", how="use_90_to_45")
    + says("On a low step because of the {complaint}.", how="low_height")
    + says("With a level pelvis because of the {complaint}: do not let the hip drop.", how="no_hip_drop")
    + says("Not below level because of the {complaint}.", how="no_drop_below_level")
    + says("With a pillow between the knees because of the {complaint}.", how="pillow_between_knees")
    + says("Stay off the sore bone because of the {complaint}.", how="stay_off_trochanter")
    + says("Stay off the sore bone because of the {complaint}.", how="stay_off_sit_bone")
    + says("Stay off the knee because of the {complaint}.", how="stay_off_knee")
    + says("Stay off the edge of the bone because of the {complaint}.", how="off_bone")
    + says("From the floor, not below it, because of the {complaint}.", how="use_floor")
    + says("Without a deep stretch because of the {complaint}.", how="no_deep_stretch")
    + says(
        "Back again with four repetitions in reserve and no heavier because of the {complaint}.",
        how="keep_reserve",
    ),
    "complaint_gives": says(
        "Given for the {complaint}: strength there is what guidelines and practice ask for; it promises "
        "nothing."
    ),
    "complaint_routine": says("A few minutes before easy runs for the {complaint}.", moment="before_run")
    + says("A few minutes after a session, away from runs, for the {complaint}.", moment="away_from_run")
    + says("A few minutes on days with training for the {complaint}.", moment="daily")
    + says(
        "What is given for the {complaint} and the strength sessions of a week leave open.", moment="session"
    ),
    "rolling_asked": says("You like rolling: it eases soreness a little; more pressure brings no more."),
    "stretching_asked": says("You like mobility: stretches after a run are for comfort only."),
    "routine_before_easy_run": says("Hip and trunk work stands right before an easy run."),
    "routine_after_run": says(
        "Rolling, stretching and floor work stand after the run: rolling then eases soreness a little, and "
        "stretches held right before a run cost some speed."
    ),
    "routine_away_from_runs": says(
        "It begins at least {gap_after_run_min} after a run and ends at least {routine_before_next_run} "
        "before the next: foot and ankle work before runs raised acute complaints in novices."
    ),
}
