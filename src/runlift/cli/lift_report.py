"""What an import came to, row by row and name by name."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from shlex import quote
from typing import TYPE_CHECKING

import typer

from runlift.application.app_load import HandWeights
from runlift.application.import_lifts import in_pairs
from runlift.application.map_names import NameState, NumberMeans
from runlift.cli.lift_document import counted, row_counts, sets_by_name
from runlift.domain.diary.lift_log import LiftApp, RowFate
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from runlift.application.import_lifts import LiftImport
    from runlift.domain.diary.lift_log import RowTold

APPS = {LiftApp.HEVY: "Hevy", LiftApp.STRONG: "Strong", LiftApp.FITNOTES: "FitNotes"}
FATES = {
    RowFate.READ: "read",
    RowFate.UNSURE: "unsure",
    RowFate.LEFT_OUT: "left out",
    RowFate.REFUSED: "refused",
}
RANGES_SHOWN = 12
ROWS_SHOWN = 20
NAMES_SHOWN = 30


def print_report(made: LiftImport, *, kept: bool) -> None:
    """Print the report."""
    for line in report_lines(made, kept=kept):
        typer.echo(line)


def report_lines(made: LiftImport, *, kept: bool) -> Iterator[str]:
    """Yield the lines of the report."""
    yield from _head(made)
    yield from _written(made, kept=kept)
    yield from _numbers(made)
    yield from _fates(made.rows)
    yield from _open_names(made)


def line_ranges(lines: Iterable[int]) -> str:
    """Return lines as `3, 5-9`."""
    ordered = sorted(set(lines))
    if not ordered:
        return ""
    begins = [ordered[0], *(after for before, after in pairwise(ordered) if after > before + 1)]
    ends = [*(before for before, after in pairwise(ordered) if after > before + 1), ordered[-1]]
    parts = [f"{a}" if a == b else f"{a}-{b}" for a, b in zip(begins, ends, strict=True)]
    return ", ".join(parts[:RANGES_SHOWN]) + (" ..." if parts[RANGES_SHOWN:] else "")


def _head(made: LiftImport) -> Iterator[str]:
    log, counts = made.log, row_counts(made)
    unit = f", weights in {log.unit.value}" if log.unit else ""
    days = sorted(workout.starts_at.date() for workout in log.workouts)
    when = f", {days[0]} to {days[-1]}" if days else ""
    workouts = counted(len(log.workouts), "workout")
    yield f"{APPS[log.app]} ({log.dialect}{unit}): {workouts}{when}."
    yield (
        f"{counted(counts['all'], 'row')}: {counts['read']} read, {counts['unsure']} unsure, "
        f"{counts['left_out']} left out, {counts['refused']} refused."
    )
    yield (
        f"Sets with an exercise of the catalogue: {counts['mapped']}; "
        f"under the app's name only: {counts['open']}."
    )


def _written(made: LiftImport, *, kept: bool) -> Iterator[str]:
    what = "Kept" if kept else "Nothing is kept; it would be"
    yield f"{what}: {made.added} new, {made.changed} changed, {made.known} known already (sets and workouts)."
    if made.gone:
        yield f"{made.gone} are no longer in the app and are taken back; their history stays."
    if made.stay_away:
        yield f"{made.stay_away} you took back before, and they stay so; --bring-back brings them again."


def _numbers(made: LiftImport) -> Iterator[str]:
    """Tell where the load of the diary is not the number of the app."""
    pairs = Counter(each.exercise for each in in_pairs(made.log, made.names))
    if pairs:
        one = made.hands is HandWeights.EACH
        taken = "one of the two, so the load is twice that" if one else "both together"
        other = HandWeights.TOTAL if one else HandWeights.EACH
        yield (
            f"Two weights held at once in {counted(sum(pairs.values()), 'set')} ({_listed(pairs)}): "
            f"the app's number was taken as {taken}. "
            f"If that is wrong, import again with --hand-weights {other.value}."
        )
    legs = _sets_that_mean(made, NumberMeans.BOTH_LEGS)
    if legs:
        yield (
            f"Both legs on a machine in {counted(sum(legs.values()), 'set')} ({_listed(legs)}): "
            "each leg is taken to have moved half."
        )
    helped = _sets_that_mean(made, NumberMeans.ASSISTANCE)
    if helped:
        yield (
            f"Assistance in {counted(sum(helped.values()), 'set')} ({_listed(helped)}): "
            "the app's number is no load; it stands in the note of the set."
        )


def _fates(rows: Sequence[RowTold]) -> Iterator[str]:
    """Tell of each reason how many rows it has, on which lines, and an example."""
    by_reason: dict[tuple[RowFate, str], list[RowTold]] = defaultdict(list)
    for row in rows:
        if row.fate is not RowFate.READ:
            by_reason[row.fate, row.code].append(row)
    for fate in (RowFate.REFUSED, RowFate.UNSURE, RowFate.LEFT_OUT):
        for (its_fate, _), told in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
            if its_fate is fate:
                yield from _reason(fate, told)


def _reason(fate: RowFate, told: Sequence[RowTold]) -> Iterator[str]:
    messages = Counter(row.message for row in told)
    if len(messages) == 1:
        yield f"{FATES[fate].capitalize()}: {told[0].message} ({_lines(row.line for row in told)})."
        return
    for message, _ in messages.most_common(ROWS_SHOWN):
        lines = _lines(row.line for row in told if row.message == message)
        yield f"{FATES[fate].capitalize()}: {message} ({lines})."
    if len(messages) > ROWS_SHOWN:
        yield f"{FATES[fate].capitalize()}: {len(messages) - ROWS_SHOWN} more such; --json tells every row."


def _open_names(made: LiftImport) -> Iterator[str]:
    """Tell which names have no exercise, and how to give them one."""
    counts = sets_by_name(made)
    unsure = [name for name, meaning in made.names.items() if meaning.state is NameState.UNSURE]
    for name in sorted(unsure, key=lambda each: -counts[each])[:NAMES_SHOWN]:
        first = made.names[name].proposals[0].exercise
        near = " or ".join(catalogue()[each.exercise].name for each in made.names[name].proposals)
        told = counted(counts[name], "set")
        yield f'"{name}" ({told}): {near}? Say it with: runlift name {quote(name)} {first}'
    kept_open = {NameState.OPEN, NameState.NO_EQUAL, NameState.LEFT_OPEN}
    others = {name: counts[name] for name, meaning in made.names.items() if meaning.state in kept_open}
    if others:
        yield f"Kept under their own names: {_listed(others)}."


def _sets_that_mean(made: LiftImport, means: NumberMeans) -> Counter[str]:
    return Counter(
        each.exercise
        for workout in made.log.workouts
        for each in workout.sets
        if each.weight_kg and made.names[each.exercise].means is means
    )


def _listed(counts: dict[str, int]) -> str:
    """Name the most frequent ones."""
    names = sorted(counts, key=lambda name: (-counts[name], name))
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(f"{name}" for name in names[:NAMES_SHOWN]) + more


def _lines(lines: Iterable[int]) -> str:
    told = list(lines)
    return f"line {told[0]}" if len(told) == 1 else f"{len(told)} rows, lines {line_ranges(told)}"
