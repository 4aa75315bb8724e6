"""奖惩兑现汇总表: across is down, in figures and in capital figures."""

from dataclasses import replace
from decimal import Decimal

from kpi_desktop.assessment.facts import AwardRule, Consequence
from kpi_desktop.reports.capital import capital
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import awards
from tests.reports import pages, sample, stress


def money(text):
    """A printed amount; nothing printed counts 0."""
    return Decimal((text or "0").replace(",", "").replace("−", "-"))


def columns(row):
    return [money(cell) for cell in [*row["paying"], row["rewards"], *row["taking"], row["penalties"], row["net"]]]


def test_rows_add_up_to_subtotals_and_these_to_the_total(zone):
    data = awards.data(zone)
    for group in data["groups"]:
        assert [sum(each) for each in zip(*map(columns, group["rows"]), strict=True)] == columns(group["sum"])
    sums = [columns(group["sum"]) for group in data["groups"]]
    assert [sum(each) for each in zip(*sums, strict=True)] == columns(data["total"])


def test_every_row_adds_up_across(zone):
    data = awards.data(zone)
    for row in [*(row for group in data["groups"] for row in group["rows"]), data["total"]]:
        assert sum(map(money, row["paying"])) == money(row["rewards"])
        assert sum(map(money, row["taking"])) == money(row["penalties"])
        assert money(row["rewards"]) + money(row["penalties"]) == money(row["net"])


def test_amounts_are_those_of_the_rewards(zone):
    for group in awards.data(zone)["groups"]:
        for row in group["rows"]:
            own = next(d for d in zone.rewards.departments if row["name"].rstrip("※") == d.department.name)
            assert money(row["net"]) == own.net


def test_planned_is_distributed_and_undistributed(zone):
    for row in awards.data(zone)["rules"]:
        if row["planned"] is not None:
            assert money(row["planned"]) == money(row["distributed"]) + money(row["undistributed"])
        else:
            assert row["undistributed"] is None


def test_the_paper_says_the_sum_in_capital_figures(zone, printed):
    text = pages.whole_text(printed("awards"))
    assert capital(zone.rewards.net) in text
    assert f"¥{zone.rewards.net:,}" in text.replace("￥", "¥")
    assert "审批：" in text and "净额合计（大写）：" in text


def test_the_rules_stand_in_words(printed):
    text = pages.whole_text(printed("awards"))
    for words in (
        "总额180万元，按人数×等次系数×得分分配",
        "4,000元×人数×等次系数，80分起付",
        "税收收入超力争目标每满1亿元奖2万元，最高20万元",
        "每组第1名5万元、第2名3万元、第3名2万元，同名次均分",
        "低于80分的，每人每分扣200元",
        "等次为较差的，每人扣1,000元",
        "黄牌每张扣5,000元、红牌每张扣1万元",
        "未完成任务每项扣8,000元×（1＋结转次数）",
    ):
        assert words in text


def test_money_that_stays_says_why(zone):
    facts = replace(
        zone.facts,
        awards=(AwardRule("贡献分配", "contribution", sample.ECONOMY, "总额=900000;指标=E01:50,E07:50;按=实绩"),),
    )
    data = awards.data(sample.context(facts))
    assert any("贡献分配未分配450,000元：" in note and "E07" in note for note in data["notes"])


def test_a_negative_sum_in_red_figures_and_words(zone):
    facts = replace(zone.facts, awards=zone.facts.awards[-1:])
    context = sample.context(facts)
    text = pages.whole_text(produce(context, "awards"))
    assert "人民币负捌万元整" in text and "−¥80,000" in text.replace("￥", "¥")


def test_amounts_in_cents(zone):
    facts = replace(zone.facts, settings=replace(zone.facts.settings, payout_unit=Decimal("0.01")))
    context = sample.context(facts)
    text = pages.whole_text(produce(context, "awards"))
    assert f"{context.rewards.net:,.2f}" in text and capital(context.rewards.net) in text


def test_totals_of_tens_of_millions_get_smaller_type_or_wider_paper(zone):
    rich = tuple(replace(rule, params=rule.params.replace("000", "000000", 1)) for rule in zone.facts.awards)
    context = sample.context(
        replace(zone.facts, awards=rich, settings=replace(zone.facts.settings, payout_unit=Decimal("0.01")))
    )
    pdf = produce(context, "awards")
    box = pages.reader(pdf).pages[0].mediabox
    width = float(box.width) * pages.POINT
    assert width > 400
    assert max(piece.x for piece in pages.pieces(pdf, 0)) < width - 15
    assert f"{context.rewards.net:,.2f}" in pages.whole_text(pdf)


def test_many_consequences_become_marks_that_are_explained(zone):
    more = tuple(Consequence("督办:红", f"很长的后果说明第{at}条") for at in range(3))
    data = awards.data(sample.context(replace(zone.facts, consequences=(*zone.facts.consequences, *more))))
    cells = {row["name"]: row["consequences"] for group in data["groups"] for row in group["rows"]}
    assert data["notes"][0].startswith("其他奖惩：①")
    assert all(mark in data["notes"][0] for mark in cells["规划建设局"][0])


def test_a_year_without_a_scheme(zone):
    text = pages.whole_text(produce(sample.context(replace(zone.facts, awards=())), "awards"))
    assert "本年度没有设置奖惩办法。" in text and "人民币零元整" in text


def test_a_scheme_without_penalties(zone):
    context = sample.context(replace(zone.facts, awards=zone.facts.awards[:1]))
    text = pages.whole_text(produce(context, "awards"))
    assert "扣罚" not in text and capital(context.rewards.net) in text


def test_the_closing_does_not_take_a_third_page_where_closer_rows_save_it(zone):
    """One name of four lines: with airy rows the rules and signatures would stand on a third page."""
    pdf = produce(sample.context(stress.long_named(zone.facts)), "awards")
    assert len(pages.page_texts(pdf)) == 2
    assert "合计" in pages.page_texts(pdf)[1] and "编制：" in pages.page_texts(pdf)[1]


def test_an_empty_year_has_a_sentence_and_room_to_sign():
    pdf = produce(sample.empty(), "awards")
    assert "没有参评的部门" in pages.whole_text(pdf) and "本年度没有设置奖惩办法" in pages.whole_text(pdf)
    places = {text: y for y, _, text in pages.lines(pdf, 0)}
    told = next(y for text, y in places.items() if "没有设置奖惩办法" in text)
    signed = next(y for text, y in places.items() if "编制：" in text)
    assert signed - told > 8


def test_a_group_says_how_many_are_in_it_once(printed):
    text = pages.whole_text(printed("awards"))
    assert "经济考核组（单独考核）7个部门" in text and "）（7个）" not in text
