"""One JSON object per line on stderr: what happened and how long it took, never who or about whom."""

import json
import sys
import traceback

from hub import clock


def write(event, **members):
    line = {"at": clock.text(clock.now()), "event": event, **members}
    print(json.dumps(line, ensure_ascii=False, separators=(",", ":")), file=sys.stderr, flush=True)


def where(error):
    """The place in the code, without values."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
