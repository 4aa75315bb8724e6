"""Adjustments and grade decisions."""

from kpi_desktop.assessment import names
from kpi_desktop.exchange.draft import Draft, Entry, Report


class Grades:
    """The grades of each group: its own bands, or those of all groups where it has none."""

    def __init__(self, draft: Draft) -> None:
        """From the bands of the year as it would stand."""
        self._draft = draft
        self._bands = [band for band in draft.entries["grade_band"] if band["name"] is not None]

    def bands(self, group: str) -> list[Entry]:
        """The bands that count for a group; one whose group is in doubt counts for every group."""
        own = [band for band in self._bands if band.reads("group") and band["group"] == group]
        general = [band for band in self._bands if band.reads("group") and band["group"] is None]
        return (own or general) + [band for band in self._bands if not band.reads("group")]

    def check(self, report: Report, entry: Entry, name: str, also: tuple[str, ...] = ()) -> None:
        """Report a grade, in column `name` of a department's row, that its group has no band of."""
        department = self._draft.find("department", entry["department"])
        if entry[name] is None or entry[name] in also or self._draft.in_doubt("grade_band", entry[name]):
            return
        if not department or not department.reads("group"):
            return
        bands = self.bands(department["group"])
        grades = list(dict.fromkeys(band["name"] for band in bands))
        if entry[name] not in grades:
            right = f"应为 {'、'.join((*grades, *also))} 之一" if grades else "请先在“等次”表登记"
            wrong = f"不是分组“{department['group']}”的等次"
            if not entry.from_workbook:
                wrong = f"不成:“{entry.sheet.title}”表里部门“{entry['department']}”用的是等次“{entry[name]}”"
            report.blame(
                (entry, name), (department, "group"), *((band, "group") for band in bands), wrong=wrong, right=right
            )


def check(draft: Draft, report: Report) -> None:
    """Points and treatment by the kind of category; grades by the department's group."""
    grades = Grades(draft)
    for adjustment in draft.all("adjustment", "category"):
        category = draft.find("category", adjustment["category"])
        if category and category.reads("kind"):
            _check_adjustment(report, adjustment, category)
    for adjustment in draft.all("adjustment", "department", "treatment"):
        grades.check(report, adjustment, "treatment", also=(names.ONE_LOWER,))
    for decision in draft.all("grade_decision", "department", "grade"):
        grades.check(report, decision, "grade")


def _check_adjustment(report: Report, adjustment: Entry, category: Entry) -> None:
    points = adjustment["points"]
    if category["kind"] == "veto":
        if adjustment.reads("points") and points:
            report.blame((adjustment, "points"), (category, "kind"), wrong="否决不记分值", right="请清空或填 0")
        return
    if adjustment.reads("points") and not points:
        wrong = "不能空着" if points is None else "应大于 0"
        report.blame((adjustment, "points"), (category, "kind"), wrong=wrong, right="加分、扣分都填正数")
    for name in ("treatment", "stops_rewards"):
        only_veto = adjustment[name] is not None if adjustment.from_workbook else adjustment[name] not in (None, True)
        if adjustment.reads(name) and only_veto:
            report.blame((adjustment, name), (category, "kind"), wrong="只用于否决", right="请清空这一格")
