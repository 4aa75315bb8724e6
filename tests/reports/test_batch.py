"""Producing many: names, folders, progress, cancelling, and what cannot be done."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports import batch
from kpi_desktop.reports.batch import jobs, produce_all, write_whole
from kpi_desktop.reports.catalogue import FORMS, Choice, file_name, produce
from kpi_desktop.reports.forms.form import NOTHING
from kpi_desktop.reports.forms.request import ASKS
from tests.reports import sample


def test_every_form_on_offer_comes_in_all_formats():
    assert all(form.formats == ("pdf", "docx", "xlsx") and form.purpose and form.used_in for form in FORMS.values())


def test_all_forms_are_one_for_each_department_or_subject_and_one_of_each_other(zone):
    found = Counter(form for form, _ in jobs(zone))
    for form in FORMS.values():
        copies = 20 if form.per_department else len(form.subjects(zone)) if form.per_subject else 1
        assert found[form.code] == copies


def test_a_choice_leaves_only_its_own_prints(zone):
    assert jobs(zone, "sheet", department="03") == [("sheet", Choice(department="03"))]
    assert all(choice == Choice(department="03") for _, choice in jobs(zone, department="03"))
    assert {form for form, _ in jobs(zone, department="03")} == {f.code for f in FORMS.values() if f.per_department}
    assert jobs(zone, "ranking") == [("ranking", NOTHING)]
    assert jobs(zone, "ranking", choice=Choice(month=3)) == [("ranking", NOTHING)]  # what the form does not ask for


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
        ("ranking", None, "doc", "不能存成 doc"),
        ("monthly", Choice(month=13), "pdf", "没有13月"),
        ("economic", Choice(group="没有的组"), "pdf", "没有“没有的组”这个分组"),
        ("directive", None, "pdf", "一事一份，请指明"),
        ("directive", Choice(subject="没有的"), "pdf", "“没有的”没有“督办单”"),
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


def test_one_merged_file_holds_every_print_with_a_bookmark(zone, tmp_path):
    (file,) = produce_all(zone, tmp_path, "sheet", merged=True)
    assert file.name == "2020年度部门考核计分表（合订）（过程稿）.pdf"
    reader = PdfReader(BytesIO(file.read_bytes()))
    assert len(reader.outline) == 20
    assert [reader.get_destination_page_number(mark) % 2 for mark in reader.outline] == [0] * 20
    assert reader.outline[0].title == "2020年度部门考核计分表-01投资促进局（过程稿）"
    assert list(tmp_path.iterdir()) == [file]


def test_a_cancelled_merge_keeps_what_is_finished(zone, tmp_path):
    asked = iter([False, False, True])
    (file,) = produce_all(zone, tmp_path, "sheet", merged=True, cancelled=lambda: next(asked))
    assert len(PdfReader(BytesIO(file.read_bytes())).outline) == 2


@pytest.mark.parametrize(("format", "archive", "words"), [("docx", False, "只有 PDF 能合订"), ("pdf", True, "归档")])
def test_what_cannot_be_merged_is_refused(zone, tmp_path, format, archive, words):
    with pytest.raises(Refusal, match=words):
        produce_all(zone, tmp_path, "ranking", format=format, archive=archive, merged=True)
    assert not list(tmp_path.iterdir())


def test_an_archived_print_says_so_and_is_tagged(zone):
    archived = PdfReader(BytesIO(produce(zone, "ranking", archive=True)))
    meta = archived.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in meta and "<pdfaid:conformance>B</pdfaid:conformance>" in meta
    assert archived.trailer["/Root"]["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in archived.trailer["/Root"]
    assert archived.trailer["/Root"]["/Lang"].lower().startswith("zh")


def test_the_names_of_files_say_the_choice(zone):
    assert file_name(zone, "monthly", Choice(month=3), "xlsx").endswith("-3月.xlsx")
    assert "公示-列名次、总分和等次（过程稿）" in file_name(zone, "publicity", Choice(subject="totals"))
    assert "-经济考核组" in file_name(zone, "economic", Choice(group="经济考核组"), "docx")


def test_a_department_gets_its_own_directives_and_requests(zone):
    leads = {task.code: task.lead for task in zone.facts.tasks}
    whose = [(d.number, leads[d.task] if d.task else d.department) for d in zone.facts.directives]
    for code in {owner for _, owner in whose}:
        own = [choice.subject for _, choice in jobs(zone, "directive", department=code)]
        mine = [number for number, owner in whose if owner == code]
        assert [zone.facts.directives[int(each)].number for each in own if each.isdigit()] == mine
        asked = [choice.subject.partition(":")[0] for _, choice in jobs(zone, "approval", department=code)]
        assert {leads[task] for task in asked} <= {code}


def test_the_files_of_directives_and_requests_are_told_apart(zone):
    for kind in ("directive", "approval"):
        names = [file_name(zone, form, choice) for form, choice in jobs(zone, kind)]
        assert len(set(names)) == len(names)
    assert file_name(zone, "directive", Choice(subject="3")) == "2020年度督办单-〔2020〕4号红T03.pdf"
    asked = Choice(subject=next(choice.subject for _, choice in jobs(zone, "approval")))
    code, _, what = asked.subject.partition(":")
    assert file_name(zone, "approval", asked).endswith(f"审批表-{code}{ASKS[what]}.pdf")
