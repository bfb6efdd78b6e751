"""Where the words of the glossary come first on a page, as a reader meets them."""

import re
from collections.abc import Iterator

from engine.content import Page, Term

SAID = {
    "trafficking-in-persons": r"human trafficking|trafficking in (?:persons|human beings)|trafficking",
    "free-and-informed-consent": "free and informed consent",
    "sub-standard-conditions": "sub-standard working conditions",
    "national-action-plan": "national action plan",
    "three-ps": "three P's",
    "irregular-migrant-worker": "irregular migrant",
    "mobile-unit": "mobile unit",
    "inviolability-of-the-home": "inviolability",
    "state-imposed-forced-labour": "imposed by (?:a )?States?",
    "menace-of-penalty": "menace of (?:a |any )?penalty",
    "ratification": "ratif(?:y|ies|ied|ication)",
    "social-partners": "social partner",
    "convention": "(?<!Application of )Convention",
    "competent-authority": "competent authority",
    "wise": "WISE",
    "tier": "Tier",
}
"""How a page says a term, where that is not simply its name."""
EVERYDAY = {
    "voluntary", "evidence", "recommendation", "child", "slavery", "palermo-protocol", "servitude", "exploitation",
    "indicator",
}  # fmt: skip
"""Words that mean on many pages what they mean every day, or that stand in names."""
NOT_READ_ON = re.compile(r"^#.*$|\[[^\]]*\]\((?!term:)[^)]*\)|\*[^*\n]+\*(?!\*)|\"[^\"\n]*\"", re.MULTILINE)
"""Headings, other links, titles and quotations: they name a thing and explain nothing."""


def pattern_of(term: Term) -> re.Pattern[str]:
    """How a term is found in a text: small letters, or a capital where a sentence begins."""
    said = SAID.get(term.id) or re.escape(re.sub(r"\s*\(.*\)", "", term.term))
    first = said[0]
    either = f"[{first.upper()}{first.lower()}]{said[1:]}" if first.islower() or term.id not in SAID else said
    return re.compile(rf"(?<![\w-])(?:{either})s?(?![\w-])")


def unexplained(page: Page, terms: dict[str, Term]) -> Iterator[tuple[str, int]]:
    """Find the terms that a page uses before it explains them, or without: (id of the term, place in the text)."""
    body = NOT_READ_ON.sub(lambda found: " " * len(found[0]), page.body)
    for name, term in terms.items():
        if name in EVERYDAY:
            continue
        used = pattern_of(term).search(body)
        explained = body.find(f"](term:{name})")
        if used and (explained < 0 or used.start() < body.rfind("[", 0, explained)):
            yield name, used.start()
