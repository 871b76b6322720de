"""Why the answers before training stop or limit a plan."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

SCREENING = {
    "screening_ask_first": says(
        "Of the questions before training you answered this in a way that somebody has to be asked first, "
        "so nothing "
        "is planned until you tell that it was allowed: {question}."
    ),
    "screening_limits": says(
        "Because of your answers before training you stay light to moderate for now and nothing grows: "
        "{question}.",
        how="light",
    )
    + says("Because of your answers before training nothing grows for now: {question}.", how="hold")
    + says("Because of your answers before training the first days hold fewer sets: {question}."),
    "screening_leaves_out": says("Because of your answers before training: no jumps.", limit="no_jumps")
    + says("Because of your answers before training: nothing loads the legs.", limit="no_leg_load")
    + says(
        "Because of your answers before training: nothing with a risk of falling or a hard landing.",
        limit="no_fall_risk",
    )
    + says(
        "Because of your answers before training: nothing lying on the back or the front, "
        "no weight on the hips.",
        limit="no_lying_on_the_back",
    )
    + says(
        "Because of your answers before training: no long planks, hollow holds or roll-outs.",
        limit="no_trunk_strain",
    )
    + says(
        "Because of your answers before training: no bending of the back under load.",
        limit="no_loaded_bending",
    ),
}
