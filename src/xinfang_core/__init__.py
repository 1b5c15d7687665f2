"""Rules as code for proxy petition work (信访代办)."""
