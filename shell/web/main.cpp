// What JavaScript may call. A frame answers with the milliseconds until it wants to be
// called again: 0 at once, negative only when something happens.
#include <cstdlib>
#include <string>

#include <emscripten/emscripten.h>

#include "base/check.h"
#include "shell/web/program.h"

namespace {

linli::shell::Program& program() {
  // Never destroyed: the worker ends without warning.
  static auto* const the_program = new linli::shell::Program;
  return *the_program;
}

std::string& message_room() {
  static std::string room;
  return room;
}

void show_crash(const char* condition, const char* file, int line) {
  linli::shell::MessageWriter message(linli::shell::Output::crash);
  message.text(std::string(file) + ":" + std::to_string(line) + ": " + condition);
  linli::shell::send(message.message());
}

}  // namespace

extern "C" {

// Where JavaScript writes the next message.
EMSCRIPTEN_KEEPALIVE void* linli_message_room(int32_t bytes) {
  message_room().resize(static_cast<size_t>(bytes));
  return message_room().data();
}

// Queues the message in that room.
EMSCRIPTEN_KEEPALIVE void linli_push() { program().push(std::move(message_room())); }

EMSCRIPTEN_KEEPALIVE void linli_start(int32_t demo) {
  linli::base::set_check_handler(show_crash);
  program().start(demo != 0 ? linli::shell::Keeping::memory : linli::shell::Keeping::store);
}

EMSCRIPTEN_KEEPALIVE double linli_frame() { return program().frame(); }

// Closes the store cleanly.
EMSCRIPTEN_KEEPALIVE void linli_stop() { program().stop(); }
}
