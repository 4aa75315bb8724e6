"""Word documents of the project turned into PDF by LibreOffice, in one process, as an office would do a batch."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.reports.office import fonts_for

SECONDS = 600


class Converter:
    """One LibreOffice process a batch, its own profile warmed up beforehand."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = fonts_for(folder)

    def convert(self, documents: Sequence[Path]) -> list[Path]:
        """The PDFs of all `documents`, made by a single process."""
        out = self._folder / "pdf"
        command = ["soffice", f"-env:UserInstallation={(self._folder / 'profile').as_uri()}", "--headless"]
        command += ["--norestore", "--convert-to", "pdf", "--outdir", str(out), *map(str, documents)]
        environment = {**os.environ, "FONTCONFIG_FILE": str(self._settings)}
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=environment)
        return [out / f"{document.stem}.pdf" for document in documents]
