"""What the person reads when a file is refused: what is wrong with «{name}» and the next step."""

RESAVE = "Откройте файл в Excel или LibreOffice, сохраните как книгу .xlsx и повторите."
RESTORE = "Возьмите резервную копию или попросите прислать файл ещё раз."

MISSING = "Файл «{name}» не найден. Проверьте имя и папку."
NAMED_SHORT = "Файл «{name}» не найден, но рядом лежит «{name}.xlsx». Укажите это имя."
FOLDER = "«{name}» – это папка. Укажите файл книги .xlsx."
SPECIAL = "«{name}» – не обычный файл. Укажите файл книги .xlsx."
NO_RIGHT = "Нет права читать «{name}». Попросите доступ к файлу или скопируйте его в свою папку."
UNREADABLE = "«{name}» не читается: диск или сеть не отвечает. Проверьте подключение и повторите."
OWNER = "«{name}» – служебная пометка открытой книги. Выберите файл без «~$» или «.~lock» в начале имени."
EMPTY = "Файл «{name}» пустой. " + RESTORE
ZEROED = "Файл «{name}» заполнен нулями: он не записался до конца. " + RESTORE
TRUNCATED = "Файл «{name}» обрезан: он скачался или скопировался не до конца. " + RESTORE
DAMAGED = "Книга «{name}» повреждена (часть «{part}»). " + RESTORE
BROKEN_ARCHIVE = "Книга «{name}» повреждена: её архив не сходится. " + RESTORE

PASSWORD = (
    "Книга «{name}» защищена паролем. Снимите его в Excel: «Файл» → «Сведения» → «Защита книги» → «Зашифровать "
    "с использованием пароля», сотрите пароль, сохраните и повторите."
)
OLD_XLS = (
    "«{name}» – книга старого формата .xls. Откройте её в Excel или LibreOffice, сохраните как книгу .xlsx и повторите."
)
OLD_OFFICE = "«{name}» – документ старого формата, не книга. Выберите файл .xlsx."
CSV = "«{name}» – текстовая таблица (.csv). " + RESAVE
HTML = "«{name}» – веб-страница, а не книга. " + RESAVE
XML_2003 = "«{name}» – «Таблица XML 2003». " + RESAVE
ODS = (
    "«{name}» – документ OpenDocument (.ods). Откройте его в LibreOffice, сохраните как «Excel 2007–365 (.xlsx)» и "
    "повторите."
)
DOCUMENT = "«{name}» – документ Word или презентация, а не книга. Выберите файл .xlsx."
NUMBERS = "«{name}» – таблица Numbers. Откройте её в Numbers и выберите «Файл» → «Экспортировать в» → «Excel»."
ARCHIVE = "«{name}» – архив, а не книга. Распакуйте его и выберите файл .xlsx."
UNKNOWN = "«{name}» – не книга Excel. Выберите файл .xlsx."
BINARY = "«{name}» – двоичная книга (.xlsb). " + RESAVE
TEMPLATE = "«{name}» – шаблон, а не книга. " + RESAVE
MACROS = (
    "В книге «{name}» есть макросы. Откройте её в Excel или LibreOffice, сохраните как книгу .xlsx без макросов и "
    "повторите."
)
STRICT = (
    "Книга «{name}» сохранена как «Книга Strict Open XML». Откройте её в Excel, сохраните как «Книга Excel (.xlsx)» и "
    "повторите."
)

ENCRYPTED_PARTS = "Архив книги «{name}» закрыт паролем. Распакуйте его с паролем и выберите книгу .xlsx."
TOO_LARGE = "Книга «{name}» слишком велика ({what}). Удалите лишние листы и картинки, сохраните и повторите."
BOMB = "Файл «{name}» устроен опасно ({what}): обычные книги такими не бывают. Не открывайте его, спросите отправителя."
ENTITIES = "В книге «{name}» есть опасные вставки XML (часть «{part}»). Не открывайте её, спросите отправителя."
NAMES = "В архиве книги «{name}» повторяются или подделаны имена частей («{part}»). " + RESAVE
AMBIGUOUS = "Архив книги «{name}» разные программы прочтут по-разному ({what}). " + RESAVE
UNUSUAL = "Книга «{name}» записана необычно (часть «{part}»: {what}), значения могут прочитаться неверно. " + RESAVE
NO_SHEETS = "В книге «{name}» не найдены листы. " + RESAVE
OUTSIDE = "В книге «{name}» {place} стоит за краем листа (часть «{part}»). " + RESAVE
ORDER = "В книге «{name}» {place} повторяется или стоит не по порядку (часть «{part}»). " + RESAVE
SPREAD = (
    "В книге «{name}» занята ячейка {cell} далеко от таблицы (часть «{part}»). Удалите лишние строки и столбцы, "
    "сохраните и повторите."
)
LYING = "Лист книги «{name}» заявляет размер {cell}, которого в нём нет (часть «{part}»). " + RESAVE
READING = "Книгу «{name}» не удалось прочитать: она записана необычно. " + RESAVE


class RefusedError(Exception):
    """A file is refused: a sentence of this module and the facts it names, without the file's own name yet."""

    def __init__(self, sentence: str, **facts: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def about(self, name: str) -> str:
        """Return the sentence for the file `name`."""
        return self.sentence.format(name=name, **self.facts)
