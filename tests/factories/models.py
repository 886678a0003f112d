"""Models of a village on their way: with stages, pictures, shown to everybody, done likewise elsewhere."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from django.core.files.base import ContentFile
from PIL import Image

from tests.factories.commune import Commune
from thidua.campaigns import discover, track
from thidua.campaigns.models import Campaign, ModelPicture, ModelProject, Replication
from thidua.campaigns.queries.model_project import project_for
from thidua.org.models import Mandate

DAY = date(2023, 6, 5)
WORDS = discover.ProjectWords(
    title="Tuyến đường hoa",
    description="Mỗi hộ trồng và chăm một đoạn.",
    starts=date(2023, 4, 1),
    cost=12_000_000,
    cost_source="dân góp, xã hỗ trợ cây giống",
    people=42,
    people_say="42 hộ của thôn",
    steps=(discover.StepWords("Họp thôn", date(2023, 4, 10)), discover.StepWords("Trồng hoa")),
    figures=(discover.FigureWords("Đường có hoa", Decimal("1.2"), "km"),),
)


def photo(color: str = "#2E7D4F", name: str = "anh.jpg") -> ContentFile[bytes]:
    held = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(held, "JPEG")
    return ContentFile(held.getvalue(), name=name)


def begun(whole: Commune, campaign: Campaign, *, on: date = DAY) -> ModelProject:
    """A model of the first village, written by its head, under way."""
    head = whole.head(whole.village)
    made = discover.begin_project(campaign, words=WORDS, unit=whole.village, mandate=head, on=on)
    track.update_project(made, to=track.ProjectState("building"), mandate=head, on=on)
    return again(made, head)


def again(project: ModelProject, mandate: Mandate) -> ModelProject:
    """The model as a page fetches it anew."""
    return project_for(mandate, project.code)


def pictured(
    project: ModelProject, mandate: Mandate, *people: str, how: str = "", side: str = "before", on: date = DAY
) -> ModelPicture:
    """A picture of the model with these people in it, who agreed when `how` says so."""
    words = discover.PictureWords(side, "Đầu thôn", people, nobody=not people, how=how)
    upload = photo("#2E7D4F" if side == "before" else "#B98510")
    return discover.put_picture(project, upload=upload, words=words, mandate=mandate, on=on)


def published(whole: Commune, campaign: Campaign, *, on: date = DAY) -> ModelProject:
    """The same model, approved by the standing officer and shown to everybody."""
    project = begun(whole, campaign, on=on)
    discover.publish_project(project, mandate=whole.commune.standing, on=on)
    return again(project, whole.commune.standing)


def built(whole: Commune, campaign: Campaign, *, on: date = DAY) -> ModelProject:
    """A model written while the campaign was open, shown to everybody whatever has become of it since."""
    made = ModelProject.objects.create(
        campaign=campaign, unit=whole.village, title="Tuyến đường hoa", stage="building"
    )
    discover.publish_project(made, mandate=whole.commune.standing, on=on)
    return made


def copied(whole: Commune, campaign: Campaign, project: ModelProject, *, on: date = DAY) -> Replication:
    """The second village does likewise."""
    unit = whole.villages[1]
    taking = discover.Taking(project, on)
    return discover.replicate(campaign, taking=taking, unit=unit, mandate=whole.head(unit), on=on)
