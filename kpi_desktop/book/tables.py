"""The tables of a book. One row table per sheet of the exchange workbook; every row belongs to an edition of a year.

Columns are named as the fields of `assessment.facts`. References are codes within the same edition; foreign keys are
deferred to the end of the transaction so that an operation may write its rows in any order. `metadata` says the same to
SQLAlchemy; here nothing is imported, because a window that opens a book reads first and writes much later.
"""

from kpi_desktop.book.columns import Kind
from kpi_desktop.book.framework import TABLES, Table, column, needed, row_table

__all__ = ["NOT_REVISED", "ROW_TABLES", "TABLES", "Table"]

row_table("setting", needed("name", Kind.STRING), column("value", Kind.TEXT), key=("name",))
row_table(
    "group_", needed("name", Kind.STRING), needed("separate", Kind.FLAG), column("note", Kind.TEXT), key=("name",)
)
row_table(
    "department",
    needed("code", Kind.STRING),
    needed("name", Kind.STRING),
    column("kind", Kind.STRING),
    column("group", Kind.STRING),
    needed("takes_part", Kind.FLAG),
    needed("headcount", Kind.EXACT),
    column("payout_headcount", Kind.EXACT),
    column("head", Kind.STRING),
    column("leader", Kind.STRING),
    key=("code",),
    refers={"group": "group_"},
)
row_table(
    "category",
    needed("name", Kind.STRING),
    needed("kind", Kind.STRING),
    needed("economic", Kind.FLAG),
    column("cap", Kind.EXACT),
    key=("name",),
)
row_table(
    "weight",
    needed("group", Kind.STRING),
    needed("category", Kind.STRING),
    needed("points", Kind.EXACT),
    key=("group", "category"),
    refers={"group": "group_", "category": "category"},
)
row_table(
    "indicator",
    needed("code", Kind.STRING),
    needed("name", Kind.STRING),
    needed("category", Kind.STRING),
    column("unit", Kind.STRING),
    needed("rule", Kind.STRING),
    needed("params", Kind.TEXT),
    needed("accumulation", Kind.STRING),
    needed("cadence", Kind.STRING),
    column("source", Kind.STRING),
    needed("key", Kind.FLAG),
    key=("code",),
    refers={"category": "category"},
)
row_table(
    "target",
    needed("indicator", Kind.STRING),
    needed("department", Kind.STRING),
    needed("points", Kind.EXACT),
    column("base", Kind.EXACT),
    column("stretch", Kind.EXACT),
    column("prior", Kind.EXACT),
    needed("multiplier", Kind.EXACT),
    column("q1", Kind.EXACT),
    column("half", Kind.EXACT),
    column("q3", Kind.EXACT),
    key=("indicator", "department"),
    refers={"indicator": "indicator", "department": "department"},
)
row_table(
    "actual",
    needed("indicator", Kind.STRING),
    needed("department", Kind.STRING),
    needed("month", Kind.WHOLE),
    needed("value", Kind.EXACT),
    needed("basis", Kind.STRING),
    column("analysis", Kind.TEXT),
    column("countermeasure", Kind.TEXT),
    key=("indicator", "department", "month"),
    refers={"indicator": "indicator"},
)
row_table(
    "task",
    needed("code", Kind.STRING),
    needed("title", Kind.STRING),
    needed("category", Kind.STRING),
    needed("lead", Kind.STRING),
    needed("points", Kind.EXACT),
    needed("partners", Kind.CODES),
    column("origin", Kind.STRING),
    column("document", Kind.STRING),
    column("basis", Kind.TEXT),
    column("owner", Kind.STRING),
    column("leader", Kind.STRING),
    column("standard", Kind.TEXT),
    column("assigned", Kind.DAY),
    column("start", Kind.DAY),
    column("due", Kind.DAY),
    needed("cadence", Kind.STRING),
    needed("state", Kind.STRING),
    column("finished", Kind.DAY),
    column("carried_from", Kind.STRING),
    needed("times_carried", Kind.WHOLE),
    column("original_year", Kind.WHOLE),
    column("original_due", Kind.DAY),
    key=("code",),
    refers={"category": "category", "lead": "department"},
)
row_table(
    "milestone",
    needed("task", Kind.STRING),
    needed("title", Kind.STRING),
    column("due", Kind.DAY),
    needed("weight", Kind.EXACT),
    column("done", Kind.DAY),
    key=("task", "title"),
    refers={"task": "task"},
)
row_table(
    "progress",
    needed("task", Kind.STRING),
    needed("day", Kind.DAY),
    column("percent", Kind.EXACT),
    column("narrative", Kind.TEXT),
    column("problem", Kind.TEXT),
    column("next_step", Kind.TEXT),
    refers={"task": "task"},
)
row_table(
    "directive",
    column("number", Kind.STRING),
    column("task", Kind.STRING),
    column("indicator", Kind.STRING),
    column("department", Kind.STRING),
    needed("colour", Kind.STRING),
    needed("day", Kind.DAY),
    column("reply_due", Kind.DAY),
    column("reason", Kind.TEXT),
    column("replied", Kind.DAY),
    column("reply", Kind.TEXT),
    refers={"task": "task", "indicator": "indicator", "department": "department"},
)
row_table(
    "rating",
    needed("indicator", Kind.STRING),
    needed("department", Kind.STRING),
    column("rater", Kind.STRING),
    column("rater_department", Kind.STRING),
    needed("rater_class", Kind.STRING),
    needed("score", Kind.EXACT),
    needed("ballots", Kind.WHOLE),
    refers={"indicator": "indicator", "department": "department", "rater_class": "rater_class"},
)
row_table("rater_class", needed("name", Kind.STRING), needed("weight", Kind.EXACT), key=("name",))
row_table(
    "self_score",
    needed("department", Kind.STRING),
    needed("subject", Kind.STRING),
    needed("share", Kind.EXACT),
    column("note", Kind.TEXT),
    key=("department", "subject"),
    refers={"department": "department"},
)
row_table(
    "verdict",
    needed("department", Kind.STRING),
    needed("subject", Kind.STRING),
    needed("share", Kind.EXACT),
    needed("basis", Kind.TEXT),
    key=("department", "subject"),
    refers={"department": "department"},
)
row_table(
    "adjustment",
    needed("department", Kind.STRING),
    needed("category", Kind.STRING),
    needed("points", Kind.EXACT),
    needed("reason", Kind.TEXT),
    column("basis", Kind.TEXT),
    column("treatment", Kind.STRING),
    needed("stops_rewards", Kind.FLAG),
    refers={"department": "department", "category": "category"},
)
row_table(
    "project",
    needed("code", Kind.STRING),
    needed("name", Kind.STRING),
    needed("department", Kind.STRING),
    column("investment", Kind.EXACT),
    column("year_plan", Kind.EXACT),
    column("year_done", Kind.EXACT),
    column("sign_planned", Kind.DAY),
    column("signed", Kind.DAY),
    column("land_planned", Kind.DAY),
    column("landed", Kind.DAY),
    column("begin_planned", Kind.DAY),
    column("begun", Kind.DAY),
    column("produce_planned", Kind.DAY),
    column("produced", Kind.DAY),
    key=("code",),
    refers={"department": "department"},
)
row_table(
    "grade_band",
    needed("name", Kind.STRING),
    column("group", Kind.STRING),
    needed("minimum", Kind.EXACT),
    column("room_share", Kind.EXACT),
    column("room", Kind.WHOLE),
    needed("coefficient", Kind.EXACT),
    key=("name", "group"),
    refers={"group": "group_"},
)
row_table(
    "grade_decision",
    needed("department", Kind.STRING),
    needed("grade", Kind.STRING),
    needed("basis", Kind.TEXT),
    column("day", Kind.DAY),
    key=("department",),
    refers={"department": "department"},
)
row_table(
    "award_rule",
    needed("name", Kind.STRING),
    needed("method", Kind.STRING),
    needed("scope", Kind.STRING),
    needed("params", Kind.TEXT),
    key=("name",),
)
row_table("consequence", needed("trigger", Kind.STRING), needed("content", Kind.STRING), key=("trigger", "content"))
row_table(
    "explanation",
    needed("kind", Kind.STRING),
    needed("subject", Kind.STRING),
    needed("text", Kind.TEXT),
    column("author", Kind.STRING),
    column("day", Kind.DAY),
    key=("kind", "subject"),
)
row_table(
    "extension",
    needed("task", Kind.STRING),
    column("old_due", Kind.DAY),
    needed("new_due", Kind.DAY),
    needed("reason", Kind.TEXT),
    column("approver", Kind.STRING),
    column("day", Kind.DAY),
    refers={"task": "task"},
)
row_table(
    "appeal",
    needed("number", Kind.STRING),
    needed("department", Kind.STRING),
    column("subject", Kind.STRING),
    needed("claim", Kind.TEXT),
    column("result", Kind.STRING),
    column("basis", Kind.TEXT),
    column("raised", Kind.DAY),
    column("decided", Kind.DAY),
    key=("number",),
    refers={"department": "department"},
)
row_table(
    "evidence",
    column("subject", Kind.STRING),
    needed("file", Kind.STRING),
    needed("digest", Kind.STRING),
    column("note", Kind.TEXT),
)
"""佐证: what was attached; goes out in the workbook only."""
row_table("stored_form", needed("name", Kind.STRING), needed("digest", Kind.STRING), key=("name",))
"""A printed form as it was at 定稿; its bytes are the attachment of that digest."""

row_table(
    "scenario", needed("name", Kind.STRING), needed("changes", Kind.TEXT), column("note", Kind.TEXT), key=("name",)
)
"""推演方案: scheme changes under a name, as JSON; no sheet of the workbook holds them."""

row_table("form_setting", needed("name", Kind.STRING), needed("value", Kind.TEXT), key=("name",))
"""版式: what the office has changed about its printed forms; no sheet of the workbook holds it."""

ROW_TABLES = {name: table for name, table in TABLES.items() if name != "edition"}
"""Every table whose rows belong to an edition, by name."""
NOT_REVISED = ("stored_form",)
"""What stays with its edition when a revision copies the rest."""
