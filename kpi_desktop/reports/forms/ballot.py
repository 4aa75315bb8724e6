"""评议票: a blank ballot for one rater class, departments as rows, ready to hand out."""

from collections.abc import Sequence

from kpi_desktop.assessment.facts import Department, Facts, Indicator
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    Block,
    Cell,
    Column,
    Document,
    Note,
    Row,
    Table,
    Title,
)
from kpi_desktop.reports.forms.blocks import (
    Facts as Line,
)
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, meta, title
from kpi_desktop.reports.forms.outlining import document
from kpi_desktop.reports.forms.panel import panels

LEVELS = (("好", "90—100分", "95"), ("较好", "80—89分", "85"), ("一般", "60—79分", "70"), ("差", "0—59分", "50"))
"""What a tick means where no points are written: the level, its range, the points it counts."""
MOST_TICKED = 2
"""Panel indicators that fit beside each other with boxes to tick; of more only the points are written."""
BOX, NOT_RATED = "□", "／"
PAGE_WIDTH, PLACE_WIDTH = 176.0, 10.0
_BETWEEN = "-"


def subjects(context: ReportContext) -> list[tuple[str, str]]:
    """A ballot for every rater class; where departments rate each other, one for each of them without its own row."""
    if not panels(context.facts):
        return []
    found: list[tuple[str, str]] = []
    for each in context.facts.rater_classes:
        if _between_departments(context.facts, each.name):
            own = _rated(context)
            found += [(f"{each.name}{_BETWEEN}{d.code}", f"{each.name}：{d.name}（不含本部门）") for d in own]
        else:
            found.append((each.name, each.name))
    return found


def labels(context: ReportContext) -> dict[str, str]:
    """What the file of each is called: 部门互评D01经济发展局."""
    between = [each.name for each in context.facts.rater_classes if _between_departments(context.facts, each.name)]
    return {f"{name}{_BETWEEN}{d.code}": f"{name}{d.code}{d.name}" for name in between for d in _rated(context)}


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The ballot of the chosen class; of the first without a choice. KeyError on one that is not there."""
    name, rater = _chosen(context, choice)
    listed = panels(context.facts)
    heading = Heading("ballot", _serial(context, name), name)
    ticked = len(listed) <= MOST_TICKED
    return {
        "meta": meta(context, heading, landscape=False),
        "title": title(context, "ballot"),
        "class": name,
        "rater": rater.name if rater else None,
        "number": heading.number(context),
        "day": figures.day(context.today),
        "indicators": [indicator.name for indicator in listed],
        "ticked": ticked,
        "levels": [level for level, _, _ in LEVELS],
        "rows": _rows(context, listed, rater),
        "notes": _notes(ticked, rater),
        "closing": [],
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    rows, indicators = made["rows"], made["indicators"]
    assert isinstance(rows, list) and isinstance(indicators, list)
    heads = [[*(level for level, _, _ in LEVELS), "评分"] if made["ticked"] else ["评分"] for _ in indicators]
    count = sum(map(len, heads))
    name_width = 46.0
    width = round((PAGE_WIDTH - PLACE_WIDTH - name_width) / max(count, 1), 2)
    titles = [f"{name}\n{head}" for name, own in zip(indicators, heads, strict=True) for head in own]
    columns = [Column("序号", PLACE_WIDTH, CENTRE), Column("被评部门", name_width)]
    columns += [Column(each, width, CENTRE) for each in titles]
    listed = [Row((Cell(row["place"]), Cell(row["name"]), *_boxes(row["rated"], bool(made["ticked"])))) for row in rows]
    pairs = [("评委类别", str(made["class"])), ("编号", str(made["number"]))]
    pairs += [("评议部门", str(made["rater"]))] if made["rater"] else []
    notes = made["notes"]
    assert isinstance(notes, list)
    blocks: list[Block] = [Title(str(made["title"])), Line(tuple(pairs)), *map(Note, notes)]
    return document(made, [*blocks, Table(tuple(columns), tuple(listed), "评议票")])


def _boxes(rated: Sequence[bool], ticked: bool) -> list[Cell]:
    found: list[Cell] = []
    for each in rated:
        found += [Cell(BOX if each else NOT_RATED) for _ in LEVELS] if ticked else []
        found.append(Cell("" if each else NOT_RATED))
    return found


def _chosen(context: ReportContext, choice: Choice) -> tuple[str, Department | None]:
    listed = subjects(context)
    wanted = choice.subject or (listed[0][0] if listed else "")
    for each in context.facts.rater_classes:
        if wanted == each.name:
            return each.name, None
        for department in _rated(context):
            if wanted == f"{each.name}{_BETWEEN}{department.code}":
                return each.name, department
    raise KeyError(wanted)


def _serial(context: ReportContext, name: str) -> int:
    return [each.name for each in context.facts.rater_classes].index(name) + 1


def _between_departments(facts: Facts, name: str) -> bool:
    """Whether the raters of a class are departments: it says so, or its ratings came from departments."""
    if "互评" in name:
        return True
    return any(rating.rater_class == name and rating.rater_department for rating in facts.ratings)


def _rated(context: ReportContext) -> list[Department]:
    """The departments that bear a panel indicator, as in their sheet."""
    codes = {indicator.code for indicator in panels(context.facts)}
    bearing = {target.department for target in context.facts.targets if target.indicator in codes}
    return [
        department for department in context.facts.departments if department.takes_part and department.code in bearing
    ]


def _rows(context: ReportContext, listed: Sequence[Indicator], rater: Department | None) -> list[dict[str, object]]:
    borne = {(target.indicator, target.department) for target in context.facts.targets}
    others = [department for department in _rated(context) if department is not rater]
    return [
        {
            "place": str(at),
            "name": department.name,
            "rated": [(indicator.code, department.code) in borne for indicator in listed],
        }
        for at, department in enumerate(others, 1)
    ]


def _notes(ticked: bool, rater: Department | None) -> list[str]:
    ranges = "，".join(f"{level}{span}" for level, span, _ in LEVELS)
    points = "、".join(f"{level}{counts}分" for level, _, counts in LEVELS)
    how = (
        "每个部门每项在一个等级的方框内打“√”，也可以直接在“评分”栏写0至100的分数"
        if ticked
        else "每个部门每项写0至100的分数"
    )
    found = [f"{how}；等级与分数的对应：{ranges}。"]
    if ticked:
        found.append(f"只打“√”不写分数的，按{points}计；两样都填的，以分数为准；一项打两个“√”的，该项无效。")
    if rater:
        found.append(f"本票由{rater.name}填写，已不列本部门；填写后密封交回。")
    else:
        found.append("不记名填写，填写后当场收回或密封交回。")
    return [*found, "“／”为该部门不评此项；空白的不计票。"]
