"""Doors: they fetch and check at once (tra cứu)."""
