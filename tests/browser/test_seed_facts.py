"""The facts the project began with, each found on the page where a reader would look for it."""

import pytest
from playwright.sync_api import expect

PILOT = "northamptonshire-cp-pilot-2013-01"
NORTHUMBRIA_2018 = "northumbria-ncpi-2018"
REVIEW_2019 = "northamptonshire-ncpi-review-2019"
INSPECTION_2025 = "northamptonshire-ncpi-2025"

FACTS = [
    (PILOT, "“wholly inadequate”, a judgement in words and a point on no scale."),
    (PILOT, "4 of 10 records (shared after more than 25 days)"),
    (PILOT, "14 days (the force’s own limit for a first visit, not kept)"),
    (PILOT, "6 months (and more, for some enquiries into indecent images)"),
    (
        NORTHUMBRIA_2018,
        "101 case files: 27 good, 41 requiring improvement and 33 inadequate.",
    ),
    (REVIEW_2019, "21 case files: none good, 10 requiring improvement and 11 inadequate."),
    (REVIEW_2019, "within 12 months of publication"),
    (REVIEW_2019, "the next fieldwork was in November and December 2020"),
    (INSPECTION_2025, "It graded one area good, two adequate and two requires improvement."),
    (INSPECTION_2025, "22 August 2025"),
    (INSPECTION_2025, "graded as medium risk children"),
    (INSPECTION_2025, "3 of 6 missing child cases"),
    (INSPECTION_2025, "4 of 6 missing child cases (officers sent after 4 to 12 hours)"),
    (INSPECTION_2025, "5 of 6 strategy discussions"),
    (INSPECTION_2025, "5 of 6 criminal exploitation cases"),
    (INSPECTION_2025, "88 per cent fall in repeat missing episodes (the force’s own figure)"),
    (INSPECTION_2025, "within eight weeks of publication"),
]


@pytest.mark.parametrize("inspection", dict.fromkeys(key for key, _ in FACTS))
def test_the_facts_of_an_inspection_are_on_its_page(inspection, shared_server, visitor):
    page = visitor.open(shared_server, f"/inspection?id={inspection}")
    main = page.get_by_test_id("stMain")
    for key, words in FACTS:
        if key == inspection:
            expect(main.get_by_text(words).first).to_be_visible()


def test_the_claim_of_88_per_cent_stands_under_the_voice_of_the_force(shared_server, visitor):
    page = visitor.open(shared_server, f"/inspection?id={INSPECTION_2025}")
    claims = page.get_by_role("row").filter(has_text="88 per cent")
    expect(claims.filter(has_text="Assistant Chief Constable")).to_have_count(2)
    table = page.get_by_role("table", name="Force: The police force speaking of itself: a claim")
    expect(table.filter(has_text="88 per cent")).to_have_count(1)
    findings = page.get_by_role("table", name="Findings by theme")
    expect(findings).not_to_contain_text("88 per cent")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("wholly inadequate", "Pilot multi-agency inspection"),
        ("25 days", "Sharing information"),
        ("88 per cent", "Response"),
        ("4 to 12 hours", "Missing children"),
        ("explotation unrecognised", "searched for “exploitation” instead"),
    ],
)
def test_a_reader_finds_them_by_searching(query, found, shared_server, visitor):
    page = visitor.open(shared_server, "/search")
    page.get_by_label("Search the whole record").fill(query)
    page.get_by_label("Search the whole record").press("Enter")
    expect(page.get_by_test_id("stMain").get_by_text(found).first).to_be_visible()
    expect(page).to_have_url(f"{shared_server.address}/search?q={query.replace(' ', '+')}")
