"""The tables of a book. One row table per sheet of the exchange workbook; every row belongs to an edition of a year.

Columns are named as the fields of `assessment.facts`. References are codes within the same edition; foreign keys are
deferred to the end of the transaction so that an operation may write its rows in any order.
"""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text

from kpi_desktop.book.columns import Codes, ExactNumber
from kpi_desktop.book.framework import METADATA, NAMING, attachment, edition, journal, journal_change, needed, row_table

__all__ = ["METADATA", "NAMING", "NOT_REVISED", "ROW_TABLES", "attachment", "edition", "journal", "journal_change"]

setting = row_table("setting", needed("name", String), Column("value", Text), key=("name",))
group_ = row_table("group_", needed("name", String), needed("separate", Boolean), Column("note", Text), key=("name",))
department = row_table(
    "department",
    needed("code", String),
    needed("name", String),
    Column("kind", String),
    Column("group", String),
    needed("takes_part", Boolean),
    needed("headcount", ExactNumber),
    Column("payout_headcount", ExactNumber),
    Column("head", String),
    Column("leader", String),
    key=("code",),
    refers={"group": "group_"},
)
category = row_table(
    "category",
    needed("name", String),
    needed("kind", String),
    needed("economic", Boolean),
    Column("cap", ExactNumber),
    key=("name",),
)
weight = row_table(
    "weight",
    needed("group", String),
    needed("category", String),
    needed("points", ExactNumber),
    key=("group", "category"),
    refers={"group": "group_", "category": "category"},
)
indicator = row_table(
    "indicator",
    needed("code", String),
    needed("name", String),
    needed("category", String),
    Column("unit", String),
    needed("rule", String),
    needed("params", Text),
    needed("accumulation", String),
    needed("cadence", String),
    Column("source", String),
    needed("key", Boolean),
    key=("code",),
    refers={"category": "category"},
)
target = row_table(
    "target",
    needed("indicator", String),
    needed("department", String),
    needed("points", ExactNumber),
    Column("base", ExactNumber),
    Column("stretch", ExactNumber),
    Column("prior", ExactNumber),
    needed("multiplier", ExactNumber),
    Column("q1", ExactNumber),
    Column("half", ExactNumber),
    Column("q3", ExactNumber),
    key=("indicator", "department"),
    refers={"indicator": "indicator", "department": "department"},
)
actual = row_table(
    "actual",
    needed("indicator", String),
    needed("department", String),
    needed("month", Integer),
    needed("value", ExactNumber),
    needed("basis", String),
    Column("analysis", Text),
    Column("countermeasure", Text),
    key=("indicator", "department", "month"),
    refers={"indicator": "indicator"},
)
task = row_table(
    "task",
    needed("code", String),
    needed("title", String),
    needed("category", String),
    needed("lead", String),
    needed("points", ExactNumber),
    needed("partners", Codes),
    Column("origin", String),
    Column("document", String),
    Column("basis", Text),
    Column("owner", String),
    Column("leader", String),
    Column("standard", Text),
    Column("assigned", Date),
    Column("start", Date),
    Column("due", Date),
    needed("cadence", String),
    needed("state", String),
    Column("finished", Date),
    Column("carried_from", String),
    needed("times_carried", Integer),
    Column("original_year", Integer),
    Column("original_due", Date),
    key=("code",),
    refers={"category": "category", "lead": "department"},
)
milestone = row_table(
    "milestone",
    needed("task", String),
    needed("title", String),
    Column("due", Date),
    needed("weight", ExactNumber),
    Column("done", Date),
    key=("task", "title"),
    refers={"task": "task"},
)
progress = row_table(
    "progress",
    needed("task", String),
    needed("day", Date),
    Column("percent", ExactNumber),
    Column("narrative", Text),
    Column("problem", Text),
    Column("next_step", Text),
    refers={"task": "task"},
)
directive = row_table(
    "directive",
    Column("number", String),
    Column("task", String),
    Column("indicator", String),
    Column("department", String),
    needed("colour", String),
    needed("day", Date),
    Column("reply_due", Date),
    Column("reason", Text),
    Column("replied", Date),
    Column("reply", Text),
    refers={"task": "task", "indicator": "indicator", "department": "department"},
)
rating = row_table(
    "rating",
    needed("indicator", String),
    needed("department", String),
    Column("rater", String),
    Column("rater_department", String),
    needed("rater_class", String),
    needed("score", ExactNumber),
    needed("ballots", Integer),
    refers={"indicator": "indicator", "department": "department", "rater_class": "rater_class"},
)
rater_class = row_table("rater_class", needed("name", String), needed("weight", ExactNumber), key=("name",))
self_score = row_table(
    "self_score",
    needed("department", String),
    needed("subject", String),
    needed("share", ExactNumber),
    Column("note", Text),
    key=("department", "subject"),
    refers={"department": "department"},
)
verdict = row_table(
    "verdict",
    needed("department", String),
    needed("subject", String),
    needed("share", ExactNumber),
    needed("basis", Text),
    key=("department", "subject"),
    refers={"department": "department"},
)
adjustment = row_table(
    "adjustment",
    needed("department", String),
    needed("category", String),
    needed("points", ExactNumber),
    needed("reason", Text),
    Column("basis", Text),
    Column("treatment", String),
    needed("stops_rewards", Boolean),
    refers={"department": "department", "category": "category"},
)
project = row_table(
    "project",
    needed("code", String),
    needed("name", String),
    needed("department", String),
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
grade_band = row_table(
    "grade_band",
    needed("name", String),
    Column("group", String),
    needed("minimum", ExactNumber),
    Column("room_share", ExactNumber),
    Column("room", Integer),
    needed("coefficient", ExactNumber),
    key=("name", "group"),
    refers={"group": "group_"},
)
Index(
    "uq_grade_band_general",
    grade_band.c.edition_id,
    grade_band.c.name,
    unique=True,
    sqlite_where=grade_band.c.group.is_(None),
)
grade_decision = row_table(
    "grade_decision",
    needed("department", String),
    needed("grade", String),
    needed("basis", Text),
    Column("day", Date),
    key=("department",),
    refers={"department": "department"},
)
award_rule = row_table(
    "award_rule",
    needed("name", String),
    needed("method", String),
    needed("scope", String),
    needed("params", Text),
    key=("name",),
)
consequence = row_table("consequence", needed("trigger", String), needed("content", String), key=("trigger", "content"))
explanation = row_table(
    "explanation",
    needed("kind", String),
    needed("subject", String),
    needed("text", Text),
    Column("author", String),
    Column("day", Date),
    key=("kind", "subject"),
)
extension = row_table(
    "extension",
    needed("task", String),
    Column("old_due", Date),
    needed("new_due", Date),
    needed("reason", Text),
    Column("approver", String),
    Column("day", Date),
    refers={"task": "task"},
)
appeal = row_table(
    "appeal",
    needed("number", String),
    needed("department", String),
    Column("subject", String),
    needed("claim", Text),
    Column("result", String),
    Column("basis", Text),
    Column("raised", Date),
    Column("decided", Date),
    key=("number",),
    refers={"department": "department"},
)
evidence = row_table(
    "evidence",
    Column("subject", String),
    needed("file", String),
    needed("digest", String),
    Column("note", Text),
)
"""佐证: what was attached; goes out in the workbook only."""
stored_form = row_table("stored_form", needed("name", String), needed("digest", String), key=("name",))
"""A printed form as it was at 定稿; its bytes are the attachment of that digest."""

scenario = row_table("scenario", needed("name", String), needed("changes", Text), Column("note", Text), key=("name",))
"""推演方案: scheme changes under a name, as JSON; no sheet of the workbook holds them."""

form_setting = row_table("form_setting", needed("name", String), needed("value", Text), key=("name",))
"""版式: what the office has changed about its printed forms; no sheet of the workbook holds it."""

ROW_TABLES: dict[str, Table] = {name: table for name, table in METADATA.tables.items() if "edition_id" in table.columns}
"""Every table whose rows belong to an edition, by name."""
NOT_REVISED = ("stored_form",)
"""What stays with its edition when a revision copies the rest."""
