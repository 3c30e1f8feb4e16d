"""How well requests find the right competences: labelled requests of teachers and pupils in their own words.

A line of requests has a side, a text, and the competences that answer it: all that do, or none. `first` and `second`
were written before the thesaurus, `unseen` after it and never looked at while it changed.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from mentoring_xl.matching.coverage import Coverage
from mentoring_xl.matching.stems import phrase, phrases

LABELLED = Path(__file__).parent / "labelled"


def lines(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def ours(requests, offers):
    asked = tuple(tuple(stems for _, stems in phrases(text)) for text in requests)
    return np.nan_to_num(Coverage(asked, tuple(phrase(text) for text in offers)).block(slice(None)))


def tf_idf(requests, offers):
    """Cosines of TF-IDF vectors of the same stems."""
    texts = [phrase(text) for text in (*requests, *offers)]
    words = sorted({word for text in texts for word in text})
    counts = np.array([[text.count(word) for word in words] for text in texts], dtype=float)
    vectors = counts * (np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors[: len(requests)] @ vectors[len(requests) :].T


def figures(way, folder, name):
    """Return the share of requests whose right offer comes first, a tie counted in parts, and the area under ROC."""
    requests, offers = lines(LABELLED / folder / f"{name}.tsv"), lines(LABELLED / folder / "competences.tsv")
    found = way([line["request"] for line in requests], [line["competences"] for line in offers])
    first, right, wrong = [], [], []
    for line, values in zip(requests, found, strict=True):
        side = [place for place, offer in enumerate(offers) if offer["code"].startswith(line["side"])]
        is_right = np.array([offers[place]["code"] in line["right"].split(", ") for place in side])
        own = values[side]
        right += own[is_right].tolist()
        wrong += own[~is_right].tolist()
        if is_right.any():
            first.append(is_right[own == own.max()].mean() if own.max() > 0 else 0)
    above = np.subtract.outer(right, wrong)
    return float(np.mean(first)), float(((above > 0) + (above == 0) / 2).mean())


@pytest.mark.parametrize(
    ("folder", "name", "first", "area"),
    [("first", "requests", 0.93, 0.97), ("second", "requests", 0.93, 0.99), ("first", "unseen", 0.94, 0.96)],
)
def test_the_right_competence_comes_first(folder, name, first, area):
    found = figures(ours, folder, name)
    assert found[0] >= first
    assert found[1] >= area


@pytest.mark.parametrize(("folder", "name"), [("first", "requests"), ("second", "requests"), ("first", "unseen")])
def test_words_of_one_sense_find_more_than_tf_idf(folder, name):
    theirs, found = figures(tf_idf, folder, name), figures(ours, folder, name)
    assert found[0] > theirs[0] + 0.1
    assert found[1] > theirs[1] + 0.05


def test_what_is_no_matter_of_school_finds_nobody():
    offers = [line["competences"] for line in lines(LABELLED / "first" / "competences.tsv")]
    assert not ours(["достать билеты в цирк", "ремонт кабинета", "юридические вопросы отпуска"], offers).max() > 0.5
