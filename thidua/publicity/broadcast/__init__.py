"""Stage 12: bulletins for the village loudspeakers: script, sound, timetable, log (bàn phát thanh)."""

from thidua.publicity.broadcast.bulletins import (
    TranslationWords,
    edit_bulletin,
    resume_bulletin,
    stop_bulletin,
    translate_bulletin,
    write_bulletin,
)
from thidua.publicity.broadcast.desk import (
    ClusterWords,
    DeskWords,
    add_cluster,
    edit_cluster,
    end_cluster,
    hours_in,
    reuse_cluster,
    set_desk,
)
from thidua.publicity.broadcast.readings import Airing, Span, drop_reading, log_airing, plan_readings
from thidua.publicity.broadcast.recordings import (
    NO_VOICE,
    keep_recording,
    order_voice,
    remove_recording,
    speak_bulletin,
)

__all__ = [
    "NO_VOICE",
    "Airing",
    "ClusterWords",
    "DeskWords",
    "Span",
    "TranslationWords",
    "add_cluster",
    "drop_reading",
    "edit_bulletin",
    "edit_cluster",
    "end_cluster",
    "hours_in",
    "keep_recording",
    "log_airing",
    "order_voice",
    "plan_readings",
    "remove_recording",
    "resume_bulletin",
    "reuse_cluster",
    "set_desk",
    "speak_bulletin",
    "stop_bulletin",
    "translate_bulletin",
    "write_bulletin",
]
