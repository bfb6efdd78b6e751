"""How much there is to look up, as `python -m engine check` and the content check say it."""

from engine.content import Library


def test_everything_is_counted(library: Library):
    counts = library.counts()
    wanted = {"modules": 2, "activities": 11, "case studies": 7, "readings": 11, "handbook pages": 44, "instruments": 5}
    assert wanted.items() <= counts.items()
    assert counts["references"] == 17 and counts["terms"] >= 50 and counts["sources"] >= 90
    assert counts["quizzes"] == 16 and counts["questions"] == sum(len(q.questions) for q in library.quizzes.values())


def test_an_empty_library_counts_nothing():
    assert set(Library().counts().values()) == {0}
