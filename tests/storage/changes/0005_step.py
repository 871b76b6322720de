from tests.storage.change import step

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    step(5)
