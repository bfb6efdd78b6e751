"""The project's own films stand in the library, and everybody of a workshop may see them."""

from engine.access import Visitor
from engine.content import ROOT
from engine.media.attaching import attach, attached
from engine.media.piece import may_see, piece, pieces
from engine.server import Server
from tests.sample_content import open_sample


def test_every_film_stands_in_the_library_with_its_files(server: Server) -> None:
    found = {each.ref: each for each in pieces(server)}
    assert list(found) == [f"film:{name}" for name in server.library.films] and len(found) > 1
    for ref, each in found.items():
        assert piece(server, ref) == each and each.is_own and each.bytes > 100_000
        for address in (each.address, each.poster, *(track.address for track in each.tracks)):
            assert (ROOT / "media" / address.removeprefix("/media-files/")).is_file()
    assert piece(server, "film:none") is None


def test_a_film_can_be_attached_and_is_not_for_strangers(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    attach(workshop_server, workshop.id, "film:forced-labour", ["activity:sample-cases"])
    assert attached(workshop_server, workshop.id) == {"activity:sample-cases": ["film:forced-labour"]}
    assert may_see(workshop_server, Visitor(watches=workshop.id), "film:forced-labour")
    assert may_see(workshop_server, Visitor(is_facilitator=True), "film:forced-labour")
    assert not may_see(workshop_server, Visitor(), "film:forced-labour")
