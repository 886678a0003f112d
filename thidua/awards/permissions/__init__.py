"""Who may do what, each answer a ruling (quyền)."""
