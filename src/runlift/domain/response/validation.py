"""How far off the model is for trials it has not seen, beside plain guesses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, sqrt
from statistics import NormalDist, mean, quantiles
from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.response.pooling import Pooled, Seen, pooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from random import Random

    from runlift.domain.response.trial_group import TrialGroup

_RESAMPLES = 2000
_PERCENT = 100


class Way(StrEnum):
    """A way to foretell the change of a group."""

    NO_CHANGE = "no change"
    CONSTANT = "constant mean"  # the baseline: the plain mean of the other trials
    MODEL = "model"  # method and sessions, the full effect pooled from the other trials
    MODEL_AS_USED = "model as used"  # the same with the full effect that `runlift expect` takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A group as one way foretold it.

    Attributes:
        change: Change foretold [%].
        sd: How unsure that is [percentage points].
    """

    change: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A group whose trial was left out, and what was foretold for it.

    Attributes:
        group: The group.
        seen: Change it showed [%].
        foretold: What each way foretold.
    """

    group: TrialGroup
    seen: float
    foretold: Mapping[Way, Foretold]

    def error(self, way: Way) -> float:
        """Return what was seen less what was foretold [percentage points]."""
        return self.seen - self.foretold[way].change

    def is_covered(self, way: Way) -> bool:
        """Tell whether the interval of a way holds what was seen."""
        return abs(self.error(way)) <= interval_reach() * self.foretold[way].sd


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a way did.

    Attributes:
        way: The way.
        mean_error: Mean absolute error [percentage points].
        root_error: Root of the mean squared error [percentage points].
        coverage: Groups whose interval of 80 % held what was seen [%].
    """

    way: Way
    mean_error: float
    root_error: float
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """How the model did on trials it had not seen.

    Attributes:
        groups: Every group foretold.
        scores: How each way did.
        difference: Interval of 95 % for the model's mean error less that of the constant, by drawing trials
            with replacement [percentage points].
    """

    groups: tuple[LeftOut, ...]
    scores: Mapping[Way, Score]
    difference: tuple[float, float]

    @property
    def trials(self) -> int:
        """How many trials the groups belong to."""
        return len({each.group.study_id for each in self.groups})

    @property
    def worse_by(self) -> float:
        """Mean error of the model less that of the constant mean; below 0 the model is better."""
        return self.scores[Way.MODEL].mean_error - self.scores[Way.CONSTANT].mean_error

    @property
    def holds(self) -> bool:
        """Whether the model is no worse than the constant mean and its intervals are as wide as they say.

        Source: RM18.
        """
        low, high = pair("validation_coverage")
        is_as_good = self.worse_by <= number("validation_worse_most")
        return is_as_good and low <= self.scores[Way.MODEL].coverage <= high


def interval_reach() -> float:
    """Return how many standard deviations an interval reaches to each side.

    Source: RM15.
    """
    return NormalDist().inv_cdf((1 + number("expected_interval") / _PERCENT) / 2)


def validate(known: Iterable[TrialGroup], asked: Iterable[TrialGroup], rng: Random) -> Validation | None:
    """Foretell every group asked for from the known trials other than its own; None when there is none."""
    known, told = tuple(known), [each for each in asked if each.change is not None]
    others = {each.study_id: _others(known, each.study_id) for each in told}
    groups = tuple(
        LeftOut(group=each, seen=each.change, foretold=_foretold(each, others[each.study_id]))
        for each in told
        if each.change is not None and others[each.study_id]
    )
    if not groups:
        return None
    return Validation(
        groups=groups,
        scores={way: _score(way, groups) for way in Way},
        difference=_difference(groups, rng),
    )


def _others(known: Sequence[TrialGroup], study_id: str) -> tuple[tuple[float, TrialGroup], ...]:
    """Return what the other trials showed."""
    return tuple(
        (each.change, each) for each in known if each.change is not None and each.study_id != study_id
    )


def _foretold(group: TrialGroup, others: Sequence[tuple[float, TrialGroup]]) -> Mapping[Way, Foretold]:
    constant = _pooled(others, scaled=False)
    model = _pooled(others, scaled=True)
    plain_mean = mean(change for change, _ in others)
    used = number("economy_change_mean")
    return {
        Way.NO_CHANGE: Foretold(change=0.0, sd=_sd(group, constant, 0.0)),
        Way.CONSTANT: Foretold(change=plain_mean, sd=_sd(group, constant, 1.0)),
        Way.MODEL: Foretold(change=model.mean * group.scale, sd=_sd(group, model, group.scale)),
        Way.MODEL_AS_USED: Foretold(change=used * group.scale, sd=_sd(group, model, 0.0)),
    }


def _pooled(others: Sequence[tuple[float, TrialGroup]], *, scaled: bool) -> Pooled:
    return pooled(
        [
            Seen(
                change=change,
                scale=each.scale if scaled else 1.0,
                standard_error=each.standard_error,
            )
            for change, each in others
        ]
    )


def _sd(group: TrialGroup, known: Pooled, scale: float) -> float:
    """Return how far a group may be off: trials differ, few runners tell little, the mean is unsure."""
    between = max(known.sd_between, number("economy_sd_between_trials"))
    return sqrt(hypot(between, group.standard_error) ** 2 + (known.standard_error * scale) ** 2)


def _score(way: Way, groups: Sequence[LeftOut]) -> Score:
    errors = [each.error(way) for each in groups]
    return Score(
        way=way,
        mean_error=mean(abs(each) for each in errors),
        root_error=sqrt(mean(each**2 for each in errors)),
        coverage=_PERCENT * mean(each.is_covered(way) for each in groups),
    )


def _difference(groups: Sequence[LeftOut], rng: Random) -> tuple[float, float]:
    """Draw trials with replacement, since groups of one trial are no separate witnesses."""
    by_trial: dict[str, list[float]] = {}
    for each in groups:
        gap = abs(each.error(Way.MODEL)) - abs(each.error(Way.CONSTANT))
        by_trial.setdefault(each.group.study_id, []).append(gap)
    trials = list(by_trial.values())
    drawn = [
        mean(gap for trial in rng.choices(trials, k=len(trials)) for gap in trial) for _ in range(_RESAMPLES)
    ]
    cuts = quantiles(drawn, n=40)
    return cuts[0], cuts[-1]
