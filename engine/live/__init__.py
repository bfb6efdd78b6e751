"""Who must hear of a change, and how it reaches their screen."""

from engine.live.bus import Bus, Subscription

__all__ = ["Bus", "Subscription"]
