from __future__ import annotations

import ast
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest

from runlift.domain.evidence import rows
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.rules import RULES as CHECKED
from runlift.wording.need import NEEDS
from runlift.wording.notice import NOTICE
from runlift.wording.rule import RULES
from runlift.wording.sentences import SENTENCES

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "runlift"
WHERE_THE_NOTICE_STANDS = (
    "formats/plan_markdown.py",
    "formats/plan_html.py",
    "formats/plan_ics.py",
    "formats/plan_pdf/pages.py",
    "cli/complaining.py",
    "cli/screening.py",
    "cli/main.py",
)
SHOWN_DOCSTRINGS = "cli"  # the help of a command is its docstring
DISCLAIMER = "does not diagnose or treat anything"
RECOGNISED = {"p?rehab"}  # a word of plans that are read, never said by the program
PAGES = ("docs/**/*.md", "*.md", "vectors/*.md", "examples/**/*.toml", ".ci/*.md")
OF_THE_ROWS = ("topic", "claim", "use", "population", "figures")  # source and status quote others
KNOWN = {
    "X15 use: distance before speed; radiologic healing for high-risk sites"
}  # what a clinician looks for
DENIED = re.compile(r"\b(never|nothing|nobody|no|not)\b[^.:;]*", re.IGNORECASE)
CLAIMS = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cures?|cured|curing|heal(s|ed|ing)?|therap\w+|rehab\w*|diagnos\w+|"
    r"prevent\w*|avoid\w* injur\w*|injury[- ](free|proof\w*)|guarante\w+|risk[- ]free|"
    r"(perfectly|completely|always|entirely) safe|safe(ly|r|st)?)\b",
    re.IGNORECASE,
)


@cache
def read_texts() -> tuple[tuple[str, str], ...]:
    """Pages and rows of evidence; what they deny in the same clause is no claim."""
    found = [
        (f"{path.relative_to(ROOT)}:{number}", line)
        for pattern in PAGES
        for path in sorted(ROOT.glob(pattern))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]
    for row in rows().values():
        told = ((name, value) for name, value in asdict(row).items() if name in OF_THE_ROWS)
        found += [(f"{row.id} {name}", str(value)) for name, value in told]
    return tuple(found)


def claims_in(words: str) -> bool:
    """Whether a text claims something that it does not deny in the same clause."""
    return bool(CLAIMS.search(DENIED.sub("", words.replace(DISCLAIMER, ""))))


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


def test_no_page_and_no_row_of_evidence_claims_it() -> None:
    told = [(place, words) for place, words in read_texts() if f"{place}: {words}" not in KNOWN]
    assert len(told) > 1000
    assert [each for each in told if claims_in(each[1])] == []


@pytest.mark.parametrize("page", ["README.md", "docs/safety.md", "docs/complaints.md", "docs/screening.md"])
def test_pages_on_the_body_say_whom_to_see(page: str) -> None:
    words = (ROOT / page).read_text(encoding="utf-8")
    assert re.search(r"physiotherapist|physician|doctor|clinician", words)


@pytest.mark.parametrize("place", WHERE_THE_NOTICE_STANDS)
def test_the_notice_stands_where_a_user_meets_a_plan_or_a_complaint(place: str) -> None:
    assert "NOTICE" in (SOURCE / place).read_text(encoding="utf-8")


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


@pytest.mark.parametrize("words", ["It is not harmful: it prevents pain.", "No risk. This cures the knee."])
def test_a_denial_reaches_no_further_than_its_clause(words: str) -> None:
    assert claims_in(words)


@pytest.mark.parametrize("words", ["It gives no diagnosis.", "Nothing is examined and nothing diagnosed."])
def test_a_denial_is_no_claim(words: str) -> None:
    assert not claims_in(words)


@pytest.mark.parametrize("words", ["the safety check", "a careful start", "retreat", "secure"])
def test_plain_words_are_let_through(words: str) -> None:
    assert not CLAIMS.search(words)
