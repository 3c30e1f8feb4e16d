"""The door of the add-ins, with an app that remembers what it was told to show."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mentoring_xl import ribbon
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.selection import Selection
from mentoring_xl.dialogs import import_roadmap
from mentoring_xl.schema.tables import Entry, Mentee, Notice, Pair, Setting, Step

LATE = Step(code="1", title="Анкетирование", deadline="до 20 апреля 2020 г.", responsible="Директор", result="Анкеты")


class App:
    """What the door uses of an xlwings App; status: every text that the status bar has shown."""

    engine = SimpleNamespace(name="excel")

    def __init__(self, *books: Any, before: str | bool = False) -> None:
        self.books = Books(books)
        self.status: list[str | bool] = []
        self.before = before
        self.boxes: list[tuple[str, str, str]] = []

    @property
    def status_bar(self) -> str | bool:
        return self.status[-1] if self.status else self.before

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.status.append(value)

    def alert(self, prompt: str, title: str, buttons: str, mode: str) -> None:
        self.boxes.append((title, prompt, mode))

    @property
    def said(self) -> str:
        """The text of the only box."""
        assert len(self.boxes) == 1
        return self.boxes[0][1]


class Books(tuple[Any, ...]):
    """Open books; the last one is active."""

    @property
    def active(self) -> Any:
        return self[-1]


class Live(MemoryBook):
    """A book in memory that says, as a live one does, whether it was written."""

    selection: Selection | None = None

    @property
    def written(self) -> bool:
        return self.saves > 0


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of our own faults, in a folder of this test."""
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *names, **options: str(tmp_path))
    return tmp_path / "errors.log"


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> Live:
    """The book behind every open one: a plan with one late step."""
    book = Live({Step: (LATE,), Setting: (Setting(code="period", value="2020"),)})
    hand_out(monkeypatch, lambda opened: book)
    return book


def hand_out(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    monkeypatch.setitem(sys.modules, "mentoring_xl.books.live", SimpleNamespace(LiveBook=found))


def refuse(sentence: str) -> Any:
    def opened(book: Any) -> Any:
        raise BookError(sentence)

    return opened


def test_a_press_writes_the_open_book_and_says_in_one_box_what_was_done_and_where_to_look(live: Live):
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert live.saves == 1
    assert live.rows[Step][0].state == "просрочено"
    title, text, mode = app.boxes[0]
    assert (title, mode) == ("Наставничество", "info")
    assert text.splitlines() == [
        "Проверить сроки",
        "",
        "В плане 1 строка для исполнения, выполнено: 0.",
        "Просрочено: 1, срок скоро: 0, без срока: 0.",
        "Найдено: 1 предупреждение. Подробно – на листе «Замечания».",
        "Изменено ячеек: «Дорожная карта» – 3, «Замечания» – 9. Проверьте и сохраните книгу.",
    ]


def test_the_second_press_says_that_there_is_nothing_to_change(live: Live):
    ribbon.press_in(App("книга"), "check_deadlines")
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert app.said.splitlines()[-1] == "В книге всё уже так: менять нечего."
    assert live.saves == 1


def test_a_long_report_is_cut_to_twelve_lines(live: Live):
    app = App("книга")
    ribbon.press_in(app, "status")
    lines = app.said.splitlines()
    assert len(lines) <= 12
    assert lines[9] == "Остальное – в книге."


def test_undo_gives_the_book_back_and_a_second_undo_has_nothing_to_do(live: Live):
    ribbon.press_in(App("книга"), "check_deadlines")
    app = App("книга")
    ribbon.press_in(app, "undo")
    assert live.rows[Step][0].state == ""
    assert app.said.splitlines()[-1] == "Проверьте и сохраните книгу."
    assert app.said.startswith("Отменено: «Проверить сроки» от ")
    again = App("книга")
    ribbon.press_in(again, "undo")
    assert again.said.startswith("Отменять нечего")


@pytest.mark.parametrize("before", [False, "Текст другой надстройки"])
def test_the_status_bar_counts_and_is_given_back_as_it_was(live: Live, before: str | bool):
    app = App("книга", before=before)
    ribbon.press_in(app, "recalculate_pairs")
    assert app.status[0] == "Чтение книги …"
    assert "Подбор: 3 из 5 …" in app.status
    assert app.status[-1] == before


def test_the_status_bar_is_given_back_after_an_error(live: Live, log: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(live, "apply", lambda edits: 1 // 0)
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert app.status[0] == "Чтение книги …"
    assert app.status[-1] is False


def test_a_fault_of_ours_is_one_sentence_and_the_log_has_it_without_names(
    live: Live, log: Path, monkeypatch: pytest.MonkeyPatch
):
    name = "Иванова" + " Мария"

    def fail(edits: Any) -> Any:
        raise ValueError(name)

    monkeypatch.setattr(live, "apply", fail)
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert app.said == (f"Внутренняя ошибка программы. Книга осталась прежней. Пришлите разработчикам файл {log}.")
    assert app.boxes[0][2] == "critical"
    assert "ValueError" in log.read_text(encoding="utf-8")
    assert name not in log.read_text(encoding="utf-8")


def test_a_fault_after_the_writing_says_that_the_book_is_written(
    live: Live, log: Path, monkeypatch: pytest.MonkeyPatch
):
    save = live.save
    monkeypatch.setattr(live, "save", lambda: [save(), 1 // 0])
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert app.said.startswith(
        "Внутренняя ошибка программы. Изменения уже в книге: если они не нужны, закройте её без сохранения. Пришлите"
    )


def test_a_log_that_cannot_be_written_does_not_add_a_second_fault(live: Live, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(live, "apply", lambda edits: 1 // 0)
    monkeypatch.setattr("mentoring_xl.log.record", lambda error: Path("/dev/null/no").touch())
    app = App("книга")
    ribbon.press_in(app, "check_deadlines")
    assert app.said == (
        "Внутренняя ошибка программы. Книга осталась прежней. Повторите; если не поможет, напишите разработчикам."
    )


def test_what_the_place_refuses_is_said_as_it_is(monkeypatch: pytest.MonkeyPatch):
    hand_out(monkeypatch, refuse("Лист «Пары» защищён. Снимите защиту и нажмите снова."))
    app = App("книга")
    ribbon.press_in(app, "recalculate_pairs")
    assert app.boxes == [("Наставничество", "Лист «Пары» защищён. Снимите защиту и нажмите снова.", "critical")]
    assert app.status_bar is False


def test_without_an_open_book_there_is_one_sentence(live: Live):
    app = App()
    ribbon.press_in(app, "check")
    assert app.said == "Ни одна книга не открыта. Откройте книгу программы наставничества и нажмите снова."
    assert app.status == []


def test_a_press_while_another_is_running_is_ignored_with_a_sentence(monkeypatch: pytest.MonkeyPatch):
    app = App("книга")
    started = []

    def opened(book: Any) -> MemoryBook:
        started.append(book)
        ribbon.press_in(app, "check")
        return MemoryBook()

    hand_out(monkeypatch, opened)
    ribbon.press_in(app, "check_deadlines")
    assert started == ["книга"]
    assert [text for _, text, _ in app.boxes] == [
        "Предыдущая кнопка ещё работает. Дождитесь её окончания и нажмите снова.",
        "Проверить сроки\n\nДорожная карта пуста. Впишите мероприятия и нажмите кнопку снова.\n"
        "Замечаний нет.\nВ книге всё уже так: менять нечего.",
    ]


def test_after_an_error_the_next_press_works(live: Live, log: Path):
    ribbon.press_in(App("книга"), "no_such_button")
    assert "KeyError" in log.read_text(encoding="utf-8")
    ribbon.press_in(App("книга"), "check_deadlines")
    assert live.saves == 1


def test_a_status_bar_and_a_box_that_refuse_do_not_stop_the_press(
    live: Live, log: Path, monkeypatch: pytest.MonkeyPatch
):
    class Mute(App):
        @property
        def status_bar(self) -> str | bool:
            return False

        @status_bar.setter
        def status_bar(self, value: str | bool) -> None:
            raise OSError("gone")

        def alert(self, prompt: str, title: str, buttons: str, mode: str) -> None:
            raise OSError("gone")

    ribbon.press_in(Mute("книга"), "check_deadlines")
    assert live.saves == 1
    assert "_show" in log.read_text(encoding="utf-8")


def test_excel_presses_on_the_book_that_calls(monkeypatch: pytest.MonkeyPatch):
    app, opened = App("другая книга"), []
    calling = SimpleNamespace(app=app)
    monkeypatch.setattr("xlwings.Book.caller", lambda: calling)
    hand_out(monkeypatch, lambda book: opened.append(book) or MemoryBook())
    ribbon.press("check_deadlines")
    assert opened == [calling]
    assert app.said.startswith("Проверить сроки")


def test_excel_presses_on_the_active_book_when_none_calls(monkeypatch: pytest.MonkeyPatch):
    app, opened = App("книга"), []
    monkeypatch.setattr("xlwings.apps", SimpleNamespace(active=app))
    hand_out(monkeypatch, lambda book: opened.append(book) or MemoryBook())
    ribbon.press("check_deadlines")
    assert opened == ["книга"]


def test_without_excel_there_is_a_sentence_for_its_error_box(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("xlwings.apps", SimpleNamespace(active=None))
    with pytest.raises(SystemExit, match=r"^Excel не отвечает\. Откройте книгу программы наставничества"):
        ribbon.press("check_deadlines")


@pytest.mark.parametrize("books", [(), (SimpleNamespace(fullname="Без имени 1"),)], ids=["none", "not saved yet"])
def test_the_diagnosis_needs_no_book(books: tuple[Any, ...]):
    app = App(*books)
    ribbon.press_in(app, "diagnostics")
    lines = app.said.splitlines()
    assert lines[0].startswith("Программа: mentoring-xl ")
    assert lines[1].startswith("Python: 3.")
    assert not any(line.startswith("Книга") for line in lines)
    assert len(lines) <= 12


def test_the_diagnosis_says_who_has_the_open_book(tmp_path: Path):
    (tmp_path / "школа.xlsx").touch()
    (tmp_path / ".~lock.школа.xlsx#").write_text("Мария Ильина,maria,host,20.11.2026 10:00,file:///home;")
    app = App(SimpleNamespace(fullname=str(tmp_path / "школа.xlsx")))
    ribbon.press_in(app, "diagnostics")
    assert app.said.splitlines()[-1] == "Книга: «школа.xlsx» открыта: LibreOffice, Мария Ильина"


@pytest.fixture
def chosen(live: Live, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A plan that the person picks in the file dialog; the book has another one."""
    path = tmp_path / "план.txt"
    path.write_text("№\tМероприятие\tСрок\n1\tВстречи\tмай\n", encoding="utf-8")
    monkeypatch.setattr(import_roadmap, "choose_file", lambda *_: path if path.exists() else None)
    return path


class Asked(App):
    """An app whose person answers questions in one way."""

    answer = "yes"

    def alert(self, prompt: str, title: str, buttons: str, mode: str) -> str | None:  # type: ignore[override]
        if buttons == "ok":
            super().alert(prompt, title, buttons, mode)
            return None
        return self.answer


@pytest.mark.parametrize(
    ("answer", "titles"), [("yes", ["Встречи"]), ("no", ["Анкетирование", "Встречи"]), ("cancel", ["Анкетирование"])]
)
def test_a_loaded_plan_replaces_or_follows_the_one_in_the_book_as_the_person_says(
    answer: str, titles: list[str], live: Live, chosen: Path
):
    app = Asked("книга")
    app.answer = answer
    ribbon.press_in(app, "import_roadmap")
    assert [step.title for step in live.rows[Step]] == titles
    assert len(app.boxes) == 1


def test_no_file_chosen_leaves_the_book_as_it_is(live: Live, chosen: Path):
    chosen.unlink()
    app = App("книга")
    ribbon.press_in(app, "import_roadmap")
    assert app.said == "Ничего не загружено: книга осталась прежней."
    assert live.saves == 0


def test_a_file_that_is_no_plan_is_told_in_a_box(live: Live, chosen: Path):
    chosen.write_text("ФИО\tКласс\nИванов\t5А\n", encoding="utf-8")
    app = App("книга")
    ribbon.press_in(app, "import_roadmap")
    assert app.said.startswith("В файле «план.txt» нет столбца с мероприятиями.")
    assert app.boxes[0][2] == "critical"
    assert live.saves == 0


def test_a_question_is_answered_about_the_selected_row_and_nothing_is_written(live: Live):
    live.rows[Mentee] = [Mentee(code="Н-1", full_name="Белова Анна Юрьевна", group="педагог")]
    live.rows[Pair] = [Pair(mentee_code="Н-1", mentor_code="М-9", state="согласована")]
    live.selection = Selection("Банк наставляемых", 5, 2)
    app = App("книга")
    ribbon.press_in(app, "explain_pair")
    assert app.said.splitlines()[:2] == ["Почему эта пара", ""]
    assert app.said.splitlines()[2].startswith("Н-1 Белова")
    assert app.boxes[0][2] == "info"
    assert (live.saves, live.rows.get(Notice, []), live.rows.get(Entry, [])) == (0, [], [])
    assert app.status_bar is False


def test_a_question_about_nothing_says_what_to_select(live: Live):
    app = App("книга")
    ribbon.press_in(app, "explain_pair")
    assert app.said.splitlines()[2].startswith("Выберите строку листа «Пары»")
    assert live.saves == 0
