// Answers of a hub, a portal or a broken proxy: never a crash, and no list is whole without its
// end.
#include <string>

#include "base/check.h"
#include "fuzz_input.h"
#include "sync/head.h"
#include "sync/hub_answer.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace linli::sync;
  const std::string_view text = linli::fuzz::text_of(data, size);
  (void)read_failure(text);
  int ends = 0;
  const ListEnd end = read_lines(
      text,
      [](JsonValue line) {
        (void)text_member(line, "code");
        (void)integer_member(line, "number", 0);
        return true;
      },
      [&ends](JsonValue) { ++ends; });
  CHECK((end == ListEnd::complete) == (ends == 1));
  return 0;
}
