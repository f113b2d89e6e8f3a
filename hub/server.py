"""Runs the application on uvicorn: own socket, deadlines for slow clients, a graceful end."""

import errno
import socket

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SHUTDOWN_SECONDS = 10


def patient_protocol(header_seconds):
    """The HTTP protocol with a deadline from a request's first byte to the end of its headers."""

    class PatientProtocol(HttpToolsProtocol):
        deadline = None

        def connection_made(self, transport):
            super().connection_made(transport)
            self.expect_headers()

        def data_received(self, data):
            if self.deadline is None and self.cycle is not None and self.cycle.response_complete:
                self.expect_headers()
            super().data_received(data)

        def on_headers_complete(self):
            self.stop_waiting()
            super().on_headers_complete()

        def connection_lost(self, exc):
            self.stop_waiting()
            super().connection_lost(exc)

        def expect_headers(self):
            self.deadline = self.loop.call_later(header_seconds, self.give_up)

        def stop_waiting(self):
            if self.deadline is not None:
                self.deadline.cancel()
                self.deadline = None

        def give_up(self):
            self.deadline = None
            self.transport.close()

    return PatientProtocol


class Server(uvicorn.Server):
    """Says when it listens, and ends its event streams before it waits for connections."""

    def __init__(self, config, on_listening, on_closing):
        super().__init__(config)
        self.on_listening = on_listening
        self.on_closing = on_closing

    async def startup(self, sockets=None):
        await super().startup(sockets)
        self.on_listening()

    async def shutdown(self, sockets=None):
        self.on_closing()
        deadline = self.servers[0].get_loop().call_later(SHUTDOWN_SECONDS, self.stop_waiting)
        await super().shutdown(sockets)
        deadline.cancel()

    def stop_waiting(self):
        self.force_exit = True


def listen(host, port):
    """A listening socket; raises OSError with a sentence for the operator."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(512)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise OSError(f"Port {port} is taken by another program. Choose another one, for "
                          f"example: --port {port + 1}") from None
        if error.errno == errno.EACCES:
            raise OSError(f"Port {port} may not be opened by this user. Choose one above 1023, "
                          "for example: --port 8080") from None
        raise OSError(f"Cannot listen on {host}: {error.strerror}.") from None
    except OverflowError:
        listener.close()
        raise OSError("The port must be a number from 0 to 65535.") from None
    return listener


def run(app, listener, limits, on_listening):
    """Serves until a signal asks to stop."""
    config = uvicorn.Config(
        app,
        http=patient_protocol(limits.header_seconds),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=limits.idle_seconds,
        limit_concurrency=limits.connections,
    )
    Server(config, on_listening, app.api.events.close).run(sockets=[listener])
