"""What one running server has: its database, its listeners, its content."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.content import Library, load_library
from engine.live import Bus
from engine.store import Database
from engine.store.writer import Writer

if TYPE_CHECKING:
    from engine.live.postgres import PostgresRelay


@dataclass
class Server:
    """The running program: made once when it starts, and handed to every act."""

    database: Database
    library: Library
    bus: Bus = field(default_factory=Bus)
    copies: dict[str, Any] = field(default_factory=dict)
    """The copies of the content that workshops used lately: copy id -> `engine.workshop.WorkshopContent`."""
    copy_ids: dict[str, str] = field(default_factory=dict)
    """Which copy a workshop has, which never changes: workshop id -> copy id."""
    workshop_ids: dict[str, str] = field(default_factory=dict)
    """In which workshop somebody sits, which never changes: participant id -> workshop id."""
    secret: str = ""
    """The key that signs cookies, once it was asked for."""
    relay: "PostgresRelay | None" = None
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.database)
        self.database.on_news = self.bus.pass_on

    def start(self) -> None:
        """Begin to hear the news of other processes; with SQLite there are none."""
        if not self.database.is_sqlite:
            from engine.live.postgres import PostgresRelay  # brings psycopg, which SQLite has no use for

            self.relay = PostgresRelay(self.database, self.bus)
            self.relay.start()

    def stop(self) -> None:
        if self.relay:
            self.relay.stop()
        self.writer.stop()
        self.database.close()


_running: list[Server] = []


def open_server(url: str | None = None) -> Server:
    """Open the database, read the content, and make this the running server of the process."""
    return make_running(Server(Database(url), load_library()))


def make_running(server: Server) -> Server:
    _running[:] = [server]
    return server


def running() -> Server:
    """The server of this process; one is opened when there is none yet."""
    return _running[0] if _running else open_server()
