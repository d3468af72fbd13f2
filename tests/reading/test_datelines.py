"""Where a dateline ends, and what only looks like one."""

import pytest

from communique.reading.datelines import dateline_end
from communique.reading.outlets import bracketed


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("PEKIN, 4 nov. (Xinhua) --", "Xinhua"),
        ("Alger, 12 mars (APS) –", "APS"),
        ("BEIJING, 4 juillet 2024 /PRNewswire/ --", "PRNewswire"),
        ("ASTANA, 3 novembre /TASS/.", "TASS"),
        ("ASTANA, 3 novembre. /TASS/.", "TASS"),
        ("АСТАНА, 3 ноября. /ТАСС/.", "ТАСС"),
        ("RABAT (MAP) –", "MAP"),
        ("RABAT, 3 mars (MAP)-", "MAP"),
        ("RABAT, 3 mars 2020 (MAP)", "MAP"),
        ("Paris, le 4 avril 2022 -", None),
        ("Paris (AFP) -", "AFP"),
        ("(AFP) -", "AFP"),
        ("ALGER -", None),
        ("ADDIS-ABEBA, 1er mars (Xinhua) --", "Xinhua"),
        ("NATIONS UNIES, 5 fév. (Xinhua) --", "Xinhua"),
        ("WASHINGTON/PARIS, 3 mai (Reuters) -", "Reuters"),
        ("Port-au-Prince, mercredi 3 mars 2021 (Agence du port) –", "Agence du port"),
        ("Alger (APS) 12 mars –", "APS"),
        ("Le Caire, 03/05/2019 (MENA) —", "MENA"),
        ("Berlin, 3 mars –", None),
    ],
)
@pytest.mark.parametrize("rest", ["Le ministre a reçu son homologue.", "« Nous signerons », a dit le ministre.", "27 États ont signé."])
def test_a_dateline_ends_where_the_story_begins(dateline: str, source: str | None, rest: str) -> None:
    if dateline[0] == "А":
        rest = "Министр принял посла."
    assert dateline_end(f"{dateline} {rest}") == len(dateline)
    assert bracketed(dateline) == source


@pytest.mark.parametrize(
    "line",
    [
        "Li Xia (Chine) a remporté le marathon de la ville.",
        "Le 4 avril 2022 - Le ministre a reçu son homologue.",
        "Réunis à Dakar le 4 avril 2022 – jour de fête – les ministres ont signé l'accord.",
        "Genève, 27 ministres (UE) – Les délégations se sont revues.",
        "À Tunis, le 4 avril, le ministre a reçu son homologue.",
        "Le président et le Premier ministre - Une relation ancienne.",
        "Selon l'agence (Xinhua), le ministre a reçu son homologue.",
        "Le ministre (APS) a parlé.",
        "OTAN - ",
        "- ouvrir un consulat",
        "",
        "(" * 500,
        "3 mars " * 500,
    ],
)
def test_what_only_looks_like_a_dateline(line: str) -> None:
    assert dateline_end(line) == 0


def test_a_letterhead_is_a_whole_line() -> None:
    assert dateline_end("Paris, le 4 avril 2022") == len("Paris, le 4 avril 2022")
