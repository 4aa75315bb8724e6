"""The sheets of the scheme: who is assessed, by what, with which consequences."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from kpi_desktop.assessment import names
from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.settings import ECONOMIC_SCORE, SETTINGS, SettingDefinition, Settings
from kpi_desktop.assessment.text import half_width
from kpi_desktop.exchange.fields import Field, Kind, Reference, Sheet

FIRST_YEAR, LAST_YEAR = 1900, 2999
LIST_SIGNS = "、,，"
PARAMETER_SIGNS = LIST_SIGNS + ";；:：=＝"
ONE = Decimal(1)
RATES = ("增幅", "占比")
"""取值 under which targets are rates, not amounts in the indicator's unit."""

DEPARTMENT = Reference("department")
GROUP = Reference("group_")
SCORED = Reference("category", kinds=("scored",))


def with_narrow_colon(text: str) -> str:
    """`等次:不合格` for a text that was typed with a full-width colon or spaces around it."""
    head, sign, rest = text.replace("：", ":").partition(":")
    return f"{head.strip()}:{rest.strip()}" if sign else text


def with_list_marks(text: str) -> str:
    """`甲、乙` for a list that was typed with commas."""
    return "、".join(part for part in (part.strip() for part in re.split("[、,，]", text)) if part)


def code(header: str = "编码", name: str = "code", forbidden: str = "", reserved: tuple[str, ...] = ()) -> Field:
    """The column that holds a row's own code."""
    return Field(header=header, name=name, kind=Kind.CODE, required=True, forbidden=forbidden, reserved=reserved)


def ref(header: str, name: str, refers: Reference, required: bool = True) -> Field:
    """A column that names a row of another sheet."""
    kind = Kind.NAME if refers.table in ("group_", "category", "rater_class") else Kind.CODE
    return Field(header=header, name=name, kind=kind, required=required, refers=refers)


def text(header: str, name: str, required: bool = False) -> Field:
    """A column of free text."""
    return Field(header=header, name=name, kind=Kind.TEXT, required=required)


def points(header: str, name: str, required: bool = True) -> Field:
    """A column of points, at the year's decimals."""
    return Field(header=header, name=name, kind=Kind.NUMBER, required=required, low=0, decimals=True)


def measured(header: str, name: str, required: bool = False) -> Field:
    """A column of figures in the indicator's unit."""
    return Field(header=header, name=name, kind=Kind.NUMBER, required=required, in_unit=True)


def amount(header: str, name: str, required: bool = False) -> Field:
    """A column of figures that are 0 or more."""
    return Field(header=header, name=name, kind=Kind.NUMBER, required=required, low=0)


def flag(header: str, name: str, blank: bool) -> Field:
    """A column of 是 and 否."""
    return Field(header=header, name=name, kind=Kind.FLAG, blank=blank)


def choice(
    header: str, name: str, choices: Mapping[str, str], blank: str | None = None, required: bool = False
) -> Field:
    """A column of one of some names, stored as codes."""
    return Field(header=header, name=name, kind=Kind.CHOICE, required=required, blank=blank, choices=choices)


def day(header: str, name: str, required: bool = False) -> Field:
    """A column of dates."""
    return Field(header=header, name=name, kind=Kind.DATE, required=required)


def _setting(definition: SettingDefinition) -> Field:
    """How the value of one parameter is read; a blank stands for its default."""
    blank = getattr(Settings(year=FIRST_YEAR), definition.field)
    base = Field(header=definition.name, name=definition.field, kind=Kind.NAME, blank=blank)
    match definition.kind:
        case "year":
            return replace(base, kind=Kind.INTEGER, required=True, blank=None, low=FIRST_YEAR, high=LAST_YEAR)
        case "decimals":
            return replace(base, kind=Kind.INTEGER, low=0, high=4)
        case "flag":
            return replace(base, kind=Kind.FLAG)
        case "choice":
            return replace(base, kind=Kind.CHOICE, choices={each: each for each in definition.choices})
        case "points":
            return replace(base, kind=Kind.NUMBER, low=0, decimals=True)
        case "share":
            return replace(base, kind=Kind.SHARE, low=0)
        case "payout_unit":
            return replace(base, kind=Kind.NUMBER, among=tuple(Decimal(each) for each in definition.choices))
        case "tie_break":
            return replace(base, kind=Kind.CODES)
        case _:
            return base


SETTING_FIELDS: dict[str, Field] = {definition.name: _setting(definition) for definition in SETTINGS}
"""The parameters of a year by their Chinese names."""

SETTINGS_SHEET = Sheet(
    title="参数",
    table="setting",
    key=("name",),
    fields=(
        choice("名称", "name", {name: name for name in SETTING_FIELDS}, required=True),
        Field(header="值", name="value", kind=Kind.SETTING, required=True),
    ),
)
DEPARTMENTS = Sheet(
    title="部门",
    table="department",
    key=("code",),
    fields=(
        code(forbidden=LIST_SIGNS, reserved=(WHOLE_ZONE,)),
        text("名称", "name", required=True),
        text("类型", "kind"),
        ref("分组", "group", GROUP, required=False),
        flag("参评", "takes_part", True),
        amount("人数", "headcount", required=True),
        amount("折算人数", "payout_headcount"),
        text("负责人", "head"),
        text("分管领导", "leader"),
    ),
)
GROUPS = Sheet(
    title="分组",
    table="group_",
    key=("name",),
    fields=(
        Field(
            header="分组",
            name="name",
            kind=Kind.NAME,
            required=True,
            forbidden=LIST_SIGNS,
            reserved=(names.SCOPE_ALL, names.SCOPE_GENERAL),
        ),
        flag("单独考核", "separate", False),
        text("说明", "note"),
    ),
)
CATEGORIES = Sheet(
    title="类别",
    table="category",
    key=("name",),
    fields=(
        Field(
            header="类别",
            name="name",
            kind=Kind.NAME,
            required=True,
            forbidden=LIST_SIGNS,
            reserved=(ECONOMIC_SCORE,),
        ),
        choice("性质", "kind", names.CATEGORY_KINDS, required=True),
        flag("经济", "economic", False),
        points("上限", "cap", required=False),
    ),
)
WEIGHTS = Sheet(
    title="权重",
    table="weight",
    key=("group", "category"),
    fields=(ref("分组", "group", GROUP), ref("类别", "category", SCORED), points("分值", "points")),
)
INDICATORS = Sheet(
    title="指标",
    table="indicator",
    key=("code",),
    fields=(
        code(forbidden=PARAMETER_SIGNS),
        text("名称", "name", required=True),
        ref("类别", "category", SCORED),
        Field(header="单位", name="unit", kind=Kind.NAME, tidy=half_width),
        choice("计分办法", "rule", names.RULE_NAMES, required=True),
        Field(header="参数", name="params", kind=Kind.TEXT, blank=""),
        choice("累计方式", "accumulation", names.ACCUMULATIONS, "cumulative"),
        choice("报送周期", "cadence", names.INDICATOR_CADENCES, "month"),
        Field(header="数据来源", name="source", kind=Kind.TEXT),
        flag("重点", "key", False),
    ),
)
TARGETS = Sheet(
    title="责任分解",
    table="target",
    key=("indicator", "department"),
    fields=(
        ref("指标编码", "indicator", Reference("indicator")),
        ref("部门编码", "department", DEPARTMENT),
        points("分值", "points"),
        measured("确保目标", "base"),
        measured("力争目标", "stretch"),
        measured("上年实绩", "prior"),
        Field(header="系数", name="multiplier", kind=Kind.NUMBER, blank=ONE, low=0),
        measured("一季度目标", "q1"),
        measured("半年目标", "half"),
        measured("三季度目标", "q3"),
    ),
)
RATER_CLASSES = Sheet(
    title="评委类别",
    table="rater_class",
    key=("name",),
    fields=(
        Field(header="类别", name="name", kind=Kind.NAME, required=True),
        Field(header="权重", name="weight", kind=Kind.NUMBER, required=True, low=0, above_low=True),
    ),
)
BANDS = Sheet(
    title="等次",
    table="grade_band",
    key=("name", "group"),
    fields=(
        Field(header="等次", name="name", kind=Kind.NAME, required=True, forbidden=";；", reserved=(names.ONE_LOWER,)),
        ref("分组", "group", GROUP, required=False),
        amount("最低分", "minimum", required=True),
        Field(header="比例上限", name="room_share", kind=Kind.SHARE, low=0, high=1),
        Field(header="名额", name="room", kind=Kind.INTEGER, low=0),
        amount("系数", "coefficient", required=True),
    ),
)
AWARDS = Sheet(
    title="奖惩",
    table="award_rule",
    key=("name",),
    fields=(
        Field(header="名称", name="name", kind=Kind.NAME, required=True),
        choice("办法", "method", names.AWARD_METHODS, required=True),
        Field(header="范围", name="scope", kind=Kind.NAME, blank=names.SCOPE_ALL, tidy=with_list_marks),
        Field(header="参数", name="params", kind=Kind.TEXT, blank=""),
    ),
)
CONSEQUENCES = Sheet(
    title="后果",
    table="consequence",
    key=("trigger", "content"),
    fields=(
        Field(header="触发", name="trigger", kind=Kind.NAME, required=True, tidy=with_narrow_colon),
        Field(header="内容", name="content", kind=Kind.NAME, required=True),
    ),
)
