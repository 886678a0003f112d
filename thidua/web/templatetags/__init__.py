"""Tags and filters of the templates (thẻ và bộ lọc của trang)."""
