"""范围与选项: what the chosen form asks for (department, month, subject …), and the ways out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kpi_desktop.reports.forms.form import Choice
from ui.look.tokens import BODY, GAP, SMALL
from ui.parts.card import Card, label
from ui.parts.check import Check
from ui.parts.controls import Chooser, button
from ui.parts.day import DayChooser
from ui.terms import clauses, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kpi_desktop.reports.forms.form import Form
    from ui.year import YearView

DEPARTMENT, GROUP, MONTH, DAY, SUBJECT = "department", "group", "month", "day", "subject"


class OptionsCard(Card):
    """`changed` after the user chose something; `printed` and `saved` (a format) what is to happen with the print."""

    changed = Signal()
    printed = Signal()
    saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("范围与选项"), parent)
        self.departments, self.groups = Chooser(self.tr("部门")), Chooser(self.tr("分组"))
        self.months, self.subjects = Chooser(self.tr("月份")), Chooser(self.tr("事项"))
        self.day = DayChooser()
        self.archive = Check(self.tr("PDF 存成归档格式（PDF/A-2b）"))
        self.archive.setAccessibleName(self.archive.text())
        self.purpose = label("", SMALL, "quiet", wraps=True)
        self.fonts = label("", SMALL, "quiet", wraps=True)
        self._form: Form | None = None
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        for chooser in (self.departments, self.groups, self.months, self.subjects):
            chooser.currentIndexChanged.connect(self._chosen)
        self.day.chosen.connect(self._chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(8)
        column.addWidget(self.purpose)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        self._editors: dict[str, tuple[str, QWidget]] = {
            DEPARTMENT: (self.tr("部门"), self.departments),
            GROUP: (self.tr("分组"), self.groups),
            MONTH: (self.tr("月份"), self.months),
            SUBJECT: (self.tr("事项"), self.subjects),
            DAY: ("", self.day),
        }
        for at, (name, (words, editor)) in enumerate(self._editors.items()):
            self._labels[name] = label(words, BODY, "quiet")
            grid.addWidget(self._labels[name], at, 0)
            grid.addWidget(editor, at, 1)
        column.addLayout(grid)
        column.addWidget(self.archive)
        column.addLayout(self._buttons())
        column.addWidget(self.fonts)
        self.body.addLayout(column)

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        self.print_button = button(self.tr("打印…"), self.printed.emit, "printer", "primary")
        self.save_buttons = {
            "pdf": button(self.tr("存 PDF…"), self._saver("pdf"), "file-pdf"),
            "docx": button(self.tr("存 Word…"), self._saver("docx"), "file-text"),
            "xlsx": button(self.tr("存 Excel…"), self._saver("xlsx"), "table"),
        }
        for at, each in enumerate((self.print_button, *self.save_buttons.values())):
            grid.addWidget(each, at // 2, at % 2)
        return grid

    def _saver(self, format: str) -> Callable[[], object]:
        return lambda: self.saved.emit(format)

    def show_year(self, view: YearView) -> None:
        """Offer the departments, groups and months of a year; what was chosen stays where it still exists."""
        assessed = {result.code for result in view.assessment.departments()}
        departments = [(each.name, each.code) for each in view.facts.departments if each.code in assessed]
        self.departments.show_items(departments, self.departments.currentData())
        groups = [(self.tr("全部"), None), *((each.name, each.name) for each in view.facts.groups if each.separate)]
        self.groups.show_items(groups, self.groups.currentData())
        months = [(self.tr("最近有数的月"), None)]
        months += [(self.tr("{month} 月").format(month=month), month) for month in range(1, 13)]
        self.months.show_items(months, self.months.currentData())
        self.day.show_day(QDate(view.day.year, view.day.month, view.day.day))

    def show_form(self, form: Form) -> None:
        """Show what `form` is for and what it asks."""
        self._form = form
        self.purpose.setText(self.tr("{purpose}。{paper}。").format(purpose=form.purpose, paper=form.paper))
        for name, (_, editor) in self._editors.items():
            for widget in (self._labels[name], editor):
                widget.setVisible(name in form.options)

    def show_subjects(self, subjects: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer what the form can be about."""
        self.subjects.show_items([(words, code) for code, words in subjects], chosen)
        self.subjects.setEnabled(bool(subjects))

    def show_fonts(self, replaced: Sequence[tuple[str, str]]) -> None:
        """Name the fonts that are missing, each with what replaced it."""
        by_substitute: dict[str, list[str]] = {}
        for wanted, used in replaced:
            by_substitute.setdefault(used, []).append(wanted)
        words = self.tr("缺 {missing}，以 {used} 代替")
        nothing = self.tr("缺 {missing}，没有可代替的字体")
        parts = [
            (words if used else nothing).format(missing=listed(names), used=used)
            for used, names in by_substitute.items()
        ]
        self.fonts.setText(self.tr("字体：{parts}。").format(parts=clauses(parts)) if parts else "")
        self.fonts.setVisible(bool(parts))

    @property
    def choice(self) -> Choice:
        """What is chosen, as far as the form asks."""
        asked = self._form.options if self._form else ()
        day = self.day.edit.date().toPython()
        return Choice(
            department=self.departments.currentData() if DEPARTMENT in asked else None,
            group=self.groups.currentData() if GROUP in asked else None,
            month=self.months.currentData() if MONTH in asked else None,
            day=day if DAY in asked else None,  # type: ignore[arg-type]
            subject=self.subjects.currentData() if SUBJECT in asked else None,
        )

    def enable(self, usable: bool) -> None:
        """Whether there is a print to be sent out."""
        for each in (self.print_button, *self.save_buttons.values()):
            each.setEnabled(usable)

    def _chosen(self) -> None:
        self.changed.emit()
