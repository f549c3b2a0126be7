"""Evidence over exposure: rates and means with intervals."""

from rhetoric.score.rates import Interval, rates

__all__ = ["Interval", "rates"]
