from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from runlift.domain.complaint.complaint import complaints
from runlift.domain.plan.body import Lock, OpenComplaint, Stage
from runlift.wording.complaint import RUNNING, running_words

DAY = date(2027, 1, 4)


@pytest.mark.parametrize("complaint", sorted(complaints()))
def test_nobody_is_told_to_run_while_somebody_has_to_look_at_it_first(complaint: str) -> None:
    sore = OpenComplaint(complaint=complaint, first=DAY, stage=Stage.SORE, since=DAY, last_told=DAY)
    assert running_words(sore) == RUNNING[complaint]
    for lock in (Lock.RED_FLAG, Lock.RISING):
        assert running_words(replace(sore, stage=Stage.LOCKED, lock=lock)).startswith("Do not run until")
    assert "before you run" in running_words(replace(sore, stage=Stage.LOCKED, lock=Lock.UNANSWERED))
