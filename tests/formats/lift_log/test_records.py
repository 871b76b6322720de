from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.lift_log.records import LONGEST_LINE, MOST_LINES, Record, lines_of, read_records

cells = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=12)
tables = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8)


def records(text: str, width: int | None = None) -> list[Record]:
    return list(read_records(lines_of(text), ",", width=width))


@given(tables)
def test_what_is_written_with_quotes_is_read_as_it_was(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    read = [each.cells for each in records(out.getvalue(), width=3) if each.cells]
    assert read == [tuple(row) for row in table]


@given(st.text('"a,\n', max_size=200))
def test_every_line_belongs_to_exactly_one_record(text: str) -> None:
    read = records(text, width=3)
    begins = [each.line for each in read]
    assert begins == sorted(set(begins))
    assert begins[:1] == [1]
    for each, after in zip(read, [*begins[1:], len(lines_of(text)) + 1], strict=True):
        assert after - each.line == 1 or (not each.broken and len(each.cells) == 3)


def test_a_quote_that_never_closes_costs_one_line() -> None:
    read = records('a,b,c\n"x,y,z\nd,e,f\n', width=3)
    assert [(each.line, each.broken) for each in read if not each.is_blank] == [
        (1, ""),
        (2, "quote_not_closed"),
        (3, ""),
    ]


def test_a_quote_that_closes_in_the_next_record_costs_one_line() -> None:
    read = records('a,"b,c\nd,"e",f\ng,h,i', width=3)
    assert [each.broken for each in read] == ["quote_not_closed", "", ""]


def test_a_record_of_too_many_lines_is_no_record() -> None:
    read = records('"' + "x\n" * MOST_LINES + '",b,c\nd,e,f', width=3)
    assert read[0].broken == "quote_not_closed"
    assert read[-1].cells == ("d", "e", "f")


@pytest.mark.parametrize("before", ["", "a,b,c\n", '"x\n'])
def test_a_line_too_long_costs_itself_only(before: str) -> None:
    read = records(f"{before}{'y' * (LONGEST_LINE + 1)}\nd,e,f", width=3)
    assert [each.broken for each in read][-2:] == ["line_too_long", ""]
    assert len(read) == before.count("\n") + 2
