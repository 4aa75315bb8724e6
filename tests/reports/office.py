"""LibreOffice as a reader of what the program writes: to PDF, or through its own recalculation to another workbook."""

import os
import subprocess
from pathlib import Path

import pylopdf_fonts_zh_cn

SERIF = ("宋体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体")
PROFILE = "-env:UserInstallation="


def converted(path: Path, format: str, folder: Path) -> Path:
    """The file as LibreOffice writes it in another format; the Chinese fonts of the program are known to it."""
    out = folder / "converted"
    command = ["soffice", PROFILE + (folder / "profile").as_uri(), "--headless", "--norestore", "--convert-to", format]
    subprocess.run(
        [*command, "--outdir", str(out), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts_for(folder))},
    )
    return out / f"{path.stem}.{format}"


def fonts_for(folder: Path) -> Path:
    """Settings by which programs find the Chinese fonts of the program in place of those a form asks for."""
    settings = folder / "fonts.conf"
    fonts = pylopdf_fonts_zh_cn.sans_path().parent
    instead = "".join(_instead(name, "Noto Serif SC") for name in SERIF) + _instead("黑体", "Noto Sans SC")
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir>{instead}</fontconfig>'
    )
    return settings


def _instead(name: str, other: str) -> str:
    return f"<alias binding='same'><family>{name}</family><prefer><family>{other}</family></prefer></alias>"
