"""What can be done to the chosen item: each action asks in the panel and goes through the office."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kpi_desktop.assessment.codes import next_code
from kpi_desktop.assessment.names import TASK_CADENCES
from ui.frame.entries import ECONOMY, REPORTS, SCORE
from ui.pages.supervision.asking import Answers, Link
from ui.pages.supervision.issuing import Issuing
from ui.parts.fields import CHOICE, DAY, FILE, LONG, NUMBER, SHARE, Field
from ui.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from kpi_desktop.office.evidence import Evidence
    from kpi_desktop.office.history import Chapter
    from ui.pages.supervision.items import Item


class Acting(Issuing):
    """The actions on tasks; those on directives are `Issuing`'s."""

    def chapters(self, code: str) -> tuple[Chapter, ...]:
        """The task's years, oldest first."""
        from kpi_desktop.office.history import history_of

        book = self.page.session.book
        return history_of(book, self.view.year, code) if book else ()

    def evidence(self, item: Item) -> tuple[Evidence, ...]:
        """What is attached to an indicator, by the department of `item` or for all."""
        from kpi_desktop.office.evidence import evidence_of

        book = self.page.session.book
        return evidence_of(book, self.view.year, item.light.code) if book else ()

    def show_figures(self) -> None:
        """Go to the months of this indicator and department."""
        if item := self.page.current():
            self.page.go.emit((ECONOMY, item.light.code, item.department))

    def _approval(self, code: str, ask: str) -> Link:
        """The way to the approval form of a task, as it will print: for `finish`, `extend`, `suspend` or `cancel`."""
        return self.tr("审批表…"), lambda: self.page.go.emit((REPORTS, "approval", f"{code}:{ask}"))

    def show_score(self) -> None:
        """Go to the line this item is on the sheet."""
        if item := self.page.current():
            self.page.go.emit((SCORE, "line", item.department, item.light.code))

    def event_asked(self, what: str, which: object) -> None:
        """An event of the story was clicked: a directive's place, a milestone's title, or a file."""
        if what == "directive" and isinstance(which, int):
            self.ask_reply(which)
        elif what == "milestone":
            self.ask_milestone(str(which))
        elif what == "file":
            self.open_file(which)

    # --- progress, evidence, milestones

    def ask_progress(self) -> None:
        """报进展: percent, narrative, problem, next step."""
        task = self.task()
        if task is None:
            return
        fields = [
            Field("day", self.tr("报送日期"), DAY, self.today, required=True),
            Field("percent", self.tr("完成比例"), SHARE, hint=self.tr("如 62% 或 0.62")),
            Field("narrative", self.tr("进展情况"), LONG),
            Field("problem", self.tr("存在问题"), LONG, tall=52),
            Field("next_step", self.tr("下步措施"), LONG, tall=52),
        ]
        title = self.tr("报进展 · {title}").format(title=task.title)
        self.ask(title, fields, self.tr("报送"), lambda answers: self._report(task.code, answers))

    def _report(self, code: str, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import report_progress

        return self.done(lambda book, year: report_progress(book, year, code, **answers), self.tr("进展没有报送"))

    def ask_file(self, path: str = "") -> None:
        """附佐证: a file on the task, or on one of its milestones."""
        item = self.page.current()
        if item is None:
            return
        code = item.light.code
        milestones = self.view.milestones.get(code, []) if item.task else []
        subjects = [(self.tr("整个事项"), code), *((m.title, f"{code}/{m.title}") for m in milestones)]
        fields = [
            Field("path", self.tr("文件"), FILE, path, required=True),
            Field("subject", self.tr("证明什么"), CHOICE, code, choices=subjects),
            Field("note", self.tr("说明")),
        ]
        note = self.tr("文件复制进台账里保存，随台账一起备份；原文件删了也不影响。")
        title = self.tr("附佐证 · {title}").format(title=item.title)
        self.ask(title, fields, self.tr("附上"), self._attach, note)

    def _attach(self, answers: Answers) -> bool:
        from kpi_desktop.office.evidence import attach_evidence

        path, subject, note = Path(answers["path"]), answers["subject"], answers["note"]
        return self.done(lambda book, year: attach_evidence(book, year, subject, path, note), self.tr("佐证没有附上"))

    def ask_milestone(self, title: str = "") -> None:
        """节点完成: which, and when; one without a due date can be given it."""
        task = self.task()
        if task is None:
            return
        open_ones = {m.title: m for m in self.view.milestones.get(task.code, []) if m.done is None}
        if not open_ones:
            self.page.told.emit(self.tr("“{title}”没有未完成的节点").format(title=task.title), "")
            return
        words = self.tr("{title}（期限 {due}）")
        choices = [(words.format(title=m.title, due=m.due or self.tr("未定")), m.title) for m in open_ones.values()]
        chosen = title if title in open_ones else choices[0][1]
        fields = [
            Field("title", self.tr("节点"), CHOICE, chosen, choices=choices),
            Field("on", self.tr("完成日期"), DAY, self.today, required=True),
        ]
        undated = any(m.due is None for m in open_ones.values())
        extras = [(self.tr("定节点期限…"), lambda: self.ask_milestone_due(title))] if undated else []
        head = self.tr("节点完成 · {title}").format(title=task.title)
        self.ask(head, fields, self.tr("登记"), lambda answers: self._milestone(task.code, answers), extras=extras)

    def _milestone(self, code: str, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import finish_milestone

        return self.done(
            lambda book, year: finish_milestone(book, year, code, answers["title"], answers["on"]),
            self.tr("节点没有登记"),
        )

    def ask_milestone_due(self, title: str = "") -> None:
        """定节点期限: the due date of a milestone that has none, as those of carried tasks."""
        task = self.task()
        undated = [m.title for m in self.view.milestones.get(task.code, []) if m.due is None] if task else []
        if task is None or not undated:
            return
        fields = [
            Field(
                "title",
                self.tr("节点"),
                CHOICE,
                title if title in undated else undated[0],
                choices=[(each, each) for each in undated],
            ),
            Field("due", self.tr("期限"), DAY, required=True),
        ]
        head = self.tr("定节点期限 · {title}").format(title=task.title)
        self.ask(head, fields, self.tr("保存"), lambda answers: self._set_due(task.code, answers))

    # --- due date and state

    def ask_extension(self) -> None:
        """延期: old and new due date, why, who approved. Without a due date it is set for the first time."""
        task = self.task()
        if task is None:
            return
        if task.due is None:
            fields = [Field("due", self.tr("期限"), DAY, required=True)]
            title = self.tr("定期限 · {title}").format(title=task.title)
            self.ask(title, fields, self.tr("保存"), lambda answers: self._set_due(task.code, answers))
            return
        fields = [
            Field("new_due", self.tr("新期限"), DAY, required=True),
            Field("reason", self.tr("延期原因"), LONG, required=True),
            Field("approver", self.tr("批准人或会议"), hint=self.tr("如 管委会第 14 次主任办公会")),
            Field("day", self.tr("批准日期"), DAY, self.today),
        ]
        note = self.tr("现在的期限 {due}，原期限保留在经过里。").format(due=task.due)
        title = self.tr("延期 · {title}").format(title=task.title)
        links = [self._approval(task.code, "extend")]
        self.ask(title, fields, self.tr("延期"), lambda answers: self._extend(task.code, answers), note, links)

    def _set_due(self, code: str, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import set_due

        return self.done(
            lambda book, year: set_due(book, year, code, answers["due"], answers.get("title")), self.tr("期限没有保存")
        )

    def _extend(self, code: str, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import extend_task

        return self.done(lambda book, year: extend_task(book, year, code, **answers), self.tr("没有延期"))

    def ask_finish(self) -> None:
        """销号: says what lacks; refused by the office while something does."""
        task = self.task()
        book = self.page.session.book
        if task is None or book is None:
            return
        from kpi_desktop.office.supervision import lacking

        lacks = lacking(book, self.view.year, task.code)
        note = self.tr("节点齐了，佐证也有。")
        if lacks:
            lines = "\n".join(f"· {each}" for each in lacks)
            note = self.tr("还缺 {count} 项，补齐才能销号：\n{lines}").format(count=len(lacks), lines=lines)
        fields = [
            Field("on", self.tr("完成日期"), DAY, self.today, required=True),
            Field("without_evidence", self.tr("确无佐证的，写明原因"), LONG, tall=52),
        ]
        title = self.tr("销号 · {title}").format(title=task.title)
        more = [(self.tr("节点…"), self.ask_milestone), (self.tr("佐证…"), self.ask_file)] if lacks else []
        more.append(self._approval(task.code, "finish"))
        self.ask(title, fields, self.tr("销号"), lambda a: self._finish(task.code, a), note, extras=more)

    def _finish(self, code: str, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import finish_task

        why = answers["without_evidence"] or ""
        return self.done(
            lambda book, year: finish_task(book, year, code, answers["on"], without_evidence=why),
            self.tr("还不能销号"),
        )

    def submit(self) -> None:
        """申请销号."""
        from kpi_desktop.office.supervision import submit_task

        if task := self.task():
            self.done(lambda book, year: submit_task(book, year, task.code), self.tr("没有申请销号"))

    def resume(self) -> None:
        """恢复."""
        from kpi_desktop.office.supervision import resume_task

        if task := self.task():
            self.done(lambda book, year: resume_task(book, year, task.code), self.tr("没有恢复"))

    def ask_suspend(self) -> None:
        """暂缓, with its basis."""
        from kpi_desktop.office.supervision import suspend_task

        self._ask_basis(self.tr("暂缓"), suspend_task, "suspend")

    def ask_cancel(self) -> None:
        """终止, with its basis."""
        from kpi_desktop.office.supervision import cancel_task

        self._ask_basis(self.tr("终止"), cancel_task, "cancel")

    def _ask_basis(self, verb: str, action: Callable[[Book, int, str, str], Changes], form: str) -> None:
        task = self.task()
        if task is None:
            return
        fields = [Field("basis", self.tr("依据"), LONG, required=True, hint=self.tr("文号、会议纪要或批示"))]
        note = self.tr("办理后不再亮灯、不计分，分值摊到同类其他项。")
        title = self.tr("{verb} · {title}").format(verb=verb, title=task.title)
        failure = self.tr("没有{verb}").format(verb=verb)
        self.ask(
            title,
            fields,
            verb,
            lambda answers: self.done(lambda book, year: action(book, year, task.code, answers["basis"]), failure),
            note,
            [self._approval(task.code, form)],
        )

    # --- a new task

    def ask_new(self, title: str = "", lead: str = "", basis: str = "", standard: str = "") -> None:
        """新增事项, with what is known of it already."""
        if not self.open_year:
            return
        facts = self.view.facts
        leads = [(department.name, department.code) for department in facts.departments]
        categories = [(each.name, each.name) for each in facts.categories if each.kind == "scored"]
        cadences = [(self.tr("每{word}").format(word=term(word)), code) for code, word in TASK_CADENCES.items()]
        usual = facts.tasks[-1].category if facts.tasks else ""
        code = next_code([task.code for task in facts.tasks], [each.code for each in facts.indicators])
        chosen = lead or self.page.department or (leads[0][1] if leads else "")
        fields = [
            Field("code", self.tr("编号"), value=code, required=True, hint=self.tr("如 K46")),
            Field("title", self.tr("事项"), value=title, required=True),
            Field("category", self.tr("类别"), CHOICE, usual, choices=categories),
            Field("lead", self.tr("牵头部门"), CHOICE, chosen, choices=leads),
            Field("partners", self.tr("协办部门"), hint=self.tr("名称或编码，用、隔开")),
            Field("standard", self.tr("完成标准"), LONG, standard, tall=52),
            Field("basis", self.tr("依据"), value=basis),
            Field("due", self.tr("期限"), DAY),
            Field("cadence", self.tr("报送周期"), CHOICE, "month", choices=cadences),
            Field("points", self.tr("分值"), NUMBER, "0", hint=self.tr("0 分：只督查，不计分")),
        ]
        self.ask(self.tr("新增事项"), fields, self.tr("立项"), self._new)

    def _new(self, answers: Answers) -> bool:
        from kpi_desktop.office.supervision import add_task

        codes = {name: each.code for each in self.view.facts.departments for name in (each.name, each.code)}
        partners = tuple(codes.get(name, name) for name in re.split(r"[、，,\s]+", answers["partners"] or "") if name)
        given = {**answers, "partners": partners, "assigned": self.view.day}
        done = self.done(lambda book, year: add_task(book, year, given), self.tr("事项没有新增"))
        if done:
            self.page.visit(("task", answers["code"]))
        return done
