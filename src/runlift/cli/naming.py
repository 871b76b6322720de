"""`runlift name` and `runlift names`: what names of other apps mean."""

from __future__ import annotations

from collections import Counter
from shlex import quote
from typing import TYPE_CHECKING

import typer

from runlift.application.app_load import HandWeights
from runlift.application.error import InputError
from runlift.application.keep_entries import keep_entries
from runlift.application.map_names import LEFT_OPEN, NumberMeans, name_key, number_means
from runlift.application.remap_name import remap_name
from runlift.application.tell_checks import error
from runlift.bootstrap import name_map
from runlift.cli.asking_names import exercises_named
from runlift.cli.console import print_json
from runlift.cli.lift_document import counted
from runlift.cli.recording import after_logging, author_now, open_desk
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.exercise_name import find_exercise

if TYPE_CHECKING:
    from runlift.cli.recording import Desk
    from runlift.domain.exercise.exercise import Exercise


def keep_name(name: str, exercise: str, *, hands: str | None, database: str | None, who: str) -> None:
    """Keep what a name means, and put what was imported under it right.

    Raises:
        InputError: The exercise is not known, or cannot be what the name means.
    """
    desk, author = open_desk(database, who), author_now()
    aliases = name_map({}).aliases
    found = None if exercise.strip() == LEFT_OPEN else _exercise(exercise)
    if found and number_means(name, found, aliases.get(name_key(name))) is NumberMeans.ASSISTANCE:
        _refuse_assisted(name, found)
    corrected = remap_name(
        name,
        found.id if found else "",
        desk.store.recorded(who),
        recorded_at=author.now,
        aliases=aliases,
        hands=HandWeights(hands) if hands else HandWeights.EACH,
    )
    desk.store.keep_name(who, name, found.id if found else LEFT_OPEN)
    keep_entries(desk.store, who, corrected)
    typer.echo(f'"{name}" means {found.name} ({found.id}).' if found else f'"{name}" stays open.')
    if found and number_means(name, found, aliases.get(name_key(name))) is NumberMeans.EACH:
        typer.echo(_pairs(hands))
    if corrected:
        typer.echo(f"Put right of earlier imports: {counted(len(corrected), 'set')}; their history stays.")
        after_logging(desk.store, who)


def print_names(*, database: str | None, who: str, as_json: bool) -> None:
    """Print the names that were confirmed, and those of the diary that have no exercise."""
    desk = open_desk(database, who)
    kept, waiting = desk.store.names(who), _open_names(desk)
    if as_json:
        meant = [{"name": name, "exercise": kept[name].removeprefix(LEFT_OPEN)} for name in sorted(kept)]
        left = [{"name": name, "sets": count} for name, count in waiting.most_common()]
        print_json({"confirmed": meant, "open": left})
        return
    for name in sorted(kept):
        exercise = catalogue().get(kept[name])
        words = f"{exercise.name} ({exercise.id})" if exercise else "stays open"
        typer.echo(f'"{name}": {words}')
    for name, count in waiting.most_common():
        if name not in kept:
            typer.echo(f'"{name}": no exercise yet, {counted(count, "set")}')
    if not kept and not waiting:
        typer.echo("No name of another app is known yet.")


def _open_names(desk: Desk) -> Counter[str]:
    diary = Diary.of(desk.store.recorded(desk.who))
    return Counter(each.name for each in diary.of_kind(SetDone) if each.name and not each.exercise)


def _exercise(words: str) -> Exercise:
    found = find_exercise(words).exercise
    if found:
        return catalogue()[found]
    near = " or ".join(exercises_named(words))
    remedy = f"do you mean {near}?" if near else 'see "runlift exercises"'
    raise InputError(
        [error("unsure_exercise", f'It is not sure which exercise "{words}" is', remedy, "EXERCISE")]
    )


def _refuse_assisted(name: str, exercise: Exercise) -> None:
    raise InputError(
        [
            error(
                "assisted_is_easier",
                f'"{name}" is helped, so it is easier than {exercise.name}',
                f"leave it open: runlift name {quote(name)} -",
                "EXERCISE",
            )
        ]
    )


def _pairs(hands: str | None) -> str:
    if hands == HandWeights.TOTAL:
        return "The app's number is taken as both weights together."
    return (
        "The app's number is taken as one of the two weights held, so the load is twice that; "
        "--hand-weights total if you write both together."
    )
