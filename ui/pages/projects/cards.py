"""The words and shares of a project's card."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from ui.terms import blank_word, term
from ui.words import amount, percent

if TYPE_CHECKING:
    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.projects import StageCount
    from kpi_desktop.reports.forms.wall_cards import WallCard
    from ui.year import YearView

NEVER = date.max


def edge_style(card: WallCard) -> Qt.PenStyle:
    """A card of a project that is not signed yet is dashed."""
    return Qt.PenStyle.SolidLine if card.reached else Qt.PenStyle.DashLine


def day_words(view: YearView, day: date | None) -> str:
    """A day, without the year where it is the year on screen."""
    if day is None:
        return blank_word()
    return f"{day:%m-%d}" if day.year == view.year else str(day)


def rate_words(count: StageCount | None) -> str:
    """A rate, a dash where nothing was due."""
    return percent(count.rate, 1) or "–" if count else "–"


def investment(card: WallCard) -> str:
    """总投资 8.00 亿元."""
    words = QCoreApplication.translate("Cards", "总投资 {amount} 亿元")
    return words.format(amount=two(card.project.investment))


def two(value: Exact | None) -> str:
    """An amount with two decimals, 空 for a blank."""
    from kpi_desktop.reports import figures

    return blank_word() if value is None else figures.fixed(value, 2)


def reached_words(view: YearView, card: WallCard) -> str:
    """落地 05-20."""
    translate = QCoreApplication.translate
    if not card.reached:
        return translate("Cards", "还没签约")
    step = card.steps[card.reached - 1]
    return translate("Cards", "{stage} {day}").format(stage=term(step.stage.name), day=day_words(view, step.reached))


def plan_words(view: YearView, card: WallCard) -> str:
    """计划 05-31 of the stage that was reached."""
    if not card.reached:
        return ""
    planned = card.steps[card.reached - 1].planned
    words = QCoreApplication.translate("Cards", "计划 {day}")
    return words.format(day=day_words(view, planned)) if planned else ""


def next_words(view: YearView, card: WallCard) -> tuple[str, int, bool]:
    """What comes next, by how many days it is late (a day of another year is shorter then), whether it has no date."""
    translate = QCoreApplication.translate
    if card.reached == len(card.steps):
        late = card.steps[-1].late
        words = translate("Cards", "已投产 · 迟到 {days} 天") if late else translate("Cards", "已投产 · 按期")
        return words.format(days=late), 0, False
    step = card.steps[card.reached]
    if step.planned is None:
        return translate("Cards", "应{stage}").format(stage=term(step.stage.name)), 0, True
    day = f"{step.planned:%y-%m-%d}" if step.late and step.planned.year != view.year else day_words(view, step.planned)
    words = translate("Cards", "应{stage} {day}").format(stage=term(step.stage.name), day=day)
    return words, step.late, False


def money_words(card: WallCard) -> str:
    """完成 / 计划."""
    return f"{two(card.project.year_done)} / {two(card.project.year_plan)}"


def money_share(card: WallCard) -> float:
    """The year's investment done as a share of what was planned, for a bar."""
    done, plan = card.project.year_done, card.project.year_plan
    return float(done / plan) if done is not None and plan else 0.0


def year_gone(view: YearView) -> float:
    """The share of the year that is gone by the day: where the bar should stand."""
    first, last = date(view.year, 1, 1), date(view.year, 12, 31)
    return min(max(((view.day - first).days + 1) / ((last - first).days + 1), 0.0), 1.0)


def whole_words(view: YearView, card: WallCard) -> str:
    """All of a card for its hint."""
    translate = QCoreApplication.translate
    lines = [f"{card.project.code} {card.project.name}", f"{view.name(card.project.department)} · {investment(card)}"]
    for step in card.steps:
        words = translate("Cards", "{stage}：计划 {planned}，到达 {reached} {mark}")
        planned, reached = day_words(view, step.planned), day_words(view, step.reached)
        lines.append(
            words.format(stage=term(step.stage.name), planned=planned, reached=reached, mark=step.mark).strip()
        )
    plan = translate("Cards", "年内投资 {done}，计划 {plan}")
    lines.append(
        plan.format(
            done=amount(card.project.year_done) or blank_word(), plan=amount(card.project.year_plan) or blank_word()
        )
    )
    return "\n".join(lines)
