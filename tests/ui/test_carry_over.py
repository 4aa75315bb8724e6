"""结转 as a page: the preview is edited, one button carries, and twice carries nothing."""

from datetime import date

import pytest

from kpi_desktop.book import facts
from kpi_desktop.book.editions import years

DUE, BASIS, TAKEN = "due", "basis", "taken"


@pytest.fixture
def page(window):
    window.desk.visit(("carry_over",))
    return window.pages["carry_over"]


def carried(window):
    return {task.carried_from or task.code: task for task in facts.load(window.desk.session.book, 2021).tasks}


def milestones_of(page, code: str) -> list[str]:
    item = next(item for item in page.preview.items if item.task.code == code)
    return [each.title for each in item.milestones]


def save(grid, *edits) -> dict:
    return grid.source.save(list(edits), "录入")


def test_the_preview_says_what_will_happen(page):
    assert page.carry.text() == "结转到 2021 年（16 项）"
    assert page.happens.text() == (
        "2021 年将按 2020 年的部门和方案新开。16 项任务进入 2021 年督查台账（第3年 2 项，第4年 1 项），"
        "25 处还没有新期限，结转后列为空白。"
    )
    assert page.tasks.text("2019-K02", "age") == "第3年"
    assert page.tasks.text("K27", DUE) == ""
    assert page.tasks.text("K27", "proposed") == "2021-12-31"


def test_dates_typed_and_pasted_are_read_and_bad_ones_stay_with_the_reason(page, qtbot):
    problems = save(page.tasks, ("K02", DUE, "2021年6月30日"), ("K03", DUE, "2021.9.30"), ("K08", DUE, "明年"))
    assert list(problems) == [("K08", DUE)]
    assert save(page.tasks, ("K08", DUE, "2020-06-30"))["K08", DUE] == "应在 2021 年或以后"
    assert page.decisions.due == {"K02": date(2021, 6, 30), "K03": date(2021, 9, 30)}
    qtbot.waitUntil(lambda: "23 处还没有新期限" in page.happens.text())
    save(page.tasks, ("K02", DUE, ""))
    assert page.decisions.due == {"K03": date(2021, 9, 30)}


def test_what_has_a_basis_ends_and_the_rest_goes_on(window, page, qtbot):
    page.take_proposals()
    steps = milestones_of(page, "K20")
    save(page.tasks, ("2019-K07", BASIS, "党工委第3次会议"), ("K02", DUE, "2021-05-01"))
    qtbot.waitUntil(lambda: "1 项按依据终止" in page.happens.text())
    save(page.tasks, (("K20", steps[0]), DUE, "2021-08-15"))
    page._kind_chosen("missed")
    save(page.missed, (("E01", "D07"), TAKEN, "是"))
    save(page.missed, (("E01", "D07"), DUE, "2021-06-30"))
    qtbot.waitUntil(lambda: "1 项指标转为督查事项" in page.happens.text())
    assert page.carry.text() == "结转到 2021 年（17 项）"
    page.carry.click()
    found = carried(window)
    assert len(found) == 17
    assert (found["2019-K07"].state, found["2019-K07"].due) == ("cancelled", None)
    assert found["K02"].due == date(2021, 5, 1)
    assert found["K27"].due == date(2021, 12, 31)
    assert (found["2020-E01-D07"].due, found["2020-E01-D07"].times_carried) == (date(2021, 6, 30), 1)
    dates = {(m.task, m.title): m.due for m in facts.load(window.desk.session.book, 2021).milestones}
    assert dates["2020-K20", steps[0]] == date(2021, 8, 15)
    assert dates["2020-K20", steps[1]] == date(2021, 11, 30)
    assert page.what == "already"
    assert len(page.table.rows.rows) == 16
    assert page.table.rows.rows[0].cells[4].text == "第3年"


def test_running_twice_carries_nothing(window, page):
    page.carry.click()
    assert not page.carry.isEnabled()
    assert page.happens.text() == "没有要结转的任务。再结转一次也不会重复。"
    page.carry_over()
    assert len(carried(window)) == 16
    assert [each.year for each in years(window.desk.session.book)] == [2019, 2020, 2021]


def test_carrying_over_can_be_taken_back(window, page, qtbot):
    page.carry.click()
    window.desk.session.undo()
    assert [each.year for each in years(window.desk.session.book)] == [2019, 2020]
    qtbot.waitUntil(lambda: page.carry.text() == "结转到 2021 年（16 项）")
    assert page.what == "tasks"


def test_a_year_that_was_carried_shows_what_was_carried_and_choices_are_not_mixed_up(window, page):
    save(page.tasks, ("K02", DUE, "2021-05-01"))
    window.desk.session.choose_year(2019)
    assert page.decisions.due == {}
    assert page.what == "already"
    assert [row.cells[1].text for row in page.table.rows.rows] == ["K02", "K03", "K04", "K06", "K07", "K08"]
    page._kind_chosen("cancelled")
    assert page.empty.isVisible()


def test_what_ended_in_the_year_is_listed_with_its_basis(page):
    page._kind_chosen("cancelled")
    (row,) = page.table.rows.rows
    assert row.cells[0].text == "K31"
    assert "受疫情影响终止" in row.cells[3].text
