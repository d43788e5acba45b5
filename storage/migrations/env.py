"""What Alembic runs: the steps, on the connection and in the transaction that `storage.migrate` gives it."""

from alembic import context

from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
    transactional_ddl=True,  # all steps and their record in one transaction, also on SQLite
)
with context.begin_transaction():
    context.run_migrations()
