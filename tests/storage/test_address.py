"""Where a database is, and what is said of an address that is none; no password is ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from runlift.application.error import StoreError
from runlift.storage.address import address_of, default_file, without_password

SECRET = "geheim"  # noqa: S105  the word looked for in what is shown


def test_without_an_address_the_file_lies_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert address_of(None).file == default_file()
    assert default_file().name == "runlift.db"
    assert default_file().parent.name == "runlift"


def test_a_path_is_a_sqlite_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert address_of("my diary.db").file == tmp_path / "my diary.db"
    assert address_of("~/diary.db").file == tmp_path / "home" / "diary.db"
    assert address_of("sqlite:///diary.db").file == tmp_path / "diary.db"
    assert address_of(f"sqlite:///{tmp_path}/diary.db").file == tmp_path / "diary.db"
    assert address_of("file:diary.db?mode=ro").file == tmp_path / "file:diary.db?mode=ro"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_is_shown_without_its_password(scheme: str) -> None:
    address = address_of(f"{scheme}://ada:{SECRET}@example.org:5433/diary?sslmode=require")
    assert address.file is None
    assert address.shown == "postgresql://ada@example.org:5433/diary"
    assert address.url.drivername == "postgresql+psycopg"
    assert address.url.password == SECRET
    assert address.url.query["sslmode"] == "require"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ada@/diary?host=/run/postgresql", "postgresql://ada@/run/postgresql/diary"),
        ("postgresql:///diary", "postgresql://local socket/diary"),
        (f"postgresql://h/d?password={SECRET}", "postgresql://h/d"),
        ("postgresql://h/d?host=a&host=b", "postgresql://h/d"),
    ],
)
def test_every_form_of_a_server_is_shown(address: str, shown: str) -> None:
    assert address_of(address).shown == shown


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        ":memory:",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///x.db?mode=memory",
        f"sqlite://u:{SECRET}@h/x.db",
        f"mysql://u:{SECRET}@h/x",
        f"postgresql+asyncpg://u:{SECRET}@h/x",
        f"postgresql://u:{SECRET}@h:port/x",
        f"postgresql://u:{SECRET}@[::1/x",
        f"://u:{SECRET}@h/x",
        f"https://u:{SECRET}@h/x",
        f"postgresql//://u:{SECRET}@h/x?password={SECRET}",
    ],
)
def test_what_is_no_address_is_told_without_the_password(address: str) -> None:
    with pytest.raises(StoreError) as told:
        address_of(address)
    finding = told.value.finding
    assert finding.code == "database_address_wrong"
    assert finding.remedy
    assert SECRET not in f"{told.value}{finding}"


@given(
    st.sampled_from(["postgresql://", "mysql://", "", "x://y:"]),
    st.text("ab@:/?#%[]é", max_size=12),
    st.text("ab@:/?#%[]é", max_size=12),
)
def test_no_password_is_shown_however_the_address_is_written(scheme: str, before: str, after: str) -> None:
    assume(scheme or not before.startswith("//"))  # ada:// is a scheme, and what follows a name
    assert SECRET not in without_password(f"{scheme}ada:{before}{SECRET}{after}@host/name")
    try:
        shown = address_of(f"{scheme}ada:{before}{SECRET}{after}@host/name").shown
    except StoreError as told:
        shown = str(told)
    assert SECRET not in shown


def test_paths_keep_their_name(tmp_path: Path) -> None:
    assert without_password(str(tmp_path)) == str(tmp_path)
    assert Path(address_of("C:diary.db").shown).name == "C:diary.db"
