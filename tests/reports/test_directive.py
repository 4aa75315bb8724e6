"""督办单: the letter, its colour and number, the facts of the matter, the slip; issued and proposed."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_desktop.assessment.facts import Directive
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import directive
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.word_fit import IN_TEXTS, INSETS
from kpi_desktop.reports.word_letter import of_letter
from tests.reports import pages, sample


def data(context, subject):
    return directive.data(context, Choice(subject=subject))


def test_one_on_a_task(zone):
    made = data(zone, "2")
    rows = dict(made["rows"])
    assert (made["tag"], made["number"], made["colour"]) == ("红色督办（通报）", "督办〔2020〕3号", "red")
    assert made["title"] == "关于加快化古城整体搬迁安置的督办单" and made["addressee"] == "规划建设局："
    assert rows["督办事项"] == "T02 化古城整体搬迁安置（结转第3年）"
    assert rows["责任单位"] == "牵头：规划建设局（责任人赵一鸣）　　协办：国土资源局、马金铺街道办事处"
    assert rows["督办原因"] == "节点逾期。" and rows["完成标准"] == "全部完成并通过验收（期限：12月31日）"
    assert rows["考核扣分"] == "红色督办扣1分（督查扣分），同一事项多次督办的就高计"
    assert rows["回复时限"] == "2020年10月27日前，回执加盖公章报高新技术产业开发区督查室"
    assert made["day"] == "2020年10月20日" and made["replied"] == "2020年10月26日"


def test_one_on_an_indicator(zone):
    made = data(zone, "4")
    assert made["text"] == (
        "经查，你单位承担的“土地收储”进展滞后，情况见下表。现予黄色督办（警示）。"
        "请立即整改，查明原因，明确责任人和完成时限，并于2020年9月17日前书面回复。"
    )
    rows = dict(made["rows"])
    assert rows["年度目标"] == "确保3,000亩" and rows["责任单位"] == "国土资源局（负责人周立群）"


def test_a_blue_one_costs_nothing_and_says_nothing_of_points(zone):
    assert "考核扣分" not in dict(data(zone, "0")["rows"])


def test_every_directive_and_every_proposal_can_be_chosen(zone):
    listed = directive.subjects(zone)
    assert [code for code, _ in listed[:6]] == ["0", "1", "2", "3", "4", "5"]
    assert listed[2] == ("2", "〔2020〕3号 红 T02 化古城整体搬迁安置")
    proposed = dict(listed[6:])
    assert proposed["new:T09"] == "（拟发） 红 T09 “产业大脑”网络信息平台"
    assert all(code.startswith("new:") for code in proposed)
    for code, _ in listed:
        assert data(zone, code)["title"]


def test_a_proposed_one_has_the_next_number_and_says_it_is_a_draft(zone):
    made = data(zone, "new:T09")
    assert made["number"] == "督办〔2020〕7号（拟稿）"
    assert dict(made["rows"])["督办原因"].startswith("期限2020年10月31日，已逾期61天")


def test_the_name_is_not_said_twice(zone):
    """A reason that begins with the matter's name, as the office drafts it, is printed without it."""
    issued = Directive(None, "T03", None, None, "red", date(2020, 12, 20), None, "“马金铺村‘三旧’改造”：已逾期20天。")
    made = data(sample.context(replace(zone.facts, directives=(issued,))), "0")
    rows = dict(made["rows"])
    assert rows["督办原因"] == "已逾期20天。"
    assert made["number"] == "督办〔2020〕　号" and "及时书面回复" in made["text"]


def test_a_subject_that_is_not_there_is_refused(zone):
    with pytest.raises(Refusal, match="没有“99”"):
        data(zone, "99")


def test_the_letter_is_set_as_the_standard_says(zone):
    """Red letterhead 30 mm from the top, 28 characters a line between 28 and 26 mm, the slip on the same page."""
    pdf = produce(zone, "directive", Choice(subject="2"))
    lines = pages.lines(pdf, 0)
    assert len(pages.reader(pdf).pages) == 1
    head = next(line for line in lines if "督查室" in line[2])
    assert 30 < head[0] < 48
    body = [line for line in lines if line[2].startswith("经查") or "情况见下表" in line[2]]
    assert body and all(27 < line[1] < 41 for line in body)
    text = pages.whole_text(pdf)
    assert all(word in text for word in ("督办回执", "沿此线裁开", "主要负责人（签字、盖章）", "预计办结"))


def test_a_long_text_moves_its_slip_whole_to_the_next_page(zone):
    long = "".join(f"第{at}项要求未落实；" for at in range(90))
    facts = replace(zone.facts, directives=(replace(zone.facts.directives[2], reason=long),))
    texts = pages.page_texts(produce(sample.context(facts), "directive", Choice(subject="0")))
    assert len(texts) == 2
    assert "督办回执" not in texts[0] and "督办回执" in texts[1] and "主要负责人（签字、盖章）" in texts[1]


def test_a_reply_is_printed_in_the_slip(zone):
    answered = replace(zone.facts.directives[0], reply="已修复2.3公里，9月28日前完工。")
    facts = replace(zone.facts, directives=(answered,))
    text = pages.whole_text(produce(sample.context(facts), "directive", Choice(subject="0")))
    assert "已修复2.3公里，9月28日前完工。（2020年6月26日回复）" in text


def test_in_word_the_slip_has_pairs_beside_each_other_and_says_when_the_reply_came(zone):
    slip = directive.outline(zone, Choice(subject="2")).blocks[-1]
    rows = {row.cells[0].text.replace("\n", ""): row for row in slip.rows}
    assert [cell.text for cell in rows["督办编号"].cells[2:]] == ["回复单位", "规划建设局"]
    assert rows["整改落实情\u3000\u3000况"].cells[1].text.endswith("（2020年10月26日回复）")
    assert [rows[label].height for label in ("存在问题下步措施", "单位意见")] == [12.0, 11.0]


def test_the_rows_of_a_letter_are_closer_only_where_that_saves_its_slip_a_page(zone):
    def inset(reason: str) -> int:
        facts = replace(zone.facts, directives=(replace(zone.facts.directives[2], reason=reason),))
        made = directive.outline(sample.context(facts), Choice(subject="0"))
        return of_letter(made, 156.0, 241.0)

    insets = [inset("节点未按期完成，" * count) for count in (1, 40, 55, 120)]
    assert insets[0] == INSETS[0] and insets[1] < insets[0] and insets[3] == IN_TEXTS


def title_lines(zone, name: str) -> list[str]:
    tasks = tuple(replace(each, title=name) if each.code == "T02" else each for each in zone.facts.tasks)
    pdf = produce(sample.context(replace(zone.facts, tasks=tasks)), "directive", Choice(subject="2"))
    rows: dict[float, str] = {}
    for piece in pages.pieces(pdf, 0):
        if piece.size == pytest.approx(22, abs=0.1):
            rows[round(piece.y)] = rows.get(round(piece.y), "") + piece.text
    return [rows[y] for y in sorted(rows)]


def test_a_number_in_a_title_stays_with_what_it_counts(zone):
    first, second = title_lines(zone, "海源路、昌源路、滇缅大道等5条道路及市容环境整治")
    assert first.endswith("滇缅大道等") and second.startswith("5条道路")


def test_a_title_of_two_lines_has_no_lonely_character(zone):
    """Twenty-one characters, one more than a line holds."""
    name = "河道与梁王河整治水质达标事"
    lines = title_lines(zone, name)
    assert "".join(lines) == f"关于加快{name}的督办单"
    assert len(lines) == 2 and min(map(len, lines)) >= 8 and lines[1].endswith("的督办单")


def test_the_number_of_a_draft_stays_on_one_line_of_the_slip(zone):
    subject = next(code for code, _ in directive.subjects(zone) if not code.isdigit())
    pdf = produce(zone, "directive", Choice(subject=subject))
    assert any("号（" in text and "，拟稿）" in text for _, _, text in pages.lines(pdf, 0))
