"""目标任务 as a person uses it: indicators and tasks laid on departments of the sample zone."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts
from ui.pages.targets.sources import line_of
from ui.pages.targets.tree import BY_DEPARTMENT, BY_INDICATOR, department_rows, left_words, points_left
from ui.year import YearView


@pytest.fixture
def page(window):
    window.desk.visit(("targets", "department", "D04"))
    return window.pages["targets"]


def loaded(window):
    return facts.load(window.desk.session.book, 2020)


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def row_of(source, name, text):
    return next(row for row in source.rows() if row.cells[name].text == text)


def source_of(grid):
    return grid.source


def test_the_tree_has_groups_their_departments_and_those_that_take_no_part(page):
    texts = [[cell.text for cell in row.cells] for row in department_rows(page.view)]
    assert texts[0] == ["经济组", "", "", "100"]
    assert texts[4] == ["规划建设局", "10", "4", "77"]
    assert ["不参评", "", "", ""] in texts
    assert texts[-1][0] == "督查室"


def test_indicators_that_nobody_bears_hang_at_the_end_of_the_tree(page):
    bare = replace(page.view.facts, targets=tuple(t for t in page.view.facts.targets if t.indicator != "E07"))
    rows = department_rows(YearView(bare, score(bare), page.view.day))
    assert rows[-2].cells[0].text == "未落实的指标"
    assert (rows[-1].cells[0].text, rows[-1].subject) == ("实际利用外资", (BY_INDICATOR, "E07"))


def test_full_marks_and_the_economic_share_stand_beside_what_is_typed(window, page):
    """规划建设局: the economic category has 65 of 100."""
    row = row_of(source_of(page.laid.targets), "indicator", "E01")
    assert row.cells["full_"].text == f"{line_of(page.view, 'E01', 'D04').full:.2f}"
    assert (row.cells["base"].text, row.cells["stretch"].text, row.cells["multiplier"].text) == ("20", "26", "1.2")
    assert "65" in page.laid.strip.accessibleName()


def test_rates_are_read_as_percentages(page):
    assert row_of(source_of(page.laid.targets), "indicator", "E05").cells["base"].words == "10%"


def test_a_typed_target_is_saved_and_scored_at_once(window, page):
    source = source_of(page.laid.targets)
    row = row_of(source, "indicator", "E01")
    assert source.save([(row.ref, "base", "25"), (row.ref, "points", "12")], "填写") == {}
    target = next(t for t in loaded(window).targets if (t.indicator, t.department) == ("E01", "D04"))
    assert (target.base, target.points) == (25, 12)
    after = row_of(source, "indicator", "E01")
    assert after.cells["full_"].text == f"{line_of(page.view, 'E01', 'D04').full:.2f}"
    assert Decimal(after.cells["full_"].text) > Decimal(row.cells["full_"].text)


def test_an_indicator_is_laid_by_choosing_it_in_a_new_row(window, page):
    source = source_of(page.laid.targets)
    ref = source.new_ref()
    source.save([(ref, "indicator", "实际利用外资")], "填写")
    assert not any((t.indicator, t.department) == ("E07", "D04") for t in loaded(window).targets)
    assert source.save([(ref, "points", "3")], "填写") == {}
    target = next(t for t in loaded(window).targets if (t.indicator, t.department) == ("E07", "D04"))
    assert target.points == 3
    assert "指标 11" in words(page.laid)


def test_a_new_task_is_given_the_next_code_and_the_department_leads_it(window, page):
    codes = {task.code for task in loaded(window).tasks}
    source = source_of(page.laid.tasks)
    ref = source.new_ref()
    problems = source.save([(ref, "title", "海源路改造"), (ref, "category", "重点工作"), (ref, "points", "2")], "填写")
    assert problems == {}
    (made,) = [task for task in loaded(window).tasks if task.code not in codes]
    assert (made.title, made.lead, made.code[0]) == ("海源路改造", "D04", "K")
    assert int(made.code[1:]) == max(int(code[1:]) for code in codes if code[0] == "K") + 1


def test_partners_are_typed_by_name(window, page):
    source = source_of(page.laid.tasks)
    row = source.rows()[0]
    assert source.save([(row.ref, "partners", "财政局、D06")], "填写") == {}
    task = next(task for task in loaded(window).tasks if task.code == row.cells["code"].text)
    assert task.partners == ("D03", "D06")


def test_a_department_cannot_be_its_own_partner(page):
    source = source_of(page.laid.tasks)
    row = source.rows()[0]
    problems = source.save([(row.ref, "partners", "D04")], "填写")
    assert "牵头部门" in problems[row.ref, "partners"]


def test_milestones_of_the_chosen_task_and_its_partners(window, page):
    task = next(t for t in loaded(window).tasks if t.partners and t.code in page.view.milestones)
    window.desk.visit(("targets", "task", task.code))
    assert page.department == task.lead
    assert page.laid.task == task.code
    titles = [row.cells["title"].text for row in source_of(page.laid.milestones).rows()]
    assert titles == [milestone.title for milestone in page.view.milestones[task.code]]
    assert page.view.name(task.partners[0]) in page.laid.partners.text()


def test_a_new_milestone_belongs_to_the_task(window, page):
    task = next(t for t in loaded(window).tasks if t.state == "in_progress")
    window.desk.visit(("targets", "task", task.code))
    source = source_of(page.laid.milestones)
    ref = source.new_ref()
    assert source.save([(ref, "title", "竣工验收"), (ref, "due", "2020.12.20")], "填写") == {}
    made = next(m for m in loaded(window).milestones if (m.task, m.title) == (task.code, "竣工验收"))
    assert str(made.due) == "2020-12-20"


def test_an_indicator_over_all_departments_with_its_sums(window, page):
    """固定资产投资: 15 + 22 + 20 + 8 + 10 = 75, and 100 to strive for."""
    window.desk.visit(("targets", "indicator", "E01"))
    assert page.way == BY_INDICATOR
    assert "确保 75，力争 100" in page.bearers.sums.text()
    texts = [row.cells["department"].text for row in source_of(page.bearers.grid).rows()]
    assert texts == ["D01", "D02", "D04", "D06", "D07"]


def test_rates_of_growth_are_not_added_up(window, page):
    window.desk.visit(("targets", "indicator", "E05"))
    assert "不相加" in page.bearers.sums.text()


def test_a_department_is_added_to_an_indicator(window, page):
    window.desk.visit(("targets", "indicator", "E07"))
    source = source_of(page.bearers.grid)
    ref = source.new_ref()
    assert source.save([(ref, "department", "D06"), (ref, "points", "2"), (ref, "base", "5")], "填写") == {}
    assert any((t.indicator, t.department) == ("E07", "D06") for t in loaded(window).targets)


def test_a_target_on_a_department_that_takes_no_part_is_refused(window, page):
    window.desk.visit(("targets", "indicator", "E07"))
    source = source_of(page.bearers.grid)
    ref = source.new_ref()
    problems = source.save([(ref, "department", "D21"), (ref, "points", "2")], "填写")
    assert problems[ref, "department"]
    assert not any(t.department == "D21" for t in loaded(window).targets)


def test_points_left_are_told_where_the_scheme_does_not_scale(page):
    facts_ = page.view.facts
    plain = replace(facts_, settings=replace(facts_.settings, scaled=False))
    view = YearView(plain, score(plain), page.view.day)
    left = points_left(view, "D01")
    laid = {t.indicator: t.points * t.multiplier for t in plain.targets if t.department == "D01"}
    economic = sum(points for code, points in laid.items() if code.startswith("E"))
    assert left["经济指标"] == 65 - economic
    assert left_words("经济指标", left["经济指标"]) == f"经济指标还差 {65 - economic} 分"
    assert points_left(page.view, "D01") == {}


def test_a_year_without_departments_says_what_belongs_here(window, page):
    bare = replace(page.view.facts, departments=(), targets=(), tasks=(), actuals=())
    page.take(YearView(bare, score(bare), page.view.day))
    assert "还没有部门" in words(page.empty)
    assert "登记部门" in {button.text() for button in page.empty.findChildren(type(page.scheme_link))}


def test_choosing_in_the_tree_shows_the_other_department(page):
    page.tree.go_to((BY_DEPARTMENT, "D12"))
    assert page.department == "D12"
    assert page.laid.head_card.title.text() == "城市管理局"
    assert row_of(source_of(page.laid.targets), "indicator", "E13")


def test_one_that_takes_no_part_has_only_tasks(page):
    page.tree.go_to((BY_DEPARTMENT, "D21"))
    assert not page.laid.targets_card.isVisible()
    assert page.laid.tasks_card.isVisible()


# --- keys and clipboard, as a person uses them


def keys(grid, text, key):
    """Keys go where the keyboard is: the first opens the editor, the rest go into it."""
    for each in text:
        QTest.keyClick(grid.window().focusWidget(), each)
    QTest.keyClick(grid.window().focusWidget(), key)


def test_an_indicator_is_laid_with_the_keyboard_alone(window, page, qtbot):
    grid = page.laid.targets
    window.activateWindow()
    grid.view.go(len(grid.model.order) - 1, 0)
    grid.setFocus()
    qtbot.waitUntil(grid.view.hasFocus)
    keys(grid, "E07", Qt.Key.Key_Tab)
    while grid.current_name() != "points":
        QTest.keyClick(grid.view, Qt.Key.Key_Tab)
    keys(grid, "3", Qt.Key.Key_Return)
    target = next(t for t in loaded(window).targets if (t.indicator, t.department) == ("E07", "D04"))
    assert target.points == 3


def test_a_block_of_targets_is_pasted(window, page):
    """分值, 系数, 满分 (passed over), 确保, 力争 of two lines."""
    grid = page.laid.targets
    refs = [row.ref for row in grid.source.rows()][:2]
    grid.go_to(refs[0], "base")
    QGuiApplication.clipboard().setText("21\t27\r\n15%\t\r\n")
    QTest.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first, second = [grid.text(ref, "indicator") for ref in refs]
    found = {t.indicator: t for t in loaded(window).targets if t.department == "D04"}
    assert (found[first].base, found[first].stretch) == (21, 27)
    assert found[second].base == Decimal("0.15")


def test_tasks_are_pasted_as_rows_with_codes_of_their_own(window, page):
    codes = {task.code for task in loaded(window).tasks}
    grid = page.laid.tasks
    grid.view.go(len(grid.model.order) - 1, 1)
    grid.paste_text("昌源路改造\t重点工作\t2\r\n滇缅大道改造\t重点工作\t3\r\n")
    made = [task for task in loaded(window).tasks if task.code not in codes]
    assert [(task.title, task.lead) for task in made] == [("昌源路改造", "D04"), ("滇缅大道改造", "D04")]
    assert len({task.code for task in made}) == 2


def test_deleting_a_laid_indicator_that_has_figures_says_why_not(window, page):
    told = []
    window.desk.session.refused.connect(lambda title, reason: told.append(reason))
    source = source_of(page.laid.targets)
    assert not source.remove([row_of(source, "indicator", "E01").ref])
    assert "实绩" in told[0]
    assert any((t.indicator, t.department) == ("E01", "D04") for t in loaded(window).targets)


def test_a_task_without_a_due_date_has_the_pale_mark(window):
    window.desk.visit(("targets", "task", "K27"))
    tasks = window.pages["targets"].laid.tasks
    row = next(row for row in tasks.model.given if tasks.text(row.ref, "code") == "K27")
    assert (row.cells["due"].text, row.cells["due"].required) == ("", True)
