"""A PostgreSQL server of the tests' own: made in a temporary folder, on a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin")
SUPERUSER, PASSWORD = "runlift_test", "correct horse"
HOST = "127.0.0.1"
PATIENCE_S = "300"  # a machine with much else to do may need minutes to start a server again
QUICK = {"shared_buffers": "16MB", "max_connections": "60", "autovacuum": "off", "log_min_messages": "fatal"}


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL there is, None without one."""
    found = [path.parent for place in PLACES for path in Path("/").glob(f"{place[1:]}/initdb")]
    return max((each for each in found if (each / "postgres").exists()), key=_version, default=None)


def _version(folder: Path) -> int:
    number = folder.parent.name
    return int(number) if number.isdigit() else 0


class Cluster:
    """A running server; every database made on it is empty."""

    def __init__(self, folder: Path) -> None:
        self._programs = folder
        self._home = Path(tempfile.mkdtemp(prefix="runlift-postgres-"))
        self._as_user = _not_root(self._home)
        self._numbers = count(1)
        self.port = _free_port()
        self._make()
        self._control("start", *self._starting())

    def new_database(self, *, through_socket: bool = False) -> str:
        """Make an empty database and return its URL, password included; none is asked through the socket."""
        name = f"diary_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        if through_socket:
            return f"postgresql://{SUPERUSER}@/{name}?host={self._home}&port={self.port}"
        return self.url(name)

    def url(self, name: str, *, user: str = SUPERUSER, password: str = PASSWORD) -> str:
        """Return the URL of a database."""
        return f"postgresql://{user}:{password.replace(' ', '%20')}@{HOST}:{self.port}/{name}"

    def execute(self, statement: str, *, database: str = "postgres") -> None:
        """Run a statement as the owner of the server."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def files(self) -> list[Path]:
        """Return the files that tables, indexes and catalogues are kept in; the log is none of them."""
        self.execute("CHECKPOINT")
        return [
            path for name in ("base", "global") for path in (self._data / name).rglob("*") if path.is_file()
        ]

    def crash(self) -> None:
        """Let the server end without putting anything in order, and start it again."""
        self._control("restart", "-m", "immediate", *self._starting())

    def stop(self) -> None:
        """End the server and remove its files."""
        self._control("stop", "-m", "immediate")
        shutil.rmtree(self._home, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def _make(self) -> None:
        password = self._home / "password"
        password.write_text(PASSWORD, encoding="utf-8")
        self._run(
            *("initdb", "-D", str(self._data), "-U", SUPERUSER, "--pwfile", str(password)),
            *("--auth-host=scram-sha-256", "--auth-local=trust", "-E", "UTF8", "--locale=C", "--no-sync"),
        )

    def _starting(self) -> tuple[str, ...]:
        quick = " ".join(f"-c {name}={value}" for name, value in QUICK.items())
        settings = f"-p {self.port} -k {self._home} -c listen_addresses={HOST} {quick}"
        return ("-w", "-t", PATIENCE_S, "-l", str(self._home / "log"), "-o", settings)

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), *words)

    def _run(self, program: str, *words: str) -> None:
        """Run a program of PostgreSQL, whose server keeps the files it writes to open."""
        log = self._home / "told"
        with log.open("ab") as told:
            ended = subprocess.run(
                [str(self._programs / program), *words],
                check=False,
                cwd=self._home,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                **self._as_user,
            )
        if ended.returncode:
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace"))


def _not_root(home: Path) -> dict[str, Any]:
    """Return how to run as somebody else where the tests run as root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    names = {each.pw_name for each in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])
