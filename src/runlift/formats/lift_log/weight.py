"""Weights in kilograms: which unit a file writes, and what its numbers look like where it does not say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import MassUnit
from runlift.domain.evidence import pair
from runlift.domain.quantity import KILOGRAMS_PER_POUND
from runlift.formats.lift_log.cell import RowProblem, number_in, shown
from runlift.formats.lift_log.header import MASS_UNITS, Column

if TYPE_CHECKING:
    from runlift.formats.lift_log.aligned import Row
    from runlift.formats.lift_log.amounts import Figures

DECIMALS = 3  # of a kilogram: finer than any plate, and the same for 15 lb however it is written
KG_IN = {MassUnit.KG: 1.0, MassUnit.LB: KILOGRAMS_PER_POUND}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOfFile:
    """Where the unit of a weight comes from.

    Attributes:
        by_header: What the header tells of all weights; None when it does not.
        by_caller: What the caller says for weights whose unit is told nowhere; None when nothing is said.
    """

    by_header: MassUnit | None
    by_caller: MassUnit | None

    def of(self, row: Row) -> MassUnit:
        """Return the unit of a row's weight.

        Raises:
            RowProblem: Nobody tells it, or what is told is no unit of mass.
        """
        word = row.of(Column.WEIGHT_UNIT)
        if word and word.casefold().rstrip(".") not in MASS_UNITS:
            raise RowProblem("unknown_unit", f"{shown(word)} is no unit of mass that is known")
        unit = MASS_UNITS.get(word.casefold().rstrip(".")) or self.by_header or self.by_caller
        if unit is None:
            raise RowProblem("unit_not_told", "the row does not tell the unit of its weight; give --unit")
        return unit


def read_weight(row: Row, figures: Figures, unit: UnitOfFile, doubts: list[tuple[str, str]]) -> float | None:
    """Return the weight of a row [kg]; None for bodyweight or unknown, which apps write as nothing or as 0.

    Raises:
        RowProblem: It is no weight, cannot be right, or nobody tells its unit.
    """
    told = number_in(row, Column.WEIGHT, figures)
    if not told:
        return None
    weight_kg = round(told * KG_IN[unit.of(row)], DECIMALS)
    most, usual = pair("lift_log_weight_possible")[1], pair("lift_log_weight_usual")[1]
    if weight_kg > most:
        raise RowProblem("impossible_weight", f"a weight of {weight_kg:g} kg cannot be right")
    if weight_kg > usual:
        doubts.append(("unusual_weight", f"a weight of {weight_kg:g} kg is unusual"))
    return weight_kg or None
