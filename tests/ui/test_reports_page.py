"""报表: every form is seen as it prints, and goes out as PDF, Word and Excel, one by one and in batch."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from kpi_desktop.reports.forms.form import FORMS
from tests.reports.pages import page_texts
from ui.grid.cells import GROUP
from ui.pages.reports.making import Way
from ui.pages.reports.printing import PrintRun, pages_of, placed, prepare


def quiet(window, qtbot) -> None:
    qtbot.waitUntil(lambda: not window.desk.jobs.words(), timeout=60_000)


@pytest.fixture
def page(window, qtbot):
    window.desk.visit(("reports", "sheet", "D04"))
    shown = window.pages["reports"]
    qtbot.waitUntil(lambda: shown.preview.document.pageCount() > 0, timeout=20_000)
    quiet(window, qtbot)
    return shown


def choose(window, page, qtbot, code: str) -> None:
    page.list.go_to(code)
    quiet(window, qtbot)


def text_of(page) -> str:
    return "".join(page.preview.document.getAllText(at).text() for at in range(page.preview.document.pageCount()))


def test_all_forms_stand_under_their_stage_with_what_they_are_for(page):
    rows = page.list.rows.rows
    assert [row.cells[0].text for row in rows if row.kind == GROUP] == ["编制", "执行", "考核", "复核、定稿"]
    items = [row for row in rows if row.kind != GROUP]
    assert [row.subject for row in items] == sorted(FORMS, key=[form.subject for form in items].index)
    assert all(row.cells[0].under for row in items) and len(items) == len(FORMS)


def test_the_forms_of_the_stage_alone_can_be_shown(page):
    page.stage._clicked(1)
    assert {row.subject for row in page.list.rows.rows} - {None} == {
        form.code for form in FORMS.values() if form.used_in[0] == "assessing"
    }


@pytest.mark.parametrize("code", FORMS)
def test_every_form_is_previewed(window, page, qtbot, code):
    choose(window, page, qtbot, code)
    assert page.preview.made.wanted.form == code
    assert page.preview.document.pageCount() > 0
    assert page.preview.title.text() == FORMS[code].name


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("sheet", ["department"]),
        ("ledger", ["day"]),
        ("monthly", ["month"]),
        ("ranking", []),
        ("directive", ["subject"]),
    ],
)
def test_only_what_the_form_asks_for_is_offered(window, page, qtbot, code, asked):
    choose(window, page, qtbot, code)
    assert [name for name, (_, editor) in page.options._editors.items() if not editor.isHidden()] == asked


def test_another_month_is_another_print(window, page, qtbot):
    choose(window, page, qtbot, "monthly")
    page.options.months.setCurrentIndex(page.options.months.findData(6))
    quiet(window, qtbot)
    assert page.preview.made.choice.month == 6 and "6月" in text_of(page)
    assert page.preview.made.file_name.endswith("-6月.pdf")


def test_another_day_is_another_print(window, page, qtbot):
    choose(window, page, qtbot, "ledger")
    page.options.day.edit.setDate(QDate(2020, 9, 30))
    quiet(window, qtbot)
    assert "9月30日" in text_of(page)


def test_another_subject_is_another_print(window, page, qtbot):
    choose(window, page, qtbot, "directive")
    assert page.options.subjects.count() > 1
    page.options.subjects.setCurrentIndex(1)
    quiet(window, qtbot)
    assert page.preview.made.choice.subject == page.options.subjects.itemData(1)
    assert page.preview.remark.text() == page.options.subjects.itemText(1)


def test_a_subject_can_be_named_from_elsewhere(window, page, qtbot):
    choose(window, page, qtbot, "approval")
    wanted = page.options.subjects.itemData(3)
    window.desk.visit(("reports", "approval", wanted))
    quiet(window, qtbot)
    assert page.preview.made.choice.subject == wanted


def test_page_keys_turn_pages(window, page, qtbot):
    page.preview.view.setFocus()
    page.preview._page_after()
    assert page.preview.pages.text().startswith("2 / ")
    page.preview._page_before()
    assert page.preview.pages.text().startswith("1 / ")


def test_the_zoom_goes_from_the_whole_page_to_its_real_size_and_beyond(page):
    page.preview.set_zoom("real")
    assert page.preview.view.zoomFactor() == 1.0
    page.preview.zoom_by(1.25)
    assert page.preview.view.zoomFactor() == 1.25
    assert page.preview.zoom.value() is None and page.preview.size_now.text() == "125%"
    page.preview.set_zoom("page")
    assert page.preview.zoom.value() == "page"
    page.preview.zoom_by(1.25)
    assert 0.25 <= page.preview.view.zoomFactor() < 1.25
    page.preview.zoom_by(1 / page.preview.view.zoomFactor())
    assert page.preview.zoom.value() == "real" and page.preview.size_now.text() == "100%"


def test_text_is_found_on_all_pages_and_gone_through(window, page, qtbot):
    window.desk.visit(("reports", "ledger"))
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 3, timeout=20_000)
    quiet(window, qtbot)
    find = page.preview.find
    find.field.setText("完成")
    qtbot.waitUntil(lambda: not find.looking, timeout=10_000)
    found = sum(text.count("完成") for text in page_texts(page.preview.made.pdf))
    assert found > 3 and find.count.text() == f"1 / {found}"
    QTest.keyClick(find.field, Qt.Key.Key_Return)
    assert find.count.text() == f"2 / {found}"
    find.field.setText("没有这句话")
    qtbot.waitUntil(lambda: find.count.text() == "没有", timeout=10_000)


def test_what_is_on_screen_is_saved_as_word_and_excel(window, page, qtbot, tmp_path):
    page.save_to(tmp_path / "一份.docx", "docx")
    page.save_to(tmp_path / "一份.xlsx", "xlsx")
    quiet(window, qtbot)
    assert docx.Document(str(tmp_path / "一份.docx")).tables
    assert load_workbook(tmp_path / "一份.xlsx").worksheets


def test_an_archived_pdf_says_so(window, page, qtbot, tmp_path):
    page.options.archive.setChecked(True)
    page.save_to(tmp_path / "一份.pdf")
    quiet(window, qtbot)
    meta = PdfReader(tmp_path / "一份.pdf").trailer["/Root"]["/Metadata"].get_data()
    assert b"<pdfaid:part>2</pdfaid:part>" in meta


def test_missing_fonts_are_named_with_what_replaced_them(page):
    words = page.options.fonts.text()
    for wanted, used in page.preview.made.replaced:
        assert wanted in words and used in words


def test_a_batch_comes_as_one_merged_file(window, page, qtbot, tmp_path):
    page.batch.ways.setCurrentIndex(1)
    assert page.batch.way == Way(merged=True)
    page.save_all_to(tmp_path)
    qtbot.waitUntil(lambda: not page.batch.running, timeout=60_000)
    (file,) = tmp_path.glob("*.pdf")
    assert len(PdfReader(BytesIO(file.read_bytes())).outline) == 20
    assert page.batch.count.text() == "20 / 20"


def test_a_batch_is_offered_for_subjects_too(window, page, qtbot, tmp_path):
    choose(window, page, qtbot, "ballot")
    assert page.batch.kind.currentData() == "ballot"
    page.batch.ways.setCurrentIndex(4)
    page.save_all_to(tmp_path)
    qtbot.waitUntil(lambda: not page.batch.running, timeout=60_000)
    assert len(list(tmp_path.glob("*.xlsx"))) == page.options.subjects.count()


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_pages_are_printed_on_the_paper_of_the_form(window, page, qtbot, tmp_path):
    printer = printer_to(tmp_path / "print.pdf")
    prepare(printer, page.preview.document)
    run = PrintRun(page.preview.made.pdf, printer, [1, 0], window.desk.jobs, page)
    ended = []
    run.ended.connect(ended.append)
    run.start()
    qtbot.waitUntil(lambda: ended == [True], timeout=30_000)
    pages = PdfReader(tmp_path / "print.pdf").pages
    assert len(pages) == 2 and pages[0].mediabox.width > pages[0].mediabox.height


def test_a_range_of_pages_and_copies(tmp_path):
    printer = printer_to(tmp_path / "print.pdf")
    assert pages_of(printer, 4) == [0, 1, 2, 3]
    printer.setFromTo(2, 3)
    assert pages_of(printer, 4) == [1, 2]
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    once = printer.supportsMultipleCopies()
    assert pages_of(printer, 4) == ([1, 2] if once else [1, 2, 1, 2])


def test_a_lying_page_is_turned_onto_standing_paper():
    wide = QImage(400, 200, QImage.Format.Format_RGB32)
    turned, place = placed(wide, QRect(0, 0, 210, 297))
    assert (turned.width(), turned.height()) == (200, 400)
    assert place.height() == 297 and place.width() < 210


def test_the_office_changes_its_forms_in_place(window, page, qtbot):
    choose(window, page, qtbot, "awards")
    page.adjust_button.click()
    assert page.side.isHidden() and not page.panel.isHidden()
    page.ask.put("unit", "滇中经济技术开发区")
    page.ask.put("signatures", "制表人\n分管领导\n")
    page.ask.put("closing", "本表一式三份。")
    page.ask.submit()
    quiet(window, qtbot)
    assert page.panel.isHidden() and not page.side.isHidden()
    text = "".join(text_of(page).split())
    assert "滇中经济技术开发区" in text and "分管领导：" in text and "本表一式三份。" in text


def test_the_public_notice_names_whom_the_office_says(window, page, qtbot):
    choose(window, page, qtbot, "publicity")
    page.adjust_button.click()
    page.ask.put("contact", "联系人：王敏\n\n联系电话：68120000")
    page.ask.submit()
    quiet(window, qtbot)
    text = "".join(text_of(page).split())
    assert "联系人：王敏联系电话：68120000" in text and "＿" not in text


def test_a_bad_logo_is_refused_and_the_panel_stays(window, page, qtbot, tmp_path):
    (tmp_path / "标志.gif").write_bytes(b"GIF89a")
    refused = []
    page.refused.connect(lambda title, words: refused.append(words))
    window.desk.session.refused.connect(lambda title, words: refused.append(words))
    page.adjust_button.click()
    page.ask.put("picture", str(tmp_path / "标志.gif"))
    page.ask.submit()
    assert not page.panel.isHidden() and "不是 PNG" in refused[0]
    assert page.close_panel() and not page.close_panel()
