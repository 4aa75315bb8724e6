"""经济运行专报: a month's key indicators against their pace, analysis, countermeasures, charts; also the quarter's."""

from collections.abc import Sequence
from fractions import Fraction

from kpi_desktop.assessment.lights import RED, YELLOW
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.pace import DECEMBER, last_ended_month
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import bullets, months
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import Block, Document, Facts, Paragraph, Title
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, footer, meta
from kpi_desktop.reports.forms.lines import BLANK, Cell
from kpi_desktop.reports.forms.monthly_targets import MonthTarget, course_until, month_targets, pace_of, written
from kpi_desktop.reports.forms.outlining import document, story_blocks
from kpi_desktop.reports.forms.story import Column, Story

QUARTER = 3
PERIODS = {3: "第一季度", 6: "上半年", 9: "前三季度", 12: "全年"}
MOST_BARS, MOST_PANELS, MOST_NAMED, FEW_BEARERS = 24, 9, 8, 3


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The report of the chosen month, of the last one that has ended without a choice."""
    return _made(context, month_of(context, choice), "svg")


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = _made(context, month_of(context, choice), "png")
    told = made["blocks"]
    assert isinstance(told, list)
    blocks: list[Block] = [
        Title(str(made["title"])),
        Facts((("期号", str(made["issue"])), ("编号", str(made["number"])))),
        *story_blocks(told),
        Paragraph(str(made["office"]), align="right"),
        Paragraph(str(made["day"]), align="right"),
    ]
    return document(made, blocks, formal=True)


def month_of(context: ReportContext, choice: Choice) -> int:
    """The chosen month, else the last one of the year that has ended by the day of the report, at least January."""
    return choice.month or max(last_ended_month(context.year, context.today), 1)


def _made(context: ReportContext, month: int, pictures: str) -> Data:
    heading = Heading("special", month)
    name = f"{context.year}年{PERIODS.get(month, f'{month}月')}经济运行专报"
    lines = [text.replace(f"{context.year}年度经济运行专报", name) for text in footer(context, heading)]
    return {
        "meta": {**meta(context, heading, landscape=False), "footer": lines},
        "title": context.unit + name,
        "issue": f"第{month}期",
        "number": heading.number(context),
        "blocks": _told(context, month, pictures).blocks,
        "office": context.office,
        "day": figures.day(context.today),
    }


def _told(context: ReportContext, month: int, pictures: str) -> Story:
    story, found = Story(pictures), month_targets(context, month)
    story.section("总体情况")
    if not found:
        story.say(f"{context.year}年没有列为重点、可按进度判断的经济指标。")
        return story
    _overall(story, context, month, found)
    story.section("落后指标的原因和对策")
    _behind(story, context, month, found)
    _others(story, context, month, found)
    if month % QUARTER == 0:
        story.section("本季变化")
        _changes(story, context, month, found)
    story.section("督办和下步要求")
    _next(story, context, month, found)
    return story


def _overall(story: Story, context: ReportContext, month: int, found: list[MonthTarget]) -> None:
    reported = [each for each in found if each.found.actual is not None]
    late = [each for each in reported if each.behind]
    stale = [each for each in reported if each.unreported]
    colours = [
        (name, sum(each.found.light == light for each in found)) for light, name in ((RED, "红"), (YELLOW, "黄"))
    ]
    lit = "、".join(f"{name}灯{count}个" for name, count in colours if count)
    blank = len(found) - len(reported)
    story.say(
        f"截至{month}月底，列为重点的经济指标{len({each.found.code for each in found})}项，"
        f"承担部门的目标{len(found)}个：跟上进度{len(reported) - len(late) - len(stale)}个，落后进度{len(late)}个",
        f"，未按期报送{len(stale)}个" if stale else "",
        f"，尚无数据{blank}个" if blank else "",
        f"（亮{lit}）。" if lit else "，全部正常。" if not blank else "。",
        _ahead(reported),
        f"各项指标累计实绩与应达进度见{story.next_table()}，对照全年目标见{story.next_figure()}。",
    )
    _table(story, found)
    drawn = tuple(_bullet(each) for each in found if each.found.due and each.found.due > 0)[:MOST_BARS]
    if drawn:
        words = f"应达进度（{month}月底）"
        story.figure(
            f"重点经济指标完成全年目标的比例（截至{month}月底）",
            lambda: bullets.bullet_bars(drawn, pace_words=words, words=bullets.PACE_WORDS),
        )
    _courses(story, context, month, reported)


def _ahead(reported: Sequence[MonthTarget]) -> str:
    """Those that have reached the whole year's target already."""
    done = [each for each in reported if each.done is not None and each.done >= 1 and not _lower(each)]
    if not done:
        return ""
    return f"{_named(done)}已完成全年目标。"


def _lower(each: MonthTarget) -> bool:
    return each.found.indicator.rule.declared_lower


def _named(found: Sequence[MonthTarget]) -> str:
    names = "、".join(each.name for each in found[:MOST_NAMED])
    return names if len(found) <= MOST_NAMED else f"{names}等{len(found)}项"


def _bullet(each: MonthTarget) -> bullets.Bullet:
    actual = each.found.actual
    done = "空" if each.done is None else figures.percent(each.done, 1)
    value = "" if actual is None else each.worded(actual)
    return bullets.Bullet(_short(each.name, 19), each.done, None, each.due_by_now, not each.behind, done, value)


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _table(story: Story, found: Sequence[MonthTarget]) -> None:
    columns = [
        Column("指\u3000标", align="left"),
        Column("承担部门", align="left"),
        Column("单位", align="center"),
        Column("累计实绩", strong=True),
        Column("应达进度"),
        Column("全年应完成"),
        Column("完成比例"),
        Column("灯", align="center"),
    ]
    rows: list[list[Cell]] = []
    for each in found:
        actual, done = each.text(each.found.actual), each.done
        rows.append(
            [
                each.found.indicator.name,
                each.bearer,
                each.found.indicator.unit or None,
                BLANK if actual is None else actual,
                each.text(each.found.pace),
                each.text(each.found.due),
                None if done is None else figures.percent(done, 1),
                cells.light_words(each.found.light),
            ]
        )
    story.table("重点经济指标进度", columns, rows)


def _courses(story: Story, context: ReportContext, month: int, reported: Sequence[MonthTarget]) -> None:
    drawn = []
    for each in sorted(reported, key=lambda each: not each.behind):
        actual = course_until(context.facts, each, month)
        if len(actual) < 2 or each.found.pace is None:
            continue
        last = max(actual)
        label = f"{last}月{each.worded(actual[last])}，应达{each.text(each.found.pace)}"
        drawn.append(months.Course(_short(each.name, 15), actual, pace_of(each), label, each.behind))
    if drawn:
        shown = tuple(drawn[:MOST_PANELS])
        more = f"（列前{MOST_PANELS}项，落后的在前）" if len(drawn) > MOST_PANELS else ""
        story.say(f"逐月实绩与应达进度对照见{story.next_figure()}。")
        story.figure(f"重点经济指标逐月实绩与应达进度{more}", lambda: months.month_lines(shown))


def _behind(story: Story, context: ReportContext, month: int, found: Sequence[MonthTarget]) -> None:
    late = sorted((each for each in found if each.behind), key=lambda each: (each.found.light != RED, -_lag(each)))
    for each in late:
        story.point(each.name, "".join(_why(context, month, each)))
    if not late:
        story.say("重点经济指标没有落后于进度的。")


def _lag(each: MonthTarget) -> Fraction:
    return each.found.lag or Fraction(0)


def _standing(each: MonthTarget) -> str:
    """How far it is behind."""
    found = each.found
    assert found.actual is not None and found.pace is not None
    return (
        f"截至{found.month}月累计{each.worded(found.actual)}，应达{each.worded(found.pace)}，"
        f"落后全年目标的{figures.percent(_lag(each), 1)}"
    )


def _why(context: ReportContext, month: int, each: MonthTarget) -> list[str]:
    told = [f"{each.bearer}承担，亮{_light(each)}灯：{_standing(each)}。"]
    entry = written(context.facts, each, _months(month))
    if entry is None:
        return [*told, f"责任部门没有填报{'本季' if month % QUARTER == 0 else '本月'}的分析和对策。"]
    when = "" if entry.month == month else f"（{entry.month}月填报）"
    told += [f"原因{when}：{_sentence(entry.analysis)}"] if entry.analysis else []
    return told + ([f"对策{when}：{_sentence(entry.countermeasure)}"] if entry.countermeasure else [])


def _light(each: MonthTarget) -> str:
    return {RED: "红", YELLOW: "黄"}[each.found.light]


def _months(month: int) -> Sequence[int]:
    """The months whose words count: the month's own, at a quarter's end all three."""
    return range(month - QUARTER + 1, month + 1) if month % QUARTER == 0 else (month,)


def _sentence(text: str) -> str:
    trimmed = " ".join(text.split())
    return trimmed if trimmed.endswith(("。", "！", "？", ".", "；")) else f"{trimmed}。"


def _others(story: Story, context: ReportContext, month: int, found: Sequence[MonthTarget]) -> None:
    """What was written on indicators that keep pace, and which of the other economic ones do not."""
    told = [(each, written(context.facts, each, _months(month))) for each in found if not each.behind]
    points = [(each, entry) for each, entry in told if entry]
    others = [each for each in month_targets(context, month, key=False) if each.behind]
    if not points and not others:
        return
    story.section("其他指标")
    for each, entry in points:
        parts = [f"{each.bearer}分析：{_sentence(entry.analysis)}" if entry.analysis else ""]
        parts.append(f"对策：{_sentence(entry.countermeasure)}" if entry.countermeasure else "")
        story.point(each.name, "".join(parts))
    if others:
        story.say(f"其他经济指标中落后于进度的有{_by_indicator(others)}。")


def _by_indicator(found: Sequence[MonthTarget]) -> str:
    """Each indicator once, with its departments while these are few."""
    bearers: dict[str, list[str]] = {}
    for each in found:
        bearers.setdefault(each.found.indicator.name, []).extend(each.bearers)
    return "、".join(
        f"{name}（{'、'.join(own) if len(own) <= FEW_BEARERS else f'{len(own)}个部门'}）"
        for name, own in bearers.items()
    )


def _changes(story: Story, context: ReportContext, month: int, found: Sequence[MonthTarget]) -> None:
    if month == QUARTER:
        story.say("第一季度没有上一季度可比。")
        return
    before = {(each.found.code, each.found.department): each.behind for each in month_targets(context, month - QUARTER)}
    keys = [((each.found.code, each.found.department), each) for each in found]
    worse = [each for key, each in keys if each.behind and not before.get(key, False)]
    better = [each for key, each in keys if not each.behind and before.get(key, False)]
    still = [each for key, each in keys if each.behind and before.get(key, False)]
    parts = [
        f"新落后于进度的有{_named(worse)}" if worse else "",
        f"赶上进度的有{_named(better)}" if better else "",
        f"两季末都落后的有{_named(still)}" if still else "",
    ]
    told = "；".join(part for part in parts if part)
    story.say(f"与上一季度末相比，{told}。" if told else "与上一季度末相比，各项指标都跟上进度，没有变化。")


def _next(story: Story, context: ReportContext, month: int, found: Sequence[MonthTarget]) -> None:
    names = {result.code: result.name for result in context.assessment.departments()}
    titles = {indicator.code: indicator.name for indicator in context.facts.indicators}
    issued = [
        each
        for each in context.facts.directives
        if each.indicator and (each.day.year, each.day.month) == (context.year, month)
    ]
    for each in issued:
        who = names.get(each.department or "", each.department or "")
        title = titles.get(each.indicator or "", each.indicator)
        story.say(f"本月就“{title}”向{who}发出{COLOURS[each.colour]}色督办单{each.number or ''}。")
    late = list(dict.fromkeys(name for each in found if each.behind for name in each.bearers))
    wanting = [each for each in found if each.found.actual is None or each.unreported]
    blank = list(dict.fromkeys(name for each in wanting for name in each.bearers))
    if late:
        then = "年终考核按实绩计分，未完成的转入下年跟踪" if month == DECEMBER else "下月专报报告进展"
        story.say(f"{'、'.join(late)}要对照应达进度倒排时间，逐项落实对策，{then}。")
    if blank:
        story.say(f"{'、'.join(blank)}要补报数据，不能以空白代替实绩。")
    if not late and not blank:
        story.say("各承担部门要保持进度，按月报送数据和分析。")
