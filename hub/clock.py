"""The hub's clock in the formats' text form. The only place that asks for the wall clock."""

import datetime
import re

TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def today():
    return now().date()


def text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def parse(time):
    """The moment of a time's text, or None."""
    if not TIME.fullmatch(time):
        return None
    try:
        return datetime.datetime.fromisoformat(time[:-1] + "+00:00")
    except ValueError:
        return None
