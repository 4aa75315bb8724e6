"""Forms to fill in: what they ask, how they come back (saved by LibreOffice too), conflicts, and what is refused."""

import os
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kpi_desktop.book import facts, journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.collecting import BOOK, FORM, bring_in
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from kpi_desktop.exchange.fill_in import INFO_TITLE, Wish
from kpi_desktop.exchange.fill_in_planning import plan_folder
from kpi_desktop.exchange.fill_in_writing import export_forms
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import move_year

MARK, HEADER = 1, 4


@pytest.fixture
def forms(book: Book, tmp_path: Path) -> dict[str, Path]:
    """The forms of D01 and D02 up to March, by department."""
    folder = tmp_path / "forms"
    folder.mkdir()
    made = export_forms(book, 2020, ["D01", "D02", "D03"], Wish(until=3, due=date(2020, 4, 10)), folder)
    return {path.name.split("_")[1]: path for path in made}


def cell_of(sheet, code: str, column: str):
    """The cell of a row and a column by their hidden ids."""
    at = next(cell.column for cell in sheet[MARK] if cell.value == column)
    row = next(row for row in range(HEADER + 1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)
    return sheet.cell(row, at)


def fill(path: Path, title: str, **values: object) -> Path:
    """Put values into a form, named `E01__value_3` for the column value@3 of row E01."""
    workbook = load_workbook(path)
    for name, value in values.items():
        code, _, column = name.partition("__")
        head, _, month = column.rpartition("_")
        cell_of(workbook[title], code, f"{head}@{month}" if month.isdigit() else column).value = value
    workbook.save(path)
    return path


def through_libreoffice(path: Path, detour: str = "") -> Path:
    """Let LibreOffice open a workbook and save it again, by way of another format where one is named."""
    for target in (detour, "xlsx") if detour else ("xlsx",):
        out = path.parent / f"to-{target}"
        home = f"-env:UserInstallation=file://{path.parent}/office"
        command = ["soffice", home, "--headless", "--convert-to", target, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = out / f"{path.stem}.{target}"
    return path


def only(book: Book, folder: Path):
    """The plan of the only form that brings something."""
    plan = plan_folder(book, 2020, folder)
    return next(file for file in plan.files if file.proposals or file.errors or file.refused or file.notes)


# --- what a form asks


def test_a_form_holds_what_its_department_reports_and_nothing_else(forms):
    workbook = load_workbook(forms["D01"])
    assert workbook.sheetnames == ["填报说明", "实绩", "自评", INFO_TITLE]
    assert workbook[INFO_TITLE].sheet_state == "veryHidden"
    codes = [workbook["实绩"].cell(row, 1).value for row in range(5, workbook["实绩"].max_row + 1)]
    assert codes == ["E01", "E05"]  # E02 fetches its values, E04 is rated by a panel
    lines = [workbook["自评"].cell(row, 1).value for row in range(5, workbook["自评"].max_row + 1)]
    assert lines == ["E01", "E02", "E04", "E05", "T01"]
    told = load_workbook(forms["D02"])
    assert [told["任务进展"].cell(row, 1).value for row in range(5, told["任务进展"].max_row + 1)] == ["T02"]


def test_only_cells_to_fill_are_open_and_confirmed_months_are_not(forms):
    sheet = load_workbook(forms["D01"])["实绩"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert not cell_of(sheet, "E01", "value@1").protection.locked  # 快报
    assert cell_of(sheet, "E01", "value@2").protection.locked  # 核定
    assert not cell_of(sheet, "E01", "value@3").protection.locked
    assert cell_of(sheet, "E01", "value@2").value == 11
    assert sheet["B5"].protection.locked


def test_choices_and_limits_are_checks_of_excel(forms):
    sheet = load_workbook(forms["D02"])["任务进展"]
    checks = {check.error.split("。")[0]: check for check in sheet.data_validations.dataValidation}
    share = next(check for words, check in checks.items() if "百分比" in words)
    assert (share.type, share.formula1, share.formula2, share.showErrorMessage) == ("decimal", "0", "1", True)
    day = next(check for words, check in checks.items() if "日期" in words)
    assert (day.type, day.formula1) == ("date", "DATE(2020,1,1)")
    values = load_workbook(forms["D01"])["实绩"].data_validations.dataValidation
    assert [str(check.sqref) for check in values if check.type == "decimal"] == ["H5:H6", "I6", "J5:J6"]


# --- coming back


def test_an_untouched_form_brings_nothing(book, forms):
    plan = plan_folder(book, 2020, forms["D01"].parent)
    assert [(file.proposals, file.errors, file.notes, file.same) for file in plan.files] == [((), (), (), 0)] * 3


@pytest.mark.parametrize("detour", ["", "ods"])
def test_a_folder_saved_by_libreoffice_comes_in_as_one_operation(book, forms, tmp_path, detour):
    fill(forms["D01"], "实绩", E01__value_1=6, E01__value_3="16.5", E01__analysis_3="平稳", E05__value_2="７")
    fill(forms["D01"], "自评", E01__share=0.95, E05__share="1/3", E05__note="已完成")
    fill(
        forms["D02"],
        "任务进展",
        T02__day=date(2020, 5, 29),
        T02__percent=0.555,
        T02__narrative="路基完成",
        T02__next_step="铺装\n绿化",
    )
    back = tmp_path / "back"
    back.mkdir()
    for code in ("D01", "D02"):
        shutil.copy(through_libreoffice(forms[code], detour), back)
    plan = plan_folder(book, 2020, back)
    assert [(file.department, file.refused, file.errors, file.notes) for file in plan.files] == [
        ("D01", "", (), ()),
        ("D02", "", (), ()),
    ]
    assert len(plan.files[0].proposals) == 7
    assert not plan.conflicts
    before = facts.load(book, 2020)
    changes = bring_in(book, plan, {})
    assert changes.action == "收回填报表 2 份"
    year = facts.load(book, 2020)
    values = {(a.indicator, a.month): a for a in year.actuals if a.department == "D01"}
    assert (values["E01", 1].value, values["E01", 1].basis) == (6, "preliminary")
    assert (values["E01", 3].value, values["E01", 3].analysis) == (Decimal("16.5"), "平稳")
    assert values["E01", 3].basis == "preliminary"
    assert values["E05", 2].value == 7
    own = {each.subject: each for each in year.self_scores if each.department == "D01"}
    assert own["E01"].share == Decimal("0.95")
    assert own["E01"].note == "完成"
    assert (own["E05"].share * 3, own["E05"].note) == (1, "已完成")
    report = year.progress[-1]
    assert (report.task, report.day, report.percent) == ("T02", date(2020, 5, 29), Decimal("0.555"))
    assert (report.narrative, report.problem, report.next_step) == ("路基完成", None, "铺装\n绿化")
    undo(book)
    assert facts.load(book, 2020) == before


def test_what_came_in_is_the_same_when_it_is_read_again(book, forms):
    fill(forms["D01"], "实绩", E01__value_3=16)
    folder = forms["D01"].parent
    bring_in(book, plan_folder(book, 2020, folder), {})
    head = journal.head(book)
    plan = plan_folder(book, 2020, folder)
    file = next(each for each in plan.files if each.department == "D01")
    assert (file.proposals, file.same) == ((), 1)
    assert not bring_in(book, plan, {})
    assert journal.head(book) == head


def test_renamed_sheets_and_files_and_added_rows_above_are_found(book, forms):
    fill(forms["D01"], "实绩", E01__value_3=16)
    workbook = load_workbook(forms["D01"])
    workbook["实绩"].title = "经发局（新）"
    workbook[INFO_TITLE].title = "Sheet9"
    workbook["经发局（新）"].insert_rows(1)
    workbook.save(forms["D01"])
    renamed = forms["D01"].rename(forms["D01"].with_name("报送.xlsx"))
    file = only(book, renamed.parent)
    assert [(each.form, each.place) for each in file.proposals] == [("16", "经发局（新）!J6")]


# --- conflicts


def test_a_conflict_is_shown_and_a_person_decides(book, forms):
    fill(forms["D01"], "实绩", E01__value_1=7, E01__value_3=16)
    row = next(
        r for r in rows_of(book, 2020, "actual") if (r["indicator"], r["department"], r["month"]) == ("E01", "D01", 1)
    )
    enter(book, 2020, [Typed("actual", row["id"], "value", "6.5")], "改")
    plan = plan_folder(book, 2020, forms["D01"].parent)
    (conflict,) = plan.conflicts
    assert (conflict.row, conflict.header) == ("固定资产投资", "1 月")
    assert (conflict.sent, conflict.book, conflict.form) == ("5.5", "6.5", "7")
    head = journal.head(book)
    with pytest.raises(Refusal, match="还有 1 处冲突没有选定"):
        bring_in(book, plan, {})
    assert journal.head(book) == head
    bring_in(book, plan, {conflict.id: BOOK})
    assert value(book, "E01", "D01", 1) == Decimal("6.5")
    assert value(book, "E01", "D01", 3) == 16
    undo(book)
    plan = plan_folder(book, 2020, forms["D01"].parent)
    assert plan.conflicts[0].id == conflict.id
    bring_in(book, plan, {conflict.id: FORM})
    assert value(book, "E01", "D01", 1) == 7


def value(book: Book, indicator: str, department: str, month: int):
    actuals = facts.load(book, 2020).actuals
    return next(a.value for a in actuals if (a.indicator, a.department, a.month) == (indicator, department, month))


def test_what_the_book_was_changed_to_as_well_is_no_conflict(book, forms):
    fill(forms["D01"], "实绩", E01__value_1=7)
    row = next(
        r for r in rows_of(book, 2020, "actual") if (r["indicator"], r["department"], r["month"]) == ("E01", "D01", 1)
    )
    enter(book, 2020, [Typed("actual", row["id"], "value", "7")], "改")
    plan = plan_folder(book, 2020, forms["D01"].parent)
    assert (plan.files[0].proposals, plan.files[0].same) == ((), 1)


def test_a_value_that_was_confirmed_meanwhile_is_a_conflict(book, forms):
    fill(forms["D01"], "实绩", E01__value_1=7)
    row = next(
        r for r in rows_of(book, 2020, "actual") if (r["indicator"], r["department"], r["month"]) == ("E01", "D01", 1)
    )
    enter(book, 2020, [Typed("actual", row["id"], "basis", "核定")], "核定")
    (conflict,) = plan_folder(book, 2020, forms["D01"].parent).conflicts
    assert (conflict.book, conflict.form) == ("5.5", "7")


def test_two_reports_of_the_same_day_are_compared(book, forms):
    fill(forms["D02"], "任务进展", T02__day=date(2020, 4, 30), T02__percent=0.5, T02__problem="缺资金")
    plan = plan_folder(book, 2020, forms["D02"].parent)
    file = next(each for each in plan.files if each.department == "D02")
    assert [(each.header, each.book, each.form, each.is_conflict) for each in file.proposals] == [
        ("完成比例", "45%", "50%", True),
        ("存在问题", "", "缺资金", False),
    ]
    count = len(facts.load(book, 2020).progress)
    bring_in(book, plan, {plan.conflicts[0].id: FORM})
    year = facts.load(book, 2020)
    assert len(year.progress) == count
    assert (year.progress[1].percent, year.progress[1].problem) == (Decimal("0.5"), "缺资金")


def test_a_preview_that_is_out_of_date_is_not_written(book, forms):
    fill(forms["D01"], "实绩", E01__value_3=16)
    plan = plan_folder(book, 2020, forms["D01"].parent)
    enter(book, 2020, [Typed("group_", rows_of(book, 2020, "group_")[0]["id"], "note", "新")], "改")
    with pytest.raises(Refusal, match="预览之后又有改动"):
        bring_in(book, plan, {})


# --- what is wrong


def test_bad_cells_are_listed_and_hold_their_file_back(book, forms):
    fill(forms["D01"], "实绩", E01__value_3="十六", E01__value_1=None)
    fill(forms["D02"], "任务进展", T02__narrative="无日期")
    fill(forms["D02"], "实绩", E05__value_1=3)
    plan = plan_folder(book, 2020, forms["D01"].parent)
    files = {file.department: file for file in plan.files}
    assert [(error.cell, error.wrong) for error in files["D01"].errors] == [
        ("实绩!H5", "原有的“5.5”被清空"),
        ("实绩!J5", "不是数字"),
    ]
    assert [error.message for error in files["D02"].errors] == ["道路改造还缺日期，请补上"]
    assert not bring_in(book, plan, {})


def test_merged_cells_and_rows_of_another_department_are_errors(book, forms):
    workbook = load_workbook(forms["D01"])
    workbook["实绩"].merge_cells("J5:J6")
    workbook["自评"]["A9"] = "T02"
    workbook["自评"]["F9"] = 0.9
    workbook.save(forms["D01"])
    errors = only(book, forms["D01"].parent).errors
    assert {error.cell for error in errors} == {"实绩!J5", "自评!F9"}
    assert "“T02”不在发给经济发展局的填报表里" in next(e.wrong for e in errors if e.cell == "自评!F9")


def test_locked_cells_that_were_changed_are_told_and_not_taken(book, forms):
    fill(forms["D01"], "实绩", E01__value_2=99)
    file = only(book, forms["D01"].parent)
    assert file.proposals == ()
    assert file.notes == ("实绩!I5 是锁定的格，改成“99”没有采纳。",)


def test_a_task_that_was_closed_meanwhile_takes_no_report(book, forms):
    fill(forms["D02"], "任务进展", T02__day=date(2020, 5, 29), T02__percent=0.6)
    row = next(r for r in rows_of(book, 2020, "task") if r["code"] == "T02")
    enter(book, 2020, [Typed("task", row["id"], "state", "终止"), Typed("task", row["id"], "basis", "纪要")], "终止")
    file = only(book, forms["D02"].parent)
    assert (file.proposals, file.notes) == ((), ("任务 T02 终止，进展没有采纳。",))


def test_files_that_are_no_forms_old_or_of_another_book_are_refused_by_name(book, empty, forms, tmp_path):
    folder = forms["D01"].parent
    (folder / "旧表.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600)
    (folder / "坏.xlsx").write_bytes(b"PK not really")
    shutil.copy(
        Path(tmp_path / "zone.xlsx") if (tmp_path / "zone.xlsx").exists() else forms["D03"], folder / "~$x.xlsx"
    )
    older = load_workbook(forms["D03"])
    older[INFO_TITLE]["B1"] = "0"
    older.save(folder / "旧版.xlsx")
    plain = load_workbook(forms["D03"])
    del plain[INFO_TITLE]
    plain.save(folder / "自制.xlsx")
    files = {file.name: file.refused for file in plan_folder(book, 2020, folder).files}
    assert "旧格式" in files["旧表.xls"]
    assert "损坏" in files["坏.xlsx"]
    assert "别的版本的程序" in files["旧版.xlsx"]
    assert "不是本程序发出的填报表" in files["自制.xlsx"]
    assert "~$x.xlsx" not in files
    from kpi_desktop.exchange.importing import carry_out, plan_import
    from tests.exchange.zone import write, zone

    carry_out(empty, plan_import(empty, write(tmp_path / "again.xlsx", zone())))
    assert "别的台账" in next(f.refused for f in plan_folder(empty, 2020, folder).files if "D01" in f.name)


def test_a_form_from_after_the_backup_that_was_restored_is_refused(book, forms, tmp_path):
    copy = shutil.copy(book.path, tmp_path / "earlier.kpi")
    enter(book, 2020, [Typed("group_", rows_of(book, 2020, "group_")[0]["id"], "note", "新")], "改")
    folder = tmp_path / "later"
    folder.mkdir()
    export_forms(book, 2020, ["D01"], Wish(), folder)
    with open_book(copy) as earlier:
        (file,) = plan_folder(earlier, 2020, folder).files
    assert "恢复到了更早的备份" in file.refused


def test_of_two_forms_of_one_department_the_one_saved_last_counts(book, forms):
    double = Path(shutil.copy(forms["D01"], forms["D01"].with_name("复件.xlsx")))
    fill(double, "实绩", E01__value_3=16)
    os.utime(forms["D01"], ns=(1, 1))
    files = {file.name: file for file in plan_folder(book, 2020, double.parent).files}
    assert "请核对后只留一份" in files[forms["D01"].name].refused
    assert len(files["复件.xlsx"].proposals) == 1


def test_a_final_year_sends_out_and_takes_in_nothing(book, forms, tmp_path):
    for state in ("running", "assessing", "review", "final"):
        move_year(book, 2020, state, reason="测试")
    with pytest.raises(Refusal, match="已定稿"):
        export_forms(book, 2020, ["D01"], Wish(), tmp_path)
    with pytest.raises(Refusal, match="已定稿"):
        plan_folder(book, 2020, forms["D01"].parent)


def test_an_empty_folder_and_an_unknown_department_are_refused(book, tmp_path):
    (tmp_path / "空").mkdir()
    with pytest.raises(Refusal, match="没有工作簿"):
        plan_folder(book, 2020, tmp_path / "空")
    with pytest.raises(Refusal, match="没有部门“D99”"):
        export_forms(book, 2020, ["D99"], Wish(), tmp_path)


def test_a_department_may_say_that_its_last_month_is_confirmed(book, forms):
    sheet = load_workbook(forms["D01"])["实绩"]
    (choice,) = [check for check in sheet.data_validations.dataValidation if check.type == "list"]
    assert (choice.formula1, str(choice.sqref)) == ('"快报,核定"', "K5:K6")
    fill(forms["D01"], "实绩", E01__value_3=16, E01__basis_3="核定")
    bring_in(book, plan_folder(book, 2020, forms["D01"].parent), {})
    actual = next(
        a for a in facts.load(book, 2020).actuals if (a.indicator, a.department, a.month) == ("E01", "D01", 3)
    )
    assert (actual.value, actual.basis) == (16, "confirmed")


def test_locks_and_hidden_ids_survive_libreoffice(forms):
    workbook = load_workbook(through_libreoffice(forms["D01"]))
    sheet = workbook["实绩"]
    assert sheet.protection.sheet
    assert sheet.row_dimensions[1].hidden
    assert cell_of(sheet, "E01", "value@2").protection.locked
    assert not cell_of(sheet, "E01", "value@3").protection.locked
    assert workbook[INFO_TITLE].sheet_state != "visible"
    assert {check.type for check in sheet.data_validations.dataValidation} >= {"decimal", "list"}
