"""Settings of one installation. Everything an office may change is an environment variable named THIDUA_*.

THIDUA_DATA      folder of the database, uploads and keys (default: var)
THIDUA_RUNTIME   folder in memory for the keys of a secret ballot, outside THIDUA_DATA (default in /dev/shm)
THIDUA_DATABASE  postgres://user:password@host:port/name; without it SQLite inside THIDUA_DATA
THIDUA_HOSTS     host names, comma-separated (default: loopback only)
THIDUA_SECRET    secret key; without it one is made once and kept in THIDUA_DATA/secret
THIDUA_HTTPS     1 behind a proxy that speaks HTTPS
THIDUA_EMAIL     smtp://user:password@host:port (or smtps://) of the mail server for digests
THIDUA_EMAIL_FROM  the sender of digests; without it no mail is ever sent
THIDUA_ADDRESS   https://host of this installation, for links in mails and calendars
THIDUA_VOICE     a program that reads aloud: text in, WAV out (default: espeak-ng when installed)
THIDUA_TRUST     folder with root certificates and lists of revoked ones (default: THIDUA_DATA/trust)
THIDUA_TSA       address of a time-stamp authority; THIDUA_SIGNATURE_LEVEL: B-T (default), B-LT or B-LTA
THIDUA_SEAL_KEY  PKCS#12 file with the key of the office, outside THIDUA_DATA; its passphrase is typed
THIDUA_PKCS11_MODULE, THIDUA_PKCS11_HEAD, THIDUA_PKCS11_SEAL  library of the tokens and their labels
THIDUA_DEBUG     1 for developers: the page of pieces, full error pages
"""

import hashlib
import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("THIDUA_DATA", BASE_DIR / "var")).resolve()
DATA.mkdir(parents=True, exist_ok=True)


def _secret() -> str:
    """The installation's own key: made at the first start, readable by its owner only."""
    given = os.environ.get("THIDUA_SECRET")
    if given:
        return given
    kept = DATA / "secret"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


def _runtime() -> Path:
    """Where keys live that must end with the machine: in memory, and in no backup."""
    memory = Path("/dev/shm")  # noqa: S108 the folder below is ours alone, which is checked at each use
    mine = f"thidua-{os.getuid()}-{hashlib.sha256(str(DATA).encode()).hexdigest()[:12]}"
    chosen = Path(memory if memory.is_dir() else tempfile.gettempdir()) / mine
    folder = Path(os.environ.get("THIDUA_RUNTIME") or chosen).resolve()
    if folder.is_relative_to(DATA):
        raise ImproperlyConfigured(
            "THIDUA_RUNTIME must lie outside THIDUA_DATA: no backup may hold the keys."
        )
    return folder


def _database(address: str) -> dict[str, object]:
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "thidua.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
    }


DEBUG = os.environ.get("THIDUA_DEBUG") == "1"
SECRET_KEY = _secret()
ALLOWED_HOSTS = os.environ.get("THIDUA_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
RUNTIME = _runtime()
DATABASES = {"default": _database(os.environ.get("THIDUA_DATABASE", ""))}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "axes",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "thidua.journal",
    "thidua.org",
    "thidua.records",
    "thidua.campaigns",
    "thidua.awards",
    "thidua.publicity",
    "thidua.reports",
    "thidua.web",
    "thidua.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "thidua.web.middleware.content_security",
    "thidua.web.middleware.first_run",
    "thidua.web.middleware.acting_mandate",
    "thidua.web.middleware.refusals",
    "thidua.web.middleware.too_large",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "thidua.web.login.NameOrTelephoneBackend",
]
ROOT_URLCONF = "thidua.urls"
WSGI_APPLICATION = "thidua.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "thidua" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thidua.web.shell.shell",
            ],
        },
    }
]

AUTH_USER_MODEL = "org.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "public-home"
ACCOUNT_ADAPTER = "thidua.web.login.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {"login": "thidua.web.forms.account.LoginForm"}
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# A whole office may sit behind one address, so only the limit per account is tight.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "100/m/ip,5/5m/key"}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_RESET_ON_SUCCESS = True

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [
    BASE_DIR / "thidua" / "web" / "static",
    ("fonts", BASE_DIR / "thidua" / "paper" / "fonts"),
]
MEDIA_ROOT = DATA / "files"
KEYS = DATA / "keys"  # private halves of the seal keys
TRUST = Path(os.environ.get("THIDUA_TRUST") or DATA / "trust")
TIMESTAMP_AUTHORITY = os.environ.get("THIDUA_TSA", "")
SIGNATURE_LEVEL = os.environ.get("THIDUA_SIGNATURE_LEVEL") or "B-T"
SEAL_KEY = os.environ.get("THIDUA_SEAL_KEY", "")
PKCS11_MODULE = os.environ.get("THIDUA_PKCS11_MODULE", "")
PKCS11_HEAD = os.environ.get("THIDUA_PKCS11_HEAD", "")
PKCS11_SEAL = os.environ.get("THIDUA_PKCS11_SEAL", "")
if TIMESTAMP_AUTHORITY and not TIMESTAMP_AUTHORITY.startswith(("http://", "https://")):
    raise ImproperlyConfigured("THIDUA_TSA must begin with http:// or https://.")
if SIGNATURE_LEVEL not in ("B-T", "B-LT", "B-LTA"):
    raise ImproperlyConfigured("THIDUA_SIGNATURE_LEVEL must be B-T, B-LT or B-LTA.")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
REQUEST_LIMIT = 100 * 1024 * 1024

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "thidua.web.views.errors.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
if os.environ.get("THIDUA_HTTPS") == "1":
    MIDDLEWARE.insert(0, "thidua.web.middleware.behind_proxy")
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31536000

MAIL = urlsplit(os.environ.get("THIDUA_EMAIL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL.hostname else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "localhost", MAIL.port or (465 if MAIL.scheme == "smtps" else 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.scheme == "smtps", MAIL.scheme == "smtp" and MAIL.port != 25
EMAIL_TIMEOUT = 20
DIGEST_SENDER = os.environ.get("THIDUA_EMAIL_FROM", "")
SITE_ADDRESS = os.environ.get("THIDUA_ADDRESS", "").rstrip("/")
VOICE_COMMAND = os.environ.get("THIDUA_VOICE", "")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
