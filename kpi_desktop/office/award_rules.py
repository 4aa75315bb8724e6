"""The rules of rewards and penalties: saved, dropped, moved in their order. Each checks what it writes."""

from kpi_desktop.assessment.award_forms import award_problem
from kpi_desktop.assessment.facts import AwardRule
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import Row, YearEdit, editing

TABLE = "award_rule"


def save_rule(book: Book, year: int, rule: AwardRule, replaces: str | None = None) -> Changes:
    """保存奖惩办法: write `rule` in place of the one named `replaces`, or at the end of the scheme.

    Refusal when it cannot stand in the scheme, when its name is taken, or when the other is gone.
    """
    with editing(book, year, f"修改奖惩办法“{replaces}”" if replaces else f"新增奖惩办法“{rule.name}”") as edit:
        problem = award_problem(edit.facts(), rule)
        if problem:
            raise Refusal(f"“{rule.name or '新办法'}”不能保存：{problem}。", "请改正后再保存。")
        if rule.name != replaces and edit.find(TABLE, name=rule.name):
            raise Refusal(f"已有名为“{rule.name}”的办法。", "请换一个名称。")
        values = {"name": rule.name, "method": rule.method, "scope": rule.scope, "params": rule.params}
        if replaces is None:
            edit.insert(TABLE, values)
        else:
            edit.update(TABLE, _row(edit, replaces), **values)
    return edit.changes


def drop_rule(book: Book, year: int, name: str) -> Changes:
    """删除奖惩办法. Refusal when there is none of that name."""
    with editing(book, year, f"删除奖惩办法“{name}”") as edit:
        edit.delete(TABLE, _row(edit, name))
    return edit.changes


def move_rule(book: Book, year: int, name: str, by: int) -> Changes:
    """调整奖惩办法的顺序: move a rule `by` places down (negative: up), no further than the ends.

    The order counts where penalties are cut to the rewards. Refusal when there is none of that name.
    """
    with editing(book, year, f"调整奖惩办法“{name}”的顺序") as edit:
        row = _row(edit, name)
        rows = edit.rows(TABLE)
        rest = [each for each in rows if each["id"] != row["id"]]
        at = min(max([each["id"] for each in rows].index(row["id"]) + by, 0), len(rest))
        places = sorted(each["place"] for each in rows)
        for place, each in zip(places, [*rest[:at], row, *rest[at:]], strict=True):
            edit.update(TABLE, each, place=place)
    return edit.changes


def _row(edit: YearEdit, name: str) -> Row:
    found = edit.find(TABLE, name=name)
    if found is None:
        raise Refusal(f"没有名为“{name}”的办法。", "可能刚被删除，请刷新后再看。")
    return found
