"""Charts, decks of slides and films as text, for the handbook's reader; each has a link to its own page."""

from html import escape

from engine.book.rendering import rendered
from engine.content import Chart, Deck, Film, Library, Slide
from engine.language import _, plural


def chart_in_words(chart: Chart) -> str:
    """What a chart shows, and what it does not say."""
    said_not = f"<p><b>{escape(_('What this does not say'))}</b> {escape(chart.says_not)}</p>"
    return _in_short(chart.headline) + said_not + _way(f"/statistics?chart={chart.id}", _("See the chart"))


def deck_in_words(library: Library, deck: Deck) -> str:
    """The slides of a deck one below the other, without the facilitator's notes."""
    count = plural("{count} slide", "{count} slides", len(deck.slides))
    minutes = _("{count} min").format(count=deck.minutes)
    slides = "".join(_slide(library, slide) for slide in deck.slides)
    return (
        f'<p class="meta">{escape(deck.source)} · {escape(count)} · {escape(minutes)}</p>'
        + slides
        + (_way(f"/slides?deck={deck.id}", _("See the slides of your workshop")))
    )


def _slide(library: Library, slide: Slide) -> str:
    chart = library.charts.get(slide.chart or "")
    drawn = _way(f"/statistics?chart={chart.id}", chart.headline) if chart else ""
    return f"<h2>{escape(slide.title)}</h2>{rendered(slide.body, library)}{drawn}"


def film_in_words(film: Film) -> str:
    """What is seen and said in a film, and what to talk about afterwards."""
    scenes = "".join(f"<p><i>{escape(seen)}</i><br>{escape(said)}</p>" for seen, said in film.transcript())
    questions = "".join(f"<li>{escape(question.ask)}</li>" for question in film.questions)
    return (
        f"{_in_short(film.about)}<p>{escape(film.sound)}</p>"
        f"{_way(f'/medium?ref=film:{film.id}', _('Watch the film in your workshop'))}"
        f"<h2>{escape(_('Transcript'))}</h2>{scenes}"
        f"<h2>{escape(_('To talk about afterwards'))}</h2><ol>{questions}</ol>"
    )


def _in_short(text: str) -> str:
    return f'<div class="short"><p>{escape(text)}</p></div>'


def _way(address: str, words: str) -> str:
    """A link that opens in a tab of its own, because somebody may be in the middle of a worksheet."""
    return f'<p><a href="{address}" target="_blank">{escape(words)}</a></p>'
