"""Pictures of those who help: the inspector, and unions and NGOs beside the victims."""

import math

from engine.film.board import BLUE, GREEN, INK, ORANGE, PALE, RED, TEAL, Board, eased
from engine.film.figures import bubble, person, sheet, table
from engine.film.work import FLOOR


def interview(board: Board, t: float) -> None:
    """Two people talk alone; the employer is on the other side of a door."""
    board.box(560, 230, 10, 330, "#9fb0ba")
    person(board, 660, FLOOR, 290, INK, much=0.35)
    person(board, 150, FLOOR, 290, TEAL, hands=((240, 430), (90, 425)))
    person(board, 440, FLOOR, 270, BLUE, hands=((350, 440), (500, 440)))
    table(board, 235, 450, 130, 100)
    if eased(t, 0.8, 0.1):
        bubble(board, 180, 160, 96, 76, "?", PALE)
    if eased(t, 3, 0.1):
        bubble(board, 440, 165, 110, 76, "...", PALE)


def papers(board: Board, t: float) -> None:
    """A magnifying glass goes over three sheets."""
    for n in range(3):
        sheet(board, 90 + 220 * n, 240, 180, 250, lines=6)
    at = 150 + 440 * eased(t, 0.6, 4.6)
    board.stroke([(at + 52, 412), (at + 110, 480)], INK, 18)
    board.ring(at, 360, 74, INK, 11)
    for n in range(3):
        seen = eased(t, 1.6 + 1.8 * n, 0.4)
        if seen:
            board.disc(250 + 220 * n, 480, 24, GREEN if n < 2 else RED, much=seen)
            board.text(250 + 220 * n, 460, "✓" if n < 2 else "?", 32, "#ffffff", weight=700, middle=True)


def plan(board: Board, t: float) -> None:
    """Lines lead from an inspector to three partners, one after another."""
    person(board, 180, FLOOR, 300, TEAL, hands=((280, 400), (110, 425)))
    for n, fill in enumerate((INK, ORANGE, GREEN)):
        come, y = eased(t, 0.8 + 1.2 * n, 0.8), 265 + 120 * n
        board.stroke([(300, 400), (300 + 250 * come, 400 + (y - 400) * come)], "#9fb0ba", 6)
        if come == 1:
            board.disc(620, y, 52, fill)
            for side in (-18, 18):
                person(board, 620 + side, y + 36, 66, "#ffffff")


def union(board: Board, t: float) -> None:
    """A group stands behind somebody, and a complaint goes up."""
    for n in range(5):
        come = eased(t, 0.4 + 0.5 * n, 0.6)
        person(board, 250 + 95 * n, FLOOR - 12 * (n % 2), 240, ORANGE if n == 2 else TEAL, much=come)
    person(board, 120, FLOOR, 230, BLUE)
    rises = eased(t, 3.2, 1.2)
    board.stroke([(490, 410), (490, 330 - 60 * rises)], ORANGE, 12, much=max(rises, 0.01))
    if rises:
        sheet(board, 440, 220 + 60 * (1 - rises), 100, 78, lines=3)


def advice(board: Board, t: float) -> None:
    """Two people bend over a law book."""
    person(board, 190, FLOOR, 290, TEAL, hands=((320, 425), (110, 425)))
    person(board, 610, FLOOR, 290, BLUE, hands=((480, 425), (690, 425)))
    table(board, 250, 445, 300, 110)
    opens = eased(t, 0.8, 1)
    board.shape([(400, 440), (400 - 110 * opens, 430), (400 - 110 * opens, 385), (400, 400)], PALE)
    board.shape([(400, 440), (400 + 110 * opens, 430), (400 + 110 * opens, 385), (400, 400)], PALE)
    board.stroke([(400 - 110 * opens, 430), (400, 441), (400 + 110 * opens, 430)], INK, 5)
    if eased(t, 2, 0.1):
        bubble(board, 240, 200, 96, 80, "§", PALE)


def newsletter(board: Board, t: float) -> None:
    """A newsletter is printed, and goes round the world."""
    board.disc(540, 400, 150, PALE)
    for r in (50, 105):
        board.ring(540, 400, r + 45, "#8fb3c3", 3)
    board.stroke([(390, 400), (690, 400)], "#8fb3c3", 3)
    board.stroke([(540, 250), (540, 550)], "#8fb3c3", 3)
    comes = eased(t, 0.6, 1.4)
    board.box(100, 230, 220, 310 * max(comes, 0.05), "#ffffff", r=6)
    board.frame(100, 230, 220, 310 * max(comes, 0.05), "#9fb0ba", 3, r=6)
    if comes == 1:
        board.box(122, 252, 176, 34, ORANGE, r=4)
        for n in range(7):
            board.box(122, 304 + 31 * n, 176 if n % 3 else 120, 9, "#9fb0ba", r=3)
    for n in range(6):
        goes = eased(t, 2.2 + 0.5 * n, 0.5)
        angle = math.tau * n / 6
        board.disc(540 + 112 * math.cos(angle), 400 + 112 * math.sin(angle), 13, ORANGE, much=goes)


def register(board: Board, t: float) -> None:
    """A supervisor ticks off what she has checked."""
    person(board, 180, FLOOR, 310, TEAL, hands=((330, 400), (100, 430)))
    board.box(340, 215, 340, 345, "#8a6d3b", r=12)
    board.box(358, 245, 304, 298, "#ffffff", r=4)
    board.box(460, 202, 100, 34, INK, r=8)
    for n in range(6):
        y = 268 + 44 * n
        board.frame(378, y, 26, 26, "#7f929e", 3, r=4)
        board.box(424, y + 8, 200 if n % 2 else 150, 10, "#9fb0ba", r=3)
        done = eased(t, 1 + 0.7 * n, 0.35)
        if done:
            tip = (388 + 22 * done, y + 22 - 26 * done)
            board.stroke([(382, y + 12), (389, y + 21), tip], GREEN, 6)


def telephone(board: Board, t: float) -> None:
    """From a house with a closed door a call reaches somebody who listens."""
    board.shape([(70, 360), (200, 240), (330, 360)], RED)
    board.box(95, 355, 210, 205, "#d4dde2")
    board.box(170, 430, 62, 130, INK, r=4)
    board.box(240, 385, 46, 46, ORANGE, r=4)
    person(board, 620, FLOOR, 290, TEAL, hands=((590, 330), (700, 430)))
    for n in range(6):
        come = eased(t, 0.8 + 0.5 * n, 0.4)
        board.disc(350 + 38 * n, 395 - 26 * math.sin(math.pi * n / 5), 9, TEAL, much=come)


def care(board: Board, t: float) -> None:
    """Around somebody three kinds of help appear."""
    person(board, 390, FLOOR, 210, BLUE)
    marks = ((150, 330, RED), (390, 250, TEAL), (630, 330, ORANGE))
    for n, (x, y, fill) in enumerate(marks):
        come = eased(t, 0.6 + 1.1 * n, 0.6)
        board.disc(x, y, 66 * come, fill)
    if eased(t, 1.2, 0.1):
        board.box(136, 294, 28, 72, "#ffffff", r=4)
        board.box(114, 316, 72, 28, "#ffffff", r=4)
    if eased(t, 2.3, 0.1):
        board.box(350, 226, 80, 46, "#ffffff", r=18)
        board.shape([(368, 266), (392, 266), (364, 290)], "#ffffff")
    if eased(t, 3.4, 0.1):
        _scales(board, 630, 330)


def _scales(board: Board, x: float, y: float) -> None:
    board.stroke([(x, y - 36), (x, y + 34)], "#ffffff", 7)
    board.stroke([(x - 38, y - 24), (x + 38, y - 24)], "#ffffff", 7)
    board.stroke([(x - 22, y + 36), (x + 22, y + 36)], "#ffffff", 7)
    for side in (-38, 38):
        board.shape([(x + side - 20, y + 6), (x + side + 20, y + 6), (x + side, y + 20)], "#ffffff")
        board.stroke([(x + side, y - 22), (x + side, y + 6)], "#ffffff", 3)


def agreement(board: Board, t: float) -> None:
    """Two people sign one sheet."""
    person(board, 130, FLOOR, 300, INK, hands=((250, 470), (60, 430)))
    person(board, 650, FLOOR, 300, ORANGE, hands=((530, 470), (720, 430)))
    sheet(board, 260, 230, 260, 320, lines=0)
    for n in range(5):
        board.box(292, 266 + 34 * n, 196 if n % 3 else 130, 10, "#9fb0ba", r=3)
    for n, fill in enumerate((INK, ORANGE)):
        goes, x = eased(t, 1.2 + 1.8 * n, 1.4), 284 + 120 * n
        board.box(x, 510, 96, 4, "#9fb0ba")
        curve = [(x + 88 * k / 20, 494 + 12 * math.sin(k)) for k in range(1 + round(20 * goes))]
        if len(curve) > 1:
            board.stroke(curve, fill, 5)


def choice(board: Board, t: float) -> None:
    """Somebody stands where the road divides; she goes herself."""
    board.shape([(330, 560), (450, 560), (415, 430), (365, 430)], "#d4dde2")
    for side in (-1, 1):
        far = 390 + side * 200
        board.shape([(365, 440), (415, 440), (far + 30, 250), (far - 30, 250)], "#d4dde2")
        board.shape([(far - 52, 252), (far + 52, 252), (far, 205)], "#d4dde2")
    goes = eased(t, 2.5, 2)
    person(board, 390 + 120 * goes, FLOOR - 120 * goes, 250 - 60 * goes, BLUE)
    person(board, 110, FLOOR, 230, TEAL)
