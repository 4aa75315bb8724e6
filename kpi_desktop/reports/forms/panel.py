"""评议汇总表: ballots counted by rater class, extremes struck through, means, weights renormalised, result."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Indicator, RaterClass, Rating
from kpi_desktop.assessment.panels import ClassMean, PanelResult, panel_results
from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    Block,
    Cell,
    Document,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, names
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed

HEADING = Heading("panel")
SIZE = 9.5
MOST_SCORES = 14
"""Different scores of one class that are listed; of more only the number and the extremes."""
A3_CLASSES, A3_WIDTH = 5, 390.0
STRUCK = ("［", "］")
"""Around a ballot that was dropped; the print strikes it through instead."""
Ballots = Mapping[tuple[str, str, str], Sequence[Rating]]


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """All panel indicators of the year."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, _choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    classes = context.facts.rater_classes
    wide_paper = len(classes) >= A3_CLASSES
    room, rows, plans = (A3_WIDTH if wide_paper else LANDSCAPE), tuple(_rows(context)), _plans(classes)
    blocks: list[Block] = [
        Paragraph(_lead(context)),
        Table(laid(plans, rows, room, SIZE), rows, "评议汇总", SIZE),
        *map(Note, _notes(context)),
        Signatures(("计票", "监票", "审核")),
    ]
    return document(context, HEADING, blocks, [("单位", context.office)], paper="a3" if wide_paper else "a4")


def panels(facts: Facts) -> list[Indicator]:
    """The indicators that are rated, as in their sheet."""
    return [indicator for indicator in facts.indicators if indicator.rule.code == "panel"]


def _plans(classes: Sequence[RaterClass]) -> tuple[Plan, ...]:
    whole = sum((fraction(each.weight) for each in classes), Fraction(0))
    of_classes: list[Plan] = []
    for each in classes:
        weight = figures.percent(fraction(each.weight) / whole) if whole else ""
        of_classes += [Plan(f"{each.name}（{weight}）\n各票评分", share=1.0), Plan("均值", 13.5, align=RIGHT)]
    return (
        Plan("部门", 24.0, 34.0),
        *of_classes,
        Plan("折算后权重", 20.0, 34.0, align=CENTRE),
        Plan("评议\n结果", 14.0, 18.0, align=RIGHT),
        Plan("满分", 12.0, 16.0, align=RIGHT),
        Plan("得分", 12.0, 16.0, align=RIGHT),
    )


def _lead(context: ReportContext) -> str:
    listed = panels(context.facts)
    if not listed:
        return f"{context.year}年度没有评议指标。"
    codes = {indicator.code for indicator in listed}
    count = sum(rating.ballots for rating in context.facts.ratings if rating.indicator in codes)
    classes = "、".join(each.name for each in context.facts.rater_classes)
    told = f"评议指标{len(listed)}项：{'、'.join(indicator.name for indicator in listed)}。"
    return told + (f"评委分为{classes}，共收回有效评分{count:,}个。" if count else "尚未收到评分。")


def _rows(context: ReportContext) -> Iterator[Row]:
    width = len(_plans(context.facts.rater_classes))
    results, ballots = panel_results(context.facts), _ballots(context.facts)
    order = list(names(context))
    found = sorted(context.assessment.departments(), key=lambda result: order.index(result.code))
    any_row = False
    for indicator in panels(context.facts):
        rated = [result for result in found if result.line(indicator.code)]
        if not rated:
            continue
        any_row = True
        words = f"{indicator.code} {indicator.name}\u3000{len(rated)}个部门"
        yield Row((Cell(words, bold=True, span=width),), GROUP)
        for result in rated:
            yield _row(context, indicator, result, results.get((indicator.code, result.code)), ballots)
    if not any_row:
        yield nothing("没有评议指标和评分", width)


def _ballots(facts: Facts) -> Ballots:
    found: dict[tuple[str, str, str], list[Rating]] = {}
    for rating in facts.ratings:
        if rating.ballots > 0:
            found.setdefault((rating.indicator, rating.department, rating.rater_class), []).append(rating)
    return found


def _row(
    context: ReportContext, indicator: Indicator, result: DepartmentResult, panel: PanelResult | None, ballots: Ballots
) -> Row:
    means = {each.name: each for each in panel.classes} if panel else {}
    of_classes: list[Cell] = []
    for each in context.facts.rater_classes:
        mean = means.get(each.name)
        if mean is None:
            of_classes += [Cell("无票"), cells.NOT_APPLICABLE]
            continue
        cast = ballots[indicator.code, result.code, each.name]
        of_classes += [Cell(cast_words(cast, mean)), cells.figure(mean.mean, 2)]
    line = result.line(indicator.code)
    assert line is not None
    scored = line.status in ("ok", "assessed")
    return Row(
        (
            Cell(result.name),
            *of_classes,
            Cell(_weights(context, panel)),
            cells.figure(panel.mean if panel else None, 2, bold=True),
            cells.figure(line.full, context.decimals),
            cells.figure(line.score if scored else None, context.decimals, bold=True),
        )
    )


def cast_words(cast: Sequence[Rating], mean: ClassMean) -> str:
    """The ballots of a class from the highest: ［99］ 96 95×2 ［84］; whose they are is not said."""
    counts = Counter[Fraction]()
    for rating in cast:
        counts[fraction(rating.score)] += rating.ballots
    if len(counts) > MOST_SCORES:
        dropped = "，去掉" + "、".join(_struck(each) for each in reversed(mean.dropped)) if mean.dropped else ""
        return f"{mean.ballots}票，最高{figures.plain(max(counts))}、最低{figures.plain(min(counts))}{dropped}"
    low, high = mean.dropped or (None, None)
    parts: list[str] = []
    if high is not None and low is not None:
        counts[high] -= 1
        counts[low] -= 1
        parts.append(_struck(high))
    parts += [_times(score, count) for score, count in sorted(counts.items(), reverse=True) if count > 0]
    return " ".join([*parts, *([_struck(low)] if low is not None else [])])


def _struck(score: Fraction) -> str:
    return f"{STRUCK[0]}{figures.plain(score)}{STRUCK[1]}"


def _times(score: Fraction, count: int) -> str:
    return figures.plain(score) + (f"×{count}" if count > 1 else "")


def _weights(context: ReportContext, panel: PanelResult | None) -> str:
    """The weights of the classes that rated, where some did not; — where nothing had to be renormalised."""
    if panel is None or len(panel.classes) == len(context.facts.rater_classes):
        return "—"
    whole = sum((each.weight for each in panel.classes), Fraction(0))
    return "\n".join(f"{each.name}{figures.percent(each.weight / whole)}" for each in panel.classes)


def _notes(context: ReportContext) -> list[str]:
    trims = [bool(indicator.rule.values.get("去极值", True)) for indicator in panels(context.facts)]
    trimmed = "同一类别满5票的去掉一个最高分和一个最低分（划线），其余取平均；" if any(trims) else "各类别取平均；"
    return [
        f"{trimmed}“×”后为同分票数。",
        "没有评分的类别不参加加权，其权重由其他类别按比例分担；评议结果为百分制，得分＝满分×评议结果÷100，经核定的从核定。",
        "本部门不评本部门；票面不记评委姓名。",
    ]
