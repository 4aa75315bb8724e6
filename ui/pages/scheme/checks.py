"""方案检查: blockers, warnings and what holds, each with what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.scheme_check import BAD, WARNING
from kpi_desktop.assessment.scheme_findings import Finding, findings
from ui.frame.entries import AWARDS, DEPARTMENTS, SCHEME, TARGETS
from ui.grid.cells import LIGHT, Cell, Column, Row
from ui.grid.view import Table
from ui.parts.card import Card
from ui.renewing import LARGE_YEAR

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.year import YearView

ROW, REMEDY, HEAD = 27, 92, 58
LIGHTS = {BAD: "red", WARNING: "yellow"}


class ChecksCard(Card):
    """`went` brings the goal of what helps."""

    went = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Scheme", "方案检查"), parent)
        columns = (Column("", 0, sortable=False), Column("", REMEDY, right=True, sortable=False))
        self.table = Table(self.tr("方案检查"), columns, ROW)
        self.table.horizontalHeader().hide()
        self.table.activated_on.connect(self._go)
        self.body.addWidget(self.table, 1)
        self.body.addSpacing(6)
        self._jobs, self._turn = jobs, 0
        self.findings: tuple[Finding, ...] = ()

    def show_view(self, view: YearView) -> None:
        """Show what is found in a year's scheme; a large year is looked through in a worker."""
        self._turn += 1
        turn = self._turn
        if view.rows <= LARGE_YEAR:
            self._arrived(turn, findings(view.assessment))
            return
        job = self._jobs.start(lambda _progress: findings(view.assessment), self.tr("方案检查"))
        job.finished.connect(lambda found: self._arrived(turn, found))

    def _arrived(self, turn: int, found: object) -> None:
        if turn != self._turn:
            return
        assert isinstance(found, tuple)
        self.findings = found
        bad = sum(each.level == BAD for each in self.findings)
        warnings = sum(each.level == WARNING for each in self.findings)
        if bad:
            words = self.tr("{bad} 处须改好才能进入执行，{warnings} 处提示不拦")
        elif warnings:
            words = self.tr("没有必须改的；{warnings} 处提示不拦下一步")
        else:
            words = self.tr("没有必须改的，也没有提示")
        self.remark.setText(words.format(bad=bad, warnings=warnings))
        self.table.show_rows([self._row(each) for each in self.findings])
        self.setMaximumHeight(HEAD + self.table.content_height(ROW))

    def _row(self, finding: Finding) -> Row:
        words, goal = remedy(finding)
        token = {BAD: "red_text", WARNING: "text"}.get(finding.level, "secondary")
        light = LIGHTS.get(finding.level, "green")
        told = Cell(finding.words, LIGHT, token, light=light, tip=finding.words)
        link = self.tr("{words} ›").format(words=words) if goal else ""
        return Row([told, Cell(link, "number", "accent")], finding if goal else None)

    def _go(self, finding: object, column: int) -> None:
        assert isinstance(finding, Finding)
        self.went.emit(remedy(finding)[1])


def remedy(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """What helps, in a few words, and the place where it is done; both empty for what needs no help."""
    translate = QCoreApplication.translate
    subject, department = finding.subject, finding.department
    known: dict[str, tuple[str, tuple[str, ...]]] = {
        "weights": (translate("Scheme", "改分值"), (SCHEME, "weights")),
        "award": (translate("Scheme", "改奖惩办法"), (AWARDS,)),
        "few_bearers": (translate("Scheme", "改计分办法"), (SCHEME, "indicator", subject)),
        "cap": (translate("Scheme", "改封顶"), (SCHEME, "indicator", subject)),
        "caps": (translate("Scheme", "逐项看"), (SCHEME, "hinted")),
        "missing": (translate("Scheme", "看折算"), (SCHEME, "setting", "缺项")),
        "no_due_date": (translate("Scheme", "补期限"), (TARGETS, "task", subject.partition("/")[0])),
        "no_standard": (translate("Scheme", "补标准"), (TARGETS, "task", subject)),
    }
    if finding.kind == "unassigned":
        if department:
            return translate("Scheme", "去分组"), (DEPARTMENTS, department)
        return translate("Scheme", "落实到部门"), (TARGETS, "indicator", subject)
    if finding.kind == "points":
        if department:
            return translate("Scheme", "看分解"), (TARGETS, "department", department)
        return translate("Scheme", "改分值"), (SCHEME, "weights", subject)
    return known.get(finding.kind, ("", ()))
