"""Every wrong cell by its exact address, alone: one cause, one error."""

from datetime import date

import pytest

from tests.exchange.zone import Sheets, put, zone

CELLS = [
    # kinds of cells
    ("责任分解!D2", "七十五", "“七十五” 不是数字(确保目标),应填数字,如 75"),
    ("责任分解!D2", True, "不是数字"),
    ("责任分解!D3", "12亩", "“12亩” 的单位“亩”对不上(确保目标),指标的单位是亿元"),
    ("责任分解!D4", "2亿元", "的单位“亿元”对不上(确保目标),这里的数不带单位"),
    ("责任分解!E8", "1,2", "不是数字"),
    ("责任分解!C2", None, "不能空着(分值)"),
    ("责任分解!C2", -1, "“-1” 超出范围(分值),应为 0 或更大"),
    ("责任分解!C2", "1.005", "“1.005” 小数位太多(分值),本年度分数保留 2 位小数"),
    ("责任分解!G2", -1, "超出范围(系数)"),
    ("部门!B3", None, "不能空着(名称)"),
    ("部门!E2", "对", "“对” 不是“是”或“否”(参评),应填 是 或 否"),
    ("部门!E2", True, "不是“是”或“否”(参评)"),
    ("部门!F2", "20人", "不是数字(人数)"),
    ("部门!G2", -1, "超出范围(折算人数)"),
    ("类别!B4", "奖励", "“奖励” 不是可选的性质(性质),应为 计分、加分、扣分、否决 之一"),
    ("指标!G2", "累积", "不是可选的累计方式"),
    ("实绩!C2", 13, "“13” 超出范围(月份),应在 1 到 12 之间"),
    ("实绩!C2", 1.5, "“1.5” 不是整数(月份),应填整数,如 3"),
    ("实绩!C2", "一月", "不是数字(月份)"),
    ("实绩!D2", None, "不能空着(数值)"),
    ("实绩!E2", "初步", "不是可选的口径"),
    ("任务!M2", "2020-02-30", "“2020-02-30” 这一天不存在(交办日期)"),
    ("任务!M2", 43921, "“43921” 是数字,不是日期(交办日期)"),
    ("任务!M2", "年底", "不是日期"),
    ("任务!T2", -1, "超出范围(结转次数)"),
    ("进展!C2", 30, "“30” 是 30% 吗?(完成比例),请写 30% 或 0.3"),
    ("进展!C2", "130%", "超出范围(完成比例),应在 0% 到 100% 之间"),
    ("核定!C2", 60, "“60” 是 60% 吗?(得分率),请写 60% 或 0.6"),
    ("核定!C2", 1.2, "“1.2” 是 1.2% 还是 120%?(得分率),请写上百分号"),
    ("核定!C2", "151%", "超出范围(得分率),应在 0% 到 150% 之间"),
    ("自评!C2", 95, "“95” 是 95% 吗?"),
    ("自评!C2", "-1%", "超出范围"),
    ("评议!F2", 101, "超出范围(分数),应在 0 到 100 之间"),
    ("评议!G2", 0, "超出范围(票数)"),
    ("评委类别!B2", 0, "“0” 超出范围(权重),应大于 0"),
    ("节点!D2", 0, "超出范围(权重),应大于 0"),
    ("等次!D2", 30, "“30” 是 30% 吗?"),
    ("等次!E2", 1.5, "不是整数(名额)"),
    ("等次!C2", -1, "超出范围(最低分)"),
    ("申诉!E2", "同意", "不是可选的处理结果"),
    ("说明!A2", "没数", "不是可选的类型"),
    # settings
    ("参数!A3", "单位名", "“单位名” 不是可选的名称(名称)"),
    ("参数!B3", None, "不能空着(单位名称)"),
    ("参数!B2", "今年", "不是数字(年度)"),
    ("参数!B6", "-5%", "超出范围(协办分值比例)"),
    ("参数!B4", "差", "“差” 在“等次”表里没有(否决等次),应为 优秀、合格、不合格、一等、二等 之一"),
    ("参数!B5", "无此类别", "在“类别”表里没有(督查扣分类别)"),
    ("参数!B5", "创新加分", "“创新加分” 是加分类别(督查扣分类别),这里要用扣分类别"),
    # references
    ("部门!D2", "无此组", "“无此组” 在“分组”表里没有(分组)"),
    ("部门!D2", None, "不能空着(分组),参评的部门要写分组"),
    ("权重!A2", "无此组", "在“分组”表里没有"),
    ("权重!B2", "创新加分", "“创新加分” 是加分类别(类别),这里要用计分类别"),
    ("指标!C2", "一票否决", "是否决类别(类别)"),
    ("责任分解!A9", "E99", "“E99” 在“指标”表里没有(指标编码)"),
    ("责任分解!B9", "D99", "“D99” 在“部门”表里没有(部门编码)"),
    ("责任分解!B9", "D04", "“D04” 不参评,不能承担指标(部门编码)"),
    ("实绩!A2", "E99", "在“指标”表里没有"),
    ("实绩!B2", "D99", "在“部门”表里没有"),
    ("实绩!A2", "E05", None),
    ("实绩!B2", "D03", "没有落实到部门“D03”(指标编码)"),
    ("实绩!A2", "E02", "“E02” 不成:“E02”的数取自 指标:E01,不能另填实绩(指标编码)"),
    ("实绩!A2", "E03", "的数取自 项目:签约率"),
    ("任务!C2", "创新加分", "是加分类别"),
    ("任务!D3", "D99", "在“部门”表里没有(牵头部门)"),
    ("任务!F2", "D01、D99", "“D01、D99” “D99”在“部门”表里没有(协办部门)"),
    ("任务!F3", "D02,D01", "里“D02”就是牵头部门(协办部门)"),
    ("任务!F4", "D03、D03", "里“D03”写了两次(协办部门)"),
    ("任务!R2", None, "不能空着(完成日期),已销号的任务要写完成日期"),
    ("任务!I4", None, "不能空着(依据),暂缓的任务要写依据"),
    ("节点!A2", "T99", "在“任务”表里没有(任务编码)"),
    ("进展!A2", "T99", "在“任务”表里没有"),
    ("延期!A2", "T99", "在“任务”表里没有"),
    ("督办单!B2", "T99", "在“任务”表里没有"),
    ("督办单!B2", None, "不能空着(任务编码),督办单要写任务编码,或写指标编码和部门编码"),
    ("督办单!C2", "E01", "“E01” 和任务编码只能写一个(指标编码)"),
    ("督办单!D3", None, "不能空着(部门编码),督办指标时要写承担它的部门"),
    ("督办单!D3", "D03", "“D03” 没有承担指标“E01”(部门编码)"),
    ("督办单!E2", "绿", "不是可选的级别"),
    ("评议!A2", "E01", "“E01” 不成:“E01”不是评议指标,不能打分(指标编码)"),
    ("评议!B2", "D02", "“E04” 没有落实到部门“D02”(指标编码)"),
    ("评议!D3", "D03", "“D03” 在给自己打分(评委部门)"),
    ("评议!D3", "D99", "在“部门”表里没有(评委部门)"),
    ("评议!E3", "群众", "“群众” 在“评委类别”表里没有(评委类别)"),
    ("自评!B2", "E99", "“E99” 不是已登记的指标或任务(对象)"),
    ("自评!B2", "E04", None),
    ("自评!A2", "D03", "“E01” 不是部门“D03”的指标或任务(对象)"),
    ("核定!B3", "T02", "不是部门“D01”的指标或任务(对象)"),
    ("核定!D2", None, "不能空着(依据)"),
    ("加减分!B2", "重点工作", "是计分类别(类别),这里要用加分、扣分、否决类别"),
    ("加减分!C2", None, "不能空着(分值)"),
    ("加减分!C2", 0, "应大于 0(分值)"),
    ("加减分!C2", -1, "超出范围(分值)"),
    ("加减分!C2", "0.125", "小数位太多"),
    ("加减分!C4", 5, "否决不记分值(分值)"),
    ("加减分!F2", "合格", "只用于否决(处理)"),
    ("加减分!G2", "否", "只用于否决(停发)"),
    ("加减分!F4", "一等", "“一等” 不是分组“综合组”的等次(处理),应为 优秀、合格、不合格、降一档 之一"),
    ("类别!D2", 5, "只用于加分和扣分类别(上限)"),
    ("类别!D4", "5.555", "小数位太多"),
    ("等次!B5", "无此组", "在“分组”表里没有"),
    ("等次认定!A2", "D99", "在“部门”表里没有"),
    ("等次认定!B2", "一等", "“一等” 不是分组“综合组”的等次(等次)"),
    ("申诉!B2", "D99", "在“部门”表里没有"),
    ("项目!C2", "D99", "在“部门”表里没有"),
    # rules, sources, awards, consequences
    ("指标!F2", "确保得分=80%", "“确保力争”没有参数“确保得分”"),
    ("指标!F2", "确保得分率=-5%", "不能是负数(参数)"),
    ("指标!E2", "分档", "“分档”要写参数“档”"),
    ("指标!I3", "指标:E99", "里的“E99”在“指标”表里没有(数据来源)"),
    ("指标!I3", "指标:E02", "取的是自己(数据来源)"),
    ("指标!I3", "指标:E04", "“E04”是评议指标,没有实绩"),
    ("指标!I3", "指标:E03", "自己也取自别处"),
    ("指标!I3", "项目:签约", "不是项目的四率"),
    ("奖惩!D2", "总额=200万;因素=人数", "总额：“200万”不是数字(参数)"),
    ("奖惩!D2", None, "要写参数“总额”(参数)"),
    ("奖惩!D4", "总额=1;指标=E99:1", "里的指标“E99”在“指标”表里没有"),
    ("奖惩!D4", "总额=1;指标=E04:1", "评议或按名次"),
    ("奖惩!D5", "指标=E05;单位=1;标准=1", "评议或按名次"),
    ("奖惩!D8", "等次=差;金额=1", "里的等次“差”在“等次”表里没有"),
    ("奖惩!C4", "经济组、无此组", "“经济组、无此组” 里的“无此组”不是分组(范围)"),
    ("奖惩!B2", "年终奖", "不是可选的办法"),
    ("后果!A2", "等次:差", "里的等次“差”在“等次”表里没有(触发)"),
    ("后果!A3", "督办:绿", "不是触发条件(触发),应写成 等次:不合格 或 督办:红(蓝、黄、红)"),
    ("后果!A3", "表扬", "不是触发条件"),
]
ELSEWHERE = {
    ("实绩!A2", "E05"): [],  # E05 is laid on D01 as well
    ("自评!B2", "E04"): [],
    ("实绩!B2", "D03"): ["实绩!A2"],
    ("指标!E2", "分档"): ["指标!F2"],
    ("评议!B2", "D02"): ["评议!A2"],
    ("自评!A2", "D03"): ["自评!B2"],
}


@pytest.mark.parametrize(("address", "value", "said"), CELLS, ids=[f"{cell}={value}" for cell, value, _ in CELLS])
def test_one_wrong_cell_is_one_error_at_its_address(plan, address, value, said):
    sheets = zone()
    put(sheets, address, value)
    if address == "指标!E2":
        put(sheets, "指标!F2", None)
    found = plan(sheets)
    assert [error.cell for error in found.errors] == ELSEWHERE.get((address, value), [address])
    if said:
        assert said in found.errors[0].message
    assert found.summary()["new"] == (0 if found.errors else 83)


def test_the_zone_itself_is_right(plan):
    assert plan(zone()).summary() == {"year": 2020, "new": 83, "changed": 0, "same": 0, "errors": [], "ignored": []}


def test_all_errors_come_at_once_by_sheet_row_and_column(plan):
    sheets = dict(reversed(zone().items()))
    for address, value in [("任务!M2", "早"), ("责任分解!D7", "七十五"), ("责任分解!C7", None), ("部门!F2", "二十")]:
        put(sheets, address, value)
    assert [error.cell for error in plan(sheets).errors] == ["部门!F2", "责任分解!C7", "责任分解!D7", "任务!M2"]


@pytest.mark.parametrize(
    ("title", "row", "cell", "said"),
    [
        ("部门", ["全区", "又", None, "经济组", None, 1], "A6", "“全区” 另有含义,不能这样命名(编码)"),
        ("部门", ["D、5", "又", None, "经济组", None, 1], "A6", "“D、5” 里不能有“、”(编码)"),
        ("部门", [date(2020, 3, 1), "又", None, "经济组", None, 1], "A6", "被表格软件变成了日期"),
        ("部门", [None, "又", None, "经济组", None, 1], "A6", "不能空着(编码)"),
        ("分组", ["一般"], "A4", "“一般” 另有含义"),
        ("类别", ["经济得分", "计分"], "A7", "“经济得分” 另有含义"),
        ("指标", ["E:6", "又", "经济指标", None, "达标"], "A7", "里不能有“:”(编码)"),
        ("分组", ["甲，乙"], "A4", "“甲，乙” 里不能有“，”(分组)"),
        ("类别", ["甲，乙", "计分"], "A7", "“甲，乙” 里不能有“，”(类别)"),
        ("等次", ["好；差", None, 1, None, None, 1], "A7", "“好；差” 里不能有“；”(等次)"),
        ("等次", ["降一档", None, 1, None, None, 1], "A7", "“降一档” 另有含义"),
        ("任务", ["E01", "又", "重点工作", "D01", 1], "A5", "“E01” 同时是指标和任务的编码(编码)"),
    ],
)
def test_a_code_that_cannot_be_one(plan, title, row, cell, said):
    sheets = zone()
    sheets[title].append(row)
    (error,) = plan(sheets).errors
    assert error.cell == f"{title}!{cell}"
    assert said in error.message


DUPLICATES = [
    ("参数", ["年度", 2020], "A7"),
    ("部门", ["D01", "又一个", None, "经济组", None, 3], "A6"),
    ("分组", ["经济组"], "A4"),
    ("类别", ["经济指标", "计分"], "A7"),
    ("权重", ["经济组", "经济指标", 1], "A5"),
    ("指标", ["E01", "又", "经济指标", None, "达标"], "A7"),
    ("责任分解", ["E01", "D01", 1], "A10"),
    ("实绩", ["E01", "D01", "1", 3], "A6"),
    ("任务", ["T01", "又", "重点工作", "D01", 1], "A5"),
    ("节点", ["T01", "搬迁"], "A5"),
    ("评议", ["E04", "D03", "主任", None, "主要领导", 10], "A7"),
    ("评委类别", ["主要领导", 1], "A5"),
    ("自评", ["D01", "E01", 0.5], "A4"),
    ("核定", ["D03", "T01", 0.5, "又"], "A4"),
    ("项目", ["P01", "又", "D01"], "A3"),
    ("等次", ["优秀", None, 95, None, None, 1], "A7"),
    ("等次认定", ["D03", "优秀", "又"], "A3"),
    ("奖惩", ["低分", "未完成扣罚", None, "标准=1"], "A11"),
    ("后果", ["等次:优秀", "通报表扬"], "A4"),
    ("说明", ["无结果", "E03", "又"], "A3"),
    ("申诉", ["S01", "D01", None, "又"], "A3"),
]


@pytest.mark.parametrize(("title", "row", "cell"), DUPLICATES, ids=[title for title, _, _ in DUPLICATES])
def test_a_key_that_comes_twice_is_an_error_on_its_second_row(plan, title, row, cell):
    sheets = zone()
    sheets[title].append(row)
    errors = plan(sheets).errors
    assert [error.cell for error in errors] == [f"{title}!{cell}"]
    assert "行重复" in errors[0].message


def test_rows_that_come_twice_are_not_told_so_where_their_code_is_unknown(plan):
    sheets = zone()
    put(sheets, "责任分解!B8", "D99")
    put(sheets, "责任分解!B9", "D99")
    errors = plan(sheets).errors
    assert [error.cell for error in errors] == ["责任分解!B8", "责任分解!B9"]
    assert all("在“部门”表里没有" in error.message for error in errors)


@pytest.mark.parametrize("title", ["进展", "督办单", "加减分", "延期"])
def test_rows_of_sheets_without_key_may_come_twice(plan, title):
    sheets = zone()
    sheets[title].append(list(sheets[title][1]))
    assert plan(sheets).summary()["new"] == 84


def bad_row(address: str, value: object) -> Sheets:
    sheets = zone()
    put(sheets, address, value)
    return sheets


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("部门!F2", "很多"),  # D01 bears, leads, rates and is scored
        ("部门!D2", "无此组"),
        ("部门!E4", "对"),
        ("分组!B2", "也许"),
        ("类别!B2", "好"),
        ("类别!B6", "坏"),
        ("类别!D5", "五"),
        ("指标!D2", True),
        ("指标!E2", "确保"),
        ("指标!E5", "评分"),
        ("指标!F2", "错"),
        ("指标!I2", False),
        ("责任分解!D2", "多"),
        ("责任分解!A2", "E98"),  # values of E01 for D01 may have been meant
        ("责任分解!B2", "D98"),
        ("任务!E3", "十"),
        ("任务!D3", "D98"),
        ("任务!Q2", "完了"),
        ("节点!E3", "上周"),
        ("评委类别!B2", "多"),
        ("等次!F2", "高"),
        ("等次!B5", "经济"),
        ("参数!B2", "二〇二〇"),
    ],
)
def test_what_refers_to_a_bad_row_is_not_reported_again(plan, address, value):
    assert [error.cell for error in plan(bad_row(address, value)).errors] == [address]


def test_what_refers_to_a_row_that_comes_twice_is_not_reported_again(plan):
    sheets = zone()
    sheets["指标"].append(["E01", "又", "经济指标", None, "评议"])
    assert [error.cell for error in plan(sheets).errors] == ["指标!A7"]


def rename(sheets: Sheets, was: str, becomes: str) -> None:
    """Put another text wherever a cell holds just `was`."""
    for rows in sheets.values():
        for row in rows:
            row[:] = [becomes if value == was else value for value in row]


@pytest.mark.parametrize(
    ("was", "becomes", "cell"),
    [
        ("E05", "E:05", "指标!A6"),
        ("重点工作", "重点，工作", "类别!A3"),
        ("合格", "合格;", "等次!A3"),
    ],
)
def test_what_refers_to_a_code_that_cannot_be_one_is_not_reported_again(plan, was, becomes, cell):
    sheets = zone()
    rename(sheets, was, becomes)
    assert [error.cell for error in plan(sheets).errors] == [cell]


def test_shares_of_partners_are_not_doubted_where_the_list_of_partners_is_wrong(plan):
    assert [error.cell for error in plan(bad_row("任务!F2", "D03、D01")).errors] == ["任务!F2"]


def test_a_task_finished_with_an_open_milestone_is_refused_on_its_state(plan):
    sheets = bad_row("节点!E3", None)
    (error,) = plan(sheets).errors
    assert error.cell == "任务!Q2"
    assert "“已销号” 不成:任务“T01”还有节点“搬迁”没有完成(状态)" in error.message


def test_a_finished_task_may_lack_a_date_and_have_an_open_milestone_at_once(plan):
    sheets = bad_row("节点!E3", None)
    put(sheets, "任务!R2", None)
    assert [error.cell for error in plan(sheets).errors] == ["任务!Q2", "任务!R2"]


def test_a_cancelled_task_needs_a_basis(plan):
    sheets = bad_row("任务!Q3", "终止")
    assert [error.cell for error in plan(sheets).errors] == ["任务!I3"]


def test_a_value_for_the_whole_zone_needs_an_indicator_that_somebody_bears(plan):
    sheets = zone()
    sheets["指标"].append(["E06", "无人", "经济指标", None, "达标"])
    sheets["实绩"].append(["E06", "全区", 3, 1])
    (error,) = plan(sheets).errors
    assert (error.cell, "还没有落实到任何部门" in error.message) == ("实绩!A6", True)


def test_the_decimals_of_the_workbook_count(plan):
    sheets = zone()
    sheets["参数"].append(["分数小数位", 0])
    cells = [error.cell for error in plan(sheets).errors]
    assert cells == ["加减分!C2", "加减分!C3"]
    sheets["参数"].append(["黄单扣分", 0.5])
    assert [error.cell for error in plan(sheets).errors] == ["参数!B8", *cells]


def test_a_pass_line_has_no_more_decimals_than_the_year(plan):
    sheets = zone()
    sheets["参数"].append(["及格线", "60.125"])
    (error,) = plan(sheets).errors
    assert (error.cell, "小数位太多(及格线)" in error.message) == ("参数!B7", True)


def test_a_tie_break_names_scored_categories(plan):
    sheets = zone()
    sheets["参数"].append(["同分比较", "经济得分、重点工作"])
    assert not plan(sheets).errors
    sheets["参数"][-1] = ["同分比较", "重点工作、创新加分"]
    (error,) = plan(sheets).errors
    assert error.cell == "参数!B7"
    assert "“创新加分”" in error.message


@pytest.mark.parametrize("value", [2, 0.1, "10"])
def test_the_payout_unit_is_one_of_three(plan, value):
    sheets = zone()
    sheets["参数"].append(["兑现单位", value])
    (error,) = plan(sheets).errors
    assert error.cell == "参数!B7"
    assert "应为 1、100、0.01 之一" in error.message


def test_a_percent_format_answers_what_a_bare_number_leaves_open(plan):
    sheets = zone()
    put(sheets, "核定!C2", (1.2, "0%"))
    put(sheets, "进展!C2", (0.3, "0.00%"))
    assert not plan(sheets).errors
