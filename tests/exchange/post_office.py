"""A real mail server on this machine: TLS with a certificate of its own, login, and the faults of real servers."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST, USER, PASSWORD = "127.0.0.1", "school@school.example", "mail password 1"


@dataclass
class Box:
    """What came in. refuse: answers instead of «250» by the word of the dialogue."""

    letters: list[Any] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        envelope.mail_from = address
        return self.refuse.get("MAIL", "250 OK")

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if "RCPT" not in self.refuse:
            envelope.rcpt_tos.append(address)
        return self.refuse.get("RCPT", "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if "DATA" not in self.refuse:
            self.letters.append(envelope)
        return self.refuse.get("DATA", "250 OK")


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what the server shows, and what a client that believes it has."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail")])
    day = dt.datetime.now(dt.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(day - dt.timedelta(1)).not_valid_after(day + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    both = folder / "mail.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    both.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(both)
    believing = ssl.create_default_context(cadata=made.public_bytes(serialization.Encoding.PEM).decode())
    return shown, believing


def _login(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


@contextlib.contextmanager
def office(box: Box, context: ssl.SSLContext | None, *, starttls: bool = False) -> Iterator[int]:
    """Run the server and give its port. context: None for one that knows no TLS."""
    named: dict[str, Any] = {"auth_required": True, "auth_require_tls": context is not None, "authenticator": _login}
    if starttls:
        named |= {"tls_context": context, "require_starttls": True}
    elif context is not None:
        # the library takes the connection for open otherwise, and refuses to hear of a login
        named |= {"ssl_context": context, "auth_require_tls": False}
    controller = Controller(box, hostname=HOST, port=free_port(), **named)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


@contextlib.contextmanager
def silent_office() -> Iterator[int]:
    """Run a server that takes the connection and says nothing."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        listening.listen()
        yield listening.getsockname()[1]


@contextlib.contextmanager
def office_that_says(*lines: bytes) -> Iterator[int]:
    """Run a server that says one line after each thing it hears, whatever that is, and then nothing any more."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        listening.listen()

        def talk() -> None:
            with contextlib.suppress(OSError):
                caller, _ = listening.accept()
                with caller:
                    for line in lines:
                        caller.sendall(line + b"\r\n")
                        caller.recv(4096)
                    caller.recv(4096)

        threading.Thread(target=talk, daemon=True).start()
        yield listening.getsockname()[1]
