from tests.storage.change import step

revision = "0001"
down_revision = None


def upgrade() -> None:
    step(1)
