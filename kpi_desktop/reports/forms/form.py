"""The table of the printed forms. A new form is a module beside this one, a template of its name, and an entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType

from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import Document

Data = dict[str, object]
OPTIONS = ("department", "group", "month", "day", "subject")
FORMATS = ("pdf", "docx", "xlsx")
ALWAYS = ("draft", "running", "assessing", "review", "final")
RUNNING = ("running", "assessing", "review", "final")
ASSESSING, REVIEWING = ("assessing", "review", "final"), ("review", "final")


@dataclass(frozen=True, slots=True)
class Choice:
    """What one print is about, as far as the form's options ask; what is None is the form's own default.

    `department` and `group` by code and name, `month` 1-12, `day` to judge on, `subject` the code of what else it is
    about: a task, a directive's place in its sheet, a rater class, an appeal's number.
    """

    department: str | None = None
    group: str | None = None
    month: int | None = None
    day: date | None = None
    subject: str | None = None

    @classmethod
    def of(cls, given: "Choice | str | None") -> "Choice":
        """A choice as it is; the code of a department as the choice of it; None as no choice."""
        return given if isinstance(given, Choice) else cls(department=given)


NOTHING = Choice()
"""No choice: every option is at its default."""


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form.

    `mark` stands in its number. `used_in`: the states of the year in which it is used. `options`: which of OPTIONS it
    takes. `states_results`: it carries 过程稿 before 定稿. Module and template are both named `code`: `data` of the
    module gives what the template prints, `outline` the same as blocks for Word and Excel, and where the form has the
    option subject, `subjects` lists what it can be about; `labels` may give each a short name for its file, `owners`
    the department that each is for.
    """

    code: str
    name: str
    mark: str
    purpose: str
    used_in: tuple[str, ...]
    paper: str
    options: tuple[str, ...] = ()
    states_results: bool = True
    formats: tuple[str, ...] = FORMATS

    @property
    def per_department(self) -> bool:
        """Whether it is made for one department at a time."""
        return "department" in self.options

    @property
    def per_subject(self) -> bool:
        """Whether it is made for one subject (a task, a directive …) at a time."""
        return "subject" in self.options

    def data(self, context: ReportContext, choice: Choice | str | None = None) -> Data:
        """What its template prints. KeyError where it is per department and that one is not assessed."""
        build: Callable[[ReportContext, Choice], Data] = self._module().data
        return context.templates.data(self.code, build(context, Choice.of(choice)))

    def outline(self, context: ReportContext, choice: Choice | str | None = None) -> Document:
        """The same figures as blocks, for Word and Excel."""
        build: Callable[[ReportContext, Choice], Document] = self._module().outline
        made = build(context, Choice.of(choice))
        return context.templates.document(self.code, made, context.office)

    def subjects(self, context: ReportContext) -> list[tuple[str, str]]:
        """(code, words) of everything the form can be about; empty for a form without that option."""
        build: Callable[[ReportContext], list[tuple[str, str]]] = getattr(self._module(), "subjects", lambda _: [])
        return build(context)

    def labels(self, context: ReportContext) -> Mapping[str, str]:
        """Short names of its subjects by code, for the names of files; empty where the codes are names enough."""
        build: Callable[[ReportContext], Mapping[str, str]] = getattr(self._module(), "labels", lambda _: {})
        return build(context)

    def owners(self, context: ReportContext) -> Mapping[str, str] | None:
        """The department that each subject is for, by code; None where its subjects are nobody's."""
        build: Callable[[ReportContext], Mapping[str, str] | None] = getattr(self._module(), "owners", lambda _: None)
        return build(context)

    def _module(self) -> ModuleType:
        return import_module(f"kpi_desktop.reports.forms.{self.code}")


_ALL = (
    Form(
        "breakdown",
        "目标任务分解表",
        "分",
        "逐部门列明指标的确保、力争目标和任务的标准、期限、节点",
        ALWAYS,
        "A4横",
        states_results=False,
    ),
    Form(
        "pledge",
        "目标责任书",
        "责",
        "一部门一份，全年指标、任务和共同条款，双方签字盖章",
        ALWAYS,
        "A4竖",
        options=("department",),
        states_results=False,
    ),
    Form(
        "ledger",
        "督查台账",
        "台",
        "全部督查事项：亮灯、进度、问题和下步措施",
        RUNNING,
        "A4横",
        options=("day",),
        states_results=False,
    ),
    Form(
        "directive",
        "督办单",
        "督",
        "一事一单，蓝黄红三级，编号、限期、回执",
        RUNNING,
        "A4竖",
        options=("subject",),
        states_results=False,
    ),
    Form(
        "approval",
        "销号（延期、暂缓、终止）审批表",
        "批",
        "一事一表：申请、完成情况、佐证、意见和签字",
        RUNNING,
        "A4竖",
        options=("subject",),
        states_results=False,
    ),
    Form(
        "bulletin",
        "督查通报",
        "通",
        "当月各部门亮灯、逾期事项、发牌情况和改进",
        RUNNING,
        "A4竖",
        options=("month",),
        states_results=False,
    ),
    Form(
        "monthly",
        "主要经济指标一览表",
        "月",
        "当月重点指标：累计、进度、同比、位次、责任部门，一页看全",
        RUNNING,
        "A4横",
        options=("month",),
        states_results=False,
    ),
    Form(
        "special",
        "经济运行专报",
        "专",
        "经济指标对进度、分析、对策和图表",
        RUNNING,
        "A4竖",
        options=("month",),
        states_results=False,
    ),
    Form(
        "wallchart",
        "项目投资作战图",
        "图",
        "重点项目按阶段排布，四率",
        RUNNING,
        "A3横",
        options=("day",),
        states_results=False,
    ),
    Form(
        "carryover",
        "结转事项清单",
        "转",
        "未办结事项：原年度、原期限、结转次数、新期限",
        RUNNING,
        "A4横",
        states_results=False,
    ),
    Form(
        "blanks",
        "年终对表检查表",
        "空",
        "逐部门列明每一处空白或说明",
        ASSESSING,
        "A4横",
        options=("day",),
        states_results=False,
    ),
    Form(
        "ballot",
        "评议票",
        "票",
        "按评委类别印制的空白票，发下去就能填",
        ASSESSING,
        "A4竖",
        options=("subject",),
        states_results=False,
    ),
    Form(
        "panel",
        "评议汇总表",
        "评",
        "分类别汇总：票数、去极值、均值、结果",
        ASSESSING,
        "A4横",
    ),
    Form(
        "adjustments",
        "加减分认定表",
        "加",
        "每一笔加分、扣分、否决的事由和依据，督办扣分和限额",
        ASSESSING,
        "A4横",
    ),
    Form(
        "sheet",
        "部门考核计分表",
        "计",
        "一部门一表，逐项列明满分、目标、实绩、计分过程和得分，双方签字",
        ASSESSING,
        "A4横",
        options=("department",),
    ),
    Form(
        "ranking",
        "考核结果汇总表",
        "汇",
        "按组排名，列各类别得分、加减分、总分和等次",
        ASSESSING,
        "A4竖",
    ),
    Form(
        "economic", "经济指标单独考核表", "经", "单独考核组：贡献份额与得分并列", ASSESSING, "A4横", options=("group",)
    ),
    Form(
        "notice",
        "考核结果告知书",
        "告",
        "一部门一份：结果、失分和原因、申诉办法和期限、回执",
        REVIEWING,
        "A4竖",
        options=("department",),
    ),
    Form(
        "appeal",
        "申诉复核表",
        "诉",
        "一件申诉：诉求、核查、结论、影响、签字",
        REVIEWING,
        "A4竖",
        options=("subject",),
        states_results=False,
    ),
    Form(
        "publicity",
        "考核结果公示",
        "示",
        "名单、等次（总分可选）、公示期和联系方式",
        REVIEWING,
        "A4竖",
        options=("subject",),
    ),
    Form(
        "awards",
        "奖惩兑现汇总表",
        "奖",
        "各奖惩办法按部门的金额，奖励、扣罚、净额和合计，附大写，签字兑现",
        REVIEWING,
        "A4横，金额大时A3横",
    ),
    Form(
        "annual",
        "年度考核报告",
        "报",
        "全年考核情况：办法、结果、经济指标图表、督查结转、奖惩，附全部计分表",
        REVIEWING,
        "A4竖",
    ),
)
FORMS: Mapping[str, Form] = MappingProxyType(
    {form.code: form for form in _ALL if (Path(__file__).parent / f"{form.code}.py").exists()}
)
"""The forms by code, in the order of their use."""
