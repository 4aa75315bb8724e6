"""The rules of rewards and penalties, changed one by one."""

from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import AwardRule
from kpi_desktop.book import facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.award_rules import drop_rule, move_rule, save_rule
from kpi_desktop.office.undo import undo


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")


@pytest.fixture
def book(sample: Path, tmp_path: Path):
    path = tmp_path / "zone.kpi"
    path.write_bytes(sample.read_bytes())
    with open_book(path) as opened:
        yield opened


def rules(book) -> dict[str, tuple[str, str, str]]:
    return {rule.name: (rule.method, rule.scope, rule.params) for rule in facts.load(book, 2020).awards}


def test_a_rule_is_changed_in_its_place(book):
    order = list(rules(book))
    changed = save_rule(book, 2020, AwardRule("低分扣罚", "low_score", "经济组", "标准=200"), "低分扣罚")
    assert changed.tables == {"award_rule"} and changed.rows == 1
    assert rules(book)["低分扣罚"] == ("low_score", "经济组", "标准=200")
    assert list(rules(book)) == order
    undo(book)
    assert rules(book)["低分扣罚"] == ("low_score", "全部", "标准=100;及格线=80")


def test_a_new_rule_comes_last_and_can_be_dropped(book):
    save_rule(book, 2020, AwardRule("先进奖", "placing", "一般", "1=5000"))
    assert list(rules(book))[-1] == "先进奖"
    drop_rule(book, 2020, "先进奖")
    assert "先进奖" not in rules(book)


@pytest.mark.parametrize(
    ("rule", "replaces", "sentence"),
    [
        (AwardRule("奖", "pool", "全部", "总额=一百万;因素=人数"), None, "总额"),
        (AwardRule("奖", "pool", "甲组", "总额=1;因素=人数"), None, "没有分组“甲组”"),
        (AwardRule("奖", "excess", "全部", "指标=E99;单位=1;标准=1"), None, "没有指标“E99”"),
        (AwardRule("奖", "excess", "全部", "指标=E22;单位=1;标准=1"), None, "按名次计分"),
        (AwardRule("奖", "grade_penalty", "全部", "等次=很差;金额=1"), None, "没有等次“很差”"),
        (AwardRule("名次奖励", "placing", "全部", "1=5000"), None, "已有名为"),
        (AwardRule("先进奖", "placing", "全部", "1=5000"), "从前的", "没有名为“从前的”的办法"),
        (AwardRule(" ", "placing", "全部", "1=5000"), None, "没有名称"),
    ],
)
def test_what_cannot_stand_is_refused(book, rule, replaces, sentence):
    before = rules(book)
    replaces = "低分扣罚" if rule.name == "名次奖励" and replaces is None else replaces
    with pytest.raises(Refusal, match=sentence):
        save_rule(book, 2020, rule, replaces)
    assert rules(book) == before


def test_the_order_is_moved(book):
    order = list(rules(book))
    move_rule(book, 2020, order[2], -1)
    assert list(rules(book)) == [order[0], order[2], order[1], *order[3:]]
    move_rule(book, 2020, order[2], 99)
    assert list(rules(book)) == [order[0], order[1], *order[3:], order[2]]
    assert not move_rule(book, 2020, order[2], 1)


def test_a_final_year_is_left_alone(book):
    with pytest.raises(Refusal, match="已定稿"):
        drop_rule(book, 2019, "名次奖励")
