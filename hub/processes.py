"""Several processes behind one listening socket. One that dies is started again; a signal ends all."""

import os
import signal
import sys
import time

from hub import log

RESTART_PAUSE_SECONDS = 1


def run(count, serve):
    """Calls serve(first) in `count` children; `first` is true in the one that speaks to the operator.

    Returns the exit code when a signal ended them all.
    """
    children = {}  # pid -> is it the first
    stopping = []

    def stop(number, _frame):
        stopping.append(number)
        for pid in children:
            os.kill(pid, signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for number in range(count):
        children[start(serve, number == 0)] = number == 0
    worst = 0
    while children:
        pid, status = os.wait()
        first = children.pop(pid, False)
        code = os.waitstatus_to_exitcode(status)
        if stopping:
            worst = max(worst, abs(code))
            continue
        log.write("process_ended", code=code)
        time.sleep(RESTART_PAUSE_SECONDS)
        if not stopping:
            children[start(serve, first)] = first
        if stopping:  # the signal came before the new child was known
            for pid in children:
                os.kill(pid, signal.SIGTERM)
    return worst


def start(serve, first):
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = 1
    try:
        code = serve(first)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
    finally:
        sys.stdout.flush()
        os._exit(code)
