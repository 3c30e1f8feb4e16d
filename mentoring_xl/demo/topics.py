"""What mentees of the invented school ask for and what its mentors can: phrasings that meet, from topics.tsv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Topic:
    """A request and the competence that answers it, in people's own words. subject: "" when it is none."""

    request: str
    competence: str
    subject: str
    deficit: str


def topics(audience: str) -> tuple[Topic, ...]:
    """Return the topics for a "teacher" or a "pupil", in the order of the file."""
    lines = (files(__package__) / "topics.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t")
    return tuple(
        Topic(row["request"], row["competence"], row["subject"], row["deficit"])
        for row in rows
        if row["audience"] == audience
    )


def for_subject(found: tuple[Topic, ...], subject: str, number: int) -> Topic:
    """Return the topic of a subject, or one of the topics of no subject in turn."""
    own = [topic for topic in found if topic.subject and topic.subject == subject]
    common = [topic for topic in found if not topic.subject]
    return own[0] if own and number % 2 else common[number % len(common)]


INTERESTS = (
    "шахматы", "лыжи", "рисование", "фотография", "чтение", "музыка", "театр", "волейбол", "робототехника",
    "кулинария", "краеведение", "настольные игры", "волонтёрство", "туризм", "вышивание", "астрономия",
)  # fmt: skip
SUBJECTS = (
    "математика", "русский язык", "литература", "английский язык", "физика", "химия", "биология", "география",
    "история", "информатика", "физическая культура", "технология", "музыка",
)  # fmt: skip
