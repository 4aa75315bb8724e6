"""审批表: what may be asked of which task, what was done, evidence, what is known before anybody signs."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_desktop.assessment.facts import Extension
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.evidence import Evidence
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import approval
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample


def fields(context, subject):
    made = approval.data(context, Choice(subject=subject))
    return {label: words for row in made["rows"] for label, words in row} | dict(made["opinions"])


@pytest.fixture(scope="module")
def extended(zone):
    granted = (
        Extension(
            "T03", date(2020, 9, 30), date(2020, 10, 31), "汛期停工", "管委会第14次主任办公会", date(2020, 9, 20)
        ),
        Extension("T03", date(2020, 10, 31), date(2020, 11, 30), "管线迁改", None, None),
    )
    return sample.context(replace(zone.facts, extensions=granted))


def test_what_may_be_asked_follows_the_state(extended):
    asked = {}
    for code, _ in approval.subjects(extended):
        task, _, ask = code.partition(":")
        asked.setdefault(task, []).append(ask)
    assert asked["T01"] == ["finish"]
    assert asked["T02"] == ["finish", "extend", "suspend", "cancel"]
    assert asked["T03"] == ["extend:1", "extend:2", "finish", "extend", "suspend", "cancel"]
    assert asked["T28"] == ["suspend", "cancel"]


def test_the_list_calls_them_by_name(extended):
    named = dict(approval.subjects(extended))
    assert named["T03:extend:1"] == "T03 马金铺村“三旧”改造：延期（2020年9月20日批准）"
    assert named["T03:extend:2"].endswith("延期（已批准）") and named["T03:cancel"].endswith("：终止")


def test_closing_lists_milestones_and_their_delay(zone):
    """节点3 was due on 31 August and done on 20 September: 20 days."""
    found = fields(zone, "T08:finish")
    assert found["申请事项"] == "■销号　□延期　□暂缓　□终止" and found["目前状态"] == "已销号"
    assert found["完成情况"].split("\n")[2] == "节点3 节点3：应于8月31日完成，9月20日完成，迟20天"
    assert found["申请销号"] == "已达到完成标准，完成日期2020年11月27日，申请销号。"
    assert found["督查室审核意见"] == "经核：节点4/4，佐证0件，督办0次。"
    assert found["佐证材料"] == "无，须补齐后报批。"


def test_evidence_is_listed(zone):
    attached = (
        Evidence("T08", "竣工验收单.pdf", "ab", "区住建部门盖章"),
        Evidence("T08/节点2", "现场照片.jpg", "cd", None),
        Evidence("T09", "别的.pdf", "ef", None),
    )
    context = ReportContext.of(zone.facts, sample.TODAY, evidence=attached)
    found = fields(context, "T08:finish")
    assert found["佐证材料"] == "1. 竣工验收单.pdf（区住建部门盖章）\n2. 现场照片.jpg"
    assert "佐证2件" in found["督查室审核意见"]


def test_a_late_finish_says_so(zone):
    assert "完成日期2020年11月16日（超过期限16天）" in fields(zone, "T04:finish")["申请销号"]


def test_open_milestones_forbid_closing(zone):
    nodes = tuple(replace(m, done=None) if m.title == "节点4" else m for m in zone.facts.milestones)
    tasks = tuple(replace(t, state="in_progress", finished=None) if t.code == "T08" else t for t in zone.facts.tasks)
    context = sample.context(replace(zone.facts, milestones=nodes, tasks=tasks))
    found = fields(context, "T08:finish")
    assert found["督查室审核意见"].endswith("尚有1个节点未完成，不得销号。")
    assert found["完成情况"].split("\n")[3] == "节点4 节点4：应于11月30日完成，未完成"


def test_a_granted_extension_keeps_the_old_due_date(extended):
    found = fields(extended, "T03:extend:1")
    assert (found["办理期限"], found["原定期限"]) == ("2020年9月30日", "2020年9月30日")
    assert found["申请延期"] == "由2020年9月30日延至2020年10月31日。原因：汛期停工"
    assert found["主要领导审批意见"] == "管委会第14次主任办公会批准，2020年9月20日"


def test_an_extension_to_be_asked_leaves_room(extended):
    found = fields(extended, "T03:extend")
    assert found["申请延期"].startswith("由2020年11月30日延至　") and found["主要领导审批意见"] == ""


def test_a_suspended_task_names_its_basis(zone):
    assert fields(zone, "T28:suspend")["申请暂缓"] == "依据：2020年管委会工作报告"
    assert fields(zone, "T28:cancel")["申请终止"] == "依据和原因："


def test_it_is_one_page_with_four_opinions(zone):
    texts = pages.page_texts(produce(zone, "approval", Choice(subject="T02:extend")))
    assert len(texts) == 1 and texts[0].count("签字（盖章）：") == 4
    assert "高新技术产业开发区2020年度督查事项延期审批表" in texts[0]


def test_a_request_that_is_not_there_is_refused(zone):
    with pytest.raises(Refusal, match="没有“T01:suspend”"):
        approval.data(zone, Choice(subject="T01:suspend"))


def test_in_word_every_opinion_leaves_a_line_above_the_signature(extended):
    table = approval.outline(extended, Choice(subject=approval.subjects(extended)[0][0])).blocks[-1]
    for row in table.rows[-len(approval.OPINIONS) :]:
        assert row.cells[1].text.split("\n")[1:] == ["", approval.SIGNED]
