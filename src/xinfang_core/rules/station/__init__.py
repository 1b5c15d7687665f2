"""Rules about sites and agents (站点和人员): what they must have and be."""
