"""The annual report, part three: how departments kept pace month by month, and who brought how much."""

from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import contribution, heat
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.contributions import bars
from kpi_desktop.reports.forms.pace_map import heat_rows
from kpi_desktop.reports.forms.story import Story

MOST_ROWS, MOST_BARS = 26, 20


def tell(story: Story, context: ReportContext) -> None:
    """各部门进度 and 贡献份额, each where there is something to show."""
    _pace(story, context)
    _shares(story, context)


def _pace(story: Story, context: ReportContext) -> None:
    rows = heat_rows(context)[:MOST_ROWS]
    if not rows:
        return
    story.part("各部门按月进度")
    kept = sum(share == 1 for row in rows for share in row.shares.values())
    judged = sum(len(row.shares) for row in rows)
    story.say(
        f"以各部门当月报送的指标与应达进度对照，全年{len(rows)}个部门共{judged}个部门月，"
        f"其中{kept}个部门月的指标全部跟上进度，见{story.next_figure()}。"
    )
    story.figure("各部门按月跟上进度的指标数（跟上／当月报送）", lambda: heat.heat_map(rows))


def _shares(story: Story, context: ReportContext) -> None:
    drawn = tuple(each for each in bars(context, key=False) if len(each.parts) > 1)[:MOST_BARS]
    if not drawn:
        return
    story.part("贡献份额")
    told = [
        f"{each.name}由{each.parts[0].name}贡献最多，占{figures.percent(each.parts[0].share, 1)}" for each in drawn[:3]
    ]
    story.say(
        f"由多个部门共同承担、数额可以相加的指标有{len(drawn)}项，各部门贡献份额见{story.next_figure()}。",
        f"其中{'；'.join(told)}。",
    )
    story.figure("共同承担指标的贡献份额", lambda: contribution.contribution_bars(drawn))
