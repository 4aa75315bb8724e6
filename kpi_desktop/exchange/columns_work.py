"""The sheets of the year's work: what was done, how it was supervised, rated, decided and explained."""

from decimal import Decimal

from kpi_desktop.assessment import names
from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.exchange.columns_scheme import (
    DEPARTMENT,
    FIRST_YEAR,
    LAST_YEAR,
    ONE,
    SCORED,
    amount,
    choice,
    code,
    day,
    measured,
    points,
    ref,
    text,
)
from kpi_desktop.exchange.fields import Field, Kind, Reference, Sheet

INDICATOR = Reference("indicator")
TASK = Reference("task")
HIGHEST_OWN = Decimal(3)
HIGHEST_VERDICT = Decimal("1.5")


def gap_kind(text: str) -> str:
    """The code of a kind of gap that was given by its Chinese name."""
    return next((kind for kind, name in names.GAPS.items() if name == text), text)


ACTUALS = Sheet(
    title="实绩",
    table="actual",
    key=("indicator", "department", "month"),
    fields=(
        ref("指标编码", "indicator", INDICATOR),
        ref("部门编码", "department", Reference("department", also=(WHOLE_ZONE,))),
        Field(header="月份", name="month", kind=Kind.INTEGER, required=True, low=1, high=12),
        measured("数值", "value", required=True),
        choice("口径", "basis", names.BASES, "confirmed"),
        text("分析", "analysis"),
        text("对策", "countermeasure"),
    ),
)
TASKS = Sheet(
    title="任务",
    table="task",
    key=("code",),
    fields=(
        code(),
        text("名称", "title", required=True),
        ref("类别", "category", SCORED),
        ref("牵头部门", "lead", DEPARTMENT),
        points("分值", "points"),
        Field(header="协办部门", name="partners", kind=Kind.CODES, blank=(), refers=DEPARTMENT),
        text("来源", "origin"),
        text("文号", "document"),
        text("依据", "basis"),
        text("责任人", "owner"),
        text("分管领导", "leader"),
        text("完成标准", "standard"),
        day("交办日期", "assigned"),
        day("开始日期", "start"),
        day("期限", "due"),
        choice("报送周期", "cadence", names.TASK_CADENCES, "month"),
        choice("状态", "state", names.TASK_STATES, "not_started"),
        day("完成日期", "finished"),
        Field(header="结转自", name="carried_from", kind=Kind.CODE),
        Field(header="结转次数", name="times_carried", kind=Kind.INTEGER, blank=0, low=0),
        Field(header="原年度", name="original_year", kind=Kind.INTEGER, low=FIRST_YEAR, high=LAST_YEAR),
        day("原期限", "original_due"),
    ),
)
MILESTONES = Sheet(
    title="节点",
    table="milestone",
    key=("task", "title"),
    fields=(
        ref("任务编码", "task", TASK),
        Field(header="节点", name="title", kind=Kind.NAME, required=True),
        day("期限", "due"),
        Field(header="权重", name="weight", kind=Kind.NUMBER, blank=ONE, low=0, above_low=True),
        day("完成日期", "done"),
    ),
)
PROGRESS = Sheet(
    title="进展",
    table="progress",
    fields=(
        ref("任务编码", "task", TASK),
        day("日期", "day", required=True),
        Field(header="完成比例", name="percent", kind=Kind.SHARE, low=0, high=1),
        text("进展情况", "narrative"),
        text("存在问题", "problem"),
        text("下步措施", "next_step"),
    ),
)
DIRECTIVES = Sheet(
    title="督办单",
    table="directive",
    fields=(
        text("编号", "number"),
        ref("任务编码", "task", TASK, required=False),
        ref("指标编码", "indicator", INDICATOR, required=False),
        ref("部门编码", "department", DEPARTMENT, required=False),
        choice("级别", "colour", names.COLOURS, required=True),
        day("日期", "day", required=True),
        day("回复期限", "reply_due"),
        text("事由", "reason"),
        day("回复日期", "replied"),
        text("回复内容", "reply"),
    ),
)
RATINGS = Sheet(
    title="评议",
    table="rating",
    key=("indicator", "department", "rater", "rater_department", "rater_class"),
    rows_with="rater",
    fields=(
        ref("指标编码", "indicator", INDICATOR),
        ref("部门编码", "department", DEPARTMENT),
        Field(header="评委", name="rater", kind=Kind.NAME),
        ref("评委部门", "rater_department", DEPARTMENT, required=False),
        ref("评委类别", "rater_class", Reference("rater_class")),
        Field(header="分数", name="score", kind=Kind.NUMBER, required=True, low=0, high=100),
        Field(header="票数", name="ballots", kind=Kind.INTEGER, blank=1, low=1),
    ),
)
SELF_SCORES = Sheet(
    title="自评",
    table="self_score",
    key=("department", "subject"),
    fields=(
        ref("部门编码", "department", DEPARTMENT),
        Field(header="对象", name="subject", kind=Kind.CODE, required=True),
        Field(header="得分率", name="share", kind=Kind.SHARE, required=True, low=0, high=HIGHEST_OWN),
        text("说明", "note"),
    ),
)
VERDICTS = Sheet(
    title="核定",
    table="verdict",
    key=("department", "subject"),
    fields=(
        ref("部门编码", "department", DEPARTMENT),
        Field(header="对象", name="subject", kind=Kind.CODE, required=True),
        Field(header="得分率", name="share", kind=Kind.SHARE, required=True, low=0, high=HIGHEST_VERDICT),
        text("依据", "basis", required=True),
    ),
)
ADJUSTMENTS = Sheet(
    title="加减分",
    table="adjustment",
    fields=(
        ref("部门编码", "department", DEPARTMENT),
        ref("类别", "category", Reference("category", kinds=("bonus", "deduction", "veto"))),
        points("分值", "points", required=False),
        text("事由", "reason", required=True),
        text("依据", "basis"),
        Field(header="处理", name="treatment", kind=Kind.NAME),
        Field(header="停发", name="stops_rewards", kind=Kind.FLAG),
    ),
)
PROJECTS = Sheet(
    title="项目",
    table="project",
    key=("code",),
    fields=(
        code(),
        text("名称", "name", required=True),
        ref("部门编码", "department", DEPARTMENT),
        amount("总投资", "investment"),
        amount("年度计划投资", "year_plan"),
        amount("年度完成投资", "year_done"),
        day("计划签约", "sign_planned"),
        day("签约日期", "signed"),
        day("计划落地", "land_planned"),
        day("落地日期", "landed"),
        day("计划开工", "begin_planned"),
        day("开工日期", "begun"),
        day("计划投产", "produce_planned"),
        day("投产日期", "produced"),
    ),
)
DECISIONS = Sheet(
    title="等次认定",
    table="grade_decision",
    key=("department",),
    fields=(
        ref("部门编码", "department", DEPARTMENT),
        Field(header="等次", name="grade", kind=Kind.NAME, required=True),
        text("依据", "basis", required=True),
        day("日期", "day"),
    ),
)
EXPLANATIONS = Sheet(
    title="说明",
    table="explanation",
    key=("kind", "subject"),
    fields=(
        Field(
            header="类型",
            name="kind",
            kind=Kind.CHOICE,
            required=True,
            choices={kind: kind for kind in names.GAPS},
            tidy=gap_kind,
        ),
        Field(header="对象", name="subject", kind=Kind.CODE, required=True),
        text("说明", "text", required=True),
        text("说明人", "author"),
        day("日期", "day"),
    ),
)
EXTENSIONS = Sheet(
    title="延期",
    table="extension",
    fields=(
        ref("任务编码", "task", TASK),
        day("原期限", "old_due"),
        day("新期限", "new_due", required=True),
        text("原因", "reason", required=True),
        text("批准人", "approver"),
        day("日期", "day"),
    ),
)
APPEALS = Sheet(
    title="申诉",
    table="appeal",
    key=("number",),
    fields=(
        code("编号", "number"),
        ref("部门编码", "department", DEPARTMENT),
        Field(header="对象", name="subject", kind=Kind.CODE),
        text("诉求", "claim", required=True),
        choice("处理结果", "result", {result: result for result in names.APPEAL_RESULTS}),
        text("处理依据", "basis"),
        day("提出日期", "raised"),
        day("处理日期", "decided"),
    ),
)
EVIDENCE = Sheet(
    title="佐证",
    table="evidence",
    comes_in=False,
    fields=(
        Field(header="对象", name="subject", kind=Kind.CODE),
        text("文件", "file", required=True),
        text("摘要", "digest", required=True),
        text("说明", "note"),
    ),
)
