"""版式: what the office has changed about its printed forms, kept with the year; no sheet of the workbook holds it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_FROZEN = "该年度已定稿，内容不能再改"


def upgrade() -> None:
    """Add the table and its guards."""
    op.create_table(
        "form_setting",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("edition_id", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_form_setting"),
        sa.UniqueConstraint("edition_id", "name", name="uq_form_setting_edition_id_name"),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name="fk_form_setting_edition_id", deferrable=True, initially="DEFERRED"
        ),
    )
    final = "EXISTS (SELECT 1 FROM edition WHERE state = 'final' AND id IN ({}))"
    in_the_way = "(SELECT edition_id FROM form_setting WHERE id = NEW.id)"
    _guard("INSERT", "final_insert", final.format(f"NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard("UPDATE", "final_update", final.format(f"OLD.edition_id, NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard("DELETE", "final_delete", final.format("OLD.edition_id"), _FROZEN)


def _guard(event: str, name: str, when: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER form_setting_{name} BEFORE {event} ON form_setting FOR EACH ROW WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
