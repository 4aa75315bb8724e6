"""The history of the tables of a book, one revision a change (Alembic)."""
