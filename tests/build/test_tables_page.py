"""TABLES.md."""

from mentoring_xl.build.tables_page import tables_page


def test_a_column_is_described_in_one_line():
    assert (
        "| Вид строки | `level` | текст | Вид строки плана (`StepLevels`) |  | заполняет сотрудник "
        "| Этап, мероприятие, подраздел или пункт. |"
    ) in tables_page().splitlines()


def test_a_list_tells_its_name_and_whether_other_values_are_refused():
    lines = tables_page().splitlines()
    assert "| Да / нет | `YesNo` | refused | да; нет |" in lines


def test_sections_follow_the_tabs():
    sections = [line for line in tables_page().splitlines() if line.startswith("## ")]
    assert sections[:3] == ["## Как пользоваться", "## Настройки", "## Дорожная карта"]
    assert sections[-2:] == ["## Справочники", "## Findings"]


def test_every_finding_says_why():
    (line,) = [line for line in tables_page().splitlines() if line.startswith("| `R201` |")]
    assert line.startswith("| `R201` | ошибка | срок «{text}» кончается раньше, чем начинается | Поменяйте даты")
    assert line.endswith("| Мероприятие не может закончиться прежде, чем начнётся. |")
