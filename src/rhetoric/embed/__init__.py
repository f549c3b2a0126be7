"""The encoder that ships: what sentences mean, as vectors, and what each word does in them."""

from rhetoric.embed.candidates import Candidate, likely
from rhetoric.embed.encoder import SIZE, THEMES, Encoder, shipped
from rhetoric.embed.mentions import leaning, leanings, toward
from rhetoric.embed.reading import Reading, read

__all__ = [
    "SIZE",
    "THEMES",
    "Candidate",
    "Encoder",
    "Reading",
    "leaning",
    "leanings",
    "likely",
    "read",
    "shipped",
    "toward",
]
