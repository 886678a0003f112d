"""A time-stamp authority (máy chủ cấp dấu thời gian), RFC 3161 over HTTP."""

from __future__ import annotations

import asyncio
from http.client import HTTPException
from urllib.request import Request, urlopen

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

SECONDS = 15
MAX_REPLY = 200_000


class Authority(TimeStamper):
    """Asks the authority at this address (nơi cấp dấu thời gian)."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The answer of the authority. Raises `TimestampRequestError` when there is none."""
        answer = await asyncio.to_thread(self._ask, req.dump())
        return tsp.TimeStampResp.load(answer)

    def _ask(self, question: bytes) -> bytes:
        asked = Request(  # noqa: S310 the address comes from the settings of the installation, checked there
            self._address, data=question, headers={"Content-Type": "application/timestamp-query"}
        )
        try:
            with urlopen(asked, timeout=SECONDS) as reply:  # noqa: S310
                told: bytes = reply.read(MAX_REPLY)
        except (OSError, HTTPException) as silent:
            raise TimestampRequestError("no answer") from silent
        return told
