"""People and things as simple as on a road sign, so that they show nobody in particular."""

from engine.film.board import INK, TEAL, Board, Point


def person(
    board: Board, x: float, foot: float, tall: float, fill: str = TEAL, *,
    bent: float = 0, hands: tuple[Point, ...] = (), much: float = 1,
) -> None:  # fmt: skip
    """Draw a person who stands.

    Args:
        board: what is drawn on.
        x: the middle.
        foot: where the feet are.
        tall: the height.
        fill: the colour.
        bent: how far the head leans to the right, as a part of the height.
        hands: where each hand is; without them the arms hang.
        much: how far the person is seen.
    """
    u = tall / 10
    hip, neck = foot - 4.6 * u, foot - 7.7 * u
    lean = bent * tall
    board.stroke([(x - 0.55 * u, hip), (x - 0.75 * u, foot - 0.4 * u)], fill, 0.9 * u, much=much)
    board.stroke([(x + 0.55 * u, hip), (x + 0.75 * u, foot - 0.4 * u)], fill, 0.9 * u, much=much)
    body = [(x - 1.15 * u + lean, neck), (x + 1.15 * u + lean, neck), (x + 0.75 * u, hip), (x - 0.75 * u, hip)]
    board.shape(body, fill, much=much)
    board.stroke([body[0], body[1]], fill, 0.9 * u, much=much)
    board.stroke([body[2], body[3]], fill, 0.6 * u, much=much)
    arms = hands or ((x - 1.75 * u + lean / 2, hip + 0.4 * u), (x + 1.75 * u + lean / 2, hip + 0.4 * u))
    for hand in arms:
        side = -1 if hand[0] < x + lean else 1
        board.stroke([(x + lean + side * 1.2 * u, neck + 0.1 * u), hand], fill, 0.7 * u, much=much)
    board.disc(x + 1.25 * lean, neck - 1.55 * u, 1.0 * u, fill, much=much)


def table(board: Board, x: float, y: float, w: float, h: float, fill: str = INK) -> None:
    """Draw a table; its top begins at (`x`, `y`), and `h` is the height of its legs."""
    board.box(x, y, w, 14, fill, r=6)
    for leg in (x + 18, x + w - 30):
        board.box(leg, y + 10, 12, h, fill)


def sheet(board: Board, x: float, y: float, w: float, h: float, *, lines: int = 4, much: float = 1) -> None:
    board.box(x + 5, y + 6, w, h, "#dfe6ea", r=6, much=much)
    board.box(x, y, w, h, "#ffffff", r=6)
    board.frame(x, y, w, h, "#9fb0ba", 2, r=6)
    for n in range(lines):
        part = 0.76 if n % 3 else 0.5
        board.box(x + w * 0.12, y + h * (0.16 + 0.74 * n / max(lines, 1)), w * part, max(h * 0.035, 4), "#9fb0ba", r=2)


def passport(board: Board, x: float, y: float, w: float = 70) -> None:
    board.box(x, y, w, w * 1.35, "#7b2d26", r=6)
    board.ring(x + w / 2, y + w * 0.58, w * 0.2, "#f0d9a8", 3)
    board.box(x + w * 0.25, y + w, w * 0.5, 5, "#f0d9a8", r=2)


def bubble(board: Board, x: float, y: float, w: float, h: float, words: str, fill: str = "#ffffff") -> None:
    """Draw a speech bubble; its corner points down to the left."""
    board.shape([(x + 26, y + h - 4), (x + 62, y + h - 4), (x + 20, y + h + 28)], fill)
    board.box(x, y, w, h, fill, r=20)
    board.text(x + w / 2, y + h / 2 - 26, words, 40, weight=600, middle=True)
