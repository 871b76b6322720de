"""Trials of strength work beside running: one group of runners each, as their papers tell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from runlift.domain.quantity import Severity
from runlift.domain.response.trial_table import read_trial_table

if TYPE_CHECKING:
    from runlift.domain.response.trial_group import TrialGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialList:
    """The groups of a table of trials that trained.

    Attributes:
        groups: Groups that trained, in the order of the table.
    """

    groups: tuple[TrialGroup, ...]

    @property
    def usable(self) -> tuple[TrialGroup, ...]:
        """The groups that tell a change of economy."""
        return tuple(each for each in self.groups if each.change is not None)


@cache
def known_trials() -> TrialList:
    """Return the trials this project knows, read once and validated whole.

    Raises:
        ValueError: The table is malformed; the row is named.
    """
    text = (files("runlift.domain.response") / "trials.csv").read_text(encoding="utf-8")
    read = read_trial_table(text, name="trials.csv")
    wrong = [each for each in read.findings if each.severity is not Severity.NOTE]
    if wrong:
        raise ValueError("; ".join(f"{each.place}: {each.message}" for each in wrong))
    return TrialList(groups=read.groups)
