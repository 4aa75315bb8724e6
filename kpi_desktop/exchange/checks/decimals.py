"""Whether points have no more decimals than the year."""

from kpi_desktop.assessment.exact import Exact, ratio
from kpi_desktop.exchange.columns import SHEETS
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.draft import Draft, Entry, Report


def check(draft: Draft, report: Report) -> None:
    """Points, caps, entries and the deductions of the settings. A default that was never entered is not judged."""
    decimals = draft.setting("分数小数位")
    setting = draft.find("setting", "分数小数位")
    if setting and not setting.reads("value"):
        return
    for sheet in SHEETS:
        for column in sheet.fields:
            if column.decimals:
                for entry in draft.all(sheet.table, column.name):
                    _check_cell(report, entry, column.name, decimals, setting)
    for name, column in SETTING_FIELDS.items():
        found = draft.find("setting", name)
        if column.decimals and found and found.reads("value") and (found.from_workbook or found.id is not None):
            _check_cell(report, found, "value", decimals, setting)


def exceeds(value: Exact, decimals: int) -> bool:
    """Whether `value` has more than `decimals` decimals."""
    numerator, denominator = ratio(value)
    return bool(numerator * 10**decimals % denominator)


def _check_cell(report: Report, entry: Entry, name: str, decimals: int, setting: Entry | None) -> None:
    value = entry[name]
    if value is None or not exceeds(value, decimals):
        return
    if entry.from_workbook:
        report.bad(entry, name, "小数位太多", f"本年度分数保留 {decimals} 位小数")
    else:
        report.blame((setting, "value"), wrong=f"太少:“{entry.sheet.title}”表里已有小数位更多的分数", right="请改大")
