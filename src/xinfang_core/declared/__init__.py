"""What a policy declares itself (自定名目): one file for each kind of thing.

A rule of ``rules`` asks one question of one document; what stands here asks its question of any
instance that a policy declares as data. Kinds, steps, limits and ladders are asked about by
``assess``; the modules named here a host asks itself.
"""

from xinfang_core.declared import measure, payment, score, series

__all__ = ["measure", "payment", "score", "series"]
