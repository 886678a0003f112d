"""The sound of bulletins: a person, the machine, other languages (thu âm, lời dịch)."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.publicity import broadcast
from thidua.publicity.models import Broadcast, Recording
from thidua.publicity.permissions import may_record
from thidua.publicity.queries import broadcast_for
from thidua.publicity.queries.loudspeaker import desk_of, recording_for, translations_of
from thidua.vietnamese.text import slug
from thidua.web.actors import attempt, office_page
from thidua.web.forms.loudspeakers import RecordingForm, TranslationForm
from thidua.web.jobs import read_aloud
from thidua.web.ranges import kept_file_answer
from thidua.web.requests import OfficeRequest
from thidua.web.views.broadcasts import bulletin_page, sound_context

KINDS = {"nguoi": "human", "may": "machine"}


@office_page
def upload(request: OfficeRequest, code: str) -> HttpResponse:
    """Keep the voice of a person."""
    found = broadcast_for(request.mandate, code)
    form = RecordingForm(
        request.POST or None, request.FILES or None, languages=desk_of(found.unit).languages, prefix="thu"
    )
    if attempt(request, form, lambda: _keep(request, found, form)):
        messages.success(request, "Đã nhận bản thu; bản thu giọng người được phát trước giọng máy.")
        return redirect("bulletin", code)
    return bulletin_page(request, found, recording_form=form)


def _keep(request: OfficeRequest, found: Broadcast, form: RecordingForm) -> None:
    typed = form.cleaned_data
    broadcast.keep_recording(
        found, language=typed["language"], upload=typed["sound"], mandate=request.mandate, on=request.today
    )


@office_page
def voice(request: OfficeRequest, code: str) -> HttpResponse:
    """Let the machine read; asked again it says how far it is."""
    found = broadcast_for(request.mandate, code)
    if request.headers.get("HX-Request"):
        shown = {"may_record": may_record(request.mandate, found, on=request.today)}
        return render(request, "publicity/bulletin_voice.html", sound_context(found) | shown)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: _order(request, found)):
        messages.success(request, "Máy bắt đầu đọc; có thể rời trang này.")
        return redirect("bulletin", code)
    for fault in form.non_field_errors() if form.is_bound else ():
        messages.error(request, str(fault))
    return bulletin_page(request, found)


def _order(request: OfficeRequest, found: Broadcast) -> None:
    command = settings.VOICE_COMMAND
    run = broadcast.order_voice(found, command=command, mandate=request.mandate, on=request.today)
    read_aloud.enqueue(str(run.pk))


def _recording(request: OfficeRequest, code: str, language: str, who: str) -> Recording:
    """The recording an address names; languages stand there without marks."""
    found = broadcast_for(request.mandate, code)
    for one in found.recordings.all():
        if slug(one.language) == language and one.kind == KINDS[who]:
            return recording_for(request.mandate, code, one.language, one.kind)
    raise Recording.DoesNotExist


@office_page
def listen(request: OfficeRequest, code: str, language: str, who: str) -> HttpResponseBase:
    """The sound itself."""
    return sound_answer(request, _recording(request, code, language, who))


def sound_answer(request: HttpRequest, found: Recording) -> HttpResponseBase:
    """A recording as a player fetches it: whole, or from a place on."""
    ending = ".mp3" if found.media == "audio/mpeg" else ".wav"
    name = f"ban-tin-{found.broadcast.code}{ending}"
    return kept_file_answer(request, found.file, media=found.media, name=name, shown=True)


@office_page
@require_POST
def remove(request: OfficeRequest, code: str, language: str, who: str) -> HttpResponse:
    """Delete a recording."""
    found = _recording(request, code, language, who)
    broadcast.remove_recording(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã bỏ bản thu.")
    return redirect("bulletin", code)


@office_page
def translate(request: OfficeRequest, code: str, language: str) -> HttpResponse:
    """Fill in the script in a language of the commune, beside the Vietnamese one."""
    found = broadcast_for(request.mandate, code)
    name = next((one for one in desk_of(found.unit).languages if slug(one) == language), None)
    if name is None:
        raise Http404("Cơ quan chưa đặt tiếng này.")
    may_record(request.mandate, found, on=request.today).require()
    kept = translations_of(found).get(name)
    initial = {"script": kept.script, "translator": kept.translator} if kept else {}
    form = TranslationForm(request.POST or None, initial=initial)
    if attempt(
        request,
        form,
        lambda: broadcast.translate_bulletin(
            found, language=name, words=form.words(), mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, f"Đã ghi lời đọc tiếng {name}.")
        return redirect("bulletin", code)
    context = {"form": form, "broadcast": found, "campaign": found.campaign, "language": name, "kept": kept}
    return render(request, "publicity/translation.html", context)
