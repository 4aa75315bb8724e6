"""From a form's data to a PDF by Typst: compilers that are used again, data as JSON, errors in plain words."""

import json
import logging
import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from queue import LifoQueue
from typing import cast

import typst

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports import fonts

TEMPLATES = Path(__file__).parents[2] / "resources" / "reports"
AT_ONCE = min(os.cpu_count() or 1, 4)
"""Forms that are set at the same time; Typst works without holding up Python."""
PANIC = "PanicException"
"""What a panic in Rust becomes in Python: a BaseException that no module offers for import."""
CURE = "其他报表不受影响；请把这句话告诉维护程序的人。"
_LOG = logging.getLogger(__name__)
_COUNT = re.compile(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", re.DOTALL)


class TypesettingError(Refusal):
    """A form could not be set; the message is a Chinese sentence for the user, the cause has Typst's own words."""


class Typesetter:
    """Typst compilers with their fonts, reused from form to form: a form then takes hundredths of a second.

    Safe to use from several threads: each takes a compiler, or waits for one.
    """

    def __init__(self) -> None:
        found = typst.Fonts(font_paths=[str(folder) for folder in fonts.font_folders()])
        self._families = fonts.chosen(found.families())
        if missing := [fonts.ROLES[role].wanted for role, names in self._families.items() if not names]:
            raise TypesettingError(f"本机没有中文字体，不能排版；请安装{'、'.join(missing)}后重试")
        self._found = found
        self._free: LifoQueue[typst.Compiler | None] = LifoQueue()
        for _ in range(AT_ONCE):
            self._free.put(None)

    def pdf(self, form: str, data: Mapping[str, object], made: date, archive: bool = False) -> bytes:
        """The PDF of `form` (the name of its template) with `data`; the same data and day give the same bytes.

        Tagged for screen readers; `archive`: PDF/A-2b. TypesettingError where Typst refuses, or breaks down.
        """
        files = {
            "main.typ": f'#import "/{form}.typ": form\n#form(json("/data.json"))'.encode(),
            "data.json": json.dumps(data, ensure_ascii=False).encode(),
        }
        stamp = datetime(made.year, made.month, made.day, tzinfo=UTC)
        standard: list[typst.PDFStandard] = ["a-2b"] if archive else []
        compiler = self._free.get() or self._new_compiler()
        kept: typst.Compiler | None = compiler
        try:
            pdf, warnings = compiler.compile_with_warnings(
                input=cast("bytes", files), format="pdf", timestamp=stamp, pdf_standards=standard
            )
        except typst.TypstError as error:
            raise TypesettingError(f"{_name(form)}没有排成：模板有错（{error.message}）。", CURE) from error
        except BaseException as error:
            kept = None  # one that broke down is not used again
            if type(error).__name__ != PANIC:
                raise
            raise TypesettingError(f"{_name(form)}没有排成：排版程序内部出错（{error}）。", CURE) from error
        finally:
            self._free.put(kept)
        for warning in warnings:
            _LOG.warning("%s: %s", form, warning.message)
        assert isinstance(pdf, bytes)
        return pdf

    def _new_compiler(self) -> typst.Compiler:
        """One whose inputs never change: data that came as an input would make Typst forget all it has set before."""
        chosen = {"fonts": json.dumps(self._fonts(), ensure_ascii=False)}
        return typst.Compiler(root=str(TEMPLATES), font_paths=self._found, sys_inputs=chosen)

    def _fonts(self) -> dict[str, object]:
        light = self._families["title"][0] not in fonts.HEAVY_TITLES
        return {**self._families, "light_title": light}


def _name(form: str) -> str:
    """The name that users know a form by."""
    from kpi_desktop.reports.forms.form import FORMS

    return f"“{FORMS[form].name if form in FORMS else form}”"


@cache
def typesetter() -> Typesetter:
    """The process's typesetter."""
    return Typesetter()


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF that Typst made."""
    counts = [int(count) for count in _COUNT.findall(pdf)]
    return max(counts, default=0)
