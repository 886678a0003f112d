"""A campaign with something to show: role model, news, an issued decision with certificates (bảng vàng)."""

from datetime import date

from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import Commune, make_collective, make_person
from thidua.awards.certify import make_certificates
from thidua.awards.models import Decision
from thidua.campaigns.discover import Profile, give_consent, publish_role_model, write_role_model
from thidua.campaigns.models import Campaign, RoleModel
from thidua.org.models import Mandate
from thidua.publicity.announce import publish_news, write_news
from thidua.publicity.documents import NewsWords
from thidua.publicity.models import Announcement
from thidua.records.consent import ConsentWords

DAY = date(2023, 6, 5)


def shown(
    campaign: Campaign, mandate: Mandate, *, name: str = "Ông Lộc Văn Tài", title: str = "Hiến đất làm đường"
) -> RoleModel:
    """A role model with consent, published."""
    profile = Profile(name, "Thôn Khuổi Cáp", title, "Con đường vào thôn hẹp đã lâu.\n\nNay xe tải vào được.")
    role_model = write_role_model(campaign, profile=profile, mandate=mandate, on=DAY)
    give_consent(role_model, words=ConsentWords(name, "ký phiếu đồng ý", DAY), mandate=mandate, on=DAY)
    publish_role_model(role_model, mandate=mandate, on=DAY)
    return role_model


def told(
    campaign: Campaign, mandate: Mandate, *, title: str = "Ra quân làm đường", person: RoleModel | None = None
) -> Announcement:
    """A piece of news, published."""
    words = NewsWords(title, "Cả thôn cùng làm.", "Sáng nay bà con ra quân.\n\nChiều xong một đoạn.")
    news = write_news(campaign, words=words, role_model=person, mandate=mandate, on=DAY)
    approve(news)
    return news


def approve(news: Announcement, on: date = DAY) -> None:
    """The chair of its office approves a piece and puts it out."""
    chair = Mandate.objects.select_related("unit", "person", "office").get(
        unit=news.unit, office__role="chair"
    )
    publish_news(news, mandate=chair, on=on)


def honoured(whole: Commune, campaign: Campaign) -> Decision:
    """A decision of the commune's chair for a person and a collective, with certificates."""
    candidates = (make_person(whole.village, "Hoàng Thị Cúc", honorific="Bà"), make_collective(whole.village))
    session = held(campaign, [eligible(whole, campaign, one) for one in candidates], whole.commune, on=DAY)
    decision = decided(sent(session, whole.commune, on=DAY), whole.commune, on=DAY)
    make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    return decision
