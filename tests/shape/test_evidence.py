"""Laws of the evidence room."""

from __future__ import annotations

from runlift.domain.evidence.library import constants, rows


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
