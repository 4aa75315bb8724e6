"""LibreOffice as a reader of what the program writes: to PDF, or through its own recalculation to another workbook."""

import os
import subprocess
from pathlib import Path

import pylopdf_fonts_zh_cn

PROFILE = "-env:UserInstallation="


def converted(path: Path, format: str, folder: Path) -> Path:
    """The file as LibreOffice writes it in another format; the Chinese fonts of the program are known to it."""
    settings = folder / "fonts.conf"
    fonts = pylopdf_fonts_zh_cn.sans_path().parent
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>'
    )
    out = folder / "converted"
    command = ["soffice", PROFILE + (folder / "profile").as_uri(), "--headless", "--norestore", "--convert-to", format]
    subprocess.run(
        [*command, "--outdir", str(out), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "FONTCONFIG_FILE": str(settings)},
    )
    return out / f"{path.stem}.{format}"
