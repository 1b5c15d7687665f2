"""One file, one question about one case on one day (规则); rules never import one another."""
