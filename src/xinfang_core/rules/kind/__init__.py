"""What kind of matter is it? (是什么): the rules that say so."""
