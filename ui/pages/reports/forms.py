"""The forms there are, by the stage of the year in which they come up, as the page and the search field need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.grid.cells import GROUP, PAIR, Cell, Column, Row
from ui.grid.view import Table

if TYPE_CHECKING:
    from kpi_desktop.reports.forms.form import Form

FORM_ROW, STAGE_ROW = 44, 26
DRAFT, RUNNING, ASSESSING, REVIEW, FINAL = "draft", "running", "assessing", "review", "final"
STAGES = (DRAFT, RUNNING, ASSESSING, REVIEW)


def forms() -> list[Form]:
    """All forms, in the order of their use."""
    from kpi_desktop.reports.catalogue import FORMS

    return list(FORMS.values())


def form_of(code: str) -> Form | None:
    """The form of that code, None where there is none."""
    return next((form for form in forms() if form.code == code), None)


def stage_of(state: str) -> str:
    """The stage under which the forms of a state of the year stand; those of 定稿 stand under 复核."""
    return REVIEW if state == FINAL else state


def stage_name(stage: str) -> str:
    """编制, 执行, 考核, or 复核、定稿."""
    translate = QCoreApplication.translate
    names = {
        DRAFT: translate("Forms", "编制"),
        RUNNING: translate("Forms", "执行"),
        ASSESSING: translate("Forms", "考核"),
        REVIEW: translate("Forms", "复核、定稿"),
    }
    return names[stage]


class FormList(Table):
    """The forms under their stages, each with what it is for; `form_chosen` brings a form's code."""

    form_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("报表"), (Column(""),), FORM_ROW, parent=parent)
        self.horizontalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.chosen.connect(self._chosen)

    def show_forms(self, stage: str | None = None) -> int:
        """Show all forms, or those of one stage; how many."""
        rows: list[Row] = []
        for each in STAGES if stage is None else (stage,):
            own = [form for form in forms() if form.used_in[0] == each]
            if own:
                rows.append(Row([Cell(stage_name(each), note="", tag="", token="secondary")], None, GROUP))
                rows += [_form_row(form) for form in own]
        self.show_rows(rows)
        for at, row in enumerate(rows):
            self.setRowHeight(at, STAGE_ROW if row.kind == GROUP else FORM_ROW)
        return sum(row.kind != GROUP for row in rows)

    def _chosen(self, subject: object) -> None:
        if subject is not None:
            self.form_chosen.emit(str(subject))


def _form_row(form: Form) -> Row:
    return Row([Cell(form.name, PAIR, under=form.purpose, tip=form.purpose)], form.code)
