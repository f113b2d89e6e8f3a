"""The calls of docs/formats/hub-api.md. Each one reads, asks the door or the store, and answers."""

import asyncio
import re

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from hub import answers, bundle, canonical, clock, payload, proof
from hub.door import Door
from hub.events import Events
from hub.metrics import Metrics
from hub.rates import Rates
from hub.refusal import Refused
from hub.requests import Requests

SPACE_PATH = "/api/v1/spaces/{space}"
RANGE = re.compile(r"bytes=([0-9]{1,15})-")


class Api:
    def __init__(self, keeper, limits):
        self.keeper = keeper
        self.store = keeper.store
        self.limits = limits
        self.door = Door(self.store, limits, clock.today)
        self.requests = Requests(self.store, limits)
        self.events = Events(limits)
        self.metrics = Metrics(self.events)
        attempts = limits.setup_attempts_per_minute
        self.setup_rates = Rates(attempts / 60, attempts)
        look_ups = limits.invite_look_ups_per_minute
        self.invite_rates = Rates(look_ups / 60, look_ups)

    def routes(self):
        return [
            Route("/api/v1/health", self.health),
            Route("/api/v1/metrics", self.show_metrics),
            Route("/api/v1/spaces", self.found, methods=["POST"]),
            Route("/api/v1/invites/{name}", self.invite, methods=["GET"]),
            Route(f"{SPACE_PATH}/bundles", self.push, methods=["POST"]),
            Route(f"{SPACE_PATH}/bundles", self.pull, methods=["GET"]),
            Route(f"{SPACE_PATH}/head", self.head, methods=["GET"]),
            Route(f"{SPACE_PATH}/events", self.stream_events, methods=["GET"]),
            Route(f"{SPACE_PATH}/payloads", self.put_payloads, methods=["PUT"]),
            Route(f"{SPACE_PATH}/payloads", self.get_payloads, methods=["GET"]),
            Route(f"{SPACE_PATH}/payloads/{{name}}", self.erase_payload, methods=["DELETE"]),
            Route(f"{SPACE_PATH}/blobs/{{name}}", self.put_blob, methods=["PUT"]),
            Route(f"{SPACE_PATH}/blobs/{{name}}", self.get_blob, methods=["GET"]),
        ]

    async def health(self, request):
        return answers.one(request, {"format": "linli.hub/1", "status": "ok"})

    async def show_metrics(self, request):
        return answers.respond(request, self.metrics.text().encode(), "text/plain; version=0.0.4")

    async def found(self, request):
        wait = self.setup_rates.take("")
        if wait:
            raise Refused("too_many_requests", 429, {"Retry-After": str(wait)})
        if not self.keeper.is_setup_code(request.headers.get("linli-setup-code", "")):
            raise Refused("setup_code_wrong", 403)
        body = await self.requests.body(request, None)
        texts = split(self.requests.unpacked(request, body))
        try:
            first = bundle.read(texts[0]) if texts else None
        except Refused as refused:
            raise Refused(refused.code) from None
        if first is None or first.opening("space.founded@1") is None:
            raise Refused("not_founding")
        space = first.value["space"]
        await run_in_threadpool(self.requests.caller, request, space, body, texts)
        return await self.answer_push(request, space, texts, founding=True)

    async def invite(self, request):
        wait = self.invite_rates.take(request.client.host if request.client else "")
        if wait:
            raise Refused("too_many_requests", 429, {"Retry-After": str(wait)})
        found = await run_in_threadpool(self.store.space_of_invite, request.path_params["name"])
        if found is None:
            raise Refused("invite_unknown", 404)
        space, role = found
        return answers.one(request, {"role": role, "space": space})

    async def push(self, request):
        space, body = await self.space_and_body(request)
        texts = split(self.requests.unpacked(request, body))
        await run_in_threadpool(self.requests.caller, request, space, body, texts)
        return await self.answer_push(request, space, texts)

    async def answer_push(self, request, space, texts, founding=False):
        results = await run_in_threadpool(self.door.push, space, texts, founding)
        row = await run_in_threadpool(self.store.space, space)
        self.events.head_moved(space)
        out = []
        for result in results:
            if result.receipt:
                self.metrics.add("bundles_answered_with_receipt")
                line = {"receipt": vars(result.receipt)}
                if result.revoked:
                    line["revoked"] = True
            else:
                self.metrics.add("bundles_refused", result.code)
                line = {"refusal": {"code": result.code, "number": result.number,
                                    "replica": result.replica,
                                    "sentence": answers.sentence_for(request, result.code)}}
            out.append(canonical.write(line))
        end = {"head": self.keeper.head(row)} if row else {}
        return answers.lines(request, [*out, canonical.write({"end": end})])

    async def pull(self, request):
        space, _ = await self.reader(request)
        after = number_in(request, "after")
        page, more = await run_in_threadpool(
            self.store.bundles, space, after, self.limits.page_items, self.limits.page_bytes)
        row = await run_in_threadpool(self.store.space, space)
        out = [b'{"bundle":%s,"receipt":%s}' % (text.encode(), canonical.write(vars(receipt)))
               for receipt, text in page]
        end = canonical.write({"end": {"head": self.keeper.head(row), "more": more}})
        return answers.lines(request, [*out, end])

    async def head(self, request):
        space, _ = await self.reader(request)
        row = await run_in_threadpool(self.store.space, space)
        return answers.one(request, self.keeper.head(row))

    async def stream_events(self, request):
        space, caller = await self.reader(request)
        self.events.check_room(space, caller.replica)
        headers = {**answers.HEADERS, "X-Accel-Buffering": "no"}
        return StreamingResponse(
            self.event_lines(space, caller.replica), 200, headers, "text/event-stream")

    async def event_lines(self, space, replica):
        """Yields the head now and whenever it moved; asks the store at each heartbeat as well."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self.limits.stream_seconds
        told = -1
        with self.events.stream(space, replica) as moved:
            self.events.watch_others(self.store)
            while not self.events.closing and loop.time() < end:
                moved.clear()
                known = await run_in_threadpool(self.store.replica, space, replica)
                if known.revoked_seq:
                    return
                row = await run_in_threadpool(self.store.space, space)
                if row.seq != told:
                    told = row.seq
                    yield b"id: %d\nevent: head\ndata: %s\n\n" % (told, self.keeper.head_text(row))
                else:
                    yield b":\n\n"
                try:
                    await asyncio.wait_for(moved.wait(), self.limits.heartbeat_seconds)
                except TimeoutError:
                    continue

    async def put_payloads(self, request):
        space, body = await self.space_and_body(request)
        texts = split(self.requests.unpacked(request, body))
        caller = await run_in_threadpool(self.requests.caller, request, space, body)
        refuse_auditor(caller)
        out = await run_in_threadpool(self.keep_payloads, request, space, texts)
        return answers.lines(request, [*out, b'{"end":{}}'])

    def keep_payloads(self, request, space, texts):
        checked = []
        for text in texts:
            try:
                checked.append((text, payload.read(text), ""))
            except Refused as refused:
                checked.append((text, "", refused.code))
        out = []
        with self.store.writing(space) as writing:
            for text, commitment, code in checked:
                code = code or self.keep_payload(writing, text, commitment)
                if code:
                    line = {"refusal": {"code": code, "commitment": commitment,
                                        "sentence": answers.sentence_for(request, code)}}
                else:
                    line = {"accepted": commitment}
                out.append(canonical.write(line))
        return out

    def keep_payload(self, writing, text, commitment):
        """Keeps one payload, or returns the code of the refusal."""
        if not writing.has_commitment(commitment):
            return "payload_unknown"
        state = writing.payload_state(commitment)
        if state == "erased":
            return "payload_erased"
        if state == "absent":
            if writing.space().bytes + len(text) > self.limits.space_bytes:
                return "space_full"
            writing.add_payload(commitment, text)
        return ""

    async def get_payloads(self, request):
        space, caller = await self.reader(request)
        refuse_auditor(caller)
        after = number_in(request, "after")
        page, more = await run_in_threadpool(
            self.store.payloads, space, after, self.limits.page_items, self.limits.page_bytes)
        out = [b'{"commitment":"%s","cursor":%d,"payload":%s}' % (
            commitment.encode(), cursor, text.encode()) for cursor, commitment, text in page]
        cursor = page[-1][0] if page else after
        return answers.lines(
            request, [*out, canonical.write({"end": {"cursor": cursor, "more": more}})])

    async def erase_payload(self, request):
        space, caller = await self.reader(request)
        name = hash_in(request)
        if caller.role != "desk":
            raise Refused("not_allowed", 403)
        await run_in_threadpool(self.erase, space, name)
        return Response(status_code=204, headers=answers.HEADERS)

    def erase(self, space, commitment):
        with self.store.writing(space) as writing:
            writing.erase_payload(commitment)
        self.store.scrub()

    async def put_blob(self, request):
        space, body = await self.space_and_body(request)
        caller = await run_in_threadpool(self.requests.caller, request, space, body)
        refuse_auditor(caller)
        name, blobs = hash_in(request), self.keeper.blobs
        offset, size = number_in(request, "offset"), number_in(request, "size")
        if not 1 <= size <= self.limits.blob_bytes:
            raise Refused("query_wrong")
        try:
            have = await run_in_threadpool(
                blobs.put, space, name, offset, size, body, self.limits.space_bytes)
        except Refused as refused:
            if refused.code != "blob_offset_wrong":
                raise
            have, _ = await run_in_threadpool(blobs.have, space, name)
            return answers.refusal(request, refused, have=have)
        return answers.one(request, {"have": have, "size": size})

    async def get_blob(self, request):
        space, caller = await self.reader(request)
        refuse_auditor(caller)
        name = hash_in(request)
        have, size = await run_in_threadpool(self.keeper.blobs.have, space, name)
        headers = {**answers.HEADERS, "Accept-Ranges": "bytes"}
        if request.method == "HEAD":
            if not have:
                raise Refused("not_found", 404)
            headers |= {"Linli-Have": str(have), "Linli-Size": str(size or 0)}
            return Response(b"", 200, headers, "application/octet-stream")
        if size is None:
            raise Refused("not_found", 404)
        return await self.blob_content(request, space, name, size, headers)

    async def blob_content(self, request, space, name, size, headers):
        match = RANGE.fullmatch(request.headers.get("range", ""))
        start = int(match.group(1)) if match else 0
        if start >= size:
            raise Refused("query_wrong", 416, {"Content-Range": f"bytes */{size}"})
        content = await run_in_threadpool(self.keeper.blobs.read, space, name, start)
        if match:
            headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
        return Response(content, 206 if match else 200, headers, "application/octet-stream")

    async def space_and_body(self, request):
        """The space's id from the path and the body as sent."""
        space = request.path_params["space"]
        if not proof.SPACE_ID.fullmatch(space):
            raise Refused("unknown_replica", 401)
        return space, await self.requests.body(request, space)

    async def reader(self, request):
        """The space's id and the Caller of a request that reads; a revoked replica reads nothing."""
        space, body = await self.space_and_body(request)
        caller = await run_in_threadpool(self.requests.caller, request, space, body)
        if caller.revoked:
            raise Refused("replica_revoked", 403)
        return space, caller


def split(body):
    """The lines of a body; the last may lack its line feed."""
    return [line for line in body.split(b"\n") if line]


def refuse_auditor(caller):
    if caller.role == "auditor":
        raise Refused("not_allowed", 403)


def number_in(request, name):
    text = request.query_params.get(name, "0")
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise Refused("query_wrong")
    return int(text)


def hash_in(request):
    name = request.path_params["name"]
    if not proof.HASH.fullmatch(name):
        raise Refused("not_found", 404)
    return name
