from tests.storage.change import step

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    step(6)
