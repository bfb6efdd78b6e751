"""Working groups, and who sits in which."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.server import Server
from engine.workshop import (
    Seat,
    WorkshopProblem,
    begin,
    choose_group,
    form_groups,
    groups_of,
    hand_in,
    join,
    may_move,
    participants_of,
    place,
    place_everybody,
    rejoin,
    save_answer,
    seat_of,
    set_open,
)
from tests.sample_content import CAMPAIGN, CASES, FARM, open_sample, room, seated


def names(server: Server, workshop_id: str) -> list[str]:
    return [group.name for group in groups_of(server, workshop_id)]


def test_groups_stand_in_the_order_in_which_they_are_named(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    assert groups_of(workshop_server, workshop.id) == []
    form_groups(workshop_server, workshop.id, [" Zebra ", "Árbol", "<b>1</b>"])
    assert names(workshop_server, workshop.id) == ["Zebra", "Árbol", "<b>1</b>"]
    assert [group.number for group in groups_of(workshop_server, workshop.id)] == [1, 2, 3]


def test_a_participant_chooses_until_the_work_begins_and_the_facilitator_always(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    form_groups(workshop_server, workshop.id, ["One", "Two"])
    one, two = groups_of(workshop_server, workshop.id)
    ana = fresh(workshop_server, join(workshop_server, workshop.join_code, "Ana").id)
    for group in (one, None, two, one):
        choose_group(workshop_server, ana, group.id if group else None)
        ana = fresh(workshop_server, ana.participant.id)
        assert (ana.group and ana.group.id) == (group and group.id) and may_move(workshop_server, ana)
    late = fresh(workshop_server, join(workshop_server, workshop.join_code, "Ben").id)
    begin(workshop_server, workshop.id, CASES)
    assert not may_move(workshop_server, ana) and may_move(workshop_server, late)
    for wanted in (None, two.id):
        with pytest.raises(WorkshopProblem, match="Ask the facilitator to move you"):
            choose_group(workshop_server, ana, wanted)
    choose_group(workshop_server, late, two.id)
    place(workshop_server, ana.participant.id, two.id)
    moved = fresh(workshop_server, ana.participant.id).group
    assert moved and moved.id == two.id


def test_nobody_chooses_a_group_with_a_lost_seat_or_in_a_closed_workshop(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    form_groups(workshop_server, workshop.id, ["One"])
    (one,) = groups_of(workshop_server, workshop.id)
    ana = fresh(workshop_server, join(workshop_server, workshop.join_code, "Ana").id)
    rejoin(workshop_server, ana.participant.rejoin_code)
    with pytest.raises(WorkshopProblem, match="another laptop"):
        choose_group(workshop_server, ana, one.id)
    ana = fresh(workshop_server, ana.participant.id)
    set_open(workshop_server, workshop.id, False)
    with pytest.raises(WorkshopProblem, match="closed"):
        choose_group(workshop_server, ana, one.id)
    assert fresh(workshop_server, ana.participant.id).group is None


def fresh(server: Server, participant_id: str) -> Seat:
    found = seat_of(server, participant_id)
    assert found
    return found


def test_forming_again_keeps_groups_their_people_and_answers(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    save_answer(workshop_server, ben, ben.place(CASES, FARM), "verdict", "forced")
    before = [group.id for group in groups_of(workshop_server, workshop.id)]
    form_groups(workshop_server, workshop.id, ["Uno", "Two", "Three"])
    assert [group.id for group in groups_of(workshop_server, workshop.id)][:2] == before
    assert names(workshop_server, workshop.id) == ["Uno", "Two", "Three"]
    assert seat_of(workshop_server, ana.participant.id).group.name == "Uno"
    assert seat_of(workshop_server, ben.participant.id).group.id == ben.group.id


def test_two_groups_can_swap_their_names(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    form_groups(workshop_server, workshop.id, ["Two", "One"])
    assert names(workshop_server, workshop.id) == ["Two", "One"]
    assert seat_of(workshop_server, ana.participant.id).group.name == "Two"


def test_empty_groups_go(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    form_groups(workshop_server, workshop.id, ["A", "B", "C"])
    form_groups(workshop_server, workshop.id, ["A"])
    assert names(workshop_server, workshop.id) == ["A"]
    form_groups(workshop_server, workshop.id, ["A", "D"])
    assert names(workshop_server, workshop.id) == ["A", "D"]


@pytest.mark.parametrize("use", ["people", "answers", "hand-in"])
def test_a_group_that_is_in_use_stays(workshop_server: Server, use: str) -> None:
    workshop, _ana, ben = room(workshop_server)
    if use == "answers":
        save_answer(workshop_server, ben, ben.place(CAMPAIGN, "sheet"), "slogan", "Words")
    if use == "hand-in":
        hand_in(workshop_server, ben, CAMPAIGN)
    if use != "people":
        place(workshop_server, ben.participant.id, None)
    with pytest.raises(WorkshopProblem, match="Two has people or answers"):
        form_groups(workshop_server, workshop.id, ["Only one, renamed"])
    assert names(workshop_server, workshop.id) == ["One", "Two"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([], "at least 1"),
        ([str(n) for n in range(21)], "at most 20"),
        (["A", " "], "Give every group a name"),
        (["A", "Ａ "], "same name"),
        (["Straße", "STRASSE"], "same name"),
        (["x" * 41], "41"),
    ],
)
def test_names_that_do_not_fit_change_nothing(workshop_server: Server, wrong: list[str], said: str) -> None:
    workshop, _ana, _ben = room(workshop_server)
    with pytest.raises(WorkshopProblem, match=said):
        form_groups(workshop_server, workshop.id, wrong)
    assert names(workshop_server, workshop.id) == ["One", "Two"]


def test_groups_need_a_workshop(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem, match="no longer there"):
        form_groups(workshop_server, "none", ["A"])


def test_two_facilitators_who_form_groups_at_once_do_not_collide(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    sizes = (2, 3, 4, 5, 2, 3, 4, 5)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: form_groups(workshop_server, workshop.id, [f"{n}.{i}" for i in range(n)]), sizes))
    found = names(workshop_server, workshop.id)
    assert found == [f"{len(found)}.{i}" for i in range(len(found))]


def test_an_answer_on_its_way_is_not_deleted_with_its_group(workshop_server: Server) -> None:
    for _time in range(8):
        workshop, _ana, ben = room(workshop_server)
        place(workshop_server, ben.participant.id, None)
        with ThreadPoolExecutor(2) as pool:
            saving = pool.submit(save_answer, workshop_server, ben, ben.place(CAMPAIGN, "sheet"), "slogan", "Words")
            forming = pool.submit(form_groups, workshop_server, workshop.id, ["One"])
        refused = [job.exception() for job in (saving, forming) if job.exception()]
        assert [isinstance(problem, WorkshopProblem) for problem in refused] == [True]
        assert len(names(workshop_server, workshop.id)) == (1 if saving.exception() else 2)


def test_a_seat_moves_between_groups(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    place(workshop_server, ana.participant.id, ben.group.id)
    assert seat_of(workshop_server, ana.participant.id).group.id == ben.group.id
    place(workshop_server, ana.participant.id, None)
    assert seat_of(workshop_server, ana.participant.id).group is None
    assert len(participants_of(workshop_server, workshop.id)) == 2


def test_nobody_is_placed_across_workshops(workshop_server: Server) -> None:
    (_w, ana, _b), (_other, eve, _f) = room(workshop_server), room(workshop_server)
    for person, group in ((ana.participant.id, eve.group.id), (ana.participant.id, "none"), ("none", ana.group.id)):
        with pytest.raises(WorkshopProblem, match="no longer there"):
            place(workshop_server, person, group)
    assert seat_of(workshop_server, ana.participant.id).group.id == ana.group.id


def test_everybody_without_a_group_is_placed_evenly(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    with pytest.raises(WorkshopProblem, match="groups first"):
        place_everybody(workshop_server, workshop.id)
    form_groups(workshop_server, workshop.id, ["A", "B", "C"])
    first = groups_of(workshop_server, workshop.id)[0]
    kept = [seated(workshop_server, workshop, f"Early {n}", first).participant.id for n in range(3)]
    for n in range(8):
        join(workshop_server, workshop.join_code, f"Late {n}")
    assert place_everybody(workshop_server, workshop.id) == 8
    people = participants_of(workshop_server, workshop.id)
    assert sorted(Counter(p.group_id for p in people).values()) == [3, 4, 4]
    assert all(p.group_id == first.id for p in people if p.id in kept)
    assert place_everybody(workshop_server, workshop.id) == 0
