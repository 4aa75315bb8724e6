"""Printed forms as they were at 定稿: one row a file, whose bytes are attachments.

They enter in the operation that makes the year final, just before it; from then on the guards of a final year cover
them like any other row.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FROZEN = "该年度已定稿，内容不能再改"


def upgrade() -> None:
    """Add the table and its guards."""
    op.create_table(
        "stored_form",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("edition_id", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stored_form"),
        sa.UniqueConstraint("edition_id", "name", name="uq_stored_form_edition_id_name"),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name="fk_stored_form_edition_id", deferrable=True, initially="DEFERRED"
        ),
    )
    final = "EXISTS (SELECT 1 FROM edition WHERE state = 'final' AND id IN ({}))"
    in_the_way = "(SELECT edition_id FROM stored_form WHERE id = NEW.id)"
    _guard("INSERT", "final_insert", final.format(f"NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard("UPDATE", "final_update", final.format(f"OLD.edition_id, NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard("DELETE", "final_delete", final.format("OLD.edition_id"), _FROZEN)


def _guard(event: str, name: str, when: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER stored_form_{name} BEFORE {event} ON stored_form FOR EACH ROW WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
