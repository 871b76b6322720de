from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.quantity import Severity
from runlift.domain.response.method import Method
from runlift.domain.response.trial import known_trials
from runlift.domain.response.trial_table import NEEDED, read_trial_table

if TYPE_CHECKING:
    from runlift.domain.response.trial_group import TrialGroup

HEAD = "study,study_id,group,n,weeks,sessions_per_week,re_net_vs_con_pct,re_mean_pct,re_status,verified"
OWN = (files("runlift.domain.response") / "trials.csv").read_text(encoding="utf-8")


def only(row: str) -> TrialGroup:
    read = read_trial_table(f"{HEAD}\n{row}\n", name="t.csv")
    assert len(read.groups) == 1
    return read.groups[0]


def test_the_own_table_holds_twenty_four_groups_that_tell_a_change() -> None:
    assert len(known_trials().usable) == 24
    assert len({each.study_id for each in known_trials().usable}) == 19
    assert {each.study_id for each in known_trials().groups if each.from_memory} == {
        "johnston1997",
        "spurrs2003",
    }


def test_the_own_table_cites_papers_and_no_pages() -> None:
    for row in csv.DictReader(OWN.splitlines()):
        assert row["source"].strip()
        assert row["verified"] in {"yes", "mem"}
        assert not re.search(r"https?:|www\.|\.com|\.org|\.site", ";".join(row.values()))


def test_the_change_beside_controls_counts_before_that_within_the_group() -> None:
    assert only("A,a,HRT,10,8,2,-0.65,3.65,number,yes").change == -0.65
    assert only("A,a,HRT,10,8,2,,-6.34,number,yes").change == -6.34


def test_no_significant_change_counts_as_none_and_silence_as_silence() -> None:
    none = only("A,a,SUB,10,8,2,,,NS (no change),yes")
    assert (none.change, none.change_told, none.method) == (0.0, False, Method.LIGHT)
    assert only("A,a,SUB,10,8,2,,,not measured,yes").change is None


def test_spans_and_lists_are_read_as_their_mean_and_gaps_as_unknown() -> None:
    group = only("A,a,PLY,,6,2-3,-5;-3,,,mem")
    assert (group.sessions_per_week, group.change, group.runners) == (2.5, -4.0, None)
    assert group.from_memory
    assert group.sessions == 15
    assert only("A,a,PLY,,,,-5,,,yes").sessions == 16


def test_controls_are_left_out() -> None:
    assert read_trial_table(f"{HEAD}\nA,a,CON,10,8,,,,,yes\n", name="t.csv").groups == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("A,a,HRT,10,8,2,much,,number,yes", "unreadable_trial_figure"),
        ("A,a,HRT,10,8,2,-70,,number,yes", "unreadable_trial_figure"),
        ("A,a,HRT,0,8,2,-7,,number,yes", "unreadable_trial_figure"),
        ("A,a,HRT,10,8,2,nan,,number,yes", "unreadable_trial_figure"),
        ("A,a,YOGA,10,8,2,-7,,number,yes", "unknown_trial_group"),
        ("A,,HRT,10,8,2,-7,,number,yes", "unknown_trial_group"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(row: str, code: str) -> None:
    (finding,) = read_trial_table(f"{HEAD}\n{row}\n", name="t.csv").findings
    assert (finding.code, finding.place, finding.severity) == (code, "t.csv, line 2", Severity.WARNING)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "study_id,group\n"])
def test_another_table_is_refused(text: str) -> None:
    (finding,) = read_trial_table(text, name="t.csv").findings
    assert (finding.code, finding.severity) == ("not_a_table_of_trials", Severity.ERROR)


@given(
    text=st.text() | st.lists(st.text(), max_size=20).map(lambda cells: ",".join((*NEEDED, *cells)) + "\n,")
)
def test_whatever_is_in_the_file_the_answer_is_groups_or_findings(text: str) -> None:
    read_trial_table(text, name="t.csv")
