"""从去年套 and 新建年度: the scheme of one year laid over another, row by row, in one operation; what differs first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.scheme_check import objections
from kpi_desktop.assessment.settings import SETTINGS, Settings
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.settings import write_setting
from kpi_desktop.office.carrying import open_next_year
from kpi_desktop.office.edit import Row, YearEdit, YearRows, editing, looking

NEW, CHANGED, GONE = "new", "changed", "gone"
KEYS: Mapping[str, tuple[str, ...]] = {
    "setting": ("name",),
    "group_": ("name",),
    "category": ("name",),
    "weight": ("group", "category"),
    "indicator": ("code",),
    "rater_class": ("name",),
    "grade_band": ("name", "group"),
    "award_rule": ("name",),
    "consequence": ("trigger", "content"),
}
"""The tables of a scheme with the columns that tell their rows apart, in the order in which they are looked at."""
WHOLE_TABLES = ("grade_band", "award_rule", "consequence")
"""What is exchanged whole: rows that the other year does not have go. Elsewhere things may hang on them: they stay."""
OWN_SETTINGS = ("年度", "单位名称")
"""What belongs to the year itself and is not copied."""
_NOT_COMPARED = ("id", "edition_id", "place")


class Difference(NamedTuple):
    """A row that the copy would add, change or remove; `before` and `after` hold the columns that differ.

    For a new row `before` is empty, for one that goes `after` is.
    """

    table: str
    state: str
    key: tuple[Any, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SchemeComparison:
    """How the scheme of `year` differs from that of `other`, table by table; `same` counts the rows that are alike."""

    year: int
    other: int
    differences: tuple[Difference, ...]
    same: int

    def count(self, state: str) -> int:
        """How many rows are in that state."""
        return sum(each.state == state for each in self.differences)


def compare(book: Book, year: int, other: int) -> SchemeComparison:
    """What copying the scheme of `other` into `year` would do. Refusal when the book lacks one of them."""
    with looking(book, other) as theirs:
        wanted = _rows(theirs)
    with looking(book, year) as own:
        return _compared(own, wanted, other)


def copy_scheme(book: Book, year: int, other: int) -> Changes:
    """从去年套: give `year` the scheme of `other`, in one operation; nothing is written where nothing differs.

    Groups, categories, indicators and rater classes that only `year` has stay, and so do their points; targets and
    figures are not touched. Refusal when the year is 定稿 or either is not there, and when what came of it could not
    stand.
    """
    with looking(book, other) as theirs:
        wanted = _rows(theirs)
    with editing(book, year, f"从 {other} 年套考核方案") as edit:
        before = edit.facts()
        rows = {table: {_key(table, row): row for row in edit.rows(table)} for table in KEYS}
        for difference in _compared(edit, wanted, other).differences:
            _write(edit, difference, rows[difference.table].get(difference.key))
        _refuse_what_cannot_stand(before, edit.facts())
    return edit.changes


def open_year_like(book: Book, other: int) -> Changes:
    """新建年度: open the year after `other` with its departments and its scheme, without targets, tasks and figures.

    Refusal when the book has that year already.
    """
    with book.operation(f"新建 {other + 1} 年度（沿用 {other} 年的部门和方案）") as operation:
        open_next_year(operation, book_facts.load(operation.connection, other))
    return operation.changes


def _rows(found: YearRows) -> dict[str, list[Row]]:
    return {table: found.rows(table) for table in KEYS}


def _key(table: str, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEYS[table])


def _compared(own: YearRows, wanted: Mapping[str, Sequence[Row]], other: int) -> SchemeComparison:
    found: list[Difference] = []
    same = 0
    for table in KEYS:
        mine, theirs = (
            {_key(table, row): row for row in _complete(table, rows) if not _is_own(table, row)}
            for rows in (own.rows(table), wanted[table])
        )
        differing = list(_differences(table, mine, theirs))
        found += differing
        same += len(theirs) - sum(each.state != GONE for each in differing)
    return SchemeComparison(own.edition.year, other, tuple(found), same)


def _complete(table: str, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; of 参数 every one, those that are not written down with their defaults."""
    if table != "setting":
        return rows
    texts = {row["name"]: row["value"] for row in rows}
    usual = Settings(year=0)
    return [
        {"name": each.name, "value": texts.get(each.name) or write_setting(each, getattr(usual, each.field))}
        for each in SETTINGS
    ]


def _differences(
    table: str, mine: Mapping[tuple[Any, ...], Row], theirs: Mapping[tuple[Any, ...], Row]
) -> Iterator[Difference]:
    for key, row in theirs.items():
        then = _columns(row)
        now = _columns(mine[key]) if key in mine else {}
        names = [name for name in then if key not in mine or not _alike(now[name], then[name])]
        if names:
            state = CHANGED if key in mine else NEW
            before = {name: now[name] for name in names if name in now}
            yield Difference(table, state, key, before, {name: then[name] for name in names})
    for key, row in mine.items():
        if key not in theirs and _goes(table, row, theirs):
            yield Difference(table, GONE, key, _columns(row), {})


def _goes(table: str, row: Row, theirs: Mapping[tuple[Any, ...], Row]) -> bool:
    """Whether a row that the other year lacks goes: of points, those of a group that the other year had."""
    if table == "weight":
        return row["group"] in {group for group, _ in theirs}
    return table in WHOLE_TABLES


def _columns(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _NOT_COMPARED}


def _is_own(table: str, row: Row) -> bool:
    return table == "setting" and row["name"] in OWN_SETTINGS


def _alike(now: Any, then: Any) -> bool:
    if isinstance(now, bool) or isinstance(then, bool) or isinstance(now, str) or isinstance(then, str):
        return bool(now == then)
    if now is None or then is None:
        return now is then
    return Fraction(now) == Fraction(then)


def _write(edit: YearEdit, difference: Difference, row: Row | None) -> None:
    if row is None:
        key = dict(zip(KEYS[difference.table], difference.key, strict=True))
        edit.insert(difference.table, {**key, **difference.after})
    elif difference.state == GONE:
        edit.delete(difference.table, row)
    else:
        edit.update(difference.table, row, **difference.after)


def _refuse_what_cannot_stand(before: Facts, after: Facts) -> None:
    """Refusal where what this year has already cannot hang on the scheme that would come of it."""
    known = set(objections(before))
    found = [each for each in objections(after) if each not in known and "合计" not in each]
    found += [*_wrong_categories(after), *_wrong_grades(after), *_wrong_figures(after)]
    if found:
        raise Refusal(f"没有套用：{'；'.join(found)}。", "请先改好这几处，或只改需要的部分。")


def _wrong_categories(facts: Facts) -> Iterator[str]:
    kinds = {each.name: each.kind for each in facts.categories}
    for indicator in facts.indicators:
        if kinds.get(indicator.category) != "scored":
            yield f"指标 {indicator.code} 的类别“{indicator.category}”不再是计分类别"
    for task in facts.tasks:
        if kinds.get(task.category) != "scored":
            yield f"任务 {task.code} 的类别“{task.category}”不再是计分类别"
    for entry in facts.adjustments:
        if kinds.get(entry.category) == "scored":
            yield f"加减分用到的类别“{entry.category}”成了计分类别"


def _wrong_grades(facts: Facts) -> Iterator[str]:
    groups = {each.code: each.group for each in facts.departments}
    for decision in facts.decisions:
        group = groups.get(decision.department)
        own = {band.name for band in facts.bands if band.group == group}
        if decision.grade not in (own or {band.name for band in facts.bands if band.group is None}):
            yield f"{decision.department} 已认定的等次“{decision.grade}”不在新的等次里"


def _wrong_figures(facts: Facts) -> Iterator[str]:
    """Points with more decimals than the year would have, and figures of indicators that would no longer take any."""
    scale = 10**facts.settings.decimals
    laid = {*(each.points for each in facts.targets), *(each.points for each in facts.tasks)}
    for points in sorted(laid):
        if (Fraction(points) * scale).denominator != 1:
            yield f"已有的分值 {points} 的小数多于 {facts.settings.decimals} 位"
    entered = {actual.indicator for actual in facts.actuals}
    for indicator in facts.indicators:
        fetched = (indicator.source or "").startswith(("指标:", "项目:"))
        if indicator.code in entered and (fetched or indicator.rule.code == "panel"):
            yield f"指标 {indicator.code} 已有实绩，不能改为取自别处或评议"
    for rating in facts.ratings:
        if next(each.rule.code for each in facts.indicators if each.code == rating.indicator) != "panel":
            yield f"指标 {rating.indicator} 已有评议，不能改为别的计分办法"
            return
