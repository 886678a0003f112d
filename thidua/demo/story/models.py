"""Stage 5, models: a village tells its model whole, everybody sees it, another does likewise (mô hình, nhân
rộng).
"""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from thidua.campaigns.discover import (
    FigureWords,
    Outcome,
    PictureWords,
    ProjectWords,
    StepWords,
    Taking,
    edit_project,
    move_step,
    publish_project,
    put_picture,
    renew_project,
    replicate,
    tell_outcome,
)
from thidua.campaigns.models import ModelProject, Replication
from thidua.campaigns.queries.model_project import project_for
from thidua.campaigns.queries.part import project_of
from thidua.demo.tales import Showcase, tale_of
from thidua.demo.world import World

SIZE = (800, 600)
SKY, HILL, ROAD, EARTH = "#D8E6EE", "#9DB38F", "#C9C2B4", "#A88C6A"
FLOWERS = ("#D94F70", "#E8A93A", "#F4E3E8")


def a_model_is_told(world: World) -> Replication:
    """A model with stages, cost, figures and pictures is approved, and another village takes it over."""
    told, days = tale_of(world.year).showcase, world.days
    _tell(world, told)
    project = _of(world, told.head)
    publish_project(project, mandate=world.commune["standing"], on=days.checked)
    follower = world.heads[told.follower]
    since = days.reported + timedelta(days=2)
    return replicate(
        world.running, taking=Taking(project, since), unit=follower.unit, mandate=follower, on=days.checked
    )


def models_are_shown(world: World, copy: Replication) -> None:
    """What came of taking it over is told; more models are shown."""
    told = tale_of(world.year).showcase
    officer, days = world.commune["standing"], world.days
    outcome = Outcome(told.outcome, Decimal(str(told.copied)), told.measure)
    tell_outcome(copy, outcome=outcome, mandate=world.heads[told.follower], on=days.published)
    project = _of(world, told.head)
    renew_project(project, mandate=officer, on=days.published)
    for head in told.also:
        publish_project(_of(world, head), mandate=officer, on=days.published)
    second = world.heads[told.second]
    replicate(
        world.running, taking=Taking(project, days.published), unit=second.unit, mandate=second,
        on=days.published,
    )  # fmt: skip


def _of(world: World, name: str) -> ModelProject:
    """The model of the unit with this head, fetched anew."""
    head = world.heads[name]
    project = project_of(world.running, head.unit)
    assert project is not None  # every pledge names a model
    return project_for(head, project.code)


def _tell(world: World, told: Showcase) -> None:
    """The head of the village writes it down on a phone: words, stages done in turn, pictures."""
    head, days, project = world.heads[told.head], world.days, _of(world, told.head)
    contents = {area.order: area for area in world.running.contents.all()}
    done = [days.register + timedelta(days=12 * place) for place, _ in enumerate(told.steps)]
    words = ProjectWords(
        project.title, project.description, contents[told.content], days.register, told.cost,
        told.cost_source, told.people, told.people_say,
        tuple(StepWords(text, day) for text, day in zip(told.steps, done, strict=True)),
        (FigureWords(told.figure, Decimal(str(told.reached)), told.measure),),
    )  # fmt: skip
    edit_project(project, words=words, mandate=head, on=days.checked)
    for step, day in zip(_of(world, told.head).steps.all(), done, strict=True):
        move_step(step, to="done", done_on=min(day, days.reported), mandate=head, on=days.checked)
    for words_of_it, blooming in (
        (PictureWords("before", told.before, nobody=True), False),
        (PictureWords("after", told.after, (told.person,), how="nói trực tiếp với trưởng thôn"), True),
    ):
        upload = ContentFile(_drawn(blooming=blooming), name="anh-mo-hinh.jpg")
        put_picture(_of(world, told.head), upload=upload, words=words_of_it, mandate=head, on=days.checked)


def _drawn(*, blooming: bool) -> bytes:
    """A village road, bare or in flower: drawn, since the people and places of the story are invented."""
    picture = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(picture)
    pen.polygon([(0, 330), (180, 210), (390, 300), (600, 190), (800, 320), (800, 380), (0, 380)], fill=HILL)
    pen.rectangle([0, 360, 800, 600], fill=HILL if blooming else EARTH)
    pen.polygon([(370, 360), (430, 360), (620, 600), (180, 600)], fill=ROAD)
    for row in range(12 if blooming else 0):
        y, grown = 370 + row * 20, 4 + row
        for side in (-1, 1):
            x = 400 + side * (44 + row * 17)
            pen.ellipse([x - grown, y - grown, x + grown, y + grown], fill=FLOWERS[(row + side) % 3])
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=85)
    return held.getvalue()
