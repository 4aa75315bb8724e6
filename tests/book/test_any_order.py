"""Random operations, undone and done again in any order: the book is always what an editor would show, and provable."""

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kpi_desktop.book import verify
from kpi_desktop.book.editions import add_edition, years
from kpi_desktop.book.facts import load, rows
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.undo import redo, undo
from tests.book.sample import contents

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

NAMES = st.sampled_from("甲乙丙丁")


class Editor(RuleBasedStateMachine):
    """Against a list of states with a cursor in it, which is what undo means to a person."""

    template: Path

    @initialize()
    def start(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(shutil.copy(self.template, self.folder.name))
        self.book = open_book(self.path)
        self.states = [contents(self.path)]
        self.at = 0

    def act(self, *actions):
        """One operation; a refused one must leave no trace."""
        try:
            with self.book.operation("做") as operation:
                for action in actions:
                    action(operation)
        except Refusal:
            assert contents(self.path) == self.states[self.at]
            return
        if operation.changes:
            self.states = [*self.states[: self.at + 1], contents(self.path)]
            self.at += 1

    def editions(self) -> list[int]:
        return [edition.id for edition in years(self.book)]

    def row_ids(self, table: str) -> list[int]:
        with self.book.reading() as connection:
            return [row["id"] for edition in self.editions() for row in rows(connection, table, edition)]

    @rule(year=st.integers(2024, 2026))
    def open_a_year(self, year: int):
        self.act(lambda op: add_edition(op, year))

    @rule(data=st.data(), names=st.lists(NAMES, min_size=1, max_size=3))
    def add_groups(self, data: st.DataObject, names: list[str]):
        if editions := self.editions():
            edition = data.draw(st.sampled_from(editions))
            new = [{"edition_id": edition, "name": name, "separate": False} for name in names]
            self.act(lambda op: op.insert_many("group_", new))

    @rule(data=st.data(), group=NAMES, code=NAMES)
    def add_a_department(self, data: st.DataObject, group: str, code: str):
        if editions := self.editions():
            edition = data.draw(st.sampled_from(editions))
            row = {"code": code, "name": "部门", "group": group, "takes_part": True, "headcount": 1}
            self.act(lambda op: op.insert("department", {"edition_id": edition, **row}))

    @rule(data=st.data(), table=st.sampled_from(["group_", "department"]), name=NAMES)
    def rename(self, data: st.DataObject, table: str, name: str):
        if ids := self.row_ids(table):
            row_id = data.draw(st.sampled_from(ids))
            self.act(lambda op: op.update(table, row_id, {"name": name}))

    @rule(data=st.data(), table=st.sampled_from(["group_", "department"]))
    def remove_and_add_again(self, data: st.DataObject, table: str):
        if ids := self.row_ids(table):
            row_id = data.draw(st.sampled_from(ids))
            with self.book.reading() as connection:
                (row,) = (r for e in self.editions() for r in rows(connection, table, e) if r["id"] == row_id)
            self.act(lambda op: op.delete(table, row_id), lambda op: op.insert(table, row | {"id": None}))

    @rule(data=st.data(), table=st.sampled_from(["group_", "department", "edition"]))
    def remove(self, data: st.DataObject, table: str):
        if ids := self.editions() if table == "edition" else self.row_ids(table):
            row_id = data.draw(st.sampled_from(ids))
            self.act(lambda op: op.delete(table, row_id))

    @rule()
    def undo(self):
        assert (undo(self.book) is not None) == (self.at > 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self):
        assert (redo(self.book) is not None) == (self.at < len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)

    @invariant()
    def the_book_is_at_the_cursor(self):
        assert contents(self.path) == self.states[self.at]

    def teardown(self):
        if not hasattr(self, "book"):
            return
        while undo(self.book):
            pass
        assert contents(self.path) == self.states[0]
        with contextlib.closing(verify.snapshot(self.book)) as snapshot:
            assert verify.run(snapshot, verify.COPY) == []
        for edition in years(self.book):
            load(self.book, edition.year)
        self.book.close()
        self.folder.cleanup()


def test_random_operations_and_undo(empty_book: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Editor, "template", empty_book, raising=False)
    run_state_machine_as_test(Editor, settings=settings(max_examples=30, stateful_step_count=20, deadline=None))
