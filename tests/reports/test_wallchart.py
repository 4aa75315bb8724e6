"""项目投资作战图: cards in the stage they have reached, what is late, rates and sums by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Project
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import wallchart
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

D = Decimal
PROJECTS = (
    Project("X1", "碳化硅单晶材料产业化", "06", D(8), D("0.4"), D("0.12"), date(2020, 10, 31), None, date(2021, 3, 31)),
    Project(
        "X2",
        "裕同包装生产基地",
        "01",
        D("6.2"),
        D("1.8"),
        D("1.92"),
        date(2018, 6, 30),
        date(2018, 6, 22),
        date(2018, 12, 31),
        date(2018, 12, 20),
        date(2019, 6, 30),
        date(2019, 6, 28),
        date(2020, 10, 31),
        date(2020, 10, 27),
    ),
    Project(
        "X3",
        "云南圣科医药产业基地",
        "01",
        D("4.8"),
        D("2.2"),
        D("1.86"),
        date(2018, 9, 30),
        date(2018, 9, 12),
        date(2019, 3, 31),
        date(2019, 3, 26),
        date(2020, 4, 30),
        date(2020, 5, 9),
        date(2020, 12, 15),
    ),
    Project("X4", "实地科创园", "04", D(15), None, None, date(2020, 6, 30), date(2020, 6, 22), date(2020, 12, 15)),
)


@pytest.fixture(scope="module")
def context(zone):
    return sample.context(replace(zone.facts, projects=PROJECTS))


@pytest.fixture(scope="module")
def tables(context):
    made = wallchart.outline(context, Choice(day=date(2020, 12, 31)))
    return {block.name: block for block in made.blocks if isinstance(block, Table)}


def texts(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_card_hangs_in_the_stage_it_has_reached(context):
    columns = wallchart.data(context, Choice(day=date(2020, 12, 31)))["columns"]
    hung = {column["name"]: [card["code"] for card in column["cards"]] for column in columns}
    assert hung == {"签约": ["X1", "X4"], "落地": [], "开工": ["X3"], "投产": ["X2"]}
    unsigned = columns[0]["cards"][0]
    assert (unsigned["unsigned"], unsigned["late"], columns[0]["count"]) == (True, True, "1个")


def test_late_is_marked_with_its_days(context):
    """签约 was due on 31 October: 61 days; 投产 on 15 December: 16; 开工 came nine days after its plan."""
    columns = wallchart.data(context, Choice(day=date(2020, 12, 31)))["columns"]
    cards = {card["code"]: card["steps"] for column in columns for card in column["cards"]}
    assert cards["X1"][0] == ["签约", "10-31", "—", "◆ 误期61天"]
    assert cards["X3"][2:] == [["开工", "04-30", "05-09", "迟9天"], ["投产", "12-15", "—", "◆ 误期16天"]]
    assert cards["X2"][0] == ["签约", "2018-06-30", "2018-06-22", ""]


def test_the_rates_are_counted_by_hand(tables):
    """签约: X2, X3, X4 of four; 落地: X2 and X3 of three; 开工: two of two; 投产: X2 of two."""
    assert texts(tables["四率"])[-1] == ["全区", "75.0%\n3/4", "66.7%\n2/3", "100.0%\n2/2", "50.0%\n1/2"]
    assert ["科技创新局", "0.0%\n0/1", "—", "—", "—"] in texts(tables["四率"])


def test_an_earlier_day_counts_what_was_reached_by_then(context):
    tables = wallchart.outline(context, Choice(day=date(2020, 6, 1))).blocks
    rates = next(block for block in tables if isinstance(block, Table) and block.name == "四率")
    assert texts(rates)[-1][1:] == ["100.0%\n2/2", "100.0%\n2/2", "100.0%\n2/2", "—"]


def test_investment_is_summed_exactly(tables):
    """8 + 6.2 + 4.8 + 15 = 34; planned 0.4 + 1.8 + 2.2 = 4.4; done 0.12 + 1.92 + 1.86 = 3.9: 88.64 %."""
    assert texts(tables["年度投资"])[-1] == ["合 计", "4", "34", "4.4", "3.9", "88.6%"]
    assert texts(tables["项目"])[-1][-3:] == ["34", "4.4", "3.9"]


def test_what_is_late_is_listed_the_longest_first(tables):
    """X1 61 days, X4 and X3 sixteen each."""
    assert [(row[0], row[1], row[3]) for row in texts(tables["误期项目"])] == [
        ("碳化硅单晶材料产业化", "签约", "61天"),
        ("实地科创园", "落地", "16天"),
        ("云南圣科医药产业基地", "投产", "16天"),
    ]


def test_the_lead_tells_the_whole(context):
    lead = next(b.text for b in wallchart.outline(context).blocks if isinstance(b, Paragraph))
    assert lead == (
        "截至2020年12月31日，重点项目4个，总投资34亿元：未签约1个、签约1个、落地0个、开工1个、投产1个；误期3个。"
    )


def test_it_is_a3_lying_down_with_everything_on_it(context):
    pdf = produce(context, "wallchart", Choice())
    box = pages.reader(pdf).pages[0].mediabox
    assert (round(float(box.width) * pages.POINT), round(float(box.height) * pages.POINT)) == (420, 297)
    text = pages.whole_text(pdf)
    assert all(project.name in text for project in PROJECTS) and "误期61天" in text


def test_many_projects_run_over_pages_under_their_stages(zone):
    many = tuple(replace(PROJECTS[2], code=f"Y{at:02d}", name=f"重大产业项目{at:02d}") for at in range(30))
    texts = pages.page_texts(produce(sample.context(replace(zone.facts, projects=many)), "wallchart", Choice()))
    assert len(texts) >= 3 and all("开工率" in text for text in texts)
    whole = "".join(texts)
    assert all(f"重大产业项目{at:02d}" in whole for at in range(30))


def test_a_long_name_stays_on_its_card(zone):
    long = replace(PROJECTS[1], name="云硅智能科技小镇暨闻泰智能制造产业园及其配套基础设施和生活服务综合体一期二期三期")
    text = pages.whole_text(produce(sample.context(replace(zone.facts, projects=(long,))), "wallchart", Choice()))
    assert long.name in text


def test_eight_projects_in_one_stage_still_stand_on_one_page(zone):
    """Before the year's middle most are not signed yet: the cards are closer rather than two on another page."""
    many = tuple(replace(PROJECTS[0], code=f"X{at}", name=f"项目{at}") for at in range(8))
    texts = pages.page_texts(produce(sample.context(replace(zone.facts, projects=many)), "wallchart"))
    assert len(texts) == 1 and all(f"项目{at}" in texts[0] for at in range(8))
