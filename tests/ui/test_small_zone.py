"""A small zone entered through the window alone scores as the same zone imported from a workbook, to the last digit."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from kpi_desktop import cli
from kpi_desktop.book.creation import create
from kpi_desktop.book.opening import open_book
from kpi_desktop.office.years import open_year
from tests.ui import small_zone as zone
from ui.app import application
from ui.frame.window import Window
from ui.grid.entry_model import NEW
from ui.look.theme import Appearance
from ui.pages.verdicts.lines import Ref

YEAR_END = date(zone.YEAR, 12, 31)


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[Window]:
    """The window on a book that has the year and nothing in it."""
    path = tmp_path / "小湖.kpi"
    create(path)
    book = open_book(path)
    open_year(book, zone.YEAR)
    book.close()
    shown = Window(Appearance(application()), path)
    shown.resize(1600, 900)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.desk is not None and "overview" in shown.pages, timeout=10_000)
    shown.desk.session.choose_day(YEAR_END)
    yield shown
    shown.close()


# --- what a person does


def visit(window, page: str, *goal: str):
    window.desk.visit((page, *goal))
    return window.pages[page]


def paste(grid, rows: Iterable[Sequence[str]], at: object = NEW, column: str = "") -> None:
    """Put a block on the clipboard as Excel does, and press Ctrl+V on a cell; by default below the last row."""
    QGuiApplication.clipboard().setText("".join("\t".join(row) + "\r\n" for row in rows))
    grid.go_to(at, column or next(each.name for each in grid.source.columns() if not each.locked))
    QTest.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.problems() == {}


def type_in(grid, ref: object, column: str, text: str) -> None:
    """Go to a cell and type over what stands there."""
    grid.go_to(ref, column)
    QTest.keyClicks(grid.view, text[0])
    if text[1:]:
        QTest.keyClicks(grid.editor, text[1:])
    QTest.keyClick(grid.editor, Qt.Key.Key_Return)
    assert grid.problems() == {}


def choose(segments, words: str) -> None:
    next(each for each in segments.findChildren(QAbstractButton) if each.text().startswith(words)).click()


def fill(form, **answers: str) -> None:
    for name, text in answers.items():
        form.put(name, text)
    form.submit()
    assert not any(problem.text() for problem in form.problems.values())


# --- the scheme


def enter_lists(window) -> None:
    page = visit(window, "scheme", "groups")
    groups, categories = (card.grid for card in page.groups.cards)
    paste(groups, zone.GROUPS.columns("分组", "单独考核", "说明"))
    paste(categories, zone.CATEGORIES.columns("类别", "性质", "经济", "上限"))
    page = visit(window, "scheme", "grades")
    paste(page.grades.grid, zone.BANDS.columns("等次", "", "最低分", "比例上限", "", "系数"))
    page = visit(window, "scheme", "raters")
    paste(page.raters.grid, zone.CLASSES.columns("类别", "权重"))


def enter_weights(window) -> None:
    page = visit(window, "scheme", "points")
    field = page.points.weights.field("甲组", "经济指标")
    points = [row[2] for row in zone.WEIGHTS.rows]
    QGuiApplication.clipboard().setText("\t".join(points[:3]) + "\r\n" + "\t".join(points[3:]) + "\r\n")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def enter_indicators(window) -> None:
    page = visit(window, "scheme", "points")
    names = (
        "编码",
        "名称",
        "单位",
        "计分办法",
        "",
        "",
        "",
        "",
        "累计方式",
        "报送周期",
        "数据来源",
        "重点",
        "类别",
        "参数",
    )
    paste(page.points.indicators.grid, zone.INDICATORS.columns(*names))


def enter_settings(window) -> None:
    page = visit(window, "scheme", "settings")
    for name, value in zone.SETTINGS.rows:
        edit = page.settings.rows[name].edit
        if isinstance(edit, QComboBox):
            edit.setCurrentIndex(edit.findData(value))
        else:
            edit.setFocus()
            edit.setText(value)
            QTest.keyClick(edit, Qt.Key.Key_Return)
        assert not page.settings.rows[name].problem.text()


def enter_departments(window) -> None:
    page = visit(window, "departments")
    paste(page.grid, zone.DEPARTMENTS.columns("编码", "名称", "类型", "分组", "参评", "人数"))


# --- what is laid on whom, and what became of it


def enter_laid(window) -> None:
    figures = ("指标编码", "", "", "分值", "系数", "", "确保目标", "力争目标", "上年实绩")
    quarters = ("一季度目标", "半年目标", "三季度目标")
    tasks = ("编码", "名称", "类别", "分值", "", "协办部门", "完成标准", "开始日期", "期限", "报送周期")
    for code, *_ in zone.DEPARTMENTS.rows:
        page = visit(window, "targets", "department", code)
        choose(page.laid.kinds, "指标")
        paste(page.laid.targets, zone.TARGETS.where("部门编码", code).columns(*figures, *quarters), column="indicator")
        choose(page.laid.kinds, "任务")
        paste(page.laid.tasks, zone.TASKS.where("牵头部门", code).columns(*tasks), column="code")
    for code in dict.fromkeys(row[0] for row in zone.MILESTONES.rows):
        page = visit(window, "targets", "task", code)
        rows = zone.MILESTONES.where("任务编码", code).columns("节点", "期限", "权重", "完成日期")
        paste(page.laid.milestones, rows)


def enter_actuals(window) -> None:
    board = visit(window, "economy").board
    choose(board.bar.scope, "全部指标")
    for indicator, department, month, value, basis in zone.ACTUALS.rows:
        choose(board.bar.layouts, "全区" if department == "全区" else "指标 × 月")
        choose(board.bar.bases, basis)
        type_in(board.grid, (indicator, department), f"m{month}", value)


def enter_work(window) -> None:
    page = visit(window, "supervision")
    for code, day, percent, told in zone.PROGRESS.rows:
        go_to_task(page, code).ask_progress()
        fill(page.panel.form, day=day, percent=percent, narrative=told)
    for code, day in zone.CLOSED.items():
        go_to_task(page, code).ask_finish()
        fill(page.panel.form, on=day, without_evidence="现场核实")
    for code, basis in zone.SUSPENDED.items():
        go_to_task(page, code).ask_suspend()
        fill(page.panel.form, basis=basis)
    for _, code, *_ in zone.DIRECTIVES.rows:
        go_to_task(page, code)
        page.panel.proposal.issue_button.click()


def go_to_task(page, code: str):
    page.visit(("task", code))
    page.panel.tell_now()
    return page.acting


# --- what was judged


def enter_ratings(window) -> None:
    page = visit(window, "panel", "P01")
    paste(page.grid, zone.NAMED.rows, column="rater")
    choose(page.ways, "匿名票")
    paste(page.grid, zone.BALLOTS.columns("部门编码", "评委类别", "分数", "票数"))


def enter_verdicts(window) -> None:
    for code, subject, share, note in zone.SELF_SCORES.rows:
        page = visit(window, "verdicts", code)
        type_in(page.grid, Ref(code, subject), "own", share)
        if note:
            paste(page.grid, [[note]], Ref(code, subject), "note")
    for code, subject, share, basis in zone.VERDICTS.rows:
        page = visit(window, "verdicts", code)
        paste(page.grid, [[share, "", basis]], Ref(code, subject), "verdict")


def enter_adjustments(window) -> None:
    page = visit(window, "adjustments")
    paste(page.grid, zone.ADJUSTMENTS.rows)


STEPS = (
    enter_lists,
    enter_weights,
    enter_indicators,
    enter_departments,
    enter_settings,
    enter_laid,
    enter_actuals,
    enter_work,
    enter_ratings,
    enter_verdicts,
    enter_adjustments,
)


def answer(capsys, *arguments: object) -> dict:
    """What a verb says."""
    capsys.readouterr()
    cli.main([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    assert not err
    found: dict = json.loads(out)
    return found


def test_typed_and_imported_are_the_same_zone(window, tmp_path, capsys):
    for step in STEPS:
        step(window)
    typed, imported = window.desk.session.path, tmp_path / "导入.kpi"
    brought = answer(capsys, "import", imported, zone.write_workbook(tmp_path / "小湖.xlsx"))
    assert (brought["errors"], brought["ignored"]) == ([], [])
    found, expected = (answer(capsys, "score", book, "--year", zone.YEAR) for book in (typed, imported))
    assert found == expected
    for code, *_ in zone.DEPARTMENTS.rows:
        asked = ("--year", zone.YEAR, "--department", code)
        assert answer(capsys, "explain", typed, *asked) == answer(capsys, "explain", imported, *asked)
    departments = [each for group in expected["groups"] for each in group["departments"]]
    assert len(departments) == 6
    assert len({line["code"] for each in departments for line in each["lines"]}) == 12 + 9  # K10 is suspended
    assert {each["code"] for each in departments if each["veto"]} == {"D06"}
