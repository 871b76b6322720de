"""Every row of evidence can be looked up by what it cites."""

from __future__ import annotations

import re

from runlift.domain.evidence import rows

_WEB_SITE = re.compile(r"https?:|www\.|\.(com|org|net|site|blog)\b", re.IGNORECASE)
_POINTER = re.compile(r"same( as .*)?|see .*|ibid\.?", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def test_no_row_cites_a_web_site() -> None:
    assert [row.id for row in rows().values() if _WEB_SITE.search(f"{row.source} {row.claim}")] == []


def test_no_row_points_to_another_for_its_source_or_population() -> None:
    pointing = [row.id for row in rows().values() if _POINTER.fullmatch(row.source)]
    pointing += [row.id for row in rows().values() if _POINTER.fullmatch(row.population)]
    assert pointing == []


def test_every_identifier_has_the_form_of_one() -> None:
    assert [row.id for row in rows().values() if row.doi and not _DOI.fullmatch(row.doi)] == []


def test_what_is_designed_here_says_so_and_claims_no_paper() -> None:
    for row in rows().values():
        if row.source.startswith("design of this project"):
            assert row.status in {"derived", "computed", "(mem)"}, row.id
            assert not row.doi, row.id
