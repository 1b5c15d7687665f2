"""The rulebook of a policy (规则手册)."""
