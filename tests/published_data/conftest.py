"""What later editions leave as it is: the sixty inspections that edition 1.5.0 holds.

A report, a statement or a correction that is added must leave every test of this folder as it is. So
what was counted or read by hand is asked of these inspections, or of a fact by its id; and what is
asked of the record as a whole is worked out from its files.
"""

import pytest

from inspection.model import Record

SIXTY = {
    "northamptonshire": (
        "northamptonshire-custody-2012",
        "northamptonshire-cp-pilot-2013-01",
        "northamptonshire-cp-revisit-2013-03",
        "northamptonshire-cp-revisit-2013-06",
        "northamptonshire-funding-2013",
        "northamptonshire-cp-reinspection-2013-10",
        "northamptonshire-domestic-abuse-2014",
        "northamptonshire-value-for-money-2014",
        "northamptonshire-crime-data-2014",
        "northamptonshire-integrity-2014",
        "northamptonshire-peel-2014",
        "northamptonshire-crime-data-2014-followup",
        "northamptonshire-peel-2015",
        "northamptonshire-case-files-2015",
        "northamptonshire-peel-2016",
        "northamptonshire-stop-search-revisit",
        "northamptonshire-peel-2017",
        "northamptonshire-custody-2018",
        "northamptonshire-ncpi-2018",
        "northamptonshire-peel-2018-19",
        "northamptonshire-ncpi-review-2019",
        "northamptonshire-crime-data-2020",
        "northamptonshire-ncpi-progress-2021",
        "northamptonshire-peel-2021-22",
        "northamptonshire-soc-2023",
        "northamptonshire-peel-2023-25",
        "northamptonshire-ncpi-2025",
    ),
    "northumbria": (
        "northumbria-valuing-police-2011",
        "northumbria-custody-2011",
        "northumbria-children-detention-2011",
        "northumbria-austerity-2012",
        "northumbria-austerity-2013",
        "northumbria-stop-search-2013",
        "northumbria-custody-2014",
        "northumbria-domestic-abuse-2014",
        "northumbria-austerity-2014",
        "northumbria-cdi-2014",
        "northumbria-crime-2014",
        "northumbria-integrity-2014",
        "northumbria-peel-2014",
        "northumbria-stop-search-2015",
        "northumbria-da-followup-2015",
        "northumbria-peel-2015",
        "northumbria-hbv-2015",
        "northumbria-peel-2015-vulnerability",
        "northumbria-cdi-2016",
        "northumbria-jtai-south-tyneside-2016",
        "northumbria-peel-2016",
        "northumbria-buss-revisit-2016",
        "northumbria-peel-2017",
        "northumbria-da-progress-2017",
        "northumbria-ncpi-2018",
        "northumbria-pir-2019",
        "northumbria-jtai-northumberland-2019",
        "northumbria-custody-2019",
        "northumbria-peel-2018",
        "northumbria-soc-2022",
        "northumbria-peel-2021",
        "northumbria-vetting-2023",
        "northumbria-peel-2023",
    ),
}
"""The inspections of each force that edition 1.5.0 holds, in the order of the record."""


@pytest.fixture(scope="session")
def sixty(published_record: Record) -> Record:
    """The published record without the inspections that came into it after edition 1.5.0."""
    parts = {name: getattr(published_record, name) for name in Record.model_fields}
    kept = {id for own in SIXTY.values() for id in own}
    parts["inspections"] = tuple(i for i in published_record.inspections if i.id in kept)
    return Record.model_construct(**parts)
