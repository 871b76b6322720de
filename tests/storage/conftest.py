from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fakes.fake_store import FakeStore

from runlift.storage.open import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.application.ports import Store


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return str(tmp_path / "diary.db")


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind."""
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Store:
    """A store of each kind, empty."""
    if request.param == "fake":
        return FakeStore()
    return open_store(request.getfixturevalue(f"{request.param}_url"))
