"""The course of a year: 编制 → 执行 → 考核 → 复核 → 定稿, and revisions of what is final."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.names import YEAR_STATES
from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, add_edition, edition_of
from kpi_desktop.book.facts import load_edition
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.tables import NOT_REVISED, ROW_TABLES

_ORDER = tuple(YEAR_STATES)

Checklist = Callable[[Facts, str], Sequence[str]]
"""What still stands in the way of a step: the facts and the state to be entered → one sentence for each blocker."""
Results = Callable[[Facts], str]
"""The figures of a year as JSON text, kept with it at 定稿."""


class Blocked(Refusal):
    """A step that the checklist does not let pass. `state` is where the year stays, `blocked_by` what is missing."""

    def __init__(self, state: str, to: str, blocked_by: Sequence[str]) -> None:
        """From the state the year is in to the one it was to enter."""
        listed = "；".join(blocked_by)
        told = f"还不能进入“{YEAR_STATES[to]}”，尚有 {len(blocked_by)} 项：{listed}。"
        super().__init__(told, "请逐项处理或写明说明。")
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
    files: Sequence[tuple[str, bytes]] = (),
    since: int | None = None,
) -> Moved:
    """Move the latest revision of a year to the state `to`, a code or a name of `YEAR_STATES`.

    Forward one step at a time, when `checklist` names nothing; `results` and the printed `files` (name, bytes) are kept
    at 定稿. `since`: the last journal entry known when the files were made; Refusal when there are later ones. Back to
    any earlier state with a reason. From 定稿 back: a new revision with a copy of every row, the old one stays as it
    is. To the state it is in: nothing happens. `Blocked` by the checklist, else Refusal on an unknown state, a leap, a
    missing reason.
    """
    target = _state(to)
    with book.operation(f"{year} 年度转入{YEAR_STATES[target]}", reason) as operation:
        if since is not None and journal.newest(operation.connection)[0] != since:
            raise Refusal("台账在生成定稿表样之后又有改动，没有定稿。", "请再办理一次。")
        edition = edition_of(operation.connection, year)
        steps = _ORDER.index(target) - _ORDER.index(edition.state)
        revision = edition.revision
        if steps > 0:
            _forward(operation, edition, target, steps, checklist)
            _keep(operation, edition, target, results, files)
        elif steps < 0:
            revision = _back(operation, edition, target, (reason or "").strip())
    return Moved(target, revision, operation.changes)


def _state(to: str) -> str:
    found = [code for code, name in YEAR_STATES.items() if to in (code, name)]
    if not found:
        raise Refusal(
            f"没有“{to}”这个状态。", f"可用：{'、'.join(f'{name}（{code}）' for code, name in YEAR_STATES.items())}。"
        )
    return found[0]


def _forward(
    operation: Operation,
    edition: EditionInfo,
    target: str,
    steps: int,
    checklist: Checklist,
) -> None:
    if steps > 1:
        following = YEAR_STATES[_ORDER[_ORDER.index(edition.state) + 1]]
        raise Refusal(
            f"{edition.year} 年现在是“{YEAR_STATES[edition.state]}”，不能直接转入“{YEAR_STATES[target]}”。",
            f"请一步一步来，下一步是“{following}”。",
        )
    facts = load_edition(operation.connection, edition)
    blockers = checklist(facts, target)
    if blockers:
        raise Blocked(edition.state, target, blockers)


def _keep(
    operation: Operation, edition: EditionInfo, target: str, results: Results | None, files: Sequence[tuple[str, bytes]]
) -> None:
    """Enter the state; at 定稿 with the figures and the printed forms as they are now."""
    kept = {}
    if target == "final":
        for name, content in files:
            digest = operation.attach(content)
            operation.insert("stored_form", {"edition_id": edition.id, "name": name, "digest": digest})
        kept = {"result": results(load_edition(operation.connection, edition))} if results else {}
    operation.update("edition", edition.id, {"state": target, **kept})


def _back(operation: Operation, edition: EditionInfo, target: str, reason: str) -> int:
    """The revision that is in the state `target` then."""
    if edition.state != "final":
        if not reason:
            raise Refusal(f"退回“{YEAR_STATES[target]}”要写明原因。", "请填写原因后再退回。")
        operation.update("edition", edition.id, {"state": target})
        return edition.revision
    if not reason:
        raise Refusal(f"{edition.year} 年已定稿，内容不能再改。", "确需更正时请写明原因，将另开一次修订，原稿保留。")
    fresh = add_edition(operation, edition.year, state=target, supersedes=edition, reason=reason)
    for table in (name for name in ROW_TABLES if name not in NOT_REVISED):
        operation.copy_rows(table, edition.id, fresh)
    return edition.revision + 1
