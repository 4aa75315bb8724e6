"""What the file itself refuses, whoever writes to it: changes to a final year and to the journal.

A guard runs before every INSERT, because INSERT OR REPLACE deletes what is in its way, and deletes it without asking
the guard of DELETE in a program that has not switched on `recursive_triggers`. For the same reason the guard of UPDATE
looks at the row whose id would be taken over.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_ROW_TABLES = (
    "setting",
    "group_",
    "department",
    "category",
    "weight",
    "indicator",
    "target",
    "actual",
    "task",
    "milestone",
    "progress",
    "directive",
    "rating",
    "rater_class",
    "self_score",
    "verdict",
    "adjustment",
    "project",
    "grade_band",
    "grade_decision",
    "award_rule",
    "consequence",
    "explanation",
    "extension",
    "appeal",
    "evidence",
)
_FROZEN = "该年度已定稿，内容不能再改"
_BY_STEPS = "年度只能由复核进入定稿"
_APPEND_ONLY = "操作日志只能追加，不能改动"
_KEPT = "已存的佐证文件不能改动"


def upgrade() -> None:
    """Put the guards on every table."""
    for table in _ROW_TABLES:
        _freeze_rows(table)
    _freeze_editions()
    _append_only()


def _guard(table: str, event: str, name: str, when: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} FOR EACH ROW WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _freeze_rows(table: str) -> None:
    """No row enters, leaves or changes in a final edition, nor is one replaced by id from elsewhere."""
    final = "EXISTS (SELECT 1 FROM edition WHERE state = 'final' AND id IN ({}))"
    in_the_way = f"(SELECT edition_id FROM {table} WHERE id = NEW.id)"
    _guard(table, "INSERT", "final_insert", final.format(f"NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard(table, "UPDATE", "final_update", final.format(f"OLD.edition_id, NEW.edition_id, {in_the_way}"), _FROZEN)
    _guard(table, "DELETE", "final_delete", final.format("OLD.edition_id"), _FROZEN)


def _freeze_editions() -> None:
    in_the_way = (
        "EXISTS (SELECT 1 FROM edition WHERE state = 'final' "
        "AND (id = NEW.id OR (year = NEW.year AND revision = NEW.revision)))"
    )
    _guard("edition", "INSERT", "final_insert", in_the_way, _FROZEN)
    _guard("edition", "INSERT", "born_final", "NEW.state = 'final'", _BY_STEPS)
    _guard("edition", "UPDATE", "final_update", f"OLD.state = 'final' OR {in_the_way}", _FROZEN)
    leap = "NEW.state = 'final' AND OLD.state NOT IN ('review', 'final')"
    _guard("edition", "UPDATE", "final_from_review", leap, _BY_STEPS)
    _guard("edition", "DELETE", "final_delete", "OLD.state = 'final'", _FROZEN)


def _append_only() -> None:
    """Entries follow each other without a gap; changes belong to the newest entry."""
    follows = "NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal)"
    newest = (
        "NEW.sequence <> (SELECT coalesce(max(sequence), 0) FROM journal) "
        "OR EXISTS (SELECT 1 FROM journal_change WHERE sequence = NEW.sequence AND place = NEW.place)"
    )
    known = "EXISTS (SELECT 1 FROM attachment WHERE digest = NEW.digest)"
    for table, allowed, message in (
        ("journal", follows, _APPEND_ONLY),
        ("journal_change", newest, _APPEND_ONLY),
        ("attachment", known, _KEPT),
    ):
        _guard(table, "INSERT", "append_insert", allowed, message)
        _guard(table, "UPDATE", "append_update", "true", message)
        _guard(table, "DELETE", "append_delete", "true", message)
