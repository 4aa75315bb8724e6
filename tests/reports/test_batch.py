"""Producing many: names, folders, progress, cancelling, and what cannot be done."""

from dataclasses import replace

import pytest

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports import batch
from kpi_desktop.reports.batch import jobs, produce_all, write_whole
from kpi_desktop.reports.catalogue import FORMS, file_name, produce
from tests.reports import sample


def test_the_forms_on_offer():
    assert list(FORMS) == ["sheet", "ranking", "awards", "annual"]
    assert all(form.formats == ("pdf",) and form.purpose and form.used_in for form in FORMS.values())


def test_all_forms_are_all_sheets_and_one_of_each_other(zone):
    assert len(jobs(zone)) == 20 + 3
    assert jobs(zone, department="03") == [("sheet", "03")]
    assert jobs(zone, "ranking") == [("ranking", None)]


def test_files_are_written_with_progress(zone, tmp_path):
    told = []
    out = tmp_path / "新" / "文件夹"
    files = produce_all(zone, out, "ranking", progress=lambda *step: told.append(step))
    assert [file.name for file in files] == ["2020年度考核结果汇总表（过程稿）.pdf"]
    assert told == [(0, 1, files[0].name), (1, 1, "")]
    assert [path.name for path in out.iterdir()] == [files[0].name]


def test_cancelling_keeps_what_is_finished(zone, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "produce", lambda *_: b"%PDF")
    asked = iter([False, False, False, True])
    files = produce_all(zone, tmp_path, "sheet", cancelled=lambda: next(asked))
    assert len(files) == 3 == len(list(tmp_path.iterdir()))


def test_an_existing_file_is_replaced_whole(tmp_path):
    path = tmp_path / "表.pdf"
    path.write_bytes(b"old")
    assert write_whole(path, b"new").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_keeps_what_it_was(tmp_path):
    path = tmp_path / "表.pdf"
    path.mkdir()
    with pytest.raises(Refusal, match="不能写入"):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_refused(zone, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal, match="不能建立文件夹"):
        produce_all(zone, tmp_path / "file" / "sub", "ranking")


@pytest.mark.parametrize(
    ("kind", "department", "format", "words"),
    [
        ("nonsense", None, "pdf", "没有“nonsense”这种报表"),
        ("sheet", None, "pdf", "请指明部门"),
        ("sheet", "99", "pdf", "不是参评部门"),
        ("ranking", None, "docx", "不能存成 docx"),
    ],
)
def test_what_cannot_be_produced_is_refused_in_words(zone, kind, department, format, words):
    with pytest.raises(Refusal, match=words):
        produce(zone, kind, department, format)


def test_file_names_are_allowed_on_windows(zone):
    odd = tuple(replace(d, name='a/b\\c:d*e?"f<g>|h. ') if d.code == "01" else d for d in zone.facts.departments)
    name = file_name(sample.context(replace(zone.facts, departments=odd)), "sheet", "01")
    assert not set('\\/:*?"<>|') & set(name) and name.endswith("（过程稿）.pdf")


def test_a_final_name_is_plain(final_zone):
    assert file_name(final_zone, "annual") == "2020年度考核报告.pdf"
    assert file_name(final_zone, "sheet", "02") == "2020年度部门考核计分表-02经济发展局.pdf"
