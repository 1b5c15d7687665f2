"""Bulletins over a register (通报、台账)."""
