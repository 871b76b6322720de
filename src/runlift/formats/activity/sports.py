"""What the many words for sports mean: a run, strength work, something else, or nothing that is told."""

from __future__ import annotations

import re
import unicodedata

from runlift.domain.activity.activity import Sport

_RUN = re.compile(
    r"\b(?:run(?:ning|s)?|treadmill|jog(?:ging)?|parkrun|trail ?run(?:ning)?|virtual ?run|track ?run(?:ning)?"
    r"|lauf(?:en|band)?|traillauf|geländelauf|course(?: à pied)?|footing|carrera|correr|trote|corsa|corrida"
    r"|hardloop(?:en|sessie)?|hardlopen|löpning|løb(?:etur)?|løping|bieg(?:anie)?|juoksu|futás|běh)\b"
)
_STRENGTH = re.compile(
    r"\b(?:strength|weight ?(?:training|lifting)|weights|traditional ?strength ?training"
    r"|functional ?strength ?training|crossfit|krafttraining|gewichtstraining|musculation|renforcement"
    r"|fuerza|pesas|pesi|musculação|krachttraining|styrketräning|styrketrening)\b"
)
_NOTHING = frozenset({"", "generic", "other", "all", "workout", "training", "unknown", "default", "track"})
_BESIDE_RUNNING = re.compile(r"\b(?:wheelchair|bike|ride|cycling|ski|swim|row|transition)\b")
_INDOOR = re.compile(r"\b(?:treadmill|indoor|virtual|laufband|tapis|cinta)\b")
_STRAVA_IN_GPX = {"9": Sport.RUN, "1": Sport.OTHER, "4": Sport.OTHER, "10": Sport.OTHER}


def sport_of(*words: str) -> Sport:
    """Return what words for a sport mean, the first ones that mean something."""
    for each in words:
        found = _sport_of(each)
        if found is not Sport.UNKNOWN:
            return found
    return Sport.UNKNOWN


def is_indoor(*words: str) -> bool:
    """Tell whether words say that it was indoors."""
    return any(_INDOOR.search(plain_words_of(each)) for each in words)


def plain_words_of(words: str) -> str:
    """Return words parted by blanks, in small letters: `TrailRun` and `trail_running` alike."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFC", words))
    return " ".join(re.sub(r"[_/.,-]+", " ", parted).lower().split())


def _sport_of(words: str) -> Sport:
    plain = plain_words_of(words)
    if plain in _STRAVA_IN_GPX:
        return _STRAVA_IN_GPX[plain]
    if plain in _NOTHING:
        return Sport.UNKNOWN
    if _RUN.search(plain) and not _BESIDE_RUNNING.search(plain):
        return Sport.RUN
    return Sport.STRENGTH if _STRENGTH.search(plain) else Sport.OTHER
