"""The table of words that say what a run is, and the few patterns that say it without a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.running.structure import Structure


@dataclass(frozen=True)
class KindRule:
    """Words that make a run of a kind.

    Attributes:
        id: Stable id, told as the reason of a reading.
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
        return bool(re.search(self.pattern, text)) and not (self.unless and re.search(self.unless, structure.words))


_QUALITY = r"\b(?:interval|rep|tempo|threshold|hill (?:rep|sprint)|sprint)"
_RACE_PACE = r"\b(?:mp|hmp|gmp|marathon[\s-]+(?:race[\s-]*)?(?:pace|effort)|(?:half[\s-]marathon|half|hm|race|goal|target|10\s?k|15\s?k)[\s-]*(?:race[\s-]*)?pace|race effort)\b"
_THRESHOLD = r"\b(?:tempos?|(?:sub-?)?threshold|lt[12]?|lactate|cruise|sub[\s-]?t|at t|t pace|over ?(?:and|&) ?unders?|over & unders|comfortably hard|\d*t)\b|@ ?t\b"

# In order: the first rule that holds names the run. What disturbs strength work most if overlooked stands first.
KIND_RULES = (
    KindRule("easy_parkrun", RunKind.EASY, r"\bparkrun\b", unless=r"^(?!.*\b(?:easy|kids?|jog|slow|social|volunteer)\b)"),
    KindRule("fun_run", RunKind.EASY, r"\b(?:fun|colou?r|charity) run\b"),
    KindRule("race_recovery", RunKind.RECOVERY, r"\b(?:pre|post)[\s-]*(?:race|marathon)\b", unless=r"\beasy\b"),
    KindRule("race_week_easy", RunKind.EASY, r"\b(?:day|eve)(?:s)? (?:before|of|after)\b[^:]*\brace\b"),
    KindRule("parkrun", RunKind.RACE, r"\bparkrun\b"),
    KindRule("time_trial", RunKind.RACE, r"\btime[\s-]?trials?\b|\btt\b"),
    KindRule(
        "race_word",
        RunKind.RACE,
        r"(?<!pre )(?<!pre-)(?<!post )(?<!post-)\brac(?:es?|ing)\b(?![\s-]*(?:pace|effort|week|practi|simul|rehears|prep|spec|recovery|walk))"
        r"|\btune[\s-]?ups?\b|\bchamp(?:s|ionships?)\b|\brelay\b|\bturkey trot\b|\brust buster\b|\b(?:half[\s-])?marathon day\b",
    ),
    KindRule(
        "long_word",
        RunKind.LONG,
        r"\blong(?:er|est)?\b|\bl(?:s)?rs?\b|\blsd\b|\bover-?distance\b|\bl \d|\d l\b|\bmi l\b",
        unless=rf"\blong(?:er)? (?:interval|rep|tempo|threshold|hill (?:rep|sprint)|hills\b|sprint|warm|stride|recover)|\bnot (?:too )?long\b",
    ),
    KindRule("medium_long", RunKind.STEADY, r"\bmediumlong\b"),
    KindRule(
        "hills_word",
        RunKind.HILLS,
        r"\bhill(?:s)?\b|\buphills?\b|\bdownhills?\b|\bstair(?:s|case)?\b|\bclimb (?:rep|repeat)s?\b|\bhilly (?:run|course|loop|route)\b|\bvert\b",
        unless=r"\brolling\b|\bhilly\b.*\b(?:easy|relaxed|gentle)\b|\b(?:easy|relaxed|gentle)\b.*\b(?:hilly|over hills|in the hills|rolling)\b",
    ),
    KindRule("critical_velocity", RunKind.INTERVALS, r"\bcv\b|\bcritical velocity\b", paces=True),
    KindRule("threshold_word", RunKind.TEMPO, _THRESHOLD, paces=True),
    KindRule(
        "intervals_word",
        RunKind.INTERVALS,
        r"\bintervals?\b|\bvo2|\bv02|\bfartlek\b|\brep(?:s|eats?|etitions?)\b|\btrack\b|\bspeed\b|\bspeedwork\b|\bladders?\b|\bpyramids?\b"
        r"|\byassos?\b|\bbillat\b|\bsprints?\b|\bmona\b|\bquality\b|\bworkout\b|\b\d+s\b(?= x)|\brolling \d00s\b|\bmichigan\b|\bon\s*/\s*\d*\s*\S*\s*off\b",
        unless=r"\b(?:mp|hmp|marathon pace|hm pace|half[\s-]marathon pace)\b(?!\s*-)",
    ),
    KindRule("race_pace", RunKind.TEMPO, _RACE_PACE, paces=True),
    KindRule("marathon_pace_letter", RunKind.TEMPO, r"^m \d|\b\d+m(?= \+)|\d\s*m\b(?=\s*\+)"),
    KindRule("progression", RunKind.TEMPO, r"\bprogress(?:ion|ive)\b|\bprog\b|\bcut-?downs?\b|\bfast[\s-]finish\b|\balternations?\b|\bdress rehearsal\b"),
    KindRule("pace_run", RunKind.TEMPO, r"^(?:\d\S* (?:m|mi|miles?|km?)? ?)?pace(?: run)?\b"),
    KindRule("run_walk", RunKind.EASY, r"\brunwalk\b|\brun\b.*\bwalk\b", confidence="confidence_pattern"),
    KindRule("recovery_word", RunKind.RECOVERY, r"\brecover(?:y|ies)?\b|\brec\b|\bregen\w*\b|\bshakeouts?\b|\bflush\b"),
    KindRule("easy_word_first", RunKind.EASY, r"^(?:very |super |nice )?(?:easy|ez|slow|e)\b|\beasy\W*$"),
    KindRule("hard_word", RunKind.TEMPO, r"\bhard\b|\bfast\b|\bz(?:one ?)?4\b", paces=True, confidence="confidence_pattern"),
    KindRule("steady_word", RunKind.STEADY, r"\bsteady\b|\bmoderate\b|\bbrisk\b|\bz(?:one ?)?3\b|\bupper aerobic\b", paces=True),
    KindRule(
        "easy_word",
        RunKind.EASY,
        r"\beasy\b|\bez\b|\be\b|\b\d+e\b|\bga\b|\baerobic\b|\bbase\b|\bslow\b|\brelaxed\b|\bgentle\b|\bconversational\b|\bcomfortable\b|\bjog(?:ging)?\b|\bfooting\b"
        r"|\bz(?:one ?)?[12]\b|\bfoundation\b|\bendurance\b|\beasy-ish\b|\bmaf\b|\bsocial\b|\brun club\b|\bgroup run\b|\bcommute\b|\bhash\b|\btaper\b|\bopeners?\b|\bfun\b|\bhr\b",
        paces=True,
    ),
    KindRule("marathon_noun", RunKind.RACE, r"(?<!after )(?<!for )(?<!pre )\bmarathon\b(?!\s*(?:training|prep|plan|block|week|specific))"),
)


@dataclass(frozen=True)
class Activity:
    """Words of something other than running.

    Attributes:
        kind: What they make the entry.
        pattern: The words.
        unless: Words beside which they mean something else.
    """

    kind: RunKind
    pattern: str
    unless: str = ""

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return re.compile(self.unless) if self.unless else None

    def holds(self, text: str) -> bool:
        """Tell whether the words are there and mean it."""
        return bool(re.search(self.pattern, text)) and not (self._unless and self._unless.search(text))


_REPEATS = r"\d\s*x\s*\d"
REST = Activity(
    RunKind.REST,
    r"\brest(?:ing)?\b(?! of)|\boff\b|\bno run(?:ning)?\b|\btravel(?:l?ing)?\b|\bholidays?\b|\bvacation\b|\bfly\b|\bsick\b|\bill\b|\bmassage\b|\bphysio\b"
    r"|^(?:x|-|--|n/?a|free|nothing|none|nil|0|o|/|\.|off-?day|\?)$|^\W*$",
    unless=rf"{_REPEATS}|\b(?:full|equal|half|min|mins|sec|secs|s|with) rests?\b|\d['\"]? ?rest|\boff[\s-]?road\b|\bon\s*/",
)
STRENGTH = Activity(
    RunKind.STRENGTH,
    r"\bstrength(?:en\w*)?\b|\bgym\b|\bcore\b|\bweights?\b|\blift(?:s|ing)?\b|\bs ?& ?c\b|\bconditioning\b|\bsquats?\b|\blunges?\b|\bkettlebells?\b|\bkb\b"
    r"|\bdeadlifts?\b|\bcircuits?(?: training)?\b|\bplyo(?:s|metrics?)?\b|\bcrossfit\b|\bbody ?pump\b|\bbodyweight\b|\b(?:full|upper|lower) body\b|\babs\b|\bbarbells?\b|\bresistance\b",
    unless=r"\bhill circuit|\bstrength (?:run|interval|rep)|\bstrength:? \d+ ?x|\bstrength endurance run",
)
CROSS_TRAINING = Activity(
    RunKind.CROSS_TRAINING,
    r"\bcross\b(?!-? ?country)|\bxt\b|\bbik(?:e|ing)\b|\bcycl(?:e|ing)\b|\bspin(?:ning)?\b|\bswim(?:s|ming)?\b|\brides?\b|\brow(?:ing|er)?\b|\bellipt\w*|\baqua\b|\bpool\b"
    r"|\byoga\b|\bpilates\b|\bhik(?:e|es|ing)\b|\bwalk(?:s|ing)?\b|\bski(?:ing)?\b|\bfootball\b|\bsoccer\b|\btennis\b|\bbasketball\b|\bbouldering\b|\bclimbing\b|\bmobility\b"
    r"|\bstretch(?:es|ing)?\b|\bfoam\b|\bbarre\b|\bzwift\b|\bpeloton\b|\bturbo\b|\bkayak\w*|\bpaddl\w*|\bdance\b|\bzumba\b|\bskat(?:e|ing)\b|\bwater running\b",
    unless=r"\brunwalk\b|\brun\b.*\bwalk\b|\bwalk[\s-]*back\b|\bwalk (?:breaks?|recover\w*|rests?)|\bcross-? ?country\b",
)
_FILLER = re.compile(r"^(?:drills?|roll|foam roll|shower|breakfast|gels?|home|notes?)?\W*$")
_MINOR = re.compile(r"\b(?:stretch(?:es|ing)?|mobility|foam|drills?)\b")
RUNNING_WORD = re.compile(
    r"\brun\b|\bruns\b|\brunning\b|\beasy\b|\btempo\b|\binterval|\blong\b|\brace\b|\brecovery\b|\bjog\b|\bstrides?\b|\bmiles?\b|\bmi\b|\bkm?\b|\d\s*(?:mi|km|k|e)\b|\bfartlek\b|\bthreshold\b|\bwu\b|\bcd\b"
)


def activity_of(text: str) -> RunKind | None:
    """Return the kind when the words are of something other than running, else None."""
    for activity in (REST, STRENGTH, CROSS_TRAINING):
        if activity.holds(text):
            return activity.kind
    return None


def is_minor(text: str) -> bool:
    """Tell whether the words are of loosening up only, which goes beside anything."""
    return bool(_MINOR.search(text)) and not STRENGTH.holds(text)


def is_filler(text: str) -> bool:
    """Tell whether the words say nothing about what is trained."""
    return bool(_FILLER.match(text.strip()))


def first_rule(structure: Structure) -> KindRule | None:
    """Return the first rule of the table that holds."""
    return next((rule for rule in KIND_RULES if rule.holds(structure)), None)
