"""Alembic's entry: runs the migrations on the engine that `database.migrate` hands over."""

from alembic import context

from engine.store.tables import Table

with context.config.attributes["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
