"""Alembic's door to the migrations: runs them on the connection it was given, in the transaction that is open there.

`book.creation` opens that transaction with foreign keys off, because batch mode rebuilds tables and a rebuilt parent
would take its children with it.
"""

from alembic import context

from kpi_desktop.book.metadata import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
