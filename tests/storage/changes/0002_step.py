from tests.storage.change import step

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    step(2)
