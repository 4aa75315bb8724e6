"""督查 as a person uses it, on the sample zone as of 24 November 2020 and of its last day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kpi_desktop.book import facts
from ui.grid.cells import GROUP
from ui.pages.supervision.reasons import tidy
from ui.parts.fields import FileField
from ui.year import YearView

NOVEMBER, YEAR_END = date(2020, 11, 24), date(2020, 12, 31)


@pytest.fixture
def page(window):
    window.desk.session.choose_day(NOVEMBER)
    window.desk.visit(("supervision",))
    return window.pages["supervision"]


def loaded(page):
    return facts.load(page.session.book, 2020)


def cell(page, subject, title):
    columns = [column.title for column in page.table.rows.columns]
    row = page.table.rows.rows[page.table.rows.find(subject)]
    return row.cells[columns.index(title)]


def go(page, code, department=""):
    page.visit(("target", code, department) if department else ("task", code))
    page.panel.tell_now()


def titles(page):
    return [event.title for event in page.panel.story.events]


def plates(page, code):
    return [(plate.colour, plate.issued) for plate in cell(page, (code, ""), "督办单").cards]


# --- the ledger


def test_reds_stand_first_with_their_reason_and_their_cards(page):
    first = page.table.rows.rows[0]
    assert first.subject == ("2019-K07", "")
    assert cell(page, ("2019-K07", ""), "灯").text == "红灯"
    assert cell(page, ("2019-K07", ""), "事项").tag == "第2年"
    assert cell(page, ("2019-K07", ""), "亮灯原因").text == "逾期 55 天"  # 30 September to 24 November: 31 + 24
    assert plates(page, "2019-K07") == [("blue", True), ("yellow", True), ("red", True)]
    assert cell(page, ("K02", ""), "亮灯原因").text == "节点“房屋征收清零”逾期 24 天"  # 31 October to 24 November
    assert plates(page, "K02") == [("yellow", True), ("red", False)]


def test_what_is_missing_is_said_and_not_shown_as_zero(page):
    due = cell(page, ("K27", ""), "期限")
    assert (due.text, due.fill) == ("空", "blank")
    assert cell(page, ("K27", ""), "距期限").text == "–"
    assert cell(page, ("K27", ""), "亮灯原因").text == "未定期限"


def test_targets_behind_their_pace_stand_in_the_ledger(page):
    shown = cell(page, ("E07", "D02"), "亮灯原因")
    assert shown.text == "落后全年目标 14.2%"
    assert cell(page, ("E07", "D02"), "最近报送").text == "10 月"
    assert ("G01", "D13") not in {row.subject for row in page.table.rows.rows}


def test_chips_count_what_they_keep(page):
    counts = {key: chip.count for key, chip in page.chips.chips.items()}
    assert counts == {
        "all": 58,  # 41 tasks and 17 targets that lag
        "overdue": 2,  # 2019-K07 and K18
        "week": 0,
        "unreported": 0,
        "carried": 6,
        "blue": 4,
        "yellow": 14,
        "red": 4,
        "proposed": 19,
        "unanswered": 3,  # 22, 23 and 24, which were answered later
    }


@pytest.mark.parametrize("key", ["overdue", "carried", "blue", "yellow", "red", "proposed"])
def test_a_chip_keeps_as_many_rows_as_it_says(page, key):
    QTest.mouseClick(page.chips.chips[key], Qt.MouseButton.LeftButton)
    assert len(page.table.rows.rows) == page.chips.chips[key].count
    assert page.chips.chips[key].isChecked()


def test_another_day_changes_the_lights(page):
    page.session.choose_day(YEAR_END)
    assert page.chips.chips["overdue"].count == 7
    assert page.chips.chips["unanswered"].count == 1
    assert cell(page, ("2019-K07", ""), "亮灯原因").text == "逾期 92 天"


def test_groups_by_department_leader_and_light(page):
    for grouping, name in (("department", "环境保护局"), ("leader", "和立群"), ("light", "红灯")):
        page.groupings.chosen.emit(grouping)
        heads = [row.cells[0].text for row in page.table.rows.rows if row.kind == GROUP]
        assert any(head.startswith(name) for head in heads), heads
    assert "办结" in "".join(heads)
    assert sum(row.kind != GROUP for row in page.table.rows.rows) == 58


def test_the_list_of_a_department_and_a_light_can_be_asked_for_and_left(page):
    page.visit(("list", "D13", "red"))
    assert [row.subject for row in page.table.rows.rows] == [("2019-K07", "")]
    assert page.scope.text() == "环境保护局 · 红灯"
    page.scope.click()
    assert len(page.table.rows.rows) == 58


def test_words_narrow_the_ledger(page):
    page.needle.setText("三旧")
    assert [row.subject for row in page.table.rows.rows] == [("2019-K08", "")]


def test_sentences_of_the_calculus_are_shown_with_chinese_punctuation():
    told = "到 10 月 2,290,进度应为 2,752.2667,落后全年目标的 14.2%;节点(甲)"
    assert tidy(told) == "到 10 月 2,290，进度应为 2,752.2667，落后全年目标的 14.2%；节点（甲）"


# --- the story


def test_a_carried_task_tells_both_years(page):
    go(page, "2019-K07")
    story = page.panel.story
    assert [span.year for span in story.spans] == [2019, 2020]
    assert story.dues == (date(2019, 11, 30), date(2020, 9, 30))
    assert "结转自 2019 年 K07" in titles(page)
    assert titles(page)[:2] == ["节点“复绿验收”待完成", "截至这一天"]
    assert any(title.startswith("红色督办单 〔2020〕17号") for title in titles(page))


def test_what_was_not_known_on_the_day_is_not_told(page):
    page.session.choose_day(date(2020, 10, 1))
    go(page, "2019-K07")
    assert max(event.day for event in page.panel.story.events if event.day) == date(2020, 10, 1)
    assert not any("〔2020〕14号" in title for title in titles(page))  # issued on 9 October


def test_a_target_tells_its_months_against_its_pace(page):
    go(page, "E07", "D02")
    (span,) = page.panel.story.spans
    assert len(span.steps) == 10
    assert span.expected[-1] == (date(2020, 12, 31), 1.0)
    assert any("〔2020〕9号" in title for title in titles(page))


def test_every_row_can_be_walked_and_told(page):
    for row in page.table.rows.rows:
        page._show_item(row.subject)
        page.panel.tell_now()
        assert page.panel.timeline.height() > 0
        page.panel.timeline.grab()


# --- actions on tasks


def test_progress_is_reported_in_place(page, window, qtbot):
    window.activateWindow()
    go(page, "K26")
    page.take_focus()
    qtbot.waitUntil(page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    form = page.panel.form
    qtbot.waitUntil(form.isVisible)
    form.put("percent", "82%")
    form.put("narrative", "示范片区验收两个")
    form.put("problem", "经费未到位")
    form.submit_button.click()
    last = loaded(page).progress[-1]
    assert (last.task, last.day, last.percent) == ("K26", NOVEMBER, Decimal("0.82"))
    assert (last.narrative, last.problem, last.next_step) == ("示范片区验收两个", "经费未到位", None)
    assert not form.isVisible()
    assert cell(page, ("K26", ""), "进度").text == "82"


def test_a_percent_that_cannot_be_read_stays_with_its_reason(page):
    go(page, "K26")
    page.acting.ask_progress()
    form = page.panel.form
    form.put("percent", "八成")
    before = len(loaded(page).progress)
    form.submit()
    assert form.isVisible()
    assert "八成" in form.problems["percent"].text()
    assert form.text("percent") == "八成"
    assert len(loaded(page).progress) == before


def test_closing_is_refused_with_what_lacks_then_done(page, window, qtbot, tmp_path):
    go(page, "2019-K07")
    page.panel.finish_button.click()
    form = page.panel.form
    assert "节点“复绿验收”没有完成" in form.note
    assert "没有附佐证材料" in form.note
    form.submit()
    qtbot.waitUntil(window.notice.isVisible)
    assert form.isVisible()
    page.acting.ask_milestone()
    form.put("on", "2020-11-24")
    form.submit()
    proof = tmp_path / "验收报告.txt"
    proof.write_text("验收合格", encoding="utf-8")
    page.acting.ask_file()
    drop(page, proof)
    form.put("note", "专家组签字")
    form.submit()
    page.acting.ask_finish()
    assert form.note == "节点齐了，佐证也有。"
    form.submit()
    task = next(task for task in loaded(page).tasks if task.code == "2019-K07")
    assert (task.state, task.finished) == ("finished", NOVEMBER)
    page.panel.tell_now()
    assert "销号" in titles(page)
    assert "佐证 验收报告.txt" in titles(page)


def drop(page, path):
    """Drop a file on the form as the desktop does."""
    field = page.panel.form.findChild(FileField)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPointF(QPoint(5, 5))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(where, copy, data, left, none))
    assert page.panel.form.text("path") == str(path)


def test_an_extension_keeps_the_old_date(page):
    go(page, "2019-K07")
    page.panel.extend_button.click()
    form = page.panel.form
    assert "2020-09-30" in form.note
    form.put("new_due", "2020-12-20")
    form.put("reason", "雨季影响栽植")
    form.put("approver", "管委会第14次主任办公会")
    form.submit()
    (extension,) = [each for each in loaded(page).extensions if each.task == "2019-K07"]
    assert (extension.old_due, extension.new_due) == (date(2020, 9, 30), date(2020, 12, 20))
    assert cell(page, ("2019-K07", ""), "期限").text == "12-20"
    page.panel.tell_now()
    assert page.panel.story.dues == (date(2019, 11, 30), date(2020, 9, 30), date(2020, 12, 20))


def test_a_task_without_a_due_date_gets_one(page):
    go(page, "K27")
    page.panel.extend_button.click()
    page.panel.form.put("due", "2020-12-25")
    page.panel.form.submit()
    assert cell(page, ("K27", ""), "期限").text == "12-25"


def test_suspending_and_cancelling_need_a_basis(page):
    go(page, "K26")
    page.acting.ask_suspend()
    page.panel.form.submit()
    assert page.panel.form.problems["basis"].isVisible()
    page.panel.form.put("basis", "主任办公会第20次纪要")
    page.panel.form.submit()
    assert cell(page, ("K26", ""), "灯").text == "暂缓"
    assert page.panel.resume_button.isVisible()
    page.panel.resume_button.click()
    assert cell(page, ("K26", ""), "灯").text == "黄灯"


def test_a_new_task_is_laid_and_shown(page):
    page.add_button.click()
    form = page.panel.form
    for name, text in (("code", "K99"), ("title", "老旧厂房改造"), ("due", "2020-12-28"), ("lead", "D04")):
        form.put(name, text)
    form.put("partners", "环境保护局、D16，没有的局")
    form.submit()
    assert page.panel.form.isVisible()  # there is no such department
    form.put("partners", "环境保护局、D16")
    form.submit()
    assert page.panel.item.subject == ("K99", "")
    assert next(task for task in loaded(page).tasks if task.code == "K99").partners == ("D13", "D16")
    assert cell(page, ("K99", ""), "牵头").text == "规划建设局"


def test_open_milestones_stand_before_the_day_and_can_be_done_from_there(page):
    go(page, "K02")
    ahead = [event for event in page.panel.story.events if event.kind == "ahead"]
    assert [event.title for event in ahead] == ["节点“首开区开工”待完成", "节点“房屋征收清零”待完成"]
    assert ahead[1].detail == "已逾期 24 天"
    row = next(row for row in page.panel.events.rows if row.said == ahead[1])
    row.click()
    assert page.panel.form.text("title") == "房屋征收清零"
    page.panel.form.submit()
    done = next(m for m in loaded(page).milestones if (m.task, m.title) == ("K02", "房屋征收清零"))
    assert done.done == NOVEMBER
    assert cell(page, ("K02", ""), "灯").text == "绿灯"


def test_a_file_dropped_on_the_panel_is_kept_as_evidence(page, tmp_path, monkeypatch):
    go(page, "K26")
    proof = tmp_path / "现场照片.jpg"
    proof.write_bytes(b"jpg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(proof))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.panel.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert page.panel.form.text("path") == str(proof)
    page.panel.form.submit()
    page.panel.tell_now()
    assert "佐证 现场照片.jpg" in titles(page)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    proof.unlink()  # what is kept does not need the file it came from
    next(row for row in page.panel.events.rows if row.said.title.startswith("佐证")).click()
    assert [Path(url.toLocalFile()).read_bytes() for url in opened] == [b"jpg"]


def test_what_asks_to_be_closed_says_so(page):
    assert cell(page, ("K03", ""), "亮灯原因").text == "申请销号，待核"


def test_the_approval_form_is_one_click_from_each_request(page, qtbot):
    go(page, "K26")
    page.acting.ask_suspend()
    (link,) = [each for each in page.panel.form.findChildren(QPushButton) if each.text() == "审批表…"]
    with qtbot.waitSignal(page.go) as asked:
        link.click()
    assert asked.args == [("reports", "approval", "K26:suspend")]


def test_undo_takes_an_action_back(page, window, qtbot):
    go(page, "K26")
    before = cell(page, ("K26", ""), "进度").text
    page.acting.ask_progress()
    page.panel.form.put("percent", "0.9")
    page.panel.form.submit()
    assert cell(page, ("K26", ""), "进度").text == "90"
    window.desk.session.undo()
    qtbot.waitUntil(lambda: cell(page, ("K26", ""), "进度").text == before)


# --- directives


def test_one_click_issues_the_directive_that_is_proposed(page, window):
    go(page, "K02")
    assert page.panel.proposal.isVisible()
    page.panel.proposal.issue_button.click()
    directive = loaded(page).directives[-1]
    assert (directive.task, directive.colour, directive.day) == ("K02", "red", NOVEMBER)
    assert directive.number == "〔2020〕27号"
    assert directive.reply_due == date(2020, 12, 1)
    window.desk.visit(("supervision",))
    assert plates(page, "K02") == [("yellow", True), ("red", True)]


def test_a_draft_can_be_edited_before_it_is_issued(page):
    go(page, "K26")
    page.panel.proposal.edit_button.click()
    page.panel.form.put("reason", "垃圾分类示范片区进度落后，请说明原因。")
    page.panel.form.put("reply_due", "2020-11-30")
    page.panel.form.submit()
    directive = loaded(page).directives[-1]
    assert (directive.reason, directive.reply_due) == ("垃圾分类示范片区进度落后，请说明原因。", date(2020, 11, 30))


def test_a_directive_on_a_target_is_issued_too(page):
    go(page, "E01", "D07")
    page.panel.proposal.issue_button.click()
    directive = loaded(page).directives[-1]
    assert (directive.indicator, directive.department, directive.colour) == ("E01", "D07", "yellow")


def test_why_a_directive_is_not_sent_is_kept_by_name(page):
    go(page, "K26")
    page.panel.proposal.skip_button.click()
    page.panel.form.put("text", "本周五现场督办后再定")
    page.panel.form.put("author", "王敏")
    page.panel.form.submit()
    explanation = loaded(page).explanations[-1]
    assert (explanation.subject, explanation.author) == ("D12/K26", "王敏")
    assert "王敏 2020-11-24 说明暂不发：本周五现场督办后再定" in page.panel.proposal.terms.text()


def test_the_work_of_the_day_lists_and_issues_everything(page, window):
    page.session.choose_day(YEAR_END)
    page.draft_button.click()
    work = page.panel.work
    proposed = len(page.view.proposals)
    assert len(work.proposed.rows.rows) == proposed == 30
    assert [row.cells[2].text for row in work.late.rows.rows] == ["超 17 天"]  # due on 14 December
    before = len(loaded(page).directives)
    work.all_button.click()
    issued = loaded(page).directives[before:]
    assert len(issued) == proposed
    assert len({each.number for each in issued}) == proposed
    assert not page.view.proposals
    window.desk.session.undo()
    assert len(loaded(page).directives) == before


def test_an_overdue_reply_is_recorded_from_the_list(page):
    page.session.choose_day(YEAR_END)
    page.draft_button.click()
    work = page.panel.work
    work.late.activated_on.emit(work.late.rows.rows[0].subject, 0)
    form = page.panel.form
    form.put("replied", "2020-12-30")
    form.put("text", "年内完成首期拆除")
    form.submit()
    answered = [each for each in loaded(page).directives if each.replied == date(2020, 12, 30)]
    assert [each.reply for each in answered] == ["年内完成首期拆除"]
    assert page.chips.chips["unanswered"].count == 0


def test_an_issued_directive_can_be_amended_and_withdrawn(page):
    go(page, "K26")
    page.acting.draft_current()
    place = len(loaded(page).directives) - 1
    page.acting.ask_amend(place)
    page.panel.form.put("reason", "更正后的事由")
    page.panel.form.submit()
    assert loaded(page).directives[place].reason == "更正后的事由"
    page.acting.ask_withdraw(place)
    page.panel.form.put("reason", "重复发文")
    page.panel.form.submit()
    assert len(loaded(page).directives) == place


# --- the window's sizes and the year's course


def test_in_a_narrow_window_the_panel_is_a_drawer(page, window, qtbot):
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    assert "最近报送" in [column.title for column in page.table.rows.columns]
    page.table.activated_on.emit(("K02", ""), 0)
    assert page.panel.isVisible()
    assert page.panel.width() == 344
    assert page.close_panel()
    assert not page.panel.isVisible()


def test_escape_puts_a_form_away_first(page, window):
    go(page, "K26")
    page.acting.ask_progress()
    window.escape()
    assert page.panel.stack.currentIndex() == 0
    assert page.panel.isVisible()


def test_a_final_year_is_only_read(page, window):
    window.desk.session.choose_year(2019)
    assert page.view.facts.state == "final"
    assert not page.add_button.isEnabled()
    assert not page.draft_button.isEnabled()
    go(page, "K02")
    assert not page.panel.report_button.isEnabled()
    page.acting.ask_progress()
    assert page.panel.stack.currentIndex() == 0


def test_the_ledger_as_text_holds_what_is_seen(page):
    page.table.go_to(("K18", ""))
    assert "K18\t消防“生命通道”打通与微型消防站建设\t消防救援大队" in page.table.copied_text()


def test_an_empty_ledger_says_what_belongs_there_or_how_to_see_more(page):
    page.choose_filter("unreported")
    assert page.empty.title.text() == "没有符合的事项"
    page._show_all()
    assert not page.empty.isVisible()
    view = page.view
    page.take(YearView(replace(view.facts, tasks=(), targets=(), directives=()), view.assessment, view.day))
    assert page.empty.title.text() == "还没有督查事项"
    assert page.panel.empty.isVisible()


def test_a_narrow_window_begins_with_the_ledger_alone(window):
    window.resize(1366, 768)
    window.desk.visit(("supervision",))
    assert not window.pages["supervision"].panel.isVisible()
