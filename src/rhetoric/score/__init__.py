"""Evidence over exposure, and texture: rates, means and indices with intervals."""

from rhetoric.score.rates import Interval, rates
from rhetoric.score.texture import texture

__all__ = ["Interval", "rates", "texture"]
