"""The activities of one entry: what is run, what is rest, what is other training."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runlift.domain.running.other_training import activity_of, is_filler, is_minor, says_running
from runlift.domain.running.plan import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity of an entry.

    Attributes:
        text: Its plain words.
        kind: Rest, strength or cross-training, or None for a run that is still to be read.
    """

    text: str
    kind: RunKind | None


_REST = r"(?:rest|off|day off|off day)"
_REST_OR = re.compile(
    rf"\b{_REST}\b.*\bor\b|\bor\b[^,;+]*\b{_REST}\b|^easy/rest\b|\b{_REST}\s*/|/\s*{_REST}\b"
)
_BETWEEN_REPEATS = re.compile(r"\d\s*x\s*\d")
_HALVES = re.compile(
    r"^(?P<head>.*?)\b(?:am|a\.m\.)\b:?\s*(?P<am>\S.*?)\W*\b(?:pm|p\.m\.)\b:?\s*(?P<pm>[^\W].*)$"
)
_DOUBLE = re.compile(
    r"^(?P<head>\D*?)(?P<first>\d+(?:\.\d+)?)\s*[/+]\s*(?P<second>\d+(?:\.\d+)?)(?P<tail>\D*?)\bdoubles?\b(?P<more>\D*)$"
)
_MARKS = re.compile(r"\b(?:am|pm|a\.m\.|p\.m\.)(?:\b|$):?")
_BREAKS = re.compile(r"\s\+\s|\s*[;]\s*|\bthen\b|\s/\s|,\s|\.\s|\s&\s|\band\b|\bplus\b|\s\+|\+\s")
_RUN_WALK = re.compile(r"\bwalk\b ?\d.*\brun\b ?\d|\brun\b[^,]*\d[^,]*,? ?(?:and )?\bwalk\b ?\d")
_LENGTH_ALONE = re.compile(r"^[\d.:-]+\s*(?:'|\"|h|m|mins?|minutes?|km?|mi|miles?)?$")


def activities_of(text: str) -> tuple[Activity, ...]:
    """Return the activities of an entry's plain words, in their order; never empty."""
    if _is_rest_by_choice(text):
        return (Activity(text=text, kind=RunKind.REST),)
    found = [activity for half in _halves(text) for activity in _activities_of_half(half)]
    kept = [activity for activity in found if activity.kind is not RunKind.REST]
    return tuple(kept) or (Activity(text=text, kind=RunKind.REST),)


def _is_rest_by_choice(text: str) -> bool:
    """Tell whether rest is one of the choices; rest is then the careful reading."""
    return bool(_REST_OR.search(text)) and not _BETWEEN_REPEATS.search(text)


def _halves(text: str) -> list[str]:
    """Return the halves of a day split into morning and evening or told as a double, else the whole."""
    if double := _DOUBLE.match(text):
        return [
            " ".join(f"{double['head']}{length}{double['tail']} {double['more']}".split())
            for length in (double["first"], double["second"])
        ]
    found = _HALVES.match(text)
    if found:
        return [f"{found['head']}{found['am']}", f"{found['head']}{found['pm']}"]
    if _MARKS.search(text) and re.search(r"\s/\s", text):
        return [_MARKS.sub(" ", half).strip() for half in re.split(r"\s/\s", text)]
    return [_MARKS.sub(" ", text).strip() if _MARKS.search(text) else text]


def _first_choice(text: str) -> str:
    """Return the first of two choices of different kinds, else the whole."""
    first, _, second = text.partition(" or ")
    differ = bool(second) and activity_of(first) is not activity_of(second)
    return first if differ and (activity_of(first) or says_running(first)) else text


def _activities_of_half(whole: str) -> list[Activity]:
    """Split where words change from running to something else; parts of one run stay together."""
    text = _first_choice(whole)
    if _RUN_WALK.search(text):
        return [Activity(text=text, kind=None)]
    kinds = {activity_of(text)} | {activity_of(piece) for piece in _BREAKS.split(text)}
    if kinds == {None}:
        return [Activity(text=text, kind=None)]
    found: list[Activity] = []
    for piece in _pieces(text):
        kind = activity_of(piece)
        same = bool(found) and (found[-1].kind is kind or is_filler(piece) or _LENGTH_ALONE.match(piece))
        if same:
            found[-1] = Activity(text=f"{found[-1].text} , {piece}", kind=found[-1].kind)
        else:
            found.append(Activity(text=piece, kind=kind))
    return _without_idle_words(found)


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in _BREAKS.split(text) if piece.strip()] or [text]


def _without_idle_words(found: list[Activity]) -> list[Activity]:
    """Drop words of no training, and of loosening up, when the entry has other activities."""
    named = [activity for activity in found if activity.kind is not None or says_running(activity.text)]
    major = [activity for activity in named if activity.kind is None or not is_minor(activity.text)]
    return major or named or found
