from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.formats.plan_files import plan_files
from runlift.formats.plan_html import dump_html, with_links
from runlift.formats.plan_markdown import dump_markdown
from runlift.formats.printed_week import printed_week, printed_weeks
from runlift.formats.season_svg import dump_season_picture
from runlift.wording.names import counted, day_words
from runlift.wording.notice import NOTICE

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.routine import PlacedRoutine

FEW = settings(max_examples=25, deadline=None)
SVG = "{http://www.w3.org/2000/svg}"
OPEN = {"meta", "br"}


class Page(HTMLParser):
    """The elements and words of a page; it insists that every element is closed where it should be."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self._within: list[str] = []
        self.feed(data.decode())
        self.close()
        assert self._within == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        assert not [name for name in told if name.startswith("on")]
        self.ids |= {told["id"] or ""} if "id" in told else set()
        self.links |= {told["href"] or ""} if "href" in told else set()
        if tag not in OPEN:
            self._within.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_the_headline_of_a_week_counts_the_sessions_that_have_a_place(small_plan: Plan) -> None:
    (first, *_), (week, *_) = printed_weeks(small_plan), small_plan.weeks
    placed = len(first.sessions)
    assert placed > 0
    assert first.title.endswith(f", {counted(placed, 'strength session')}")
    more = replace(week, sessions_wanted=placed + 2)
    assert printed_week(small_plan, more).title.endswith(f", {placed} of {placed + 2} strength sessions")


@FEW
@given(data=st.data())
def test_words_of_files_never_become_elements_of_the_page(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    page = Page(dump_html(data.draw(any_plan)))
    assert not {"script", "i", "img", "iframe"} & set(page.tags)


def test_a_title_with_markup_is_shown_as_it_is(odd_plan: Plan) -> None:
    page = dump_html(odd_plan).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)</script>" in Page(page.encode()).text


def test_the_page_loads_nothing_and_links_only_within_itself(odd_plan: Plan) -> None:
    page = Page(dump_html(odd_plan))
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= page.ids
    assert not {"link", "script", "img"} & set(page.tags)


def test_every_week_day_run_and_session_is_on_the_page_and_in_the_markdown(small_plan: Plan) -> None:
    page, markdown = Page(dump_html(small_plan)).text, dump_markdown(small_plan).decode()
    for text in (page, markdown):
        for week in printed_weeks(small_plan):
            assert week.title in text
            assert all(day.day in text for day in week.days)
            assert all(run.line in text for day in week.days for run in day.runs)
            assert all(session.headline in text for session in week.sessions)
            assert all(each.name in text for session in week.sessions for each in session.exercises)
        assert NOTICE in text
        assert "Left out in the week of" in text
        assert "nly ten minutes" in text
        assert "Sources" in text


def test_a_routine_stands_on_its_day_with_what_is_done_and_its_week_says_why(
    small_plan: Plan, small_routine: PlacedRoutine
) -> None:
    plan = replace(small_plan, placed_routines=(small_routine,))
    for text in (Page(dump_html(plan)).text, dump_markdown(plan).decode().replace("\\", "")):
        assert text.count("06:15 short routine before the run, home, 15 min") == 1
        assert text.count("Bird dog 3 x 8-10") == 1
        assert text.count("A few minutes before easy runs for the front of the knee.") == 1
        assert "CO01: " in text
    assert "short routine" not in Page(dump_html(small_plan)).text


def test_a_day_without_run_and_session_is_called_rest(small_plan: Plan) -> None:
    assert "- **Mon 21 Dec**: rest" in dump_markdown(small_plan).decode()


@FEW
@given(data=st.data())
def test_markdown_keeps_words_of_files_from_becoming_markup(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    for line in dump_markdown(data.draw(any_plan)).decode().split("\n"):
        bare = re.sub(r"\\.", "", line)
        assert "<" not in bare
        assert "`" not in bare
        assert "[" not in re.sub(r"^ *- \[ \] ", "", bare)
        assert bare.count("*") in {0, 4}
        assert re.match(r"(#{1,2} |\s*- |[A-Z0-9'*]|$)", bare), line


@FEW
@given(data=st.data())
def test_the_picture_is_valid_and_shows_every_week_run_and_session(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    plan = data.draw(any_plan)
    root = ET.fromstring(dump_season_picture(plan))  # noqa: S314  our own drawing
    assert root.tag == f"{SVG}svg"
    texts = [each.text or "" for each in root.iter(f"{SVG}text")]
    assert all(day_words(week.monday).split(" ", 1)[1] in texts for week in plan.weeks)
    titles = [each.text or "" for each in root.iter(f"{SVG}title")]
    assert len(titles) == 1 + len(plan.runs) + len(plan.sessions)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for each in root.iter(f"{SVG}rect"):
        assert 0 <= float(each.get("x", "0")) <= width - float(each.attrib["width"])
        assert 0 <= float(each.get("y", "0")) <= height - float(each.attrib["height"])


@FEW
@given(data=st.data())
def test_the_same_plan_gives_the_same_files(data: st.DataObject, any_plan: st.SearchStrategy[Plan]) -> None:
    plan = data.draw(any_plan)
    first = plan_files(plan)
    assert sorted(first) == ["plan.html", "plan.ics", "plan.json", "plan.md", "season.svg"]
    assert plan_files(plan) == first


def test_a_reason_links_to_its_sources() -> None:
    assert with_links("Rest is <b>rest</b>. [S04, C010]") == (
        'Rest is &lt;b&gt;rest&lt;/b&gt;. <span class="cited">'
        '[<a href="#S04">S04</a>, <a href="#C010">C010</a>]</span>'
    )
    assert with_links("no [source] here") == "no [source] here"
