"""目标责任书: what a department commits itself to, the clauses with the figures of the year, both signatures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import pledge
from kpi_desktop.reports.forms.blocks import Paragraph, Signatures, Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

BODY, PITCH = 16.0, 225 / 22
FIRST_BASELINE = 37 + 21.5 * pages.POINT


def told(context, department="01"):
    return [b.text for b in pledge.outline(context, Choice(department=department)).blocks if isinstance(b, Paragraph)]


def tables(context, department="01"):
    made = pledge.outline(context, Choice(department=department))
    return [[[cell.text for cell in row.cells] for row in b.rows] for b in made.blocks if isinstance(b, Table)]


def test_the_categories_come_with_their_points(zone):
    headings = [text for text in told(zone) if text.startswith("（")]
    assert headings == ["（一）经济指标（60分）", "（二）重点任务（25分）", "（三）共性工作（15分）"]


def test_the_indicators_stand_in_a_table_that_sums(zone):
    """18, 12 and 14 of 44 points scaled to 60."""
    assert tables(zone)[0] == [
        ["E06", "引进市外到位资金增长", "%", "8%", "—", "24.55"],
        ["E07", "实际利用外资增长", "%", "8%", "—", "16.36"],
        ["E16", "招商项目固定资产投资", "亿元", "20", "26", "19.09"],
        ["", "合 计", "", "", "", "60.00"],
    ]


def test_a_rate_as_target_is_named_where_the_name_does_not_say_so(zone):
    plain = tuple(
        replace(each, name="引进市外到位资金") if each.code == "E06" else each for each in zone.facts.indicators
    )
    changed = sample.context(replace(zone.facts, indicators=plain))
    assert tables(changed)[0][0][1:4] == ["引进市外到位资金（增幅）", "%", "8%"]


def test_tasks_are_sentences_with_due_standard_and_points(zone):
    """Four led tasks of 6 points each share the 25 of the group: 6.25 each."""
    text = told(zone)
    assert "2. 代理招商引资奖励办法出台，6月30日前完成：全部完成并通过验收（6.25分）。" in text
    assert any(t.startswith("协助") or "协助" in t for t in told(zone, "11"))


def test_panels_are_named_in_one_sentence(zone):
    assert "党建与党风廉政建设（5分）、服务对象与部门互评满意度（5分），按评议办法计分。" in told(zone)


def test_carried_work_says_in_which_year_it_is(zone):
    assert any("化古城整体搬迁安置（结转第3年），12月31日前完成" in text for text in told(zone, "04"))


def test_the_clauses_carry_the_settings_of_the_year(zone):
    text = "".join(told(zone))
    assert "其中黄色每次扣0.5分、红色每次扣1分，同一事项就高计。" in text
    assert "任务和节点逾期完成的，按应得分的80%计；经济指标占比为60%。" in text
    assert "分为优秀、良好、合格、较差等次，并按年度奖惩办法兑现" in text


def test_a_year_that_deducts_nothing_says_nothing_of_it(zone):
    settings = replace(zone.facts.settings, directive_category=None, late_share=Decimal("0.5"))
    text = "".join(told(sample.context(replace(zone.facts, settings=settings, awards=()))))
    assert "每次扣" not in text and "应得分的50%" in text and "兑现，作为" not in text


def test_both_sides_sign_together_with_text(zone):
    made = pledge.outline(zone, Choice(department="01"))
    assert made.blocks[-1] == Signatures(("甲方：高新技术产业开发区管委会", "乙方：投资促进局"))
    texts = pages.page_texts(produce(zone, "pledge", "01"))
    assert texts[-1].count("负责人（签字）：") == 2 and "本责任书一式两份" in texts[-1]


def test_a_unit_that_is_a_body_signs_itself(zone):
    settings = replace(zone.facts.settings, unit_name="昆明市人民政府")
    context = sample.context(replace(zone.facts, settings=settings))
    assert "昆明市人民政府（甲方）与投资促进局（乙方）签订本责任书。" in "".join(told(context))


def test_suspended_tasks_are_not_pledged_and_unscored_ones_are(zone):
    tasks = tuple(replace(t, points=Decimal(0)) if t.code == "T22" else t for t in zone.facts.tasks)
    weights = tuple(
        replace(w, points=Decimal(0)) if (w.group, w.category) == (sample.GENERAL, "重点任务") else w
        for w in zone.facts.weights
    )
    text = told(sample.context(replace(zone.facts, tasks=tasks, weights=weights)), "12")
    assert "健康科技小镇前期" not in "".join(text)
    assert "（三）督查事项（不计分）" in text and "1. 中小学扩建与学位保障，8月31日前完成。" in text


@pytest.fixture(scope="module")
def full(zone):
    """A pledge with so much text that it fills pages."""
    tasks = tuple(replace(t, standard="国" * 2500) if t.code == "T08" else t for t in zone.facts.tasks)
    return produce(sample.context(replace(zone.facts, tasks=tasks)), "pledge", "01")


def test_a_full_page_has_22_lines_of_28_characters(full):
    page = next(at for at, text in enumerate(pages.page_texts(full)) if text.count("国") == 616)
    rows = {}
    for piece in pages.pieces(full, page):
        if piece.size == BODY:
            rows.setdefault(round(piece.y, 1), []).append(piece)
    heights = sorted(rows)
    assert len(heights) == 22
    assert all(len("".join(piece.text for piece in row)) == 28 for row in rows.values())
    assert heights[0] == pytest.approx(FIRST_BASELINE, abs=0.1)
    assert heights[-1] == pytest.approx(FIRST_BASELINE + 21 * PITCH, abs=0.2)
    left = 28 if page % 2 == 0 else 26
    assert all(min(piece.x for piece in row) == pytest.approx(left, abs=0.1) for row in rows.values())


def test_text_after_a_table_is_on_the_grid_again(printed):
    pdf = printed("pledge", "01")
    for at in range(len(pages.reader(pdf).pages)):
        heights = {round(piece.y, 2) for piece in pages.pieces(pdf, at) if piece.size == BODY}
        off = [(y - FIRST_BASELINE) / PITCH for y in heights]
        assert all(abs(each - round(each)) < 0.03 for each in off)
