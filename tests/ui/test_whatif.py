"""方案推演 as a person uses it, on the sample zone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kpi_desktop.book import facts, journal
from kpi_desktop.office.scenarios import scenarios


@pytest.fixture
def page(window):
    window.desk.visit(("whatif",))
    return window.pages["whatif"]


def put(page, section: str, words: str, text: str) -> None:
    """Type a value into a field, as the keyboard would."""
    edit = page.copy.lists[section].row(words).edit
    edit.setText(text)
    edit.textEdited.emit(text)


def heavier(page, qtbot) -> None:
    """经济指标 70, 重点工作 18, 党的建设 12."""
    for name, points in (("经济指标", "70"), ("重点工作", "18"), ("党的建设", "12")):
        put(page, "weights", name, points)
    qtbot.waitUntil(lambda: page.comparison.regraded == 2)


def paid(page) -> dict[str, Decimal | None]:
    """The award rules of the copy as they were last reckoned, with what each has to share."""
    return {each.rule.name: each.planned for each in page.comparison.after.rewards.rules}


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows.rows]


def test_it_opens_like_todays_scheme(page, qtbot):
    assert page.draft.count() == 0 and page.comparison.moved == 0
    assert not page.copy.adopt.isEnabled() and not page.copy.save.isEnabled()
    qtbot.waitUntil(lambda: len(page.pairs) == 6)


def test_weights_move_ranks_grades_and_money_at_once(page, window, qtbot):
    before = facts.load(window.desk.session.book, 2020)
    heavier(page, qtbot)
    moves = {move.after.name: move for move in page.comparison.of_group("经济组")}
    assert (moves["科技创新局"].before.grade, moves["科技创新局"].after.grade) == ("良好", "优秀")
    assert page.cards.slope.sentence(moves["经济发展局"]) == "经济发展局 由第 2 降第 3"
    shown = {row[0]: row for row in texts(page.cards.money)}
    assert shown["科技创新局"][1] == "良好? → 优秀" and shown["科技创新局"][-1].startswith("+")
    assert page.copy.share.text() == "65.0% → 70.0%"
    assert ("通报表扬", "新增 科技创新局") in page.cards.consequences.items
    assert facts.load(window.desk.session.book, 2020) == before


def test_the_firmness_names_what_swaps_first(page, qtbot):
    heavier(page, qtbot)
    words = "最先动的是第 2 位：党的建设改 +2.2 分，经济发展局就超过科技创新局"
    qtbot.waitUntil(lambda: page.cards.firm_card.remark.text() == words)
    row = next(row for row in texts(page.cards.firm) if row[0].startswith("2 科技创新局"))
    assert row[2:4] == ["党的建设 12 → 14.2", "+2.2"]


def test_points_that_do_not_sum_cannot_be_adopted(page, qtbot):
    put(page, "weights", "经济指标", "70")
    qtbot.waitUntil(lambda: any(r.words == "组内分值合计" and r.figure == "105 分" for r in page.copy.checks.remarks))
    assert not page.copy.adopt.isEnabled()
    assert page.copy.save.isEnabled()


def test_what_cannot_be_read_says_why_and_counts_as_todays(page, qtbot):
    put(page, "weights", "经济指标", "很多")
    edit = page.copy.lists["weights"].row("经济指标").edit
    assert "不是数字" in edit.toolTip() and edit.text() == "很多"
    assert page.draft.count() == 0


def test_parameters_bands_multipliers_and_rewards_can_be_changed(page, qtbot):
    put(page, "parameters", "确保得分率", "70%")
    put(page, "multipliers", "争取上级资金", "0.8")
    put(page, "bands", "最低分", "92")
    page.copy.award.setCurrentIndex(page.copy.award.findData("名次奖励"))
    put(page, "awards", "第 1 名", "100000")
    qtbot.waitUntil(lambda: page.comparison.after.facts.bands[0].minimum == 92)
    after = page.comparison.after.facts
    first = next(each for each in after.indicators if each.code == "E01")
    assert first.rule.params == "超额加分率=50%;封顶=110%;确保得分率=70%"
    group = {d.code for d in after.departments if d.group == "经济组"}
    own = {t.multiplier for t in after.targets if t.indicator == "E05" and t.department in group}
    assert own == {Decimal("0.8")}
    assert next(rule for rule in after.awards if rule.name == "名次奖励").params.startswith("1=100000;")
    put(page, "parameters", "确保得分率", "高")
    assert page.copy.lists["parameters"].row("确保得分率").edit.toolTip()


def test_one_departments_multiplier_alone_can_be_changed(page, qtbot):
    page.copy.bearer.setCurrentIndex(page.copy.bearer.findText("经济发展局"))
    put(page, "multipliers", "固定资产投资", "2")
    (change,) = page.draft.changes()
    assert (change.table, change.name, change.value) == ("target", "multiplier", Decimal(2))
    qtbot.waitUntil(lambda: page.comparison.after is not page.comparison.before)
    name = {d.code: d.name for d in page.view.facts.departments}
    moved = {name[m.code] for m in page.comparison.moves if m.points}
    assert moved == {"经济发展局"}
    page.copy.bearer.setCurrentIndex(0)
    assert page.copy.lists["multipliers"].row("固定资产投资").edit.text() == "各异"


def test_a_rule_is_added_and_another_dropped_in_the_copy_alone(page, window, qtbot):
    book = window.desk.session.book
    today = facts.load(book, 2020).awards
    page.copy.awards.added.emit("placing")
    qtbot.waitUntil(lambda: "名次奖励2" in paid(page))
    added = page.comparison.after.rewards.rule("名次奖励2")
    assert page.copy.awards.name() == "名次奖励2" and page.draft.count() == 1
    assert (added.rule.scope, added.planned, added.undistributed) == ("经济组", 60000, 0)
    assert "第1名3万元" in page.copy.awards.sentence.text()
    put(page, "awards", "第 1 名", "50000")
    qtbot.waitUntil(lambda: paid(page)["名次奖励2"] == 80000)
    put(page, "awards", "第 1 名", "很多")
    assert page.copy.lists["awards"].row("第 1 名").edit.toolTip()
    assert page.comparison.after.rewards.rule("名次奖励2").planned == 80000
    page.copy.awards.choose("名次奖励")
    page.copy.awards.drop.click()
    qtbot.waitUntil(lambda: "名次奖励" not in paid(page))
    assert page.copy.awards.restore.isVisibleTo(page) and page.draft.count() == 2
    assert facts.load(book, 2020).awards == today
    page.copy.name.setText("一增一减")
    page.copy.adopt.click()
    names = [rule.name for rule in facts.load(book, 2020).awards]
    assert names == [*(rule.name for rule in today if rule.name != "名次奖励"), "名次奖励2"]


def test_a_dropped_rule_comes_back_and_a_new_one_goes(page, qtbot):
    page.copy.awards.choose("名次奖励")
    page.copy.awards.drop.click()
    page.copy.awards.restore.click()
    page.copy.awards.added.emit("unfinished")
    page.copy.awards.drop.click()
    assert page.draft.count() == 0
    qtbot.waitUntil(lambda: page.comparison.after.facts.awards == page.view.facts.awards)


def test_the_fields_of_a_rule_grow_while_one_is_typed(page, window, qtbot):
    window.activateWindow()
    page.copy.awards.added.emit("placing")
    edit = page.copy.lists["awards"].row("第 4 名").edit
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "5000")
    qtbot.waitUntil(lambda: paid(page).get("名次奖励2") == 65000)
    again = page.copy.lists["awards"].row("第 4 名").edit
    assert again is not edit and again.text() == "5000"
    qtbot.waitUntil(again.hasFocus)
    assert page.copy.lists["awards"].row("第 5 名")


def test_arrow_keys_step_a_value(page, qtbot):
    edit = page.copy.lists["weights"].row("经济指标").edit
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.text() == "66"
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert edit.text() == "65" and page.draft.count() == 0


def test_a_copy_is_saved_compared_and_discarded(page, window, qtbot):
    book = window.desk.session.book
    heavier(page, qtbot)
    page.copy.name.setText("经济加重")
    page.copy.save.click()
    put(page, "weights", "经济指标", "60")
    put(page, "weights", "重点工作", "25")
    put(page, "weights", "党的建设", "15")
    page.copy.name.setText("经济减轻")
    page.copy.save.click()
    assert [each.name for each in scenarios(book, 2020)] == ["经济加重", "经济减轻"]
    page.kinds._group.button(1).click()
    assert page.scenarios.isVisible() and not page.cards.slope.isVisible()
    assert [row[0] for row in texts(page.scenarios.list)] == ["经济加重", "经济减轻"]
    heads = [column.title for column in page.scenarios.table.rows.columns]
    assert "经济加重 名次" in heads and "经济减轻 名次" in heads
    page.copy_text()
    assert "经济加重 名次" in QGuiApplication.clipboard().text()
    page.scenarios.list.go_to("经济减轻")
    page.scenarios.buttons[1].click()
    assert "经济减轻 名次" not in [column.title for column in page.scenarios.table.rows.columns]
    page.scenarios.discarded.emit("经济减轻")
    assert [row[0] for row in texts(page.scenarios.list)] == ["经济加重"]
    page.scenarios.opened.emit("经济加重")
    assert page.draft.count() == 3 and page.cards.slope.isVisible()


def test_adopting_writes_the_scheme_once_and_can_be_undone(page, window, qtbot):
    book = window.desk.session.book
    before = facts.load(book, 2020)
    heavier(page, qtbot)
    page.copy.name.setText("经济加重")
    page.copy.adopt.click()
    now = facts.load(book, 2020)
    assert [w.points for w in now.weights if w.group == "经济组"] == [70, 18, 12]
    newest = journal.history(book, limit=1)[0].entry
    assert (newest.action, newest.reason) == ("采用推演方案", "经济加重")
    qtbot.waitUntil(lambda: page.draft.count() == 0 and page.comparison.moved == 0)
    window.desk.session.undo()
    qtbot.waitUntil(lambda: page.view.facts.weights == before.weights)
    assert facts.load(book, 2020) == before


def test_last_years_scheme_can_be_tried(page, window, qtbot):
    page.borrow.click()
    earlier = facts.load(window.desk.session.book, 2019)
    qtbot.waitUntil(lambda: page.comparison.after.facts.awards == earlier.awards)
    page.copy.clear.click()
    assert page.draft.count() == 0


def test_a_final_year_can_be_tried_but_not_written(page, window, qtbot):
    window.desk.session.choose_year(2019)
    put(page, "weights", "经济指标", "66")
    qtbot.waitUntil(lambda: page.comparison.before is not page.comparison.after)
    assert not page.copy.save.isEnabled() and not page.copy.adopt.isEnabled()
    assert not page.borrow.isEnabled()


def test_a_narrow_window_shows_firmness_under_its_own_word(page, window):
    window.resize(1366, 768)
    assert page.cards.slope.isVisible() and page.cards.money.isVisible() and not page.cards.firm.isVisible()
    page.kinds._group.button(1).click()
    assert page.cards.firm.isVisible() and not page.cards.slope.isVisible()
    window.resize(1600, 900)
    assert page.cards.firm.isVisible() and page.cards.slope.isVisible()


def test_another_group_has_its_own_fields(page, window, qtbot):
    window.desk.visit(("whatif", "group", "派驻单位"))
    assert [row.field.now for row in page.copy.lists["weights"].rows] == ["20", "60", "20"]
    assert {row[0] for row in texts(page.cards.money)} >= {"税务局", "公安分局"}


def test_a_long_reckoning_goes_to_a_worker(page, qtbot):
    page._took = 1.0
    heavier(page, qtbot)
    assert page._took < 1.0


def test_an_empty_year_says_what_belongs_there(page, window):
    from kpi_desktop.office.years import open_year

    window.desk.session.act(lambda book: open_year(book, 2021))
    window.desk.session.choose_year(2021)
    assert page.empty.isVisible() and page.empty.title.text() == "2021 年还没有可推演的方案"
    assert not page.copy.isVisible() and not page.cards.isVisible()
    window.desk.session.choose_year(2020)
    assert not page.empty.isVisible() and page.copy.isVisible() and page.cards.isVisible()
