"""The strip and its panel: the checklist of the next step, moving on, back with a reason, 定稿, corrections."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kpi_desktop.book.editions import edition_of
from kpi_desktop.office import assessing, course, explaining
from tests.ui.test_window import words


@pytest.fixture
def panel(window, qtbot):
    """The panel of the course, opened by a click on the strip."""
    qtbot.mouseClick(window.topbar.course, Qt.MouseButton.LeftButton)
    return window.desk._course


def state(window, year: int = 2020) -> tuple[str, int]:
    edition = edition_of(window.desk.session.book, year)
    return edition.state, edition.revision


def settle(window) -> None:
    """Explain everything that is blank, decide the appeal and the tie."""
    book = window.desk.session.book
    for gap in assessing.check(book, 2020):
        if not gap.explained and gap.kind not in ("appeal_open", "undecided"):
            explaining.explain(book, 2020, gap.kind, gap.name, "年底补齐", "李文博", gap_day())
    window.desk.session.refresh()


def gap_day() -> date:
    return date(2021, 1, 20)


def listed(panel) -> list[str]:
    return [row.cells[0].text for row in panel.list.rows.rows]


def test_a_click_on_the_strip_opens_and_closes_the_checklist(window, panel, qtbot):
    assert panel.isVisible()
    assert panel.title.text() == "2020 年度 · 考核"
    assert panel.count.text() == window.desk.session.view.lacking == "离“复核”还差 4 处"
    assert [text for text in listed(panel) if text.endswith(" 处")] == [
        "缺报 1 处",
        "督办未回复 1 处",
        "未评议 1 处",
        "快报未核定 1 处",
        "提醒，不挡下一步 3 处",
    ]
    window.escape()
    assert not panel.isVisible()
    qtbot.mouseClick(window.topbar.course, Qt.MouseButton.LeftButton)
    assert panel.isVisible()


def test_a_finding_leads_to_where_it_is_mended(window, panel):
    went = []
    panel.went.connect(went.append)
    panel._go(0, 0)
    assert went[0][1:] == ("task", "K02")
    assert window.stack.currentWidget() is window.pages[went[0][0]]


def test_the_step_is_refused_with_the_list_and_nothing_moves(window, panel):
    panel.forward.click()
    assert state(window) == ("assessing", 1)
    assert window.notice.isVisible()
    assert "尚有 4 项" in window.notice.words.text()


def test_once_all_is_explained_the_year_moves_on(window, panel):
    settle(window)
    assert panel.count.text() == "“复核”前已无缺口"
    panel.forward.click()
    assert state(window) == ("review", 1)
    assert panel.title.text() == "2020 年度 · 复核"
    assert panel.sure.isVisible()
    assert not panel.forward.isEnabled()


def test_back_needs_a_reason(window, panel):
    panel.ask_back()
    assert panel.form.isVisible()
    panel.form.submit()
    assert state(window) == ("assessing", 1)
    assert panel.form.problems["reason"].text()
    panel.form.put("reason", "漏报一项")
    panel.form.submit()
    assert state(window) == ("running", 1)
    assert not panel.form.isVisible()


@pytest.fixture
def almost_final(window, panel):
    """2020 in 复核 with nothing in the way: the tie is decided, the appeal too."""
    from kpi_desktop.office.appeals import decide

    book = window.desk.session.book
    settle(window)
    panel.forward.click()
    decide(book, 2020, "〔2021〕申2号", "不采纳", "核查", gap_day())
    for department in ("D01", "D06"):
        with_decision(book, department)
    window.desk.session.refresh()
    return panel


def with_decision(book, department: str) -> None:
    from kpi_desktop.exchange.entering import Typed, enter

    cells = {"department": department, "grade": "良好", "basis": "党工委会议"}
    entered = enter(book, 2020, [Typed("grade_decision", department, n, t) for n, t in cells.items()], "等次认定")
    assert not entered.problems


def few_forms(monkeypatch) -> None:
    """Two papers instead of all: the real printing has a test of its own."""
    monkeypatch.setattr(
        "kpi_desktop.reports.keeping.kept_jobs", lambda context: keeping_jobs(context)[:2], raising=True
    )


def keeping_jobs(context):
    from kpi_desktop.reports.batch import jobs

    return jobs(context, "ranking") + jobs(context, "awards")


def test_finishing_prints_keeps_and_freezes_and_a_correction_opens_the_second_revision(
    window, almost_final, qtbot, monkeypatch, tmp_path
):
    panel = almost_final
    few_forms(monkeypatch)
    panel.forward.click()
    assert state(window)[0] == "review"  # not without the confirmation
    panel.sure.setChecked(True)
    panel.forward.click()
    qtbot.waitUntil(lambda: not panel.finishing.running, timeout=60_000)
    assert state(window) == ("final", 1)
    qtbot.waitUntil(lambda: panel.title.text() == "2020 年度 · 定稿")
    assert panel.count.text() == "留存表样 2 份"
    assert not panel.forward.isVisible()
    panel.finishing.save_to(tmp_path)
    assert sorted(path.suffix for path in Path(tmp_path).glob("*汇总表*")) == [".pdf", ".pdf"]
    panel.ask_back()
    panel.form.put("state", "review")
    panel.form.put("reason", "统计局更正")
    panel.form.submit()
    assert state(window) == ("review", 2)
    assert panel.remark.text() == "第 2 版，更正第 1 版：统计局更正"
    assert len(course.stored_forms(window.desk.session.book, 2020, 1)) == 2


def test_finishing_can_be_cancelled_and_nothing_is_written(window, almost_final, qtbot):
    panel = almost_final
    panel.sure.setChecked(True)
    panel.forward.click()
    panel.cancel.click()
    qtbot.waitUntil(lambda: not panel.finishing.running, timeout=60_000)
    assert state(window) == ("review", 1)


def test_a_final_year_says_what_was_kept(window, panel):
    window.desk.session.choose_year(2019)
    assert panel.title.text() == "2019 年度 · 定稿"
    assert "另开一版" in panel.meaning.text()
    assert panel.back.text() == "更正，另开一版…"
    assert "undecided" not in "".join(words(panel))


def test_a_correction_names_what_it_corrects_and_why_and_can_be_undone(window, panel, qtbot):
    session = window.desk.session
    session.choose_year(2019)
    qtbot.waitUntil(lambda: session.view.year == 2019)
    why = "统计局核减固定资产投资0.6亿元，市政府第12次常务会议要求按核定数重新计算"
    assert panel._back("review", why)
    qtbot.waitUntil(lambda: session.view.facts.revision == 2)
    panel.show_view(session.view)
    assert state(window, 2019) == ("review", 2)
    assert panel.remark.text() == f"第 2 版，更正第 1 版：{why}"
    assert panel.remark.wordWrap()
    session.undo()  # of many rows: a worker does it
    qtbot.waitUntil(lambda: state(window, 2019) == ("final", 1), timeout=20_000)


def test_in_the_smallest_window_nothing_in_the_top_bar_lies_over_another(window, qtbot):
    window.resize(window.minimumSize())
    bar = window.topbar
    shown = sorted((bar.years, bar.course, bar.lacking, bar.book, bar.search), key=lambda each: each.x())
    qtbot.waitUntil(lambda: all(a.geometry().right() < b.x() for a, b in pairwise(shown)))
    assert bar.lacking.text() == bar.lacking.accessibleName() == "离“复核”还差 4 处"
    bar.show_lacking("离“复核”还差 4 处" * 4)
    assert bar.lacking.text() == ""
    assert bar.lacking.toolTip().startswith("离“复核”")
