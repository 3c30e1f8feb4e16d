"""What a person sees and does in LibreOffice: finds a button by its name, clicks where it is, reads a box."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw

PICTURES = Path(__file__).resolve().parents[2] / "output" / "clicks"
TITLE = "Наставничество"
PATIENCE_S = 30.0
_POSITION_AND_SIZE = 15


class Person:
    """Someone in front of one LibreOffice: app is its xlwings App, display where it shows."""

    def __init__(self, app: xw.App, display: str) -> None:
        self.app, self._display = app, display
        self._context = app.impl.context
        PICTURES.mkdir(parents=True, exist_ok=True)

    def maximize(self) -> None:
        """Let the window in front fill the screen."""
        self._window().setPosSize(0, 0, 1920, 1000, _POSITION_AND_SIZE)
        wait(lambda: self._window().getPosSize().Width >= 1590)

    def toolbars(self) -> dict[str, tuple[int, int]]:
        """Return the toolbars seen: name → top and bottom on the screen."""
        return {bar.getAccessibleName(): _span(bar) for bar in self._within(self._seen(), "TOOL_BAR", 2)}

    def buttons(self, toolbar: str = TITLE) -> tuple[str, ...]:
        """Return the names on a toolbar, in order; "" is a separator."""
        return tuple(child.getAccessibleName() for child in children(self._toolbar(toolbar)))

    def press(self, label: str) -> None:
        """Click the button of this name, on whichever toolbar it lies."""
        bars = self._within(self._seen(), "TOOL_BAR", 2)
        self._click(next(button for bar in bars for button in children(bar) if button.getAccessibleName() == label))

    def open_menu(self, name: str) -> tuple[str, ...]:
        """Click a menu and return the names in it; "" is a separator."""
        bar = next(self._within(self._seen(), "MENU_BAR", 1))
        (menu,) = (menu for menu in children(bar) if menu.getAccessibleName() == name)
        self._click(menu)
        time.sleep(0.5)
        return tuple(item.getAccessibleName() for item in children(menu))

    def pick(self, menu: str, label: str) -> None:
        """Open a menu and choose in it by the keys."""
        shown = [name for name in self.open_menu(menu) if name]
        for _ in range(shown.index(label) + 1):
            self.key("Down")
        self.key("Return")

    def select(self, sheet: str, address: str) -> None:
        """Go to a cell."""
        self.app.books.active.sheets[sheet].activate()
        self.app.books.active.sheets[sheet][address].select()

    def type(self, text: str) -> None:
        """Type without leaving the cell."""
        self._do("type", "--delay", "20", text)
        time.sleep(0.3)

    def key(self, name: str) -> None:
        """Press a key."""
        self._do("key", name)

    def read_box(self, picture: str) -> str:
        """Wait for the message box, keep a picture of the screen, close the box with Enter and return its text."""
        text = self._read(wait(self._box), picture)
        self.key("Return")
        wait(lambda: self._box() is None)
        return text

    def answer_box(self, picture: str, button: int) -> str:
        """Wait for the message box, keep a picture of it, click its n-th button from zero and return its text."""
        box = wait(self._box)
        text = self._read(box, picture)
        self._click(list(self._within(box, "PUSH_BUTTON", 3))[button])
        wait(lambda: self._box() is None or self._read(self._box()) != text)
        return text

    def _read(self, box: Any, picture: str = "") -> str:
        if picture:
            self.photograph(picture)
        return "\n".join(label.getAccessibleName() for label in self._within(box, "STATIC", 3))

    def choose(self, dialog: str, path: Path, picture: str) -> None:
        """Wait for a file dialog, keep a picture of the screen, and choose a file by typing where it lies."""
        wait(lambda: self._in_front(dialog))
        self._do("type", "--delay", "20", str(path))
        self.photograph(picture)
        self.key("Return")
        wait(lambda: self._in_front(dialog) is None)

    def answer_line(self, dialog: str, text: str, picture: str) -> None:
        """Wait for a dialog that asks for a line, type it, keep a picture of the screen, and press Enter."""
        wait(lambda: self._in_front(dialog))
        self.type(text)
        self.photograph(picture)
        self.key("Return")
        wait(lambda: self._in_front(dialog) is None)

    def cancel(self, dialog: str) -> None:
        """Wait for a dialog and press Escape."""
        wait(lambda: self._in_front(dialog))
        self.key("Escape")
        wait(lambda: self._in_front(dialog) is None)

    def photograph(self, name: str) -> None:
        """Keep a picture of the screen, painted to the end, under tests/output/clicks."""
        time.sleep(0.2)
        self._service("com.sun.star.awt.Toolkit").processEventsToIdle()
        subprocess.run(["import", "-display", self._display, "-window", "root", PICTURES / f"{name}.png"], check=True)

    def _box(self) -> Any:
        return self._in_front(TITLE)

    def _in_front(self, title: str) -> Any:
        window = self._service("com.sun.star.awt.Toolkit").getActiveTopWindow()
        seen = None if window is None else window.getAccessibleContext()
        return seen if seen is not None and seen.getAccessibleName() == title else None

    def _window(self) -> Any:
        return self._service("com.sun.star.frame.Desktop").getCurrentFrame().getContainerWindow()

    def _seen(self) -> Any:
        return self._window().getAccessibleContext()

    def _toolbar(self, name: str) -> Any:
        return next(bar for bar in self._within(self._seen(), "TOOL_BAR", 2) if bar.getAccessibleName() == name)

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)

    def _within(self, seen: Any, role: str, depth: int) -> Iterator[Any]:
        """Yield what has a role, at most so deep; «depth» keeps out the thousands of cells."""
        wanted = uno_module().getConstantByName(f"com.sun.star.accessibility.AccessibleRole.{role}")
        for child in children(seen):
            if child.getAccessibleRole() == wanted:
                yield child
            elif depth > 1:
                yield from self._within(child, role, depth - 1)

    def _click(self, seen: Any) -> None:
        place, size = seen.getLocationOnScreen(), seen.getSize()
        self._do("mousemove", str(place.X + size.Width // 2), str(place.Y + size.Height // 2), "click", "1")

    def _do(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], check=True, env={"DISPLAY": self._display})


def children(seen: Any) -> tuple[Any, ...]:
    """Return what is directly in a window, a bar or a menu: accessible contexts, as the one given."""
    every = (seen.getAccessibleChild(place) for place in range(seen.getAccessibleChildCount()))
    return tuple(child.getAccessibleContext() for child in every if child is not None)


def wait(what: Callable[[], Any]) -> Any:
    """Ask until the answer is neither None nor False and return it; AssertionError after half a minute."""
    until = time.monotonic() + PATIENCE_S
    while True:
        if answer := what():
            return answer
        assert time.monotonic() < until, "LibreOffice shows nothing"
        time.sleep(0.1)


def _span(seen: Any) -> tuple[int, int]:
    top = seen.getLocationOnScreen().Y
    return top, top + seen.getSize().Height
