"""申诉复核表: claim, facts checked, decision, effect."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Adjustment, Appeal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import appeal
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

D = Decimal
NUMBER = "〔2021〕申1号"
CLAIM = "基础设施投资漏报一笔，请求更正"


def context(zone, *, adjustments=(), **given):
    filed = Appeal(NUMBER, "07", "E08", CLAIM, raised=date(2021, 1, 25))
    return sample.context(
        replace(
            zone.facts,
            appeals=(replace(filed, **given),),
            adjustments=(*zone.facts.adjustments, *adjustments),
        )
    )


def made(found, subject=NUMBER):
    return appeal.data(found, Choice(subject=subject))


def test_every_appeal_can_be_chosen(zone):
    assert appeal.subjects(context(zone)) == [(NUMBER, f"{NUMBER} 国资运营公司：{CLAIM}")]


def test_the_line_is_derived_with_its_numbers(zone):
    """3.6 of 4 is 90 %; of 21.82 points that is 19.64."""
    checked = dict(made(context(zone))["checked"])
    assert "90%" in checked["得分率"]
    assert checked["现计得分"] == "满分21.82分，得分19.64分"


def test_an_open_appeal_has_boxes_and_no_effect(zone):
    data = made(context(zone))
    assert (data["result"], data["decided"], data["effect"]) == (None, None, "尚未处理，暂不影响得分。")
    text = pages.whole_text(produce(context(zone), "appeal", Choice(subject=NUMBER)))
    assert "□采纳" in text and "□不采纳" in text and "☑" not in text and CLAIM in text


def test_an_accepted_one_says_what_it_added(zone):
    effect = Adjustment("07", "专项加分", D("0.5"), f"申诉 {NUMBER} 采纳：{CLAIM}", "复核组会议")
    found = context(zone, adjustments=(effect,), result="采纳", basis="核对验收单", decided=date(2021, 1, 28))
    data = made(found)
    assert data["effect"] == "专项加分加0.5分，已计入总分。"
    text = pages.whole_text(produce(found, "appeal", Choice(subject=NUMBER)))
    assert "☑采纳" in text and "2021年1月28日" in text and "核对验收单" in text


def test_the_effect_of_another_appeal_is_not_its_own(zone):
    other = Adjustment("07", "专项加分", D("0.5"), "申诉 〔2021〕申11号 采纳：别的", "会议")
    found = context(zone, adjustments=(other,), result="部分采纳", basis="核对")
    assert made(found)["effect"] == "按复核结论更正原始数据或核定，现计得分已按更正后的数据计算。"


def test_a_rejected_one_changes_nothing(zone):
    assert made(context(zone, result="不采纳", basis="无新证据"))["effect"] == "不采纳，得分、名次和等次不变。"


def test_an_appeal_on_the_whole_result(zone):
    data = made(context(zone, subject=None))
    checked, about = dict(data["checked"]), dict(data["about"])
    assert about["申诉事项"] == appeal.WHOLE
    assert checked["总分"] == "96.55分" and checked["名次和等次"] == "经济考核组第2名，等次优秀"


def test_a_department_that_is_not_assessed(zone):
    facts = replace(
        context(zone, department="08", subject=None).facts,
        departments=tuple(replace(d, takes_part=d.code != "08") for d in zone.facts.departments),
        targets=tuple(t for t in zone.facts.targets if t.department != "08"),
    )
    assert dict(made(sample.context(facts))["checked"]) == {"核查事实": "该部门不参加考核。"}


def test_a_very_long_claim_is_all_there(zone):
    text = pages.whole_text(produce(context(zone, claim="理由" * 1500 + "完"), "appeal", Choice(subject=NUMBER)))
    assert text.count("理由") >= 1500 and "由完" in text and "审批意见" in text


def test_it_takes_effect_without_a_mark(zone):
    assert "过程稿" not in pages.whole_text(produce(context(zone), "appeal", Choice(subject=NUMBER)))


def test_none_filed_or_none_chosen(zone):
    with pytest.raises(Refusal):
        produce(sample.context(replace(zone.facts, appeals=())), "appeal", Choice(subject=NUMBER))
    with pytest.raises(KeyError):
        made(context(zone), "〔2021〕申9号")
