"""Finding sheets and columns: by what their headers say, wherever they stand."""

from openpyxl import load_workbook

from tests.exchange.zone import put, write, zone


def test_a_title_above_the_header_moves_everything_down(plan):
    sheets = zone()
    for rows in sheets.values():
        rows[0:0] = [["某高新区 2020 年度考核"], [], [None, None, "单位:亿元"]]
    assert plan(sheets).summary()["new"] == 83
    put(sheets, "责任分解!D5", "七十五")
    assert [error.cell for error in plan(sheets).errors] == ["责任分解!D5"]


def test_columns_may_stand_in_any_order_and_place(plan):
    sheets = {title: [[None, *reversed(row)] for row in padded(rows)] for title, rows in zone().items()}
    assert plan(sheets).summary()["new"] == 83
    put(sheets, "部门!E2", "许多")
    assert [error.cell for error in plan(sheets).errors] == ["部门!E2"]


def padded(rows):
    return [[*row, *[None] * (len(rows[0]) - len(row))] for row in rows]


def test_headers_may_be_spaced_broken_wide_or_starred(plan):
    sheets = zone()
    sheets["部门"][0] = [" 编码* ", "名 称", "类型", "分组", "参\n评", "人数*", "折算\n人数", "负责人", "分管领导"]
    sheets[" 责任分解 "] = sheets.pop("责任分解")
    assert plan(sheets).summary()["new"] == 83


def test_unknown_sheets_and_columns_are_named_and_ignored(plan):
    sheets = zone()
    sheets["部门"][0].append("备注")
    put(sheets, "责任分解!L1", "序号")
    put(sheets, "任务!X3", "没有表头")
    sheets["填表说明"] = [["请勿改动"]]
    sheets["佐证"] = [["对象", "文件", "摘要", "说明"], ["T01", "a.pdf", "00", None]]
    found = plan(sheets)
    assert not found.errors
    assert found.ignored == ("填表说明", "部门!J1", "责任分解!L1", "任务!X1")


def test_a_sheet_that_comes_twice_is_read_once(plan):
    sheets = zone()
    sheets["部门 "] = [["编码"], ["D77"]]
    assert plan(sheets).ignored == ("部门 ",)


def test_a_column_that_comes_twice_is_an_error_on_the_second(plan):
    sheets = zone()
    sheets["部门"][0].append("人数")
    (error,) = plan(sheets).errors
    assert (error.cell, error.message) == ("部门!J1", "“人数” 这一列和 F1 重复,请删去一列")


def test_a_missing_required_column_is_an_error_on_the_header(plan):
    sheets = zone()
    for row in sheets["部门"]:
        del row[5]
    (error,) = plan(sheets).errors
    assert (error.cell, error.message) == ("部门!A1", "缺少“人数”这一列,请在表头补上(部门)")


def test_a_missing_key_column_leaves_references_in_doubt(plan):
    for title, column in [
        ("部门", 0),
        ("指标", 0),
        ("任务", 0),
        ("责任分解", 0),
        ("等次", 0),
        ("分组", 0),
        ("类别", 0),
    ]:
        sheets = zone()
        for row in sheets[title]:
            if len(row) > column:
                row[column] = None
        assert {error.cell for error in plan(sheets).errors} == {f"{title}!B1"}, title


def test_missing_optional_columns_are_blank(plan):
    sheets = zone()
    sheets["任务"] = [row[:5] for row in sheets["任务"]]
    sheets["核定"].pop(2)
    sheets["自评"].pop(2)
    assert not plan(sheets).errors


def test_a_sheet_without_a_header_says_what_it_should_have(plan):
    sheets = zone()
    sheets["延期"] = [["雨季延长工期"], ["见附件"]]
    (error,) = plan(sheets).errors
    assert error.cell == "延期!A1"
    assert error.message == "找不到表头(延期),表头应有:任务编码、新期限、原因"


def test_empty_sheets_and_blank_rows_say_nothing(plan):
    sheets = zone()
    sheets["延期"] = []
    sheets["部门"][2:2] = [[], ["  ", "\u3000"]]
    assert plan(sheets).summary()["new"] == 82
    put(sheets, "部门!F5", "许多")
    assert [error.cell for error in plan(sheets).errors] == ["部门!F5"]


def merged(tmp_path, ranges: list[tuple[str, str]]):
    path = write(tmp_path / "合.xlsx", zone())
    workbook = load_workbook(path)
    for title, area in ranges:
        workbook[title].merge_cells(area)
    workbook.save(path)
    return path


def test_merged_cells_are_reported_once_with_their_range(tmp_path):
    from kpi_desktop.exchange.importing import plan_import

    path = merged(tmp_path, [("责任分解", "A2:A3"), ("部门", "H2:I2"), ("任务", "B3:B4")])
    errors = plan_import(None, path).errors
    assert [error.cell for error in errors] == ["部门!H2", "责任分解!A2", "任务!B3"]
    assert errors[1].message == "“E01” 在合并单元格 A2:A3 里(指标编码),请取消合并,每一格都填上"


def test_merged_titles_and_empty_frames_are_no_matter(tmp_path):
    from kpi_desktop.exchange.importing import plan_import

    sheets = zone()
    sheets["部门"][0:0] = [["某高新区部门一览"]]
    path = write(tmp_path / "合.xlsx", sheets)
    workbook = load_workbook(path)
    workbook["部门"].merge_cells("A1:I1")
    workbook["部门"].merge_cells("A20:I25")
    workbook["部门"].merge_cells("K2:L9")
    workbook.save(path)
    assert not plan_import(None, path).errors


def test_formulas_without_a_value_are_reported_where_they_stand(plan):
    sheets = zone()
    put(sheets, "实绩!D2", "=SUM(1,2)")
    put(sheets, "任务!L3", "=B3")
    errors = plan(sheets).errors
    assert [error.cell for error in errors] == ["实绩!D2", "任务!L3"]
    assert errors[0].message.startswith("公式没有算出的值(数值)")


def test_a_workbook_that_does_not_say_its_year(plan, book, empty):
    sheets = zone()
    del sheets["参数"]
    assert [error.cell for error in plan(sheets).errors] == ["参数!A1"]
    assert [error.cell for error in plan(sheets, empty).errors] == ["参数!A1"]
    assert plan(sheets, book).summary() | {"ignored": []} == {
        "year": 2020,
        "new": 0,
        "changed": 0,
        "same": 78,
        "errors": [],
        "ignored": [],
    }
    sheets = zone()
    del sheets["参数"][1]
    (error,) = plan(sheets).errors
    assert error.cell == "参数!A1"
    assert "缺少“年度”这一行" in error.message


def test_a_bad_year_hides_what_the_book_would_know(plan, book):
    """Without the year nobody knows what the rows are laid over: only the cells themselves are judged."""
    sheets = {
        "参数": [["名称", "值"], ["年度", "今年"]],
        "实绩": [["指标编码", "部门编码", "月份", "数值"], ["E01", "D01", 3, "多"]],
    }
    assert [error.cell for error in plan(sheets, book).errors] == ["参数!B2", "实绩!D2"]
