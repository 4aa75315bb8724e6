"""A running LibreOffice that recalculates one workbook on demand and says how long it took.

Run by the system's Python (the one that has `uno`): argument 1 is the workbook, 2 a port; a line on standard input asks
for one `calculateAll`, the answer is its seconds.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path


def connect(port: str):
    import uno

    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    deadline = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > deadline:
                raise


def main() -> None:
    workbook, port = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as profile:
        accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        office = subprocess.Popen(["soffice", home, "--headless", "--norestore", accept])
        try:
            desktop = connect(port).ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", connect(port)
            )
            document = desktop.loadComponentFromURL(Path(workbook).as_uri(), "_blank", 0, ())
            print("ready", document.Sheets.getByName("D").getCellRangeByName("F2").Value, flush=True)
            for _ in sys.stdin:
                begun = time.perf_counter()
                document.calculateAll()
                print(time.perf_counter() - begun, flush=True)
            document.close(True)
        finally:
            office.terminate()
            office.wait()


if __name__ == "__main__":
    main()
