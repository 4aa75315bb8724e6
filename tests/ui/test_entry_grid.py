"""The entry grid as a person uses it: keys, clipboard and input method, on the sample zone."""

import shutil
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpi_desktop.book.journal import head, history
from kpi_desktop.exchange.entering import rows_of
from ui.grid.editors import ChoiceEditor, DayEditor, TextEditor
from ui.grid.entry import EntryCell, EntryGrid
from ui.grid.sources import PivotSource, TableSource
from ui.session import Session

YEAR = 2020
BEARERS = ("D01", "D02", "D04", "D06", "D07", "全区")
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def session(qapp, sample, tmp_path):
    from ui.app import application
    from ui.look.theme import Appearance

    Appearance(application())
    opened = Session()
    assert opened.open(shutil.copy(sample, tmp_path / "高新区2020示例.kpi"))
    opened.choose_year(YEAR)
    opened.told_words = []
    opened.told.connect(opened.told_words.append)
    opened.refused.connect(lambda title, words: opened.told_words.append(words))
    yield opened
    opened.close()


@pytest.fixture
def actuals(qtbot, session):
    """固定资产投资: departments down, months across."""
    source = PivotSource(
        session,
        "actual",
        "value",
        "department",
        "month",
        lambda: [(code, session.view.name(code)) for code in BEARERS],
        lambda: [(month, f"{month}月") for month in range(1, 13)],
        "实绩",
        lambda: {"indicator": "E01"},
        basis_of_new=lambda: "confirmed",
        required=lambda department, month: month <= 10,
        locked=lambda department, month: "还没有到这个月" if month == 12 else "",
    )
    return shown(qtbot, session, "实绩", source)


@pytest.fixture
def targets(qtbot, session):
    names = ("indicator", "department", "points", "base", "stretch", "prior")
    return shown(qtbot, session, "责任分解", TableSource(session, "target", names, "责任分解", frozen=2))


@pytest.fixture
def projects(qtbot, session):
    names = ("code", "name", "department", "investment", "sign_planned", "signed")
    return shown(qtbot, session, "项目", TableSource(session, "project", names, "项目"))


@pytest.fixture
def tasks(qtbot, session):
    names = ("code", "title", "category", "lead", "points", "partners", "standard", "due", "state", "basis")
    return shown(qtbot, session, "任务", TableSource(session, "task", names, "任务"))


def shown(qtbot, session, name, source):
    grid = EntryGrid(name)
    grid.set_source(source)
    session.changed.connect(grid.show_rows)
    qtbot.addWidget(grid)
    grid.resize(1100, 420)
    grid.show()
    grid.view.setFocus()
    qtbot.waitUntil(grid.view.hasFocus)
    return grid


def press(grid, key, modifier=Modifier.NoModifier):
    """A key goes to the editor that is open, else to the cells."""
    QTest.keyClick(grid.editor or grid.view, key, modifier)


def typed(grid, text, end=Key.Key_Return):
    """ASCII as keys, anything else through an input method."""
    if text.isascii():
        QTest.keyClicks(grid.editor or grid.view, text[0])
        if text[1:]:
            QTest.keyClicks(grid.editor, text[1:])
    else:
        compose(grid, text)
    if end is not None:
        press(grid, end)


def compose(grid, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(grid.editor or grid.view, event)


def paste(grid, text):
    QGuiApplication.clipboard().setText(text)
    press(grid, Key.Key_V, Modifier.ControlModifier)


def value(session, department, month, indicator="E01"):
    for row in rows_of(session.book, YEAR, "actual"):
        if (row["indicator"], row["department"], row["month"]) == (indicator, department, month):
            return row["value"]
    return None


def at(grid):
    return grid.current_ref(), grid.current_name()


# --- typing


def test_a_key_replaces_enter_saves_and_goes_down(actuals, session):
    before = head(session.book)[0]
    actuals.go_to("D01", "month:3")
    typed(actuals, "2.5")
    assert value(session, "D01", 3) == Decimal("2.5")
    assert at(actuals) == ("D02", "month:3")
    assert head(session.book)[0] == before + 1
    assert history(session.book, limit=1)[0].entry.action == "填写 实绩 3月：经济发展局"


def test_f2_changes_what_is_there_and_tab_goes_right(actuals, session):
    actuals.go_to("D01", "month:3")
    press(actuals, Key.Key_F2)
    before = actuals.editor.text()
    QTest.keyClicks(actuals.editor, "5")
    press(actuals, Key.Key_Tab)
    assert value(session, "D01", 3) == Decimal(before + "5")
    assert at(actuals) == ("D01", "month:4")
    press(actuals, Key.Key_Tab, Modifier.ShiftModifier)
    assert at(actuals) == ("D01", "month:3")


def test_escape_leaves_the_cell_as_it_was(actuals, session):
    before = head(session.book)
    actuals.go_to("D01", "month:3")
    typed(actuals, "99", end=Key.Key_Escape)
    assert actuals.editor is None
    assert actuals.view.hasFocus()
    assert head(session.book) == before


def test_chinese_typed_into_a_cell_opens_it(targets, tasks, session):
    tasks.go_to(tasks.model.row(0).ref, "title")
    compose(tasks, "道路提升")
    assert tasks.editor.value() == "道路提升"
    press(tasks, Key.Key_Return)
    assert rows_of(session.book, YEAR, "task")[0]["title"] == "道路提升"


def test_an_input_method_composes_in_the_editor_before_anything_is_committed(actuals):
    actuals.go_to("D01", "month:3")
    QApplication.sendEvent(actuals.view, QInputMethodEvent("shi", []))
    assert actuals.editor is not None
    compose(actuals, "１２．５")
    press(actuals, Key.Key_Return)
    assert actuals.text("D01", "month:3") == "12.5"


def test_typing_the_same_again_writes_nothing(actuals, session):
    before = head(session.book)
    actuals.go_to("D01", "month:3")
    press(actuals, Key.Key_F2)
    press(actuals, Key.Key_Return)
    assert head(session.book) == before


def test_leaving_the_cell_with_the_mouse_saves_it(actuals, session):
    actuals.go_to("D01", "month:3")
    typed(actuals, "3.25", end=None)
    place = actuals.view.cell_rect(3, 5).center()
    QTest.mouseClick(actuals.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert value(session, "D01", 3) == Decimal("3.25")
    assert actuals.view.selection.active == (3, 5)


# --- bad and blank cells


def test_a_bad_text_stays_red_with_its_reason_and_is_not_saved(actuals, session):
    before = head(session.book)
    saved = actuals.text("D02", "month:8")
    actuals.go_to("D02", "month:8")
    typed(actuals, "8.8.2")
    assert actuals.text("D02", "month:8") == "8.8.2"
    assert actuals.problem("D02", "month:8") == "“8.8.2”不是数字，应填数字，如 75"
    assert head(session.book) == before
    actuals.go_to("D02", "month:8")
    _, lines = actuals.view.callout()
    assert lines == ["“8.8.2”不是数字，应填数字，如 75", f"未保存，原值 {saved} 仍在；Esc 还原"]
    spoken = actuals.model.index(*actuals.view.selection.active).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "8月 8.8.2 有误，未保存：“8.8.2”不是数字，应填数字，如 75"
    press(actuals, Key.Key_Escape)
    assert (actuals.text("D02", "month:8"), actuals.problems()) == (saved, {})


def test_a_bad_text_outlives_a_refresh_and_is_good_once_it_is_mended(actuals, session):
    actuals.go_to("D02", "month:8")
    typed(actuals, "1x")
    session.refresh()
    assert actuals.problem("D02", "month:8")
    actuals.go_to("D02", "month:8")
    press(actuals, Key.Key_F2)
    press(actuals, Key.Key_Backspace)
    press(actuals, Key.Key_Return)
    assert (value(session, "D02", 8), actuals.problems()) == (1, {})


def test_required_blanks_are_marked_and_said(actuals):
    row = BEARERS.index("全区")
    column = actuals.model.places["month:1"]
    assert actuals.model.cell(row, column) == EntryCell("", required=True)
    assert actuals.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) == "1月 空，应填"


def test_locked_cells_say_why(actuals):
    actuals.go_to("D01", "month:12")
    press(actuals, Key.Key_F2)
    assert actuals.editor is None
    assert "还没有到这个月" in actuals.offer.words.text()


# --- the clipboard


def test_a_pasted_block_is_saved_in_one_entry(actuals, session):
    before = head(session.book)[0]
    actuals.go_to("D01", "month:3")
    paste(actuals, "12.5\t13\r\n\t七\r\n")
    assert (value(session, "D01", 3), value(session, "D01", 4)) == (Decimal("12.5"), 13)
    assert value(session, "D02", 3) is None, "an empty cell clears"
    assert actuals.problems() == {("D02", "month:4"): "“七”不是数字，应填数字，如 75"}
    assert head(session.book)[0] == before + 1
    assert history(session.book, limit=1)[0].entry.action == "粘贴 实绩 3月、4月：经济发展局、投资促进局"
    assert "1 格有误，未保存" in actuals.offer.words.text()


def test_one_value_fills_a_selection(actuals, session):
    actuals.go_to("D01", "month:1")
    press(actuals, Key.Key_Down, Modifier.ShiftModifier)
    press(actuals, Key.Key_Right, Modifier.ShiftModifier)
    paste(actuals, "7\n")
    assert {value(session, d, m) for d in ("D01", "D02") for m in (1, 2)} == {Decimal(7)}


def test_locked_cells_are_skipped_and_counted(actuals, session):
    last = value(session, "D01", 12)
    actuals.go_to("D01", "month:11")
    paste(actuals, "20\t21\t22")
    assert value(session, "D01", 11) == 20
    assert value(session, "D01", 12) == last
    assert "1 格不能填，已跳过" in actuals.offer.words.text()
    assert "右边多出的 1 列没有粘贴" in actuals.offer.words.text()


def test_rows_that_do_not_fit_are_told(actuals):
    actuals.go_to("全区", "month:1")
    paste(actuals, "1\n2\n3")
    assert "下面多出的 2 行没有粘贴" in actuals.offer.words.text()
    assert actuals.offer.offers == []


def test_what_is_copied_is_what_excel_pastes_and_comes_back_the_same(tasks):
    tasks.go_to(tasks.model.row(0).ref, "standard")
    paste(tasks, '"第一行\n有""引号"""\t2020年6月30日')
    assert tasks.text(tasks.model.row(0).ref, "standard") == '第一行\n有"引号"'
    assert tasks.text(tasks.model.row(0).ref, "due") == "2020-06-30"
    tasks.view.go(0, tasks.model.places["standard"])
    press(tasks, Key.Key_Right, Modifier.ShiftModifier)
    press(tasks, Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == '"第一行\n有""引号"""\t2020-06-30'


def test_more_rows_than_there_are_offers_to_add_them(projects, session):
    count = len(rows_of(session.book, YEAR, "project"))
    last = projects.model.row(count - 1).ref
    projects.go_to(last, "code")
    rows = ["P90\t甲项目\tD01\t5", "P91\t乙项目\t经济发展局\t6亿元", "P92\t丙项目\tD99\t7"]
    paste(projects, "\n".join([projects.text(last, "code"), *rows]))
    (offer,) = projects.offer.offers
    assert offer.text() == "新增 3 行"
    assert len(rows_of(session.book, YEAR, "project")) == count
    before = head(session.book)[0]
    offer.click()
    made = {row["code"]: row for row in rows_of(session.book, YEAR, "project")}
    assert made.keys() >= {"P90", "P91"}
    assert len(made) == count + 2, "D99 is no department: that row waits"
    assert made["P91"]["department"] == "D01", "its name will do"
    assert head(session.book)[0] == before + 1
    assert projects.problem(made["P91"]["id"], "investment") == "“6亿元”不是数字，应填数字，如 75"
    assert len(projects.problems()) == 2


def test_delete_clears_and_ctrl_x_cuts(actuals, session):
    actuals.go_to("D01", "month:2")
    press(actuals, Key.Key_Right, Modifier.ShiftModifier)
    before = head(session.book)[0]
    press(actuals, Key.Key_Delete)
    assert (value(session, "D01", 2), value(session, "D01", 3)) == (None, None)
    assert head(session.book)[0] == before + 1
    actuals.go_to("D02", "month:2")
    cut = actuals.text("D02", "month:2")
    press(actuals, Key.Key_X, Modifier.ControlModifier)
    assert (QGuiApplication.clipboard().text(), value(session, "D02", 2)) == (cut, None)


def test_a_required_cell_cannot_be_cleared_and_says_so(projects):
    ref = projects.model.row(0).ref
    projects.go_to(ref, "name")
    press(projects, Key.Key_Delete)
    assert projects.problem(ref, "name").startswith("不能空着")


# --- filling


def test_ctrl_d_fills_down(actuals, session):
    actuals.go_to("D01", "month:5")
    first = value(session, "D01", 5)
    for _ in range(2):
        press(actuals, Key.Key_Down, Modifier.ShiftModifier)
    press(actuals, Key.Key_D, Modifier.ControlModifier)
    assert {value(session, d, 5) for d in ("D01", "D02", "D04")} == {first}


def test_ctrl_d_in_one_cell_takes_the_one_above(actuals, session):
    actuals.go_to("D02", "month:5")
    press(actuals, Key.Key_D, Modifier.ControlModifier)
    assert value(session, "D02", 5) == value(session, "D01", 5)


def drag_handle(grid, row, column):
    """Drag the corner of what is selected to a cell."""
    view = grid.view
    start = view.block_rect(view.selection.block).bottomRight()
    target = view.cell_rect(row, grid.model.places[column]).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), target)
    QTest.mouseMove(view.viewport(), target + QPoint(1, 1))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)


def test_the_handle_is_dragged_to_fill(actuals, session):
    actuals.go_to("D01", "month:5")
    drag_handle(actuals, 2, "month:5")
    assert {value(session, d, 5) for d in ("D01", "D02", "D04")} == {value(session, "D01", 5)}


def test_the_handle_goes_on_with_a_series(actuals, session):
    """E01 from January to March as 1.5, 2, 2.5; dragged to the right over April and May."""
    actuals.go_to("D01", "month:1")
    for text in ("1.5", "2", "2.5"):
        typed(actuals, text, end=Key.Key_Tab)
    actuals.go_to("D01", "month:1")
    for _ in range(2):
        press(actuals, Key.Key_Right, Modifier.ShiftModifier)
    drag_handle(actuals, 0, "month:5")
    assert [value(session, "D01", month) for month in (4, 5)] == [Decimal(3), Decimal("3.5")]


def test_ctrl_enter_writes_into_all_selected_cells(actuals, session):
    actuals.go_to("D01", "month:1")
    press(actuals, Key.Key_Down, Modifier.ShiftModifier)
    typed(actuals, "4", end=None)
    press(actuals, Key.Key_Return, Modifier.ControlModifier)
    assert {value(session, d, 1) for d in ("D01", "D02")} == {Decimal(4)}


# --- moving


def test_arrows_with_ctrl_go_to_the_edge_of_what_is_filled(actuals):
    actuals.go_to("D01", "month:1")
    press(actuals, Key.Key_Down, Modifier.ControlModifier)
    assert at(actuals) == ("D07", "month:1")
    press(actuals, Key.Key_End, Modifier.ControlModifier)
    assert at(actuals) == ("全区", "month:12")
    press(actuals, Key.Key_Home, Modifier.ControlModifier)
    assert at(actuals) == ("D01", "row")


def test_enter_walks_through_a_selected_block(actuals):
    actuals.go_to("D01", "month:1")
    press(actuals, Key.Key_Down, Modifier.ShiftModifier)
    press(actuals, Key.Key_Right, Modifier.ShiftModifier)
    seen = []
    for _ in range(4):
        seen.append(at(actuals))
        press(actuals, Key.Key_Return)
    assert seen == [("D01", "month:1"), ("D02", "month:1"), ("D01", "month:2"), ("D02", "month:2")]
    assert at(actuals) == ("D01", "month:1")


def test_whole_rows_and_everything_can_be_selected(actuals):
    actuals.go_to("D02", "month:3")
    press(actuals, Key.Key_Space, Modifier.ShiftModifier)
    assert actuals.view.selection.block == (1, 0, 1, 12)
    press(actuals, Key.Key_A, Modifier.ControlModifier)
    assert actuals.view.selection.block == (0, 0, 5, 12)


def test_the_totals_of_a_selection_are_told(actuals, qtbot):
    actuals.go_to("D01", "month:1")
    paste(actuals, "1\t2.5\n10\t1,000.5")
    told = []
    actuals.totals_told.connect(told.append)
    actuals.view.go(0, 1)
    actuals.view.extend(1, 2)
    assert told[-1] == "选中 2 × 2 格  计数 4  合计 1,014  平均 253.5  最大 1,000.5  最小 1"


def test_dragging_and_ctrl_click_select_blocks(actuals):
    view = actuals.view
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cell_rect(0, 2).center())
    QTest.mouseMove(view.viewport(), view.cell_rect(1, 3).center())
    QTest.mouseMove(view.viewport(), view.cell_rect(2, 4).center())
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cell_rect(2, 4).center())
    assert view.selection.block == (0, 2, 2, 4)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Modifier.ControlModifier, view.cell_rect(4, 6).center()
    )
    assert view.selection.blocks == [(0, 2, 2, 4), (4, 6, 4, 6)]


# --- choices, days, texts


def test_a_choice_narrows_by_pinyin_initials_and_shows_names(targets, session):
    ref = targets.model.row(0).ref
    targets.go_to(ref, "department")
    typed(targets, "ghjs", end=None)
    assert isinstance(targets.editor, ChoiceEditor)
    assert targets.editor.listed == [("D04", "D04 规划建设局")]
    press(targets, Key.Key_Escape)
    assert targets.model.cell(0, 1).words == "D01 经济发展局"


def test_a_choice_is_taken_with_arrows_or_by_its_name(tasks, session):
    ref = tasks.model.row(0).ref
    tasks.go_to(ref, "lead")
    typed(tasks, "caizheng"[:2], end=Key.Key_Escape)
    compose(tasks, "财政局")
    press(tasks, Key.Key_Return)
    assert tasks.text(ref, "lead") == "D03"
    tasks.go_to(ref, "lead")
    press(tasks, Key.Key_F2)
    QTest.keyClicks(tasks.editor, "D0")
    press(tasks, Key.Key_Down)
    press(tasks, Key.Key_Return)
    assert tasks.text(ref, "lead") == "D02"


def test_several_codes_are_chosen_one_after_another(tasks):
    ref = tasks.model.row(0).ref
    tasks.go_to(ref, "partners")
    typed(tasks, "D11,D12")
    assert tasks.text(ref, "partners") == "D11、D12"


def test_a_day_is_typed_in_any_form_or_picked(projects):
    ref = projects.model.row(0).ref
    projects.go_to(ref, "signed")
    compose(projects, "2020年3月31日")
    press(projects, Key.Key_Return)
    assert projects.text(ref, "signed") == "2020-03-31"
    projects.go_to(ref, "signed")
    press(projects, Key.Key_Down, Modifier.AltModifier)
    assert isinstance(projects.editor, DayEditor)
    assert projects.editor.calendar.isVisible()
    press(projects, Key.Key_Right)
    press(projects, Key.Key_Down)
    press(projects, Key.Key_Return)
    assert projects.text(ref, "signed") == "2020-04-08"
    projects.go_to(ref, "signed")
    press(projects, Key.Key_Down, Modifier.AltModifier)
    projects.editor.calendar.clicked.emit(QDate(2020, 4, 2))
    assert projects.text(ref, "signed") == "2020-04-02"


def test_today_is_typed_with_ctrl_semicolon(projects):
    from datetime import date

    ref = projects.model.row(0).ref
    projects.go_to(ref, "signed")
    press(projects, Key.Key_Semicolon, Modifier.ControlModifier)
    assert projects.text(ref, "signed") == date.today().isoformat()


def test_a_long_text_has_lines(tasks):
    ref = tasks.model.row(0).ref
    tasks.go_to(ref, "standard")
    typed(tasks, "one", end=None)
    assert isinstance(tasks.editor, TextEditor)
    press(tasks, Key.Key_Return, Modifier.AltModifier)
    QTest.keyClicks(tasks.editor, "two")
    press(tasks, Key.Key_Return)
    assert tasks.text(ref, "standard") == "one\ntwo"


# --- rows


def test_a_new_row_is_typed_at_the_end_and_saved_once_nothing_lacks(projects, session):
    count = len(rows_of(session.book, YEAR, "project"))
    projects.view.go(count, 0)
    typed(projects, "P77", Key.Key_Tab)
    assert len(rows_of(session.book, YEAR, "project")) == count, "it waits"
    assert projects.current_name() == "name"
    typed(projects, "new", Key.Key_Tab)
    typed(projects, "D01", Key.Key_Return)
    made = next(row for row in rows_of(session.book, YEAR, "project") if row["code"] == "P77")
    assert (made["name"], made["department"]) == ("new", "D01")
    assert projects.text(made["id"], "code") == "P77"
    assert len(projects.model.order) == count + 2, "and there is a row for the next one"
    last = projects.view.cell_rect(count + 1, 0)
    assert projects.current_ref() is None
    assert last.bottom() <= projects.view.viewport().height(), "which is in sight"


def test_a_row_is_deleted_and_undone(projects, session, qtbot):
    ref = projects.model.row(0).ref
    count = len(rows_of(session.book, YEAR, "project"))
    projects.go_to(ref, "name")
    press(projects, Key.Key_Minus, Modifier.ControlModifier)
    assert len(rows_of(session.book, YEAR, "project")) == count - 1
    session.undo()
    assert session.told_words[-1].startswith("撤销：删除 项目：")
    qtbot.waitUntil(lambda: projects.text(ref, "code") != "")


def test_a_row_that_others_need_stays_and_the_reason_is_told(targets, session):
    ref = targets.model.row(0).ref
    targets.go_to(ref, "points")
    press(targets, Key.Key_Minus, Modifier.ControlModifier)
    assert "“实绩”表" in session.told_words[-1]
    assert targets.text(ref, "points")


# --- order, filter, find


def test_sorting_and_filtering_keep_the_cell_at_hand(targets):
    ref = targets.model.row(5).ref
    targets.go_to(ref, "base")
    targets.sort_by("base")
    shown = [targets.model.cell(row, 3).text for row in range(8)]
    assert [Decimal(text) for text in shown] == sorted(Decimal(text) for text in shown)
    assert targets.current_ref() == ref
    targets.sort_by("base")
    assert Decimal(targets.model.cell(0, 3).text) >= Decimal(targets.model.cell(1, 3).text)
    targets.sort_by("base")
    assert targets.model.sorted_by is None


@pytest.mark.parametrize(
    ("column", "words", "passes"),
    [
        ("department", "gh", lambda row: row["department"] in ("D04",)),
        ("department", "规划", lambda row: row["department"] == "D04"),
        ("points", ">=8", lambda row: row["points"] >= 8),
        ("stretch", "空", lambda row: row["stretch"] is None),
        ("stretch", "非空", lambda row: row["stretch"] is not None),
        ("points", "<>10", lambda row: row["points"] != 10),
        ("prior", "14000", lambda row: "14000" in f"{row['prior']}"),
    ],
)
def test_the_filter_row_understands_what_people_type(targets, session, column, words, passes):
    targets.header.fields[column].setText(words)
    wanted = [row["id"] for row in rows_of(session.book, YEAR, "target") if passes(row)]
    got = [targets.model.row(row).ref for row in range(targets.shown_count()[0])]
    if words != "gh":
        assert got == wanted
    assert set(wanted) <= set(got)
    targets.clear_filters()
    assert targets.header.fields[column].text() == ""
    assert targets.shown_count()[0] == len(rows_of(session.book, YEAR, "target"))


def test_what_is_typed_does_not_vanish_from_the_filter(targets):
    targets.header.fields["points"].setText(">=8")
    ref = targets.model.row(0).ref
    targets.go_to(ref, "points")
    typed(targets, "5")
    assert targets.model.place_of(ref) == 0


def test_find_walks_through_what_it_found(targets):
    press(targets, Key.Key_F, Modifier.ControlModifier)
    targets.find_strip.field.setText("规划建设局")
    first = targets.view.selection.active
    assert targets.model.cell(*first).text == "D04"
    QTest.keyClick(targets.find_strip.field, Key.Key_Return)
    assert targets.view.selection.active > first
    assert targets.find_strip.found.text().startswith("第 2 处，共 ")
    QTest.keyClick(targets.find_strip.field, Key.Key_Escape)
    assert targets.view.hasFocus()


def test_frozen_columns_stay_and_widths_are_remembered(qtbot, targets, session):
    targets.resize(420, 300)
    targets.view.go(0, 5)
    assert targets.view.column_left(0) == 0
    assert targets.view.cell_rect(0, 5).right() <= targets.view.viewport().width()
    assert targets.view.cell_rect(0, 5).left() >= targets.view.frozen_width
    header = targets.header
    edge = targets.view.column_left(0) + targets.view.columnWidth(0)
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(edge - 1, 12))
    QTest.mouseMove(header, QPoint(edge + 20, 12))
    QTest.mouseMove(header, QPoint(edge + 29, 12))
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(edge + 29, 12))
    width = targets.view.columnWidth(0)
    assert width == 180
    again = shown(qtbot, session, "责任分解", TableSource(session, "target", ("indicator", "department"), "责任分解"))
    assert again.view.columnWidth(0) == width


# --- undo


def test_undo_and_redo_go_through_the_journal_and_say_what(window, qtbot):
    session = window.desk.session
    source = TableSource(session, "project", ("code", "name"), "项目")
    grid = shown(qtbot, session, "项目", source)
    grid.setParent(window)
    grid.setGeometry(200, 100, 800, 400)
    grid.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    grid.view.setFocus()
    ref = grid.model.row(0).ref
    old = grid.text(ref, "name")
    grid.go_to(ref, "name")
    typed(grid, "abc")
    assert grid.text(ref, "name") == "abc"
    QTest.keyClick(grid.view, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.text(ref, "name") == old)
    assert "撤销：填写 项目" in window.notice.title.text()
    QTest.keyClick(grid.view, Key.Key_Y, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.text(ref, "name") == "abc")
    assert "重做：填写 项目" in window.notice.title.text()


def test_ctrl_z_drops_what_was_not_saved_first(actuals, session):
    actuals.go_to("D01", "month:3")
    typed(actuals, "2.5")
    typed(actuals, "x")
    assert actuals.problems()
    press(actuals, Key.Key_Z, Modifier.ControlModifier)
    assert actuals.problems() == {}
    assert value(session, "D01", 3) == Decimal("2.5"), "what was saved stands"
    assert at(actuals) == ("D02", "month:3")


def test_a_final_year_opens_nothing(qtbot, session):
    session.choose_year(2019)
    grid = shown(qtbot, session, "项目", TableSource(session, "project", ("code", "name"), "项目"))
    press(grid, Key.Key_F2)
    assert grid.editor is None
    assert "2019 年已定稿" in grid.offer.words.text()


def test_settings_are_typed_by_name(qtbot, session):
    grid = shown(qtbot, session, "参数", TableSource(session, "setting", ("name", "value"), "参数", locked=("name",)))
    grid.go_to("折算", "value")
    typed(grid, "f", end=None)
    assert isinstance(grid.editor, ChoiceEditor)
    press(grid, Key.Key_Return)
    assert grid.text("折算", "value") == "否"


def test_bad_texts_stay_with_the_year_they_were_typed_in(actuals, session):
    actuals.go_to("D02", "month:8")
    typed(actuals, "8.8.2")
    session.choose_year(2019)
    assert actuals.problems() == {}
    session.choose_year(YEAR)
    assert actuals.text("D02", "month:8") == "8.8.2"


def test_what_the_book_refuses_stays_in_the_cell(actuals, session, monkeypatch):
    from kpi_desktop.book.refusal import Refusal
    from ui.grid import book_source

    def refuse(*_):
        raise Refusal("“高新区2020示例.kpi”正被别的程序占用。", "请稍后再试。")

    monkeypatch.setattr(book_source, "enter", refuse)
    actuals.go_to("D02", "month:8")
    typed(actuals, "8.8")
    assert actuals.text("D02", "month:8") == "8.8"
    assert actuals.problem("D02", "month:8") == "“高新区2020示例.kpi”正被别的程序占用。请稍后再试。"
    assert len(session.told_words) == 1


def test_a_menu_offers_what_the_keys_do(actuals, projects):
    from ui.grid.entry_menu import menu_of

    words = [action.text().partition("\t")[0] for action in menu_of(projects).actions() if action.text()]
    assert words == ["复制", "剪切", "粘贴", "清除", "向下填充", "删除行", "筛选本列", "查找"]
    assert "删除行\tCtrl+-" not in [action.text() for action in menu_of(actuals).actions()]


def test_ctrl_l_leads_into_the_filter_and_back(targets):
    targets.go_to(targets.model.row(0).ref, "points")
    press(targets, Key.Key_L, Modifier.ControlModifier)
    field = targets.header.fields["points"]
    assert field.hasFocus()
    QTest.keyClicks(field, "10")
    QTest.keyClick(field, Key.Key_Return)
    assert targets.view.hasFocus()
    assert targets.shown_count()[0] < targets.shown_count()[1]
