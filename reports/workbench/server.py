"""Starting and ending the workbench: a port of this machine alone, a new token each time, the address on screen."""

import secrets
import signal
import socket
import webbrowser
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import click
import uvicorn

from reports.refusal import Refusal
from reports.workbench.app import workbench

HOST = "127.0.0.1"
_FIRST, _PORTS = 20_000, 12_000


def serve(root: Path, *, port: int | None = None, opened: str = "", browser: bool = True) -> None:
    """Serve a folder until Ctrl-C. Raises Refusal when the port is in use."""
    with listening(root, port) as held:
        token = secrets.token_urlsafe(32)
        at = held.getsockname()[1]
        address = f"http://{HOST}:{at}/?token={token}"
        server = make_server(root, token, at)
        hidden = f"#{quote(opened)}" if opened else ""

        def tell() -> None:
            click.echo(f"The workbench for {root}\n\n  {address}{hidden}\n")
            click.echo("Only this machine can open it. Press Ctrl-C here to end it.")
            if browser:
                with suppress(webbrowser.Error):
                    webbrowser.open(address + hidden)

        server.told = tell
        # Ended by the system it ends as by Ctrl-C; the server raises the signal once more when it has closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            server.run(sockets=[held])
    click.echo("\nThe workbench has ended. What was saved is in the files; open edits stay in the browser.")


class Server(uvicorn.Server):
    """A server that says when it answers."""

    told: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and only then give the address away."""
        await super().startup(sockets)
        if self.started and self.told is not None:
            self.told()


def make_server(root: Path, token: str, port: int) -> Server:
    """Return a server of the workbench for a resolved folder; its log never holds an address with the token."""
    config = uvicorn.Config(
        workbench(root, token, port),
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=2,
        limit_concurrency=200,
    )
    return Server(config)


def listening(root: Path, port: int | None) -> socket.socket:
    """Return a socket that listens on this machine only.

    Without a port it takes one that follows from the folder, if it is free: a browser keeps unsaved edits by address,
    and so they are found again when the workbench is started anew. Raises Refusal for a port that cannot be had.
    """
    wanted = [port] if port is not None else [_FIRST + zlib.crc32(str(root).encode()) % _PORTS, 0]
    for one in wanted:
        held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: nobody may share the port
                held.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            held.bind((HOST, one))
            held.listen(128)
        except OSError as error:
            held.close()
            reason = error.strerror or str(error)
        else:
            return held
    told = f"port {wanted[0]} cannot be used ({reason.lower()})"
    raise Refusal(f"{told}; choose another with --port, or leave --port out")
