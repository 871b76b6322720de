"""Why a run counts for as much training load as it does."""

from __future__ import annotations

from runlift.wording.sentences.sentence import says

ACTIVITY = {
    "load_from_effort": says("{minutes:minute} at the effort of {effort} that you told."),
    "load_from_heart_rate": says(
        "{minutes:minute} at an effort of {effort}, read from your mean heart rate; an estimate of our own "
        "from the classes of intensity of a position stand."
    ),
    "load_from_pace": says(
        "{minutes:minute} at an effort of {effort}, read from your pace beside your easy pace, since no "
        "heart rate is known; an estimate of our own."
    ),
}
