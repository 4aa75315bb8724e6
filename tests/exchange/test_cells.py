"""Reading single cells: every kind, every way to write a figure or a date, and back again."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.exchange.cells import BadCell, Cell, InDoubt, Unit, message, read, shown
from kpi_desktop.exchange.columns import SHEETS, field
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.fields import Kind
from kpi_desktop.exchange.units import factor

CODE = field("department", "code")
NAME = field("group_", "name")
TEXT = field("task", "standard")
NUMBER = field("project", "investment")
FIGURE = field("target", "base")
SHARE = field("verdict", "share")
DAY = field("task", "due")
MONTH = field("actual", "month")
PARTNERS = field("task", "partners")


def bad(column, value, unit=None, **how) -> str:
    cell = Cell(value, **how)
    with pytest.raises(BadCell) as caught:
        read(column, cell, unit)
    return message(column, cell, caught.value)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("E01", "E01"),
        (" E01\u3000", "E01"),
        ("E01", "E01"),
        ("'001", "001"),
        (Decimal(1), "1"),
        (Decimal("1.0"), "1"),
        (Decimal("1.5"), "1.5"),
        (Decimal("20200001"), "20200001"),
        ("E\n01", "E01"),
        ("\ufeffE01\u200b", "E01"),
    ],
)
def test_codes_are_text(value, code):
    assert read(CODE, Cell(value)) == code


def test_a_code_that_became_a_date_is_lost():
    assert bad(CODE, date(2020, 3, 1)).startswith("“2020-03-01” 被表格软件变成了日期,不是编码(编码)")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (Decimal("75"), Decimal(75)),
        ("75", Decimal(75)),
        ("75.5", Decimal("75.5")),
        (" 75 ", Decimal(75)),
        ("1,234.5", Decimal("1234.5")),
        ("-1,234,567", Decimal(-1234567)),
        ("'75", Decimal(75)),
        ("−5", Decimal(-5)),
        ("8%", Decimal("0.08")),
        ("8%", Decimal("0.08")),
        ("1/3", Fraction(1, 3)),
        (".5", Decimal("0.5")),
    ],
)
def test_numbers(value, number):
    found = read(field("actual", "value"), Cell(value))
    assert found == number
    assert not isinstance(found, float)


@pytest.mark.parametrize(
    "value",
    ["七十五", "1,2", "12,34", "7 5", "1e5", "--5", "5-", "1/0", "10²", "½", "", "9" * 41, True, date(2020, 1, 1)],
)
def test_no_numbers(value):
    column = field("actual", "value")
    said = bad(column, value)
    assert "(数值)" in said
    assert said.endswith(",应填数字,如 75")


def test_huge_numbers_are_no_figures():
    assert "太大或太小" in bad(NUMBER, Decimal("1E+200"))
    assert "太大或太小" in bad(NUMBER, Decimal("1E-200"))


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("2.3亿元", "亿元", Decimal("2.3")),
        ("2.3亿元", "万元", Decimal(23000)),
        ("23,000 万元", "亿元", Decimal("2.3")),
        ("2.3亿元", "元", Decimal(230000000)),
        ("500万美元", "亿美元", Decimal("0.05")),
        ("1500亩", "公顷", Decimal(100)),
        ("1亩", "平方米", Fraction(2000, 3)),
        ("2公顷", "亩", Decimal(30)),
        ("1平方公里", "公顷", Decimal(100)),
        ("9公里", "米", Decimal(9000)),
        ("1.2万人", "人", Decimal(12000)),
        ("3000人", "万人", Decimal("0.3")),
        ("8户", "户", Decimal(8)),
        ("8 条段", "条段", Decimal(8)),
        ("2亿千瓦时", "万千瓦时", Decimal(20000)),
        ("8亿元", "亿元", Decimal(8)),
    ],
)
def test_units_of_the_same_kind_are_converted_exactly(text, unit, number):
    assert read(FIGURE, Cell(text), Unit(unit)) == number


@pytest.mark.parametrize(
    ("text", "unit"), [("8家", "户"), ("8亿元", "亿美元"), ("8亩", "亿元"), ("8亿", "亿元"), ("8元", None), ("8户", "")]
)
def test_other_units_are_refused(text, unit):
    assert "对不上(确保目标)" in bad(FIGURE, text, Unit(unit))


def test_a_unit_cannot_be_judged_while_the_indicator_is_in_doubt():
    with pytest.raises(InDoubt):
        read(FIGURE, Cell("8亿元"), Unit(known=False))
    assert read(FIGURE, Cell("8"), Unit(known=False)) == 8


def test_columns_without_a_unit_take_bare_numbers():
    assert "不是数字(总投资)" in bad(NUMBER, "2.3亿元")


@given(st.sampled_from(["元", "万元", "亿元", "百万元"]), st.sampled_from(["元", "千元", "千万元"]))
def test_units_convert_there_and_back(one, other):
    assert factor(one, other) * factor(other, one) == 1


@pytest.mark.parametrize(
    ("value", "percent", "share"),
    [
        ("80%", False, Decimal("0.8")),
        ("80.5 %", False, Decimal("0.805")),
        (Decimal("0.8"), False, Decimal("0.8")),
        (Decimal("0.8"), True, Decimal("0.8")),
        (Decimal("1.2"), True, Decimal("1.2")),
        ("120%", False, Decimal("1.2")),
        ("1/8", False, Decimal("0.125")),
        ("4/3", False, Fraction(4, 3)),
        (Decimal(1), False, Decimal(1)),
        ("0", False, Decimal(0)),
    ],
)
def test_shares(value, percent, share):
    assert read(SHARE, Cell(value, percent)) == share


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal(60), "“60” 是 60% 吗?(得分率),请写 60% 或 0.6"),
        ("60", "“60” 是 60% 吗?(得分率),请写 60% 或 0.6"),
        ("1.2", "“1.2” 是 1.2% 还是 120%?(得分率),请写上百分号"),
        ("150.1%", "“150.1%” 超出范围(得分率),应在 0% 到 150% 之间"),
        ("-1%", "“-1%” 超出范围(得分率),应在 0% 到 150% 之间"),
        ("优", "“优” 不是数字(得分率),应填数字,如 75"),
    ],
)
def test_shares_that_ask_back(value, said):
    assert bad(SHARE, value) == said


@pytest.mark.parametrize(
    "value",
    [
        date(2020, 3, 31),
        "2020-03-31",
        "2020-3-31",
        "2020/3/31",
        "2020.3.31",
        "2020年3月31日",
        "2020 年 3 月 31 日",
        "2020年3月31日",
        " 2020-03-31 ",
    ],
)
def test_dates(value):
    assert read(DAY, Cell(value)) == date(2020, 3, 31)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2020-02-30", "这一天不存在"),
        ("2020-13-01", "这一天不存在"),
        ("2020-3/31", "不是日期"),
        ("20200331", "不是日期"),
        ("3月31日", "不是日期"),
        ("20-3-31", "不是日期"),
        ("1020-03-31", "太早"),
        (Decimal(43921), "“43921” 是数字,不是日期(期限),请把这一格设为日期格式"),
        (True, "不是日期"),
    ],
)
def test_no_dates(value, said):
    assert said in bad(DAY, value)


@pytest.mark.parametrize(("value", "month"), [(Decimal(12), 12), (Decimal("12.0"), 12), ("3", 3), ("12.00", 12)])
def test_whole_numbers(value, month):
    assert read(MONTH, Cell(value)) == month
    assert type(read(MONTH, Cell(value))) is int


@pytest.mark.parametrize("value", [Decimal("12.5"), "3月", Decimal(0), Decimal(13), "一"])
def test_no_months(value):
    assert "(月份)" in bad(MONTH, value)


@pytest.mark.parametrize(
    ("value", "codes"),
    [("D01、D02,D03，D04", ("D01", "D02", "D03", "D04")), (Decimal(1), ("1",))],
)
def test_lists_of_codes(value, codes):
    assert read(PARTNERS, Cell(value)) == codes


def test_texts_keep_what_is_in_them():
    assert read(TEXT, Cell(" 达到10²(含)\r\n以上 ")) == "达到10²(含)\n以上"
    assert read(TEXT, Cell(Decimal("0.95"), percent=True)) == "95%"
    assert read(TEXT, Cell(date(2020, 3, 31))) == "2020-03-31"
    assert "是逻辑值" in bad(TEXT, False)


def test_names_are_one_line():
    assert read(NAME, Cell("经济\n 发展组")) == "经济发展组"


@pytest.mark.parametrize("trouble", ["公式出错(#DIV/0!)", "公式没有算出的值"])
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.title)
def test_a_cell_in_trouble_is_bad_in_every_column(sheet, trouble):
    for column in sheet.fields:
        assert trouble in bad(column, None, trouble=trouble)


def test_blanks_stand_for_defaults():
    assert read(field("actual", "basis"), Cell()) == "confirmed"
    assert read(field("task", "partners"), Cell("  ")) == ()
    assert read(field("department", "takes_part"), Cell()) is True
    assert read(field("target", "multiplier"), Cell()) == 1
    assert read(field("target", "base"), Cell()) is None
    assert bad(field("department", "headcount"), None) == "不能空着(人数),应填数字,如 75"


def test_long_texts_are_cut_in_messages():
    assert len(bad(MONTH, "月" * 5000)) < 100


def values(column):
    """What a column may hold."""
    if column.among:
        return st.sampled_from(column.among)
    low = 0 if column.low is None else column.low
    high = column.high if column.high is not None else 10**9
    decimals = st.decimals(low, high, allow_nan=False, allow_infinity=False, places=6).filter(column.within)
    kinds = {
        Kind.FLAG: st.booleans(),
        Kind.CHOICE: st.sampled_from(sorted(column.choices)) if column.choices else st.nothing(),
        Kind.CODES: st.lists(st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True), unique=True).map(tuple),
        Kind.CODE: st.from_regex(r"[A-Z0-9]{1,5}", fullmatch=True),
        Kind.NAME: st.from_regex(r"[一二三四五六(组)]{1,5}", fullmatch=True),
        Kind.TEXT: st.text(min_size=1).map(lambda text: read(TEXT, Cell(text)) or "空"),
        Kind.NUMBER: st.one_of(decimals, st.fractions(low, high, max_denominator=97).filter(column.within)),
        Kind.SHARE: st.one_of(decimals, st.fractions(low, min(high, 3), max_denominator=97)),
        Kind.INTEGER: st.integers(int(low), int(high)),
        Kind.DATE: st.dates(date(1900, 1, 1)),
    }
    return kinds[column.kind]


ALL = [column for sheet in SHEETS for column in sheet.fields if column.kind is not Kind.SETTING]


@given(st.sampled_from([*ALL, *SETTING_FIELDS.values()]).flatmap(lambda each: st.tuples(st.just(each), values(each))))
def test_what_is_shown_reads_back(pair):
    column, value = pair
    if shown(column, value):
        assert read(column, Cell(shown(column, value))) == value
