"""The window as a person uses it, on the sample zone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kpi_desktop.office import assessing
from ui.frame.search import found


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_frame_offers_three_pages_and_opens_on_the_overview(window):
    assert window.stack.currentWidget() is window.pages["overview"]
    assert "主要经济指标" in words(window)
    assert "部门亮灯" in words(window)


def test_a_line_opens_its_derivation_with_the_real_numbers(window, qtbot):
    window.desk.visit(("score", "line", "D04", "E01"))
    page = window.pages["score"]
    qtbot.waitUntil(lambda: "21.86" in words(page), timeout=5_000)
    assert "80% + 20% × (21.86 − 20) ÷ (26 − 20)" in words(page).replace("<b>", "").replace("</b>", "")
    assert "14.94" in words(page)


def test_the_figures_on_screen_are_those_of_the_calculus(window):
    assessment = assessing.assess(window.desk.session.book, 2020)
    shown = window.desk.session.view.assessment
    assert [(r.code, r.total, r.grade) for r in shown.departments()] == [
        (r.code, r.total, r.grade) for r in assessment.departments()
    ]


def test_another_year_can_be_chosen(window, qtbot):
    window.desk.session.choose_year(2019)
    qtbot.waitUntil(lambda: window.desk.session.view.year == 2019)
    assert window.desk.session.view.facts.state == "final"


def test_dark_and_light_can_be_switched(window):
    window.appearance.choose("dark")
    dark = window.palette().window().color().lightness()
    window.appearance.choose("light")
    assert dark < 80 < window.palette().window().color().lightness()


def report_page(window, qtbot, form="sheet", department="D04"):
    window.desk.visit(("reports", form, department))
    page = window.pages["reports"]
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: not window.desk.jobs.words(), timeout=20_000)
    return page


def test_the_preview_is_the_pdf_that_is_saved(window, qtbot, tmp_path):
    page = report_page(window, qtbot)
    assert page.form.name == "部门考核计分表"
    page.save_to(tmp_path / "一份.pdf")
    assert (tmp_path / "一份.pdf").read_bytes() == page.preview.made.pdf
    text = page.preview.document.getAllText(0).text()
    assert "规划建设局" in text
    assert "14.94" in text


def test_every_form_can_be_previewed(window, qtbot):
    for form, pages in (("ranking", 1), ("awards", 1), ("annual", 20)):
        page = report_page(window, qtbot, form)
        qtbot.waitUntil(lambda page=page, pages=pages: page.preview.document.pageCount() >= pages, timeout=30_000)


def test_a_batch_writes_one_file_a_department(window, qtbot, tmp_path):
    page = report_page(window, qtbot)
    folder = tmp_path / "成批"
    page.save_all_to(folder)
    qtbot.waitUntil(lambda: not page.batch.running, timeout=60_000)
    assert len(list(folder.glob("*.pdf"))) == 20


def test_a_cancelled_batch_keeps_what_is_finished(window, qtbot, tmp_path):
    page = report_page(window, qtbot)
    folder = tmp_path / "成批"
    page.save_all_to(folder)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) >= 2, timeout=60_000)
    page.batch.cancel()
    qtbot.waitUntil(lambda: not page.batch.running, timeout=60_000)
    files = list(folder.glob("*.pdf"))
    assert 2 <= len(files) < 20
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in files)
    assert not [path for path in folder.iterdir() if path.suffix != ".pdf"]


def test_the_window_closes_while_a_batch_runs(window, qtbot, tmp_path):
    page = report_page(window, qtbot)
    page.save_all_to(tmp_path / "成批")
    assert page.batch.running
    assert window.close()


def test_a_file_that_is_no_book_is_refused_in_words_and_the_open_book_stays(window, qtbot, tmp_path):
    other = tmp_path / "其他.kpi"
    other.write_bytes(b"not a book" * 200)
    before = window.desk.session.path
    assert not window.desk.session.open(other)
    assert window.desk.session.path == before
    qtbot.waitUntil(lambda: window.notice.isVisible())
    assert "其他.kpi" in words(window.notice)


def test_the_search_finds_by_part_of_a_name_or_code(window, qtbot):
    places = window.desk.places()
    assert found(places, "规划")[0].name == "规划建设局"
    assert "固定资产投资" in {place.name for place in found(places, "e01")}
    form = next(place for place in found(places, "计分表") if place.kind == "报表")
    window.desk.visit(form.goal)
    assert window.stack.currentWidget() is window.pages["reports"]


def test_escape_and_keys_reach_the_page(window, qtbot):
    window.desk.visit(("score", "line", "D04", "E01"))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_the_sample_says_so_under_any_name(window, qtbot, tmp_path):
    other = tmp_path / "另一本.kpi"
    other.write_bytes(window.desk.session.path.read_bytes())
    assert window.desk.session.open(other)
    qtbot.waitUntil(lambda: window.desk.session.title == "另一本" and window.desk.session.view is not None)
    assert "示例数据" in window.desk.session.note
