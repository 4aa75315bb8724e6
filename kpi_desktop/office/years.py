"""The course of a year: 编制 → 执行 → 考核 → 复核 → 定稿, and revisions of what is final."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, add_edition, edition_of
from kpi_desktop.book.facts import load_edition
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.tables import ROW_TABLES

STATES: dict[str, str] = {"draft": "编制", "running": "执行", "assessing": "考核", "review": "复核", "final": "定稿"}
"""The states of a year in order, and what a person calls them."""
_ORDER = tuple(STATES)

Checklist = Callable[[Facts, str], Sequence[str]]
"""What still stands in the way of a step: the facts and the state to be entered → one sentence for each blocker."""
Results = Callable[[Facts], str]
"""The figures of a year as JSON text, kept with it at 定稿."""


class Blocked(Refusal):
    """A step that the checklist does not let pass. `state` is where the year stays, `blocked_by` what is missing."""

    def __init__(self, state: str, to: str, blocked_by: Sequence[str]) -> None:
        """From the state the year is in to the one it was to enter."""
        listed = "；".join(blocked_by)
        super().__init__(f"还不能进入“{STATES[to]}”，尚有 {len(blocked_by)} 项：{listed}。", "请逐项处理或写明说明。")
        self.state = state
        self.blocked_by = tuple(blocked_by)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a year is after a move: its state, its revision, and what was written."""

    state: str
    revision: int
    changes: Changes


def open_year(book: Book, year: int, reason: str | None = None) -> Changes:
    """新建年度: add an empty year in state 编制. Refusal when the book has it already."""
    with book.operation(f"新建 {year} 年度", reason) as operation:
        add_edition(operation, year)
    return operation.changes


def move_year(
    book: Book,
    year: int,
    to: str,
    reason: str | None = None,
    *,
    checklist: Checklist = lambda facts, to: (),
    results: Results | None = None,
) -> Moved:
    """Move the latest revision of a year to the state `to`, a code or a name of `STATES`.

    Forward one step at a time, when `checklist` names nothing; `results` is kept at 定稿. Back to any earlier state
    with a reason. From 定稿 back: a new revision with a copy of every row, the old one stays as it is. To the state
    it is in: nothing happens. `Blocked` by the checklist, else Refusal on an unknown state, a leap, a missing reason.
    """
    target = _state(to)
    with book.operation(f"{year} 年度转入{STATES[target]}", reason) as operation:
        edition = edition_of(operation.connection, year)
        steps = _ORDER.index(target) - _ORDER.index(edition.state)
        revision = edition.revision
        if steps > 0:
            _forward(operation, edition, target, steps, checklist, results)
        elif steps < 0:
            revision = _back(operation, edition, target, (reason or "").strip())
    return Moved(target, revision, operation.changes)


def _state(to: str) -> str:
    found = [code for code, name in STATES.items() if to in (code, name)]
    if not found:
        raise Refusal(
            f"没有“{to}”这个状态。", f"可用：{'、'.join(f'{name}（{code}）' for code, name in STATES.items())}。"
        )
    return found[0]


def _forward(
    operation: Operation,
    edition: EditionInfo,
    target: str,
    steps: int,
    checklist: Checklist,
    results: Results | None,
) -> None:
    if steps > 1:
        following = STATES[_ORDER[_ORDER.index(edition.state) + 1]]
        raise Refusal(
            f"{edition.year} 年现在是“{STATES[edition.state]}”，不能直接转入“{STATES[target]}”。",
            f"请一步一步来，下一步是“{following}”。",
        )
    facts = load_edition(operation.connection, edition)
    blockers = checklist(facts, target)
    if blockers:
        raise Blocked(edition.state, target, blockers)
    kept = {"result": results(facts)} if target == "final" and results else {}
    operation.update("edition", edition.id, {"state": target} | kept)


def _back(operation: Operation, edition: EditionInfo, target: str, reason: str) -> int:
    """The revision that is in the state `target` then."""
    if edition.state != "final":
        if not reason:
            raise Refusal(f"退回“{STATES[target]}”要写明原因。", "请填写原因后再退回。")
        operation.update("edition", edition.id, {"state": target})
        return edition.revision
    if not reason:
        raise Refusal(f"{edition.year} 年已定稿，内容不能再改。", "确需更正时请写明原因，将另开一次修订，原稿保留。")
    fresh = add_edition(operation, edition.year, state=target, supersedes=edition, reason=reason)
    for table in ROW_TABLES:
        operation.copy_rows(table, edition.id, fresh)
    return edition.revision + 1
