"""The tables of a book. One row table per sheet of the exchange workbook; every row belongs to an edition of a year.

Columns are named as the fields of `assessment.facts`. References are codes within the same edition; foreign keys are
deferred to the end of the transaction so that an operation may write its rows in any order.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from kpi_desktop.book.columns import Codes, ExactNumber

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)

Kind = type[TypeEngine[object]] | TypeEngine[object]

edition = Table(
    "edition",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("revision", Integer, nullable=False, default=1),
    Column("state", String, nullable=False, default="draft"),
    Column("supersedes", Integer, ForeignKey("edition.id")),
    Column("reason", Text),
    Column("result", Text),
    UniqueConstraint("year", "revision"),
    CheckConstraint("state IN ('draft','running','assessing','review','final')", name="state"),
)
"""One revision of an assessment year. `result`: the figures as they were at 定稿, as JSON."""

journal = Table(
    "journal",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("action", String, nullable=False),
    Column("reason", Text),
    Column("undoes", Integer, ForeignKey("journal.sequence")),
    Column("before_hash", String, nullable=False),
    Column("hash", String, nullable=False),
)
"""One operation. `hash` covers `before_hash`, this row and all of its changes; append-only."""

journal_change = Table(
    "journal_change",
    METADATA,
    Column("sequence", Integer, ForeignKey("journal.sequence"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index("ix_journal_change_row", "table_name", "row_id"),
)
"""One row an operation changed: its columns before and after as canonical JSON; null where it did not exist."""


def _needed(name: str, kind: Kind) -> Column[object]:
    return Column(name, kind, nullable=False)


def _row_table(name: str, *parts: Column[object], key: tuple[str, ...] = (), refers: dict[str, str] | None = None) -> Table:
    """A table of rows of an edition; `key` is unique within it, `refers` maps a column to the table whose key it names."""
    foreign = [
        ForeignKeyConstraint(
            ["edition_id", column],
            [f"{other}.edition_id", f"{other}.{REFERRED[other]}"],
            deferrable=True,
            initially="DEFERRED",
        )
        for column, other in (refers or {}).items()
    ]
    unique = [UniqueConstraint("edition_id", *key)] if key else [Index(f"ix_{name}_edition", "edition_id")]
    return Table(
        name,
        METADATA,
        Column("id", Integer, primary_key=True),
        Column("edition_id", Integer, ForeignKey("edition.id"), nullable=False),
        Column("place", Integer, nullable=False),
        *parts,
        *unique,
        *foreign,
    )


REFERRED = {"department": "code", "group_": "name", "category": "name", "indicator": "code", "task": "code", "rater_class": "name"}

setting = _row_table("setting", _needed("name", String), Column("value", Text), key=("name",))
group_ = _row_table(
    "group_", _needed("name", String), _needed("separate", Boolean), Column("note", Text), key=("name",)
)
department = _row_table(
    "department",
    _needed("code", String),
    _needed("name", String),
    Column("kind", String),
    Column("group", String),
    _needed("takes_part", Boolean),
    _needed("headcount", ExactNumber),
    Column("payout_headcount", ExactNumber),
    Column("head", String),
    Column("leader", String),
    key=("code",),
    refers={"group": "group_"},
)
category = _row_table(
    "category",
    _needed("name", String),
    _needed("kind", String),
    _needed("economic", Boolean),
    Column("cap", ExactNumber),
    key=("name",),
)
weight = _row_table(
    "weight",
    _needed("group", String),
    _needed("category", String),
    _needed("points", ExactNumber),
    key=("group", "category"),
    refers={"group": "group_", "category": "category"},
)
indicator = _row_table(
    "indicator",
    _needed("code", String),
    _needed("name", String),
    _needed("category", String),
    Column("unit", String),
    _needed("rule", String),
    _needed("params", Text),
    _needed("accumulation", String),
    _needed("cadence", String),
    Column("source", String),
    _needed("key", Boolean),
    key=("code",),
    refers={"category": "category"},
)
target = _row_table(
    "target",
    _needed("indicator", String),
    _needed("department", String),
    _needed("points", ExactNumber),
    Column("base", ExactNumber),
    Column("stretch", ExactNumber),
    Column("prior", ExactNumber),
    _needed("multiplier", ExactNumber),
    Column("q1", ExactNumber),
    Column("half", ExactNumber),
    Column("q3", ExactNumber),
    key=("indicator", "department"),
    refers={"indicator": "indicator", "department": "department"},
)
actual = _row_table(
    "actual",
    _needed("indicator", String),
    _needed("department", String),
    _needed("month", Integer),
    _needed("value", ExactNumber),
    _needed("basis", String),
    Column("analysis", Text),
    Column("countermeasure", Text),
    key=("indicator", "department", "month"),
    refers={"indicator": "indicator"},
)
task = _row_table(
    "task",
    _needed("code", String),
    _needed("title", String),
    _needed("category", String),
    _needed("lead", String),
    _needed("points", ExactNumber),
    _needed("partners", Codes),
    Column("origin", String),
    Column("document", String),
    Column("basis", Text),
    Column("owner", String),
    Column("leader", String),
    Column("standard", Text),
    Column("assigned", Date),
    Column("start", Date),
    Column("due", Date),
    _needed("cadence", String),
    _needed("state", String),
    Column("finished", Date),
    Column("carried_from", String),
    _needed("times_carried", Integer),
    Column("original_year", Integer),
    Column("original_due", Date),
    key=("code",),
    refers={"category": "category", "lead": "department"},
)
milestone = _row_table(
    "milestone",
    _needed("task", String),
    _needed("title", String),
    Column("due", Date),
    _needed("weight", ExactNumber),
    Column("done", Date),
    key=("task", "title"),
    refers={"task": "task"},
)
progress = _row_table(
    "progress",
    _needed("task", String),
    _needed("day", Date),
    Column("percent", ExactNumber),
    Column("narrative", Text),
    Column("problem", Text),
    Column("next_step", Text),
    refers={"task": "task"},
)
directive = _row_table(
    "directive",
    Column("number", String),
    Column("task", String),
    Column("indicator", String),
    Column("department", String),
    _needed("colour", String),
    _needed("day", Date),
    Column("reply_due", Date),
    Column("reason", Text),
    Column("replied", Date),
    Column("reply", Text),
    refers={"task": "task", "indicator": "indicator", "department": "department"},
)
rating = _row_table(
    "rating",
    _needed("indicator", String),
    _needed("department", String),
    Column("rater", String),
    Column("rater_department", String),
    _needed("rater_class", String),
    _needed("score", ExactNumber),
    _needed("ballots", Integer),
    refers={"indicator": "indicator", "department": "department", "rater_class": "rater_class"},
)
rater_class = _row_table("rater_class", _needed("name", String), _needed("weight", ExactNumber), key=("name",))
self_score = _row_table(
    "self_score",
    _needed("department", String),
    _needed("subject", String),
    _needed("share", ExactNumber),
    Column("note", Text),
    key=("department", "subject"),
    refers={"department": "department"},
)
verdict = _row_table(
    "verdict",
    _needed("department", String),
    _needed("subject", String),
    _needed("share", ExactNumber),
    _needed("basis", Text),
    key=("department", "subject"),
    refers={"department": "department"},
)
adjustment = _row_table(
    "adjustment",
    _needed("department", String),
    _needed("category", String),
    _needed("points", ExactNumber),
    _needed("reason", Text),
    Column("basis", Text),
    Column("treatment", String),
    _needed("stops_rewards", Boolean),
    refers={"department": "department", "category": "category"},
)
project = _row_table(
    "project",
    _needed("code", String),
    _needed("name", String),
    _needed("department", String),
    Column("investment", ExactNumber),
    Column("year_plan", ExactNumber),
    Column("year_done", ExactNumber),
    Column("sign_planned", Date),
    Column("signed", Date),
    Column("land_planned", Date),
    Column("landed", Date),
    Column("begin_planned", Date),
    Column("begun", Date),
    Column("produce_planned", Date),
    Column("produced", Date),
    key=("code",),
    refers={"department": "department"},
)
grade_band = _row_table(
    "grade_band",
    _needed("name", String),
    Column("group", String),
    _needed("minimum", ExactNumber),
    Column("room_share", ExactNumber),
    Column("room", Integer),
    _needed("coefficient", ExactNumber),
    key=("name", "group"),
    refers={"group": "group_"},
)
grade_decision = _row_table(
    "grade_decision",
    _needed("department", String),
    _needed("grade", String),
    _needed("basis", Text),
    Column("day", Date),
    key=("department",),
    refers={"department": "department"},
)
award_rule = _row_table(
    "award_rule",
    _needed("name", String),
    _needed("method", String),
    _needed("scope", String),
    _needed("params", Text),
    key=("name",),
)
consequence = _row_table(
    "consequence", _needed("trigger", String), _needed("content", String), key=("trigger", "content")
)
explanation = _row_table(
    "explanation",
    _needed("kind", String),
    _needed("subject", String),
    _needed("text", Text),
    Column("author", String),
    Column("day", Date),
    key=("kind", "subject"),
)
extension = _row_table(
    "extension",
    _needed("task", String),
    Column("old_due", Date),
    _needed("new_due", Date),
    _needed("reason", Text),
    Column("approver", String),
    Column("day", Date),
    refers={"task": "task"},
)
appeal = _row_table(
    "appeal",
    _needed("number", String),
    _needed("department", String),
    Column("subject", String),
    _needed("claim", Text),
    Column("result", String),
    Column("basis", Text),
    Column("raised", Date),
    Column("decided", Date),
    key=("number",),
    refers={"department": "department"},
)
evidence = _row_table(
    "evidence",
    Column("subject", String),
    _needed("file", String),
    _needed("digest", String),
    Column("note", Text),
)
"""佐证: what was attached; goes out in the workbook only."""

ROW_TABLES: dict[str, Table] = {
    name: table for name, table in METADATA.tables.items() if "edition_id" in table.columns
}
"""Every table whose rows belong to an edition, by name."""
