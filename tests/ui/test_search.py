"""Ctrl+K: everything is found by any part of its name, by the initials of its pinyin, by its code."""

import pytest
from PySide6.QtCore import Qt

from ui.frame.search import Place, found
from ui.parts import pinyin


def names(hits: list[Place]) -> list[tuple[str, str]]:
    return [(hit.kind, hit.name) for hit in hits]


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("投资促", "部门", "投资促进局"),
        ("tzcjj", "部门", "投资促进局"),
        ("gdzctz", "指标", "固定资产投资"),
        ("zctz", "指标", "固定资产投资"),
        ("xjcccq", "任务", "小菁城村拆迁安置"),
        ("thg", "项目", "碳化硅单晶材料产业化"),
        ("jfb", "报表", "部门考核计分表"),
        ("dbjc", "页面", "对表检查"),
        ("shenwu", "命令", ""),
        ("ssjm", "命令", "深色界面"),
        ("撤销", "命令", "撤销"),
        ("e01 规划", "得分", "固定资产投资"),
    ],
)
def test_it_is_found(window, typed, kind, name):
    hits = names(found(window.desk.places(), typed))
    assert ((kind, name) in hits) is bool(name)


def test_what_begins_with_it_comes_first(window):
    assert found(window.desk.places(), "gh")[0].name == "规划建设局"


def test_both_readings_of_a_sign_are_found():
    assert pinyin.contains("重", "z")
    assert pinyin.contains("重", "c")
    assert not pinyin.contains("重", "d")
    assert pinyin.initials("A1长")[:2] == ("a", "1")


def test_a_command_is_done_from_the_search_field(window, qtbot):
    field = window.topbar.search
    window.appearance.choose("light")
    field.start()
    qtbot.keyClicks(field, "ssjm")
    qtbot.waitUntil(lambda: len(field.results()) > 0)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.appearance.choice == "dark"
    assert field.text() == ""
    window.appearance.choose("light")


def test_a_task_found_is_shown_in_the_ledger(window, qtbot):
    task = next(hit for hit in found(window.desk.places(), "xjcccq") if hit.kind == "任务")
    window.desk.visit(task.goal)
    assert window.stack.currentWidget() is window.pages["supervision"]
