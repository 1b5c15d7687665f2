"""What a policy declares itself (自定名目): one file for each kind of thing.

A rule of ``rules`` asks one question of one document; what stands here asks its question of any
instance that a policy declares as data.
"""
