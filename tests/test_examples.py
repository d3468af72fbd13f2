"""Every example of a frame row runs: `yes` gives the record that the row is for, `no` gives none of it.

Each stands after a lead, as in an article, which names two states and introduces a woman and a man.
"""

import pytest

from communique.language.packs import languages, table
from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.records.kinds import Commitment, Record, Statement

LEADS = {
    "fr": "TALLINN, 12 mars 2019 – La ministre estonienne des Affaires étrangères, Marta Kask, a reçu mardi à Tallinn "
    "le ministre kényan des Affaires étrangères, Peter Mwangi.\n\n",
    "en": "TALLINN, March 12, 2019 - Estonian Foreign Minister Marta Kask received Kenyan Foreign Minister Peter Mwangi "
    "in Tallinn on Tuesday.\n\n",
}
Case = tuple[str, str, str, bool]
"""Language, kind or force, sentence, whether the record is there."""


def cases(name: str, label: str) -> list[Case]:
    """Give the examples of all rows of a table of frames, in every language."""
    return [
        (language, row[label], sentence, wanted)
        for language in languages()
        for row in (table(language, "speech") | table(language, "promises")).get(name, [])
        for key, wanted in (("yes", True), ("no", False))
        for sentence in row.get(key, [])
    ]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def records(reader: Reader, language: str, sentence: str) -> list[Record]:
    lead = LEADS[language]
    found = reader.extract(Document(lead + sentence + "\n", "example", language=language)).records
    return [record for record in found if any(span.start >= len(lead) for span in record.evidence)]


@pytest.mark.parametrize(("language", "act", "sentence", "wanted"), cases("reporting", "act"))
def test_reporting_row(reader: Reader, language: str, act: str, sentence: str, wanted: bool) -> None:
    found = [record for record in records(reader, language, sentence) if isinstance(record, Statement)]
    assert bool(found) == wanted


@pytest.mark.parametrize(("language", "force", "sentence", "wanted"), cases("force", "force"))
def test_force_row(reader: Reader, language: str, force: str, sentence: str, wanted: bool) -> None:
    found = [record for record in records(reader, language, sentence) if isinstance(record, Commitment)]
    assert (force in {record.force for record in found}) == wanted
