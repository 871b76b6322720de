"""The words of what is not running: rest, strength, cross-training."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runlift.domain.running.kind_rules import any_of, any_word
from runlift.domain.running.plan import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRule:
    """Words of something other than running.

    Attributes:
        kind: What they make the entry.
        pattern: The words.
        unless: Words beside which they mean something else.
    """

    kind: RunKind
    pattern: str
    unless: str

    def holds(self, text: str) -> bool:
        """Tell whether the words are there and mean it."""
        return bool(re.search(self.pattern, text)) and not re.search(self.unless, text)


REST = ActivityRule(
    kind=RunKind.REST,
    pattern=any_of(
        r"\brest(?:ing)?\b(?! of)",
        any_word(
            "off",
            "no (?:run(?:ning)?|training|workout)",
            "travel(?:l?ing)?",
            "holidays?",
            "vacation",
            "fly",
            "sick",
            "ill",
            "massage",
            "volunteer(?:ing)?",
            "physio",
        ),
        r"^(?:x|n/?a|free|nothing|none|nil|0|o)$",
        r"^\W*$",
    ),
    unless=any_of(
        r"\d\s*x\s*\d",
        any_word("(?:full|equal|half|min|mins|sec|secs|s|with) rests?"),
        r"\d['\"]? ?rest",
        r"\boff[\s-]?road\b",
        r"\bon\s*/",
    ),
)
WEIGHTS_WHILE_RUNNING = re.compile(
    r"(?:\d ?(?:km?|mi|miles?)|\b(?:easy|run|jog|recovery))\b[^,;+&/]*\bwith (?:an? )?(?:\w+ )?"
    r"(?:weights?|weight(?:ed)? vest)\b(?!\s*(?:after|later|then|session|training))"
)
STRENGTH = ActivityRule(
    kind=RunKind.STRENGTH,
    pattern=any_word(
        r"strength(?:en\w*)?",
        "gym",
        "core",
        "weights?",
        "lift(?:s|ing)?",
        "conditioning",
        "squats?",
        "lunges?",
        "kettlebells?",
        "kb",
        "deadlifts?",
        "circuits?(?: training)?",
        "plyo(?:s|metrics?)?",
        "crossfit",
        "body ?pump",
        "bodyweight",
        "(?:full|upper|lower) body",
        "abs",
        "barbells?",
        "resistance",
        "exercises",
        "p?rehab",
    ),
    unless=any_of(
        any_word(
            "hill circuits?",
            "strength (?:run|intervals?|reps?)",
            r"strength:? \d+ ?x\W*\d*\w*",
            "strength endurance run",
        ),
        WEIGHTS_WHILE_RUNNING.pattern,
    ),
)
CROSS_TRAINING = ActivityRule(
    kind=RunKind.CROSS_TRAINING,
    pattern=any_word(
        "cross(?!-? ?country)",
        "xt",
        "bik(?:e|ing)",
        "cycl(?:e|ing)",
        "spin(?:ning)?",
        "swim(?:s|ming)?",
        "rides?",
        "row(?:ing|er)?",
        r"ellipt\w*",
        "aqua",
        "pool",
        "yoga",
        "pilates",
        "hik(?:e|es|ing)",
        "walk(?:s|ing)?",
        "ski(?:ing)?",
        "football",
        "soccer",
        "tennis",
        "basketball",
        "bouldering",
        "climbing",
        "mobility",
        "stretch(?:es|ing)?",
        "foam",
        "barre",
        "zwift",
        "peloton",
        "turbo",
        r"kayak\w*",
        r"paddl\w*",
        "dance",
        "zumba",
        "skat(?:e|ing)",
        "water running",
    ),
    unless=any_of(
        any_word("runwalk", r"run\b.*\bwalk", r"walk[\s-]*back", "walk (?:breaks?|recover\\w*|rests?)"),
        r"\bcross-? ?country\b",
    ),
)
_RUNNING = any_of(
    any_word(
        "run",
        "runs",
        "running",
        "easy",
        "tempo",
        "intervals?",
        "long",
        "race",
        "recovery",
        "jog",
        "strides?",
        "miles?",
        "mi",
        "km?",
        "fartlek",
        "threshold",
        "wu",
        "cd",
    ),
    r"\d",
)
_MINOR = any_word("stretch(?:es|ing)?", "mobility", "foam", "drills?")
_FILLER = re.compile(r"^(?:drills?|roll|foam roll|shower|breakfast|gels?|home|notes?)?\W*$")


def activity_of(text: str) -> RunKind | None:
    """Return the kind when the words are of something other than running, else None."""
    return next((rule.kind for rule in (REST, STRENGTH, CROSS_TRAINING) if rule.holds(text)), None)


def says_running(text: str) -> bool:
    """Tell whether the words speak of running, or hold a figure that may be a run's."""
    return bool(re.search(_RUNNING, text))


def is_minor(text: str) -> bool:
    """Tell whether the words are of loosening up only, which goes beside anything."""
    return bool(re.search(_MINOR, text)) and not STRENGTH.holds(text)


def is_filler(text: str) -> bool:
    """Tell whether the words say nothing about what is trained."""
    return bool(_FILLER.match(text.strip()))
