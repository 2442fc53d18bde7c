"""Words of the glossary on police and child protection, and on how this record counts."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.glossary_term import Term
from inspection.sheets.definitions import RECURRING
from inspection.standing import Reading
from inspection.vocabulary import EmptyKind, GoverningBodyKind, Voice

COUNTED = dict(RECURRING)

POLICE = (
    Term(
        "police-and-crime-commissioner",
        GoverningBodyKind.PCC.label,
        "The person elected, since November 2012, to hold a police force to account: sets its plan "
        "and budget and appoints the chief constable.",
        also=("PCC", "the commissioner", "OPCC for the office"),
        see=("police-fire-and-crime-commissioner", "governing-body"),
        source="ntelegraph-2012-pcc-powers",
    ),
    Term(
        "police-fire-and-crime-commissioner",
        GoverningBodyKind.PFCC.label,
        GoverningBodyKind.PFCC.meaning,
        also=("PFCC", "OPFCC for the office"),
        see=("police-and-crime-commissioner",),
    ),
    Term(
        "governing-body",
        "Governing body",
        f"{Voice.GOVERNING_BODY.meaning} Until November 2012 it was the police authority.",
        also=("police authority", "local policing body"),
        see=("police-and-crime-commissioner", "section-55"),
    ),
    Term(
        "protecting-vulnerable-people",
        "Protecting vulnerable people",
        "Police work for people who are at particular risk of harm, such as children, victims of "
        "domestic abuse and missing people. The teams that do it are often called public protection.",
        also=("public protection", "vulnerability"),
        see=("safeguarding",),
    ),
    Term(
        "safeguarding",
        "Safeguarding",
        "Keeping a child or an adult at risk safe from abuse and neglect, by the police, the council, "
        "health services, schools and others together.",
        see=("mash", "safeguarding-board"),
    ),
    Term(
        "safeguarding-board",
        "Safeguarding board",
        "Until 2019, the body of council, police, health and others of an area in England that saw "
        "to it that they worked together for children. Safeguarding partners took its place.",
        also=("local safeguarding children board", "LSCB", "safeguarding partners"),
        see=("serious-case-review",),
    ),
    Term(
        "serious-case-review",
        "Serious case review",
        "What a safeguarding board ordered after a child had died or come to serious harm and abuse "
        "or neglect was known or suspected, to learn from it. In England it was replaced from 2018 by "
        "the child safeguarding practice review.",
        also=("SCR", "child safeguarding practice review"),
        see=("safeguarding-board",),
    ),
    Term(
        "mash",
        "Multi-agency safeguarding hub",
        "Staff of police, council, health and other services in one team, who share what each knows "
        "of a child or an adult at risk and decide what is done next.",
        also=("MASH",),
        see=("strategy-discussion", "safeguarding"),
    ),
    Term(
        "strategy-discussion",
        "Strategy discussion",
        "A talk between children’s social care, police, health and others, held at once when a child "
        "may be suffering significant harm, to decide whether and how to look into it.",
        also=("strategy meeting",),
        see=("section-47", "mash"),
    ),
    Term(
        "section-47",
        "Section 47 enquiry",
        "The enquiry that a council must make where it has reasonable cause to suspect that a child "
        "in its area is suffering, or is likely to suffer, significant harm (Children Act 1989, "
        "section 47).",
        see=("strategy-discussion", "child-protection-conference"),
    ),
    Term(
        "child-protection-conference",
        "Child protection conference",
        "A meeting of the family and those who work with the child, after a section 47 enquiry, that "
        "decides whether the child needs a child protection plan.",
        see=("section-47",),
    ),
    Term(
        "looked-after-child",
        "Looked-after child",
        "A child in the care of a council, for instance with foster carers or in a children’s home.",
        also=("child in care",),
    ),
    Term(
        "missing",
        "Missing from home",
        "A person whose whereabouts cannot be established is missing. Police also used to log some as "
        "“absent”, not where expected but thought to be at no apparent risk; inspectors have found "
        "children wrongly logged so.",
        also=("missing person", "missing episode", "absent"),
    ),
    Term(
        "neglect",
        "Neglect",
        "A lasting failure to meet a child’s basic needs that is likely to do serious harm to the "
        "child’s health or development.",
    ),
    Term(
        "child-sexual-exploitation",
        "Child sexual exploitation",
        "A form of child sexual abuse: somebody uses an imbalance of power to coerce, manipulate or "
        "deceive a person under 18 into sexual activity. It can happen online alone.",
        also=("CSE",),
        see=("child-criminal-exploitation",),
    ),
    Term(
        "child-criminal-exploitation",
        "Child criminal exploitation",
        "Somebody uses an imbalance of power to coerce, manipulate or deceive a person under 18 into "
        "crime, such as carrying drugs.",
        also=("CCE", "criminal exploitation"),
        see=("child-sexual-exploitation",),
    ),
    Term(
        "custody",
        "Police custody",
        "Being held in police cells, and all that police do with people held there. The prisons and "
        "the constabulary inspectorates inspect it together, without notice.",
        also=("police detention",),
        see=("appropriate-adult", "pace"),
        source="custody-2018-report",
    ),
    Term(
        "appropriate-adult",
        "Appropriate adult",
        "A parent, guardian, social worker or other adult who must be called to help a child, or an "
        "adult who is vulnerable, while police hold or question them.",
        see=("custody",),
        source="wlofc-2011",
    ),
    Term(
        "pace",
        "PACE",
        "The Police and Criminal Evidence Act 1984 and its codes, which say how police may hold, "
        "question and search people.",
        also=("Police and Criminal Evidence Act 1984",),
        see=("custody",),
    ),
    Term(
        "police-complaints-commission",
        "Independent Police Complaints Commission",
        "The body that oversaw complaints against police in England and Wales until 2018, when the "
        "Independent Office for Police Conduct took its place.",
        also=("IPCC", "Independent Office for Police Conduct", "IOPC"),
    ),
)

RECORD = (
    Term(
        "raised-in-k-of-n",
        "Raised in k of n",
        f"{COUNTED['Raised in k of n']} {COUNTED['Raised']}",
        see=("looked-at", "episode"),
        place=Place("method", at="recurring"),
    ),
    Term(
        "looked-at",
        "Looked at",
        COUNTED["Looked at"],
        also=("a look",),
        see=("raised-in-k-of-n",),
        place=Place("method", at="recurring"),
    ),
    Term(
        "episode",
        "Episode",
        COUNTED["Episode"],
        see=("raised-in-k-of-n", "revisit"),
        place=Place("method", at="recurring"),
    ),
    Term(
        "thread",
        "Thread",
        "All that the inspections of one force said on one theme, oldest first, with what was asked "
        "and answered.",
        see=("raised-in-k-of-n",),
        place=Place("recurring"),
    ),
    Term(
        "voices",
        "Voices",
        "Who says something: the inspectorate, the governing body or the force. They are shown side "
        "by side and never merged; what a force says of itself is a claim, not a finding.",
        see=("our-reading", "governing-body", "inspectorate"),
    ),
    Term(
        "our-reading",
        "Our reading",
        "Where something asked for or promised stands, as we read what was published: by one written "
        "rule, the same for everybody. A reading can go backwards.",
        see=("voices", "no-follow-up"),
        place=Place("method", at="progress"),
    ),
    Term(
        "no-follow-up",
        Reading.NO_FOLLOW_UP.label,
        Reading.NO_FOLLOW_UP.meaning,
        see=("our-reading", "not-found"),
    ),
    Term(
        "not-found",
        "Not found by us",
        "We looked in public and did not find it, though it may exist: it never means late, not sent "
        f"or not done. Of a grade: {EmptyKind.NOT_FOUND.meaning[0].lower()}"
        f"{EmptyKind.NOT_FOUND.meaning[1:]}",
        see=("no-follow-up", "not-entered"),
    ),
    Term(
        "not-entered",
        EmptyKind.NOT_ENTERED.label,
        EmptyKind.NOT_ENTERED.meaning,
        see=("grade", "not-found"),
    ),
    Term(
        "carried-forward",
        EmptyKind.CARRIED_FORWARD.label,
        EmptyKind.CARRIED_FORWARD.meaning,
        see=("grade",),
    ),
    Term(
        "wall",
        "Wall",
        "The line between two cycles whose grades cannot be compared. Nothing is drawn, added up or "
        "ranked across it.",
        see=("programme", "grade"),
        place=Place("method", at="programmes-cycles-and-what-may-be-compared"),
    ),
    Term(
        "as-known-on",
        "As known on",
        "What was public on the day named. What came out later is left out.",
        place=Place("method", at="as-known-on-a-day"),
    ),
    Term(
        "data-version",
        "Data version",
        "The number of an edition of this record. The files of a version never change, so that what "
        "was cited can be checked.",
        also=("edition",),
        see=("as-known-on",),
        place=Place("data"),
    ),
    Term(
        "open-government-licence",
        "Open Government Licence",
        "The licence under which anybody may use public sector information, the inspectorate’s "
        "reports among it, free of charge, if its source is named.",
        also=("OGL",),
    ),
)
