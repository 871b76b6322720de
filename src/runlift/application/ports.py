"""What the use cases ask of the world outside: a place that keeps the diary and the versions of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of entries that were handed in.

    Attributes:
        added: Ids of entries that are new, durable from now on.
        known: Ids of entries that were there already, to the letter.
        refused: Ids of entries whose id, revision and device are there already with other content: the
            first stays, since a device must never use a revision twice.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPlan:
    """A version of a plan.

    Attributes:
        version: 1 for the first, one more with each change.
        plan: The plan.
        made_at: When it was made, in UTC.
        cause: Why it was made, in a few words: `followed`, `planned again`, `restored`.
    """

    version: int
    plan: Plan
    made_at: datetime
    cause: str


class Store(Protocol):
    """Keeps what each athlete told and the plans made of it. Every call is one transaction.

    What a call has returned survives a crash of the process and of the machine. Athletes are named by an id;
    none sees another's rows.
    """

    def athletes(self) -> tuple[str, ...]:
        """Return the ids of all athletes known, by id."""

    def record(self, athlete: str, entries: Sequence[Recorded]) -> Receipt:
        """Keep entries, all or none; handing the same in twice changes nothing."""

    def recorded(self, athlete: str) -> tuple[Recorded, ...]:
        """Return every version of every entry, by time of recording, id, revision and device."""

    def history(self, athlete: str, entry_id: str) -> tuple[Recorded, ...]:
        """Return every version of one entry, the one that holds last."""

    def keep_plan(self, athlete: str, plan: Plan, *, after: int, made_at: datetime, cause: str) -> int:
        """Keep a new version of the plan and return its number.

        Args:
            athlete: Whose plan.
            plan: The plan.
            after: Number of the version it was made from, 0 for the first.
            made_at: When it was made, in UTC.
            cause: Why.

        Raises:
            PlanChangedError: Another version was kept since `after`.
        """

    def plan(self, athlete: str, version: int | None = None) -> KeptPlan | None:
        """Return a version of the plan, the latest by default; None where there is none."""

    def plan_versions(self, athlete: str) -> tuple[int, ...]:
        """Return the numbers of all versions kept, in order."""

    def names(self, athlete: str) -> Mapping[str, str]:
        """Return the exercise id that the runner confirmed for each name of another app."""

    def keep_name(self, athlete: str, name: str, exercise: str) -> None:
        """Keep which exercise a name of another app means; the latest word holds."""

    def erase(self, athlete: str) -> None:
        """Forget an athlete entirely, so that not even the raw bytes of the file tell of them."""
