"""Whose act it is: who does it, to whom, and who mediates.

First the words of the trigger's own clause (``arguments``, with ``naming`` for whom a phrase means,
``hanging`` for what hangs on a noun, ``doers`` and ``light`` for deeds that another verb tells);
then what the article tells elsewhere (``sharing``, ``standing``); then the state, where only it can
be (``authority``).
"""

from standoff.extract.frames.parties.arguments import find_parties
from standoff.extract.frames.parties.authority import by_the_state
from standoff.extract.frames.parties.naming import mentions_of, opposed_by, other_state
from standoff.extract.frames.parties.sharing import share_parties

__all__ = [
    "by_the_state",
    "find_parties",
    "mentions_of",
    "opposed_by",
    "other_state",
    "share_parties",
]
