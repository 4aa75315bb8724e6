"""The annual report, part three: the key economic indicators, with charts."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import bullets, months
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import annual_shares
from kpi_desktop.reports.forms.key_targets import (
    KeyTarget,
    actual_by_month,
    courses,
    key_targets,
    last_words,
    pace_by_month,
)
from kpi_desktop.reports.forms.lines import BLANK, Cell
from kpi_desktop.reports.forms.story import Column, Story

MOST_BARS, MOST_PANELS, FEW_BEARERS = 24, 9, 2


def tell(story: Story, context: ReportContext) -> None:
    """三、主要经济指标完成情况."""
    story.section("主要经济指标完成情况")
    found = key_targets(context)
    if not found:
        story.say("本年度没有列为重点的经济指标。")
        return
    story.part("总体情况")
    _overall(story, found)
    _progress(story, context, found)
    annual_shares.tell(story, context)
    story.part("未达目标的指标")
    _missed(story, context, [each for each in found if not each.line.reached and each.goal is not None])


def _overall(story: Story, found: Sequence[KeyTarget]) -> None:
    judged = [each for each in found if each.goal is not None]
    reached = [each for each in judged if each.line.reached]
    blank = [each for each in judged if each.value is None]
    counts = f"{len(reached)}项达到或超过目标，{len(judged) - len(reached)}项未达到"
    counts += f"（其中{len(blank)}项没有数据）" if blank else ""
    count = len({each.indicator.code for each in found})
    story.say(f"列为重点的经济指标{count}项，承担部门的目标{len(found)}个，其中{counts}。", *_leading(judged))
    drawn = bullets_of(judged)[:MOST_BARS]
    picture = f"，对照目标见{story.next_figure()}" if drawn else ""
    story.say(f"各项目标与实绩见{story.next_table()}{picture}。")
    _table(story, found)
    if drawn:
        more = f"，列前{MOST_BARS}项" if len(judged) > MOST_BARS else ""
        story.figure(f"重点经济指标完成率（以确保目标为100%{more}）", lambda: bullets.bullet_bars(drawn))


def _leading(judged: Sequence[KeyTarget]) -> list[str]:
    """A sentence on every target that has a 力争 beside its 确保."""
    found = []
    for each in judged:
        stretch = each.target.stretch
        if each.value is None or each.ratio is None or each.stretch_ratio is None or stretch is None:
            continue
        words = f"{each.name}完成{each.text(each.value)}，为确保目标的{figures.percent(each.ratio, 1)}"
        gap = fraction(stretch) - each.value
        words += (
            f"，距力争目标{each.text(stretch)}差{each.text(gap)}" if gap > 0 else f"，达到力争目标{each.text(stretch)}"
        )
        found.append(f"{words}。")
    return found


def bullets_of(found: Sequence[KeyTarget]) -> tuple[bullets.Bullet, ...]:
    """The targets that have a goal as bars against it; one without a value is drawn empty."""
    judged = [each for each in found if each.goal is not None]
    return tuple(_bullet(each) for each in judged if each.ratio is not None or each.value is None)


def _bullet(each: KeyTarget) -> bullets.Bullet:
    ratio = each.ratio
    percent = "空" if ratio is None else figures.percent(ratio, 1)
    value = _value(each) or ""
    return bullets.Bullet(_short(each.name, 19), ratio, each.stretch_ratio, None, each.line.reached, percent, value)


def _value(each: KeyTarget) -> str | None:
    return each.text(each.value, 2 if in_percent(each.indicator) else None)


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _table(story: Story, found: Sequence[KeyTarget]) -> None:
    columns = [
        Column("指\u3000标", align="left"),
        Column("承担部门", align="left"),
        Column("确保目标"),
        Column("力争目标"),
        Column("实\u3000绩", strong=True),
        Column("完成率"),
        Column("结果", align="center"),
    ]
    rows: list[list[Cell]] = []
    for each in found:
        bearers = each.bearers[0] if len(each.bearers) == 1 else f"{each.bearers[0]}等{len(each.bearers)}个"
        value = _value(each)
        ratio = each.ratio
        outcome: Cell = (
            None if each.goal is None else BLANK if each.value is None else "达到" if each.line.reached else "未达到"
        )
        rows.append(
            [
                each.indicator.name,
                bearers,
                each.text(each.target.base),
                each.text(each.target.stretch) if each.indicator.rule.uses_stretch else None,
                BLANK if value is None else value,
                None if ratio is None else figures.percent(ratio, 1),
                outcome,
            ]
        )
    rated = any(in_percent(each.indicator) for each in found)
    story.table(f"重点经济指标完成情况{'（带%的为增幅或比率）' if rated else ''}", columns, rows)


def _progress(story: Story, context: ReportContext, found: Sequence[KeyTarget]) -> None:
    drawn: list[months.Course] = []
    behind_at_half: list[KeyTarget] = []
    behind_at_end: list[KeyTarget] = []
    for each, course in year_courses(context, found):
        late = {month for month, value in course.actual.items() if _worse(each, value, course.pace[month])}
        behind_at_half += [each] if 6 in late else []
        behind_at_end += [each] if course.behind else []
        drawn.append(course)
    if not drawn:
        return
    story.part("全年进度")
    half = f"上半年末落后应达进度的有{_named(behind_at_half)}" if behind_at_half else "上半年末没有落后应达进度的指标"
    end = f"年末仍落后的有{_named(behind_at_end)}" if behind_at_end else "年末均不落后"
    more = f"（列前{MOST_PANELS}项）" if len(drawn) > MOST_PANELS else ""
    story.say(f"{half}；{end}。逐月实绩与应达进度对照见{story.next_figure()}{more}。")
    shown = tuple(drawn[:MOST_PANELS])
    story.figure("重点经济指标逐月实绩与应达进度", lambda: months.month_lines(shown))


def year_courses(context: ReportContext, found: Sequence[KeyTarget]) -> list[tuple[KeyTarget, months.Course]]:
    """The targets that have a pace and two reported months at least, each with its year."""
    values, drawn = courses(context.facts), []
    for each in found:
        due = pace_by_month(each)
        actual = actual_by_month(each, values.get((each.indicator.code, each.target.department), {}))
        if due and len(actual) >= 2:
            behind = _worse(each, actual[max(actual)], due[max(actual)])
            drawn.append((each, _course(each, actual, due, behind)))
    return drawn


def _worse(each: KeyTarget, actual: Fraction, due: Fraction) -> bool:
    return actual > due if each.line.lower_better else actual < due


def _course(
    each: KeyTarget, actual: Mapping[int, Fraction], due: Mapping[int, Fraction], behind: bool
) -> months.Course:
    last, unit = max(actual), each.indicator.unit or ""
    label = f"{last}月{figures.plain(actual[last])}{unit}，应达{figures.short(due[last])}"
    return months.Course(_short(each.name, 15), actual, due, label, behind)


def _missed(story: Story, context: ReportContext, missed: Sequence[KeyTarget]) -> None:
    by_indicator: dict[str, list[KeyTarget]] = {}
    for each in missed:
        by_indicator.setdefault(each.indicator.code, []).append(each)
    for found in by_indicator.values():
        story.point(found[0].indicator.name, "".join(part for each in found for part in _why(context, each)))
    if not missed:
        story.say("重点经济指标全部达到目标。")
    others = [each for each in key_targets(context, key=False) if each.goal is not None and not each.line.reached]
    if others:
        story.say(f"其他经济指标中，{_named(others)}未达到目标。")


def _named(found: Sequence[KeyTarget]) -> str:
    """The targets by indicator, with their departments while these are few."""
    by_indicator: dict[str, list[str]] = {}
    for each in found:
        by_indicator.setdefault(each.indicator.name, []).extend(each.bearers)
    return "、".join(
        f"{name}（{'、'.join(bearers) if len(bearers) <= FEW_BEARERS else f'{len(bearers)}个部门'}）"
        for name, bearers in by_indicator.items()
    )


def _why(context: ReportContext, each: KeyTarget) -> list[str]:
    bearers = "、".join(each.bearers) if len(each.bearers) <= FEW_BEARERS else f"{len(each.bearers)}个部门"
    if each.value is None or each.goal is None:
        return [f"{bearers}没有数据，按未达到目标计。"]
    word = "高于" if each.line.lower_better else "低于"
    verb = "全年增长" if each.indicator.rule.measure == "增幅" else "全年完成"
    found = [f"{bearers}{verb}{_value(each)}，{word}目标{each.distance()}。"]
    told = last_words(context.facts, each)
    if told and told.analysis:
        found.append(_sentence(told.analysis))
    if told and told.countermeasure:
        found.append(f"下步措施：{_sentence(told.countermeasure)}")
    return found


def _sentence(text: str) -> str:
    """What somebody wrote, ended as a sentence."""
    trimmed = " ".join(text.split())
    return trimmed if trimmed.endswith(("。", "！", "？", ".", "；")) else f"{trimmed}。"
