"""Commands: `python -m engine check | rehearse | new-password | messages | film`.

Each imports what it needs itself: whoever writes content runs `check` again and again, and it needs the
content alone.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from engine.content import ROOT, load_library

PORT = 8501
"""Streamlit's own; another is given with --port here as there."""


def check(_options: argparse.Namespace) -> int:
    """Read all content, print every problem and the counts."""
    library = load_library()
    for problem in library.problems:
        print(problem)
    print(", ".join(f"{count} {name}" for name, count in library.counts().items()))
    print("1 problem" if len(library.problems) == 1 else f"{len(library.problems)} problems")
    return 1 if library.problems else 0


def run_rehearsal(options: argparse.Namespace) -> int:
    """Fill a workshop with sample groups, and print where to look."""
    from engine.access.keys import password_is_set, setup_word
    from engine.rehearsal import rehearse
    from engine.routes.addresses import local_address
    from engine.routes.sign_in import watch_path
    from engine.server import open_server

    server = open_server()
    if options.module not in server.library.modules:
        print(f"There is no module '{options.module}'. Modules: {', '.join(server.library.modules) or 'none'}")
        return 1
    workshop = rehearse(server, groups=options.groups, seed=options.seed, module_id=options.module)
    address = local_address(options.port)
    print(f"'{workshop.title}' has {options.groups} sample groups and is on the facilitator's screen.")
    print("1. Start the server, if it does not run yet:  streamlit run app.py")
    print(f"2. Look at the plenary:                       {address}{watch_path(server, workshop.id)}")
    if not password_is_set(server):
        print(f"3. Be the facilitator yourself:               {address}/setup?word={setup_word(server)}")
    server.stop()
    return 0


def new_password(options: argparse.Namespace) -> int:
    """Forget the facilitator's password, and print a new one-time link."""
    from engine.access.keys import forget_password
    from engine.routes.addresses import local_address
    from engine.server import open_server

    server = open_server()
    print(f"Set a new password here: {local_address(options.port)}/setup?word={forget_password(server)}")
    server.stop()
    return 0


def messages(options: argparse.Namespace) -> int:
    """Collect every text that can be translated into a gettext template."""
    from engine.messages import write_messages

    count = write_messages(options.file)
    print(f"{count} texts in {options.file}")
    return 0


def film(options: argparse.Namespace) -> int:
    """Make the films anew from their storyboards in media/films."""
    from engine.film.making import NoFfmpeg, make

    library = load_library()
    for name in options.film or library.films:
        if name not in library.films:
            print(f"There is no sound film '{name}'. Films: {', '.join(library.films) or 'none'}")
            return 1
        try:
            make(library, library.films[name], options.folder, height=options.height)
        except NoFfmpeg as problem:
            print(problem)
            return 1
        print(f"{options.folder / name}.mp4")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("check", help=check.__doc__).set_defaults(run=check)
    sample = commands.add_parser("rehearse", help=run_rehearsal.__doc__)
    sample.add_argument("--groups", type=int, default=6, choices=range(1, 21), metavar="1-20")
    sample.add_argument("--seed", type=int, default=1, help="another seed, other answers")
    sample.add_argument("--module", default="five-day")
    sample.set_defaults(run=run_rehearsal)
    password = commands.add_parser("new-password", help=new_password.__doc__)
    password.set_defaults(run=new_password)
    for command in (sample, password):
        command.add_argument("--port", type=int, default=PORT, help="the server's port")
    template = commands.add_parser("messages", help=messages.__doc__)
    template.add_argument("file", type=Path, nargs="?", default=Path("content/locale/workshop.pot"))
    template.set_defaults(run=messages)
    films = commands.add_parser("film", help=film.__doc__)
    films.add_argument("film", nargs="*", help="its id; all without one")
    films.add_argument("--folder", type=Path, default=ROOT / "media" / "films")
    films.add_argument("--height", type=int, default=720, help="of the picture; a smaller draft is quicker")
    films.set_defaults(run=film)
    return parser


def main() -> int:
    options = _parser().parse_args()
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
