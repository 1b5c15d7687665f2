"""The account of one case (期限核算单)."""
