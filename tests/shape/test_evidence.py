"""Laws of the evidence room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from runlift.domain.evidence import constants, rows
from runlift.domain.exercise.catalogue import catalogue

SOURCE = Path(__file__).parents[2] / "src" / "runlift"
DESIGN = re.compile(r"\b(?:AS|AT|CP|PG|SC|[CEHJKNPR])\d{2,3}\b")


def _keys_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the words that the code holds, and the patterns of those it puts together from parts."""
    words: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [str(one.value) if isinstance(one, ast.Constant) else None for one in node.values]
                if any(part and re.fullmatch(r"[a-z_]{5,}", part) for part in parts):
                    patterns.append(
                        re.compile("".join(re.escape(part) if part else r"\w+" for part in parts))
                    )
    return words, patterns


def test_every_constant_is_read() -> None:
    words, patterns = _keys_in_code()
    starts = {exercise.start_load for exercise in catalogue().values()}
    unread = [
        key
        for key in constants()
        if key not in words | starts and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not unread


@pytest.mark.parametrize("table", sorted((SOURCE / "domain/evidence/tables").glob("design_*.csv")))
def test_every_row_of_our_own_is_used(table: Path) -> None:
    cited = {row for constant in constants().values() for row in constant.evidence}
    for path in SOURCE.rglob("*.py"):
        cited |= set(DESIGN.findall(path.read_text(encoding="utf-8")))
    own = [line.partition(",")[0] for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    assert own
    assert not [row for row in own if row not in cited]


def test_every_constant_cites_rows_that_exist() -> None:
    assert constants()
    for constant in constants().values():
        assert constant.evidence
        assert all(cited in rows() for cited in constant.evidence)


def test_every_row_states_claim_source_and_status() -> None:
    for row in rows().values():
        assert row.claim.strip(), row.id
        assert row.source.strip(), row.id
        assert row.status.strip(), row.id
