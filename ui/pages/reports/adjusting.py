"""版式: the office's own unit, letterhead, logo, signatures and words, for all forms and for the one on screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kpi_desktop.reports.templates import CLOSING, CONTACT, LETTERED, LETTERHEAD, SIGNATURES, SIGNED, UNIT, WORDED
from ui.parts.fields import CHOICE, FILE, LONG, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from kpi_desktop.reports.forms.form import Form

PICTURE, KEPT = "picture", "kept"
KEEP, DROP = "keep", "drop"
PUBLIC = "publicity"
"""The form that says whom to tell."""


class Questions(QObject):
    """The fields of the panel, and what their answers mean."""

    def fields(self, form: Form, kept: Mapping[str, str]) -> list[Field]:
        """What is asked, with what is kept now."""
        found = [
            Field(
                UNIT, self.tr("单位名称（全部报表）"), value=kept.get(UNIT, ""), hint=self.tr("空着用台账里的单位名称")
            ),
            Field(LETTERHEAD, self.tr("红头文字（督办单、告知书）"), value=kept.get(LETTERHEAD, "")),
            Field(PICTURE, self.tr("单位标志（PNG 或 JPEG）"), FILE),
        ]
        if "logo" in kept:
            ways = [(self.tr("保留现有标志"), KEEP), (self.tr("去掉标志"), DROP)]
            found.append(Field(KEPT, self.tr("现有标志"), CHOICE, KEEP, choices=ways))
        own = self.tr("（{form}）").format(form=form.name)
        if form.code in SIGNED:
            hint = self.tr("一行一个，如 编制、审核、审批")
            value = kept.get(f"{SIGNATURES}:{form.code}", "")
            found.append(Field(SIGNATURES, self.tr("签字栏") + own, LONG, value, hint=hint))
        if form.code == PUBLIC:
            hint = self.tr("一行一项，如 联系人：张三　联系电话：0871-12345678；空着印横线")
            found.append(Field(CONTACT, self.tr("联系方式") + own, LONG, kept.get(CONTACT, ""), hint=hint))
        if form.code in WORDED:
            value = kept.get(f"{CLOSING}:{form.code}", "")
            found.append(Field(CLOSING, self.tr("表末文字") + own, LONG, value, hint=self.tr("加在注后或正文末")))
        return [field for field in found if field.name != LETTERHEAD or form.code in LETTERED or field.value]

    def save(self, book: Book, year: int, form: Form, answers: Mapping[str, Any]) -> Changes:
        """Keep the answers. Refusal where they cannot be kept."""
        from kpi_desktop.office.forms import adjust

        texts = {name: str(answers.get(name) or "") for name in (UNIT, LETTERHEAD) if name in answers}
        if CONTACT in answers:
            texts[CONTACT] = _lines(str(answers[CONTACT] or ""))
        for name in (SIGNATURES, CLOSING):
            if name in answers:
                texts[f"{name}:{form.code}"] = _lines(str(answers[name] or ""))
        return adjust(book, year, texts, self._picture(answers))

    def _picture(self, answers: Mapping[str, Any]) -> bytes | None:
        from kpi_desktop.book.refusal import Refusal

        chosen = str(answers.get(PICTURE) or "")
        if not chosen:
            return b"" if answers.get(KEPT) == DROP else None
        try:
            return Path(chosen).read_bytes()
        except OSError as error:
            raise Refusal(
                self.tr("读不到图片“{name}”。").format(name=Path(chosen).name), self.tr("请核对位置后再选。")
            ) from error


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
