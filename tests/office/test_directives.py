"""The work of the day, the office's words, numbers that follow each other, replies."""

from dataclasses import replace

import pytest

from kpi_desktop.assessment.facts import Directive
from kpi_desktop.book import facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import directives
from kpi_desktop.office.drafting import quoted
from tests.assessment.build import CATEGORIES, a_year, actual, department, indicator, on, task
from tests.assessment.build import target as lay

DAY = on("2020-06-20")


def year(book):
    return facts.load(book, 2020)


def work(book, day=DAY):
    return directives.work_of_the_day(year(book), day)


def test_the_work_of_the_day_by_hand(zone):
    """T1: 封顶 was due on 06-01, 19 days before 06-20: red. T2: last report 02-01, 140 days before: yellow, and from
    01-01 to 09-30 are 273 days, 171 gone: 62.6 % of the time, nothing reported: behind as well. E01 has no May."""
    first, second, third = work(zone)
    assert (first.draft.task, first.draft.colour, first.issued) == ("T1", "red", ())
    assert "节点“封顶”应于2020年6月1日完成，已迟19天" in first.draft.reason
    assert first.text == (
        "D1局：\n经查，你单位牵头的“T1任务”，节点“封顶”应于2020年6月1日完成，已迟19天；"
        "自2020年1月1日起没有报过进展，已过171天（报送周期：月）。现予红色督办（通报）。"
        "请主要负责人牵头整改，说明原因，提出补救措施和完成时限，并于2020年6月27日前书面回复。"
    )
    assert (second.draft.task, second.draft.colour) == ("T2", "yellow")
    assert (third.draft.indicator, third.draft.colour) == ("E01", "yellow")
    assert second.draft.reason == (
        "“T2任务”：时间已过62.6%，进展0%，落后62.6个百分点；最近一次进展是2020年2月1日，已过140天（报送周期：月）。"
    )


def test_numbers_follow_the_largest_of_the_year_and_the_reply_is_due_in_a_week(zone):
    draft = work(zone)[0].draft
    assert (draft.number, draft.day, draft.reply_due) == ("〔2020〕4号", DAY, on("2020-06-27"))
    directives.issue(zone, 2020, draft)
    assert work(zone)[0].draft.number == "〔2020〕5号"
    assert directives.next_number(replace(year(zone), directives=())) == "〔2020〕1号"


@pytest.mark.parametrize("number", [None, "", "督办", "〔2019〕40号", "督查〔2020〕2号"])
def test_other_numbers_do_not_disturb_the_count(zone, number):
    given = replace(year(zone).directives[0], number=number)
    expected = "〔2020〕3号" if number == "督查〔2020〕2号" else "〔2020〕1号"
    assert directives.next_number(replace(year(zone), directives=(given,))) == expected


def test_a_reminders_reply_is_due_by_the_due_date(zone):
    """T2 is due on 09-30: 3 days after 09-27; the reminder of 09-16 was issued, so ask on the facts without it."""
    told = replace(year(zone).progress[0], day=on("2020-09-20"), percent=1)
    found = replace(year(zone), directives=(), progress=(told,))
    (blue,) = [each for each in directives.work_of_the_day(found, on("2020-09-27")) if each.draft.task == "T2"]
    assert (blue.draft.colour, blue.draft.reply_due) == ("blue", on("2020-09-30"))
    assert blue.draft.reason == "“T2任务”：期限2020年9月30日，还有3天。"


def test_on_an_indicator_the_letter_has_the_figures():
    """Due 120 at the year's end, even pace: 60 by June; 36 reached: 24 / 120 = 20 % behind, above 15 %: red."""
    months = (actual("E01", "D1", 30, month=5), actual("E01", "D1", 36, month=6))
    laid = (indicator("E01", "completion"), lay("E01", "D1", 120), *months)
    facts_ = a_year(department("D1"), *CATEGORIES, *laid)
    (found,) = directives.work_of_the_day(facts_, on("2020-07-10"))
    assert (found.draft.indicator, found.draft.department, found.draft.colour) == ("E01", "D1", "red")
    assert "你单位承担的“E01指标”，截至6月底实绩36，进度应为60，落后全年目标的20%。" in found.text


def test_several_are_issued_in_one_entry_with_numbers_in_a_row(zone):
    head = journal.head(zone)
    directives.issue_all(zone, 2020, [each.draft for each in work(zone)])
    assert [each.number for each in year(zone).directives] == [f"〔2020〕{n}号" for n in (3, 4, 5, 6)]
    assert journal.head(zone)[0] == head[0] + 1
    assert work(zone) == ()  # neither is proposed again


def test_a_worse_colour_is_proposed_with_those_before_it(zone):
    later = work(zone, on("2020-10-05"))
    (second,) = [each for each in later if each.draft.task == "T2"]
    assert (second.draft.colour, second.issued) == ("red", ("blue",))


def issued(zone) -> Directive:
    return year(zone).directives[-1]


def test_what_cannot_be_issued(zone):
    draft = work(zone)[0].draft
    for change, words in (
        ({"number": "〔2020〕3号"}, "已经用过"),
        ({"number": " "}, "没有填写编号"),
        ({"reason": ""}, "没有填写事由"),
        ({"reply_due": on("2020-06-19")}, "早于签发日期"),
        ({"task": "X"}, "没有任务“X”"),
        ({"task": None, "indicator": "E01", "department": "D2"}, "没有承担指标"),
    ):
        with pytest.raises(Refusal, match=words):
            directives.issue(zone, 2020, replace(draft, **change))
    assert len(year(zone).directives) == 1


def test_amending_replying_withdrawing(zone):
    directives.issue(zone, 2020, work(zone)[0].draft)
    directives.amend(zone, 2020, 1, number="〔2020〕9号", reply_due=on("2020-07-01"), reason="封顶滞后。")
    assert (issued(zone).number, issued(zone).reply_due, issued(zone).reason) == (
        "〔2020〕9号",
        on("2020-07-01"),
        "封顶滞后。",
    )
    with pytest.raises(Refusal, match="已经用过"):
        directives.amend(zone, 2020, 1, number="〔2020〕3号")
    with pytest.raises(TypeError):
        directives.amend(zone, 2020, 1, task="T2")
    with pytest.raises(Refusal, match="早于签发日期"):
        directives.reply(zone, 2020, 1, on("2020-06-19"), "已整改")
    with pytest.raises(Refusal, match="没有填写回复内容"):
        directives.reply(zone, 2020, 1, on("2020-06-25"), "")
    directives.reply(zone, 2020, 1, on("2020-06-25"), "已整改")
    assert (issued(zone).replied, issued(zone).reply) == (on("2020-06-25"), "已整改")
    with pytest.raises(Refusal, match="已经回复"):
        directives.amend(zone, 2020, 1, reason="x")
    with pytest.raises(Refusal, match="不能撤回"):
        directives.withdraw(zone, 2020, 1, "发错了")
    directives.withdraw(zone, 2020, 0, "发错了")
    assert [each.number for each in year(zone).directives] == ["〔2020〕9号"]
    with pytest.raises(Refusal, match="不在了"):
        directives.reply(zone, 2020, 5, DAY, "x")


def test_replies_that_are_overdue(zone):
    """The reminder of 09-16 was to be answered by 09-23."""
    assert directives.overdue_replies(year(zone), on("2020-09-23")) == ()
    ((place, directive, days),) = directives.overdue_replies(year(zone), on("2020-09-30"))
    assert (place, directive.number, days) == (0, "〔2020〕3号", 7)
    directives.reply(zone, 2020, 0, on("2020-09-28"), "已安排")
    assert directives.overdue_replies(year(zone), on("2020-09-30")) == ()
    assert len(directives.overdue_replies(year(zone), on("2020-09-27"))) == 1  # not answered yet on that day


def test_marks_inside_a_title_become_single_ones():
    assert quoted("“产业大脑”平台") == "“‘产业大脑’平台”"
    assert task("T1").title == "T1任务"
