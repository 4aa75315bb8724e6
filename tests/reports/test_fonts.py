"""Fallback of fonts: what is there is used, what is missing is named with what replaced it."""

from kpi_desktop.reports.fonts import chosen, fonts_report, uses

WINDOWS = ("SimSun", "FangSong", "KaiTi", "SimHei", "Microsoft YaHei")


def test_on_a_bare_machine_the_packaged_fonts_print_everything():
    assert chosen(("Noto Serif SC", "Noto Sans SC"))["body"] == ["Noto Serif SC"]
    assert chosen(("Noto Serif SC", "Noto Sans SC"))["heading"] == ["Noto Sans SC"]


def test_on_windows_its_own_fonts_come_first():
    found = chosen((*WINDOWS, "Noto Serif SC"))
    assert [found[role][0] for role in ("title", "body", "heading", "subheading")] == [
        "SimSun",
        "FangSong",
        "SimHei",
        "KaiTi",
    ]


def test_the_standards_fonts_win_under_either_name():
    assert chosen(("方正小标宋简体", "SimSun"))["title"][0] == "方正小标宋简体"
    assert chosen(("FZXiaoBiaoSong-B05S", "SimSun"))["title"][0] == "FZXiaoBiaoSong-B05S"
    assert not any(use.replaced for use in uses(("FZXiaoBiaoSong-B05S",)) if use.role == "标题")


def test_names_are_found_whatever_their_case():
    assert chosen(("simsun",))["table"] == ["simsun"]


def test_a_missing_font_is_named_with_its_replacement():
    use = next(use for use in uses(("FangSong", "SimSun")) if use.role == "正文")
    assert use.replaced and use.sentence == "正文：缺“仿宋_GB2312”，以“FangSong”代替"


def test_no_font_at_all_is_said():
    assert all(use.used is None and "没有可用的中文字体" in use.sentence for use in uses(()))


def test_this_machine_can_print():
    assert all(use.used for use in fonts_report())
