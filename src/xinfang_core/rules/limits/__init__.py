"""By when? (何时办): the rules about limits, in the order of a matter's way."""
