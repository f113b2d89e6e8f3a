"""The ASGI application: the API below /api/, the site everywhere else, errors turned into answers."""

import errno
import sqlite3
import time

from starlette.requests import Request
from starlette.routing import Match

from hub import answers, log
from hub.api import Api
from hub.refusal import Refused
from hub.site import Site


class App:
    """Routes and guards. `log_all` writes a line per call of the API."""

    def __init__(self, keeper, limits, site_folder, log_all=False):
        self.api = Api(keeper, limits)
        self.routes = self.api.routes()
        self.site = Site(site_folder)
        self.log_all = log_all

    async def __call__(self, scope, receive, send):
        request = Request(scope, receive)
        if scope["path"].startswith("/api/"):
            await self.call(request, scope, receive, send)
        else:
            await (await self.site.answer(request))(scope, receive, send)

    async def call(self, request, scope, receive, send):
        start = time.monotonic()
        name, endpoint, refused = self.match(scope)
        try:
            if refused:
                raise refused
            response = await endpoint(request)
        except Refused as no:
            response = answers.refusal(request, no)
        except (OSError, sqlite3.Error) as error:
            response = answers.refusal(request, refusal_of(error))
            log.write("failed", call=name, error=type(error).__name__)
        except Exception as error:  # an answer is owed whatever happens
            response = answers.refusal(request, Refused("failed", 500))
            log.write("failed", call=name, error=type(error).__name__, where=log.where(error))
        self.api.metrics.add("calls", f"{name} {response.status_code}")
        if self.log_all:
            log.write("call", call=name, status=response.status_code,
                      milliseconds=round((time.monotonic() - start) * 1000))
        await response(scope, receive, send)

    def match(self, scope):
        """(name of the call, endpoint, None) or (name, None, Refused)."""
        other_method = False
        for route in self.routes:
            match, child = route.matches(scope)
            if match == Match.FULL:
                scope.update(child)
                return route.name, route.endpoint, None
            other_method = other_method or match == Match.PARTIAL
        if other_method:
            return "none", None, Refused("method_wrong", 405)
        return "none", None, Refused("not_found", 404)


def refusal_of(error):
    full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "full" in str(error)
    return Refused("space_full", 507) if full else Refused("failed", 500)
