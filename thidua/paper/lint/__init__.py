"""What the decree on clerical work would fault in a paper (kiểm tra thể thức): findings with the right form,
never a refusal.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức), Phụ lục II (viết hoa), Phụ lục III (mẫu).
"""

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.ours import lint
from thidua.paper.lint.seen import Unreadable
from thidua.paper.lint.theirs import lint_file

__all__ = ["Finding", "Unreadable", "lint", "lint_file"]
