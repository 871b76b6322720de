"""The table of words that say what a run is: the first rule that holds names the run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.running.structure import Structure


def any_word(*words: str) -> str:
    """Return a pattern that finds any of the words, each whole; a word may itself be a pattern."""
    return rf"\b(?:{'|'.join(words)})\b"


def any_of(*patterns: str) -> str:
    """Return a pattern that finds any of the patterns."""
    return "|".join(patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """Words that make a run of a kind.

    Attributes:
        id: Stable id of the rule.
        kind: What the words make the run.
        pattern: The words.
        unless: Words beside which the rule does not hold.
        paces: Whether words of a pace count too (`@ MP`).
        confidence: Constant that says how sure the reading is.
    """

    id: str
    kind: RunKind
    pattern: str
    unless: str = ""
    paces: bool = False
    confidence: str = "confidence_word"

    def holds(self, structure: Structure) -> bool:
        """Tell whether the words are there, and none beside which they mean something else."""
        text = structure.words if self.paces else structure.unpaced
        if not re.search(self.pattern, text):
            return False
        return not (self.unless and re.search(self.unless, structure.words))


_NOT_A_RACE = r"(?![\s-]*(?:pace|effort|week|practi|simul|rehears|prep|spec|recovery|walk|tomorrow|next))"
_CALM_WORDS = any_word("easy", "kids?", "jog", "slow", "social", "volunteer")
_PACE_OF = r"(?:half[\s-]marathon|half|hm|race|goal|target|10\s?k|15\s?k)[\s-]*(?:race[\s-]*)?pace"
_SUSTAINED = any_word("mp", "hmp", "marathon pace", "hm pace", r"half[\s-]marathon pace")
_GENTLE = "(?:easy|relaxed|gentle)"

# What disturbs strength work most if overlooked stands first.
KIND_RULES = (
    KindRule(
        id="easy_parkrun", kind=RunKind.EASY, pattern=any_word("parkrun"), unless=rf"^(?!.*{_CALM_WORDS})"
    ),
    KindRule(
        id="steady_parkrun", kind=RunKind.STEADY, pattern=r"\bparkrun\b\W*\(?steady\b|\bsteady parkrun\b"
    ),
    KindRule(id="fun_run", kind=RunKind.EASY, pattern=any_word("fun run", "colou?r run", "charity run")),
    KindRule(
        id="race_recovery",
        kind=RunKind.RECOVERY,
        pattern=any_word(r"(?:pre|post)[\s-]*(?:race|marathon)"),
        unless=any_word("easy"),
    ),
    KindRule(
        id="day_before_race", kind=RunKind.EASY, pattern=r"\b(?:day|eve) (?:before|of|after)\b[^:]*\brace\b"
    ),
    KindRule(id="parkrun", kind=RunKind.RACE, pattern=any_word("parkrun")),
    KindRule(id="time_trial", kind=RunKind.RACE, pattern=any_word(r"time[\s-]?trials?", "tt")),
    KindRule(
        id="race_word",
        kind=RunKind.RACE,
        pattern=any_of(
            rf"(?<!pre )(?<!pre-)(?<!post )(?<!post-)\brac(?:es?|ing)\b{_NOT_A_RACE}",
            any_word(r"tune[\s-]?ups?", "champ(?:s|ionships?)", "relay", "turkey trot", "rust buster"),
            any_word(r"(?:half[\s-])?marathon day"),
        ),
    ),
    KindRule(
        id="long_word",
        kind=RunKind.LONG,
        pattern=any_word("long(?:er|est)?", "ls?rs?", "lsd", "over-?distance", r"l \d+", r"\d+ l", "mi l"),
        unless=any_of(
            r"\blong(?:er)? (?:interval|rep|tempo|threshold|hill (?:rep|sprint)|hills\b|sprint|warm|stride)",
            r"\bnot (?:too )?long\b",
        ),
    ),
    KindRule(id="medium_long", kind=RunKind.STEADY, pattern=any_word("mediumlong")),
    KindRule(
        id="hills_word",
        kind=RunKind.HILLS,
        pattern=any_word(
            "hills?",
            "uphills?",
            "downhills?",
            "stair(?:s|case)?",
            "climb rep(?:eat)?s?",
            "hilly (?:run|course|loop|route)",
            "vert",
        ),
        unless=any_of(
            any_word("rolling"),
            rf"\bhilly\b.*\b{_GENTLE}\b",
            rf"\b{_GENTLE}\b.*\b(?:hilly|over hills|in the hills)\b",
        ),
    ),
    KindRule(
        id="critical_velocity",
        kind=RunKind.INTERVALS,
        pattern=any_word("cv", "critical velocity"),
        paces=True,
    ),
    KindRule(
        id="threshold_word",
        kind=RunKind.TEMPO,
        pattern=any_of(
            any_word(
                "tempos?",
                r"(?:sub-?)?(?<!\baerobic )threshold",
                "lt[12]?",
                "lactate",
                "cruise",
                r"sub[\s-]?t",
                "at t",
                "t pace",
                "over ?(?:and|&)? ?unders?",
                "comfortably hard",
                r"\d*t",
            ),
            r"@ ?t\b",
        ),
        paces=True,
    ),
    KindRule(
        id="intervals_word",
        kind=RunKind.INTERVALS,
        pattern=any_of(
            any_word(
                "intervals?",
                r"vo2\w*",
                r"v02\w*",
                "fartlek",
                "reps",
                "repeats?",
                "repetitions?",
                "track",
                "speed",
                "speedwork",
                "ladders?",
                "pyramids?",
                "yassos?",
                "billat",
                "sprints?",
                "mona",
                "quality",
                "workout",
                "michigan",
                r"rolling \d00s",
            ),
            r"\b\d+s\b(?= x)",
            r"\bon\s*/\s*\d*\s*\S*\s*off\b",
        ),
        unless=rf"{_SUSTAINED}(?!\s*-)",
    ),
    KindRule(
        id="race_pace",
        kind=RunKind.TEMPO,
        pattern=any_word(
            "mp",
            "hmp",
            "gmp",
            r"marathon[\s-]+(?:race[\s-]*)?(?:pace|effort)",
            _PACE_OF,
            "race effort",
            r"simulat(?:ion|or)",
        ),
        paces=True,
    ),
    KindRule(
        id="marathon_pace_letter",
        kind=RunKind.TEMPO,
        pattern=any_of(r"^m \d", r"\b\d+m(?= \+)", r"\d\s*m\b(?=\s*\+)"),
    ),
    KindRule(
        id="progression",
        kind=RunKind.TEMPO,
        pattern=any_word(
            "progress(?:ion|ive)",
            "prog",
            "cut-?downs?",
            r"fast[\s-]finish",
            "alternations?",
            "dress rehearsal",
        ),
    ),
    KindRule(id="pace_run", kind=RunKind.TEMPO, pattern=r"^(?:\d\S* (?:m|mi|miles?|km?)? ?)?pace(?: run)?\b"),
    KindRule(
        id="run_walk",
        kind=RunKind.EASY,
        pattern=any_of(any_word("runwalk"), r"\brun\b.*\bwalk\b", r"\bwalk\b ?\d.*\brun\b ?\d"),
        confidence="confidence_pattern",
    ),
    KindRule(
        id="recovery_word",
        kind=RunKind.RECOVERY,
        pattern=any_word("recover(?:y|ies)?", "rec", r"regen\w*", "shakeouts?", "flush"),
    ),
    KindRule(
        id="easy_word_first",
        kind=RunKind.EASY,
        pattern=any_of(r"^(?:very |super |nice )?(?:easy|ez|slow|e)\b", r"\beasy\W*$"),
        unless=r"(?<!not )(?<!too )(?<!nor )\b(?:hard|fast)\b",
    ),
    KindRule(
        id="hard_word",
        kind=RunKind.TEMPO,
        pattern=any_word("hard", "fast", "z(?:one ?)?[45]"),
        paces=True,
        confidence="confidence_pattern",
    ),
    KindRule(
        id="steady_word",
        kind=RunKind.STEADY,
        pattern=any_word(
            "steady", "moderate", "medium", "aerobic threshold", "brisk", "z(?:one ?)?3", "upper aerobic"
        ),
        paces=True,
    ),
    KindRule(
        id="easy_word",
        kind=RunKind.EASY,
        pattern=any_word(
            "easy",
            "ez",
            "e",
            r"\d+e",
            "ga",
            "aerobic",
            "base",
            "slow",
            "relaxed",
            "gentle",
            "conversational",
            "comfortable",
            "jog(?:ging)?",
            "footing",
            "z(?:one ?)?[12]",
            "foundation",
            "endurance",
            "maf",
            "social",
            "run club",
            "group run",
            "commute",
            "hash",
            "taper",
            "openers?",
            "fun",
            r"(?<!\d )(?<!\d)hr",
        ),
        paces=True,
    ),
    KindRule(
        id="marathon_noun",
        kind=RunKind.RACE,
        pattern=r"(?<!after )(?<!for )(?<!pre )\bmarathon\b"
        r"(?!\s*(?:training|prep|plan|block|week|specific|simulat))",
    ),
)


def first_rule(structure: Structure) -> KindRule | None:
    """Return the first rule of the table that holds."""
    return next((rule for rule in KIND_RULES if rule.holds(structure)), None)
