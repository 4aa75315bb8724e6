"""The table of the printed forms. A new form is a module beside this one, a template of its name, and an entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from kpi_desktop.reports.context import ReportContext

Data = dict[str, object]
OPTIONS = ("department", "group", "month", "day")
ASSESSING, REVIEWING = ("assessing", "review", "final"), ("review", "final")


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form.

    `mark` stands in its number. `used_in`: the states of the year in which it is used. `options`: which of OPTIONS it
    takes. `states_results`: it carries 过程稿 before 定稿. Its data comes from `data` of the module, its page from the
    template, both named `code`.
    """

    code: str
    name: str
    mark: str
    purpose: str
    used_in: tuple[str, ...]
    paper: str
    options: tuple[str, ...] = ()
    states_results: bool = True
    formats: tuple[str, ...] = ("pdf",)

    @property
    def per_department(self) -> bool:
        """Whether it is made for one department at a time."""
        return "department" in self.options

    def data(self, context: ReportContext, department: str | None = None) -> Data:
        """What its template prints. KeyError where it is per department and that one is not assessed."""
        module = import_module(f"kpi_desktop.reports.forms.{self.code}")
        build: Callable[[ReportContext, str | None], Data] = module.data
        return build(context, department)


_ALL = (
    Form(
        "sheet",
        "部门考核计分表",
        "计",
        "一部门一表，逐项列明满分、目标、实绩、计分过程和得分，双方签字",
        ASSESSING,
        "A4横",
        options=("department",),
    ),
    Form("ranking", "考核结果汇总表", "汇", "按组排名，列各类别得分、加减分、总分和等次", ASSESSING, "A4竖"),
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
FORMS: Mapping[str, Form] = MappingProxyType({form.code: form for form in _ALL})
"""The forms by code, in the order of their use."""
