"""The closed sets of names that the contract fixes."""

from __future__ import annotations

from typing import Literal

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "called_for", "hypothetical", "denied"]
Stance = Literal[
    "asserts", "denies", "doubts", "no_comment", "neither_confirms_nor_denies",
    "claims_responsibility", "blames",
]  # fmt: skip
Act = Literal[
    "say", "claim", "accuse", "deny", "reject", "confirm", "no_comment",
    "neither_confirms_nor_denies", "claim_responsibility", "demand", "urge", "condemn", "praise",
    "thank", "promise", "threaten", "warn", "report", "ask", "agree", "announce",
]  # fmt: skip
Quotation = Literal["direct", "mixed", "indirect"]
ActorKind = Literal[
    "state", "government", "ministry", "official", "military", "police", "court", "parliament",
    "party", "armed_group", "igo", "ngo", "media", "company", "civilians", "ethnic_group",
    "religious_group", "person", "other",
]  # fmt: skip
CommitmentKind = Literal[
    "treaty", "ceasefire", "deal", "pledge", "sanctions", "demand", "partnership"
]
CommitmentStatus = Literal[
    "announced", "agreed", "in_force", "implemented", "suspended", "violated", "disputed",
    "rejected", "expired", "open",
]  # fmt: skip
RelationKind = Literal[
    "proxy_of", "member_of", "ally_of", "backs", "supplies_arms_to", "based_in", "leads",
    "holds_office", "nationality", "mediates_between", "enemy_of", "affiliated_with",
]  # fmt: skip
FigureKind = Literal[
    "killed", "injured", "detained", "displaced", "released", "evacuated", "missing", "other"
]
DateBasis = Literal["metadata", "text", "url", "other_articles", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
