"""Changing a policy (办法的修改): editing it, what differs, whom it moves, what is signed."""
