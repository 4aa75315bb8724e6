"""Importing: previewed, all or nothing, one entry of the journal; what stays, what is replaced, what is changed."""

from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.book import facts, journal
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.importing import carry_out, import_workbook, plan_import
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import move_year
from tests.exchange.zone import Sheets, put, write, zone


def only(*titles: str, **more: list[list[object]]) -> Sheets:
    return {title: rows for title, rows in zone().items() if title in ("参数", *titles)} | more


def states(plan) -> dict[str, list[str]]:
    """The labels of the rows in each state."""
    found: dict[str, list[str]] = {}
    for sheet in plan.sheets:
        for row in sheet.rows:
            found.setdefault(row.state, []).append(row.label)
    return found


def test_a_new_book_holds_what_the_workbook_says(book):
    year = facts.load(book, 2020)
    assert year.settings.unit_name == "示例高新区"
    assert year.settings.partner_points == Decimal("0.5")
    assert [department.code for department in year.departments] == ["D01", "D02", "D03", "D04"]
    target = year.targets[1]
    assert (target.base, target.stretch, target.multiplier) == (12, 15, Decimal("1.2"))
    assert year.targets[2].base == Decimal("0.08")
    task = year.tasks[0]
    assert (task.partners, task.state, task.cadence, task.finished) == (
        ("D01", "D02"),
        "finished",
        "week",
        date(2020, 6, 20),
    )
    veto = year.adjustments[2]
    assert (veto.points, veto.treatment, veto.stops_rewards) == (0, "降一档", False)
    assert year.adjustments[0].stops_rewards is True
    assert year.ratings[2].ballots == 3
    assert year.consequences[1].trigger == "督办:红"
    assert year.self_scores[1].share == Decimal(1) / 3 or year.self_scores[1].share * 3 == 1


def test_one_entry_of_the_journal_and_one_undo(book, bring):
    before = journal.head(book)[0]
    sheets = only("实绩", "部门")
    put(sheets, "部门!F2", 21)
    put(sheets, "实绩!D3", 12)
    sheets["实绩"].append(["E05", "D01", 2, 4, None, None, None])
    plan = bring(book, sheets, "三月 实绩.xlsx")
    assert (plan.count("new"), plan.count("changed")) == (1, 2)
    assert journal.head(book)[0] == before + 1
    assert journal.history(book, limit=1)[0].entry.action == "导入 三月 实绩.xlsx"
    assert facts.load(book, 2020).departments[0].headcount == 21
    undo(book)
    assert facts.load(book, 2020).departments[0].headcount == 20
    assert len(facts.load(book, 2020).actuals) == 4


def test_the_same_again_changes_nothing_and_writes_nothing(book, bring):
    before = journal.head(book)
    plan = bring(book, zone())
    assert plan.summary() == {"year": 2020, "new": 0, "changed": 0, "same": 83, "errors": [], "ignored": []}
    assert journal.head(book) == before


def test_the_preview_shows_each_cell_before_and_after(book, plan):
    sheets = only("部门", "任务")
    put(sheets, "部门!F3", 19)
    put(sheets, "部门!G3", None)
    put(sheets, "任务!F2", "D02、D01")
    sheets["部门"].append(["D05", "新部门", None, "综合组", None, 3])
    del sheets["部门"][1]
    found = plan(sheets, book)
    assert states(found) == {"new": ["D05"], "changed": ["D02", "T01"], "missing": ["D01"]}
    rows = {row.label: row for sheet in found.sheets for row in sheet.rows}
    assert rows["D02"].differences == (("人数", "18", "19"), ("折算人数", "17.5", ""))
    assert rows["T01"].differences == (("协办部门", "D01、D02", "D02、D01"),)
    assert rows["D02"].number == 2
    assert rows["D05"].differences[:2] == (("编码", "", "D05"), ("名称", "", "新部门"))


def test_rows_that_the_workbook_lacks_stay(book, bring):
    bring(book, only(部门=[["编码", "名称", "分组", "人数"], ["D05", "新部门", "综合组", 3]]))
    assert [department.code for department in facts.load(book, 2020).departments] == ["D01", "D02", "D03", "D04", "D05"]


def test_a_column_that_the_sheet_lacks_keeps_what_the_book_has(book, bring):
    sheet = [["编码", "名称", "人数", "负责人"], ["D02", "投促局", 18, "新人"]]
    bring(book, {"参数": zone()["参数"], "部门": sheet})
    department = facts.load(book, 2020).departments[1]
    assert (department.name, department.group, department.payout_headcount, department.head) == (
        "投促局",
        "经济组",
        Decimal("17.5"),
        "新人",
    )


def test_a_blank_cell_clears_what_the_book_has(book, bring):
    sheets = only("任务")
    put(sheets, "任务!H2", None)
    put(sheets, "任务!P2", None)
    bring(book, sheets)
    task = facts.load(book, 2020).tasks[0]
    assert (task.document, task.cadence) == (None, "month")


def test_sheets_without_key_are_replaced(book, bring, plan):
    sheets = only("进展", "督办单", "加减分", "延期")
    sheets["进展"] = [sheets["进展"][0], sheets["进展"][2], ["T02", "2020-05-31", "60%"], sheets["进展"][2]]
    sheets["督办单"] = sheets["督办单"][:1]
    sheets["延期"] = [*sheets["延期"], sheets["延期"][1]]
    found = plan(sheets, book)
    assert {sheet.sheet.title: (sheet.same, sheet.count("new"), sheet.count("removed")) for sheet in found.sheets} == {
        "参数": (5, 0, 0),
        "进展": (1, 2, 2),
        "督办单": (0, 0, 2),
        "加减分": (3, 0, 0),
        "延期": (1, 1, 0),
    }
    carry_out(book, found)
    year = facts.load(book, 2020)
    assert [(row.day.month, row.percent) for row in year.progress] == [
        (4, Decimal("0.45")),
        (5, Decimal("0.6")),
        (4, Decimal("0.45")),
    ]
    assert not year.directives
    assert len(year.extensions) == 2


def test_the_order_of_a_sheet_without_key_is_the_workbook_s(book, bring):
    """Of two reports on a day the later row counts, so their order means something."""
    sheets = only("进展")
    sheets["进展"][1:] = [["T02", "2020-04-30", "44%"], *reversed(sheets["进展"][1:])]
    bring(book, sheets)
    assert [str(row.percent) for row in facts.load(book, 2020).progress] == ["0.44", "None", "0.45", "0.3"]
    bring(book, only("进展"))
    assert [str(row.percent) for row in facts.load(book, 2020).progress] == ["0.3", "0.45", "None"]


def test_an_absent_sheet_touches_nothing(book, bring):
    bring(book, only("部门"))
    assert len(facts.load(book, 2020).progress) == 3


def test_ratings_with_a_rater_are_keyed_and_ballots_replaced(book, plan):
    sheets = only("评议")
    sheets["评议"] = [
        sheets["评议"][0],
        ["E04", "D03", "主任", None, "主要领导", 96, None],
        ["E04", "D03", None, None, "服务对象", 88, 3],
        ["E04", "D03", None, None, "服务对象", 70, 1],
    ]
    found = plan(sheets, book)
    assert {state: len(labels) for state, labels in states(found).items() if state != "missing"} == {
        "changed": 1,
        "new": 1,
        "removed": 1,
    }
    carry_out(book, found)
    ratings = facts.load(book, 2020).ratings
    assert sorted((rating.rater or "", str(rating.score)) for rating in ratings) == [
        ("", "70"),
        ("", "88"),
        ("主任", "96"),
        ("孙三", "85"),
        ("赵一", "90.5"),
    ]


def test_parameters_that_say_the_default_are_the_same(book, plan, bring):
    sheets: Sheets = {"参数": [["名称", "值"], ["年度", 2020], ["折算", "是"], ["黄单扣分", 0.5], ["红单扣分", 2]]}
    found = plan(sheets, book)
    assert (found.count("new"), found.count("changed"), found.same) == (0, 1, 3)
    bring(book, sheets)
    settings = facts.load(book, 2020).settings
    assert (settings.red_deduction, settings.unit_name) == (2, "示例高新区")


def test_a_second_year_comes_into_the_same_book(book, bring):
    sheets = zone()
    put(sheets, "参数!B2", 2021)
    put(sheets, "任务!S3", "T02")
    plan = bring(book, sheets)
    assert (plan.opens_year, plan.count("new")) == (True, 83)
    assert [edition.year for edition in facts.years(book)] == [2020, 2021]
    assert facts.load(book, 2020).settings.year == 2020


def test_what_was_carried_over_must_be_there_where_the_book_can_know(book, plan):
    sheets = zone()
    put(sheets, "参数!B2", 2021)
    (error,) = plan(sheets, book).errors
    assert (error.cell, error.message) == ("任务!S3", "“T2019-3” 在上一年度的任务里没有(结转自),请改正编码")


def test_with_errors_nothing_is_written(book, tmp_path):
    before = journal.head(book)
    sheets = zone()
    put(sheets, "部门!F2", "二十")
    put(sheets, "部门!B3", "新名")
    plan = plan_import(book, write(tmp_path / "错.xlsx", sheets))
    with pytest.raises(Refusal, match="1 处错误，没有导入：部门!F2:“二十” 不是数字"):
        carry_out(book, plan)
    assert journal.head(book) == before


def test_a_final_year_is_refused(book, plan):
    for state in ("running", "assessing", "review", "final"):
        move_year(book, 2020, state)
    assert plan(zone(), book).summary()["same"] == 83
    sheets = zone()
    put(sheets, "部门!B3", "新名")
    with pytest.raises(Refusal, match="2020 年已定稿"):
        plan(sheets, book)


def test_a_year_that_became_final_meanwhile_is_refused(book, plan):
    sheets = zone()
    put(sheets, "部门!B3", "新名")
    planned = plan(sheets, book)
    for state in ("running", "assessing", "review", "final"):
        move_year(book, 2020, state)
    with pytest.raises(Refusal, match="又有改动"):
        carry_out(book, planned)


def test_an_import_planned_before_another_change_is_refused(book, plan, bring):
    sheets = zone()
    put(sheets, "部门!B3", "新名")
    planned = plan(sheets, book)
    bring(book, only(部门=[["编码", "名称", "分组", "人数"], ["D05", "新部门", "综合组", 3]]))
    with pytest.raises(Refusal, match="台账在预览之后又有改动"):
        carry_out(book, planned)


def test_a_new_book_is_made_only_when_the_import_succeeds(tmp_path, monkeypatch):
    path = write(tmp_path / "表.xlsx", zone())
    place = tmp_path / "新" / "台账.kpi"
    place.parent.mkdir()
    assert import_workbook(place, path, dry_run=True).summary()["new"] == 83
    assert not list(place.parent.iterdir())
    wrong = zone()
    put(wrong, "部门!F2", "二十")
    assert len(import_workbook(place, write(tmp_path / "错.xlsx", wrong)).errors) == 1
    assert not list(place.parent.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr("kpi_desktop.exchange.importing.apply_rows", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            import_workbook(place, path)
    assert not list(place.parent.iterdir())
    assert import_workbook(f"sqlite:///{place}", path).summary()["new"] == 83
    with open_book(place) as book:
        assert len(facts.load(book, 2020).departments) == 4


def test_a_dry_run_on_a_book_writes_nothing(book, tmp_path):
    sheets = zone()
    put(sheets, "部门!B3", "新名")
    book.close()
    assert import_workbook(book.path, write(tmp_path / "表.xlsx", sheets), dry_run=True).summary()["changed"] == 1
    assert import_workbook(book.path, write(tmp_path / "表.xlsx", zone())).summary()["same"] == 83


# --- Rules judged over book and workbook together: the workbook's cell is to blame


BLAMED = [
    ({"部门": [["编码", "名称", "人数", "参评"], ["D01", "x", 1, "否"]]}, "部门!D2", "责任分解里它还承担指标"),
    ({"类别": [["类别", "性质"], ["经济指标", "加分"]]}, "类别!B2", "不能改:“权重”表里在用“经济指标”"),
    ({"类别": [["类别", "性质", "上限"], ["创新加分", "否决", None]]}, "类别!B2", "否决不记分值"),
    (
        {"指标": [["编码", "名称", "类别", "计分办法", "参数"], ["E04", "x", "重点工作", "达标", None]]},
        "指标!D2",
        "已有评议打分",
    ),
    (
        {"指标": [["编码", "名称", "类别", "计分办法", "数据来源"], ["E05", "x", "经济指标", "排名", "指标:E01"]]},
        "指标!E2",
        "的数取自 指标:E01",
    ),
    (
        {
            "指标": [
                ["编码", "名称", "类别", "计分办法", "数据来源", "参数"],
                ["E01", "x", "经济指标", "达标", "项目:签约率", None],
            ]
        },
        "指标!E2",
        "自己也取自别处",
    ),
    (
        {"指标": [["编码", "名称", "类别", "计分办法", "参数"], ["E01", "x", "经济指标", "排名", None]]},
        "指标!D2",
        "评议或按名次",
    ),
    (
        {"指标": [["编码", "名称", "类别", "计分办法"], ["T01", "x", "经济指标", "达标"]]},
        "指标!A2",
        "同时是指标和任务的编码",
    ),
    ({"节点": [["任务编码", "节点", "完成日期"], ["T01", "搬迁", None]]}, "节点!C2", "还有节点“搬迁”没有完成"),
    ({"节点": [["任务编码", "节点"], ["T01", "又一个"]]}, "节点!A2", "还有节点“又一个”没有完成"),
    (
        {
            "任务": [
                ["编码", "名称", "类别", "牵头部门", "分值", "状态", "完成日期"],
                ["T02", "x", "重点工作", "D02", 10, "已销号", "2020-12-1"],
            ]
        },
        "任务!F2",
        "还有节点“开工”没有完成",
    ),
    (
        {
            "任务": [
                ["编码", "名称", "类别", "牵头部门", "分值", "协办部门"],
                ["T01", "x", "重点工作", "D02", 10, "D01"],
            ]
        },
        "任务!D2",
        "不能改:“核定”表里已有部门“D03”在“T01”上的得分率",
    ),
    (
        {"任务": [["编码", "名称", "类别", "牵头部门", "分值"], ["T03", "x", "重点工作", "D03", 0]]},
        "任务!D2",
        "里“D03”就是牵头部门",
    ),
    ({"部门": [["编码", "名称", "人数", "参评"], ["D04", "x", 1, "是"]]}, "部门!D2", "参评的部门要写分组"),
    (
        {"任务": [["编码", "名称", "类别", "牵头部门", "分值", "状态"], ["T02", "x", "重点工作", "D02", 10, "终止"]]},
        "任务!F2",
        "终止的任务要写依据",
    ),
    (
        {"等次": [["等次", "分组", "最低分", "系数"], ["甲", "综合组", 0, 1]]},
        "等次!B2",
        "“等次认定”表里部门“D03”用的是等次“合格”",
    ),
    (
        {"部门": [["编码", "名称", "人数", "分组"], ["D03", "x", 1, "经济组"]]},
        "部门!D2",
        "“等次认定”表里部门“D03”用的是等次“合格”",
    ),
]


@pytest.mark.parametrize(("sheets", "cell", "said"), BLAMED, ids=[f"{cell} {said}" for _, cell, said in BLAMED])
def test_a_row_that_spoils_what_the_book_has_is_to_blame(book, plan, sheets, cell, said):
    errors = plan({"参数": zone()["参数"], **sheets}, book).errors
    assert cell in [error.cell for error in errors]
    assert said in next(error.message for error in errors if error.cell == cell)


def test_fewer_decimals_than_the_book_s_points_are_refused(book, plan):
    (error,) = plan({"参数": [["名称", "值"], ["年度", 2020], ["分数小数位", 0]]}, book).errors
    assert error.cell == "参数!B3"
    assert "太少:“加减分”表里已有小数位更多的分数" in error.message


def test_values_build_on_targets_of_the_book(book, plan):
    rows = [["指标编码", "部门编码", "月份", "数值"], ["E01", "D02", 5, "3000万元"], ["E01", "D03", 5, 1]]
    (error,) = plan({"参数": zone()["参数"], "实绩": rows}, book).errors
    assert error.cell == "实绩!A3"
    assert not plan({"参数": zone()["参数"], "实绩": rows[:2]}, book).errors


def test_planning_tells_what_comes_next_and_can_be_stopped(book, tmp_path):
    path = write(tmp_path / "年.xlsx", zone())
    steps = []
    plan_import(book, path, steps.append)
    assert steps[0] == "参数"
    assert steps[-2:] == ["核对", "比对"]

    class StoppedError(Exception):
        pass

    def stop(what: str) -> None:
        if what == "任务":
            raise StoppedError

    with pytest.raises(StoppedError):
        plan_import(book, path, stop)
