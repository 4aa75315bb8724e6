"""考核方案 as a person uses it, on the sample zone."""

from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpi_desktop.book import facts, journal
from kpi_desktop.office.years import open_year


@pytest.fixture
def page(window):
    window.desk.visit(("scheme",))
    return window.pages["scheme"]


def now(page, year: int = 2020):
    return facts.load(page.session.book, year)


def weight(page, group: str, category: str) -> Decimal | None:
    found = {(each.group, each.category): each.points for each in now(page).weights}
    return found.get((group, category))


def rule_of(page, code: str) -> tuple[str, str]:
    rule = next(each.rule for each in now(page).indicators if each.code == code)
    return rule.code, rule.params


def type_in(field, text: str) -> None:
    """Type over what stands in a field, and press Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def undo(page, qtbot) -> None:
    """Ctrl+Z, and wait until the page shows what came of it."""
    shown = page.view
    page.session.undo()
    qtbot.waitUntil(lambda: page.view is not shown)


def parameter(page, name: str):
    return page.points.rule.fields.fields[name]


def put(page, name: str, text: str, qtbot) -> None:
    """Type a parameter and wait for it to be reckoned."""
    rule = page.points.rule
    parameter(page, name).edit.setText(text)
    qtbot.waitUntil(lambda: not rule._pause.isActive())


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows.rows]


# --- points of the groups


def test_points_are_saved_when_their_field_is_left(page, qtbot):
    card = page.points.weights
    type_in(card.field("综合组", "经济指标"), "35")
    assert weight(page, "综合组", "经济指标") == 35
    row = next(row for row in card.rows if row.group.name == "综合组")
    assert row.sum.accessibleName() == "合计 105" and row.share.text() == "35.0"
    assert page.points.checks.findings[0].words == "综合组各类别的分值合计 105 分，应为 100 分"
    undo(page, qtbot)
    assert weight(page, "综合组", "经济指标") == 30 and card.field("综合组", "经济指标").text() == "30"


def test_enter_goes_down_a_column(page, window):
    card = page.points.weights
    first = card.field("经济组", "重点工作")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert window.focusWidget() is card.field("综合组", "重点工作")


def test_points_that_cannot_be_read_stay_with_their_reason(page):
    field = page.points.weights.field("经济组", "经济指标")
    field.setText("很多")
    field.settle()
    assert "不是数字" in field.reason and field.text() == "很多"
    assert "不是数字" in page.points.weights.problem.text()
    assert weight(page, "经济组", "经济指标") == 65
    field.setText("65")
    field.settle()
    assert field.reason == "" and not page.points.weights.problem.isVisible()


def test_a_block_from_excel_fills_several_groups_in_one_step(page, qtbot):
    QGuiApplication.clipboard().setText("60\t25\t15\n40\t40\t20\n")
    field = page.points.weights.field("经济组", "经济指标")
    field.setFocus()
    before = journal.history(page.session.book, limit=1)[0].entry.sequence
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [weight(page, "经济组", name) for name in ("经济指标", "重点工作", "党的建设")] == [60, 25, 15]
    assert [weight(page, "综合组", name) for name in ("经济指标", "重点工作", "党的建设")] == [40, 40, 20]
    assert journal.history(page.session.book, limit=1)[0].entry.sequence == before + 1
    undo(page, qtbot)
    assert weight(page, "综合组", "重点工作") == 50


def test_of_a_block_what_is_bad_stays_and_the_rest_is_saved(page):
    card = page.points.weights
    card.field("经济组", "经济指标").pasted.emit("60\t二十\n40\t-1\n")
    assert (weight(page, "经济组", "经济指标"), weight(page, "综合组", "经济指标")) == (60, 40)
    bad = card.field("经济组", "重点工作"), card.field("综合组", "重点工作")
    assert [field.text() for field in bad] == ["二十", "-1"] and all(field.reason for field in bad)
    assert weight(page, "经济组", "重点工作") == 20


def test_cleared_points_go_and_can_be_given_again(page):
    field = page.points.weights.field("派驻单位", "党的建设")
    field.setText("")
    field.settle()
    assert weight(page, "派驻单位", "党的建设") is None and field.text() == ""
    field.setText("20")
    field.settle()
    assert weight(page, "派驻单位", "党的建设") == 20


# --- the rule of an indicator


def test_a_parameter_is_read_back_drawn_and_saved(page, qtbot):
    rule = page.points.rule
    assert rule.indicator.code == "E01" and not rule.save_button.isEnabled()
    assert parameter(page, "确保得分率").before.text() == "去年 80%"
    put(page, "确保得分率", "70%", qtbot)
    assert rule.sentence.text().startswith("不到确保数的，按完成率的 70% 得分；到确保数得 70%")
    assert rule.changes.text() == "改动 1 处"
    at_base = next(each for each in rule.trial.samples if each.value == 15)  # 经济发展局: 15 to 20
    assert at_base.share == Fraction(7, 10)
    assert rule_of(page, "E01") == ("tiered", "超额加分率=50%;封顶=110%")
    rule.save_button.click()
    assert rule_of(page, "E01") == ("tiered", "确保得分率=70%;超额加分率=50%;封顶=110%")
    assert journal.history(page.session.book, limit=1)[0].entry.action == "修改计分办法：固定资产投资"
    assert rule.changes.text() == ""
    undo(page, qtbot)
    assert rule_of(page, "E01")[1] == "超额加分率=50%;封顶=110%" and parameter(page, "确保得分率").text() == "80%"


def test_table_and_curve_share_their_points(page):
    trial = page.points.rule.trial
    assert [row.subject for row in trial.table.rows.rows] == [each.value for each in trial.curve._samples]
    own = next(each for each in trial.samples if each.own)
    assert own.value == Fraction("17.1") and own.share == Fraction("0.884")
    line = page.view.assessment.department("D01").line("E01")
    assert own.score == line.score


def test_any_value_can_be_tried(page):
    trial = page.points.rule.trial
    trial.value.setText("20")
    trial.value.settle()
    assert next(each for each in trial.samples if each.own).share == 1
    trial.table.activated_on.emit(trial.samples[0].value, 0)
    assert trial.samples[0].own


def test_a_parameter_that_cannot_be_read_says_why_under_it(page, qtbot):
    put(page, "封顶", "120", qtbot)
    field = parameter(page, "封顶")
    assert "超过 300%" in field.problem.text() and field.problem.isVisible()
    assert not page.points.rule.save_button.isEnabled()
    page.points.rule.restore.click()
    assert field.text() == "110%" and not field.problem.isVisible()


def test_another_rule_begins_with_what_it_can_read(page, qtbot):
    rule = page.points.rule
    rule.fields.rule.setCurrentIndex(rule.fields.rule.findData("completion"))
    assert rule.fields.params() == "封顶=110%" and rule.fields.before.text() == "去年 确保力争"
    rule.save()
    assert rule_of(page, "E01") == ("completion", "封顶=110%")
    undo(page, qtbot)
    assert rule.fields.code == "tiered"


def test_what_was_typed_stays_while_other_things_change(page, qtbot):
    put(page, "确保得分率", "75%", qtbot)
    type_in(page.points.weights.field("经济组", "经济指标"), "64")
    assert parameter(page, "确保得分率").text() == "75%"
    page.points.go_to("E02")
    page.points.go_to("E01")
    assert parameter(page, "确保得分率").text() == "80%"


def test_parameters_are_laid_on_others_of_the_same_rule_in_one_step(page, qtbot):
    page.points.go_to("E02")
    put(page, "每点扣", "9%", qtbot)
    rule = page.points.rule
    rule.same.click()
    assert set(rule.panel.boxes) == {"E03", "E04", "E05", "E06", "E07", "E23"}
    rule.panel.boxes["E06"].setChecked(True)
    rule.panel.boxes["E23"].setChecked(True)
    assert rule.panel.apply.text() == "套用 2 项"
    rule.panel.apply.click()
    wanted = ("growth", "每点扣=9%;每点加=2%;封顶=110%")
    assert [rule_of(page, code) for code in ("E02", "E06", "E23")] == [wanted] * 3
    undo(page, qtbot)
    assert rule_of(page, "E23")[1] == "每点扣=10%;每点加=3%;封顶=110%"
    assert rule_of(page, "E02")[1] == "每点扣=10%;每点加=2%;封顶=110%"


def test_what_the_book_refuses_is_told_at_the_rule(page):
    rule = page.points.rule
    rule.fields.rule.setCurrentIndex(rule.fields.rule.findData("panel"))
    rule.save()
    assert rule.problem.text() and rule_of(page, "E01")[0] == "tiered"


def test_a_large_year_is_tried_and_looked_through_in_a_worker(page, qtbot, monkeypatch):
    from ui.pages.scheme import checks, rule

    for module in (checks, rule):
        monkeypatch.setattr(module, "LARGE_YEAR", 0)
    put(page, "确保得分率", "70%", qtbot)
    trial = page.points.rule.trial
    qtbot.waitUntil(lambda: (15, Fraction(7, 10)) in [(each.value, each.share) for each in trial.samples])
    page.points.checks.findings = ()
    page.points.checks.show_view(page.view)
    qtbot.waitUntil(lambda: bool(page.points.checks.findings))


def test_every_indicator_shows_a_sentence_and_points(page):
    for indicator in now(page).indicators:
        page.points.go_to(indicator.code)
        rule = page.points.rule
        assert rule.indicator.code == indicator.code and rule.sentence.text().endswith("。")
        assert sum(each.own for each in rule.trial.samples) == 1, indicator.code


# --- the grid of indicators


def test_a_new_indicator_needs_only_its_name(page, qtbot):
    grid = page.points.indicators.grid
    page.points.indicators.add()
    grid.write([(grid.model.row(len(grid.model.order) - 1).ref, "name", "数字经济增加值")], "填写")
    made = now(page).indicators[-1]
    assert (made.code, made.name, made.rule.code) == ("E28", "数字经济增加值", "completion")
    hint = page.points.checks.findings[0]
    assert hint.words == "E28 数字经济增加值没有落实到任何部门"
    page.points.go_to("E28")
    assert page.points.rule.trial.blank.isVisible() and page.points.rule.lay.isVisible()
    undo(page, qtbot)
    assert "E28" not in {each.code for each in now(page).indicators}


def test_another_rule_in_the_grid_takes_readable_parameters(page, qtbot):
    grid = page.points.indicators.grid
    ref = next(row.ref for row in page.points.indicators.source.rows() if row.cells["code"].text == "E01")
    assert grid.write([(ref, "rule", "分档")], "填写") == 0
    assert rule_of(page, "E01") == ("bands", "档=100%:100%,90%:90%,80%:70%")
    undo(page, qtbot)
    assert rule_of(page, "E01") == ("tiered", "超额加分率=50%;封顶=110%")


def test_only_those_with_a_remark_are_walked(page, window):
    window.desk.visit(("scheme", "hinted"))
    card = page.points.indicators
    assert card.grid.shown_count() == (14, 14) and page.points.code == "E01"
    card.show_kind("key")
    assert card.grid.shown_count()[0] == sum(each.key for each in now(page).indicators)


def test_choosing_a_row_shows_its_rule(page):
    grid = page.points.indicators.grid
    ref = next(row.ref for row in page.points.indicators.source.rows() if row.cells["code"].text == "E10")
    grid.go_to(ref)
    assert page.points.rule.indicator.code == "E10"
    assert page.points.rule.fields.fields["档"].text().startswith("100%:100%")


# --- checks


def test_each_finding_leads_to_what_helps(page, window):
    table = page.points.checks.table
    words = [row[0] for row in texts(table)]
    at = next(at for at, text in enumerate(words) if text.startswith("国资公司没有“党的建设”项"))
    table.activated_on.emit(table.rows.rows[at].subject, 0)
    assert page.tab == "settings" and page.settings.rows["缺项"].edit.currentData() == "折算"


# --- lists and settings


def test_lists_are_typed_and_show_what_comes_of_them(page, window, qtbot):
    window.desk.visit(("scheme", "grades"))
    shown = texts(page.grades.side.table)
    assert shown[0][0] == "经济组 · 7 个部门" and shown[1][:3] == ["优秀", "90", "2"]
    grid = page.grades.grid
    ref = next(
        row.ref for row in grid.source.rows() if row.cells["name"].text == "优秀" and not row.cells["group"].text
    )
    grid.write([(ref, "room_share", "20%")], "填写")
    assert texts(page.grades.side.table)[1][2] == "1"
    undo(page, qtbot)
    assert texts(page.grades.side.table)[1][2] == "2"


@pytest.mark.parametrize("tab", ["groups", "raters", "consequences", "awards", "settings"])
def test_every_part_has_something_to_show(page, window, tab):
    window.desk.visit(("scheme", tab))
    assert page.stack.currentWidget() is getattr(page, tab)
    side = getattr(getattr(page, tab), "side", None)
    assert side is None or side.table.rows.rows


def test_a_new_group_is_typed_where_the_button_leads(page):
    page.points.weights.grouped.emit("group_")
    assert page.tab == "groups"
    grid = page.groups.cards[0].grid
    grid.write([(grid.model.row(len(grid.model.order) - 1).ref, "name", "街道组")], "填写")
    page.show_tab("points")
    assert [row.group.name for row in page.points.weights.rows][-1] == "街道组"
    assert any(each.words.startswith("街道组各类别的分值合计 0") for each in page.points.checks.findings)


def test_a_setting_is_saved_when_it_is_left_and_has_its_default_again(page, qtbot):
    page.show_tab("settings")
    row = page.settings.rows["进度黄线"]
    type_in(row.edit, "8%")
    assert now(page).settings.yellow_line == Decimal("0.08") and row.default.text() == "默认 5%"
    row.edit.setText("")
    row.edit.settle()
    assert now(page).settings.yellow_line == Decimal("0.05") and row.edit.text() == "5%"
    undo(page, qtbot)
    assert row.edit.text() == "8%"


def test_a_setting_that_cannot_be_read_says_why(page):
    page.show_tab("settings")
    row = page.settings.rows["分数小数位"]
    type_in(row.edit, "9")
    assert row.problem.text() and row.edit.text() == "9" and now(page).settings.decimals == 2
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert row.edit.text() == "2"


def test_a_choice_is_saved_at_once(page):
    page.show_tab("settings")
    edit = page.settings.rows["缺项"].edit
    edit.setCurrentIndex(edit.findData("缺口"))
    assert now(page).settings.missing_category == "缺口"


def test_the_wheel_never_changes_a_setting_in_passing(page):
    page.show_tab("settings")
    edit = page.settings.rows["缺项"].edit
    place = QPointF(edit.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifier = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(place, edit.mapToGlobal(place), QPoint(), QPoint(0, 120), none, modifier, phase, False)
    QApplication.sendEvent(edit, wheel)
    assert edit.currentData() == "折算" and now(page).settings.missing_category == "折算"


def test_a_unit_is_typed_with_the_input_method(page):
    page.show_tab("settings")
    edit = page.settings.rows["单位名称"].edit
    edit.setFocus()
    edit.selectAll()
    event = QInputMethodEvent()
    event.setCommitString("某某高新区")
    QApplication.sendEvent(edit, event)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert now(page).settings.unit_name == "某某高新区"


# --- other years


def test_a_year_is_opened_like_the_one_before_and_taken_back(page):
    page.add_year.click()
    form = page.new_year.form
    assert form.text("year") == "2021"
    form.submit()
    assert page.view.year == 2021 and len(page.view.facts.indicators) == 40
    assert not page.view.facts.targets and not page.new_year.isVisible()


def test_a_year_that_cannot_be_opened_says_why(page):
    page.new_year.open()
    form = page.new_year.form
    form.put("year", "2030")
    form.submit()
    assert "没有 2029 年" in form.problems["year"].text()
    form.put("year", "明年")
    form.submit()
    assert "不是年度" in form.problems["year"].text()
    assert page.close_panel() and not page.new_year.isVisible()


def test_an_empty_year_takes_last_years_scheme_after_a_preview(page, window, qtbot):
    window.desk.session.act(lambda book: open_year(book, 2021))
    window.desk.session.choose_year(2021)
    assert page.stack.currentWidget() is page.empty and page.empty.title.text() == "2021 年还没有考核方案"
    page.empty.go.emit(("scheme", "copy"))
    assert page.stack.currentWidget() is page.compare
    shown = [row[0] for row in texts(page.compare.table)]
    assert any(text.startswith("指标 40 处") for text in shown)
    page.compare.copy.click()
    assert len(now(page, 2021).indicators) == 40 and page.stack.currentWidget() is page.points
    undo(page, qtbot)
    assert not now(page, 2021).indicators and page.stack.currentWidget() is page.empty


def test_comparing_names_what_differs_this_year_beside_last(page):
    page.differ.click()
    shown = texts(page.compare.table)
    assert ["良好", "比例上限", "75%", "（空）", "改"] in shown
    assert page.close_panel() and page.stack.currentWidget() is page.points


def test_a_final_year_can_only_be_looked_at(page, window):
    window.desk.session.choose_year(2019)
    field = page.points.weights.rows[0].fields["经济指标"]
    assert field.isReadOnly() and not page.copy.isVisible()
    page.show_tab("settings")
    assert not page.settings.rows["折算"].edit.isEnabled()


def test_the_chosen_indicator_is_tried_in_the_whatif(page, window):
    page.points.go_to("G01")
    page.whatif.click()
    copy = window.pages["whatif"].copy
    assert copy.indicator.currentData() == "G01"


def test_ctrl_z_is_left_to_the_book_unless_something_is_being_typed(page):
    field = page.points.weights.field("综合组", "经济指标")
    type_in(field, "35")
    field.setFocus()
    assert not claims_undo(field)
    QTest.keyClicks(field, "4")
    assert claims_undo(field)


def claims_undo(field) -> bool:
    """Whether a field keeps Ctrl+Z for itself."""
    modifier = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, modifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()
