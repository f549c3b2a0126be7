"""Where sentences end, by example."""

import pytest

from rhetoric.segment import sentences

CASES = [
    "One. | Two. | Three.",
    "MPs voted. | Nobody left.",
    "Mr. Brown and Dr. Lee met Mrs. Hay. | They spoke.",
    "The U.K. economy grew. | The U.S. did not.",
    "He lives in the U.K. | He likes it.",
    "Trade with the U.S. Congress in mind is hard.",
    "J. K. Rowling wrote it. | George W. Bush read it.",
    "It costs 3.5 per cent. | That is 10,000 pounds.",
    "See No. 10 for details. | The answer is no. | Ask again.",
    "At 5 p.m. he left. | It was 9 a.m. | The sun rose.",
    "Use a list, e.g. apples, i.e. fruit. | Then stop.",
    '"I agree," she said. | "So do I."',
    "“We won.” | Nobody believed it.",
    '"Why?" he asked. | She knew.',
    "Really?! | Yes!",
    "Well ... maybe. | Or not…",
    "He paused… and went on.",
    "Victories [sic] ended. | (Nobody cared.) | Time passed.",
    "He said: 'It is over.' | They left.",
    "The Lib Dems won. | Labour lost -- badly – again.",
    "Smith vs. Jones was heard. | Acme Inc. won. | The court rose.",
    "On Jan. 5 it snowed. | In May. | It stopped.",
    "St. Pancras is near. | Gen. Lee vs. Sen. Hay.",
    "A pipedream? | Well, maybe. | But last night the fuse was lit.",
    "It was the end.There was no more.",
    "He went to www.example.org. | It was down.",
    "iPhones sell. | eBay buys.",
    "Plan B. | It failed.",
    "No stop at the end",
    "He asked 'What now?' and left.",
    'She wrote "Never again." | He read it.',
    "Ph.D. students met. | They ate.",
    "The vote was 5-4. | 12 members left.",
    "It's 7.30 p.m. now. | Go home.",
    "Prof. J. Hay (b. 1950) taught. | Fr. Lee prayed.",
    "Who? | What? | Where?",
    "“Is it?” | “It is.”",
    "He is 5 ft. tall and the U.N. knows it.",
    "Labour, e.g., lost. | The rest won.",
    "Sens. Thomas and Enzi spoke. | Reps. Lee and Hay did not.",
    "John B. Keane wrote it. | D. Kyle Sampson read it.",
    "It helped little . . . during the last decade. | It ended . . . . | As such it failed.",
    "4. Protecting jobs by law. | B. The States fail. | IV. Nothing else.",
    "Was it worth 9s. ? | Nobody knew.",
    "Troops left Ft. Riley. | It stands ten ft. | The wall held.",
    "“I’m endorsing David,” Cruddas says now. | “It’s a contribution.”",
    "He moved on to say the Lib Dems ... were finished. | Nobody laughed.",
    '"What next?" she wondered aloud, "and why now?" | There was silence.',
    "They ran [in our 5 July issue]. | Another was his lecture [on 9 July]. | What was interesting?",
    "The party -- as both knew -- lost. | Mr Brown went – at last.",
    "Compass (a group) met. | “Enough!” they cried. | ‘Enough.’ | Then they left.",
    "Was it 'soft racist'? | It was.",
    "It fell 0.5 per cent to £3.2bn. | “No.” | Sales at No. 11 rose.",
    "He met the M.P. | The U.N. Security Council met Lt. Col. Hay at 10 a.m. on Monday.",
    "Why? | Because.",
    "In 1997. | 2010 was worse.",
    "Let’s go!! | OK… | Then came the rest.",
]


@pytest.mark.parametrize("case", CASES)
def test_cases(case):
    expected = [p.strip() for p in case.split("|")]
    text = case.replace(" | ", " ")
    if case == "It was the end.There was no more.":
        expected = ["It was the end.", "There was no more."]
    assert [text[s:e] for s, e in sentences(text, 0, len(text))] == expected


def test_a_missing_space_ends_a_sentence_after_a_closing_mark():
    text = "“We won.”Cruddas smiled. “Again?”Nobody answered."
    found = [text[s:e] for s, e in sentences(text, 0, len(text))]
    assert found == ["“We won.”", "Cruddas smiled.", "“Again?”", "Nobody answered."]


def test_text_without_capitals_has_sentences_too():
    text = 'what is the point? there is none... or is there. "why?" he said. go home, mr. lee.'
    assert [text[s:e] for s, e in sentences(text, 0, len(text))] == [
        "what is the point?",
        "there is none... or is there.",
        '"why?" he said.',
        "go home, mr. lee.",
    ]


def test_lower_case_starts_are_kept_together():
    text = "He paused. and went on. Then he left."
    assert [text[s:e] for s, e in sentences(text, 0, len(text))] == [
        "He paused. and went on.",
        "Then he left.",
    ]


def test_a_wall_of_marks_takes_no_time():
    for wall in ('"' * 50_000, '." ' * 20_000, ". " * 30_000, "A." * 25_000, "?!" * 25_000, "(" * 50_000):
        assert len(list(sentences(wall, 0, len(wall)))) <= len(wall)
