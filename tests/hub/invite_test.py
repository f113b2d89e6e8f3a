"""Looking an invite up by its id, before the one who asks has any place at the hub."""

from client import ulid
from conftest import new_space

SECRET = "cd" * 32


def test_an_invite_names_its_space_and_role(hub):
    founder = new_space(hub)
    invite = founder.replica.invite("look up", SECRET, "kiosk")
    founder.push([founder.replica.seal([invite])])
    answer = founder.request("GET", f"/api/v1/invites/{invite['data']['invite']}", signed=False)
    assert answer.status == 200
    assert answer.one() == {"role": "kiosk", "space": founder.replica.space}


def test_an_unknown_invite_says_so_and_nothing_else(hub):
    founder = new_space(hub)
    for name in ("iv_" + ulid("nobody"), "x"):
        answer = founder.request("GET", f"/api/v1/invites/{name}", signed=False)
        assert (answer.status, answer.one()["code"]) == (404, "invite_unknown")
        assert set(answer.one()) == {"code", "sentence"}
