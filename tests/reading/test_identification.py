"""Scripts first, then the likeliest of few languages, and None where it is uncertain."""

import pytest

from communique.reading.identification import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre des Affaires étrangères a reçu son homologue à Rabat.", "fr"),
        ("The foreign minister received his counterpart in Rabat on Monday.", "en"),
        ("El ministro de Asuntos Exteriores recibió a su homólogo en Rabat.", "es"),
        ("Der Außenminister empfing seinen Amtskollegen in der Hauptstadt.", "de"),
        ("Il ministro degli Esteri ha ricevuto il suo omologo nella capitale.", "it"),
        ("Dışişleri Bakanı başkentte mevkidaşı ile bir araya geldi.", "tr"),
        ("Министр иностранных дел принял своего коллегу в столице.", "ru"),
        ("Сыртқы істер министрі әріптесін елордада қабылдады.", "kk"),
        ("外交部长在首都会见了来访的客人。", "zh"),
        ("« 一带一路 », a dit le ministre, est une initiative que nous soutenons tous.", "fr"),
        ("Министр рассказал о газете «Егемен Қазақстан» и о том, что её читают по всей стране.", "ru"),
        ("Міністр закордонних справ прийняв свого колегу у столиці, заявили їхні відомства.", None),
        ("外務大臣は首都で同僚を迎えました。", None),
        ("وزير الخارجية يستقبل نظيره في العاصمة", None),
        ("Oui.", None),
        ("12345 67890", None),
        ("", None),
    ],
)
def test_identify(text: str, language: str | None) -> None:
    assert identify(text) == language
