from tests.storage.change import step

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    step(3)
