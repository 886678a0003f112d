"""The story stage by stage (câu chuyện theo từng bước), each step by the verbs of the office."""

from __future__ import annotations

from collections.abc import Callable

from thidua.demo.story.closing import the_campaign_closes, the_news_goes_out
from thidua.demo.story.council import the_council_meets
from thidua.demo.story.examples import good_deeds_are_found
from thidua.demo.story.launch import launch_the_campaign, read_the_plan
from thidua.demo.story.nominations import dossiers_are_appraised, units_nominate
from thidua.demo.story.part import the_campaign_runs, units_register
from thidua.demo.story.upward import awards_are_handed_over, every_level_decides, the_commune_submits
from thidua.demo.world import World

Step = Callable[[World], None]
STAGES: dict[str, Step] = {
    "intake": read_the_plan,
    "launch": launch_the_campaign,
    "register": units_register,
    "track": the_campaign_runs,
    "discover": good_deeds_are_found,
    "nominate": units_nominate,
    "appraise": dossiers_are_appraised,
    "deliberate": the_council_meets,
    "submit": the_commune_submits,
    "decide": every_level_decides,
    "certify": awards_are_handed_over,
    "announce": the_news_goes_out,
    "conclude": the_campaign_closes,
}
