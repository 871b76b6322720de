"""The filter: what each session of a lift changes in what is believed of it.

A session counts by its best set, as fatigue makes the others smaller. A set that jumps beyond the believable
waits until other sessions confirm it.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp, pi, sqrt
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.belief import Belief, Part, learned, raised, with_reserve
from runlift.domain.strength.reading import reading_of
from runlift.domain.strength.sorting import best_of
from runlift.domain.strength.track import Expectation, Track, doubtful, expected, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.strength.lift import Lift
    from runlift.domain.strength.observation import Observation, Session

_LEAST_BELIEVED = 1e-6  # so that nothing is divided by zero


def followed(track: Track | None, session: Session, lift: Lift) -> Track:
    """Return the track after a session."""
    if track is None:
        return _begun(session, lift)
    here = track.on(session.day)
    credible, others = _split(session, lift, here)
    if not credible:
        return _doubted(track, session)
    settled = replace(
        track, doubted=(), kept_out=(*track.kept_out, *track.waiting, *doubtful(others)), belief=here
    )
    return _told(settled, replace(session, sets=credible))


def _begun(session: Session, lift: Lift) -> Track:
    """Begin with the level that the first session shows, whatever it is."""
    before = unknown(lift)
    best = best_of(session.sets, lift) or _highest(session.sets, lift, before)
    before.mean[Part.LEVEL] = reading_of(lift, best, before).shown
    prior = number("strength_surprise_prior")
    return Track(
        lift=lift,
        belief=_with_best(before, lift, best, after_run=session.after_run),
        first=session.day,
        last=session.day,
        best=best,
        surprises=prior,
        forecasts=prior,
    )


def _told(track: Track, session: Session) -> Track:
    """Learn from a session that can be believed; the track's belief is that of its day."""
    track = replace(track, last=session.day, sessions=track.sessions + 1)
    best = best_of(session.sets, track.lift)
    if best is None:
        return replace(track, belief=_with_bound(track.belief, track.lift, session))
    return replace(
        _surprised(track, expected(track.lift, track.belief, best, after_run=session.after_run)),
        belief=_with_best(track.belief, track.lift, best, after_run=session.after_run),
        best=best,
    )


def _surprised(track: Track, seen: Expectation) -> Track:
    """Remember how far off the forecast was.

    Source: Q024.
    """
    kept = number("strength_surprise_kept")
    squared = min(seen.surprise**2 / seen.variance, number("strength_surprise_most"))
    return replace(track, surprises=track.surprises * kept + squared, forecasts=track.forecasts * kept + 1)


def _with_best(belief: Belief, lift: Lift, best: Observation, *, after_run: bool) -> Belief:
    """Learn from the best set of a session; believe less what falls far below the expected.

    Source: Q013, Q018, Q020.
    """
    seen = expected(lift, belief, best, after_run=after_run)
    share = _believed(seen, best, lift)
    found = learned(
        belief,
        slope=seen.reading.slope,
        surprise=seen.surprise,
        noise=seen.noise / share,
        most=number("strength_largest_move") * lift.scale,
    )
    found.spread[Part.LEVEL, Part.LEVEL] += (number("strength_unsettled") * lift.scale) ** 2 * (1 - share)
    if best.rir is None:
        return found
    return with_reserve(found, best.rir, number("strength_untold_rir_from_told") ** 2)


def _with_bound(belief: Belief, lift: Lift, session: Session) -> Belief:
    """Learn from sets far from failure, which tell what can be done at the least.

    Source: D024, Q022.
    """
    highest = _highest(session.sets, lift, belief)
    seen = expected(lift, belief, highest, after_run=session.after_run, at_least=True)
    return raised(
        belief,
        slope=seen.reading.slope,
        above=-seen.surprise,
        noise=seen.noise,
        most=number("strength_largest_move") * lift.scale,
    )


def _believed(seen: Expectation, best: Observation, lift: Lift) -> float:
    """Return the odds that a set shows strength and was not light on purpose, 0 to 1.

    Source: Q018.
    """
    if seen.surprise >= 0:
        return 1.0
    light = number("strength_light_untold" if best.reserve is None else "strength_light_told")
    shortfall = number("strength_light_shortfall") * lift.scale
    as_light = light * exp(seen.surprise / shortfall) / shortfall
    as_shown = exp(-(seen.surprise**2) / seen.variance / 2) / sqrt(2 * pi * seen.variance)
    return max(as_shown / (as_shown + as_light), _LEAST_BELIEVED)


def _split(
    session: Session, lift: Lift, belief: Belief
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """Part the sets that can be believed from the others; none can where even the best is far too low.

    Source: Q019.
    """
    jump = number("strength_doubtful_jump") * lift.scale
    above = [reading_of(lift, each, belief).shown - belief.now for each in session.sets]
    credible = tuple(each for each, by in zip(session.sets, above, strict=True) if by <= jump)
    best = best_of(credible, lift)
    if not credible or (best is not None and reading_of(lift, best, belief).shown - belief.now < -jump):
        return (), session.sets
    return credible, tuple(each for each, by in zip(session.sets, above, strict=True) if by > jump)


def _doubted(track: Track, session: Session) -> Track:
    """Let a session wait; begin a new level when enough sessions agree.

    Source: Q019.
    """
    agreeing = [each for each in track.doubted if _agree(track, each, session)]
    dismissed = [each for each in track.doubted if each not in agreeing]
    gone = doubtful(each for one in dismissed for each in one.sets)
    track = replace(track, doubted=(*agreeing, session), kept_out=(*track.kept_out, *gone))
    waiting = len(track.doubted)
    confirmed = waiting >= number("strength_doubts_confirm") or waiting > track.sessions
    return _new_level(track) if confirmed else track


def _new_level(track: Track) -> Track:
    """Begin anew with the sessions that waited."""
    found = _begun(track.doubted[0], track.lift)
    for session in track.doubted[1:]:
        found = _told(replace(found, belief=found.on(session.day)), session)
    return replace(found, kept_out=track.kept_out)


def _agree(track: Track, one: Session, other: Session) -> bool:
    """Whether the highest sets of two sessions show about the same."""
    levels = [
        max(reading_of(track.lift, each, track.belief).shown for each in session.sets)
        for session in (one, other)
    ]
    return abs(levels[0] - levels[1]) <= number("strength_doubts_agree") * track.lift.scale


def _highest(sets: Iterable[Observation], lift: Lift, belief: Belief) -> Observation:
    """Return the set that shows most at the least."""
    return max(
        sets,
        key=lambda each: (
            reading_of(lift, each, belief, at_least=True).shown,
            each.reps,
            -(each.reserve or 0.0),
        ),
    )
