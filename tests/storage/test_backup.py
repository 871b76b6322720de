"""A backup holds everything, comes back on either database, and is never taken for whole when it is not."""

from __future__ import annotations

import gzip
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.diary_strategies import recorded
from tests.storage.faulty_store import batch
from tests.storage.plans import small_plan

from runlift.application.error import InputError
from runlift.formats.backup import dump_backup
from runlift.storage.backup import all_rows, put_rows
from runlift.storage.backup_file import restore_backup, write_backup
from runlift.storage.open import open_database, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.domain.diary.diary import Recorded
    from runlift.storage.store import SqlStore

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)


def filled(url: str) -> SqlStore:
    store = open_store(url)
    for athlete in ("Zoë", "ada"):
        store.record(athlete, [each for number in range(3) for each in batch(athlete, number)])
        store.record(athlete, [replace(batch(athlete, 0)[0], revision=2, withdrawn=True)])
        for version in range(2):
            moment = NOON + timedelta(microseconds=version + 1)
            plan = small_plan(f"{athlete} {version}")
            store.keep_plan(athlete, plan, after=version, made_at=moment, cause="planned again")
        store.keep_name(athlete, "Kniebeuge \N{RUNNER}", "goblet_squat")
    return store


def text_of(store: SqlStore) -> bytes:
    return b"".join(dump_backup(all_rows(store.database), made_at=NOON))


def backup_of(store: SqlStore, path: Path) -> Path:
    write_backup(store.database, path, made_at=NOON, overwrite=False)
    return path


def refusal_of(store: SqlStore, path: Path, *, overwrite: bool = False) -> str:
    """What is told of a file that is not restored, and that nothing has changed."""
    before = text_of(store)
    with pytest.raises(InputError) as refused:
        restore_backup(store.database, path, overwrite=overwrite)
    assert text_of(store) == before
    (finding,) = refused.value.findings
    assert finding.remedy
    return finding.code


@pytest.mark.parametrize(("here", "there"), [*permutations(["sqlite", "postgres"], 2), ("sqlite", "sqlite")])
def test_everything_comes_back_on_either_database(
    request: pytest.FixtureRequest, tmp_path: Path, here: str, there: str
) -> None:
    store = filled(request.getfixturevalue(f"{here}_url"))
    path = backup_of(store, tmp_path / "backup")
    other = str(tmp_path / "other.db") if here == there else request.getfixturevalue(f"{there}_url")
    again = open_store(other)
    counts = restore_backup(again.database, path, overwrite=False)
    assert set(counts) == {"Zoë", "ada"}
    assert sum(counts.values()) == len(text_of(store).splitlines()) - 2
    assert text_of(again) == text_of(store)
    assert again.recorded("ada") == store.recorded("ada")
    assert again.plan("Zoë", 1) == store.plan("Zoë", 1)
    assert again.names("Zoë") == store.names("Zoë")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(recorded, max_size=5, unique_by=lambda each: (each.id, each.revision, each.device)))
def test_any_entry_comes_back_as_it_was(tmp_path: Path, sent: list[Recorded]) -> None:
    for path in tmp_path.iterdir():
        path.unlink()
    store = open_store(str(tmp_path / "here.db"))
    store.record("me", sent)
    again = open_store(str(tmp_path / "there.db"))
    restore_backup(again.database, backup_of(store, tmp_path / "backup"), overwrite=False)
    assert again.recorded("me") == store.recorded("me")


def test_the_same_content_gives_the_same_bytes(sqlite_url: str, postgres_url: str, tmp_path: Path) -> None:
    here = backup_of(filled(sqlite_url), tmp_path / "here")
    there = backup_of(filled(postgres_url), tmp_path / "there")
    assert here.read_bytes() == there.read_bytes()


def test_a_backup_is_for_nobody_else_and_leaves_no_other_file(sqlite_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    path = backup_of(filled(sqlite_url), folder / "backup")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_a_backup_of_nothing_is_whole(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    assert restore_backup(store.database, backup_of(store, tmp_path / "backup"), overwrite=False) == {}


def test_a_file_that_is_there_is_replaced_only_when_told(sqlite_url: str, tmp_path: Path) -> None:
    store = filled(sqlite_url)
    path = tmp_path / "letter"
    path.write_text("Dear Ada", encoding="utf-8")
    with pytest.raises(InputError, match="there already"):
        backup_of(store, path)
    assert path.read_text(encoding="utf-8") == "Dear Ada"
    write_backup(store.database, path, made_at=NOON, overwrite=True)
    restore_backup(open_database(str(tmp_path / "new.db")), path, overwrite=False)


def test_a_folder_that_is_not_there_is_told(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        backup_of(open_store(sqlite_url), tmp_path / "no" / "backup")


def test_who_is_there_already_is_replaced_only_when_told(url: str, tmp_path: Path) -> None:
    store = filled(url)
    path = backup_of(store, tmp_path / "backup")
    store.record("ada", batch("ada", 9))
    store.keep_name("bo", "Squat", "back_squat")
    assert refusal_of(store, path) == "athlete_there_already"
    restore_backup(store.database, path, overwrite=True)
    assert not store.history("ada", batch("ada", 9)[0].id)
    assert store.names("bo") == {"Squat": "back_squat"}
    assert store.athletes() == ("Zoë", "ada", "bo")


def test_a_backup_that_fails_in_the_middle_leaves_what_was_there(url: str, tmp_path: Path) -> None:
    store = filled(url)
    lines = gzip.decompress(backup_of(store, tmp_path / "backup").read_bytes()).splitlines(keepends=True)
    half = tmp_path / "half"
    half.write_bytes(gzip.compress(b"".join(lines[:-3])))
    assert refusal_of(store, half, overwrite=True) == "backup_cut_short"


@pytest.mark.parametrize("keep", [0, 1, 30, 0.5, 0.99])
def test_a_file_cut_short_is_told(sqlite_url: str, tmp_path: Path, keep: float) -> None:
    whole = backup_of(filled(sqlite_url), tmp_path / "backup").read_bytes()
    cut = tmp_path / "cut"
    cut.write_bytes(whole[: keep if isinstance(keep, int) else int(len(whole) * keep)])
    assert refusal_of(open_store(str(tmp_path / "new.db")), cut) in {"backup_not_read", "backup_cut_short"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: lines[:-1], "backup_cut_short"),
        (lambda lines: lines[:3] + lines[4:], "backup_changed"),
        (lambda lines: [*lines, lines[3]], "backup_changed"),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "backup_changed"),
        (lambda lines: lines[1:], "backup_not_read"),
        (lambda lines: [lines[0].replace(b"backup/1", b"backup/2"), *lines[1:]], "backup_not_read"),
        (lambda lines: [each.replace(b'"reps":8', b'"reps":9') for each in lines], "backup_changed"),
        (lambda lines: [each.replace(b'"reps":8', b'"reps":-8') for each in lines], "backup_not_read"),
        (
            lambda lines: [each.replace(b'"kind":"name"', b'"kind":"song"') for each in lines],
            "backup_not_read",
        ),
        (lambda lines: [lines[0], b"[]\n", *lines[1:]], "backup_not_read"),
        (lambda lines: [lines[0], b"\xff\n", *lines[1:]], "backup_not_read"),
        (lambda lines: [*lines[:2], *lines[1:]], "backup_changed"),
    ],
    ids=range(12),
)
def test_a_backup_changed_by_hand_is_told(sqlite_url: str, tmp_path: Path, change: object, code: str) -> None:
    path = backup_of(filled(sqlite_url), tmp_path / "backup")
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    assert callable(change)
    path.write_bytes(gzip.compress(b"".join(change(lines))))
    assert refusal_of(open_store(str(tmp_path / "new.db")), path) == code


def test_a_row_that_is_there_twice_is_told(url: str, tmp_path: Path) -> None:
    rows = list(all_rows(filled(str(tmp_path / "here.db")).database))
    store = open_store(url)
    with pytest.raises(InputError, match="twice"):
        put_rows(store.database, [*rows, rows[0]], overwrite=False)
    assert store.athletes() == ()


def test_what_is_no_backup_at_all_is_told(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    letter = tmp_path / "letter"
    letter.write_text("Dear Ada", encoding="utf-8")
    assert refusal_of(store, letter) == "backup_not_read"
    assert refusal_of(store, tmp_path / "nothing") == "file_not_read"
    assert refusal_of(store, tmp_path) == "file_not_read"


def test_many_rows_are_put_some_at_a_time(sqlite_url: str, postgres_url: str) -> None:
    store = open_store(sqlite_url)
    store.record("me", [each for number in range(400) for each in batch("me", number)])
    again = open_store(postgres_url)
    put_rows(again.database, all_rows(store.database), overwrite=False)
    assert text_of(again) == text_of(store)
