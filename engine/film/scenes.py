"""Draws one moment of a scene. A test compares `PICTURES` with the pictures that content may name."""

from collections.abc import Callable

from engine.charts.series import Drawn, panels_of, shown
from engine.content import Dataset, Figure, Library, Scene
from engine.film import help as helping
from engine.film import work
from engine.film.board import BLUE, NIGHT, ORANGE, PALE, PAPER, QUIET, TEAL, Board, eased
from engine.film.figures import person
from engine.language import _

LEFT, RIGHT = 70, 1210
"""Where text begins and ends, from the left; what is below 590 is for subtitles."""
MOVES = 7.5
"""Seconds after which nothing in a drawing moves any more."""
BARS, LONGEST = 500, 490
"""Where bars begin, and the length of the longest."""
SERIES = (BLUE, ORANGE, TEAL)
Drawing = Callable[[Board, float], None]
PICTURES: dict[str, Drawing] = {
    "recruiter": work.recruiter, "drawer": work.drawer, "ledger": work.ledger, "purse": work.purse,
    "gate": work.gate, "threat": work.threat, "blow": work.blow, "interview": helping.interview,
    "papers": helping.papers, "plan": helping.plan, "union": helping.union, "advice": helping.advice,
    "newsletter": helping.newsletter, "register": helping.register, "telephone": helping.telephone,
    "care": helping.care, "agreement": helping.agreement, "choice": helping.choice,
}  # fmt: skip


def draw(library: Library, scene: Scene, t: float) -> Board:
    """Draw the moment `t` of a scene, in seconds from its beginning."""
    board = Board(NIGHT if scene.kind in ("title", "questions") else PAPER)
    if scene.kind not in ("title", "questions"):
        board.text(LEFT, 48, scene.heading, 46, weight=700, wide=RIGHT - LEFT)
        _draw_origin(board, library, scene)
    SCENES[scene.kind](board, library, scene, t)
    return board


def is_still(scene: Scene, t: float) -> bool:
    """Whether nothing moves after second `t`, so that all frames from there on are the same."""
    return t > max(MOVES, _turn(scene, len(scene.lines) or 6) + 1)


def _turn(scene: Scene, n: int) -> float:
    """The second at which line `n` comes; all lines have come after three quarters of the scene."""
    return 0.8 + n * (0.75 * scene.seconds - 0.8) / max(len(scene.lines), 6 if scene.kind == "signals" else 1)


def _draw_origin(board: Board, library: Library, scene: Scene) -> None:
    """Write where the facts are from, and whether they are later than the handbook."""
    if said := _origin(library, scene):
        board.text(LEFT, 16, said, 24, QUIET, wide=RIGHT - LEFT)
    figures = [figure for drawn in _panels(library, scene) for figure in drawn.figures.values()]
    if figures and all(figure.is_later for figure in figures):
        board.box(RIGHT - 260, 110, 260, 46, ORANGE, r=23)
        board.text(RIGHT - 130, 116, _("Since the handbook"), 27, weight=600, middle=True)


def _origin(library: Library, scene: Scene) -> str:
    if panels := _panels(library, scene):
        said = [_cited(drawn.dataset, figure) for drawn in panels for figure in drawn.figures.values()]
        return _("Source: {sources}").format(sources="; ".join(dict.fromkeys(said)))
    if scene.cases:
        cases = [library.case_studies[name] for name in scene.cases]
        named = [_("case {number}, {country}").format(number=c.number, country=c.country) for c in cases]
        return _("A composite case. From {cases}").format(cases="; ".join(named))
    if scene.source:
        source = library.sources[scene.source]
        return _("Source: {sources}").format(sources=f"{source.publisher}, {source.title}, {source.year}")
    return ""


def _cited(dataset: Dataset, figure: Figure) -> str:
    """The publisher and the year; where we read it stands beside the chart, on the page of statistics."""
    said = f"{dataset.publisher}, {figure.year}"
    is_in_handbook = figure.source == "handbook"
    return _("{publisher_and_year}, in the handbook (2008)").format(publisher_and_year=said) if is_in_handbook else said


def _title(board: Board, _library: Library, scene: Scene, t: float) -> None:
    ends = board.text(640, 210, scene.heading, 84, "#ffffff", weight=700, much=eased(t, 0.2, 1), wide=1120, middle=True)
    for n, line in enumerate(scene.lines):
        much = eased(t, 1.2 + 0.8 * n, 0.8)
        ends = board.text(640, ends + 18, line, 38, PALE, much=much, wide=1100, middle=True)


def _words(board: Board, _library: Library, scene: Scene, t: float) -> None:
    is_long = len(scene.lines) > 4
    for n, line in enumerate(scene.lines):
        column, row = divmod(n, 4) if is_long else (0, n)
        come = eased(t, _turn(scene, n), 0.6)
        x, y = LEFT + 590 * column, (150 if is_long else 185) + (104 if is_long else 120) * row
        board.box(x, y, 8 if come else 0, 76, TEAL, much=come, r=4)
        board.text(x + 30, y + 12, line, 38 if is_long else 46, weight=500, much=come, wide=540 if is_long else 1080)


def _questions(board: Board, _library: Library, scene: Scene, t: float) -> None:
    board.text(LEFT, 70, scene.heading, 60, "#ffffff", weight=700)
    for n, line in enumerate(scene.lines):
        board.text(LEFT, 210 + 110 * n, line, 48, PALE, much=eased(t, _turn(scene, n), 0.7), wide=1120)


def _bars(board: Board, library: Library, scene: Scene, t: float) -> None:
    top = 112.0
    for line in scene.lines:
        top = board.text(LEFT, top, line, 30, QUIET, wide=860)
    for drawn in _panels(library, scene):
        board.text(LEFT, top + 4, drawn.title, 28, QUIET, weight=500, wide=1120)
        _legend(board, drawn, top + 44)
        _draw_rows(board, drawn, top + (84 if len(drawn.series) > 1 else 52), t)


def _legend(board: Board, drawn: Drawn, y: float) -> None:
    x = float(LEFT)
    for fill, name in zip(SERIES, drawn.series.values(), strict=False):
        if len(drawn.series) > 1:
            board.box(x, y + 6, 24, 24, fill, r=4)
            board.text(x + 34, y, name, 28)
            x += 74 + board.width_of(name, 28)


def _draw_rows(board: Board, drawn: Drawn, top: float, t: float) -> None:
    step = min((535 - top) / len(drawn.labels), 110)
    draw_row, beside = (_stacked, 1) if drawn.panel.kind == "stacked" else (_side_by_side, len(drawn.series))
    thick = min((step - 10) / beside, 46)
    for r, (label, words) in enumerate(drawn.labels.items()):
        y = top + r * step
        size = 28 if board.width_of(words, 28) < 400 else 24
        board.text(LEFT, y + max(0, (thick * beside - size * 1.22) / 2 - 2), words, size, wide=420)
        draw_row(board, drawn, label, y, thick, eased(t, 0.5 + 0.35 * r, 1.4))


def _side_by_side(board: Board, drawn: Drawn, label: str, y: float, thick: float, goes: float) -> None:
    for s, series in enumerate(drawn.series):
        value = drawn.value(label, series)
        if value is not None:
            wide = max(LONGEST * value / drawn.largest() * goes, 3)
            board.box(BARS, y + s * thick, wide, thick - 4, SERIES[s], r=4)
            middle = y + s * thick + thick / 2 - 20
            board.text(BARS + 12 + wide, middle, drawn.text(label, series), 28, weight=600, much=goes)


def _stacked(board: Board, drawn: Drawn, label: str, y: float, thick: float, goes: float) -> None:
    """Draw the parts one after another, and their sum after them."""
    sums = {key: sum(drawn.value(key, series) or 0 for series in drawn.series) for key in drawn.labels}
    x, scale = float(BARS), LONGEST / max(sums.values()) * goes
    for s, series in enumerate(drawn.series):
        wide = max((drawn.value(label, series) or 0) * scale, 2)
        board.box(x, y, wide, thick - 4, SERIES[s])
        x += wide
    board.text(x + 12, y + thick / 2 - 20, shown(round(sums[label])), 28, weight=600, much=goes)


def _tens(board: Board, library: Library, scene: Scene, t: float) -> None:
    drawn = _panels(library, scene)[0]
    (label, series), figure = next(iter(drawn.figures.items()))
    for n in range(10):
        counted = eased(t, 0.8 + 0.4 * n, 0.4) if n < round(figure.value / 10) else 0
        person(board, 118 + 116 * n, 440, 230, "#c4ced5")
        if counted:
            person(board, 118 + 116 * n, 440, 230, ORANGE, much=counted)
    said = f"{drawn.labels[label]}: {drawn.text(label, series)} {_('per cent')}"
    board.text(LEFT, 480, said, 40, weight=600, much=eased(t, 2.4, 0.8))


def _numbers(board: Board, library: Library, scene: Scene, t: float) -> None:
    drawn = _panels(library, scene)[0]
    y = 150.0
    for n, (label, words) in enumerate(drawn.labels.items()):
        for series in drawn.series:
            if figure := drawn.figures.get((label, series)):
                come = eased(t, 0.5 + 1.4 * n, 1.2)
                number = shown(figure.value, figure.qualifier)
                board.text(LEFT, y, number, 108, (TEAL, ORANGE)[n % 2], weight=700, much=come)
                board.text(LEFT, y + 126, f"{words} · {drawn.dataset.unit}", 34, much=come, wide=1100)
                y += 214


def _picture(board: Board, library: Library, scene: Scene, t: float) -> None:
    assert scene.picture
    PICTURES[scene.picture](board, t)
    names = {item.id: item.label for item in library.lists["indicators"].items}
    if scene.indicator:
        wide = board.width_of(names[scene.indicator], 30, 600) + 48
        come = eased(t, 0.3, 0.6)
        board.box(LEFT, 114, wide, 52, ORANGE, r=26, much=come)
        board.text(LEFT + 24, 121, names[scene.indicator], 30, weight=600, much=come)
    step = min(106, 360 / max(len(scene.lines), 1))
    for n, line in enumerate(scene.lines):
        come, y = eased(t, 1.4 + 1.5 * n, 0.6), 226 + step * n
        lines = 1 if board.width_of(line, 36, 500) <= 385 else 2
        board.box(810, y, 8 if come else 0, 82, TEAL, r=4, much=come)
        board.text(836, y + (19 if lines == 1 else -3), line, 36, weight=500, much=come, wide=385)


def _signals(board: Board, library: Library, scene: Scene, t: float) -> None:
    for n, item in enumerate(library.lists["indicators"].items):
        column, row = divmod(n, 3)
        come = eased(t, _turn(scene, n), 0.5)
        x, y = LEFT + 580 * column, 150 + 140 * row
        board.box(x, y, 550, 116, ORANGE, r=16, much=0.12 + 0.88 * come)
        lines = 1 if board.width_of(item.label, 36, 600) <= 500 else 2
        y += 36 if lines == 1 else 14
        board.text(x + 26, y, item.label, 36, weight=600, wide=500, much=0.2 + 0.8 * come)


def _panels(library: Library, scene: Scene) -> list[Drawn]:
    found = panels_of(library, scene.chart) if scene.chart else []
    return [found[n] for n in scene.panels] if scene.panels else found


SCENES: dict[str, Callable[[Board, Library, Scene, float], None]] = {
    "title": _title, "words": _words, "bars": _bars, "tens": _tens, "numbers": _numbers,
    "picture": _picture, "signals": _signals, "questions": _questions,
}  # fmt: skip
