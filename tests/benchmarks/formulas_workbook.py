"""The workbook of formulas that an office would keep instead: the same lines, full marks, scores, totals and ranks."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kpi_desktop.assessment.facts import Facts
from tests.benchmarks.years import POINTS

FIRST = 2
HEADINGS = (
    *("部门", "类别", "编码", "分值", "系数", "确保", "力争", "上年", "实绩", "计分办法", "封顶或基本", "扣", "步"),
    *("权重", "状态", "取值", "得分率", "整", "余", "满分", "得分"),
)
PARAMETERS = {
    "completion": (1, None, None),
    "tiered": (0.8, None, None),
    "growth": (None, 0.1, None),
    "shortfall": (None, 0.02, 0.01),
    "reverse": (None, 1, None),
}


def write(facts: Facts, path: Path) -> None:
    """A sheet of lines and one of departments, every figure a formula over typed inputs."""
    book = Workbook()
    lines: Worksheet = book.active
    lines.title = "L"
    lines.append([*HEADINGS])
    indicators = {indicator.code: indicator for indicator in facts.indicators}
    actuals = {(actual.indicator, actual.department): actual.value for actual in facts.actuals}
    by_block: dict[tuple[str, str], list] = {}
    for target in facts.targets:
        by_block.setdefault((target.department, indicators[target.indicator].category), []).append(target)
    row = FIRST
    for (department, category), targets in by_block.items():
        block = (row, row + len(targets) - 1)
        for target in targets:
            figures = [target.points, target.multiplier, target.base, target.stretch, target.prior]
            actual, rule = actuals[target.indicator, department], indicators[target.indicator].rule
            typed = [actual, rule.name, *PARAMETERS.get(rule.code, (None, None, None))]
            lines.append([department, category, target.indicator, *figures, *typed])
            _formulas(lines, row, block, POINTS[category])
            row += 1
    _departments(book.create_sheet("D"), facts)
    book.save(path)


def _formulas(sheet: Worksheet, row: int, block: tuple[int, int], points: int) -> None:
    first, last = block
    r = row
    sheet[f"N{r}"] = f"=D{r}*E{r}"
    sheet[f"O{r}"] = (
        f'=IF(OR(F{r}="",F{r}<=0),"缺目标",IF(AND(J{r}="确保力争",OR(G{r}="",G{r}<=F{r})),"缺目标",'
        f'IF(AND(J{r}="增长率",OR(H{r}="",H{r}=0)),"缺上年数",IF(I{r}="","空","ok"))))'
    )
    sheet[f"P{r}"] = f'=IF(O{r}<>"ok","",IF(J{r}="增长率",(I{r}-H{r})/ABS(H{r}),I{r}))'
    sheet[f"Q{r}"] = f'=IF(O{r}<>"ok","",{_share(r)})'
    quota = f"{points * 100}*N{r}/SUM(N${first}:N${last})"
    sheet[f"R{r}"] = f"=INT({quota}+0.000000001)"
    sheet[f"S{r}"] = f"=ROUND({quota}-R{r},9)"
    place = f"RANK(S{r},S${first}:S${last})+COUNTIF(S${first}:S{r},S{r})-1"
    sheet[f"T{r}"] = f"=(R{r}+IF({place}<={points * 100}-SUM(R${first}:R${last}),1,0))/100"
    sheet[f"U{r}"] = f'=IF(Q{r}="",0,ROUND(ROUND(T{r}*Q{r},9),2))'


def _share(r: int) -> str:
    """One formula for every rule, as it is copied down; K is the cap, L the loss a step, M the step."""
    ratio = f"P{r}/F{r}"
    bands = f"IF({ratio}>=0.95,1,IF({ratio}>=0.9,0.9,IF({ratio}>=0.8,0.7,0)))"
    rising = f"K{r}*P{r}/F{r}"
    between = f"K{r}+(1-K{r})*(P{r}-F{r})/(G{r}-F{r})"
    rules = {
        "完成率": f"MIN(MAX({ratio},0),K{r})",
        "确保力争": f"IF(P{r}<F{r},MAX({rising},0),IF(P{r}<G{r},{between},1))",
        "增长率": f"IF(P{r}>=F{r},1,MAX(1-(F{r}-P{r})*100*L{r},0))",
        "缺口扣分": f"IF({ratio}>=1,1,MAX(1-ROUNDUP(ROUND((1-{ratio})/M{r},9),0)*L{r},0))",
        "逆向": f"IF(P{r}<=F{r},1,MAX(1-L{r}*(P{r}-F{r})/F{r},0))",
    }
    formula = bands
    for name, share in reversed(rules.items()):
        formula = f'IF(J{r}="{name}",{share},{formula})'
    return formula


def _departments(sheet: Worksheet, facts: Facts) -> None:
    sheet.append(["部门", "组", *POINTS, "总分", "名次", "等次"])
    last = len(facts.departments) + 1
    lines = len(facts.targets) + 1
    for row, department in enumerate(facts.departments, FIRST):
        sheet.append([department.code, department.group])
        for column in "CDE":
            sheet[f"{column}{row}"] = (
                f"=SUMIFS(L!$U$2:$U${lines},L!$A$2:$A${lines},$A{row},L!$B$2:$B${lines},{column}$1)"
            )
        sheet[f"F{row}"] = f"=SUM(C{row}:E{row})"
        sheet[f"G{row}"] = f'=1+COUNTIFS($B$2:$B${last},B{row},$F$2:$F${last},">"&F{row})'
        seats = f"INT(0.3*COUNTIF($B$2:$B${last},B{row}))"
        sheet[f"H{row}"] = f'=IF(AND(F{row}>=90,G{row}<={seats}),"优秀",IF(F{row}>=80,"良好","合格"))'
