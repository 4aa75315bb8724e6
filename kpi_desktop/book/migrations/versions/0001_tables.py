"""The first tables: editions, the journal, attached files, and one table a sheet of the exchange workbook.

Written out and frozen: what later revisions change is theirs to say. Every constraint has a name, because batch mode
can only drop what it can name.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BOOLEAN, _DATE, _INTEGER, _STRING, _TEXT = sa.Boolean, sa.Date, sa.Integer, sa.String, sa.Text
_EXACT = _CODES = _STRING
_REFERRED = {
    "department": "code",
    "group_": "name",
    "category": "name",
    "indicator": "code",
    "task": "code",
    "rater_class": "name",
}


def upgrade() -> None:
    """Make the tables of an empty book."""
    _editions()
    _journal()
    _scheme()
    _figures()
    _tasks()
    _supervision()
    _judgements()
    _grades()
    _consequences()


def _needed(name: str, kind: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _maybe(name: str, kind: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, kind)


def _reference(table: str, columns: list[str], other: list[str], *, deferred: bool = True) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{'_'.join(columns)}"
    if not deferred:
        return sa.ForeignKeyConstraint(columns, other, name=name)
    return sa.ForeignKeyConstraint(columns, other, name=name, deferrable=True, initially="DEFERRED")


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _rows(table: str, *parts: sa.Column[Any], key: tuple[str, ...] = (), refers: dict[str, str] | None = None) -> None:
    references = [
        _reference(table, ["edition_id", column], [f"{other}.edition_id", f"{other}.{_REFERRED[other]}"])
        for column, other in (refers or {}).items()
    ]
    op.create_table(
        table,
        _needed("id", _INTEGER),
        _needed("edition_id", _INTEGER),
        _needed("place", _INTEGER),
        *parts,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *([_unique(table, "edition_id", *key)] if key else []),
        _reference(table, ["edition_id"], ["edition.id"]),
        *references,
    )
    if not key:
        op.create_index(f"ix_{table}_edition", table, ["edition_id"])


def _editions() -> None:
    op.create_table(
        "edition",
        _needed("id", _INTEGER),
        _needed("year", _INTEGER),
        _needed("revision", _INTEGER),
        _needed("state", _STRING),
        _maybe("supersedes", _INTEGER),
        _maybe("reason", _TEXT),
        _maybe("result", _TEXT),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
        _unique("edition", "year", "revision"),
        sa.CheckConstraint("state IN ('draft','running','assessing','review','final')", name=op.f("ck_edition_state")),
        sa.CheckConstraint("result IS NULL OR state = 'final'", name=op.f("ck_edition_result")),
        _reference("edition", ["supersedes"], ["edition.id"]),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        _needed("sequence", _INTEGER),
        _needed("at", _STRING),
        _needed("author", _STRING),
        _needed("action", _STRING),
        _maybe("reason", _TEXT),
        _maybe("undoes", _INTEGER),
        _needed("before_hash", _STRING),
        _needed("hash", _STRING),
        sa.PrimaryKeyConstraint("sequence", name="pk_journal"),
        _unique("journal", "undoes"),
        _reference("journal", ["undoes"], ["journal.sequence"], deferred=False),
    )
    op.create_table(
        "journal_change",
        _needed("sequence", _INTEGER),
        _needed("place", _INTEGER),
        _needed("table_name", _STRING),
        _needed("row_id", _INTEGER),
        _maybe("before", _TEXT),
        _maybe("after", _TEXT),
        sa.PrimaryKeyConstraint("sequence", "place", name="pk_journal_change"),
        _reference("journal_change", ["sequence"], ["journal.sequence"], deferred=False),
    )
    op.create_index("ix_journal_change_row", "journal_change", ["table_name", "row_id"])
    op.create_table(
        "attachment",
        _needed("digest", _STRING),
        _needed("content", sa.LargeBinary),
        sa.PrimaryKeyConstraint("digest", name="pk_attachment"),
    )


def _scheme() -> None:
    _rows("setting", _needed("name", _STRING), _maybe("value", _TEXT), key=("name",))
    _rows("group_", _needed("name", _STRING), _needed("separate", _BOOLEAN), _maybe("note", _TEXT), key=("name",))
    _rows(
        "department",
        _needed("code", _STRING),
        _needed("name", _STRING),
        _maybe("kind", _STRING),
        _maybe("group", _STRING),
        _needed("takes_part", _BOOLEAN),
        _needed("headcount", _EXACT),
        _maybe("payout_headcount", _EXACT),
        _maybe("head", _STRING),
        _maybe("leader", _STRING),
        key=("code",),
        refers={"group": "group_"},
    )
    _rows(
        "category",
        _needed("name", _STRING),
        _needed("kind", _STRING),
        _needed("economic", _BOOLEAN),
        _maybe("cap", _EXACT),
        key=("name",),
    )
    _rows(
        "weight",
        _needed("group", _STRING),
        _needed("category", _STRING),
        _needed("points", _EXACT),
        key=("group", "category"),
        refers={"group": "group_", "category": "category"},
    )


def _figures() -> None:
    _rows(
        "indicator",
        _needed("code", _STRING),
        _needed("name", _STRING),
        _needed("category", _STRING),
        _maybe("unit", _STRING),
        _needed("rule", _STRING),
        _needed("params", _TEXT),
        _needed("accumulation", _STRING),
        _needed("cadence", _STRING),
        _maybe("source", _STRING),
        _needed("key", _BOOLEAN),
        key=("code",),
        refers={"category": "category"},
    )
    _rows(
        "target",
        _needed("indicator", _STRING),
        _needed("department", _STRING),
        _needed("points", _EXACT),
        _maybe("base", _EXACT),
        _maybe("stretch", _EXACT),
        _maybe("prior", _EXACT),
        _needed("multiplier", _EXACT),
        _maybe("q1", _EXACT),
        _maybe("half", _EXACT),
        _maybe("q3", _EXACT),
        key=("indicator", "department"),
        refers={"indicator": "indicator", "department": "department"},
    )
    _rows(
        "actual",
        _needed("indicator", _STRING),
        _needed("department", _STRING),
        _needed("month", _INTEGER),
        _needed("value", _EXACT),
        _needed("basis", _STRING),
        _maybe("analysis", _TEXT),
        _maybe("countermeasure", _TEXT),
        key=("indicator", "department", "month"),
        refers={"indicator": "indicator"},
    )


def _tasks() -> None:
    _rows(
        "task",
        _needed("code", _STRING),
        _needed("title", _STRING),
        _needed("category", _STRING),
        _needed("lead", _STRING),
        _needed("points", _EXACT),
        _needed("partners", _CODES),
        _maybe("origin", _STRING),
        _maybe("document", _STRING),
        _maybe("basis", _TEXT),
        _maybe("owner", _STRING),
        _maybe("leader", _STRING),
        _maybe("standard", _TEXT),
        _maybe("assigned", _DATE),
        _maybe("start", _DATE),
        _maybe("due", _DATE),
        _needed("cadence", _STRING),
        _needed("state", _STRING),
        _maybe("finished", _DATE),
        _maybe("carried_from", _STRING),
        _needed("times_carried", _INTEGER),
        _maybe("original_year", _INTEGER),
        _maybe("original_due", _DATE),
        key=("code",),
        refers={"category": "category", "lead": "department"},
    )


def _supervision() -> None:
    _rows(
        "milestone",
        _needed("task", _STRING),
        _needed("title", _STRING),
        _maybe("due", _DATE),
        _needed("weight", _EXACT),
        _maybe("done", _DATE),
        key=("task", "title"),
        refers={"task": "task"},
    )
    _rows(
        "progress",
        _needed("task", _STRING),
        _needed("day", _DATE),
        _maybe("percent", _EXACT),
        _maybe("narrative", _TEXT),
        _maybe("problem", _TEXT),
        _maybe("next_step", _TEXT),
        refers={"task": "task"},
    )
    _rows(
        "directive",
        _maybe("number", _STRING),
        _maybe("task", _STRING),
        _maybe("indicator", _STRING),
        _maybe("department", _STRING),
        _needed("colour", _STRING),
        _needed("day", _DATE),
        _maybe("reply_due", _DATE),
        _maybe("reason", _TEXT),
        _maybe("replied", _DATE),
        _maybe("reply", _TEXT),
        refers={"task": "task", "indicator": "indicator", "department": "department"},
    )


def _judgements() -> None:
    _rows(
        "rating",
        _needed("indicator", _STRING),
        _needed("department", _STRING),
        _maybe("rater", _STRING),
        _maybe("rater_department", _STRING),
        _needed("rater_class", _STRING),
        _needed("score", _EXACT),
        _needed("ballots", _INTEGER),
        refers={"indicator": "indicator", "department": "department", "rater_class": "rater_class"},
    )
    _rows("rater_class", _needed("name", _STRING), _needed("weight", _EXACT), key=("name",))
    _rows(
        "self_score",
        _needed("department", _STRING),
        _needed("subject", _STRING),
        _needed("share", _EXACT),
        _maybe("note", _TEXT),
        key=("department", "subject"),
        refers={"department": "department"},
    )
    _rows(
        "verdict",
        _needed("department", _STRING),
        _needed("subject", _STRING),
        _needed("share", _EXACT),
        _needed("basis", _TEXT),
        key=("department", "subject"),
        refers={"department": "department"},
    )
    _rows(
        "adjustment",
        _needed("department", _STRING),
        _needed("category", _STRING),
        _needed("points", _EXACT),
        _needed("reason", _TEXT),
        _maybe("basis", _TEXT),
        _maybe("treatment", _STRING),
        _needed("stops_rewards", _BOOLEAN),
        refers={"department": "department", "category": "category"},
    )
    _rows(
        "project",
        _needed("code", _STRING),
        _needed("name", _STRING),
        _needed("department", _STRING),
        _maybe("investment", _EXACT),
        _maybe("year_plan", _EXACT),
        _maybe("year_done", _EXACT),
        _maybe("sign_planned", _DATE),
        _maybe("signed", _DATE),
        _maybe("land_planned", _DATE),
        _maybe("landed", _DATE),
        _maybe("begin_planned", _DATE),
        _maybe("begun", _DATE),
        _maybe("produce_planned", _DATE),
        _maybe("produced", _DATE),
        key=("code",),
        refers={"department": "department"},
    )


def _grades() -> None:
    _rows(
        "grade_band",
        _needed("name", _STRING),
        _maybe("group", _STRING),
        _needed("minimum", _EXACT),
        _maybe("room_share", _EXACT),
        _maybe("room", _INTEGER),
        _needed("coefficient", _EXACT),
        key=("name", "group"),
        refers={"group": "group_"},
    )
    op.create_index(
        "uq_grade_band_general",
        "grade_band",
        ["edition_id", "name"],
        unique=True,
        sqlite_where=sa.text('"group" IS NULL'),
    )
    _rows(
        "grade_decision",
        _needed("department", _STRING),
        _needed("grade", _STRING),
        _needed("basis", _TEXT),
        _maybe("day", _DATE),
        key=("department",),
        refers={"department": "department"},
    )


def _consequences() -> None:
    _rows(
        "award_rule",
        _needed("name", _STRING),
        _needed("method", _STRING),
        _needed("scope", _STRING),
        _needed("params", _TEXT),
        key=("name",),
    )
    _rows("consequence", _needed("trigger", _STRING), _needed("content", _STRING), key=("trigger", "content"))
    _rows(
        "explanation",
        _needed("kind", _STRING),
        _needed("subject", _STRING),
        _needed("text", _TEXT),
        _maybe("author", _STRING),
        _maybe("day", _DATE),
        key=("kind", "subject"),
    )
    _rows(
        "extension",
        _needed("task", _STRING),
        _maybe("old_due", _DATE),
        _needed("new_due", _DATE),
        _needed("reason", _TEXT),
        _maybe("approver", _STRING),
        _maybe("day", _DATE),
        refers={"task": "task"},
    )
    _rows(
        "appeal",
        _needed("number", _STRING),
        _needed("department", _STRING),
        _maybe("subject", _STRING),
        _needed("claim", _TEXT),
        _maybe("result", _STRING),
        _maybe("basis", _TEXT),
        _maybe("raised", _DATE),
        _maybe("decided", _DATE),
        key=("number",),
        refers={"department": "department"},
    )
    _rows(
        "evidence",
        _maybe("subject", _STRING),
        _needed("file", _STRING),
        _needed("digest", _STRING),
        _maybe("note", _TEXT),
    )
