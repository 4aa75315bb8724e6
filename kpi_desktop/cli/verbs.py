"""The verbs of the command line (workbook.md, Verbs). Heavy modules are imported by the verb that needs them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.cli.console import complain, say, show_json

OpenWindow = Callable[[str | None], int]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="考核督查台。不带参数打开窗口；带下列命令则不开窗口完成同样的工作。",
)

BookArgument = Annotated[str, typer.Argument(metavar="BOOK", help="台账文件的路径，或数据库地址")]
YearOption = Annotated[int, typer.Option("--year", min=1900, max=2999, help="考核年度")]
JsonOption = Annotated[bool, typer.Option("--json", help="只在标准输出打印一个 JSON 对象")]
DayOption = Annotated[str | None, typer.Option("--date", help="哪一天，如 2020-09-30")]


class FailedError(Exception):
    """The verb has told what is wrong; the exit status is 1."""


@contextmanager
def opened(location: str) -> Iterator[Any]:
    """The book at `location`, closed afterwards."""
    from kpi_desktop.book.opening import open_book

    with open_book(location) as book:
        yield book


def day_of(text: str | None, otherwise: date) -> date:
    """The day that was typed. Usage error when it is none."""
    if text is None:
        return otherwise
    from kpi_desktop.exchange.cells import BadCell, Cell, read
    from kpi_desktop.exchange.columns_scheme import day

    try:
        found: date = read(day("日期", "day", required=True), Cell(text))
        return found
    except BadCell:
        raise typer.BadParameter(f"“{text}”不是日期，请写成 2020-09-30") from None


@app.command("import")
def import_(
    book: BookArgument,
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="交换工作簿(.xlsx)")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入")] = False,
    as_json: JsonOption = False,
) -> None:
    """导入工作簿：全部通过才写入，没有台账时新建。"""
    from kpi_desktop.exchange.importing import import_workbook

    plan = import_workbook(book, workbook, dry_run=dry_run)
    for error in plan.errors:
        complain(f"{error.cell}: {error.message}")
    if as_json:
        show_json(plan.summary())
    elif not plan.errors:
        done = "检查通过，没有写入" if dry_run else "已导入"
        say(
            f"{done}：{plan.year} 年度，新增 {plan.count('new')} 行，更改 {plan.count('changed')} 行，"
            f"未变 {plan.same} 行。"
        )
        for place in plan.ignored:
            say(f"未识别、已略过：{place}")
    if plan.errors:
        raise FailedError


@app.command()
def export(
    book: BookArgument,
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="写到哪个 .xlsx 文件")],
    year: YearOption,
    as_json: JsonOption = False,
) -> None:
    """导出一个年度的交换工作簿。"""
    from kpi_desktop.exchange.exporting import export_workbook

    with opened(book) as open_book:
        export_workbook(open_book, year, workbook)
    show_json({"file": str(workbook)}) if as_json else say(f"已导出：{workbook}")


@app.command()
def score(book: BookArgument, year: YearOption, as_json: JsonOption = False) -> None:
    """计分、排名、等次。"""
    from kpi_desktop.cli.tables import show_ranking
    from kpi_desktop.office import answers, assessing

    with opened(book) as open_book:
        assessment = assessing.assess(open_book, year)
    show_json(answers.score(assessment)) if as_json else show_ranking(assessment)


@app.command()
def explain(
    book: BookArgument,
    year: YearOption,
    department: Annotated[str, typer.Option("--department", help="部门编码")],
    line: Annotated[str | None, typer.Option("--line", help="指标或任务编码；不写为全部")] = None,
    as_json: JsonOption = False,
) -> None:
    """每个得分怎样得来。"""
    from kpi_desktop.office import answers, assessing

    with opened(book) as open_book:
        assessment = assessing.assess(open_book, year)
    result = next((each for each in assessment.departments() if each.code == department), None)
    if result is None:
        raise Refusal(f"{year} 年没有参评部门“{department}”。", "请核对部门编码。")
    lines = [each for each in result.lines if line in (None, each.code)]
    if line is not None and not lines:
        raise Refusal(f"{result.name}的考核表上没有“{line}”。", "请核对指标或任务编码。")
    answer = answers.explanation(assessment, department, lines)
    if as_json:
        show_json(answer)
        return
    for told, each in zip(answer["lines"], lines, strict=True):
        say(f"{each.code} {each.title}")
        for step in told["steps"]:
            say(f"    {step}")


@app.command()
def rewards(book: BookArgument, year: YearOption, as_json: JsonOption = False) -> None:
    """奖惩兑现。"""
    from kpi_desktop.cli.tables import show_rewards
    from kpi_desktop.office import answers, assessing

    with opened(book) as open_book:
        money = assessing.reward(open_book, year)
    show_json(answers.rewards(year, money)) if as_json else show_rewards(year, money)


@app.command()
def check(book: BookArgument, year: YearOption, day: DayOption = None, as_json: JsonOption = False) -> None:
    """年终对表检查：不留空白。"""
    from kpi_desktop.office import answers, assessing

    with opened(book) as open_book:
        found = assessing.check(open_book, year, day_of(day, date(year, 12, 31)))
    if as_json:
        show_json(answers.check(found))
        return
    blank = [gap for gap in found if not gap.explained]
    for gap in blank:
        say(gap.message)
    say(f"共 {len(found)} 处空白，{len(found) - len(blank)} 处已有说明，{len(blank)} 处待处理。")


@app.command()
def lights(book: BookArgument, year: YearOption, day: DayOption = None, as_json: JsonOption = False) -> None:
    """督查亮灯。"""
    from kpi_desktop.assessment.lights import target_lights, task_lights
    from kpi_desktop.cli.tables import show_lights
    from kpi_desktop.office import answers, assessing

    with opened(book) as open_book:
        facts = assessing.year_facts(open_book, year)
    on = day_of(day, date.today())
    tasks, targets = task_lights(facts, on), target_lights(facts, on)
    show_json(answers.lights(tasks, targets)) if as_json else show_lights(on, tasks, targets)


@app.command("carry-over")
def carry_over(
    book: BookArgument,
    from_year: Annotated[int, typer.Option("--from", min=1900, max=2999, help="从哪一年结转")],
    as_json: JsonOption = False,
) -> None:
    """结转：没有完成的事项转入下一年督查。"""
    from kpi_desktop.office import answers
    from kpi_desktop.office.carrying import carry_over as carry

    with opened(book) as open_book:
        result = carry(open_book, from_year)
    if as_json:
        show_json(answers.carried(from_year, result.carried))
        return
    say(f"{from_year} 年结转到 {from_year + 1} 年：{len(result.carried)} 项。")
    for each in result.carried:
        say(f"    {each.from_code} → {each.task.code} {each.title}(第 {each.times + 1} 年)")


@app.command()
def year(
    book: BookArgument,
    number: Annotated[int, typer.Argument(metavar="Y", min=1900, max=2999, help="考核年度")],
    to: Annotated[
        str, typer.Option("--to", help="编制、执行、考核、复核、定稿，或 draft、running、assessing、review、final")
    ],
    reason: Annotated[str | None, typer.Option("--reason", help="退回或更正的原因")] = None,
    as_json: JsonOption = False,
) -> None:
    """把年度推进到某一步，途中每一步都要过关；或写明原因退回。"""
    from kpi_desktop.assessment.names import YEAR_STATES
    from kpi_desktop.office import assessing, course
    from kpi_desktop.office.years import Blocked

    target = _state_of(to, YEAR_STATES)
    with opened(book) as open_book:
        state = assessing.year_facts(open_book, number).state
        blocked_by: list[str] = []
        try:
            state = course.advance(
                open_book, number, target, reason, forms=_forms_to_keep(open_book, number, target)
            ).state
        except Blocked as blocked:
            blocked_by = list(blocked.blocked_by)
        except Refusal as refusal:
            blocked_by = [str(refusal)]
    for blocker in blocked_by:
        complain(blocker)
    if as_json:
        show_json({"state": state, "blocked_by": blocked_by})
    elif not blocked_by:
        say(f"{number} 年度现在是“{YEAR_STATES[state]}”。")
    if blocked_by:
        raise FailedError


def _state_of(text: str, states: Mapping[str, str]) -> str:
    """The code of a state that was typed as its code or name. Usage error when it is none."""
    for code, name in states.items():
        if text in (code, name):
            return code
    listed = "、".join(f"{name}({code})" for code, name in states.items())
    raise typer.BadParameter(f"没有“{text}”这个状态，可用的有 {listed}", param_hint="--to")


def _forms_to_keep(open_book: Any, number: int, to: str) -> Any:
    """What prints the forms that are kept at 定稿; None for any other step."""
    if to != "final":
        return None
    from kpi_desktop.reports.keeping import kept_forms

    return kept_forms(open_book, number, date.today())


@app.command()
def verify(book: BookArgument, as_json: JsonOption = False) -> None:
    """校验台账：文件、日志链、逐行重放、从原始数据重算。"""
    from kpi_desktop.office import course, maintenance

    found = maintenance.verify(book, [course.recomputed])
    if as_json:
        show_json({"ok": found.ok, "findings": [finding.message for finding in found.findings]})
    for finding in found.findings:
        complain(finding.message)
    if not found.ok:
        raise FailedError
    if not as_json:
        say("校验通过：文件完好，日志链完整，逐行重放与重算结果一致。")


@app.command()
def backup(
    book: BookArgument,
    to: Annotated[Path | None, typer.Option("--to", help="备份到哪个文件；不写则放在台账旁边")] = None,
    as_json: JsonOption = False,
) -> None:
    """备份：一致、校验过的副本。"""
    from kpi_desktop.office import maintenance

    with opened(book) as open_book:
        place = to or _backup_place(open_book.path)
        copy = maintenance.backup(open_book, place)
    show_json({"file": str(copy)}) if as_json else say(f"已备份：{copy}")


def _backup_place(book: Path) -> Path:
    """A file beside the book that says when it was made."""
    return book.with_name(f"{book.stem}-备份{datetime.now():%Y%m%d-%H%M%S}{book.suffix}")


@app.command()
def restore(
    book: BookArgument,
    copy: Annotated[Path, typer.Argument(metavar="BACKUP", help="备份文件")],
    as_json: JsonOption = False,
) -> None:
    """恢复：用校验过的备份换下台账，原文件另存。"""
    from kpi_desktop.office import maintenance

    kept = maintenance.restore(book, copy)
    if as_json:
        show_json({"file": book})
        return
    say(f"已恢复：{book}" + (f"，原文件另存为 {kept}" if kept else ""))


def main(arguments: Sequence[str], open_window: OpenWindow | None = None) -> int:
    """Run one verb; the exit status: 0, 1 after an error that was told in one line each, 2 for wrong usage."""
    from kpi_desktop.cli import demo, report

    demo.OPEN_WINDOW = open_window
    for module in (demo, report):
        module.add_to(app)
    wants_json = "--json" in arguments
    try:
        status = typer.main.get_command(app).main(list(arguments), prog_name="main.py", standalone_mode=False)
    except TyperException as error:
        told = getattr(error, "format_message", None)
        complain(f"用法不对：{(told() if told else str(error)).rstrip('.')}；python main.py --help 列出全部命令")
        return 2
    except Refusal as refusal:
        complain(str(refusal))
        if wants_json:
            show_json({"error": str(refusal)})
        return 1
    except (FailedError, typer.Abort):
        return 1
    return status if isinstance(status, int) else 0
