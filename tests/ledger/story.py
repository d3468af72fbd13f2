# ruff: noqa: E501 - the sentences are long
"""Hand-made documents and records of three invented days; the sentences are our own. Loaded by the conftests."""

from dataclasses import dataclass

from communique.reading.documents import Document, digest
from communique.records.ids import record_id
from communique.records.kinds import BY_NAME, Record
from communique.records.parts import Amount, Change, Party, Place, Span

CHINA = Party(name="China", kind="state", id="CHN", state="CHN")
KAZAKHSTAN = Party(name="Kazakhstan", kind="state", id="KAZ", state="KAZ")
FRANCE = Party(name="France", kind="state", id="FRA", state="FRA")
LI = Party(name="Li Keqiang", kind="person", id="person:li-keqiang", state="CHN", role="Premier")
SAGINTAYEV = Party(name="Bakytzhan Sagintayev", kind="person", state="KAZ", role="Prime Minister")
UNKNOWN = Party(name="Aru Bektasova", kind="person", role="Deputy Mayor")

FIRST = """Rencontre à Astana

Li Keqiang a rencontré jeudi à Astana son homologue Bakytzhan Sagintayev. Les deux pays sont des partenaires depuis 1992.
La Chine construira une usine de tracteurs à Kostanaï avant 2019, a promis M. Li. « Nous voulons vendre plus de blé », a dit M. Sagintayev.

Les deux parties ont convenu d'arrimer la Route lumineuse à la Ceinture économique de la Route de la soie.
Le commerce bilatéral a atteint 13 milliards de dollars en 2015, en hausse de 8 %. Elles veulent doubler les échanges d'ici 2020.
"""
SECOND = """Le Kazakhstan souhaite ouvrir un consulat à Xi'an, selon le ministère. La maire adjointe Aru Bektasova s'y est rendue.
L'usine de tracteurs de Kostanaï tourne depuis mars 2018.
"""
THIRD = """Paris et Astana ont signé hier un accord sur l'uranium. 哈萨克斯坦与法国合作。
"""
HOSTILE = """Titre <script>alert(1)</script> & "guillemets"

Li Keqiang a salué [Astana](javascript:alert(2)) <img src=x onerror=alert(3)> | **gras** `code` \x1b[31mrouge\x1b[0m [bold]Rich[/bold].
Ses mots : '; DROP TABLE records; -- "NEAR(a b)" * \x00 fin \u202e inversé.
"""


@dataclass(frozen=True)
class Extraction:
    """The shape of communique.pipeline.Extraction."""

    document: Document
    records: tuple[Record, ...]
    reasons: dict[str, tuple[str, ...]]


def build(text: str, rows: list[dict], **metadata: str) -> Extraction:
    """Make an extraction; a row names its record kind under `is` and its sentence under `at`."""
    document = Document(text, metadata.pop("source_name", "article.txt"), language="fr", **metadata)
    named: dict[str, str] = {}
    records = [_record(document, row, named) for row in rows]
    reasons = {record.id: (f"rule test-{record.record}", "cue «a»") for record in records[1:]}
    return Extraction(document, tuple(records), reasons)


def _record(document: Document, row: dict, named: dict[str, str]) -> Record:
    row = dict(row)
    kind, at, key = row.pop("is"), row.pop("at", None), row.pop("key", None)
    evidence = tuple(span(document.text, part) for part in ([at] if isinstance(at, str) else at or []))
    for link in ("venue", "occasion"):
        row |= {link: named.get(row[link], row[link])} if link in row else {}
    for field in ("content", "object"):
        row |= {field: span(document.text, row[field])} if field in row else {}
    defining = row.get("content") or row.get("object") or Span(start=len(named), end=len(repr(row)))
    identifier = record_id(kind, digest(document.text), evidence, defining)
    named |= {key: identifier} if key else {}
    return BY_NAME[kind](id=identifier, document=document.id, evidence=evidence, confidence=0.8, **row)


def span(text: str, part: str) -> Span:
    """Find the one place of a part in the text."""
    assert text.count(part) == 1, part
    return Span(start=text.index(part), end=text.index(part) + len(part))


def first(**metadata: str) -> Extraction:
    """Give the talks of November 2016, with records of every kind."""
    met = "Li Keqiang a rencontré jeudi à Astana son homologue Bakytzhan Sagintayev."
    promised = "La Chine construira une usine de tracteurs à Kostanaï avant 2019, a promis M. Li."
    joined = "Les deux parties ont convenu d'arrimer la Route lumineuse à la Ceinture économique de la Route de la soie."
    grown = "Le commerce bilatéral a atteint 13 milliards de dollars en 2015, en hausse de 8 %."
    both = (CHINA, KAZAKHSTAN)
    strategies = ("nurly-zhol", "silk-road-economic-belt")
    rows = [
        {"is": "document", "language": "fr", "title": "Rencontre à Astana", "published": "2016-11-04",
         "published_basis": ("dateline", "weekday"), "source": "Xinhua", "source_name": "premier.txt",
         "url": "https://example.org/premier?a=1&b=2"},
        {"is": "encounter", "key": "talks", "at": met, "kind": "meeting", "participants": (LI, SAGINTAYEV), "date": "2016-11-03",
         "host_state": "KAZ", "place": Place(name="Astana", state="KAZ"), "ordinal": 3,
         "series": "Regular Meeting of Heads of Government"},
        {"is": "milestone", "at": "Les deux pays sont des partenaires depuis 1992.", "parties": both,
         "status": "diplomatic-relations", "date": "1992"},
        {"is": "statement", "at": promised, "speakers": (LI,), "act": "commissive", "mode": "indirect", "venue": "talks",
         "content": "La Chine construira une usine de tracteurs à Kostanaï avant 2019", "date": "2016-11-03"},
        {"is": "commitment", "at": promised, "by": (CHINA,), "with": (KAZAKHSTAN,), "force": "pledge", "speakers": (LI,),
         "action": "build", "object": "une usine de tracteurs à Kostanaï", "sectors": ("industry",), "due": "../2019",
         "amount": Amount(value=1.5e9, unit="USD", bound="about"), "date": "2016-11-03"},
        {"is": "project", "at": promised, "name": "Tractor plant in Kostanay", "label": "usine de tracteurs", "kind": "plant",
         "place": Place(name="Kostanay", state="KAZ"), "state": "KAZ", "status": "planned", "parties": both, "date": "../2019"},
        {"is": "statement", "at": "« Nous voulons vendre plus de blé », a dit M. Sagintayev.", "speakers": (SAGINTAYEV,),
         "act": "commissive", "mode": "direct", "venue": "talks", "content": "Nous voulons vendre plus de blé", "date": "2016-11-03"},
        {"is": "alignment", "at": joined, "initiatives": strategies, "by": (CHINA,), "force": "agreement", "date": "2016-11-03"},
        {"is": "commitment", "at": joined, "by": both, "force": "agreement", "action": "align", "date": "2016-11-03",
         "object": "la Route lumineuse à la Ceinture économique de la Route de la soie", "initiatives": strategies},
        {"is": "figure", "at": grown, "measure": "trade-turnover", "subject": both, "value": 13e9, "unit": "USD",
         "period": "2015", "change": Change(value=0.08, basis="year-on-year")},
        {"is": "target", "at": "Elles veulent doubler les échanges d'ici 2020.", "measure": "trade-turnover", "subject": both,
         "factor": 2.0, "due": "2020", "date": "2016-11-03"},
    ]  # fmt: skip
    return build(FIRST, rows, **{"source_name": "premier.txt"} | metadata)


def second() -> Extraction:
    """Give an undated page: a wish, a project under way, a person whom nothing knows."""
    went = "La maire adjointe Aru Bektasova s'y est rendue."
    rows = [
        {"is": "document", "language": "fr", "source_name": "deuxieme.txt"},
        {"is": "commitment", "at": "Le Kazakhstan souhaite ouvrir un consulat à Xi'an, selon le ministère.", "by": (KAZAKHSTAN,),
         "with": (CHINA,), "force": "wish", "action": "open", "object": "un consulat à Xi'an"},
        {"is": "encounter", "at": went, "kind": "visit", "participants": (UNKNOWN, KAZAKHSTAN), "host_state": "CHN"},
        {"is": "project", "at": "L'usine de tracteurs de Kostanaï tourne depuis mars 2018.", "name": "Tractor plant in Kostanay",
         "label": "usine de tracteurs de Kostanaï", "kind": "plant", "state": "KAZ", "status": "operating",
         "parties": (CHINA, KAZAKHSTAN), "date": "2018-03/.."},
    ]  # fmt: skip
    return build(SECOND, rows, source_name="deuxieme.txt")


def third() -> Extraction:
    """Give a page on other states, dated to one of two years."""
    signed = "Paris et Astana ont signé hier un accord sur l'uranium."
    rows = [
        {"is": "document", "language": "fr", "published": "[2014,2016]", "published_basis": ("office-holder",),
         "source_name": "troisieme.txt"},
        {"is": "encounter", "at": signed, "kind": "signing", "participants": (FRANCE, KAZAKHSTAN), "date": "[2014,2016]"},
    ]  # fmt: skip
    return build(THIRD, rows, source_name="troisieme.txt")


def hostile() -> Extraction:
    """Give a page that attacks whoever prints it."""
    sentence = HOSTILE.splitlines()[2]
    name = 'Mallory <script>alert(4)</script> | [x](http://evil.test) \x1b]0;title\x07 =1+1 \u202e"\n# Big'
    rows = [
        {"is": "document", "language": "fr", "title": "Titre <script>alert(1)</script> & \"guillemets\"", "published": "2017-01-02",
         "source_name": "=cmd|<b>.txt", "url": "javascript:alert(5)"},
        {"is": "statement", "at": sentence, "speakers": (LI, Party(name=name, kind="person", state="KAZ")), "act": "expressive",
         "mode": "indirect", "content": "**gras**", "date": "2017-01-02"},
        {"is": "commitment", "at": sentence, "by": (Party(name=name, kind="person", state="KAZ"), CHINA), "force": "pledge",
         "action": "other", "object": "`code`", "sectors": ("</td><script>alert(6)</script>",), "date": "2017-01-02"},
        {"is": "milestone", "at": sentence, "parties": (CHINA, KAZAKHSTAN), "status": "a|b<script>", "date": "2017"},
    ]  # fmt: skip
    return build(HOSTILE, rows, source_name="=cmd|<b>.txt", url="javascript:alert(5)")


def everything() -> list[Extraction]:
    """Give all of them."""
    return [first(), second(), third(), hostile()]
