"""Alembic's entry: runs the migrations on the engine that `database.migrate` hands over.

One transaction holds all of them, so that a program that is killed leaves the tables as they were.
Processes that start together take turns, and whoever comes second finds the work done.
"""

from alembic import context
from sqlalchemy import Connection

from engine.store.tables import Base


def take_turns(connection: Connection) -> None:
    """Wait for the other processes, and keep them out until the commit."""
    if connection.dialect.name == "sqlite":
        # Rebuilding a table drops it, which would take along the rows that point to it.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('migrations'))")


with context.config.attributes["engine"].connect() as connection:
    connection.detach()  # it has its foreign keys off, so nobody else may have it
    take_turns(connection)
    context.configure(
        connection=connection, target_metadata=Base.metadata, render_as_batch=True, transactional_ddl=True
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
