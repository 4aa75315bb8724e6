"""The settings of a year (参数): one table that import, export, the book and the settings page all read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kpi_desktop.assessment.exact import Exact

ECONOMIC_SCORE = "经济得分"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """参数 of one year; defaults as in the workbook's sheet. Shares are ratios (0.8 is 80 %), deductions are points."""

    year: int
    unit_name: str | None = None
    decimals: int = 2
    scaled: bool = True
    missing_category: str = "缺口"
    veto_grade: str | None = None
    room_rounding: str = "舍"
    room_at_least_one: bool = True
    tie_break: tuple[str, ...] = (ECONOMIC_SCORE,)
    directive_category: str | None = None
    blue_deduction: Exact = Decimal(0)
    yellow_deduction: Exact = Decimal("0.5")
    red_deduction: Exact = Decimal(1)
    highest_only: bool = False
    partner_deduction: Exact = Decimal(0)
    partner_points: Exact = Decimal(0)
    late_share: Exact = Decimal("0.8")
    yellow_line: Exact = Decimal("0.05")
    red_line: Exact = Decimal("0.15")
    payout_unit: Exact = Decimal(1)
    pass_line: Exact = Decimal(60)
    penalties_within_rewards: bool = False


class SettingDefinition(NamedTuple):
    """One row of the 参数 sheet.

    `kind`: year, text, decimals (0-4), flag (是/否), choice (one of `choices`), grade, tie_break, deduction_category,
    points (0 or more, at the year's decimals), share (0 or more), payout_unit.
    """

    name: str
    field: str
    kind: str
    choices: tuple[str, ...] = ()


SETTINGS: tuple[SettingDefinition, ...] = (
    SettingDefinition("年度", "year", "year"),
    SettingDefinition("单位名称", "unit_name", "text"),
    SettingDefinition("分数小数位", "decimals", "decimals"),
    SettingDefinition("折算", "scaled", "flag"),
    SettingDefinition("缺项", "missing_category", "choice", ("缺口", "折算")),
    SettingDefinition("否决等次", "veto_grade", "grade"),
    SettingDefinition("名额取整", "room_rounding", "choice", ("舍", "四舍五入")),
    SettingDefinition("名额至少一", "room_at_least_one", "flag"),
    SettingDefinition("同分比较", "tie_break", "tie_break"),
    SettingDefinition("督查扣分类别", "directive_category", "deduction_category"),
    SettingDefinition("蓝单扣分", "blue_deduction", "points"),
    SettingDefinition("黄单扣分", "yellow_deduction", "points"),
    SettingDefinition("红单扣分", "red_deduction", "points"),
    SettingDefinition("督查扣分就高", "highest_only", "flag"),
    SettingDefinition("协办扣分比例", "partner_deduction", "share"),
    SettingDefinition("协办分值比例", "partner_points", "share"),
    SettingDefinition("迟延得分率", "late_share", "share"),
    SettingDefinition("进度黄线", "yellow_line", "share"),
    SettingDefinition("进度红线", "red_line", "share"),
    SettingDefinition("兑现单位", "payout_unit", "payout_unit", ("1", "100", "0.01")),
    SettingDefinition("及格线", "pass_line", "points"),
    SettingDefinition("扣罚以奖励为限", "penalties_within_rewards", "flag"),
)
