"""The annual report, part one: who was assessed, on what, how, and what the year-end check found."""

from collections import Counter

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, GradeBand
from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.names import RULE_NAMES
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.lines import Cell
from kpi_desktop.reports.forms.standing import group_name
from kpi_desktop.reports.forms.story import Column, Story


def tell(story: Story, context: ReportContext) -> None:
    """一、考核工作概况."""
    story.section("考核工作概况")
    story.part("考核对象与分组")
    story.say(*_subjects(context))
    story.part("考核内容与办法")
    _contents(story, context)
    story.say(*_rules(context.facts))
    story.say(*_bands(context.facts))
    story.part("年终对表与申诉")
    story.say(_check(context), _appeals(context.facts))


def _subjects(context: ReportContext) -> list[str]:
    results = context.assessment.departments()
    if not results:
        return [f"{context.year}年度还没有参加考核的部门。"]
    groups = [group for group in context.assessment.groups if group.departments]
    listed = "、".join(f"{group_name(group)}{len(group.departments)}个" for group in groups)
    split = f"分为{len(groups)}个组：{listed}" if len(groups) > 1 else f"列入{listed}"
    found = [f"{context.year}年度共有{len(results)}个部门参加考核，{split}。"]
    if len(groups) > 1:
        found.append("各组分别排名，分别确定等次。")
    outside = [department.name for department in context.facts.departments if not department.takes_part]
    if outside:
        found.append(f"另有{len(outside)}个单位承担督查任务，不参加考核：{'、'.join(outside)}。")
    return found


def _contents(story: Story, context: ReportContext) -> None:
    facts = context.facts
    scored = [category for category in facts.categories if category.kind == "scored"]
    key = sum(indicator.key for indicator in facts.indicators)
    names = "、".join(category.name for category in scored)
    named = f"考核内容为{names}{len(scored)}类。" if scored else "考核内容尚未设定。"
    counted = f"列入考核的指标{len(facts.indicators)}项、任务{len(facts.tasks)}项"
    counted = counted if facts.indicators or facts.tasks else "没有列入考核的指标和任务"
    keys = f"，其中重点经济指标{key}项" if key else ""
    weighted = f"各组分值权重见{story.next_table()}。" if facts.weights else ""
    story.say(f"{named}{counted}{keys}。{weighted}")
    if not facts.weights:
        return
    points = {(weight.group, weight.category): weight.points for weight in facts.weights}
    rows: list[list[Cell]] = []
    for group in facts.groups:
        own = [points.get((group.name, category.name)) for category in scored]
        economic = sum((fraction(p) for p, c in zip(own, scored, strict=True) if p and c.economic), fraction(0))
        cells: list[Cell] = [figures.plain(each) if each else None for each in own]
        whole = sum((fraction(each) for each in own if each), fraction(0))
        rows.append([group.name, *cells, figures.plain(whole), figures.percent(economic / 100)])
    heads = [Column("分组", align="left"), *(Column(category.name) for category in scored)]
    story.table("各组分值权重（单位：分）", [*heads, Column("合计", strong=True), Column("经济指标占比")], rows)


def _rules(facts: Facts) -> list[str]:
    used = Counter(indicator.rule.code for indicator in facts.indicators)
    names = [RULE_NAMES[code] for code, _ in used.most_common() if code != "panel"]
    found = []
    if names:
        found.append(f"指标以实绩对照目标，按{'、'.join(names)}办法计分。")
    if facts.tasks:
        late = figures.percent(facts.settings.late_share)
        found.append(f"任务按节点和完成情况计分，迟延完成的按{late}计分。")
    if facts.rater_classes and used["panel"]:
        whole = sum((fraction(each.weight) for each in facts.rater_classes), fraction(0))
        classes = [f"{each.name}（{figures.percent(fraction(each.weight) / whole)}）" for each in facts.rater_classes]
        found.append(f"评议指标由{'、'.join(classes)}评分，加权平均。")
    extra = _extra(facts)
    found.append(f"总分为各类得分{'与加减分' if extra else ''}之和，满分100分。")
    return [*found, extra]


def _extra(facts: Facts) -> str:
    words = {"bonus": "加分", "deduction": "扣分", "veto": "一票否决"}
    found = []
    for category in facts.categories:
        if category.kind in words:
            cap = f"（至多{figures.plain(category.cap)}分）" if category.cap is not None else ""
            found.append(f"{category.name}{cap}")
    return f"加减分和否决事项有{'、'.join(found)}。" if found else ""


def _bands(facts: Facts) -> list[str]:
    common = [band for band in facts.bands if band.group is None]
    own = sorted({band.group for band in facts.bands if band.group})
    found = []
    if common:
        found.append(f"等次分为{'、'.join(band.name for band in common)}：{'，'.join(map(_band, common))}。")
    if own:
        found.append(f"{'、'.join(own)}另定等次标准。")
    ties = "、".join(facts.settings.tie_break)
    return [*found, f"总分相同的，依次比较{ties}。" if ties else ""]


def _band(band: GradeBand) -> str:
    rooms = []
    if band.room_share is not None:
        rooms.append(f"不超过本组{figures.percent(band.room_share)}")
    if band.room is not None:
        rooms.append(f"不超过{band.room}个")
    base = f"{figures.plain(band.minimum)}分以上" if band.minimum > 0 else "其余"
    return f"{base}{'且' + '、'.join(rooms) if rooms else ''}的为{band.name}"


def _check(context: ReportContext) -> str:
    found = gaps(context.assessment, context.today)
    explained = sum(gap.explained for gap in found)
    if not found:
        return "年终对表检查没有发现空白。"
    told = f"已书面说明{explained}项，待补{len(found) - explained}项" if explained < len(found) else "均已书面说明"
    return f"年终对表检查有空白或缺口{len(found)}项，{told}。"


def _appeals(facts: Facts) -> str:
    if not facts.appeals:
        return "没有收到申诉。"
    counts = Counter(appeal.result or "未决" for appeal in facts.appeals)
    parts = [f"{name}{counts[name]}件" for name in ("采纳", "部分采纳", "不采纳", "未决") if counts[name]]
    return f"收到申诉{len(facts.appeals)}件，其中{'、'.join(parts)}。"
