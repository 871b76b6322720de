"""Ask which exercises the names of another app mean, and what its numbers are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from runlift.application.app_load import HandWeights
from runlift.application.map_names import LEFT_OPEN
from runlift.cli.lift_document import counted
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.exercise_name import find_exercise, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runlift.application.map_names import NameMeaning
    from runlift.domain.diary.lift_log import LoggedSet

MOST_SHOWN = 9
EXAMPLES = 3
YES_OR_NO = {"": True, "y": True, "yes": True, "n": False, "no": False}


def ask_names(unsure: Sequence[NameMeaning], counts: Mapping[str, int]) -> dict[str, str]:
    """Return the answer to each name that is not sure: an exercise id, or that it stays open."""
    order = sorted(unsure, key=lambda each: (-counts[each.name], each.name))
    _say(
        f"Not sure yet: {counted(len(order), 'name')}. "
        "A number takes that exercise, a word searches the catalogue, Enter leaves the name open."
    )
    return {each.name: _ask_name(each, counts[each.name]) for each in order}


def ask_hands(pairs: Iterable[LoggedSet], names: Mapping[str, NameMeaning]) -> HandWeights:
    """Return what the runner writes into the app where two weights are held at once."""
    shown = {each.exercise: each.weight_kg for each in pairs}
    _say("In these lifts a weight is held in each hand:")
    for name, weight_kg in list(shown.items())[:EXAMPLES]:
        _say(f'  "{name}" ({catalogue()[names[name].exercise].name}), {weight_kg:g} kg in the file')
    while True:
        answer = _ask("Is the number in the app one of the two weights? [Y/n]: ").lower()
        if answer in YES_OR_NO:
            return HandWeights.EACH if YES_OR_NO[answer] else HandWeights.TOTAL
        _say('Answer "y" for one of them, "n" for both together.')


def _ask_name(meaning: NameMeaning, count: int) -> str:
    """Ask about one name until it has an answer."""
    shown: Sequence[str] = [each.exercise for each in meaning.proposals]
    _say(f'"{meaning.name}" ({counted(count, "set")})')
    while True:
        _show(shown)
        answer = _ask("Number, word or Enter: ")
        if not answer:
            return LEFT_OPEN
        if answer.isascii() and answer.isdigit():
            if 1 <= int(answer) <= len(shown):
                return shown[int(answer) - 1]
            _say(f"There is no {answer}.")
        else:
            found = exercises_named(answer)
            _say("" if found else f'Nothing in the catalogue is called "{answer}".')
            shown = found or shown


def exercises_named(words: str) -> list[str]:
    """Return the ids of exercises whose name or id holds all of the words, else of those that are near."""
    if words in catalogue():
        return [words]
    wanted = set(plain_name(words).split())
    holding = [
        key
        for key, each in catalogue().items()
        if wanted and wanted <= {*plain_name(each.name).split(), *key.split("_")}
    ]
    return (holding or list(find_exercise(words).near))[:MOST_SHOWN]


def _show(ids: Iterable[str]) -> None:
    for number, each in enumerate(ids, start=1):
        _say(f"  {number}  {catalogue()[each].name} ({each})")


def _ask(question: str) -> str:
    """Ask beside the output, which may be JSON.

    Raises:
        EOFError: No answer can come any more.
    """
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")
        raise EOFError
    return line.strip()


def _say(words: str) -> None:
    if words:
        sys.stderr.write(f"{words}\n")
