"""分组与分值: what every group gives its categories, as fields, with the sum, the bar and the economic share beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.text import plain
from kpi_desktop.assessment.whatif import economic_shares
from kpi_desktop.exchange.entering import Typed
from ui.grid.book_source import BookSource
from ui.grid.clipboard import parsed
from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.scheme.figure_field import FigureField
from ui.pages.scheme.weight_marks import HEAD, ROW, GroupName, Part, PartsBar, Ruled, SumMark
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.parts.fields import Problem
from ui.terms import clauses, listed, phrases, said
from ui.words import percent

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Category, Group
    from ui.session import Session
    from ui.year import YearView

FIELD, MOST_ROWS = 72, 5
Place = tuple[str, str]


class WeightRow:
    """The widgets of one group."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.name, self.count = GroupName(group), label("", BODY)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fields: dict[str, FigureField] = {}
        self.sum, self.bar, self.share = SumMark(), PartsBar(), label("", BODY)
        self.share.setFont(pen.font(BODY, True))
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.share.setContentsMargins(0, 0, GAP, 0)


class WeightsCard(Card):
    """`grouped`: the user wants to add groups or categories; `moved_to` brings the group of the field at hand."""

    grouped = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("分组与分值"), parent)
        self._writer = BookSource(session)
        self._session = session
        self._shape: tuple[tuple[Group, ...], tuple[str, ...]] = ((), ())
        self.rows: list[WeightRow] = []
        self.head.addWidget(button(self.tr("加分组…"), partial(self.grouped.emit, "group_"), "plus"))
        self.head.addWidget(button(self.tr("加类别…"), partial(self.grouped.emit, "category"), "plus"))
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.scroll)
        self.problem = Problem()
        inset = QHBoxLayout()
        inset.setContentsMargins(GAP, 4, GAP, 0)
        inset.addWidget(self.problem)
        self.body.addLayout(inset)
        self.foot = label("", SMALL, "quiet", wraps=True)
        self.foot.setContentsMargins(GAP, 6, GAP, 8)
        self.body.addWidget(self.foot)

    # --- building

    def _build(self, groups: tuple[Group, ...], categories: list[Category]) -> None:
        inside = Ruled()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        self._heads(grid, categories)
        self.rows = [WeightRow(group) for group in groups]
        for at, row in enumerate(self.rows, 1):
            grid.setRowMinimumHeight(at, ROW)
            grid.addWidget(row.name, at, 0)
            grid.addWidget(row.count, at, 1)
            for place, category in enumerate(categories):
                grid.addWidget(self._field(row, at - 1, place, category.name), at, 2 + place)
            for place, widget in enumerate((row.sum, row.bar, row.share)):
                grid.addWidget(widget, at, 2 + len(categories) + place)
        grid.setColumnStretch(3 + len(categories), 1)
        inside.setFixedHeight(HEAD + ROW * len(self.rows))
        self.scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        shown = min(len(self.rows), MOST_ROWS)
        self.scroll.setFixedHeight(HEAD + ROW * shown + (12 if len(categories) > MOST_ROWS else 0))

    def _heads(self, grid: QGridLayout, categories: list[Category]) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        words = [
            (self.tr("　考核分组"), None),
            (self.tr("部门"), right),
            *((category.name, right) for category in categories),
            (self.tr("合计"), None),
            (self.tr("分值构成"), None),
            (self.tr("经济占比 %"), right),
        ]
        grid.setRowMinimumHeight(0, HEAD)
        for place, (text, align) in enumerate(words):
            head = label(text, SMALL, "quiet")
            if align:
                head.setAlignment(align)
            if place == len(words) - 1:
                head.setContentsMargins(0, 0, GAP, 0)
                head.setMinimumWidth(round(pen.width(text, SMALL)) + GAP + 2)
            head.setToolTip(text.strip())
            grid.addWidget(head, 0, place)

    def _field(self, row: WeightRow, at: int, place: int, category: str) -> FigureField:
        made = FigureField(self.tr("{group} {category} 分值").format(group=row.group.name, category=category), FIELD)
        row.fields[category] = made
        made.settled.connect(lambda text: self._write({(row.group.name, category): text}))
        made.mended.connect(self._show_problem)
        made.moved.connect(lambda down, across: self._go(at + down, place + across))
        made.pasted.connect(lambda text: self._paste(at, place, text))
        return made

    # --- showing

    def show_view(self, view: YearView) -> None:
        """Show the points of a year."""
        facts = view.facts
        categories = [each for each in facts.categories if each.kind == "scored"]
        shape = facts.groups, tuple(each.name for each in categories)
        if shape != self._shape:
            self._shape = shape
            self._build(facts.groups, categories)
        self._show_figures(view, categories)
        economic = listed(each.name for each in categories if each.economic)
        words = self.tr("经济成果的份量由“{economic}”这一栏定；系数只在类别内移动")
        none = self.tr("还没有经济类别：在“分组与类别”里把一个计分类别的“经济”改为是")
        self.remark.setText(words.format(economic=economic) if economic else none)
        self.foot.setText(foot_words(view))

    def _show_figures(self, view: YearView, categories: list[Category]) -> None:
        given = {(each.group, each.category): fraction(each.points) for each in view.facts.weights}
        closed = self._writer.why_closed
        for row in self.rows:
            name = row.group.name
            row.count.setText(str(sum(d.takes_part and d.group == name for d in view.facts.departments)))
            for category, field in row.fields.items():
                points = given.get((name, category))
                field.show_saved("" if points is None else plain(points))
                field.setReadOnly(bool(closed))
                if closed:
                    field.setToolTip(closed)
            parts = [Part(c.name, given.get((name, c.name), fraction(0)), c.economic) for c in categories]
            row.sum.show_total(sum((part.points for part in parts), fraction(0)))
            row.bar.show_parts(parts)
            economic = sum((part.points for part in parts if part.economic), fraction(0)) / 100
            row.share.setText((percent(economic) or "").removesuffix("%"))
        self._show_problem()

    def _show_problem(self) -> None:
        found = [field for row in self.rows for field in row.fields.values() if field.reason]
        self.problem.setText(clauses(said(field.accessibleName(), field.reason) for field in found))
        self.problem.setVisible(bool(found))

    def field(self, group: str, category: str) -> FigureField:
        """The field of a group's points for a category. KeyError where there is none."""
        return {row.group.name: row for row in self.rows}[group].fields[category]

    # --- what the user does

    def _go(self, at: int, place: int) -> None:
        names = self._shape[1]
        if 0 <= at < len(self.rows) and 0 <= place < len(names):
            self.rows[at].fields[names[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste(self, at: int, place: int, text: str) -> None:
        names = self._shape[1]
        texts: dict[Place, str] = {}
        for down, line in enumerate(parsed(text)):
            for across, part in enumerate(line):
                if at + down < len(self.rows) and place + across < len(names):
                    texts[self.rows[at + down].group.name, names[place + across]] = part.strip()
        self._write(texts)

    def _write(self, texts: dict[Place, str]) -> None:
        """Save points; a cleared field gives the category none."""
        rows = {(row["group"], row["category"]): row["id"] for row in self._writer.stored("weight")}
        removed = [("weight", rows[place]) for place, text in texts.items() if not text and place in rows]
        typed, fixed, places = [], {}, {}
        for place, text in texts.items():
            if text:
                ref = rows.get(place, "/".join(place))
                places[ref] = place
                fixed[ref] = {"group": place[0], "category": place[1]} if place not in rows else {}
                typed.append(Typed("weight", ref, "points", text))
        which = "、".join(f"{group} {category}" for group, category in texts) if len(texts) < 4 else f"{len(texts)} 格"
        for place, text in texts.items():
            self.field(*place).setText(text)
        told = self._writer.enter(
            typed, f"填写 分值：{which}", {ref: each for ref, each in fixed.items() if each}, removed
        )
        reasons = dict.fromkeys(texts, told) if isinstance(told, str) else {}
        if not isinstance(told, str):
            reasons = {places[ref]: reason for (_, ref, _), reason in told.problems.items()}
        for place, text in texts.items():
            self._show_typed(self.field(*place), text, reasons.get(place, ""))
        self._show_problem()

    def _show_typed(self, field: FigureField, text: str, reason: str) -> None:
        """What was typed stays, with the reason where it could not be saved."""
        if reason:
            field.setText(text)
        elif field.is_changed:
            field.saved = field.text().strip()
        field.mark(reason)

    def go_to(self, group: str) -> None:
        """Put the keyboard into the first field of a group."""
        at = next((at for at, row in enumerate(self.rows) if row.group.name == group), -1)
        self._go(at, 0)


def foot_words(view: YearView) -> str:
    """Caps of what is added and deducted, what becomes of a missing category, and whose share is another for it."""
    translate = QCoreApplication.translate
    facts = view.facts
    caps = [_cap(each) for each in facts.categories if each.kind in ("bonus", "deduction")]
    spread = facts.settings.missing_category == "折算"
    parts = [phrases(caps)] if caps else []
    parts.append(
        translate("Scheme", "缺项折到本部门其他类别")
        if spread
        else translate("Scheme", "缺项的分值失去（可在设置里改为折算）")
    )
    apart = [each for shares in economic_shares(view.assessment) for each in shares.apart]
    told = listed(
        translate("Scheme", "{name} {share}").format(name=name, share=percent(share)) for name, share in apart[:4]
    )
    if told:
        parts.append(
            translate("Scheme", "经济占比因此不同的：{names}").format(names=told + ("…" if len(apart) > 4 else ""))
        )
    return clauses(parts)


def _cap(category: Category) -> str:
    translate = QCoreApplication.translate
    if category.cap is None:
        return translate("Scheme", "{name}不封顶").format(name=category.name)
    return translate("Scheme", "{name}至多 {cap} 分").format(name=category.name, cap=plain(fraction(category.cap)))
