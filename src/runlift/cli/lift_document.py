"""What an import came to, as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from runlift.application.map_names import NameState
from runlift.domain.diary.lift_log import RowFate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.application.import_lifts import LiftImport
    from runlift.application.map_names import NameMeaning
    from runlift.domain.quantity import Finding


def report_document(made: LiftImport, findings: Sequence[Finding], *, kept: bool) -> dict[str, Any]:
    """Return the report as a JSON document."""
    log, sets = made.log, sets_by_name(made)
    return {
        "app": log.app.value,
        "dialect": log.dialect,
        "unit": log.unit.value if log.unit else None,
        "hand_weights": made.hands.value,
        "kept": kept,
        "workouts": len(log.workouts),
        "rows": row_counts(made),
        "entries": {
            "added": made.added,
            "changed": made.changed,
            "gone": made.gone,
            "known": made.known,
            "taken_back_before": made.stay_away,
        },
        "names": [_name_document(each, sets[each.name]) for each in made.names.values()],
        "told": [
            {"line": row.line, "fate": row.fate.value, "reason": row.code, "message": row.message}
            for row in made.rows
            if row.fate is not RowFate.READ
        ],
        "findings": [asdict(finding) for finding in findings],
    }


def row_counts(made: LiftImport) -> dict[str, int]:
    """Count the rows by what became of them; `mapped` and `open` part the sets that are kept."""
    fates = Counter(row.fate for row in made.rows)
    sets = sets_by_name(made)
    mapped = sum(count for name, count in sets.items() if made.names[name].exercise)
    kept = sum(count for name, count in sets.items() if made.names[name].state is not NameState.ENDURANCE)
    return {
        "all": len(made.rows),
        **{fate.value: fates[fate] for fate in RowFate},
        "mapped": mapped,
        "open": kept - mapped,
    }


def counted(count: int, what: str) -> str:
    """Return a count of things, such as `3 sets`."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def sets_by_name(made: LiftImport) -> Counter[str]:
    """Count the sets of each name."""
    return Counter(each.exercise for workout in made.log.workouts for each in workout.sets)


def _name_document(meaning: NameMeaning, sets: int) -> dict[str, Any]:
    return {
        "name": meaning.name,
        "state": meaning.state.value,
        "exercise": meaning.exercise,
        "number": meaning.means.value,
        "sets": sets,
        "proposals": [asdict(each) for each in meaning.proposals],
    }
