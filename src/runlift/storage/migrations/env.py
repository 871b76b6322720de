"""Run by Alembic for each change, inside a transaction that the caller has begun and will end."""

from alembic import context

from runlift.storage.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
