"""Every key and value of a TOML text is found on its line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.formats.toml_lines import lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Iterator

AWKWARD = """\
# a comment with [brackets] = "and quotes"
units = "metric"   # after a value
a.b."c d" = 1
'quoted' = '''
three
lines''''
kit = [ [20, 2], # pairs
  [10, 2],
  {name = "box", "a.b" = ["x]", '}']},
]

[athlete]
birth_year = 1984
"key = 1" = "not # a comment"
text = @@@one \\@@@ two
[not.a.header]
""@@@

[[place]]
name = "home"
[place.barbell]
bar_kg = 20
[[place.machine]]
id = "cable"
[[place.machine]]
id = "row"
[[place]]
name = "gym"
date = 2027-04-11 06:30:00
[place."hours"]
monday = []
""".replace("@@@", '"""')


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    inside: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for key, held in inside:
        yield from _paths(held, (*path, key))


def test_every_path_of_an_awkward_file_has_a_line() -> None:
    assert set(lines_of(AWKWARD)) == set(_paths(tomllib.loads(AWKWARD)))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("units",), 2),
        (("a", "b", "c d"), 3),
        (("kit", 0, 1), 7),
        (("kit", 2, "a.b", 1), 9),
        (("athlete", "birth_year"), 13),
        (("place", 0, "barbell", "bar_kg"), 22),
        (("place", 0, "machine", 1, "id"), 26),
        (("place", 1), 27),
        (("place", 1, "hours", "monday"), 31),
    ],
)
def test_a_path_stands_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert lines_of(AWKWARD)[path] == line


def test_the_line_around_serves_where_a_path_has_none() -> None:
    assert nearest_line(lines_of("[athlete]\nname = 'x'\n"), ("athlete", "birth_year")) == 1
    assert nearest_line({}, ("athlete",)) is None


_KEYS = st.text(alphabet="ab.-_ \"'#=[", min_size=1, max_size=4)
_VALUES = st.recursive(
    st.sampled_from(["1", "-2.5", "true", "2027-04-11", '"a # b"', "'[x]'", '"\\""', "06:30:00"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: "[" + " ,\n ".join(parts) + "]"),
    max_leaves=6,
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(_KEYS, _VALUES), max_size=6, unique_by=lambda pair: pair[0]),
    st.sampled_from(["inline", "tables"]),
)
def test_lines_agree_with_the_standard_reader(pairs: list[tuple[str, str]], shape: str) -> None:
    written = [(key.replace("\\", "\\\\").replace('"', '\\"'), value) for key, value in pairs]
    if shape == "inline":
        text = "t = {" + ", ".join(f'"{key}" = {value}' for key, value in written) + "}\n"
    else:
        text = "[[t]]\n[[t]]\n" + "".join(f'"{key}" = {value} # note\n' for key, value in written)
    assert set(lines_of(text)) == set(_paths(tomllib.loads(text)))
