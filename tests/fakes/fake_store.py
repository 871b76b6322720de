"""A store that keeps everything in memory; it is held to the same contract as the real ones."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC
from typing import TYPE_CHECKING

from runlift.application.error import PlanChangedError
from runlift.application.keepable import require_athlete, require_keepable
from runlift.application.ports import KeptPlan, Receipt
from runlift.formats.diary_json import dump_recorded, load_recorded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan

Key = tuple[str, int, str]


def as_kept(recorded: Recorded) -> Recorded:
    """Return an entry as it is after having been written and read.

    Raises:
        InputError: It cannot be kept.
    """
    kept = load_recorded(dump_recorded(recorded), place="").recorded
    assert kept is not None
    return kept


class FakeStore:
    """Keeps diary, plans and names of each athlete in dictionaries."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[Key, Recorded]] = defaultdict(dict)
        self._plans: dict[str, list[KeptPlan]] = defaultdict(list)
        self._names: dict[str, dict[str, str]] = defaultdict(dict)

    def athletes(self) -> tuple[str, ...]:
        """Return the ids of all athletes known, by id."""
        kept = (self._entries, self._plans, self._names)
        return tuple(sorted({athlete for each in kept for athlete, rows in each.items() if rows}))

    def record(self, athlete: str, entries: Sequence[Recorded]) -> Receipt:
        """Keep entries, all or none; handing the same in twice changes nothing."""
        kept = self._entries[require_athlete(athlete)]
        sent = [as_kept(each) for each in entries]
        added: list[str] = []
        known: list[str] = []
        refused: list[str] = []
        for each in sent:
            before = kept.get((each.id, each.revision, each.device))
            told = added if before is None else known if before == each else refused
            told.append(each.id)
            kept[each.id, each.revision, each.device] = before or each
        return Receipt(added=tuple(added), known=tuple(known), refused=tuple(refused))

    def recorded(self, athlete: str) -> tuple[Recorded, ...]:
        """Return every version of every entry, by time of recording, id, revision and device."""
        kept = self._entries[require_athlete(athlete)].values()
        return tuple(sorted(kept, key=lambda each: (each.recorded_at, each.id, each.revision, each.device)))

    def history(self, athlete: str, entry_id: str) -> tuple[Recorded, ...]:
        """Return every version of one entry, the one that holds last."""
        versions = (each for each in self._entries[require_athlete(athlete)].values() if each.id == entry_id)
        return tuple(sorted(versions, key=lambda each: each.precedence))

    def keep_plan(self, athlete: str, plan: Plan, *, after: int, made_at: datetime, cause: str) -> int:
        """Keep a new version of the plan and return its number.

        Raises:
            PlanChangedError: Another version was kept since `after`.
        """
        require_keepable(cause, what="a cause")
        kept = self._plans[require_athlete(athlete)]
        if len(kept) != after:
            raise PlanChangedError(athlete, expected=after, found=len(kept))
        kept.append(KeptPlan(version=after + 1, plan=plan, made_at=made_at.astimezone(UTC), cause=cause))
        return after + 1

    def plan(self, athlete: str, version: int | None = None) -> KeptPlan | None:
        """Return a version of the plan, the latest by default; None where there is none."""
        kept = self._plans[require_athlete(athlete)]
        wanted = len(kept) if version is None else version
        return next((each for each in kept if each.version == wanted), None)

    def plan_versions(self, athlete: str) -> tuple[int, ...]:
        """Return the numbers of all versions kept, in order."""
        return tuple(each.version for each in self._plans[require_athlete(athlete)])

    def names(self, athlete: str) -> Mapping[str, str]:
        """Return the exercise id that the runner confirmed for each name of another app."""
        return dict(self._names[require_athlete(athlete)])

    def keep_name(self, athlete: str, name: str, exercise: str) -> None:
        """Keep which exercise a name of another app means; the latest word holds."""
        require_keepable(name, what="a name")
        require_keepable(exercise, what="an exercise")
        self._names[require_athlete(athlete)][name] = exercise

    def erase(self, athlete: str) -> None:
        """Forget an athlete entirely."""
        require_athlete(athlete)
        for kept in (self._entries, self._plans, self._names):
            kept.pop(athlete, None)


if TYPE_CHECKING:
    AS_PORT: Store = FakeStore()
