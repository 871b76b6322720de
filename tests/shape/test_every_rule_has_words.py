from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runlift.domain.evidence import constant, constants
from runlift.domain.placement.rule import HARD_RULES, SOFT_RULES
from runlift.domain.quantity import Reason
from runlift.wording.need import NEEDS
from runlift.wording.reason import reason_words, sentence_of
from runlift.wording.rule import RULES, rule_words
from runlift.wording.sentences import SENTENCES, joined
from runlift.wording.sentences.sentence import says

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = Path(__file__).parents[2] / "src" / "runlift" / "domain"
CHECKER = DOMAIN / "safety"  # its rules say themselves what they hold
BY_TABLE = {"placement/why_not.py"}  # makes a reason of every hard rule, without figures
SAMPLES: dict[str, float | str] = {
    "date": "2026-12-22",
    "first": "2026-12-22",
    "last": "2026-12-24",
    "last_heavy": "2026-12-22",
    "legs_from": "2026-12-22",
    "race": "City {10} km",
    "forbidden_by": "free_window",
    "phase": "strength",
    "stress": "heavy",
    "tempo": "3-0-1",
    "band": "medium",
    "need": "calf",
    "test": "heel_raise",
    "more": "yes",
    "complaint": "pfp",
    "lock": "bone",
    "limit": "no_jumps",
    "question": "pregnant",
    "how": "limit_depth",
    "moment": "daily",
    "stage": "sore",
    "side": "left",
    "slot": "main_knee",
    "from_exercise": "push_up",
    "to_exercise": "single_leg_squat",
    "trained_exercise": "rfess",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A place in the domain that makes a reason: the rule and the names of its figures."""

    rule: str
    figures: tuple[str, ...]
    place: str


@cache
def told() -> tuple[Told, ...]:
    found: list[Told] = []
    for path in sorted(DOMAIN.rglob("*.py")):
        if CHECKER not in path.parents:
            found += _told_in(path)
    return tuple(found)


def _told_in(path: Path) -> Iterator[Told]:
    place = path.relative_to(DOMAIN).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        for call in _reasons_made(function):
            figures = [keyword.arg for keyword in call.keywords if keyword.arg]
            for rule, more in _rules_of(call.args[0], function, tree):
                yield Told(rule=rule, figures=(*figures, *more), place=f"{place}:{call.lineno}")


def _reasons_made(function: ast.FunctionDef) -> list[ast.Call]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return [call for call in calls if ast.unparse(call.func) == "Reason.of"]


def _rules_of(
    rule: ast.expr, function: ast.FunctionDef, tree: ast.Module
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rule ids an expression can be: a literal, what a local name holds, or what callers hand in."""
    if not isinstance(rule, ast.Name):
        yield from ((word, ()) for word in _words(rule))
        return
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == rule.id:
            yield from ((word, ()) for word in _words(node.value))
    parameters = [argument.arg for argument in function.args.args]
    if rule.id in parameters:
        for call in [node for node in ast.walk(tree) if isinstance(node, ast.Call)]:
            if ast.unparse(call.func) == function.name:
                more = tuple(each.arg for each in call.keywords if each.arg and each.arg not in parameters)
                yield from ((word, more) for word in _words(call.args[parameters.index(rule.id)]))


def _words(expression: ast.expr) -> list[str]:
    return [
        node.value
        for node in ast.walk(expression)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _sample(each: Told) -> Iterator[Reason]:
    """Reasons of a place, one for each of the values on which the words depend."""
    figures = {name: SAMPLES.get(name, 2.0) for name in each.figures}
    choices = [dict(sentence.only_if) for sentence in SENTENCES[each.rule]]
    for choice in choices:
        if choice.keys() <= figures.keys():
            yield Reason.of(each.rule, ("S04",), **{**figures, **choice})


def test_every_rule_that_is_a_reason_has_words() -> None:
    without = sorted(f"{each.rule} ({each.place})" for each in told() if each.rule not in SENTENCES)
    assert not without


def test_every_rule_that_forbids_a_slot_has_words() -> None:
    for rule in HARD_RULES:
        assert sentence_of(Reason.of(rule, ()))


def test_every_rule_of_placement_has_a_noun_phrase() -> None:
    assert sorted(RULES) == sorted({*HARD_RULES, *SOFT_RULES})
    for rule in RULES:
        assert rule_words(rule)
        assert not rule_words(rule).endswith(".")


def test_no_words_are_left_without_a_rule() -> None:
    assert sorted(SENTENCES) == sorted({each.rule for each in told()} | set(HARD_RULES))


def test_no_sentence_is_left_without_a_reason_it_fits() -> None:
    known = frozenset(constants())
    reasons = [reason for each in told() for reason in _sample(each)]
    reasons += [Reason.of(rule, ()) for rule in HARD_RULES]
    for rule, sentences in SENTENCES.items():
        for sentence in sentences:
            fitting = [each for each in reasons if each.rule == rule and sentence.fits(each, known)]
            assert fitting, sentence.words


@pytest.mark.parametrize("each", told(), ids=lambda each: f"{each.rule}@{each.place}")
def test_every_reason_made_in_the_domain_becomes_a_sentence(each: Told) -> None:
    reasons = list(_sample(each))
    assert reasons
    for reason in reasons:
        assert sentence_of(reason)
        words = reason_words(reason)
        assert words.endswith(". [S04]")
        assert "{" not in words.replace("{10}", "")


def test_every_place_that_makes_a_reason_is_understood() -> None:
    understood = {each.place for each in told()}
    for path in sorted(DOMAIN.rglob("*.py")):
        place = path.relative_to(DOMAIN).as_posix()
        if CHECKER in path.parents or place in BY_TABLE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
            for call in _reasons_made(function):
                assert f"{place}:{call.lineno}" in understood


def test_every_need_of_a_week_has_words() -> None:
    needs = constant("need_worth").value
    assert isinstance(needs, dict)
    assert sorted(needs) == sorted(NEEDS)


def test_two_rooms_may_not_have_words_for_the_same_rule() -> None:
    with pytest.raises(ValueError, match="twice"):
        joined({"twice": says("Once.")}, {"twice": says("Again.")})
