"""The field tests: what each counts, when a result stands out, and what trains it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from runlift.domain.evidence import constant

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTest:
    """A test done with a step, a wall and a watch.

    Attributes:
        id: Stable id; its words and its drawing are kept by it.
        unit: What is counted.
        one_sided: Whether it is done left and right.
        less_is_better: Whether a lower figure is the better one.
        low: Figure beyond which a result is weak; None where no figure is known.
        least_difference: Least difference of the sides that counts; None where no figure is known.
        agreement: How far a repeated test differs, 95 % limits of agreement; None where not known.
        exercises: Exercises that are done rather than others once it asks for them.
        beside: Exercises of both sides that go with them.
        trains: Movement patterns whose one-sided exercises train what it asks.
        retest_weeks: Weeks after which it is worth doing again.
        most: More than anybody can do.
        hops: Whether it is done only when nothing hurts.
        barred_by: Limits of the answers before training under which it is left out.
        evidence: Rows it rests on.
    """

    id: str
    unit: str
    one_sided: bool
    less_is_better: bool
    low: float | None
    least_difference: float | None
    agreement: float | None
    exercises: tuple[str, ...]
    beside: tuple[str, ...]
    trains: frozenset[str]
    retest_weeks: int
    most: float
    hops: bool
    barred_by: frozenset[str]
    evidence: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the runner calls it on the command line."""
        return self.id.replace("_", "-")


@cache
def field_tests() -> Mapping[str, FieldTest]:
    """Return all tests by id, in the order in which they are done: the most tiring last."""
    return {id_: _field_test(id_) for id_ in cast("list[str]", constant("field_tests").value)}


def _field_test(id_: str) -> FieldTest:
    found = constant(f"field_test_{id_}")
    told = cast("dict[str, Any]", found.value)
    lists = {name: tuple(told[name]) for name in ("exercises", "beside")}
    sets = {name: frozenset(told[name]) for name in ("trains", "barred_by")}
    return FieldTest(id=id_, evidence=found.evidence, **{**told, **lists, **sets})
