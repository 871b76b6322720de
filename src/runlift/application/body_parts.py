"""Read where something hurts, as runners write it."""

from __future__ import annotations

from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.diary.entry import BodyPart

OTHER_SPELLINGS = {
    "achilles tendon": BodyPart.ACHILLES,
    "ankles": BodyPart.ANKLE,
    "calves": BodyPart.CALF,
    "elbow": BodyPart.ARM,
    "feet": BodyPart.FOOT,
    "glute": BodyPart.BUTTOCK,
    "glutes": BodyPart.BUTTOCK,
    "hamstrings": BodyPart.HAMSTRING,
    "heels": BodyPart.HEEL,
    "hips": BodyPart.HIP,
    "knees": BodyPart.KNEE,
    "low back": BodyPart.BACK,
    "lower back": BodyPart.BACK,
    "quad": BodyPart.FRONT_OF_THIGH,
    "quads": BodyPart.FRONT_OF_THIGH,
    "shins": BodyPart.SHIN,
    "shoulders": BodyPart.SHOULDER,
    "thigh": BodyPart.FRONT_OF_THIGH,
    "toe": BodyPart.FOOT,
    "upper back": BodyPart.BACK,
}
SPELLINGS = {part.value.replace("_", " "): part for part in BodyPart} | OTHER_SPELLINGS


def read_body_part(text: str) -> BodyPart:
    """Read where something hurts.

    Raises:
        NotUnderstoodError: It is no place known here; the remedy names them all.
    """
    words = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    if words in SPELLINGS:
        return SPELLINGS[words]
    raise NotUnderstoodError(f'"{text.strip()}" is no place known here', f"write one of {known_places()}")


def known_places() -> str:
    """Return the places known, as they are written."""
    return ", ".join(part.value.replace("_", " ") for part in BodyPart)
