"""考核结果汇总表: groups in rank order with their figures, and what has to be said about them."""

from dataclasses import replace
from decimal import Decimal

from kpi_desktop.assessment.facts import Rating, Weight
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import ranking
from tests.reports import pages, sample


def test_every_department_stands_with_rank_scores_and_total(zone):
    data = ranking.data(zone)
    for group, found in zip(data["groups"], zone.assessment.groups, strict=True):
        assert [row["rank"] for row in group["rows"]] == [str(result.rank) for result in found.departments]
        assert [row["total"] for row in group["rows"]] == [f"{result.total:.2f}" for result in found.departments]
        for row, result in zip(group["rows"], found.departments, strict=True):
            assert row["scores"] == [f"{category.score:.2f}" for category in result.categories]


def test_a_row_adds_up(zone):
    for group in ranking.data(zone)["groups"]:
        for row in group["rows"]:
            parts = [*row["scores"], row["bonus"], row["deduction"]]
            whole = sum(Decimal(part.replace("−", "-")) for part in parts if part)
            assert whole == Decimal(row["total"])


def test_the_mean_of_a_group_is_rounded_half_up(zone):
    found = zone.assessment.groups[0]
    totals = [result.total for result in found.departments]
    mean = (sum(totals) / len(totals)).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    assert f"平均{mean}分" in ranking.data(zone)["groups"][0]["about"]


def test_the_zone_is_on_one_page_with_signatures(printed):
    texts = pages.page_texts(printed("ranking"))
    assert len(texts) == 1
    assert all(word in texts[0] for word in ("编制：", "审核：", "审批：", "优秀5个，良好14个，较差1个"))


def test_a_tie_that_is_left_open_is_flagged(zone):
    text = pages.whole_text(produce(sample.context(tied(zone.facts)), "ranking"))
    assert "待定" in text and "名额不足，等次待会议认定" in text


def tied(facts):
    """The best two of the general group made equal, with room for one."""
    equal = tuple(replace(r, score=Decimal(95)) if r.department in ("10", "13") else r for r in facts.ratings)
    months = tuple(
        replace(a, value=Decimal(4)) if a.indicator == "G03" and a.department in ("10", "13") else a
        for a in facts.actuals
    )
    bands = tuple(replace(band, room_share=None, room=1) if band.name == "优秀" else band for band in facts.bands)
    return replace(facts, ratings=equal, actuals=months, bands=bands)


def test_a_spread_category_is_named(zone):
    facts = replace(
        zone.facts,
        settings=replace(zone.facts.settings, missing_category="折算"),
        tasks=tuple(task for task in zone.facts.tasks if "03" not in (task.lead, *task.partners)),
    )
    data = ranking.data(sample.context(facts))
    row = next(row for row in data["groups"][0]["rows"] if row["name"] == "财政局")
    assert (row["scores"][1], row["remark"]) == (None, "折算")
    assert "财政局没有重点任务的事项，其分值折算到其他类别。" in data["notes"]


def test_sixty_departments_run_over_pages_with_headers(zone):
    more = tuple(replace(zone.facts.departments[8], code=f"Z{at:02d}", name=f"新设部门{at:02d}") for at in range(60))
    texts = pages.page_texts(
        produce(sample.context(replace(zone.facts, departments=(*zone.facts.departments, *more))), "ranking")
    )
    assert len(texts) >= 3
    assert all("备注" in text for text in texts if "新设部门" in text)
    assert "综合考核组（续）" in texts[1]
    whole = "".join(texts)
    assert all(f"新设部门{at:02d}" in whole for at in range(60))


def test_many_categories_lie_down(zone):
    names = [f"专项{at}" for at in range(5)]
    category = zone.facts.categories[1]
    facts = replace(
        zone.facts,
        categories=(*zone.facts.categories, *(replace(category, name=name) for name in names)),
        weights=(*zone.facts.weights, *(Weight(sample.GENERAL, name, Decimal(1)) for name in names)),
    )
    pdf = produce(sample.context(facts), "ranking")
    box = pages.reader(pdf).pages[0].mediabox
    assert box.width > box.height
    assert max(piece.x for piece in pages.pieces(pdf, 0)) < 297 - 15


def test_an_empty_year(zone):
    text = pages.whole_text(produce(sample.empty(), "ranking"))
    assert "没有参评的部门" in text


def test_ratings_are_not_named(zone, printed):
    """Who voted how is nobody's business on a form that hangs on the wall."""
    named = tuple(replace(rating, rater="某评委") for rating in zone.facts.ratings[:3])
    assert all(isinstance(rating, Rating) for rating in named)
    context = sample.context(replace(zone.facts, ratings=(*named, *zone.facts.ratings[3:])))
    assert "某评委" not in pages.whole_text(produce(context, "ranking"))
