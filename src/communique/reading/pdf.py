"""A PDF → its text. The file is opened in a child process with limited time and memory; a crash there is a failure
here.

Refuses what is encrypted, damaged, without a text layer, or too slow. Takes nothing of the PDF's own metadata: titles
and dates there are those of the program that wrote it.
"""

import json
import subprocess
import sys
from typing import Any

from communique.errors import ReadError
from communique.reading.decoding import without_controls
from communique.reading.documents import Document
from communique.reading.limits import PDF_SECONDS, check_text
from communique.reading.pdf_text import Line, joined

_COMMAND = (sys.executable, "-P", "-m", "communique.reading.pdf_worker")


def read_pdf(data: bytes, name: str) -> Document:
    """Make the document of one PDF; `ReadError` says why there is none."""
    answer = _asked(data)
    if "error" in answer:
        raise ReadError(f"PDF: {answer['error']}")
    text = without_controls(joined([[Line(*line) for line in page] for page in answer["pages"]]))
    if not text:
        raise ReadError("PDF: no text in it (a scan?); put a text layer in: ocrmypdf -l fra FILE NEW-FILE")
    return Document(text=check_text(text), source_name=name)


def _asked(data: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(_COMMAND, input=data, capture_output=True, timeout=PDF_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"PDF: not read within {PDF_SECONDS} seconds: split it") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise ReadError(f"PDF: reading it broke down (status {done.returncode}) {last}".strip()) from error
    return dict(answer)
