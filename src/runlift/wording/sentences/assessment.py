"""What field tests bring about, as sentences; they choose emphasis and forecast nothing."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

ASSESSMENT = {
    "weak_side_asks": says(
        "One side was weaker in the {test} twice, so what trains one side at a time comes first for a "
        "while; the convention of {asymmetry_counts} % is no forecast of anything."
    ),
    "weak_link_asks": says(
        "The {test} was weak twice, so what trains it comes first for a while; how far norms hold for you "
        "nobody knows, and it forecasts nothing."
    ),
    "weak_side_first": says(
        "The {side} side was {asymmetry_percent} % weaker in the {test} and the same twice: it goes first, "
        "its repetitions decide for both, and it gets one easier set more; our default.",
        more="yes",
    )
    + says(
        "The {side} side was {asymmetry_percent} % weaker in the {test} and the same twice: it goes first "
        "and its repetitions decide for both, without its set more in this lighter session; our default."
    ),
    "weak_side_in_training_asks": says(
        "One side did less in the {trained_exercise} again and again, both sides done alike, so it comes "
        "first for a while; no trial tells whether that helps, and it forecasts nothing."
    ),
    "weak_side_in_training_first": says(
        "Both sides done alike, the {side} side did {asymmetry_percent} % less in the {trained_exercise} "
        "when you trained it last, and less before: it goes first, its repetitions decide for both, and it "
        "gets one easier set more; our default.",
        more="yes",
    )
    + says(
        "Both sides done alike, the {side} side did {asymmetry_percent} % less in the {trained_exercise} "
        "when you trained it last, and less before: it goes first and its repetitions decide for both, "
        "without its set more in this lighter session; our default."
    ),
}
