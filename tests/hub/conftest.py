"""Lets the tests import the hub and their own client, and starts one hub for most of them."""

import itertools
import shutil
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "setup"), str(HERE)]

from client import Replica, ulid  # noqa: E402
from hub_process import HubProcess, Link  # noqa: E402
from local_postgres import LocalPostgres  # noqa: E402

# Times mean nothing on a machine that does other work as well.
settings.register_profile("hub", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hub")

spaces = itertools.count(1)


@pytest.fixture(scope="session")
def hub(tmp_path_factory):
    """A hub with usual limits, but for the rates: tests are quicker than people."""
    settings = ["requests_per_second=1000", "requests_burst=5000", "setup_attempts_per_minute=5000"]
    with HubProcess(tmp_path_factory.mktemp("hub"), settings=settings) as process:
        yield process


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """A real PostgreSQL, started once."""
    # Its user must be able to walk to the folder, which pytest gives to its own user alone.
    folder = Path(tempfile.mkdtemp(prefix="linli-hub-test-"))
    with LocalPostgres(folder) as server:
        yield server
    shutil.rmtree(folder)


databases = itertools.count(1)


@pytest.fixture
def postgres_address(postgres):
    """The address of a new, empty database."""
    name = f"linli_{next(databases)}"
    with psycopg.connect(postgres.address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres.address.replace("/postgres?", f"/{name}?")


def new_space(hub):
    """The Link of a founder of a new space, founded at the hub."""
    number = next(spaces)
    replica = Replica(f"founder {number}", "s_" + ulid("space", number))
    link = Link(hub, replica)
    answer = link.found([replica.founding()])
    assert "receipt" in answer.lines()[0]
    return link


def join(founder, name, role="desk"):
    """A Link of a new replica that the founder invited and the hub took in."""
    secret = ulid("secret", name).lower().ljust(64, "0")
    replica = Replica(f"{name} {founder.replica.space}", founder.replica.space, role)
    link = Link(founder.hub, replica)
    founder.push([founder.replica.seal([founder.replica.invite(name, secret, role)])])
    answer = link.push([replica.seal([replica.enrolment(name, secret)])])
    assert "receipt" in answer.lines()[0], answer.lines()
    return link


@pytest.fixture
def founder(hub):
    return new_space(hub)
