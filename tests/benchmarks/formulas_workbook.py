"""The workbook of formulas that an office would keep instead: the same lines, full marks, scores, totals and ranks."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kpi_desktop.assessment.facts import Facts
from tests.benchmarks.years import POINTS

FIRST = 2


def write(facts: Facts, path: Path) -> None:
    """A sheet of lines and one of departments, every figure a formula over typed inputs."""
    book = Workbook()
    lines: Worksheet = book.active
    lines.title = "L"
    lines.append(["部门", "类别", "编码", "分值", "系数", "T", "S", "P", "a", "权重", "x", "得分率", "整", "余", "满分", "得分"])
    indicators = {indicator.code: indicator for indicator in facts.indicators}
    actuals = {(actual.indicator, actual.department): actual.value for actual in facts.actuals}
    by_block: dict[tuple[str, str], list] = {}
    for target in facts.targets:
        by_block.setdefault((target.department, indicators[target.indicator].category), []).append(target)
    blocks, row = {}, FIRST
    for (department, category), targets in by_block.items():
        blocks[department, category] = (row, row + len(targets) - 1)
        for target in targets:
            figures = [target.points, target.multiplier, target.base, target.stretch, target.prior]
            lines.append([department, category, target.indicator, *figures, actuals[target.indicator, department]])
            _formulas(lines, row, blocks[department, category], POINTS[category], indicators[target.indicator].rule.code)
            row += 1
    _departments(book.create_sheet("D"), facts, blocks)
    book.save(path)


def _formulas(sheet: Worksheet, row: int, block: tuple[int, int], points: int, rule: str) -> None:
    first, last = block
    sheet[f"J{row}"] = f"=D{row}*E{row}"
    sheet[f"K{row}"] = f"=(I{row}-H{row})/ABS(H{row})" if rule == "growth" else f"=I{row}"
    sheet[f"L{row}"] = f'=IF(ISBLANK(I{row}),"",{_share(rule, row)})'
    quota = f"{points * 100}*J{row}/SUM(J${first}:J${last})"
    sheet[f"M{row}"] = f"=INT({quota}+0.000000001)"
    sheet[f"N{row}"] = f"=ROUND({quota}-M{row},9)"
    place = f"RANK(N{row},N${first}:N${last})+COUNTIF(N${first}:N{row},N{row})-1"
    sheet[f"O{row}"] = f"=(M{row}+IF({place}<={points * 100}-SUM(M${first}:M${last}),1,0))/100"
    sheet[f"P{row}"] = f'=IF(L{row}="",0,ROUND(O{row}*L{row},2))'


def _share(rule: str, r: int) -> str:
    return {
        "completion": f"MIN(MAX(K{r}/F{r},0),1)",
        "tiered": f"IF(K{r}<F{r},MAX(0.8*K{r}/F{r},0),IF(K{r}<G{r},0.8+0.2*(K{r}-F{r})/(G{r}-F{r}),1))",
        "growth": f"IF(K{r}>=F{r},1,MAX(1-(F{r}-K{r})*100*0.1,0))",
        "shortfall": f"IF(K{r}>=F{r},1,MAX(1-ROUNDUP(ROUND((1-K{r}/F{r})/0.01,9),0)*0.02,0))",
        "reverse": f"IF(K{r}<=F{r},1,MAX(1-(K{r}-F{r})/F{r},0))",
        "bands": f"IF(K{r}/F{r}>=0.95,1,IF(K{r}/F{r}>=0.9,0.9,IF(K{r}/F{r}>=0.8,0.7,0)))",
    }[rule]


def _departments(sheet: Worksheet, facts: Facts, blocks: dict[tuple[str, str], tuple[int, int]]) -> None:
    sheet.append(["部门", "组", *POINTS, "总分", "名次", "等次"])
    last = len(facts.departments) + 1
    for row, department in enumerate(facts.departments, FIRST):
        sheet.append([department.code, department.group])
        for column, category in zip("CDE", POINTS, strict=True):
            first, end = blocks[department.code, category]
            sheet[f"{column}{row}"] = f"=SUM(L.P{first}:P{end})".replace("L.P", "L!P")
        sheet[f"F{row}"] = f"=SUM(C{row}:E{row})"
        sheet[f"G{row}"] = f'=1+COUNTIFS($B$2:$B${last},B{row},$F$2:$F${last},">"&F{row})'
        seats = f"INT(0.3*COUNTIF($B$2:$B${last},B{row}))"
        sheet[f"H{row}"] = f'=IF(AND(F{row}>=90,G{row}<={seats}),"优秀",IF(F{row}>=80,"良好","合格"))'
