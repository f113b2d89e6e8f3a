"""Every limit of the hub in one place. An operator may change one by `--limit NAME=VALUE`."""

from dataclasses import dataclass, fields, replace

# Limits of the formats (docs/formats/bundle.md). They are the same for every receiver.
INTEGER_MAX = 2**53 - 1
DEPTH_MAX = 16
BUNDLE_BYTES_MAX = 256 * 1024
BUNDLE_OPERATIONS_MAX = 1000
PAYLOAD_BYTES_MAX = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """What one hub allows. Sizes in bytes, times in seconds."""

    body_bytes: int = 8 * 1024 * 1024
    blob_bytes: int = 8 * 1024 * 1024
    stranger_body_bytes: int = 2 * 1024 * 1024
    space_bytes: int = 8 * 1024 * 1024 * 1024
    page_bytes: int = 2 * 1024 * 1024
    page_items: int = 500
    requests_per_second: int = 20
    requests_burst: int = 200
    body_seconds: int = 20
    body_bytes_per_second: int = 2048
    header_seconds: int = 15
    idle_seconds: int = 30
    clock_skew_seconds: int = 300
    heartbeat_seconds: int = 15
    stream_seconds: int = 3600
    streams_per_replica: int = 8
    connections: int = 1000
    forks_per_replica: int = 16
    bundles_after_revocation: int = 256
    setup_attempts_per_minute: int = 10
    invite_look_ups_per_minute: int = 60

    def changed(self, settings):
        """A copy with `NAME=VALUE` settings applied; raises ValueError with a plain sentence."""
        names = {field.name for field in fields(self)}
        changes = {}
        for setting in settings:
            name, _, value = setting.partition("=")
            if name not in names or not value.isdigit():
                raise ValueError(f"--limit {setting}: NAME must be one of {', '.join(sorted(names))} "
                                 "and VALUE a whole number")
            changes[name] = int(value)
        return replace(self, **changes)
