import pytest

from communique.errors import KnowledgeError
from communique.interfaces import states
from communique.interfaces.states import names_for, resolve_state


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KAZ", "KAZ"),
        ("kaz", "KAZ"),
        (" KAZ ", "KAZ"),
        ("Kazakhstan", "KAZ"),
        ("Chine", "CHN"),
        ("china", "CHN"),
        ("etats-unis", "USA"),
    ],
)
def test_codes_and_names(text: str, code: str) -> None:
    assert resolve_state(text) == code


@pytest.mark.parametrize("text", ["Narnia", "", "XXQ", "chinois", "<b>"])
def test_what_is_no_state_is_refused(text: str) -> None:
    with pytest.raises(KnowledgeError, match="is no state that is known"):
        resolve_state(text)


def test_names_are_in_the_language() -> None:
    assert (names_for("fr")["CHN"], names_for("en")["CHN"]) == ("Chine", "China")


def test_codes_work_without_the_knowledge_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "_known", lambda: None)
    assert resolve_state("kaz") == "KAZ" and names_for("fr") == {}
    with pytest.raises(KnowledgeError, match="write its ISO 3166-1 code"):
        resolve_state("Kazakhstan")
