"""What can be done with directives: draft, edit, issue, print, answer, withdraw, or say why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kpi_desktop.assessment.names import COLOURS
from ui.pages.supervision.asking import Answers, Asking
from ui.parts.fields import CHOICE, DAY, LONG, Field
from ui.terms import term

if TYPE_CHECKING:
    from PySide6.QtCore import QTemporaryDir

    from kpi_desktop.assessment.facts import Directive, Explanation
    from kpi_desktop.office.directives import DirectiveDraft
    from ui.pages.supervision.items import Item

GAP_OF_REASON = {"report_missing": "no_report", "no_due_date": "no_due_date"}
"""What a light's first reason is in the year-end check."""
OPEN_DIRECTIVE = "unanswered"
"""Under what it is explained where the year-end check does not know the reason."""
TALL = 150


class Issuing(Asking):
    """The actions on directives."""

    _copies: QTemporaryDir | None = None

    # --- what is proposed

    def draft_of(self, item: Item) -> DirectiveDraft:
        """The directive that is proposed for `item`, as it would be issued on the day."""
        from kpi_desktop.office.directives import draft

        assert item.proposal is not None
        return draft(self.view.facts, item.proposal, self.view.day)

    def draft_current(self) -> None:
        """起草并打印: issue what is proposed for the chosen item as drafted, and show how it prints."""
        item = self.page.current()
        if item and item.proposal and self.open_year:
            self._issue(self.draft_of(item))

    def _issue(self, made: DirectiveDraft) -> bool:
        from kpi_desktop.office.directives import issue

        said = self.tr("已登记{colour}色督办单 {number}").format(colour=term(COLOURS[made.colour]), number=made.number)
        done = self.done(lambda book, year: issue(book, year, made), self.tr("督办单没有发出"), said)
        if done:
            places = [at for at, each in enumerate(self.view.facts.directives) if each.number == made.number]
            self.page.print_directive(places[-1])
        return done

    def ask_draft(self) -> None:
        """修改正文: number, colour, days and grounds before it is issued."""
        item = self.page.current()
        if item is None or item.proposal is None or not self.open_year:
            return
        made = self.draft_of(item)
        title = self.tr("督办单 · {title}").format(title=item.title)
        fields = self._fields(made.number, made.colour, str(made.day), str(made.reply_due or ""), made.reason)
        self.ask(title, fields, self.tr("登记并打印"), lambda answers: self._issue(replace(made, **answers)))

    def _fields(self, number: str, colour: str, day: str, reply_due: str, reason: str) -> list[Field]:
        colours = [(self.tr("{colour}色").format(colour=term(word)), code) for code, word in COLOURS.items()]
        return [
            Field("number", self.tr("编号"), value=number, required=True),
            Field("colour", self.tr("级别"), CHOICE, colour, choices=colours),
            Field("day", self.tr("签发日期"), DAY, day, required=True),
            Field("reply_due", self.tr("回复期限"), DAY, reply_due),
            Field("reason", self.tr("事由"), LONG, reason, required=True, tall=TALL),
        ]

    # --- saying why not

    def _explained(self, item: Item) -> tuple[str, str]:
        """Kind and subject of the explanation for not issuing what is proposed."""
        reason = item.light.reasons[0] if item.light.reasons else ""
        return GAP_OF_REASON.get(reason, OPEN_DIRECTIVE), f"{item.department}/{item.light.code}"

    def explanation(self, item: Item) -> Explanation | None:
        """Why what is proposed is not issued for now; None where nobody said so."""
        kind, subject = self._explained(item)
        found = (each for each in self.view.facts.explanations if (each.kind, each.subject) == (kind, subject))
        return next(found, None)

    def ask_skip(self) -> None:
        """暂不发: who says why."""
        item = self.page.current()
        book = self.page.session.book
        if item is None or item.proposal is None or book is None or not self.open_year:
            return
        known = self.explanation(item)
        before = known.text if known else ""
        fields = [
            Field("text", self.tr("为什么暂不发"), LONG, before, required=True, tall=TALL),
            Field("author", self.tr("说明人"), value=known.author or "" if known else book.author, required=True),
            Field("day", self.tr("日期"), DAY, self.today, required=True),
        ]
        title = self.tr("暂不发督办单 · {title}").format(title=item.title)
        self.ask(title, fields, self.tr("保存说明"), lambda answers: self._skip(item, answers))

    def _skip(self, item: Item, answers: Answers) -> bool:
        from kpi_desktop.office.explaining import explain

        kind, subject = self._explained(item)
        return self.done(lambda book, year: explain(book, year, kind, subject, **answers), self.tr("说明没有保存"))

    # --- what was issued

    def ask_reply(self, place: int) -> None:
        """登记回复, with the other things that can be done to an issued directive beside it."""
        each = self.view.facts.directives[place]
        links = [(self.tr("打印"), lambda: self.page.print_directive(place))]
        if not self.open_year:
            self.page.print_directive(place)
            return
        if not each.replied and not each.reply:
            links = [
                (self.tr("更正"), lambda: self.ask_amend(place)),
                (self.tr("撤回"), lambda: self.ask_withdraw(place)),
                *links,
            ]
        fields = [
            Field("replied", self.tr("回复日期"), DAY, str(each.replied or self.view.day), required=True),
            Field("text", self.tr("回复内容"), LONG, each.reply or "", required=True, tall=TALL),
        ]
        self.ask(
            self._title(each), fields, self.tr("登记回复"), lambda a: self._reply(place, a), each.reason or "", links
        )

    def _title(self, each: Directive) -> str:
        words = self.tr("{colour}色督办单 {number}")
        return words.format(colour=term(COLOURS[each.colour]), number=each.number or "")

    def _reply(self, place: int, answers: Answers) -> bool:
        from kpi_desktop.office.directives import reply

        return self.done(lambda book, year: reply(book, year, place, **answers), self.tr("回复没有登记"))

    def ask_amend(self, place: int) -> None:
        """更正 an issued directive that is not answered."""
        each = self.view.facts.directives[place]
        fields = self._fields(
            each.number or "", each.colour, str(each.day), str(each.reply_due or ""), each.reason or ""
        )
        self.ask(self._title(each), fields, self.tr("保存更正"), lambda answers: self._amend(place, answers))

    def _amend(self, place: int, answers: Answers) -> bool:
        from kpi_desktop.office.directives import amend

        return self.done(lambda book, year: amend(book, year, place, **answers), self.tr("督办单没有更正"))

    def ask_withdraw(self, place: int) -> None:
        """撤回 an issued directive, with the reason."""
        from kpi_desktop.office.directives import withdraw

        each = self.view.facts.directives[place]
        fields = [Field("reason", self.tr("撤回原因"), LONG, required=True)]
        failure = self.tr("督办单没有撤回")
        self.ask(
            self._title(each),
            fields,
            self.tr("撤回"),
            lambda a: self.done(lambda book, year: withdraw(book, year, place, a["reason"]), failure),
        )

    def open_file(self, evidence: object) -> None:
        """Show an attached file: a copy of it, with what the computer opens such files with."""
        from pathlib import Path

        from PySide6.QtCore import QTemporaryDir, QUrl
        from PySide6.QtGui import QDesktopServices

        from kpi_desktop.book.refusal import Refusal
        from kpi_desktop.office.evidence import Evidence, evidence_bytes

        book = self.page.session.book
        if book is None or not isinstance(evidence, Evidence):
            return
        try:
            content = evidence_bytes(book, evidence.digest)
        except Refusal as refusal:
            self.page.refused.emit(self.tr("打不开“{file}”").format(file=evidence.file), str(refusal))
            return
        self._copies = self._copies or QTemporaryDir()
        copy = Path(self._copies.path()) / evidence.digest[:12] / Path(evidence.file).name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(content)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    # --- the work of the day

    def ask_work(self) -> None:
        """今天的督办: everything to draft, and the replies that are overdue."""
        self.page.open_panel()
        self.page.panel.show_work()
        self.show_work()

    def show_work(self) -> None:
        """Fill the list of the day's work."""
        from kpi_desktop.office.directives import overdue_replies, work_of_the_day

        facts, day = self.view.facts, self.view.day
        late = overdue_replies(facts, day)
        self.page.panel.work.show_work(self.view, work_of_the_day(facts, day), late, self.open_year)

    def issue_all(self) -> None:
        """Issue everything that is proposed on the day as drafted, in one go."""
        from kpi_desktop.office.directives import issue_all, work_of_the_day

        drafts = [each.draft for each in work_of_the_day(self.view.facts, self.view.day)]
        said = self.tr("已登记督办单 {count} 张，可用 Ctrl+Z 一次撤销").format(count=len(drafts))
        self.done(lambda book, year: issue_all(book, year, drafts), self.tr("督办单没有发出"), said)
