"""The whole sample zone lives through 2019 and 2020 by the calendar; its lights are checked after every month.

Every event of the two workbooks is done on its day through the actions that a person uses (`replay.py`). What is
expected at a month's end is written down here, worked out from the workbooks by the text of calculus.md, section 8.
At the end the two years' results are those of the workbooks imported as they are.
"""

from calendar import monthrange
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.lights import target_lights, task_lights
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import years
from kpi_desktop.book.facts import load
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office import answers, appeals, course, directives, supervision
from kpi_desktop.office.carrying import carry_over, preview
from kpi_desktop.office.deciding import decide_grade
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.years import Blocked
from tests.living.replay import Recorded, Replay, plan
from tests.living.zone import row_of, type_in

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

LATE = {2019: {}, 2020: {("E07", "D02", 5): date(2020, 7, 28)}}
"""投资促进局 sends the foreign investment of May 2020 only in July."""
OPENED_ON = 25
"""Day of January on which a year goes into 执行."""
RED, YELLOW, GREEN, GREY = "red", "yellow", "green", "grey"


class Month(NamedTuple):
    """What a month's end looks like.

    `tasks`: how many are red, yellow, green and grey; `targets`: red, yellow and green. `why`: the tasks that are red
    or yellow, with their reasons. `unreported`, `unanswered`: tasks without a report in their cadence, directives
    without a reply. `blue`: tasks with a reminder to be sent; `proposed`: how many directives are proposed in all.
    """

    tasks: tuple[int, int, int, int]
    targets: tuple[int, int, int]
    why: dict[str, str]
    unreported: str = ""
    unanswered: str = ""
    blue: str = ""
    proposed: int = 0


# 2019: four tasks were there on 25 January, three more came in February, seven in March, April and May.
MONTHS_OF_2019 = (
    Month((0, 0, 4, 0), (0, 0, 69), {}, "K01 K03 K10"),
    Month((0, 0, 6, 0), (0, 6, 63), {}, "K01 K03 K05 K10 K12", proposed=6),
    Month((0, 0, 12, 0), (0, 16, 53), {}, "K04 K14", proposed=16),
    # K14 runs from 04-01 to 12-20, 263 days, and has no milestones: 29 of them gone are 11.0 %, nothing reported
    Month((0, 1, 12, 0), (0, 11, 58), {"K14": "yellow behind_pace"}, "K02 K04 K14", proposed=12),
    # K11: 81 of 234 days are 34.6 %, reported 15; K13: 81 of 264 are 30.7 %, reported 15; K14: 60 of 263 are 22.8 %
    Month(
        (0, 3, 11, 0),
        (0, 11, 58),
        dict.fromkeys(("K11", "K13", "K14"), "yellow behind_pace"),
        "K02 K04 K06 K14",
        proposed=14,
    ),
    # K05 was finished on 06-28; 搬迁方案报批 of K04 is due this very day
    Month((0, 0, 13, 1), (0, 11, 58), {}, "K02", proposed=11),
    # K04: 31 days past it; K11: 142 of 234 are 60.7 %, reported 50. A yellow card on K09 is answered
    Month((1, 1, 11, 1), (0, 7, 62), {"K04": "red milestone_overdue", "K11": "yellow behind_pace"}, proposed=9),
    # K08: 实施主体确定 was due on 07-31, 31 days ago; K09 and K10 are finished
    Month(
        (2, 3, 6, 3),
        (0, 7, 62),
        dict.fromkeys(("K04", "K08"), "red milestone_overdue")
        | dict.fromkeys(("K11", "K13", "K14"), "yellow behind_pace"),
        proposed=12,
    ),
    # K11 reported 90 of 86.8 %, K13 75 of 76.9, K14 75 of 69.2; 边坡治理施工 of K07 is due this very day
    Month((2, 0, 7, 5), (0, 7, 62), dict.fromkeys(("K04", "K08"), "red milestone_overdue"), proposed=9),
    # K03: 签约清零 16 days late, K07: 边坡治理施工 31; K13: 234 of 264 are 88.6 %, reported 75.
    # Red is proposed for K03, K07, K08, for K04 too (it has a yellow card only), a reminder for K06, due today
    Month(
        (4, 1, 3, 6),
        (0, 6, 63),
        dict.fromkeys(("K03", "K04", "K07", "K08"), "red milestone_overdue") | {"K13": "yellow behind_pace"},
        blue="K06",
        proposed=12,
    ),
    # K02: 招标采购 30 days late; K06 was due on 10-31 and its last milestone was reached on 11-22; K14: 243 of 263
    Month(
        (6, 1, 0, 7),
        (0, 7, 62),
        dict.fromkeys(("K02", "K03", "K04", "K07", "K08"), "red milestone_overdue")
        | {"K06": "red overdue", "K14": "yellow behind_pace"},
        proposed=14,
    ),
    # K07 is 暂缓 now, K14 finished; K08 has its red card since 12-16, so red is proposed for the other four
    Month(
        (5, 0, 0, 9),
        (0, 5, 64),
        dict.fromkeys(("K02", "K03", "K04", "K08"), "red milestone_overdue") | {"K06": "red overdue"},
        proposed=9,
    ),
)
LEFT_OF_2019 = {"2019-K02", "2019-K03", "2019-K04", "2019-K06", "2019-K07", "2019-K08"}

NO_DUE = {"K27": "yellow no_due_date"}
MONTHS_OF_2020 = (
    # six carried over and four new ones
    Month((0, 0, 10, 0), (0, 0, 164), {}, "K10 K11 K14 K31"),
    # 2019-K06: 59 days since 1 January; K05: 14 of 136 days are 10.3 %, nothing reported; K31: 28 of 150
    Month(
        (0, 3, 26, 0),
        (0, 7, 157),
        {"2019-K06": "yellow report_missing"} | dict.fromkeys(("K05", "K31"), "yellow behind_pace"),
        "2019-K06 K01 K02 K03 K05 K06 K07 K08 K09 K10 K11 K12 K15 K16 K19 K21 K22 K23 K24 K30 K32 K34",
        proposed=10,
    ),
    # G06, 审批时限 (lower is better), is the one red target
    Month(
        (0, 1, 34, 0),
        (1, 21, 142),
        {"K31": "yellow behind_pace report_missing"},
        "K06 K11 K17 K22 K24 K26 K31",
        proposed=23,
    ),
    # K31 was stopped; K09 reported last on 03-27, 34 days ago
    Month(
        (0, 3, 33, 1),
        (1, 11, 152),
        {"K09": "yellow report_missing"} | dict.fromkeys(("K11", "K32"), "yellow behind_pace"),
        "K09 K11 K18 K28",
        proposed=15,
    ),
    # K32 is 暂缓 now; K26 runs since 04-01 and has not reported yet
    Month(
        (0, 3, 34, 2),
        (0, 17, 147),
        {"K26": "yellow behind_pace report_missing"} | dict.fromkeys(("K11", "K34"), "yellow behind_pace"),
        "K11 K13 K26 K28 K33",
        proposed=20,
    ),
    # the due date of 小菁城村 was today and is put off to 12-20; K05 and K14 are finished; K27 is new
    Month((0, 2, 34, 4), (0, 20, 144), {"K11": "yellow behind_pace"} | NO_DUE, "K27", proposed=22),
    # 海源路 had its yellow card on 07-20 and answered on the 27th; foreign investment: (1625 − 1130) / 3250.8 = 15.2 %
    Month(
        (0, 5, 32, 4),
        (1, 12, 151),
        {"2019-K06": "yellow report_missing", "K26": "yellow behind_pace report_missing"}
        | dict.fromkeys(("K11", "K34"), "yellow behind_pace")
        | NO_DUE,
        "2019-K06 K04 K26",
        proposed=17,
    ),
    # K02: 征收补偿协议签订九成 was due on 07-31, 31 days ago; K23 is due today
    Month(
        (1, 4, 32, 4),
        (1, 15, 148),
        {"K02": "red milestone_overdue"} | dict.fromkeys(("K06", "K11", "K34"), "yellow behind_pace") | NO_DUE,
        blue="K23",
        proposed=22,
    ),
    # K02 reached it on 09-18; 石头山 (2019-K07) and K06 are due today: not late
    Month(
        (0, 3, 32, 6),
        (1, 15, 148),
        {"K06": "yellow behind_pace", "K26": "yellow behind_pace report_missing"} | NO_DUE,
        "K26",
        proposed=19,
    ),
    # 小菁城村: 签约清零 16 days late, it has a yellow card; 石头山: 31 days overdue, red issued on 10-26
    Month(
        (2, 4, 25, 10),
        (2, 15, 147),
        {"2019-K03": "red milestone_overdue", "2019-K07": "red overdue milestone_overdue"}
        | dict.fromkeys(("K11", "K26", "K34"), "yellow behind_pace")
        | NO_DUE,
        unanswered="〔2020〕17号",
        proposed=21,
    ),
    # 海源路: 4 days past the extended 11-26, 联合验收 too; 批而未供: due today, 闲置土地 30 days late;
    # 马金铺: 首期房屋拆除 15 days late, not more than 15, and due today; 小菁城村 reached 签约清零 on 11-27
    Month(
        (6, 4, 19, 12),
        (0, 17, 147),
        {
            "2019-K07": "red overdue milestone_overdue",
            "2019-K08": "yellow milestone_late",
            "K01": "red overdue milestone_late",
            "K18": "red overdue milestone_overdue",
        }
        | dict.fromkeys(("K02", "K17", "K20"), "red milestone_overdue")
        | dict.fromkeys(("K26", "K34"), "yellow behind_pace")
        | NO_DUE,
        unanswered="〔2020〕23号",
        blue="K09 K11 K28 K35",
        proposed=26,
    ),
    # K08 reached all and applied, but was due on 12-20; K02 last reported on 11-20 and is due today
    Month(
        (8, 2, 5, 26),
        (1, 16, 147),
        {
            "2019-K07": "red overdue milestone_overdue report_missing",
            "K02": "red milestone_overdue report_missing",
            "K08": "red overdue",
            "K26": "yellow behind_pace",
        }
        | dict.fromkeys(("2019-K02", "2019-K08", "K18", "K20", "K30"), "red overdue milestone_overdue")
        | NO_DUE,
        "2019-K07 K02",
        "〔2020〕25号",
        "K03 K24 K25 K29 K33",
        26,
    ),
)


@pytest.fixture
def book(tmp_path: Path):
    with open_book(tmp_path / "高新区.kpi", create=True, author="督查室") as opened:
        yield opened


def test_two_years_of_the_whole_zone(book: Book, tmp_path: Path):
    live(book, 2019, MONTHS_OF_2019, tmp_path)
    course.move(book, 2019, "review")
    course.move(book, 2019, "final")
    carried = carry_over(book, 2019)
    assert {each.task.code for each in carried.carried} == LEFT_OF_2019
    assert {each.task.code: each.task.times_carried for each in carried.carried}["2019-K08"] == 2
    live(book, 2020, MONTHS_OF_2020, tmp_path)
    results_are_those_of_the_workbooks(book, tmp_path)
    fill_what_is_blank(book)
    close(book)


def live(book: Book, year: int, months: tuple[Month, ...], folder: Path) -> None:
    """A year from its plan to the end of its assessment."""
    begun = date(year, 1, OPENED_ON)
    recorded = Recorded(year, LATE[year])
    plan(book, recorded, folder, begun)
    replay = Replay(book, recorded, folder, begun)
    assert course.move(book, year, "running", day=begun).state == "running"
    for number, month in enumerate(months, 1):
        day = date(year, number, monthrange(year, number)[1])
        replay.until(day)
        check(load(book, year), day, month)
    course.move(book, year, "assessing")
    replay.until(date(year + 1, 3, 1))
    assert replay.events == []


def check(facts: Facts, day: date, month: Month) -> None:
    """The lights, what is proposed and what is blank on a month's last day."""
    tasks, targets = task_lights(facts, day), target_lights(facts, day)
    assert (counted(tasks, RED, YELLOW, GREEN, GREY), day) == (month.tasks, day)
    assert (counted(targets, RED, YELLOW, GREEN), day) == (month.targets, day)
    assert {t.code: " ".join((t.light, *t.reasons)) for t in tasks if t.light in (RED, YELLOW)} == month.why
    work = directives.work_of_the_day(facts, day)
    assert sorted(each.draft.task or "" for each in work if each.draft.colour == "blue") == month.blue.split()
    assert len(work) == month.proposed
    found = gaps(score(facts), day)
    assert sorted(gap.subject for gap in found if gap.kind == "no_report") == month.unreported.split()
    assert [gap.subject for gap in found if gap.kind == "unanswered"] == month.unanswered.split()
    if day == date(2020, 6, 30):
        # April: (650 + (1625 − 650) / 3 − 590) / (3010 × 108 %) = 11.8 % behind; May ended 30 days ago
        late = {(t.code, t.department): t.reasons for t in targets}["E07", "D02"]
        assert late == ("behind_pace", "report_missing")


def counted(lights: tuple, *wanted: str) -> tuple[int, ...]:
    """How many lights there are of each colour."""
    found = Counter(each.light for each in lights)
    return tuple(found[light] for light in wanted)


def results_are_those_of_the_workbooks(book: Book, folder: Path) -> None:
    """Both years lived day by day end in the scores and the money of the sample, which is imported at once."""
    with open_book(make_sample(folder / "示例.kpi")) as sample:
        for year in (2019, 2020):
            lived, imported = score(load(book, year)), score(load(sample, year))
            assert answers.score(lived) == answers.score(imported)
            assert answers.rewards(year, rewards(lived)) == answers.rewards(year, rewards(imported))
    told = {each.code: (str(each.total), each.rank, each.grade) for each in score(load(book, 2020)).departments()}
    assert told["D02"] == ("92.49", 1, "优秀")
    assert told["D05"] == ("69.28", 7, "合格")
    assert told["D13"] == ("67.67", 9, "不合格")


def blanks(book: Book) -> set[str]:
    """What stands in the way of 2020's next step."""
    found = gaps(score(load(book, 2020)), date(2020, 12, 31))
    return {f"{gap.kind} {gap.subject} {gap.department}" for gap in found if not gap.explained}


def fill_what_is_blank(book: Book) -> None:
    """The seven blanks that are left, one after the other; nothing moves on before."""
    assert blanks(book) == {
        "no_report K02 D04",
        "unanswered 〔2020〕25号 D16",
        "unrated P02 D05",
        "preliminary E08 D07",
        "appeal_open 〔2021〕申2号 D07",
        "undecided D01 D01",
        "undecided D06 D06",
    }
    with pytest.raises(Blocked) as blocked:
        course.move(book, 2020, "review")
    assert len(blocked.value.blocked_by) == 4  # appeals and 待定 belong to 复核
    supervision.report_progress(book, 2020, "K02", date(2020, 12, 30), None, "剩余31户已进入司法程序")
    place = [each.number for each in load(book, 2020).directives].index("〔2020〕25号")
    directives.reply(book, 2020, place, date(2021, 1, 6), "主要负责人包案")
    for who in ("主要领导", "分管领导", "部门互评", "服务对象"):
        vote = {"indicator": "P02", "department": "D05", "rater_class": who, "score": "90"}
        type_in(book, 2020, ("rating", who, vote))
    known = row_of(book, 2020, "actual", indicator="E08", department="D07", month=12)
    assert known is not None
    type_in(book, 2020, ("actual", known, {"basis": "核定"}))
    assert course.move(book, 2020, "review").state == "review"
    # 国土资源局: 党的建设 has 15 points on 6 + 5 + 4 + 3: P02 is 15 × 5 / 18 = 4.17, 90 % of it 3.75; 69.28 + 3.75
    assert totals(book)["D05"] == "73.03"


def close(book: Book) -> None:
    """In 复核 the appeal is decided, and the meeting decides between the two that are equal."""
    with pytest.raises(Blocked) as blocked:
        course.move(book, 2020, "final")
    assert len(blocked.value.blocked_by) == 3
    appeal = ("〔2021〕申2号", "部分采纳", "统计部门复核函", date(2021, 1, 22))
    appeals.decide(book, 2020, *appeal, "加分", Decimal("0.3"))
    assert totals(book)["D07"] == "86.83"  # 86.53 + 0.3
    decide_grade(book, 2020, "D01", "优秀", "党工委会议纪要〔2021〕4号", date(2021, 1, 25))
    decide_grade(book, 2020, "D06", "良好", "党工委会议纪要〔2021〕4号", date(2021, 1, 25))
    assert blanks(book) == set()
    assert course.move(book, 2020, "final").state == "final"
    assert [(each.year, each.revision, each.state) for each in years(book)] == [(2019, 1, "final"), (2020, 1, "final")]
    # 16 are open: three of the six that came from 2019, twelve of 2020 and the one that is 暂缓
    assert len(preview(book, 2020).items) == 16
    chain = supervision.history_of(book, 2020, "2019-K03")
    assert [(each.year, len(each.progress)) for each in chain][:1] == [(2019, 10)]
    assert verify(book, [course.recomputed]).ok


def totals(book: Book) -> dict[str, str]:
    """Every department's total of 2020."""
    return {each.code: str(each.total) for each in score(load(book, 2020)).departments()}
