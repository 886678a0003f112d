"""Doors to papers, files, books and local rules: they fetch and check at once (tra cứu hồ sơ)."""
