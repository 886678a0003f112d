"""From the plan to the work: tasks given and done, what the plan expects, who got it, the plan above (giao
việc theo kế hoạch).
"""

from thidua.campaigns.assign.deliver import (
    add_recipient,
    deliver_plan,
    note_receipt,
    place_recipient,
    remove_recipient,
)
from thidua.campaigns.assign.draw import draw_up_work
from thidua.campaigns.assign.expect import change_expectation, move_expectation
from thidua.campaigns.assign.movements import (
    add_movement,
    find_movements,
    remove_movement,
    tie_movement,
)
from thidua.campaigns.assign.parent import link_parent, link_parent_file, unlink_parent
from thidua.campaigns.assign.tasks import (
    Result,
    TaskWords,
    add_task,
    change_task,
    finish_task,
    give_task,
    reopen_task,
    restore_task,
    withdraw_task,
)

__all__ = [
    "Result",
    "TaskWords",
    "add_movement",
    "add_recipient",
    "add_task",
    "change_expectation",
    "change_task",
    "deliver_plan",
    "draw_up_work",
    "find_movements",
    "finish_task",
    "give_task",
    "link_parent",
    "link_parent_file",
    "move_expectation",
    "note_receipt",
    "place_recipient",
    "remove_movement",
    "remove_recipient",
    "reopen_task",
    "restore_task",
    "tie_movement",
    "unlink_parent",
    "withdraw_task",
]
