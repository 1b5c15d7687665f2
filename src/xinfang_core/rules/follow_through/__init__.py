"""What follows, and how well was it done? (后续与评价): the rules that say so."""
