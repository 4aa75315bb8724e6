"""推演方案: kept, discarded, adopted through one entry of the journal."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import AwardRule
from kpi_desktop.assessment.whatif import DROPPED, Change, changed
from kpi_desktop.book import facts, journal
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.scenarios import Scenario, adopt, decoded, discard, encoded, save, scenarios
from kpi_desktop.office.undo import undo

EVERYTHING = (
    Change("weight", ("经济组", "经济指标"), "points", Decimal(70)),
    Change("weight", ("经济组", "重点工作"), "points", Decimal("17.5")),
    Change("weight", ("经济组", "党的建设"), "points", Decimal("12.5")),
    Change("target", ("E01", "D04"), "multiplier", Decimal("1.5")),
    Change("indicator", ("E02",), "params", "每点扣=8%"),
    Change("grade_band", ("优秀", None), "room_share", Fraction(1, 3)),
    Change("grade_band", ("优秀", "派驻单位"), "room", 2),
    Change("grade_band", ("良好", None), "room_share", None),
    Change("award_rule", ("名次奖励",), "params", "1=50000"),
    Change("award_rule", ("低分扣罚",), DROPPED, True),
    Change("award_rule", ("先进奖",), "method", "placing"),
    Change("award_rule", ("先进奖",), "params", "1=3000"),
    Change("setting", ("pass_line",), "value", Decimal(65)),
    Change("setting", ("tie_break",), "value", ("党的建设", "经济得分")),
    Change("setting", ("penalties_within_rewards",), "value", True),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")


@pytest.fixture
def book(sample: Path, tmp_path: Path):
    path = tmp_path / "zone.kpi"
    path.write_bytes(sample.read_bytes())
    with open_book(path) as opened:
        yield opened


def test_what_is_kept_comes_back_as_it_was(book):
    assert decoded(encoded(EVERYTHING)) == EVERYTHING
    save(book, 2020, Scenario("方案甲", EVERYTHING, "党工委会前"))
    assert scenarios(book, 2020) == (Scenario("方案甲", EVERYTHING, "党工委会前"),)


def test_keeping_changes_nothing_of_the_year(book):
    before = facts.load(book, 2020)
    save(book, 2020, Scenario("方案甲", EVERYTHING))
    assert facts.load(book, 2020) == before


def test_the_same_name_is_kept_once_and_can_be_discarded(book):
    save(book, 2020, Scenario("方案甲", EVERYTHING))
    save(book, 2020, Scenario("方案甲", EVERYTHING[:3]))
    save(book, 2020, Scenario("方案乙", EVERYTHING[-1:]))
    assert [each.name for each in scenarios(book, 2020)] == ["方案甲", "方案乙"]
    assert scenarios(book, 2020)[0].changes == EVERYTHING[:3]
    discard(book, 2020, "方案甲")
    assert [each.name for each in scenarios(book, 2020)] == ["方案乙"]
    with pytest.raises(Refusal, match="没有名为“方案甲”的推演方案"):
        discard(book, 2020, "方案甲")


def test_adopting_writes_exactly_what_was_tried_in_one_entry(book):
    tried = changed(facts.load(book, 2020), EVERYTHING)
    save(book, 2020, Scenario("方案甲", EVERYTHING))
    last = journal.history(book, limit=1)[0].entry.sequence
    changes = adopt(book, 2020, scenarios(book, 2020)[0])
    now = facts.load(book, 2020)
    assert (now.weights, now.targets, now.bands) == (tried.weights, tried.targets, tried.bands)
    assert now.settings == tried.settings
    assert [(i.code, i.rule) for i in now.indicators] == [(i.code, i.rule) for i in tried.indicators]
    assert now.awards == tried.awards and now.awards[-1] == AwardRule("先进奖", "placing", "全部", "1=3000")
    assert scenarios(book, 2020) == ()
    newest = journal.history(book, limit=1)[0].entry
    assert newest.sequence == changes.sequence == last + 1
    assert (newest.action, newest.reason) == ("采用推演方案", "方案甲")


def test_undoing_brings_scheme_and_scenario_back(book):
    before = facts.load(book, 2020)
    save(book, 2020, Scenario("方案甲", EVERYTHING))
    adopt(book, 2020, scenarios(book, 2020)[0])
    undo(book)
    assert facts.load(book, 2020) == before
    assert [each.name for each in scenarios(book, 2020)] == ["方案甲"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (EVERYTHING[0], "“经济组”各类别分值合计 105，应为 100"),
        (Change("indicator", ("E02",), "params", "每点扣=多"), "生物医药"),
        (Change("grade_band", ("特优", None), "minimum", Decimal(95)), "方案里已没有等次“特优”"),
        (Change("grade_band", ("优秀", None), "minimum", Decimal("90.005")), "小数多于 2 位"),
        (Change("grade_band", ("优秀", None), "room_share", Decimal(2)), "比例上限"),
        (Change("grade_band", ("优秀", None), "coefficient", Decimal(-1)), "不能是负数"),
        (Change("target", ("E01", "D04"), "multiplier", Decimal(-1)), "系数不能是负数"),
        (Change("award_rule", ("名次奖励",), "params", "1=很多"), "奖惩办法“名次奖励”"),
    ],
)
def test_what_cannot_stand_is_not_adopted(book, change, sentence):
    before = facts.load(book, 2020)
    with pytest.raises(Refusal, match=sentence):
        adopt(book, 2020, Scenario("方案甲", (change,)))
    assert facts.load(book, 2020) == before


def test_nothing_and_nobody_are_not_kept(book):
    with pytest.raises(Refusal, match="没有改动"):
        save(book, 2020, Scenario("方案甲", ()))
    with pytest.raises(Refusal, match="没有填写方案名称"):
        save(book, 2020, Scenario(" ", EVERYTHING))


def test_a_final_year_keeps_no_scenarios(book):
    with pytest.raises(Refusal, match="已定稿"):
        save(book, 2019, Scenario("方案甲", EVERYTHING))


def test_a_book_with_scenarios_verifies(book):
    save(book, 2020, Scenario("方案甲", EVERYTHING))
    assert verify(book).ok
