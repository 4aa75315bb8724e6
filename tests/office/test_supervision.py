"""What is done to a task: each action one entry, each refusal in words, nothing written when refused."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Extension, Progress
from kpi_desktop.book import facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import supervision
from kpi_desktop.office.supervision import Unfinished
from kpi_desktop.office.undo import undo
from tests.assessment.build import on
from tests.office.zone import finish, now

DAY = on("2020-05-20")


def refused(book, words: str, action) -> Refusal:
    """The refusal of an action that must not write anything."""
    before = journal.head(book)
    with pytest.raises(Refusal, match=words) as caught:
        action()
    assert journal.head(book) == before
    return caught.value


def test_a_first_report_sets_a_task_going(zone):
    changes = supervision.report_progress(zone, 2020, "T1", DAY, Decimal("0.4"), "已封底", "缺料", " ")
    assert (changes.action, changes.tables) == ("报送进展：T1", frozenset({"progress", "task"}))
    assert facts.load(zone, 2020).progress[-1] == Progress("T1", DAY, Decimal("0.4"), "已封底", "缺料", None)
    assert now(zone, "T1").state == "in_progress"
    undo(zone)
    assert now(zone, "T1").state == "not_started"
    assert len(facts.load(zone, 2020).progress) == 1


@pytest.mark.parametrize("percent", [Decimal("1.01"), Decimal("-0.1"), 60])
def test_a_percent_is_a_share(zone, percent):
    refused(zone, "完成比例应在 0 与 1 之间", lambda: supervision.report_progress(zone, 2020, "T2", DAY, percent))


def test_a_float_is_a_bug_and_an_empty_report_is_refused(zone):
    with pytest.raises(TypeError):
        supervision.report_progress(zone, 2020, "T2", DAY, 0.5)  # type: ignore[arg-type]
    refused(zone, "进展是空的", lambda: supervision.report_progress(zone, 2020, "T2", DAY, None, "  "))


def test_an_extension_keeps_the_old_dates(zone):
    supervision.extend_task(zone, 2020, "T1", on("2020-08-31"), "设计变更", "主任办公会", DAY)
    task = now(zone, "T1")
    assert (task.due, task.original_due) == (on("2020-08-31"), on("2020-06-30"))
    supervision.extend_task(zone, 2020, "T1", on("2020-10-31"), "再变更")
    task = now(zone, "T1")
    assert (task.due, task.original_due) == (on("2020-10-31"), on("2020-06-30"))
    assert facts.load(zone, 2020).extensions[1:] == (
        Extension("T1", on("2020-06-30"), on("2020-08-31"), "设计变更", "主任办公会", DAY),
        Extension("T1", on("2020-08-31"), on("2020-10-31"), "再变更"),
    )


def test_an_extension_needs_a_reason_and_a_later_day(zone):
    refused(zone, "没有填写延期原因", lambda: supervision.extend_task(zone, 2020, "T1", on("2020-08-31"), " "))
    early = refused(zone, "晚于现在的期限", lambda: supervision.extend_task(zone, 2020, "T1", on("2020-06-30"), "雨"))
    assert "2020-06-30" in early.message


def test_a_due_date_is_set_once_then_extended(zone):
    refused(zone, "期限已经是", lambda: supervision.set_due(zone, 2020, "T1", on("2020-07-01")))
    supervision.add_task(zone, 2020, {"code": "N1", "title": "新", "category": "工作", "lead": "D1"}, [{"title": "一"}])
    supervision.set_due(zone, 2020, "N1", on("2020-07-01"))
    supervision.set_due(zone, 2020, "N1", on("2020-06-01"), "一")
    assert now(zone, "N1").due == on("2020-07-01")
    assert facts.load(zone, 2020).milestones[-1].due == on("2020-06-01")


def test_closing_lists_all_that_lacks(zone, tmp_path):
    caught = refused(zone, "还不能销号，尚缺 2 项", lambda: supervision.finish_task(zone, 2020, "T1", DAY))
    assert isinstance(caught, Unfinished)
    assert caught.lacks == ("节点“封顶”没有完成", "没有附佐证材料")
    assert supervision.lacking(zone, 2020, "T1") == caught.lacks
    supervision.finish_milestone(zone, 2020, "T1", "封顶", on("2020-06-10"))
    assert supervision.lacking(zone, 2020, "T1") == ("没有附佐证材料",)
    photo = tmp_path / "封顶.jpg"
    photo.write_bytes(b"photo")
    supervision.attach_evidence(zone, 2020, "T1/封顶", photo, "现场")
    assert supervision.lacking(zone, 2020, "T1") == ()
    supervision.finish_task(zone, 2020, "T1", on("2020-06-12"))
    assert (now(zone, "T1").state, now(zone, "T1").finished) == ("finished", on("2020-06-12"))
    refused(zone, "现在是“已销号”", lambda: supervision.finish_task(zone, 2020, "T1", DAY))


def test_without_evidence_a_written_note_closes_and_stays_to_be_read(zone):
    supervision.finish_task(zone, 2020, "T2", DAY, without_evidence="会议已开，无纸质材料")
    assert now(zone, "T2").state == "finished"
    assert facts.load(zone, 2020).progress[-1] == Progress("T2", DAY, None, "销号未附佐证：会议已开，无纸质材料")
    assert journal.history(zone, limit=1)[0].entry.reason == "会议已开，无纸质材料"


def test_a_note_does_not_close_open_milestones(zone):
    caught = refused(zone, "尚缺 1 项", lambda: supervision.finish_task(zone, 2020, "T1", DAY, without_evidence="没有"))
    assert caught.lacks == ("节点“封顶”没有完成",)  # type: ignore[attr-defined]


def test_suspending_cancelling_and_going_on(zone):
    refused(zone, "没有填写暂缓依据", lambda: supervision.suspend_task(zone, 2020, "T2", ""))
    supervision.suspend_task(zone, 2020, "T2", "第9次会议")
    assert (now(zone, "T2").state, now(zone, "T2").basis) == ("suspended", "会议纪要；暂缓：第9次会议")
    refused(zone, "请先恢复", lambda: supervision.report_progress(zone, 2020, "T2", DAY, None, "x"))
    supervision.cancel_task(zone, 2020, "T2", "第11次会议")
    assert now(zone, "T2").basis == "会议纪要；暂缓：第9次会议；终止：第11次会议"
    refused(zone, "不能再暂缓", lambda: supervision.suspend_task(zone, 2020, "T2", "又"))
    supervision.resume_task(zone, 2020, "T2")
    assert now(zone, "T2").state == "in_progress"  # a report is there
    supervision.suspend_task(zone, 2020, "T1", "会议")
    assert now(zone, "T1").basis == "暂缓：会议"
    refused(zone, "请先恢复", lambda: supervision.submit_task(zone, 2020, "T1"))


def test_a_resumed_task_is_where_its_reports_left_it(zone):
    supervision.resume_task(zone, 2020, "T3", "验收不合格")
    assert (now(zone, "T3").state, now(zone, "T3").finished) == ("not_started", None)
    refused(zone, "不用恢复", lambda: supervision.resume_task(zone, 2020, "T3"))
    supervision.submit_task(zone, 2020, "T3")
    assert now(zone, "T3").state == "submitted"
    supervision.resume_task(zone, 2020, "T3")
    assert now(zone, "T3").state == "not_started"


def test_a_milestone_can_be_taken_back(zone):
    supervision.finish_milestone(zone, 2020, "T1", "基础", None)
    assert supervision.lacking(zone, 2020, "T1")[0] == "节点“基础”没有完成"
    refused(zone, "没有节点“屋面”", lambda: supervision.finish_milestone(zone, 2020, "T1", "屋面", DAY))


NEW = {"code": "N1", "title": "新任务", "category": "工作", "lead": "D1", "points": Decimal("2.5")}


def test_a_new_task_comes_last_with_its_milestones(zone):
    supervision.add_task(
        zone, 2020, NEW | {"partners": ("D2",), "due": DAY}, [{"title": "一", "due": DAY}, {"title": "二"}]
    )
    task = facts.load(zone, 2020).tasks[-1]
    assert (task.code, task.partners, task.state, task.points) == ("N1", ("D2",), "not_started", Decimal("2.5"))
    assert [m.title for m in facts.load(zone, 2020).milestones if m.task == "N1"] == ["一", "二"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "T1"}, "已经用过"),
        ({"code": "E01"}, "已经用过"),
        ({"code": " "}, "没有填写任务编码"),
        ({"title": ""}, "没有填写任务名称"),
        ({"lead": "D9"}, "没有部门“D9”"),
        ({"category": "加分"}, "不是计分类别"),
        ({"partners": ("D1",)}, "不能同时是协办部门"),
        ({"partners": ("D9",)}, "没有部门“D9”"),
        ({"points": Decimal("-1")}, "不能小于 0"),
        ({"points": Decimal("1.25")}, "小数位多于"),
        ({"cadence": "day"}, "报送周期"),
    ],
)
def test_a_new_task_that_the_import_would_refuse_is_refused_here(zone, change, words):
    refused(zone, words, lambda: supervision.add_task(zone, 2020, NEW | change))


def test_a_task_that_is_not_there_and_a_final_year(zone):
    refused(zone, "没有任务“X9”", lambda: supervision.submit_task(zone, 2020, "X9"))
    finish(zone, 1)
    final = refused(zone, "2020 年已定稿", lambda: supervision.submit_task(zone, 2020, "T1"))
    assert "另开一次修订" in final.cure
