"""The diary and the versions of the plan in a database: SQLite, or PostgreSQL."""
