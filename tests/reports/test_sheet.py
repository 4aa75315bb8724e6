"""部门考核计分表: the figures on paper are the assessment's, and they add up by hand."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Adjustment, Department, Explanation, Target, Verdict
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import sheet
from kpi_desktop.reports.paper import text_width
from tests.reports import pages, sample, stress

D = Decimal


def number(text: str | None) -> Decimal:
    """A printed figure as a decimal; nothing printed counts 0."""
    return D((text or "0").replace(",", "").replace("−", "-").replace("+", ""))


@pytest.fixture(scope="module")
def sheets(zone):
    return {result.code: sheet.of_department(zone, result.code) for result in zone.assessment.departments()}


def test_every_line_stands_with_its_own_figures(zone, sheets):
    for result in zone.assessment.departments():
        rows = {row["code"]: row for group in sheets[result.code]["groups"] for row in group["rows"]}
        assert set(rows) == {line.code for line in result.lines}
        for line in (line for line in result.lines if line.full_units):
            assert rows[line.code]["full"] == f"{line.full:.2f}"
            blank = line.status not in ("ok", "assessed")
            assert rows[line.code]["score"] == ({"blank": True} if blank else f"{line.score:.2f}")


def test_the_lines_of_a_category_add_up_to_its_sum(sheets):
    for data in sheets.values():
        for group in data["groups"]:
            scores = [row["score"] for row in group["rows"] if isinstance(row["score"], str)]
            fulls = [row["full"] for row in group["rows"]]
            assert sum(map(number, scores)) == number(group["score"])
            assert sum(map(number, fulls)) == number(group["full"])


def test_the_categories_and_adjustments_add_up_to_the_total(sheets):
    for data in sheets.values():
        whole = sum(number(group["score"]) for group in data["groups"]) + number(data["adjusting"]["score"])
        assert whole == number(data["total"]["score"])
        assert sum(number(row["points"]) for row in data["adjusting"]["rows"]) == number(data["adjusting"]["score"])


def test_the_formula_of_the_total_is_right_as_it_stands(sheets):
    for data in sheets.values():
        left, _, right = data["total"]["formula"].rpartition("＝")
        terms = re.findall(r"[＋−]?[\d.]+", left)
        assert sum(D(term.replace("＋", "").replace("−", "-")) for term in terms) == D(right)


def test_self_scores_add_up_too(sheets):
    for data in sheets.values():
        own = [row["self"] for group in data["groups"] for row in group["rows"] if isinstance(row["self"], str)]
        assert sum(map(number, own)) == number(data["total"]["self"])


def test_the_paper_carries_what_the_data_say(zone, printed):
    text = pages.whole_text(printed("sheet", "01"))
    result = zone.assessment.department("01")
    for line in result.lines:
        assert pages.squeezed(line.title) in text
        assert f"{line.score:.2f}" in text
    assert "56.28＋22.50＋14.06＋1.00＝93.84" in text
    assert "经济考核组第3名，共7个部门" in text
    assert "获省级投资促进先进集体（省政府〔2020〕12号）" in text


def test_a_bonus_over_its_cap_is_cut_in_sight(sheets):
    rows = [row for row in sheets["07"]["adjusting"]["rows"] if row["category"] == "专项加分"]
    assert [row["points"] for row in rows] == ["+2.50", "+1.50", "−1.00"]
    assert rows[-1]["reason"] == "合计4.00，按上限3.00计"


def test_directives_deduct_once_a_matter_and_say_so(sheets):
    rows = sheets["20"]["adjusting"]["rows"]
    assert [row["points"] for row in rows] == [None, "−0.50", "−1.00"]
    assert rows[0]["reason"].endswith("（协办）（同一事项就高，不重复扣）")


def test_what_does_not_apply_is_a_dash_and_what_is_missing_says_so(sheets):
    rows = {row["code"]: row for group in sheets["06"]["groups"] for row in group["rows"]}
    assert (rows["E13"]["stretch"], rows["E13"]["actual"], rows["E13"]["score"]) == (None, sheet_blank(), sheet_blank())
    assert any("E13" in note and "已书面说明" in note for note in sheets["06"]["notes"])


def sheet_blank():
    return {"blank": True}


def test_a_blank_that_nobody_explained_asks_for_it(zone):
    bare = sample.context(replace(zone.facts, explanations=()))
    notes = sheet.of_department(bare, "06")["notes"]
    assert any("须补齐或书面说明" in note for note in notes)


def test_an_explanation_for_another_department_does_not_count(zone):
    other = replace(zone.facts, explanations=(Explanation("no_result", "07/E13", "别家的", None, None),))
    assert any("须补齐" in note for note in sheet.of_department(sample.context(other), "06")["notes"])


def test_a_verdict_stands_beside_the_computed_share(sheets):
    row = next(row for group in sheets["01"]["groups"] for row in group["rows"] if row["code"] == "T17")
    assert (row["verdict"], row["score"], row["actual"]) == ("5.31", "5.31", "90%")
    assert "实地核查，水电配套未通" in row["process"]


def test_the_assessors_words_stay_as_they_typed_them(zone):
    basis = "会议(3),见 附件:a+b=c;#1"
    facts = replace(zone.facts, verdicts=(Verdict("01", "T17", D("0.85"), basis),))
    row = next(
        row
        for group in sheet.of_department(sample.context(facts), "01")["groups"]
        for row in group["rows"]
        if row["code"] == "T17"
    )
    assert basis in row["process"]


def test_a_vetoed_department_is_marked(sheets):
    assert sheets["14"]["standing"][-1] == ["等次", "※较差"]
    assert sheets["14"]["notes"][0].startswith("※因环境保护一票否决")


def test_targets_are_shown_in_their_own_kind(sheets):
    rows = {row["code"]: row for group in sheets["01"]["groups"] for row in group["rows"]}
    assert (rows["E06"]["base"], rows["E06"]["actual"]) == ("8%", "10.50%")
    assert [rows["E16"][name] for name in ("base", "stretch", "actual")] == ["20.0", "26.0", "23.7"]
    assert (rows["T10"]["base"], rows["T10"]["actual"]) == ("6月30日", "6月18日")
    assert rows["E16"]["name"] == "招商项目固定资产投资（亿元）"


def test_four_decimals_fit(zone):
    context = sample.context(replace(zone.facts, settings=replace(zone.facts.settings, decimals=4)))
    text = pages.whole_text(produce(context, "sheet", "01"))
    assert f"{context.assessment.department('01').total:.4f}" in text


def test_forty_lines_run_over_pages_with_their_header_and_without_double_sums(zone):
    extra = tuple(replace(zone.facts.indicators[7], code=f"X{at:02d}", name=f"附加指标{at:02d}") for at in range(40))
    targets = tuple(Target(each.code, "01", D(1), D(10)) for each in extra)
    facts = replace(zone.facts, indicators=(*zone.facts.indicators, *extra), targets=(*zone.facts.targets, *targets))
    context = sample.context(facts)
    texts = pages.page_texts(produce(context, "sheet", "01"))
    assert len(texts) >= 3
    assert all("计分过程" in text for text in texts[:-1])
    assert "一、经济指标（续）" in texts[1]
    assert sum(text.count("一、经济指标60.00") for text in texts) == 1
    whole = "".join(texts)
    assert all(f"附加指标{at:02d}" in whole for at in range(40))
    assert "主要负责人" in texts[-1] and "总分" in texts[-1]


def test_a_row_longer_than_a_page_is_not_lost(zone):
    words = "".join(f"第{at}条意见反复核实后认定，" for at in range(400))
    facts = replace(zone.facts, verdicts=(Verdict("01", "T17", D("0.85"), words),))
    text = pages.whole_text(produce(sample.context(facts), "sheet", "01"))
    assert "第0条意见" in text and "第399条意见" in text


def test_many_adjustments_run_on_with_the_sum_once(zone):
    many = tuple(Adjustment("01", "工作扣分", D("0.1"), f"第{at}次迟报") for at in range(30))
    context = sample.context(replace(zone.facts, adjustments=(*zone.facts.adjustments, *many)))
    texts = pages.page_texts(produce(context, "sheet", "01"))
    whole = "".join(texts)
    assert all(f"第{at}次迟报" in whole for at in range(30))
    assert whole.count("四、加减分−2.00") == 1


def test_long_names_stay_on_the_page(zone):
    name = "昆明国家高新技术产业开发区行政审批与政务服务和营商环境建设管理局"
    renamed = tuple(replace(d, name=name) if d.code == "01" else d for d in zone.facts.departments)
    pdf = produce(sample.context(replace(zone.facts, departments=renamed)), "sheet", "01")
    assert name in pages.whole_text(pdf)
    assert max(piece.x for piece in pages.pieces(pdf, 0)) < 297 - 15


def test_markup_in_what_users_type_comes_out_as_typed(zone):
    odd = '#let x = $1$ *粗* _斜_ \\ @ref <a> "引" `码` // 注 [方] ~ = 1'
    renamed = tuple(replace(d, name="甲#乙$丙*局") if d.code == "01" else d for d in zone.facts.departments)
    facts = replace(
        zone.facts,
        departments=renamed,
        adjustments=(Adjustment("01", "专项加分", D(1), odd),),
        tasks=tuple(replace(t, title="@任务 #3 `x`") if t.code == "T10" else t for t in zone.facts.tasks),
    )
    text = pages.whole_text(produce(sample.context(facts), "sheet", "01"))
    assert pages.squeezed(odd) in text
    assert "甲#乙$丙*局" in text and pages.squeezed("@任务 #3 `x`") in text


def test_a_department_without_lines_or_numbers(zone):
    bare = replace(
        zone.facts,
        departments=(Department("01", "投资促进局", None, sample.ECONOMY),),
        targets=(),
        actuals=(),
        tasks=(),
        milestones=(),
        progress=(),
        directives=(),
        ratings=(),
        self_scores=(),
        verdicts=(),
        adjustments=(),
        decisions=(),
        awards=(),
        explanations=(),
    )
    text = pages.whole_text(produce(sample.context(bare), "sheet", "01"))
    assert "本类别没有指标和任务" in text and "无加减分事项" in text
    assert "经济考核组第1名，共1个部门" in text


def test_an_unknown_department_is_a_key_error(zone):
    with pytest.raises(KeyError):
        sheet.of_department(zone, "99")


def test_the_day_and_number_are_printed(zone, printed):
    text = pages.whole_text(printed("sheet", "20"))
    assert "编号：KH-2020-计-20" in text and "制表：2021年1月22日" in text and "状态：考核" in text
    assert zone.today == date(2021, 1, 22)


def test_what_closes_the_sheet_on_a_page_of_its_own_has_the_head_over_it(zone):
    """Lines fill the first page; adjustments, total and signatures stand on the second."""
    more = tuple(Adjustment("01", "工作扣分", D("0.1"), f"第{at}次迟报") for at in range(3))
    context = sample.context(replace(zone.facts, adjustments=(*zone.facts.adjustments, *more)))
    first, second = pages.page_texts(produce(context, "sheet", "01"))
    assert "G03" in first and "总分" not in first
    assert second.count("计分过程") == 1 and second.index("计分过程") < second.index("四、加减分")


def test_a_sheet_on_one_page_has_one_head(printed):
    [only] = pages.page_texts(printed("sheet", "20"))
    assert only.count("计分过程") == 1


def test_many_adjustments_end_under_a_head_too(zone):
    """They run on in the table; the total that moves on alone has the head over it, or stands under the rows."""
    for count in range(9, 24):
        many = tuple(Adjustment("19", "工作扣分", D("0.1"), f"第{at}次迟报") for at in range(count))
        texts = pages.page_texts(produce(sample.context(replace(zone.facts, adjustments=many)), "sheet", "19"))
        assert all(text.count("计分过程") == 1 for text in texts)


def test_the_total_fits_its_column(sheets):
    """100.51 stands in larger type than the scores above it."""
    assert sheets["03"]["total"]["score"] == "100.51"
    assert sheets["03"]["widths"][-1] >= text_width("100.51", 12) + 3


def test_a_sum_of_own_scores_that_lacks_some_says_so(sheets):
    """04 gave none for what it has a part in, 03 gave them all, 19 none."""
    told = {code: sheets[code]["notes"][-1].endswith("自评合计只计已填的。") for code in ("03", "04", "19")}
    assert told == {"03": False, "04": True, "19": False}


def test_a_sheet_that_needs_another_page_has_the_head_there_under_long_names_too(zone):
    """Title and facts of two lines take room that the rows do not have: the first page promises nothing more."""
    unit = "昆明国家高新技术产业开发区管理委员会暨马金铺新城建设指挥部（示例）"
    settings = replace(zone.facts.settings, unit_name=unit)
    context = sample.context(replace(stress.long_named(zone.facts), settings=settings))
    for department in ("01", "02", "04", "05", "07", "20"):
        texts = pages.page_texts(produce(context, "sheet", department))
        assert all(text.count("计分过程") == 1 for text in texts)
