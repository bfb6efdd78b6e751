"""Pictures of the composite case: from the recruiter to the six indicators."""

from engine.film.board import BLUE, INK, NIGHT, ORANGE, PALE, RED, TEAL, Board, eased
from engine.film.figures import passport, person, sheet, table

FLOOR = 560
"""The `y` of the ground on which people stand; they have the left part of the picture, from 60 to 760."""


def recruiter(board: Board, t: float) -> None:
    """Somebody asks for money over a desk, and coins pile up."""
    person(board, 190, FLOOR, 300, BLUE, hands=((290, 400), (110, 425)))
    person(board, 610, FLOOR, 310, INK, hands=((480, 408), (690, 420)))
    table(board, 310, 415, 400, 140)
    for n in range(9):
        come = eased(t, 1 + 0.45 * n, 0.5)
        if come:
            column, row = n % 3, n // 3
            board.box(350 + 50 * column, 402 - 15 * row - 60 * (1 - come), 42, 12, ORANGE, r=5, much=come)


def drawer(board: Board, t: float) -> None:
    """A passport goes into a drawer, and the drawer is closed."""
    goes, shut = eased(t, 1.2, 1.6), eased(t, 3.2, 1.2)
    person(board, 160, FLOOR, 300, BLUE, hands=((260, 380), (90, 425)))
    out = 110 * (1 - shut)
    board.box(430, 250, 270, 310, INK, r=10)
    for y in (282, 462):
        board.frame(450, y, 230, 76, "#5d6f7b", 3, r=6)
    if goes < 1:
        passport(board, 235 + 240 * goes, 335 - 60 * (4 * goes * (1 - goes)) + 10 * goes)
    elif shut < 1:
        passport(board, 500, 345 + 20 * shut, 60)
    board.box(450 - out * 0.4, 372, 230, 76 + out * 0.15, NIGHT, r=6)
    board.frame(450 - out * 0.4, 372, 230, 76 + out * 0.15, "#5d6f7b", 3, r=6)
    board.disc(565 - out * 0.4, 410, 9, ORANGE)
    if shut == 1:
        lock = eased(t, 4.6, 0.6)
        board.ring(640, 395, 14, ORANGE, 5 * max(lock, 0.2))
        board.box(620, 398, 40, 34, ORANGE, r=5, much=lock)


def ledger(board: Board, t: float) -> None:
    """A pot falls, a book takes it down, and a column of debt grows."""
    falls = eased(t, 0.8, 0.9)
    y = 300 + 215 * falls
    if falls < 1:
        board.shape([(110, y), (190, y), (178, y + 62), (122, y + 62)], RED)
        board.stroke([(150, y), (150, y - 48)], "#009e73", 7)
        board.disc(150, y - 56, 15, ORANGE)
    else:
        for x, low in ((96, 540), (150, 556), (204, 536)):
            board.shape([(x - 26, 560), (x + 24, 560), (x + 6, low - 24)], RED)
    sheet(board, 280, 240, 210, 320, lines=0)
    for n in range(7):
        come = eased(t, 1.8 + 0.55 * n, 0.3)
        board.box(302, 272 + 38 * n, 110 * come, 8, "#7f929e", r=3)
        board.box(428, 272 + 38 * n, 40 * come, 8, RED, r=3)
    grows = eased(t, 1.8, 4.2)
    tall = 64 + 256 * grows
    board.box(570, 560 - tall, 130, tall, RED, r=6)
    board.text(635, 560 - tall - 6, "× 1" if grows < 1 else "× 5", 36, weight=600, middle=True, above=True)


def purse(board: Board, t: float) -> None:
    """Month after month passes, and the purse stays empty."""
    for n in range(24):
        come = eased(t, 0.8 + 0.2 * n, 0.25)
        x, y = 80 + 62 * (n % 6), 250 + 78 * (n // 6)
        board.box(x, y, 52, 66, "#e3eaee", r=6)
        board.box(x, y, 52, 16, TEAL, r=5, much=0.25 + 0.75 * come)
        if come:
            board.text(x + 26, y + 22, "0", 32, weight=600, middle=True, much=come)
    board.shape([(520, 430), (720, 430), (745, 560), (495, 560)], INK)
    board.box(508, 415, 224, 30, "#33444f", r=14)
    board.box(534, 424, 172, 12, PALE, r=6)


def gate(board: Board, t: float) -> None:
    """An iron door closes, a camera looks, a guard stands before it."""
    board.box(90, 220, 430, 340, "#d4dde2")
    board.box(180, 265, 250, 295, NIGHT)
    person(board, 305, FLOOR, 230, BLUE)
    shut = eased(t, 1, 2)
    for x in (180 + 125 * (shut - 1), 430 - 125 * shut):
        left = max(x, 55)
        board.box(left, 265, 125 - (left - x), 295, "#4b5b66")
        for bar in range(4):
            if left <= x + 15 + 30 * bar:
                board.box(x + 15 + 30 * bar, 275, 8, 275, "#2a3842", r=3)
    sees = eased(t, 3, 0.8)
    board.shape([(482, 262), (300, 560), (520, 560)], ORANGE, much=0.25 * sees)
    board.box(470, 236, 52, 26, INK, r=5)
    board.disc(474, 250, 9, RED, much=0.3 + 0.7 * sees)
    person(board, 640, FLOOR, 300, INK, hands=((600, 445), (690, 385)))
    board.stroke([(588, 470), (712, 345)], "#33444f", 11)


def threat(board: Board, t: float) -> None:
    """A large figure points a gun; a small one shrinks."""
    comes = eased(t, 0.5, 1.5)
    tall = 270 + 70 * comes
    person(board, 230, FLOOR, tall, NIGHT, hands=((400, FLOOR - 0.66 * tall), (150, 420)))
    arm = FLOOR - 0.66 * tall
    board.box(396, arm - 14, 74, 14, INK, r=4)
    board.shape([(402, arm - 4), (424, arm - 4), (414, arm + 28), (396, arm + 28)], INK)
    person(board, 640, FLOOR, 260 - 30 * comes, BLUE, bent=0.04 * comes, hands=((580, 395), (640, 395)))


def blow(board: Board, t: float) -> None:
    """Somebody sweeps; behind her an arm with a shoe is raised."""
    rises = eased(t, 0.8, 1.2)
    person(board, 200, FLOOR, 320, NIGHT, hands=((300, 430 - 190 * rises), (130, 430)))
    x, y = 296, 422 - 190 * rises
    board.shape([(x - 4, y - 6), (x + 66, y - 36), (x + 82, y - 16), (x + 10, y + 22)], RED)
    person(board, 520, FLOOR, 270, BLUE, bent=0.07, hands=((610, 440), (585, 400)))
    board.stroke([(570, 370), (668, 545)], "#8a6d3b", 9)
    board.shape([(650, 528), (690, 528), (712, 562), (640, 562)], "#b08d57")
