"""What the papers of this half say (nội dung văn bản)."""
