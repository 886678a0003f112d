"""The pictures of a model, before and after: put in, agreed to by who is in them, taken away for good (ảnh mô
hình).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.models import ModelPicture, ModelProject, PicturePerson
from thidua.campaigns.permissions.model_project import may_take_picture_out, may_write_project
from thidua.campaigns.queries.model_project import acting_for
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach, detach, require_photo
from thidua.records.consent import ConsentWords, record_consent, withdraw_consent
from thidua.records.queries.files import files_of
from thidua.vietnamese.text import squeeze

MOST_PICTURES, MOST_PEOPLE = 12, 30


@dataclass(frozen=True)
class PictureWords:
    """What is said of a picture (ảnh): before or after, words under it, who can be recognised in it.

    `how` is by which way they agreed to be shown, "" while nobody has asked them; `nobody` says that nobody
    can be recognised.
    """

    side: str
    caption: str = ""
    people: tuple[str, ...] = ()
    nobody: bool = False
    how: str = ""


@transaction.atomic
def put_picture(
    project: ModelProject, *, upload: File[bytes], words: PictureWords, mandate: Mandate, on: date
) -> ModelPicture:
    """Put a picture with a model (gắn ảnh mô hình).

    Effects: the picture loses what the camera wrote into it; each person named gets a consent when `how` says
    that they agreed; a journal line. Nobody outside sees it before the model is approved (anew). Raises
    `Refused` for anything but a photo, and unless it says who is in it or that nobody is.
    Căn cứ: Điều 32 Bộ luật Dân sự 2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_write_project(mandate, project, on=on).require()
    names = _names(words)
    if project.pictures.count() >= MOST_PICTURES:
        raise Refused(no(f"Mô hình đã có {MOST_PICTURES} ảnh; bỏ bớt rồi gắn ảnh mới.", rule="picture:many"))
    require_photo(upload)
    picture = ModelPicture.objects.create(
        project=project, side=words.side, caption=squeeze(words.caption)[:200]
    )
    people = [PicturePerson.objects.create(picture=picture, name=name) for name in names]
    attach(upload, about=picture, purpose="photo", mandate=mandate, on=on)
    if words.how.strip():
        _agree(picture, people, how=words.how, mandate=mandate, on=on)
    project.writer = mandate.person
    keep(project, "writer")
    says = f"{project.unit.name} gắn ảnh {picture.get_side_display()} của mô hình “{project.title}”."
    write("put_picture", says, actor=acting_for(project.unit, mandate), on=on, thing=project)
    return picture


def _names(words: PictureWords) -> list[str]:
    names = list(dict.fromkeys(filter(None, (squeeze(name)[:200] for name in words.people))))
    for fault, sentence in (
        (words.side not in dict(ModelPicture.SIDES), "Hãy chọn ảnh chụp trước hay sau khi làm."),
        (
            not names and not words.nobody,
            "Hãy ghi ai có trong ảnh, hoặc đánh dấu không nhận ra ai trong ảnh.",
        ),
        (bool(names) and words.nobody, "Đã ghi tên người trong ảnh thì bỏ dấu “không nhận ra ai”."),
        (len(names) > MOST_PEOPLE, f"Ghi tối đa {MOST_PEOPLE} người; ảnh đông hơn thì chọn ảnh khác."),
    ):
        if fault:
            raise Refused(no(sentence, rule="picture:words"))
    return names


def _agree(
    picture: ModelPicture, people: list[PicturePerson], *, how: str, mandate: Mandate, on: date
) -> None:
    for one in people:
        said = ConsentWords(one.name, how, on)
        one.consent = record_consent(picture.project, words=said, mandate=mandate, on=on)
        one.save(update_fields=["consent"])


@transaction.atomic
def agree_to_picture(picture: ModelPicture, *, how: str, mandate: Mandate, on: date) -> None:
    """Record that everybody in a picture who was not asked yet agrees to be shown (ghi nhận đồng ý).

    Raises `Refused` without the way they agreed, and when all have agreed before. Căn cứ: Điều 32 Bộ luật Dân
    sự 2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_take_picture_out(mandate, picture, on=on).require()
    waiting = list(picture.people.filter(consent=None))
    if not waiting:
        raise Refused(no("Mọi người trong ảnh này đã được ghi nhận đồng ý.", rule="picture:agreed"))
    _agree(picture, waiting, how=how, mandate=mandate, on=on)


@transaction.atomic
def take_picture_out(
    picture: ModelPicture, *, person: PicturePerson | None = None, reason: str, mandate: Mandate, on: date
) -> None:
    """Take a picture away for good (bỏ ảnh): the file is deleted, the journal keeps its seal.

    `person` is who took the consent back; without one the office or the unit removes it, with a reason.
    Effects: the consent is withdrawn, everybody stops seeing the picture at once. Raises `Refused` without
    either. Căn cứ: Điều 32 Bộ luật Dân sự 2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_take_picture_out(mandate, picture, on=on).require()
    why, project = squeeze(reason)[:250], picture.project
    if person is None and not why:
        raise Refused(no("Hãy ghi vì sao bỏ ảnh.", rule="picture:reason"))
    if person is not None and person.consent is not None and person.consent.withdrawn_on is None:
        withdraw_consent(person.consent, reason=why, mandate=mandate, on=on)
    for file in files_of(picture):
        detach(file, about=project, mandate=mandate, on=on)
    picture.delete()
    if project.shown:
        left = [one for one in project.shown["pictures"] if one["code"] != picture.code]
        project.shown = project.shown | {"pictures": left}
        keep(project, "shown")
    because = why or "người trong ảnh rút lại đồng ý"
    says = f"Bỏ ảnh của mô hình “{project.title}”: {because}."
    write("take_picture_out", says, actor=acting_for(project.unit, mandate), on=on, thing=project)
