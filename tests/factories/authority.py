"""A time-stamp authority and a list of revoked certificates here alone (nơi cấp dấu thời gian)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from tests.factories.signing import holder, revoked_list, root


def _stamper() -> DummyTimeStamper:
    own = holder("Nơi cấp dấu thời gian thử", stamps=True, is_rsa=True)
    private = own.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    found = [
        x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in (own.certificate, root().certificate)
    ]
    return DummyTimeStamper(found[0], keys.PrivateKeyInfo.load(private), certs_to_embed=[found[1]])


class _Answers(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        told = asyncio.run(_stamper().async_request_tsa_response(asked))
        self._send(told.dump(), "application/timestamp-reply")

    def do_GET(self) -> None:
        self._send(revoked_list(on=datetime.now(UTC) - timedelta(days=1)), "application/pkix-crl")

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Nothing is printed."""


@contextmanager
def authority() -> Iterator[str]:
    """Its address while it answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
