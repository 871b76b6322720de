from tests.storage.change import step

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    step(4)
