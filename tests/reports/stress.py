"""Facts that forms have trouble with: a task of forty lines, a very long department name, markup in what users type."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment.facts import Facts, Milestone, Progress
from tests.reports import sample

LONG_NAME = "昆明国家高新技术产业开发区行政审批与政务服务和营商环境建设管理局"
ODD = '#let x = $1$ *粗* _斜_ @ref <a> "引" `码` // 注 [方] ~'
LINES = tuple(f"第{at:02d}行要求逐项落实到位并按时报送佐证材料，不得以任何理由推诿拖延；" for at in range(1, 41))
"""Forty lines, each told apart by its number."""


def forty_lines(facts: Facts, code: str = "T02") -> Facts:
    """A task whose title, standard, reports and milestones go on for forty lines."""
    long = "".join(LINES)
    tasks = tuple(replace(task, standard=long) if task.code == code else task for task in facts.tasks)
    told = Progress(code, date(sample.YEAR, 12, 28), Decimal("0.62"), long, f"难点：{long}", f"措施：{long}")
    nodes = tuple(Milestone(code, f"节点名称第{at:02d}号", date(sample.YEAR, 6, 30), Decimal(1)) for at in range(1, 41))
    return replace(facts, tasks=tasks, progress=(*facts.progress, told), milestones=(*facts.milestones, *nodes))


def long_named(facts: Facts, code: str = "04") -> Facts:
    """A department whose name fits in no column."""
    return replace(
        facts, departments=tuple(replace(d, name=LONG_NAME) if d.code == code else d for d in facts.departments)
    )


def odd(facts: Facts, code: str = "T02") -> Facts:
    """A task whose texts look like Typst's markup."""
    tasks = tuple(replace(t, title=ODD, standard=ODD, owner="甲#乙") if t.code == code else t for t in facts.tasks)
    return replace(facts, tasks=tasks)
