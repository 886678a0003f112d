"""Addresses of the loudspeaker desk (bàn phát thanh)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import broadcasts, loudspeakers, recordings

urlpatterns: list[URLPattern | URLResolver] = [
    path("ban-phat-thanh/", loudspeakers.desk, name="loudspeakers"),
    path("ban-phat-thanh/nhat-ky/", loudspeakers.log, name="broadcast-log"),
    path("ban-phat-thanh/cach-doc/", loudspeakers.settings, name="loudspeaker-settings"),
    path("ban-phat-thanh/cum-loa-moi/", loudspeakers.cluster_new, name="cluster-new"),
    path("ban-phat-thanh/cum-loa/<slug:code>/", loudspeakers.cluster, name="cluster"),
    path("ban-phat-thanh/cum-loa/<slug:code>/thoi-dung/", loudspeakers.end_cluster, name="cluster-end"),
    path("ban-phat-thanh/cum-loa/<slug:code>/dung-lai/", loudspeakers.reuse_cluster, name="cluster-reuse"),
    path("ban-phat-thanh/lan-phat/<uuid:pk>/bo/", loudspeakers.drop, name="drop-reading"),
    path("ban-tin/<slug:code>/", broadcasts.bulletin, name="bulletin"),
    path("ban-tin/<slug:code>/sua/", broadcasts.edit, name="bulletin-edit"),
    path("ban-tin/<slug:code>/phat/", broadcasts.log, name="bulletin-log"),
    path("ban-tin/<slug:code>/lich/", broadcasts.readings, name="bulletin-readings"),
    path("ban-tin/<slug:code>/thoi-phat/", broadcasts.stop, name="bulletin-stop"),
    path("ban-tin/<slug:code>/phat-lai/", broadcasts.resume, name="bulletin-resume"),
    path("ban-tin/<slug:code>/loi-doc.txt", broadcasts.text, name="bulletin-text"),
    path("ban-tin/<slug:code>/ban-thu/", recordings.upload, name="recording-new"),
    path("ban-tin/<slug:code>/may-doc/", recordings.voice, name="bulletin-voice"),
    path("ban-tin/<slug:code>/ban-thu/<slug:language>/<slug:who>/", recordings.listen, name="recording"),
    path(
        "ban-tin/<slug:code>/ban-thu/<slug:language>/<slug:who>/bo/",
        recordings.remove,
        name="recording-remove",
    ),
    path("ban-tin/<slug:code>/tieng/<slug:language>/", recordings.translate, name="bulletin-translate"),
]
