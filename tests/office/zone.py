"""A small zone for the office's tests: two departments, a few tasks, every figure easy to work out by hand."""

from kpi_desktop.assessment.facts import Category, Directive, Extension, Facts, Milestone, Progress
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition
from kpi_desktop.office.carrying import insert_values
from tests.assessment.build import BANDS, CATEGORIES, a_year, borne, department, indicator, on, scored, task

BONUS, DEDUCTION = Category("加分", "bonus"), Category("扣分", "deduction")
YEAR = a_year(
    department("D1"),
    department("D2"),
    scored("D1", 90),
    scored("D2", 80),
    BANDS,
    *CATEGORIES,
    BONUS,
    DEDUCTION,
    indicator("E01", "tiered", "确保得分率=70%", key=True),
    borne("E01", "D1", 75, 80, stretch=100),
    task("T1", "D1", partners=("D2",), due=on("2020-06-30"), state="not_started"),
    Milestone("T1", "基础", on("2020-03-01"), done=on("2020-03-01")),
    Milestone("T1", "封顶", on("2020-06-01")),
    task("T2", "D2", due=on("2020-09-30"), state="in_progress", basis="会议纪要"),
    task("T3", "D2", state="finished", finished=on("2020-05-01")),
    Progress("T2", on("2020-02-01"), None, "已开工"),
    Extension("T2", on("2020-08-31"), on("2020-09-30"), "雨季"),
    Directive("〔2020〕3号", "T2", None, None, "blue", on("2020-09-16"), on("2020-09-23"), "临期"),
)


def store(book: Book, facts: Facts, state: str = "draft") -> int:
    """Put the facts of a year into the book, with two settings; the id of its edition."""
    with book.operation("测试数据") as op:
        edition_id = add_edition(op, facts.settings.year, state=state)
        for name, value in (("年度", str(facts.settings.year)), ("分数小数位", "1")):
            op.insert("setting", {"edition_id": edition_id, "name": name, "value": value})
        for kind, (table, _) in book_facts.KINDS.items():
            insert_values(op, edition_id, table, getattr(facts, kind))
    return edition_id


def finish(book: Book, edition_id: int) -> None:
    """Take an edition to 定稿 without asking anybody."""
    for state in ("running", "assessing", "review", "final"):
        with book.operation(f"转入 {state}") as op:
            op.update("edition", edition_id, {"state": state})


def now(book: Book, code: str, year: int = 2020):
    """A task as the book has it."""
    return next(task for task in book_facts.load(book, year).tasks if task.code == code)
