from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.rules import RULES as CHECKED
from runlift.wording.need import NEEDS
from runlift.wording.notice import NOTICE
from runlift.wording.rule import RULES
from runlift.wording.sentences import SENTENCES

SOURCE = Path(__file__).parents[2] / "src" / "runlift"
SHOWN_DOCSTRINGS = "cli"  # the help of a command is its docstring
DISCLAIMER = "does not diagnose or treat anything"
RECOGNISED = {"p?rehab"}  # a word of plans that are read, never said by the program
CLAIMS = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cures?|cured|curing|heal(s|ed|ing)?|therap\w+|rehab\w*|diagnos\w+|"
    r"prevent\w*|avoid\w* injur\w*|injury[- ](free|proof\w*)|guarante\w+|risk[- ]free|"
    r"(perfectly|completely|always|entirely) safe|safe(ly|r|st)?)\b",
    re.IGNORECASE,
)


@cache
def shown_texts() -> tuple[tuple[str, str], ...]:
    """Everything a user may read, with where it stands."""
    found = [(f"sentence of {rule}", each.words) for rule, all_of in SENTENCES.items() for each in all_of]
    found += [(f"words of {rule}", words) for rule, words in (RULES | NEEDS).items()]
    found += [(f"exercise {each.id}", f"{each.name}. {each.cue}") for each in catalogue().values()]
    found += [(f"check {rule.id}", rule.says) for rule in CHECKED]
    for path in sorted(SOURCE.rglob("*.jinja")):
        found.append((path.name, path.read_text(encoding="utf-8")))
    for path in sorted(SOURCE.rglob("*.py")):
        found += [(f"{path.relative_to(SOURCE)}", words) for words in _literals(path)]
    return tuple(found)


def _literals(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = set() if SHOWN_DOCSTRINGS in path.relative_to(SOURCE).parts else _docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden
    ]


def _docstrings(tree: ast.Module) -> set[int]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def test_no_text_claims_to_treat_to_prevent_or_to_be_safe() -> None:
    told = [(place, words) for place, words in shown_texts() if words not in RECOGNISED]
    assert [each for each in told if CLAIMS.search(each[1].replace(DISCLAIMER, ""))] == []


def test_the_notice_says_what_the_program_is_not() -> None:
    assert "does not diagnose or treat" in NOTICE
    assert "promises nothing about injury" in NOTICE
    assert "physiotherapist" in NOTICE


def test_sentences_are_single_sentences_in_plain_words() -> None:
    jargon = re.compile(r"\b(RIR|RPE|1RM|DOMS|CMJ|VO2|ES|mesocycle|microcycle|RFD|SSC)\b")
    for rule, sentences in SENTENCES.items():
        for sentence in sentences:
            assert sentence.words.endswith("."), rule
            assert ". " not in sentence.words, rule
            assert not jargon.search(sentence.words), rule


@pytest.mark.parametrize(
    "words", ["This prevents injury.", "It is safe.", "It treats the knee.", "You safely jump."]
)
def test_claims_are_found(words: str) -> None:
    assert CLAIMS.search(words)


@pytest.mark.parametrize("words", ["the safety check", "a careful start", "retreat", "secure"])
def test_plain_words_are_let_through(words: str) -> None:
    assert not CLAIMS.search(words)
