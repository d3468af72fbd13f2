"""PDF files made here: read through the child process, and refused with a reason."""

import io
import re
import sys

import pytest
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from communique.errors import ReadError
from communique.reading import pdf
from communique.reading.pdf import read_pdf

P1 = (
    "Le président de la Commission de l'océan Indien a reçu lundi les ministres de la pêche des États membres. "
    "Il a rappelé que la surveillance des zones économiques exclusives demeurait la première des priorités communes."
)
P2 = (
    "Les ministres ont convenu de mettre en commun leurs patrouilles et d'ouvrir un centre régional à Toamasina. "
    "L'œuvre « commune », selon le mot du président, sera financée à hauteur de 12 millions d'euros."
)


def _written(*paragraphs: str, times: int = 1) -> bytes:
    def edges(drawing: canvas.Canvas, document: SimpleDocTemplate) -> None:
        drawing.drawString(60, 815, "Commission de l'océan Indien")
        drawing.drawString(300, 20, f"– {document.page} –")

    out = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    story = [Paragraph(text, style) for text in paragraphs * times]
    SimpleDocTemplate(out, pagesize=A4).build(story, onFirstPage=edges, onLaterPages=edges)
    return out.getvalue()


def _drawn(*lines: str, encrypt: pdfencrypt.StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    drawing = canvas.Canvas(out, pagesize=A4, encrypt=encrypt)
    for number, line in enumerate(lines):
        drawing.drawString(70, 700 - 14 * number, line)
    drawing.showPage()
    drawing.save()
    return out.getvalue()


def test_paragraphs_come_back() -> None:
    document = read_pdf(_written(P1, P2), "a.pdf")
    assert document.source_name == "a.pdf"
    assert document.text.endswith(f"{P1}\n\n{P2}")


def test_many_pages_lose_their_heads_and_feet_and_nothing_else() -> None:
    text = read_pdf(_written(P1, P2, times=30), "a.pdf").text
    assert text == "\n\n".join([P1, P2] * 30)


def test_divided_words_are_mended() -> None:
    text = read_pdf(_drawn("Les deux parties entendent renforcer leur coopéra-", "tion dans la pêche."), "a.pdf").text
    assert text == "Les deux parties entendent renforcer leur coopération dans la pêche."


def test_a_password_for_changes_alone_does_not_stop_reading() -> None:
    open_to_all = pdfencrypt.StandardEncryption("", ownerPassword="secret")
    assert read_pdf(_drawn("Un texte lisible.", encrypt=open_to_all), "a.pdf").text == "Un texte lisible."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"Pas un PDF", "damaged"),
        (_written(P1)[:200], "damaged"),
        (_drawn("Secret.", encrypt=pdfencrypt.StandardEncryption("secret")), "encrypted"),
        (_drawn(), "ocrmypdf"),
        (_drawn("7"), "ocrmypdf"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_pdf(data, "a.pdf")


def test_damage_inside_never_raises_anything_else() -> None:
    whole = _written(P1)
    for start in range(100, len(whole), len(whole) // 6):
        damaged = whole[:start] + b"\xff\x00()" * 10 + whole[start + 40 :]
        try:
            read_pdf(damaged, "a.pdf")
        except ReadError as error:
            assert re.match("PDF: ", str(error))


def test_a_slow_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PDF_SECONDS", 0.01)
    with pytest.raises(ReadError, match="seconds"):
        read_pdf(_written(P1), "a.pdf")


def test_a_crash_of_the_child_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(ReadError, match="broke down"):
        read_pdf(_written(P1), "a.pdf")
