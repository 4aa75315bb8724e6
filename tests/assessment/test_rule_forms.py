"""Rules as fields, read back as sentences, and tried on their bearers."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.facts import Department, Group, Weight
from kpi_desktop.assessment.plan import prepare
from kpi_desktop.assessment.rule_forms import beginning, parameter_problem, parameter_texts, reads, rule_params
from kpi_desktop.assessment.rule_words import rule_sentence
from kpi_desktop.assessment.rules import RULES, parse_rule
from kpi_desktop.assessment.scheme_check import BAD, GOOD, WARNING
from kpi_desktop.assessment.scheme_findings import findings, indicator_hints
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.trial import bearers, samples, tried, tried_value
from tests.assessment.build import CATEGORIES, a_year, borne, department, indicator, target

READABLE = {"bands": "档=100%:100%,90%:80%", "curve": "点=0:0,10:100%"}


def test_defaults_stand_in_the_fields_and_are_not_written():
    texts = parameter_texts("tiered", "封顶=110%")
    assert texts == {"取值": "实绩", "确保得分率": "80%", "超额加分率": "0", "封顶": "110%"}
    assert rule_params("tiered", texts) == "封顶=110%"
    assert rule_params("tiered", texts | {"确保得分率": "７０％", "封顶": " "}) == "确保得分率=70%"


@given(st.sampled_from(sorted(RULES)), st.data())
def test_what_the_fields_say_is_what_the_rule_reads(code: str, data: st.DataObject):
    texts = parameter_texts(code, READABLE.get(code, ""))
    for parameter in RULES[code].parameters:
        if parameter.choices:
            texts[parameter.name] = data.draw(st.sampled_from(parameter.choices))
    rule = parse_rule(code, rule_params(code, texts))
    assert parameter_texts(code, rule.params) == texts
    assert rule_sentence(rule).endswith("。") and "None" not in rule_sentence(rule)


@pytest.mark.parametrize(
    ("code", "name", "text", "words"),
    [
        ("tiered", "确保得分率", "八成", "不是数字"),
        ("tiered", "封顶", "120", "超过 300%"),
        ("shortfall", "步长", "0", "大于 0"),
        ("bands", "档", "", "不能空着"),
        ("bands", "档", "90%:80%,90%:70%", "写了两次"),
        ("curve", "点", "0:0", "至少要有两个点"),
        ("growth", "每点扣", "1;2", "不能有"),
    ],
)
def test_a_field_says_what_is_wrong_with_it(code: str, name: str, text: str, words: str):
    parameter = next(each for each in RULES[code].parameters if each.name == name)
    assert words in parameter_problem(parameter, text)


def test_another_rule_keeps_what_it_can_read():
    assert beginning("completion", "超额加分率=50%;封顶=110%") == "封顶=110%"
    assert all(reads(code, beginning(code)) for code in RULES)
    assert not reads("curve", "")


def test_sentences_by_hand():
    said = {
        (
            "tiered",
            "",
        ): "不到确保数的，按完成率的 80% 得分；到确保数得 80%，由此到力争数按比例升到满分；超过力争数不再加分。",
        (
            "growth",
            "每点扣=0.1分;取整=进",
        ): "看比上年的增幅：达到目标得满分；每低 1 个百分点扣 0.1 分，不足的按足数扣，扣完为止；超过目标不再加分。",
        ("reverse", "倍率=1.5"): "不超过目标得满分；每超过目标的 1% 扣 1.5%，扣完为止。",
        ("rank", "范围=全部"): "看实绩在全区承担部门中的名次：第 1 名得满分，每低 1 位扣 5%，扣完为止。",
        ("bands", "自变量=数值;方向=低优;档=3:100%,5:60%"): "数值不超过 3 得 100%，不超过 5 得 60%；再高不得分。",
    }
    assert {key: rule_sentence(parse_rule(*key)) for key in said} == said


def zone(*more):
    return a_year(department("D1"), department("D2"), *CATEGORIES, *more)


def test_trying_a_rule_scores_its_bearers_and_leaves_the_year():
    facts = zone(
        indicator("E01", "tiered", ""),
        borne("E01", "D1", 20, 23, stretch=26),
        target("E01", "D2", 20, stretch=26),
    )
    assessment = tried(prepare(facts), "E01", parse_rule("tiered", "确保得分率=70%"))
    first, second = bearers(assessment, "E01")
    assert first.share == Fraction(7, 10) + Fraction(3, 10) / 2  # halfway from 20 to 26
    assert tried_value(first) == 23 and tried_value(second) == 20
    assert bearers(score(facts), "E01")[0].share == Fraction(9, 10)


def test_samples_hold_the_bends_the_goals_and_the_value():
    facts = zone(indicator("E01", "tiered", ""), borne("E01", "D1", 20, 23, stretch=26))
    (line,) = bearers(score(facts), "E01")
    found = samples(facts.indicators[0], line, line.value, 1)
    by_value = {each.value: each for each in found}
    assert {20, 23, 26} <= set(by_value) and [each.value for each in found] == sorted(by_value)
    assert by_value[Fraction(20)].share == Fraction(8, 10) and by_value[Fraction(26)].share == 1
    assert by_value[Fraction(23)].own and by_value[Fraction(23)].completion == Fraction(23, 20)
    assert by_value[Fraction(26)].score == line.full


def test_places_are_sampled_one_by_one():
    facts = zone(
        indicator("E01", "rank", ""),
        *(borne("E01", code, None, value) for code, value in (("D1", 5), ("D2", 7))),
    )
    line = bearers(score(facts), "E01")[0]
    assert [(each.value, each.share, each.own) for each in samples(facts.indicators[0], line, line.value, 2)] == [
        (1, 1, False),
        (2, Fraction(95, 100), True),
    ]


def test_a_bad_base_has_no_samples():
    facts = zone(indicator("E01", "tiered", ""), borne("E01", "D1", 20, 10))
    (line,) = bearers(score(facts), "E01")
    assert samples(facts.indicators[0], line, None, 1) == ()


def test_findings_name_blockers_warnings_and_what_holds():
    facts = zone(
        Group("甲"),
        Group("空组"),
        Weight("甲", "工作", Decimal(100)),
        Department("D9", "没组的"),
        indicator("E01", "rank", ""),
        indicator("E02", "completion", "封顶=120%"),
        target("E01", "D1"),
    )
    found = findings(score(facts))
    told = [(each.level, each.kind, each.subject) for each in found]
    assert (BAD, "unassigned", "E02") in told and (BAD, "unassigned", "D9") in told
    assert (BAD, "points", "空组") in told
    assert (WARNING, "few_bearers", "E01") in told and (WARNING, "cap", "E02") in told
    assert [each.level for each in found] == sorted((each.level for each in found), key=[BAD, WARNING, GOOD].index)
    hints = indicator_hints(facts)
    assert hints["E02"] == "没有落实到部门" and "1 个部门" in hints["E01"]


def test_a_sound_scheme_has_only_what_holds():
    sound = a_year(
        department("D1", group="甲组"),
        Group("甲组"),
        CATEGORIES[0],
        Weight("甲组", CATEGORIES[0].name, Decimal(100)),
        indicator("E01", "completion", ""),
        target("E01", "D1", 20),
    )
    assert {each.level for each in findings(score(sound))} == {GOOD}
