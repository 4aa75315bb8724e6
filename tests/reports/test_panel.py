"""评议汇总表: ballots by class, extremes struck, weights renormalised."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.facts import RaterClass, Rating
from kpi_desktop.assessment.panels import class_mean
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import panel
from kpi_desktop.reports.forms.blocks import Table
from tests.reports import pages, sample

D = Decimal
GAP = " "


def rating(score, name="主要领导", ballots=1, department="01"):
    return Rating("G01", department, "某评委", None, name, D(score), ballots)


def rated(zone, *ratings):
    """The zone with these ratings of one department on G01 and no others on it."""
    kept = tuple(each for each in zone.facts.ratings if (each.indicator, each.department) != ("G01", "01"))
    return sample.context(replace(zone.facts, ratings=(*kept, *ratings)))


def row_of(context, name="投资促进局"):
    table = next(block for block in panel.outline(context).blocks if isinstance(block, Table))
    return next([cell.text for cell in row.cells] for row in table.rows if row.cells[0].text == name)


def test_extremes_are_struck_and_weights_renormalised(zone):
    """(90 + 85 + 80) / 3 = 85 at 40 %; (80 + 92) / 2 = 86 at 30 %: 85 x 4/7 + 86 x 3/7 = 85.43."""
    context = rated(zone, *map(rating, (100, 90, 85, 80, 70)), rating(80, "分管领导"), rating(92, "分管领导"))
    row = row_of(context)
    assert row[1:3] == [f"［100］{GAP}90{GAP}85{GAP}80{GAP}［70］", "85.00"]
    assert row[3:5] == [f"92{GAP}80", "86.00"]
    assert row[5:9] == ["无票", "—", "无票", "—"]
    assert row[9] == "主要领导57.14%\n分管领导42.86%"
    assert row[10] == "85.43"


def test_equal_ballots_are_counted_and_one_of_each_end_struck(zone):
    """Ten times 90, three times 80: 9 and 2 of them are left."""
    words = panel.cast_words(
        ratings := [rating(90, ballots=10), rating(80, ballots=3)], class_mean("主要领导", Fraction(1), ratings, True)
    )
    assert words == f"［90］{GAP}90×9{GAP}80×2{GAP}［80］"


def test_all_equal_keep_the_rest(zone):
    ratings = [rating(90, ballots=6)]
    assert (
        panel.cast_words(ratings, class_mean("主要领导", Fraction(1), ratings, True)) == f"［90］{GAP}90×4{GAP}［90］"
    )


def test_very_many_different_ballots_are_summed_up(zone):
    ratings = [rating(60 + at) for at in range(30)]
    words = panel.cast_words(ratings, class_mean("主要领导", Fraction(1), ratings, True))
    assert words == "30票，最高89、最低60，去掉［89］、［60］"


def test_results_are_the_assessments(zone):
    table = next(block for block in panel.outline(zone).blocks if isinstance(block, Table))
    code = ""
    for row in table.rows:
        if row.kind == "group":
            code = row.cells[0].text.split()[0]
            continue
        result = next(each for each in zone.assessment.departments() if each.name == row.cells[0].text)
        assert row.cells[-1].number == result.line(code).score
        assert row.cells[-2].number == result.line(code).full


def test_nobody_is_named(zone):
    context = rated(zone, *map(rating, (100, 90, 85, 80, 70)))
    assert "某评委" not in pages.whole_text(produce(context, "panel"))


def test_print_strikes_instead_of_bracketing(printed):
    text = pages.whole_text(printed("panel"))
    assert "［" not in text and "党建与党风廉政建设" in text and "监票：" in text


def test_a_department_nobody_rated_is_blank(zone):
    assert row_of(rated(zone))[10:] == ["空", row_of(rated(zone))[11], "空"]


def test_six_classes_take_a3(zone):
    more = (*zone.facts.rater_classes, RaterClass("企业代表", D("0.1")), RaterClass("群众代表", D("0.1")))
    pdf = produce(sample.context(replace(zone.facts, rater_classes=more)), "panel")
    box = pages.reader(pdf).pages[0].mediabox
    assert round(float(box.width) * pages.POINT) == 420


def test_an_empty_year_says_so():
    assert "没有评议指标" in pages.whole_text(produce(sample.empty(), "panel"))


def test_without_classes_the_table_still_fills_the_page():
    """Notes and signatures stand in the table's last row: they would be squeezed into a narrow one."""
    table = next(block for block in panel.outline(sample.empty()).blocks if isinstance(block, Table))
    assert abs(sum(column.width for column in table.columns) - 267) < 0.1
