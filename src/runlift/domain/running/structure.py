"""The structure of a run in words: repeats, pieces at a pace, ladders, strides, and what is only recovery."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.amounts import METRES_PER, SECONDS_PER_MINUTE, Amount, amounts_in, bare_amounts_in
from runlift.domain.running.plan import RunPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.running.entry import DistanceUnit

_FIGURE = r"(?::?\d[\d.:]*(?:\s*-\s*\d[\d.:]*)?)"
_LENGTH = rf"{_FIGURE}\s*(?:'|\"|(?:secs?|s|mins?|minutes?|m|km?|mi|miles?)\b)?"
_REPEAT = re.compile(
    r"(?<![\d.:])(?P<n>\d{1,2})(?:\s*-\s*\d{1,2})?\s*(?:x|times|reps? of|sets? of)\s*(?=[\d(:~]|mile|km)"
)
_NO_LENGTH = r"(?!\d|\s*(?:'|\"|m\b|k\b|sec|min))"
_REPEAT_AFTER = re.compile(
    rf"(?P<what>{_FIGURE}\s*(?:'|\"|[a-z]*)?(?:\s*/\s*{_FIGURE}\s*[a-z]*)?)"
    rf"\s*(?:reps?|repeats?|intervals?)?\s*x\s*(?P<n>\d{{1,2}}){_NO_LENGTH}"
)
_LADDER = re.compile(
    r"(?<![\d.:-])(?P<steps>\d{1,4}'?(?:\s*[-/\s]\s*\d{1,4}'?){2,})(?![\d.:])"
    r"\s*(?P<unit>min|mins|m|s|sec|'|k|km|mi)?\b"
)
_PACE = re.compile(
    r"(?:@|\bat\b)\s*(?P<clock>\d{1,2}:[0-5]\d(?:\s*-\s*\d{1,2}:[0-5]\d)?\s*(?:min\s*)?(?:/\s*(?:km|mi)\b|pace\b)?)"
    r"|(?:@|\bat\b)\s*(?P<at>[^,;()+]+?)(?=\s*(?:[,;()+]|\.(?:\s|$)|$|\bwith\b|\bthen\b|\bpm\b))"
    r"|(?P<named>\b(?:\d+(?:\.\d+)?\s*k(?:m)?|\d{4}|mile|marathon|half(?:[\s-]marathon)?|hm"
    r"|(?<![\d.] )(?<!\d)m|race|goal|target)"
    r"[\s-]*(?:race[\s-]*)?(?:pace|effort)\b)"
)
_BETWEEN = (
    r"(?:jog(?:ging)?|jg|floats?|recover(?:y|ies)|rec|rests?|walk(?:ing)?|r|off|easy|breaks?|btwn|between)"
)
_RECOVERY = re.compile(
    rf"\b(?:jog|walk|float|run)(?:ging|ing)?[\s-]+(?:downs?|backs?|recover\w*|rests?|{_FIGURE}%?)"
    rf"|\b(?:full|equal|half|short|same|standing)\s+(?:rests?|recover\w*|jog)"
    rf"|\b(?:r\s*=?\s*|rec(?:overy)?:?\s+)\d\S*"
    rf"|/\s*{_LENGTH}(?=\s*(?:$|[,;)]))"
    rf"|{_LENGTH}\s*(?:easy |slow |standing |of )?{_BETWEEN}\b(?:\s*(?:btwn|between|sets|reps|breaks?))*"
    rf"|\bwith\s+{_LENGTH}(?=\s*(?:$|[,;)]))"
    rf"|,\s*{_FIGURE}\s*(?:'|\"|s\b|secs?\b)(?=\s*(?:$|[,;)]))"
)
_REST_OF = re.compile(rf"{_LENGTH}\s*rests?\b")
_COUNT = r"(?<![\d.:])(?P<n>\d{1,2})(?![\d.:]|\s?(?:m|s|secs?|k|km|mi)\b|\s?['\"])\s*(?:x\s*)?"
_STRIDES = re.compile(
    rf"(?:\bwith\s+)?(?:{_COUNT}(?:{_LENGTH}\s*)?|{_LENGTH}\s*)?\b(?:relaxed |fast |short |wind )?"
    r"(?:strides?|striders?|pick-?ups?|accelerations?|accels|wind sprints)\b"
)
# `1km repeats` and `300s` name what is repeated; how often is not told.
_NAMED_REPEATS = re.compile(rf"(?:{_LENGTH}\s*(?=(?:reps?|repeats?|intervals?)\b)|\b[1-9]\d?00(?=s\b))")
_PIECE = re.compile(r"\b(?:with|last|final|first|middle|finish(?:ing)?)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A run's words taken apart.

    Attributes:
        words: The words without recoveries and strides; paces are still there.
        unpaced: The same without paces.
        body: The same without paces and repeats, so that neither `@ 5k` nor `6 x 800` is the whole distance.
        repeats: Repeated parts.
        strides: Strides, which do not make a run a hard one.
        pace: The first pace in the plan's own words.
        recovery: The first recovery in the plan's own words.
    """

    words: str
    unpaced: str
    body: str
    repeats: tuple[RunPart, ...]
    strides: tuple[RunPart, ...]
    pace: str
    recovery: str


def structure_of(text: str, unit: DistanceUnit) -> Structure:
    """Take the words of one run apart."""
    recoveries = _recoveries(text)
    without = _masked(text, recoveries)
    strides, words = _strides(without, unit)
    paces = [found.span() for found in _PACE.finditer(words)]
    pace = _pace_words(words)
    recovery = text[slice(*recoveries[0])].strip(" ,()") if recoveries else ""
    unpaced = _masked(words, paces)
    body, repeats = _repeats(unpaced, unit, pace, recovery)
    body = _NAMED_REPEATS.sub(" ", body)
    return Structure(
        words=words,
        unpaced=unpaced,
        body=body,
        repeats=repeats,
        strides=strides,
        pace=pace,
        recovery=recovery,
    )


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _pace_words(text: str) -> str:
    found = _PACE.search(text)
    return (found["clock"] or found["at"] or found["named"]).strip() if found else ""


def _recoveries(text: str) -> list[tuple[int, int]]:
    """Return where recoveries stand; only after repeats, since `30' recovery run` is a run."""
    first = min(
        (found.start() for found in (*_REPEAT.finditer(text), *_REPEAT_AFTER.finditer(text))), default=None
    )
    ladder = _LADDER.search(text)
    if ladder and (first is None or ladder.start() < first):
        first = ladder.end()
    if first is None:
        first = len(text) if not re.search(r"\bon\s*/", text) else 0
    found = [match.span() for match in (*_REST_OF.finditer(text, 0, first), *_RECOVERY.finditer(text, first))]
    return [span for span in found if not _REPEAT.match(text, span[0]) and not _is_repeated(text, span[0])]


def _is_repeated(text: str, at: int) -> bool:
    """Tell whether a length is what is repeated, as the 200 in `8 x 200 R`."""
    return bool(re.search(r"\dx$|\d x$", text[:at].rstrip(" (~")))


def _strides(text: str, unit: DistanceUnit) -> tuple[tuple[RunPart, ...], str]:
    parts: list[RunPart] = []
    spans: list[tuple[int, int]] = []
    for found in _STRIDES.finditer(text):
        words = found[0]
        lengths = [amount for amount in amounts_in(words, unit) if not amount.bare]
        parts.append(
            RunPart(
                repeats=int(found["n"] or 1),
                distance_m=lengths[0].distance_m if lengths else None,
                duration_s=lengths[0].duration_s if lengths else None,
                intensity="strides",
            )
        )
        spans.append(found.span())
    words = _masked(text, spans)
    return tuple(parts), re.sub(r"\+\s*speed\b", " ", words) if parts else words


def _repeats(body: str, unit: DistanceUnit, pace: str, recovery: str) -> tuple[str, tuple[RunPart, ...]]:
    """Return the text without repeats, and the repeats."""
    found = sorted(
        (*_repeats_before(body, unit), *_repeats_after(body, unit), *_ladders(body)), key=lambda f: f[0]
    )
    parts: list[RunPart] = []
    last_end = 0
    for start, end, steps in found:
        if start < last_end:
            continue
        parts.extend(
            RunPart(
                repeats=step.repeats,
                distance_m=step.distance_m,
                duration_s=step.duration_s,
                intensity=pace,
                recovery=recovery,
            )
            for step in steps
        )
        body = _masked(body, [(start, end)])
        last_end = end
    return body, tuple(parts)


_Found = tuple[int, int, tuple[RunPart, ...]]


def _repeats_before(text: str, unit: DistanceUnit) -> Iterator[_Found]:
    outer: tuple[int, int] | None = None
    for found in _REPEAT.finditer(text):
        times = int(found["n"])
        following = re.match(r"[(\s~]*", text[found.end() :])
        at = found.end() + (following.end() if following else 0)
        if _REPEAT.match(text, at):
            outer = (found.start(), times)
            continue
        start = found.start() if outer is None else outer[0]
        times *= 1 if outer is None else outer[1]
        outer = None
        part, end = _one_repeat(text, at, unit, times)
        yield start, end, (part,)


def _one_repeat(text: str, at: int, unit: DistanceUnit, times: int) -> tuple[RunPart, int]:
    """Read what is repeated at a place; a bare figure is metres, the plan's unit or minutes by its size."""
    clock = re.compile(r"(\d{1,2}):([0-5]\d)(?![\d:])").match(text, at)
    if clock:
        seconds = float(int(clock[1]) * SECONDS_PER_MINUTE + int(clock[2]))
        return RunPart(repeats=times, duration_s=seconds), clock.end()
    for amount in amounts_in(text, unit):
        if at <= amount.start <= at + 1:
            return RunPart(
                repeats=times, distance_m=amount.distance_m, duration_s=amount.duration_s
            ), amount.end
    word = re.compile(r"(miles?|km)\b").match(text, at)
    if word:
        return RunPart(repeats=times, distance_m=METRES_PER[unit]), word.end()
    figure = re.compile(r"\d+(?:\.\d+)?").match(text, at)
    if figure is None:
        return RunPart(repeats=times), at
    return _bare_repeat(float(figure[0]), times, unit), figure.end()


def _bare_repeat(figure: float, times: int, unit: DistanceUnit) -> RunPart:
    if figure >= number("letter_m_metres_from"):
        return RunPart(repeats=times, distance_m=figure)
    if figure <= number("bare_repeat_in_unit_to"):
        return RunPart(repeats=times, distance_m=figure * METRES_PER[unit])
    return RunPart(
        repeats=times,
        duration_s=figure * SECONDS_PER_MINUTE if figure <= number("bare_repeat_minutes_to") else figure,
    )


def _repeats_after(text: str, unit: DistanceUnit) -> Iterator[_Found]:
    """Find `800s x 8` and `1000m reps x 5`."""
    for found in _REPEAT_AFTER.finditer(text):
        what = found["what"].strip()
        bare = re.fullmatch(r"(\d{3,4})s?", what)
        amounts = amounts_in(what, unit)
        if bare:
            yield found.start(), found.end(), (RunPart(repeats=int(found["n"]), distance_m=float(bare[1])),)
        elif amounts:
            first = amounts[0]
            part = RunPart(repeats=int(found["n"]), distance_m=first.distance_m, duration_s=first.duration_s)
            yield found.start(), found.end(), (part,)


def _ladders(text: str) -> Iterator[_Found]:
    """Find `400-800-1200-800-400` (metres) and `1-2-3-2-1 min`."""
    for found in _LADDER.finditer(text):
        steps = [float(step) for step in re.findall(r"\d+", found["steps"])]
        unit = "'" if "'" in found["steps"] else found["unit"] or ""
        parts = tuple(part for step in steps if (part := _step(step, unit)) is not None)
        if len(parts) == len(steps):
            yield found.start(), found.end(), parts


def _step(figure: float, unit: str) -> RunPart | None:
    """Return one step of a ladder, or None when its unit is unknown."""
    if unit.startswith(("min", "'")):
        return RunPart(duration_s=figure * SECONDS_PER_MINUTE)
    if figure >= number("letter_m_metres_from"):
        return RunPart(distance_m=figure)
    return RunPart(duration_s=figure) if unit.startswith("s") else None


def pieces_of(text: str, unit: DistanceUnit) -> tuple[RunPart, ...]:
    """Return the pieces of a run at a pace of their own, such as the 4 in `8 with 4 @ 15k-half`."""
    found = _PIECE.search(text)
    if found is None:
        return ()
    tail = text[found.start() :]
    paces = [match.span() for match in _PACE.finditer(tail)]
    masked = _masked(tail, paces)
    lengths = _first_length(masked, unit)
    if lengths is None:
        return ()
    pace = _pace_words(tail) or tail[lengths.end :].strip(" ,.()")
    return (RunPart(distance_m=lengths.distance_m, duration_s=lengths.duration_s, intensity=pace),)


def _first_length(text: str, unit: DistanceUnit) -> Amount | None:
    amounts = amounts_in(text, unit) or bare_amounts_in(text, unit)
    return amounts[0] if amounts else None
