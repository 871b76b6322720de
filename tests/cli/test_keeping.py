"""`runlift database`, `backup`, `restore`, `export` and `erase`, as they are typed."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.storage.faulty_store import START, batch
from tests.storage.plans import small_plan

from runlift.storage.open import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

SECRET = "geheim"  # noqa: S105  the word looked for in what is told
COMMANDS = (("database",), ("backup", "b"), ("restore", "b"), ("export", "--out", "o"), ("erase", "--yes"))


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("RUNLIFT_DATABASE", "RUNLIFT_WHO"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database in which `me` has told something."""
    if request.param == "sqlite":
        return fill(str(tmp_path / "diary.db"))
    return fill(request.getfixturevalue("postgres_url"))


def fill(url: str) -> str:
    store = open_store(url)
    store.record("me", batch("me", 1))
    store.keep_plan("me", small_plan(), after=0, made_at=START, cause="followed")
    store.keep_name("me", "Squat", "back_squat")
    return url


def test_a_new_runner_has_a_database_without_setting_anything_up(runlift: Runlift, tmp_path: Path) -> None:
    ended = runlift("database")
    assert ended.code == 0
    assert str(tmp_path / "data" / "runlift" / "runlift.db") in ended.out
    assert "Nobody is in it yet." in ended.out


def test_the_database_is_shown(runlift: Runlift, database: str) -> None:
    ended = runlift("database", "--database", database)
    assert (ended.code, ended.err) == (0, "")
    assert "SQLite" in ended.out or "PostgreSQL" in ended.out
    assert "correct" not in ended.out
    document = json.loads(runlift("database", "--database", database, "--json").out)
    (count,) = document["athletes"]
    assert (count["athlete"], count["entries"], count["plans"]) == ("me", len(batch("me", 1)), 1)
    assert document["durable"] is True


def test_the_database_may_be_named_by_the_environment(
    runlift: Runlift, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", database)
    assert json.loads(runlift("database", "--json").out)["athletes"]


def test_a_backup_moves_everything_to_another_database(
    runlift: Runlift, database: str, tmp_path: Path
) -> None:
    assert runlift("backup", "b", "--database", database).code == 0
    assert runlift("restore", "b", "--database", "new.db").code == 0
    assert open_store("new.db").recorded("me") == open_store(database).recorded("me")
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0


def test_nothing_is_overwritten_unless_told(runlift: Runlift, database: str) -> None:
    runlift("backup", "b", "--database", database)
    for words in (("backup", "b"), ("restore", "b")):
        ended = runlift(*words, "--database", database)
        assert (ended.code, len(ended.faults)) == (2, 1)
        assert "--overwrite" in ended.err
        assert runlift(*words, "--database", database, "--overwrite").code == 0


def test_everything_of_an_athlete_is_exported(runlift: Runlift, database: str, tmp_path: Path) -> None:
    ended = runlift("export", "--out", "mine", "--database", database)
    assert ended.code == 0
    assert sorted(ended.out.split()) == sorted(
        str(path.relative_to(tmp_path)) for path in (tmp_path / "mine").rglob("*.*")
    )
    assert len((tmp_path / "mine" / "sets.csv").read_text(encoding="utf-8").splitlines()) == 1 + len(
        batch("me", 1)
    )


def test_nobody_is_exported_who_is_not_there(runlift: Runlift, database: str, tmp_path: Path) -> None:
    ended = runlift("export", "--out", "mine", "--database", database, "--who", "you")
    assert (ended.code, len(ended.faults)) == (2, 1)
    assert "Known: me." in ended.err
    assert not (tmp_path / "mine").exists()


def test_erasing_asks_first(runlift: Runlift, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    ended = runlift("erase", "--database", database)
    assert (ended.code, ended.out.strip()) == (0, "Nothing was erased.")
    assert f"entries: {len(batch('me', 1))}" in ended.err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert runlift("erase", "--database", database).code == 130
    assert open_store(database).athletes() == ("me",)


def test_erased_is_gone(runlift: Runlift, database: str) -> None:
    ended = runlift("erase", "--database", database, "--yes")
    assert (ended.code, ended.err) == (0, "")
    assert "All of 'me' is erased" in ended.out
    assert open_store(database).athletes() == ()
    assert "Nobody called 'me' was there" in runlift("erase", "--database", database, "--yes").out


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://ada:{SECRET}@127.0.0.1:1/diary",
        f"mysql://ada:{SECRET}@h/x",
        "no/such/folder/diary.db",
        ".",
        "letter.txt",
        "music.db",
        "newer.db",
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_one_line(
    runlift: Runlift, tmp_path: Path, words: tuple[str, ...], address: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada, " * 200, encoding="utf-8")
    with closing(sqlite3.connect("music.db")) as music:
        music.execute("CREATE TABLE song (name TEXT)")
    fill("newer.db")
    with closing(sqlite3.connect("newer.db")) as newer:
        newer.execute("UPDATE runlift_schema SET version_num = '9999'")
        newer.commit()
    ended = runlift(*words, "--database", address)
    assert (ended.code, ended.out, len(ended.err.splitlines()), len(ended.faults)) == (2, "", 1, 1)
    assert SECRET not in ended.err


def test_a_wrong_password_is_told_in_one_line_and_not_shown(runlift: Runlift, postgres_url: str) -> None:
    ended = runlift("database", "--database", postgres_url.replace("correct", SECRET))
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert SECRET not in ended.err


def test_an_athlete_that_no_database_can_hold_is_told(runlift: Runlift) -> None:
    ended = runlift("erase", "--yes", "--who", "two\nlines")
    assert (ended.code, len(ended.faults)) == (2, 1)
