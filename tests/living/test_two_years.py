"""Two whole years of the zone by the calendar, through what people do; every month's end against figures by hand.

Every expected light, gap and proposal is a literal, with its working beside it. Where a share of days gone is told,
days are counted from the task's start to its due date.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.lights import target_lights, task_lights
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts as stored
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import years
from kpi_desktop.book.opening import open_book
from kpi_desktop.office import appeals, course, directives, explaining, supervision
from kpi_desktop.office.carrying import carry_over, preview
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.years import Blocked
from tests.living.zone import add_tasks_of_2021, begin, lay_targets, row_of, type_in, value

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

Told = dict[str, str]


class Year:
    """One year of the book, seen on days and worked on."""

    def __init__(self, book: Book, year: int) -> None:
        self.book, self.year = book, year

    def day(self, month: int, day: int) -> date:
        """A day; a month above 12 is of the year after."""
        return date(self.year + (month - 1) // 12, (month - 1) % 12 + 1, day)

    @property
    def facts(self):
        return stored.load(self.book, self.year)

    def lights(self, day: date) -> Told:
        """Every light with its reasons: `yellow behind_pace`."""
        found = (*task_lights(self.facts, day), *target_lights(self.facts, day))
        return {each.code: " ".join((each.light, *each.reasons)) for each in found}

    def proposed(self, day: date) -> list[str]:
        return [
            f"{each.draft.colour} {each.draft.task or each.draft.indicator}"
            for each in directives.work_of_the_day(self.facts, day)
        ]

    def issue(self, day: date) -> None:
        """Issue all that is proposed on a day, if anything is."""
        if found := directives.work_of_the_day(self.facts, day):
            directives.issue_all(self.book, self.year, [each.draft for each in found])

    def reply(self, number: int, month: int, day: int) -> None:
        place = [each.number for each in self.facts.directives].index(f"〔{self.year}〕{number}号")
        directives.reply(self.book, self.year, place, self.day(month, day), "已整改")

    def blanks(self, day: date) -> list[str]:
        """What is blank and not explained: `no_report K02`."""
        found = gaps(score(self.facts), day)
        return sorted(f"{gap.kind} {gap.subject}" for gap in found if not gap.explained)

    def unanswered(self, day: date) -> dict[str, int]:
        return {each.number or "": days for _, each, days in directives.overdue_replies(self.facts, day)}

    def report(self, task: str, month: int, day: int, percent: str | None = None) -> None:
        share = None if percent is None else Decimal(percent) / 100
        supervision.report_progress(self.book, self.year, task, self.day(month, day), share, "按计划推进")

    def check(self, month: int, lights: Told, proposed: list[str], blanks: list[str], state: str = "running") -> None:
        """The month's end: lights and proposals, then what is proposed is issued, then what is blank."""
        day = [None, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
        end = self.day(month, day)
        assert self.lights(end) == lights
        assert self.proposed(end) == proposed
        self.issue(end)
        assert self.blanks(end) == blanks
        assert self.facts.state == state

    def move(self, to: str, month: int, day: int, reason: str | None = None) -> str:
        return course.move(self.book, self.year, to, reason, self.day(month, day)).state

    def totals(self) -> Told:
        return {each.code: str(each.total) for each in score(self.facts).departments()}


@pytest.fixture
def book(tmp_path: Path):
    with open_book(tmp_path / "两年.kpi", create=True, author="督查室") as opened:
        begin(opened)
        yield opened


def test_two_years(book: Book, tmp_path: Path):
    first = Year(book, 2021)
    lay_the_first_year(first)
    january_to_march(first)
    april_to_june(first)
    july_to_september(first, tmp_path)
    october_to_december(first, tmp_path)
    close_the_first_year(first)
    second = Year(book, 2022)
    carry_into(second)
    first_half(second, tmp_path)
    second_half(second)
    close_the_second_year(second)
    correct_the_first_year(first)
    chain = supervision.history_of(book, 2022, "2021-K02")
    assert [(each.year, each.task.code, len(each.progress)) for each in chain] == [
        (2021, "K02", 3),
        (2022, "2021-K02", 3),
    ]
    assert verify(book, [course.recomputed]).ok


def lay_the_first_year(year: Year) -> None:
    """Laid in the first days of January: 城中村改造 has no standard at first, and nothing moves on without it."""
    lay_targets(year.book, 2021, base=24, stretch=30)
    add_tasks_of_2021(year.book)
    with pytest.raises(Blocked) as blocked:
        year.move("running", 1, 10)
    assert [message[:3] for message in blocked.value.blocked_by] == ["K02"]
    row = row_of(year.book, 2021, "task", code="K02")
    assert row is not None
    type_in(year.book, 2021, ("task", row, {"standard": "签约清零"}))
    assert year.move("running", 1, 10) == "running"


def january_to_march(year: Year) -> None:
    """E01 is due 24, so 2 a month; E13 12, so 1 a month; K02 runs 364 days."""
    year.report("K01", 1, 25)
    # no month has ended 20 days ago; K02: 30 of 364 days gone = 8.2 %, not more than 10 behind; since start 30 ≤ 92
    green = {"K01": "green", "K02": "green", "E01": "green", "E13": "green"}
    nothing_yet = ["no_report K02", "no_result E01", "no_result E13", "no_result K02"]
    year.check(1, green, [], nothing_yet)
    value(year.book, 2021, "E01", 1, "2")
    year.report("K01", 2, 25)
    # K02: 58 of 364 = 15.9 % gone, nothing reported
    february = green | {"K02": "yellow behind_pace"}
    year.check(
        2, february, ["yellow K02"], ["no_report K02", "no_result E13", "no_result K02", "unanswered 〔2021〕1号"]
    )
    year.reply(1, 3, 5)
    value(year.book, 2021, "E01", 2, "3.5")
    year.report("K02", 3, 20, "20")
    year.report("K01", 3, 25)
    # E01: (4 − 3.5) / 24 = 2.1 % behind; K02: 89 of 364 = 24.5 %, 4.5 behind 20
    year.check(3, green, [], ["no_result E13"])


def april_to_june(year: Year) -> None:
    value(year.book, 2021, "E01", 3, "4.5")
    value(year.book, 2021, "E13", 3, "3.2")
    year.report("K01", 4, 25)
    # E01: (6 − 4.5) / 24 = 6.3 % > 5; E13: ahead of 3; K02: 119 of 364 = 32.7 %, 12.7 behind, yellow was issued before
    april = {"K01": "green", "K02": "yellow behind_pace", "E01": "yellow behind_pace", "E13": "green"}
    year.check(4, april, ["yellow E01"], ["unanswered 〔2021〕2号"])
    year.reply(2, 5, 6)
    value(year.book, 2021, "E01", 4, "5")
    year.report("K01", 5, 25)
    # E01: (8 − 5) / 24 = 12.5 %; K02: 150 of 364 = 41.2 %, last report 72 days ago ≤ 92
    year.check(5, april, [], [])
    value(year.book, 2021, "E01", 5, "6")
    year.report("K02", 6, 20, "45")
    # E01: (10 − 6) / 24 = 16.7 % > 15: red; K01: last report 36 days ago > 31, 路面修复 is due that very day: not late
    # K02: 180 of 364 = 49.5 %, 4.5 behind
    june = {
        "K01": "yellow report_missing",
        "K02": "green",
        "E01": "red far_behind_pace",
        "E13": "green",
    }
    blanks = ["no_report K01", "unanswered 〔2021〕3号", "unanswered 〔2021〕4号"]
    year.check(6, june, ["yellow K01", "red E01"], blanks)
    assert [(each.number, each.task or each.indicator) for each in year.facts.directives[2:]] == [
        ("〔2021〕3号", "K01"),
        ("〔2021〕4号", "E01"),
    ]


def july_to_september(year: Year, folder: Path) -> None:
    year.reply(3, 7, 5)
    year.reply(4, 7, 6)
    value(year.book, 2021, "E01", 6, "9")
    value(year.book, 2021, "E13", 6, "5")
    supervision.finish_milestone(year.book, 2021, "K01", "路面修复", year.day(7, 20))
    year.report("K01", 7, 20)
    # E01: (12 − 9) / 24 = 12.5 %; E13: (6 − 5) / 12 = 8.3 %; K02: 211 of 364 = 58.0 %, 13.0 behind 45
    july = {
        "K01": "green",
        "K02": "yellow behind_pace",
        "E01": "yellow behind_pace",
        "E13": "yellow behind_pace",
    }
    year.check(7, july, ["yellow E13"], ["unanswered 〔2021〕5号"])
    value(year.book, 2021, "E01", 7, "13.2")
    year.report("K01", 8, 25)
    # E01: (14 − 13.2) / 24 = 3.3 %; K02: 242 of 364 = 66.5 %; the reply to 5号 was due on 08-07
    august = july | {"E01": "green"}
    year.check(8, august, [], ["unanswered 〔2021〕5号"])
    assert year.unanswered(year.day(8, 31)) == {"〔2021〕5号": 24}
    why = "管线迁改等待停电窗口"
    supervision.extend_task(year.book, 2021, "K01", year.day(11, 15), why, "主任办公会", year.day(9, 1))
    value(year.book, 2021, "E01", 8, "15.5")
    year.report("K02", 9, 20, "50")
    year.report("K01", 9, 25)
    # K01 would have been due today, it is extended; 立面整治 was due on 09-15, 15 days ago: late, not more than 15
    # E01: (16 − 15.5) / 24 = 2.1 %; K02: 272 of 364 = 74.7 %, 24.7 behind 50
    september = august | {"K01": "yellow milestone_late"}
    year.check(9, september, [], ["unanswered 〔2021〕5号"])
    assert year.unanswered(year.day(9, 30)) == {"〔2021〕5号": 54}


def october_to_december(year: Year, folder: Path) -> None:
    value(year.book, 2021, "E13", 9, "9.5")
    year.report("K01", 10, 25)
    # September's investment is late: it ended more than 20 days ago. August is still 2.1 % behind its own pace
    # K01: 立面整治 46 days late > 15: red, and worse than the yellow that was issued; E13: 9.5 of 9
    october = {
        "K01": "red milestone_overdue",
        "K02": "yellow behind_pace",
        "E01": "yellow report_missing",
        "E13": "green",
    }
    year.check(10, october, ["red K01"], ["unanswered 〔2021〕5号", "unanswered 〔2021〕6号"])
    value(year.book, 2021, "E01", 9, "18")
    value(year.book, 2021, "E01", 10, "20.4")
    year.reply(6, 11, 5)
    supervision.finish_milestone(year.book, 2021, "K01", "立面整治", year.day(11, 10))
    with pytest.raises(supervision.Unfinished) as lacking:
        supervision.finish_task(year.book, 2021, "K01", year.day(11, 12))
    assert lacking.value.lacks == ("没有附佐证材料",)
    paper = folder / "道路验收报告.pdf"
    paper.write_bytes(b"accepted")
    supervision.attach_evidence(year.book, 2021, "K01", paper, "终验")
    supervision.finish_task(year.book, 2021, "K01", year.day(11, 12))
    # E01: 20.4 of 20; K02: 333 of 364 = 91.5 %, last report 71 days ago
    november = {"K01": "grey", "K02": "yellow behind_pace", "E01": "green", "E13": "green"}
    year.check(11, november, [], ["unanswered 〔2021〕5号"])
    assert year.unanswered(year.day(11, 30)) == {"〔2021〕5号": 115}
    value(year.book, 2021, "E01", 11, "22", basis="快报")
    year.reply(5, 12, 20)
    # K02 is due today, not overdue: all days are gone, 50 behind; last report 102 days ago > 92. E01: 22 of 22
    december = november | {"K02": "yellow behind_pace report_missing"}
    year.check(12, december, [], ["no_report K02", "preliminary E01"])
    assert year.lights(year.day(13, 15))["K02"] == "red overdue report_missing"
    assert year.move("assessing", 12, 31) == "assessing"


def close_the_first_year(year: Year) -> None:
    value(year.book, 2021, "E01", 11, "22")
    value(year.book, 2021, "E01", 12, "25.2")
    value(year.book, 2021, "E13", 12, "12.6")
    with pytest.raises(Blocked) as blocked:
        year.move("review", 13, 10)
    assert len(blocked.value.blocked_by) == 1  # K02, 112 days without a report
    explaining.explain(year.book, 2021, "no_report", "K02", "征收停滞，转入下年", "李文博", year.day(13, 8))
    assert year.move("review", 13, 10) == "review"
    # D04: E01 80 % + 20 % × (25.2 − 24) ÷ (30 − 24) = 84 % of 60 = 50.40; K02 50 % of 40 = 20.00;
    #      cards: yellow on K02 0.50, on E01 only the red 1.00 → 50.40 + 20.00 − 1.50 = 68.90
    # D12: E13 12.6 of 12: 100 % of 60; K01 both milestones late: 80 % of 40 = 32.00;
    #      cards: on K01 only the red 1.00, yellow on E13 0.50 → 60.00 + 32.00 − 1.50 = 90.50
    assert year.totals() == {"D12": "90.50", "D04": "68.90"}
    appeals.raise_appeal(year.book, 2021, "D12", "K01", "停电窗口非本局原因", year.day(13, 12))
    with pytest.raises(Blocked):
        year.move("final", 13, 15)
    appeals.decide(year.book, 2021, "〔2022〕申1号", "部分采纳", "主任办公会", year.day(13, 18), "加分", Decimal("0.5"))
    assert year.totals() == {"D12": "91.00", "D04": "68.90"}
    assert year.move("final", 13, 20) == "final"


def carry_into(year: Year) -> None:
    """Only 城中村改造 was left; 固定资产投资 reached 确保 (25.2 of 24), so nothing else is offered."""
    found = preview(year.book, 2021)
    assert [(item.task.code, item.times, str(item.proposed_due)) for item in found.items] == [("K02", 1, "2022-12-31")]
    assert found.missed == ()
    result = carry_over(year.book, 2021, due={"K02": year.day(6, 30)})
    assert result.opened
    (task,) = year.facts.tasks
    assert (task.code, task.carried_from, task.times_carried, task.state) == ("2021-K02", "K02", 1, "not_started")
    assert (task.original_year, task.original_due, task.due) == (2021, date(2021, 12, 31), date(2022, 6, 30))
    assert not carry_over(year.book, 2021).changes
    lay_targets(year.book, 2022, base=36, stretch=42)
    new = {"code": "K03", "title": "垃圾分类示范片区", "category": "重点工作", "lead": "D12", "points": Decimal(40)}
    dates = {"start": year.day(1, 1), "due": year.day(10, 31), "standard": "通过市级验收"}
    supervision.add_task(year.book, 2022, new | dates)
    assert year.move("running", 1, 20) == "running"


def first_half(year: Year, folder: Path) -> None:
    """E01 is due 36, so 3 a month, and comes on time; 2021-K02 runs 180 days, K03 303."""
    year.report("K03", 1, 25, "10")
    # 2021-K02: 30 of 180 = 16.7 % gone, nothing reported; K03: 30 of 303 = 9.9 %
    january = {"2021-K02": "yellow behind_pace", "K03": "green", "E01": "green", "E13": "green"}
    nothing_yet = ["no_report 2021-K02", "no_result 2021-K02", "no_result E01", "no_result E13"]
    year.check(1, january, ["yellow 2021-K02"], [*nothing_yet, "unanswered 〔2022〕1号"])
    year.reply(1, 2, 5)
    expected = {
        2: "green",  # 58 of 180 = 32.2 %, 2.2 behind 30
        3: "yellow behind_pace",  # 89 of 180 = 49.4 %, 19.4 behind 30; yellow was issued in January
        4: "green",  # 119 of 180 = 66.1 %, 6.1 behind 60
        5: "green",  # 150 of 180 = 83.3 %, ahead with 85
        6: "grey",  # finished on 06-25, five days early
    }
    village = {2: "30", 4: "60", 5: "85"}
    for month, light in expected.items():
        value(year.book, 2022, "E01", month - 1, str(3 * (month - 1)))
        if month == 4:
            value(year.book, 2022, "E13", 3, "3")
        if month in village:
            year.report("2021-K02", month, 20, village[month])
        if month == 6:
            paper = folder / "征收清零证明.pdf"
            paper.write_bytes(b"cleared")
            supervision.attach_evidence(year.book, 2022, "2021-K02", paper)
            supervision.finish_task(year.book, 2022, "2021-K02", year.day(6, 25))
        year.report("K03", month, 25, str(10 * month))
        # K03: at most 59.4 % of 303 days by June, reported 60; E13: 3 of 3; E01 on its pace
        told = {"2021-K02": light, "K03": "green", "E01": "green", "E13": "green"}
        year.check(month, told, [], ["no_result E13"] if month < 4 else [])


def second_half(year: Year) -> None:
    """All as planned: 垃圾分类 is finished on 10-28, before its day."""
    for month in range(7, 13):
        value(year.book, 2022, "E01", month - 1, str(3 * (month - 1)))
        if month in (7, 10):
            value(year.book, 2022, "E13", month - 1, str(month - 1))
        if month < 10:
            year.report("K03", month, 25, str(10 * month))
        if month == 10:
            supervision.finish_task(year.book, 2022, "K03", year.day(10, 28), without_evidence="验收组现场宣布")
        # K03: 272 of 303 = 89.8 % by September, reported 90
        told = {"2021-K02": "grey", "K03": "grey" if month > 9 else "green", "E01": "green", "E13": "green"}
        year.check(month, told, [], [])
    assert year.move("assessing", 12, 31) == "assessing"


def close_the_second_year(year: Year) -> None:
    value(year.book, 2022, "E01", 12, "36")
    value(year.book, 2022, "E13", 12, "12")
    assert year.move("review", 13, 10) == "review"
    # D04: E01 at 确保: 80 % of 60 = 48.00; 2021-K02 in time: 40.00; one yellow card 0.50 → 87.50
    # D12: 60.00 + 40.00 = 100.00
    assert year.totals() == {"D12": "100.00", "D04": "87.50"}
    papers = (("考核结果汇总表.pdf", b"%PDF"),)
    moved = course.move(year.book, 2022, "final", day=year.day(13, 20), forms=lambda facts: papers)
    assert (moved.state, moved.revision) == ("final", 1)
    assert [each.name for each in course.stored_forms(year.book, 2022)] == ["考核结果汇总表.pdf"]
    assert preview(year.book, 2022).items == ()


def correct_the_first_year(year: Year) -> None:
    """The statistics office takes 0.6 off 2021's investment: 24.6 → 80 % + 20 % × 0.6 ÷ 6 = 82 % → 49.20, less 1.20."""
    moved = course.move(year.book, 2021, "review", "统计局核减投资0.6亿元")
    assert (moved.state, moved.revision) == ("review", 2)
    value(year.book, 2021, "E01", 12, "24.6")
    assert year.totals() == {"D12": "91.00", "D04": "67.70"}
    assert year.move("final", 14, 15) == "final"
    told = [(each.year, each.revision, each.state, each.reason) for each in years(year.book)]
    assert told == [
        (2021, 1, "final", None),
        (2021, 2, "final", "统计局核减投资0.6亿元"),
        (2022, 1, "final", None),
    ]
    assert {r.code: str(r.total) for r in score(stored.load(year.book, 2021, 1)).departments()} == {
        "D12": "91.00",
        "D04": "68.90",
    }
