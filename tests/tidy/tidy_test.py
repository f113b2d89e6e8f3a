"""Each rule holds for the repository, and finds what it is there to find in a bad sample."""
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import bridge  # noqa: E402
import documents  # noqa: E402
import house  # noqa: E402
import layers  # noqa: E402
import strings  # noqa: E402
from source_tree import repository  # noqa: E402

ENUM = "LINLI_ENUM(Refusal, none, need_full)"
ZH, EN = "assets/strings/zh-CN/", "assets/strings/en/"

# Rule, and samples that it must reject.
RULES = [
    (layers.back_edges, [{"src/core/a.h": '#include "store/log.h"\n'},
                         {"src/store/a.cpp": '#include "sync/session.h"\n'},
                         {"src/sync/a.cpp": '#include "store/log.h"\n'},
                         {"src/ui/a.cpp": '#include "store/log.h"\n'},
                         {"src/app/a.cpp": '#include "shell/web/bridge.h"\n'},
                         {"src/extra/a.cpp": ""}]),
    (layers.guarded_headers, [{"src/app/a.cpp": "#include <sqlite3.h>\n"},
                              {"src/app/a.cpp": '#include "imgui.h"\n'},
                              {"src/sync/a.h": "#include <nlohmann/json.hpp>\n"},
                              {"src/sync/a.cpp": "#include <sodium.h>\n"}]),
    (layers.platform_words, [{"src/core/a.cpp": "auto t = std::chrono::system_clock::now();\n"},
                             {"src/app/a.cpp": "#include <emscripten.h>\n"},
                             {"src/store/a.cpp": "std::random_device seed;\n"},
                             {"src/ui/a.cpp": "#include <iostream>\n"}]),
    (documents.named_tests, [{"docs/SECURITY.md": "`Log.ForgetsNothing`"},
                             {"docs/SECURITY.md": "`test_of_nothing`"}]),
    (house.long_files, [{"src/core/a.cpp": "\n" * 601}]),
    (house.empty_names, [{"src/core/text_utils.h": ""}, {"web/helper.js": ""}]),
    (house.header_openings, [{"src/core/a.h": "#pragma once\n"}, {"src/core/a.h": "// A thing.\n"}]),
    (house.marks, [{"src/core/a.cpp": "// TO" "DO: later\n"},
                   {"src/core/a.cpp": "// count = count + 1;\n"},
                   {"src/core/a.cpp": "// for (int i = 0; i < n; ++i) {\n"},
                   {"web/a.js": "  // draw(count);\n"},
                   {"tests/unit/a_test.cpp": "TEST(A, DISAB" "LED_b) {}\n"},
                   {"tests/browser/a.test.mjs": "test.on" "ly('a', () => {})\n"},
                   {"tests/hub/a_test.py": "@pytest.mark.sk" "ip\n"}]),
    (house.leaks, [{"package-lock.json": '"reso' 'lved": "x"'},
                   {"setup/a.sh": "curl https://registry." "npmjs.org/x\n"},
                   {"docs/a.md": "see /ro" "ot/notes\n"}]),
    (house.human_text, [{"src/ui/a.cpp": 'auto a = "签到";\n'}]),
    (strings.words_of_enums, [{"src/core/refusal.h": ENUM, ZH + "refusal.json": '{"none": "好"}'},
                              {"src/core/refusal.h": ENUM, ZH + "refusal.json":
                               '{"none": "好", "need_full": "满", "need_gone": "无"}'}]),
    (strings.unused, [{ZH + "app.json": '{"ok": "好"}'}, {"src/ui/a.cpp": "tr(Str::app_gone);\n"}]),
    (strings.untranslated, [{ZH + "app.json": '{"ok": "好"}'},
                            {ZH + "app.json": '{"ok": "好"}', EN + "app.json": '{"ok": "好"}'},
                            {ZH + "app.json": '{"ok": "Fine"}', EN + "app.json": '{"ok": "Fine"}'}]),
    (bridge.twin_lists, [{"shell/web/a.cpp": "void EMSCRIPTEN_KEEPALIVE linli_go() {}\n"},
                         {"shell/web/a.cpp": "EMSCRIPTEN_KEEPALIVE void linli_go() {}\n"},
                         {"web/worker.js": "module._linli_go();\n"},
                         {"shell/web/bridge.h": "void linli_fill(void* to, int32_t bytes);\n"},
                         {"shell/web/bridge.h": "const char* linli_name();\n"},
                         {"shell/web/library.js": "  linli_fill: (to) => 0,\n"}]),
]


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES], ids=lambda rule: rule.__name__)
def test_repository(rule):
    findings = rule(repository())
    assert not findings, "\n" + "\n".join(findings)


@pytest.mark.parametrize("rule, sample", [(rule, sample) for rule, samples in RULES for sample in samples])
def test_bites(rule, sample):
    assert rule(sample)


def test_sentences_are_no_code():
    assert not house.marks({"src/core/a.h": "// the network). It says where in plain data;\n"})


def test_comments_are_no_code():
    clean = {"src/core/a.cpp": '// uses emscripten\n/* sqlite3 */ auto a = "http://x";\n'}
    assert not layers.platform_words(clean)


def test_query_headers_are_open_to_screens():
    assert not layers.back_edges({"src/ui/a.cpp": '#include "store/query_person.h"\n'})
