"""Writes the files of this folder: 200 filled-in forms as Yandex Forms, Google Forms and a school give them.

Run: python tests/cases/answers/make.py. bank.tsv: everybody who could answer. expected.tsv: each form's signature,
whose it is («?» when nobody can be sure), and why it is hard. The shapes of the files:

- yandex.xlsx, yandex.csv: «ID», «Время создания», the questions; several choices joined by «, »; yandex.json: a list of
  forms, each a list of [question, answer] pairs, choices as a list.
- google.csv, as Google Forms gives it: everything in quotes, «2026/11/21 2:05:12 PM GMT+3», choices joined by «;».
  google.xlsx, as Google Sheets gives it: «Ответы на форму (1)», moments as dates, choices joined by «, ».
- typed.csv: a table typed into Excel in Russia: a title above, «;», cp1251, days only, choices on lines of their own.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
START = dt.datetime(2026, 11, 16, 8, 0, 0)
CHOICES = ("новые знания", "поддержка, когда трудно", "друзья, с которыми можно поговорить", "уверенность")
QUESTIONS = (
    ("Насколько комфортным было общение с наставником?", "mark"),
    ("Насколько полезными были личные встречи с наставником?", "mark"),
    ("Насколько полезными были групповые встречи?", "mark"),
    ("Что вам дали встречи?", "choices"),
    ("Понравилось ли вам участвовать в программе наставничества?", "flag"),
    ("Чего вам не хватило в программе?", "text"),
)
MARKS = ("1 – совсем нет", *map(str, range(2, 10)), "10 – полностью")
TEXTS = ("всего хватило", "времени, чтобы всё обсудить", "=1+1", "+ встреч; и «живых» примеров", "-", "")


def people() -> list[tuple[str, str, str, str]]:
    """Return code, name, class and contacts of 230 mentees, namesakes and sisters among them."""
    from mentoring_xl.demo.names import names

    draw = random.Random(7)
    drawn = names(draw)
    found = [next(drawn).full for _ in range(222)]
    found += ["Лугова Мария Ивановна", "Лугова Марина Ивановна", "Тальников Пётр Ильич", "Тальников Пётр Ильич"]
    found += ["Мамин-Сибиряк Лев Львович", "Алиев Тимур Рашид оглы", "Соколова Анна Петровна", "Ли Мин"]
    classes = [f"{5 + at % 5}{'АБВ'[at % 3]}" for at in range(len(found))]
    contacts = [f"+7 900 {at:03}-00-{at % 100:02}, parent{at}@example.org" for at in range(len(found))]
    codes = [f"Н-{at:03}" for at in range(1, len(found) + 1)]
    return list(zip(codes, found, classes, contacts, strict=True))


def signatures(bank: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """Return who signs the 200 forms and how: name, class, whose it is, what is hard about it."""
    clean = [row for row in bank[:188] if _alone(row[1], bank)][:180]
    hard = {name: code for code, name, _, _ in bank}
    latin = str.maketrans("аеоАЕО", "aeoAEO")
    rest = [row for row in bank[188:222] if _alone(row[1], bank)]
    assert len(rest) >= 8
    (a, b, c, d, e, f, g, h), own = rest[:8], [(row[1], "", row[0], "") for row in clean]
    spoilt = [
        (_initials(a[1]), "", a[0], "инициалы"),
        (_initials(b[1], first=True), "", b[0], "инициалы впереди"),
        (" ".join(c[1].split()[:2]), "", c[0], "без отчества"),
        (" ".join(d[1].split()[i] for i in (1, 2, 0)), "", d[0], "фамилия в конце"),
        (f"  {e[1].upper().replace('Ё', 'Е')} ", "", e[0], "прописными, с пробелами"),
        (f[1].translate(latin), "", f[0], "латинские буквы"),
        (f"{g[1]}, {g[2][:-1]} «{g[2][-1].lower()}»", "", g[0], "класс рядом с именем"),
        (h[1].replace("ова", "ва", 1) if "ова" in h[1] else _without(h[1], 3), "", h[0], "пропущена буква"),
        ("Соколава Анна Петровна", "", hard["Соколова Анна Петровна"], "опечатка"),
        ("Мамин-Сибирак Лев Львович", "", hard["Мамин-Сибиряк Лев Львович"], "опечатка в двойной фамилии"),
        ("Тальников Пётр Ильич", bank[224][2], bank[224][0], "тёзка, класс указан"),
        ("Тимур Алиев", "", hard["Алиев Тимур Рашид оглы"], "имя и фамилия"),
        ("Тальников Пётр Ильич", "", "?", "тёзка, класса нет"),
        ("Лугова М. И.", "", "?", "инициалы двух сестёр"),
        ("Лугова Мариа Ивановна", "", "?", "опечатка между двумя сёстрами"),
        ("Соколова", "", "?", "одна фамилия"),
        ("Кораблёва Инна Марковна", "", "?", "такой нет в банке"),
        ("Соколов Анна Петровна", "", "?", "фамилия в мужском роде"),
        ("мама Пети", "", "?", "не имя"),
        ("Ли", "", "?", "одна короткая фамилия"),
    ]
    return [*own[:90], *spoilt[:10], *own[90:], *spoilt[10:]]


def _alone(name: str, bank: list[tuple[str, str, str, str]]) -> bool:
    """Tell whether nobody else has the surname and the same initials."""
    return sum(_initials(other[1]) == _initials(name) for other in bank) == 1


def _initials(name: str, *, first: bool = False) -> str:
    surname, *rest = name.split()
    short = "".join(f"{word[0]}." for word in rest[:2])
    return f"{short} {surname}" if first else f"{surname} {short}"


def _without(name: str, at: int) -> str:
    return name[:at] + name[at + 1 :]


def forms(signed: list[tuple[str, str, str, str]]) -> list[dict[str, Any]]:
    """Return the forms in the order in which they came; choices as lists."""
    draw = random.Random(11)
    made = []
    for number, (name, school_class, _, _) in enumerate(signed):
        form: dict[str, Any] = {"moment": START + dt.timedelta(minutes=37 * number, seconds=number % 60)}
        form["Фамилия, имя, отчество"], form["Ваш класс"] = name, school_class
        for text, kind in QUESTIONS:
            form[text] = {
                "mark": lambda: draw.choice(MARKS),
                "flag": lambda: draw.choice(("Да", "Нет", "Да, конечно")),
                "text": lambda: draw.choice(TEXTS),
                "choices": lambda: [choice for choice in CHOICES if draw.random() < 0.5],
            }[kind]()
        made.append(form)
    return made


def table(made: list[dict[str, Any]], between: str) -> list[list[str]]:
    """Return the rows without moments, choices joined."""
    heads = [head for head in made[0] if head != "moment"]
    return [heads, *([_joined(form[head], between) for head in heads] for form in made)]


def _joined(value: Any, between: str) -> str:
    return between.join(value) if isinstance(value, list) else value


def separated(rows: list[list[str]], separator: str = ",", *, quoted: bool = False) -> str:
    """Return the rows as text."""
    file = io.StringIO()
    style = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(file, delimiter=separator, quoting=style, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def with_moments(rows: list[list[str]], heads: list[str], cells: list[list[Any]]) -> list[list[Any]]:
    """Put columns in front."""
    return [[*first, *row] for first, row in zip([heads, *cells], rows, strict=True)]


def xlsx(path: Path, title: str, rows: list[list[Any]]) -> None:
    """Write one sheet, text as text and moments as dates."""
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(path, {**options, "default_date_format": "dd.mm.yyyy hh:mm:ss"})
    book.set_properties({"created": START})
    sheet = book.add_worksheet(title)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, [None if cell == "" else cell for cell in row])
    book.close()


def main() -> None:
    """Write every file of the folder."""
    bank = people()
    signed = signatures(bank)
    made = forms(signed)
    moments = [form["moment"] for form in made]
    ids = [str(2_000_000_000 + 17 * number) for number in range(len(made))]
    commas = table(made, ", ")
    yandex = [[own, f"{moment:%Y-%m-%d %H:%M:%S}"] for own, moment in zip(ids, moments, strict=True)]
    rows = with_moments(commas, ["ID", "Время создания"], yandex)
    xlsx(HERE / "yandex.xlsx", "Ответы", rows)
    (HERE / "yandex.csv").write_text(separated(rows), "utf-8", newline="")
    pairs = [
        [["ID", own], ["Время создания", f"{form['moment']:%Y-%m-%dT%H:%M:%SZ}"],
         *([head, value] for head, value in form.items() if head != "moment")]
        for own, form in zip(ids, made, strict=True)
    ]  # fmt: skip
    (HERE / "yandex.json").write_text(json.dumps(pairs, ensure_ascii=False, indent=0), "utf-8")
    google = [[f"{moment:%Y/%m/%d} {moment.hour % 12 or 12}:{moment:%M:%S %p} GMT+3"] for moment in moments]
    rows = with_moments(table(made, ";"), ["Отметка времени"], google)
    (HERE / "google.csv").write_text(separated(rows, quoted=True), "utf-8-sig", newline="")
    dates = with_moments(commas, ["Отметка времени"], [[moment] for moment in moments])
    xlsx(HERE / "google.xlsx", "Ответы на форму (1)", dates)
    days = [[f"{moment:%d.%m.%Y}"] for moment in moments]
    rows = with_moments(table(made, "\n"), ["Дата заполнения"], days)
    title = ["Анкеты наставляемых, ноябрь", *[""] * (len(rows[0]) - 1)]
    (HERE / "typed.csv").write_text(separated([title, *rows], ";"), "cp1251", newline="")
    write_tsv("bank.tsv", bank)
    write_tsv("expected.tsv", [(name.strip(), school_class, code, why) for name, school_class, code, why in signed])


def write_tsv(name: str, rows: list[tuple[str, str, str, str]]) -> None:
    """Write a table of texts."""
    (HERE / name).write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
