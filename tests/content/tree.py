"""A small, sound content tree of our own, for tests to break at one place or at many."""

from pathlib import Path

HANDBOOK = "content/handbook.yaml"
SIGNS = "content/lists/signs.yaml"
FARM, HOTEL = "case_studies/farm.md", "case_studies/hotel.md"
PICKING = "activities/picking/activity.yaml"
NOTES = "activities/picking/facilitator.md"
READING = "activities/picking/reading.yaml"
PLAN, PLAN_READING = "activities/plan/activity.yaml", "activities/plan/reading.yaml"
MODULE = "modules/one-day/module.yaml"

SOUND: dict[str, str] = {
    HANDBOOK: """\
id: handbook
title: Handbook
source: Made up for tests
items:
  - {id: first-steps, label: First steps}
""",
    SIGNS: """\
id: signs
title: Signs
source: Made up for tests
items:
  - {id: violence, label: Violence, explain: Any force., questions: ["Is anybody hurt?"]}
  - {id: debt, label: Debt}
""",
    FARM: """\
---
id: farm
number: 1
title: Fruit
country: Nowhere
source: Made up for tests
---
1. Ana picked fruit on a farm.
2. The manager kept her passport.

3. She owed money for the journey.
""",
    HOTEL: """\
---
id: hotel
number: 2
title: Rooms
country: Nowhere
source: Made up for tests
---
1. Ben cleaned rooms.
2. He was beaten twice.
""",
    PICKING: """\
id: picking
handbook_number: 1
title: Picking
aim: See what is there.
instruction: Read the cases.
minutes: 30
steps:
  - {do: Read., minutes: 10}
  - {do: Write., minutes: 20}
worksheet:
  case_studies: [farm, hotel]
  fields:
    - id: signs
      type: table
      label: Signs
      rows_from: signs
      columns:
        - {id: status, type: select_one, label: Status, required: true, options: {yes: There, no: Not there}}
        - {id: words, type: evidence, label: Words, required_if: {status: yes}}
        - {id: note, type: text, label: Note}
    - {id: verdict, type: select_one, label: Verdict, required: true, options: {forced: Forced, poor: Poor}}
    - {id: proof, type: evidence, label: Proof}
    - {id: order, type: rank, label: Order, options_from: signs}
    - id: steps
      type: open_table
      label: Steps
      row_label: Step
      columns:
        - {id: what, type: text, label: What, required: true}
        - {id: who, type: select_one, label: Who, options: {us: We, police: Police}}
plenary:
  - {show: signs.status, as: heatmap, ask: "Where do we differ?"}
  - {show: verdict, as: bars, ask: "Why?"}
  - {show: steps, as: rows, ask: "Which is first?"}
debrief: ["What was hard?"]
""",
    NOTES: "## Before\n\nRead **both** cases.\n\n- Bring pens.\n",
    READING: """\
ours: This is ours.
sheets:
  farm:
    debatable: The debt may be small.
    answers:
      signs:
        violence: {status: no}
        debt:
          status: yes
          words: {3: owed money}
          note: For the journey.
      verdict: forced
      proof: {2: kept her passport}
      order: [debt, violence]
      steps:
        - {what: Talk to Ana alone., who: us}
  hotel:
    answers:
      signs:
        violence: {status: yes, words: {2: beaten twice}}
        debt: {status: no}
      verdict: poor
""",
    PLAN: """\
id: plan
handbook_number: 2
title: Plan
aim: Make a plan.
instruction: Write it.
minutes: 5
steps:
  - {do: Write., minutes: 5}
worksheet:
  fields:
    - {id: plan, type: long_text, label: Plan, required: true}
plenary:
  - {show: plan, as: texts, ask: "What comes first?"}
debrief: ["What next?"]
""",
    PLAN_READING: "ours: Ours.\nsheets:\n  sheet:\n    answers:\n      plan: Go there.\n",
    MODULE: """\
id: one-day
title: One day
source: Made up for tests
minutes_note: Ours.
days:
  - title: Monday
    sessions:
      - id: morning
        starts: "09:00"
        items:
          - {id: welcome, title: Welcome, minutes: 30, handbook: [first-steps]}
          - {id: picking, title: Picking, minutes: 60, activity: picking}
      - id: afternoon
        starts: 13:30
        items:
          - {id: plan, title: Plan, minutes: 60, activity: plan}
""",
}


def write_tree(root: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the sound tree with some files changed; None leaves a file out."""
    for name, text in (SOUND | (changes or {})).items():
        if text is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def changed(file: str, old: str, new: str) -> str:
    """The text of a sound file with one place changed."""
    assert SOUND[file].count(old) == 1, f"{old!r} does not stand just once in {file}"
    return SOUND[file].replace(old, new)


def line_of(file: str, words: str) -> int:
    """The line, from 1, in which some words stand in a sound file."""
    return SOUND[file][: SOUND[file].index(words)].count("\n") + 1
