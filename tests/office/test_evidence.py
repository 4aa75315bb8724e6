"""Evidence in the book: kept once, found again, never lost; and a task's chain across years."""

import contextlib
import hashlib

import pytest

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import carrying, supervision
from kpi_desktop.office.evidence import Evidence, attach_evidence, detach_evidence, evidence_bytes, evidence_of
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.undo import undo
from tests.assessment.build import on
from tests.book.sample import raw

PAPER = "验收报告".encode()
DIGEST = hashlib.sha256(PAPER).hexdigest()


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "验收 报告#1.pdf"
    file.write_bytes(PAPER)
    return file


def kept(path) -> int:
    with contextlib.closing(raw(path)) as connection:
        return connection.execute("SELECT count(*) FROM attachment").fetchone()[0]


def test_a_file_is_kept_once_however_often_it_is_attached(zone, path, paper):
    attach_evidence(zone, 2020, "T1", paper, "终验")
    attach_evidence(zone, 2020, "T2", paper)
    assert kept(path) == 1
    assert evidence_of(zone, 2020) == (
        Evidence("T1", "验收 报告#1.pdf", DIGEST, "终验"),
        Evidence("T2", "验收 报告#1.pdf", DIGEST, None),
    )
    paper.unlink()
    assert evidence_bytes(zone, DIGEST) == PAPER
    assert verify(zone).ok


def test_what_is_taken_off_stays_in_the_book_for_the_history(zone, path, paper):
    attach_evidence(zone, 2020, "T1", paper)
    detach_evidence(zone, 2020, DIGEST, "T1")
    assert (evidence_of(zone, 2020), kept(path)) == ((), 1)
    undo(zone)
    assert evidence_of(zone, 2020, "T1")[0].digest == DIGEST
    with pytest.raises(Refusal, match="没有附这份佐证"):
        detach_evidence(zone, 2020, DIGEST, "T2")


def test_refusals(zone, paper, tmp_path):
    attach_evidence(zone, 2020, "T1", paper)
    with pytest.raises(Refusal, match="已经附在"):
        attach_evidence(zone, 2020, "T1", paper)
    with pytest.raises(Refusal, match="读不出"):
        attach_evidence(zone, 2020, "T1", tmp_path / "没有.pdf")
    empty = tmp_path / "空.pdf"
    empty.touch()
    with pytest.raises(Refusal, match="空文件"):
        attach_evidence(zone, 2020, "T1", empty)
    with pytest.raises(Refusal, match="没有这份文件"):
        evidence_bytes(zone, "0" * 64)


def test_a_subject_is_a_task_or_a_part_of_it(zone, paper):
    attach_evidence(zone, 2020, "T10", paper)
    assert evidence_of(zone, 2020, "T1") == ()
    attach_evidence(zone, 2020, "T1/基础", paper)
    assert [each.subject for each in evidence_of(zone, 2020, "T1")] == ["T1/基础"]


def test_the_history_of_a_task_is_one_chain_over_three_years(zone, paper):
    attach_evidence(zone, 2020, "T2", paper)
    carrying.carry_over(zone, 2020)
    supervision.report_progress(zone, 2021, "2020-T2", on("2021-03-01"), None, "续建")
    carrying.carry_over(zone, 2021)
    for year, code in ((2020, "T2"), (2021, "2020-T2"), (2022, "2021-T2")):
        chapters = supervision.history_of(zone, year, code)
        assert [(each.year, each.task.code) for each in chapters] == [
            (2020, "T2"),
            (2021, "2020-T2"),
            (2022, "2021-T2"),
        ]
    first, second, third = chapters
    assert [p.narrative for p in first.progress + second.progress + third.progress] == ["已开工", "续建"]
    assert [d.number for d in first.directives] == ["〔2020〕3号"]
    assert [e.reason for e in first.extensions] == ["雨季"]
    assert [e.file for e in first.evidence] == ["验收 报告#1.pdf"]
    assert third.task.times_carried == 2
    with pytest.raises(Refusal, match="没有任务“X”"):
        supervision.history_of(zone, 2020, "X")
