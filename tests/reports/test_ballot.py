"""评议票: departments as rows, blank, own department left out."""

from dataclasses import replace

import pytest

from kpi_desktop.assessment.facts import Department
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import ballot
from kpi_desktop.reports.forms.blocks import Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample


def names(context, subject):
    return [row["name"] for row in ballot.data(context, Choice(subject=subject))["rows"]]


def test_a_ballot_for_every_class_and_for_every_rating_department(zone):
    codes = [code for code, _ in ballot.subjects(zone)]
    assert codes[:2] == ["主要领导", "分管领导"] and codes[-1] == "服务对象"
    assert [code for code in codes if code.startswith("部门互评")] == [f"部门互评-{at:02d}" for at in range(1, 21)]


def test_leaders_rate_everybody(zone):
    assert names(zone, "主要领导") == [department.name for department in zone.facts.departments]


def test_a_department_does_not_rate_itself(zone):
    rated = names(zone, "部门互评-04")
    assert len(rated) == 19 and "规划建设局" not in rated


def test_levels_and_points_agree():
    """Each level's counted points lie in its range, and the ranges meet."""
    assert ballot.LEVELS == (
        ("好", "90—100分", "95"),
        ("较好", "80—89分", "85"),
        ("一般", "60—79分", "70"),
        ("差", "0—59分", "50"),
    )


def test_nothing_is_filled_in(zone):
    table = next(b for b in ballot.outline(zone, Choice(subject="主要领导")).blocks if isinstance(b, Table))
    for row in table.rows:
        assert [cell.text for cell in row.cells[2:]] == ["□", "□", "□", "□", ""] * 2


def test_what_a_department_does_not_bear_is_struck_out(zone):
    targets = tuple(t for t in zone.facts.targets if (t.indicator, t.department) != ("G02", "03"))
    context = sample.context(replace(zone.facts, targets=targets))
    row = next(row for row in ballot.data(context, Choice(subject="主要领导"))["rows"] if row["name"] == "财政局")
    assert row["rated"] == [True, False]


def test_many_indicators_ask_for_points_alone(zone):
    first = next(i for i in zone.facts.indicators if i.code == "G01")
    target = next(t for t in zone.facts.targets if t.indicator == "G01")
    facts = replace(
        zone.facts,
        indicators=(*zone.facts.indicators, replace(first, code="G08", name="第三项评议")),
        targets=(*zone.facts.targets, replace(target, indicator="G08")),
    )
    made = ballot.data(sample.context(facts), Choice(subject="主要领导"))
    assert not made["ticked"] and made["rows"][1]["rated"] == [True, True, False]
    assert "第三项评议" in pages.whole_text(produce(sample.context(facts), "ballot", Choice(subject="主要领导")))


def test_it_fits_one_page_and_takes_effect_without_a_mark(zone):
    texts = pages.page_texts(produce(zone, "ballot", Choice(subject="部门互评-20")))
    assert len(texts) == 1
    assert (
        "评议部门：马金铺街道办事处" in texts[0] and "过程稿" not in texts[0] and "服务对象与部门互评满意度" in texts[0]
    )


def test_long_names_and_many_departments(zone):
    more = tuple(
        Department(f"X{at:02d}", f"名字特别长的派出机构和直属事业单位联合办公室{at:02d}", "内设机构", sample.GENERAL)
        for at in range(50)
    )
    target = next(t for t in zone.facts.targets if t.indicator == "G01")
    facts = replace(
        zone.facts,
        departments=(*zone.facts.departments, *more),
        targets=(*zone.facts.targets, *(replace(target, department=each.code) for each in more)),
    )
    texts = pages.page_texts(produce(sample.context(facts), "ballot", Choice(subject="主要领导")))
    assert len(texts) > 1 and all("被评部门" in text for text in texts)
    assert all(f"联合办公室{at:02d}" in "".join(texts) for at in range(50))


def test_a_year_without_raters_has_no_ballot(zone):
    assert ballot.subjects(sample.empty()) == []
    with pytest.raises(Refusal):
        produce(sample.empty(), "ballot", Choice(subject="主要领导"))
