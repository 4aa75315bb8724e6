"""One project's dates and investment in a drawer; saved as the entry grid saves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.projects import STAGES
from ui.parts.ask import AskForm
from ui.parts.card import Card
from ui.parts.fields import DAY, NUMBER, Field
from ui.terms import term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.assessment.facts import Project
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from ui.session import Session
    from ui.year import YearView

TABLE = "project"


class ProjectForm(Card):
    """`closed` that it was put away."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("项目"))
        self._session = session
        self._project: Project | None = None
        self._before: dict[str, str] = {}
        self.form = AskForm()
        self.form.closed.connect(self.closed)
        self.body.addWidget(self.form, 1)

    def show_project(self, view: YearView, project: Project) -> None:
        """Ask for the dates and amounts of `project`."""
        self._project = project
        fields = []
        for stage in STAGES:
            for name, words in (
                (stage.reached, self.tr("{stage}到达")),
                (stage.planned, self.tr("计划{stage}")),
            ):
                moment = getattr(project, name)
                fields.append(Field(name, words.format(stage=term(stage.name)), DAY, str(moment or "")))
        amounts = (
            ("year_done", self.tr("年度完成投资（亿元）")),
            ("year_plan", self.tr("年度计划投资（亿元）")),
            ("investment", self.tr("总投资（亿元）")),
        )
        for name, words in amounts:
            value = getattr(project, name)
            fields.append(Field(name, words, NUMBER, "" if value is None else f"{value:f}"))
        self._before = {field.name: field.value for field in fields}
        note = self.tr("{code} · {department}").format(code=project.code, department=view.name(project.department))
        self.form.ask(project.name, fields, self.tr("保存"), self._save, note)
        self.form.submit_button.setEnabled(view.facts.state != "final")

    def _save(self, answers: dict[str, object]) -> bool:
        """Save what was changed; the reasons of what was not stand under the fields."""
        changed = {name: text for name in answers if (text := self.form.text(name).strip()) != self._before[name]}
        project, view = self._project, self._session.view
        if not changed or project is None or view is None:
            return True
        changes, problems = save_project(self._session, project.code, changed)
        for name, words in problems.items():
            self.form.problems[name].setText(words)
            self.form.problems[name].show()
        return changes is not None and not problems


def save_project(session: Session, code: str, changed: Mapping[str, str]) -> tuple[Changes | None, dict[str, str]]:
    """Save texts of a project's columns as the entry grid does; the changes, and by column what was not saved.

    No changes where it was refused, which is told.
    """
    translate, problems = QCoreApplication.translate, dict[str, str]()
    view = session.view
    assert view is not None  # a project was chosen

    def act(book: Book) -> Changes:
        from kpi_desktop.exchange.entering import Typed, enter, rows_of

        row = next(each["id"] for each in rows_of(book, view.year, TABLE) if each["code"] == code)
        typed = [Typed(TABLE, row, name, text) for name, text in changed.items()]
        entered = enter(book, view.year, typed, f"填写 项目：{code}")
        problems.update({name: words for (_, _, name), words in entered.problems.items()})
        return entered.changes

    return session.act(act, translate("ProjectForm", "项目没有保存")), problems
