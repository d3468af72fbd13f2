"""Whether memory stays flat: reads thousands of made-up articles, each with new names and numbers, and prints the memory in use.

python benchmarks/memory.py [--documents 10000]
"""

import argparse
import resource
import sys
from pathlib import Path

from rich.console import Console

from communique.pipeline import Reader
from communique.reading.documents import Document

STATES = ("Portugal", "Ghana", "Chili", "Népal", "Mali", "Canada", "Kenya", "Japon")
SYLLABLES = ("ba", "ko", "ri", "na", "tu", "mel", "so", "vi", "dar", "lo", "gue", "pha")
ARTICLE = (
    "Le ministre {first} {name}, du {state}, a reçu le {day} mars à {city} son homologue du {other}. "
    "Il s'est engagé à construire un pont à {city} pour {sum} millions de dollars, a déclaré {name}. "
    "Le commerce entre les deux pays a atteint {sum} millions d'euros."
)


def word(number: int) -> str:
    """Make a word that no other number makes."""
    made = ""
    while number or not made:
        number, place = divmod(number, len(SYLLABLES))
        made += SYLLABLES[place]
    return made.capitalize()


def article(number: int) -> str:
    """Make one short article."""
    state, other = STATES[number % 8], STATES[(number // 8 + 1) % 8]
    return ARTICLE.format(
        first=word(number * 7 + 1), name=word(number * 31 + 5), city=word(number * 13 + 3), state=state, other=other,
        day=number % 30 + 1, sum=number + 2,
    )  # fmt: skip


def used() -> float:
    """Give the memory in use now, in megabytes; its highest value so far where the system does not tell."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Read and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--documents", type=int, default=10_000)
    given = arguments.parse_args()
    reader, console, records = Reader(), Console(), 0
    for number, text in enumerate(map(article, range(given.documents)), start=1):
        records += len(reader.extract(Document(text, f"{number}.txt", language="fr")).records)
        if number % max(given.documents // 10, 1) == 0:
            console.print(f"{number:>8,} documents  {records:>8,} records  {used():>8.1f} MB")


if __name__ == "__main__":
    main()
