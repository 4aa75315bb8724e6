"""台账管理 as a person uses it: workbooks in and out, forms, the history, backups, settings."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QSettings, QUrl
from PySide6.QtWidgets import QFileDialog

from kpi_desktop.book import facts, journal
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from kpi_desktop.exchange.exporting import export_workbook
from kpi_desktop.exchange.sample import SAMPLE
from kpi_desktop.office.copies import copies_of
from ui import keeping
from ui.importing import lines

WAIT = 20_000


@pytest.fixture
def page(window):
    window.desk.visit(("archive",))
    return window.pages["archive"]


@pytest.fixture
def book(window):
    return window.desk.session.book


@pytest.fixture
def idle(window, qtbot):
    """Wait until nothing runs in the background."""

    def waited():
        qtbot.waitUntil(lambda: not window.desk.jobs.words() and not window.desk.session.waiting, timeout=WAIT)

    return waited


@pytest.fixture
def workbook(book, tmp_path):
    """The year as a workbook with three cells changed and one department more."""
    path = tmp_path / "三季度.xlsx"
    export_workbook(book, 2020, path)
    opened = load_workbook(path)
    sheet = opened["部门"]
    sheet["F2"], sheet["H3"] = 33, "王五"
    sheet.append(["D30", "新设局", None, sheet["D2"].value, "是", 12])
    opened["责任分解"]["C3"] = 9
    opened.save(path)
    return path


@pytest.fixture
def wrong(workbook, tmp_path):
    opened = load_workbook(workbook)
    opened["责任分解"]["D5"], opened["实绩"]["C7"] = "七十五", 13
    opened.save(tmp_path / "有误.xlsx")
    return tmp_path / "有误.xlsx"


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows.rows]


def department(book, code: str):
    return next(each for each in facts.load(book, 2020).departments if each.code == code)


# --- importing


def test_an_import_is_previewed_cell_by_cell_written_at_once_and_undone_as_one_step(window, page, book, workbook, idle):
    head = journal.head(book)
    window.desk.visit(("archive", "import", str(workbook)))
    idle()
    preview = page.bringing.importing.preview
    assert preview.state == lines.CHANGED
    assert [row[1:] for row in texts(preview.list)] == [
        ["部门", "2", "D01 经济发展局", "人数：22 → 33"],
        ["部门", "3", "D02 投资促进局", "负责人：陈思远 → 王五"],
        ["责任分解", "3", "E01 D02", "分值：10 → 9"],
    ]
    assert texts(preview.detail.cells) == [["人数", "22", "33"]]
    preview.show_state(lines.NEW)
    assert [row[3] for row in texts(preview.list)] == ["D30 新设局"]
    preview.show_state(lines.SAME)
    assert ["责任分解", str(len(facts.load(book, 2020).targets) - 1)] in texts(preview.list)
    assert journal.head(book) == head
    preview.accept.click()
    idle()
    assert (department(book, "D01").headcount, department(book, "D30").name) == (33, "新设局")
    assert journal.head(book)[0] == head[0] + 1
    assert "Ctrl+Z" in window.notice.words.text()
    assert page.bringing.stack.currentIndex() == 0
    assert texts(page.bringing.arrivals.list)[0][2] == "导入 三季度.xlsx"
    window.desk.session.undo()
    assert department(book, "D01").headcount == 22
    assert "D30" not in [each.code for each in facts.load(book, 2020).departments]


def test_a_preview_can_be_filtered_by_sheet_and_given_up(page, workbook, idle):
    page.bringing.open(workbook)
    idle()
    preview = page.bringing.importing.preview
    preview.sheet.setCurrentIndex(preview.sheet.findData("责任分解"))
    assert [row[1] for row in texts(preview.list)] == ["责任分解"]
    assert page.close_panel()
    assert page.bringing.stack.currentIndex() == 0
    assert not page.close_panel()


def test_errors_show_their_place_and_a_marked_copy_can_be_corrected_and_read_again(page, book, wrong, idle, tmp_path):
    head = journal.head(book)
    page.bringing.open(wrong)
    idle()
    importing = page.bringing.importing
    preview = importing.preview
    assert preview.state == lines.ERRORS
    assert [row[0] for row in texts(preview.list)] == ["责任分解!D5", "实绩!C7"]
    assert preview.detail.title.text() == "责任分解!D5"
    assert [words.text() for _, words in preview.detail.parts.values()] == ["“七十五”", "不是数字", "应填数字，如 75"]
    bad = next(row for row in preview.detail.cells.rows.rows if row.subject == "责任分解!D5")
    assert (bad.cells[0].text, bad.cells[1].text, bad.cells[1].fill) == ("确保目标", "七十五", "bad")
    assert not preview.accept.isEnabled()
    importing.save_marked(tmp_path / "批注.xlsx")
    idle()
    assert "不是数字" in load_workbook(tmp_path / "批注.xlsx")["责任分解"]["D5"].comment.text
    opened = load_workbook(wrong)
    opened["责任分解"]["D5"], opened["实绩"]["C7"] = 11, 6
    opened["实绩"].delete_rows(7)
    opened.save(wrong)
    preview.again.emit()
    idle()
    assert preview.accept.isEnabled()
    assert journal.head(book) == head


def test_the_marked_copy_is_never_the_workbook_itself(window, page, wrong, idle, monkeypatch):
    page.bringing.open(wrong)
    idle()
    before = wrong.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wrong), ""))
    page.bringing.importing.preview.mark.click()
    idle()
    assert wrong.read_bytes() == before
    assert "不能写在原工作簿上" in window.notice.words.text()


def test_what_is_no_workbook_is_told_and_leads_back(window, page, tmp_path, idle):
    (tmp_path / "坏.xlsx").write_bytes(b"PK nothing")
    page.bringing.open(tmp_path / "坏.xlsx")
    idle()
    assert "损坏" in window.notice.words.text()
    assert page.bringing.stack.currentIndex() == 0


def test_a_workbook_dropped_on_the_window_is_previewed_for_the_open_book(window, workbook, idle):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(workbook))])
    assert window.desk.books.can_take(dropped)
    window.desk.books.take(dropped)
    idle()
    page = window.pages["archive"]
    assert window.stack.currentWidget() is page
    assert page.bringing.importing.preview.preview.plan.file == workbook.name


def test_commands_and_menu_bring_a_workbook_into_the_open_book(window, workbook, idle, monkeypatch):
    exports = []

    def proposed(parent, title, proposal, kinds):
        exports.append(Path(proposal).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", proposed)
    words = {each.words for each in window.desk.commands()}
    window.desk.visit(("command", "导出本年工作簿"))
    assert exports == [f"{window.desk.session.title}-2020.xlsx"]
    assert {"导入工作簿到当前台账", "操作历史", "立即备份", "填报表：发出和收回"} <= words
    offered = [action.text() for action in window.topbar.book.menu().actions()]
    assert {"导入工作簿到当前台账…", "导出本年工作簿…", "立即备份"} <= set(offered)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(workbook), ""))
    window.desk.visit(("command", "导入工作簿到当前台账"))
    idle()
    assert window.pages["archive"].bringing.importing.preview.preview is not None


def test_a_new_book_is_made_from_a_workbook_after_its_preview(window, idle, tmp_path, monkeypatch):
    target = tmp_path / "新.kpi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.desk.books.import_workbook(SAMPLE / "2019.xlsx")
    idle()
    view = window.desk.books.importing
    assert window.stack.currentWidget() is view
    assert not target.exists()
    view.preview.accept.click()
    idle()
    assert window.desk.session.path == target
    assert window.desk.session.years == (2019,)


def test_errors_keep_a_new_book_from_being_made(window, wrong, idle):
    before = window.stack.currentWidget()
    window.desk.books.import_workbook(wrong)
    idle()
    view = window.desk.books.importing
    assert view.preview.state == lines.ERRORS
    assert not view.preview.accept.isEnabled()
    view.preview.close_button.click()
    assert window.stack.currentWidget() is before


def test_the_year_is_exported_and_brings_nothing_when_read_again(page, tmp_path, idle):
    page.bringing.export_to(tmp_path / "出.xlsx")
    idle()
    page.bringing.open(tmp_path / "出.xlsx")
    idle()
    preview = page.bringing.importing.preview
    assert "完全相同" in preview.words.text()
    assert not preview.accept.isEnabled()


# --- forms to fill in


@pytest.fixture
def folder(page, idle, tmp_path):
    """The forms of every department, sent out from the page."""
    made = tmp_path / "回收"
    made.mkdir()
    page.show_tab("forms")
    page.forms.send_to(made)
    idle()
    return made


def put(path: Path, title: str, **cells: object) -> None:
    opened = load_workbook(path)
    for place, value in cells.items():
        opened[title][place] = value
    opened.save(path)


def file_of(folder: Path, code: str) -> Path:
    return next(folder.glob(f"*_{code}_*.xlsx"))


def test_forms_go_out_for_every_department_with_what_was_chosen(page, folder, idle, tmp_path):
    assert len(list(folder.glob("*.xlsx"))) == len(page.view.facts.departments)
    assert "已导出" in page.forms.where.text()
    page.forms.parts["actual"].setChecked(False)
    page.forms.parts["progress"].setChecked(False)
    page.forms.departments.setCurrentIndex(page.forms.departments.findData("D02"))
    page.forms.due.edit.setText("2021-01-15")
    (tmp_path / "一份").mkdir()
    page.forms.send_to(tmp_path / "一份")
    idle()
    (only,) = (tmp_path / "一份").glob("*.xlsx")
    assert load_workbook(only).sheetnames == ["填报说明", "自评", "填报信息"]
    page.forms.due.edit.setText("尽快")
    page.forms.send_to(tmp_path / "一份")
    assert page.forms.problem.text()
    assert not page.forms.busy.running


def test_a_folder_comes_back_with_one_preview_and_one_operation(window, page, book, folder, idle):
    put(file_of(folder, "D01"), "自评", F5=0.95, G5="完成")
    put(file_of(folder, "D02"), "任务进展", G5=date(2020, 12, 30), H5=0.9, I5="主体封顶")
    put(file_of(folder, "D03"), "自评", F5="很好")
    (folder / "旧.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600)
    window.desk.books.open(folder)
    idle()
    returned = page.forms.returned
    fates = {each[2]: each[0] for each in texts(returned.files)}
    assert fates["旧.xls"] == "不能收"
    assert fates[file_of(folder, "D03").name] == "1 处错"
    assert fates[file_of(folder, "D01").name] == "收"
    assert fates[file_of(folder, "D04").name] == "没有新内容"
    assert returned.accept.text() == "收 2 份、5 处"
    returned.files.go_to(file_of(folder, "D03").name)
    assert texts(returned.cells)[0][0] == "自评!F5"
    returned.files.go_to("旧.xls")
    assert "旧格式" in returned.about.text()
    head = journal.head(book)[0]
    returned.accept.click()
    idle()
    assert journal.head(book)[0] == head + 1
    year = facts.load(book, 2020)
    assert year.progress[-1].narrative == "主体封顶"
    assert returned.plan is None
    window.desk.session.undo()
    assert facts.load(book, 2020).progress[-1].narrative != "主体封顶"


def test_conflicts_stand_side_by_side_and_wait_for_a_decision(page, book, folder, idle):
    put(file_of(folder, "D01"), "自评", F5=0.95)
    sheet = load_workbook(file_of(folder, "D01"))["自评"]
    code = sheet["A5"].value
    own = next(row for row in rows_of(book, 2020, "self_score") if (row["department"], row["subject"]) == ("D01", code))
    enter(book, 2020, [Typed("self_score", own["id"], "share", "88%")], "改自评")
    idle()
    page.forms.collect(folder)
    idle()
    returned = page.forms.returned
    assert not returned.accept.isEnabled()
    row = texts(returned.cells)[0]
    assert row[3:] == ["88%", "95%", "请选定"]
    conflict = returned.plan.conflicts[0].id
    returned.cells.activated_on.emit(conflict, 3)
    assert texts(returned.cells)[0][5] == "台账"
    assert returned.accept.isEnabled()
    returned.all_form.click()
    assert texts(returned.cells)[0][5] == "填报表"
    returned.leave.click()
    assert not returned.accept.isEnabled()
    assert texts(returned.files)[0][0] == "先不收"
    returned.leave.click()
    returned.accept.click()
    idle()
    own = next(row for row in rows_of(book, 2020, "self_score") if (row["department"], row["subject"]) == ("D01", code))
    assert own["share"] * 100 == 95


def test_reading_a_folder_can_be_cancelled(page, folder, idle):
    page.forms.collect(folder)
    page.forms.returned.busy.cancel()
    idle()
    assert page.forms.returned.plan is None


def test_a_final_year_sends_nothing_out(window, page, idle):
    window.desk.session.choose_year(2019)
    idle()
    page.show_tab("forms")
    assert not page.forms.out.isEnabled()
    assert not page.forms.returned.choose.isEnabled()


# --- history


def test_the_history_tells_who_did_what_and_one_entry_can_be_undone(window, page, book, idle):
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    enter(book, 2020, [Typed("department", row["id"], "leader", "钱七")], "改分管")
    idle()
    window.desk.visit(("archive", "history"))
    history = page.history
    assert [row[3] for row in texts(history.list)][:2] == ["改分管", "改负责人"]
    history.text.setText("赵六")
    history.read()
    assert [row[3] for row in texts(history.list)] == ["改分管", "改负责人"]
    number = next(each.entry.sequence for each in history.entries if each.entry.action == "改负责人")
    history.go_to(number)
    assert [cell for cell in texts(history.cells) if "赵六" in cell] == [["负责人", row["head"], "赵六"]]
    history.undo.click()
    assert window.notice.isVisible()
    assert "之后第" in window.notice.words.text()
    history.go_to(history.entries[0].entry.sequence)
    history.undo.click()
    idle()
    history.clear()
    history.go_to(number)
    history.undo.click()
    idle()
    assert department(book, "D01").head == row["head"]
    assert texts(history.list)[0][3] == "撤销：改负责人"
    history.go_to(number)
    assert not history.undo.isEnabled()


def test_the_history_is_filtered_by_person_table_and_day(page, book, idle):
    book.author = "李处"
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    idle()
    page.show_tab("history")
    history = page.history
    history.author.setCurrentIndex(history.author.findData("李处"))
    assert [row[3] for row in texts(history.list)] == ["改负责人"]
    history.author.setCurrentIndex(0)
    history.table.setCurrentIndex(history.table.findData("task"))
    assert all("导入" in row[3] or "结转" in row[3] for row in texts(history.list))
    history.clear()
    history.last.edit.setText("2001-01-01")
    history.read()
    assert history.entries == []
    assert history.side.title.text() == "没有符合筛选的操作"


# --- backups


def test_a_backup_is_made_rehearsed_and_restored(window, page, book, idle):
    window.desk.visit(("archive", "backups", "now"))
    idle()
    (copy,) = copies_of(book.path, [])
    assert page.backups.chosen_path() == copy.path
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    idle()
    page.backups.rehearse()
    idle()
    assert "恢复会失去之后的 1 条操作" in page.backups.result.text()
    assert [row[1:] for row in texts(page.backups.compared)] == [["考核", "考核"], ["定稿", "定稿"]]
    page.backups.restore_button.click()
    assert "再点一次" in page.backups.result.text()
    assert department(book, "D01").head == "赵六"
    place = book.path
    page.backups.restore_button.click()
    idle()
    session = window.desk.session
    assert session.path == place
    assert window.isEnabled()
    assert department(session.book, "D01").head == row["head"]
    assert list(place.parent.glob("*.before-restore-1"))


def test_the_book_is_verified_and_what_is_wrong_is_listed(page, book, idle):
    page.show_tab("backups")
    page.backups.verify()
    idle()
    assert "没有发现问题" in page.backups.verdict.text()
    assert not page.backups.findings.isVisible()


def test_a_file_that_is_no_backup_is_refused_with_its_reason(window, page, tmp_path, idle):
    page.show_tab("backups")
    (tmp_path / "文.kpi").write_text("text", encoding="utf-8")
    page.backups.add_file(tmp_path / "文.kpi")
    page.backups.rehearse()
    idle()
    assert window.notice.isVisible()
    page.backups.restore_button.click()
    page.backups.restore_button.click()
    idle()
    assert "没有恢复" in window.notice.title.text()
    assert window.desk.session.book is not None


# --- settings


def test_the_operator_is_written_into_the_history(window, page, book, idle):
    page.show_tab("settings")
    page.settings.name.setText("王主任")
    page.settings.name.editingFinished.emit()
    assert window.desk.session.operator_words == "操作人 王主任"
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    assert journal.history(book, limit=1)[0].entry.author == "王主任"
    assert window.desk.session.open(book.path)
    assert window.desk.session.book.author == "王主任"


def test_a_changed_book_is_copied_when_it_is_closed(window, page, book, idle, tmp_path):
    safe = tmp_path / "另一块盘"
    safe.mkdir()
    page.show_tab("settings")
    page.settings.choose_folder(safe)
    place = book.path
    assert window.desk.session.open(place)
    assert not list(safe.iterdir())
    opened = window.desk.session.book
    row = next(each for each in rows_of(opened, 2020, "department") if each["code"] == "D01")
    enter(opened, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    idle()
    window.desk.session.close()
    assert [each.kind for each in copies_of(place, [safe])] == ["on_closing"]


def test_a_failed_copy_on_closing_keeps_nobody_and_is_told_later(window, page, book, idle, tmp_path):
    keeping.choose_folder(tmp_path / "拔掉的盘")
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    idle()
    place = book.path
    assert window.desk.session.open(place)
    idle()
    window.desk.visit(("archive", "backups"))
    assert page.backups.warning.isVisible()
    assert "没有备份成" in page.backups.warning.text()


def test_nothing_is_copied_where_that_is_not_wanted(window, page, book, idle):
    page.show_tab("settings")
    page.settings.on_closing.click()
    assert not keeping.backs_up_on_closing()
    row = next(each for each in rows_of(book, 2020, "department") if each["code"] == "D01")
    enter(book, 2020, [Typed("department", row["id"], "head", "赵六")], "改负责人")
    place = book.path
    window.desk.session.close()
    assert copies_of(place, []) == ()


def test_the_look_is_chosen_in_the_settings_too(window, page):
    page.show_tab("settings")
    page.settings.look.chosen.emit("dark")
    assert window.appearance.choice == "dark"
    page.settings.look.chosen.emit("light")
    assert str(QSettings().value("appearance")) == "light"


def test_reading_a_workbook_can_be_cancelled_and_leads_back(page, workbook, idle):
    page.bringing.open(workbook)
    page.bringing.importing.busy.cancel()
    idle()
    assert page.bringing.importing.preview.preview is None
    assert page.bringing.stack.currentIndex() == 0
