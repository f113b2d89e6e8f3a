// Canonical JSON: what is accepted as canonical is what would be written, and what a person edited
// becomes canonical by being written once.
#include <string>

#include "base/check.h"
#include "fuzz_input.h"
#include "sync/canonical_json.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace linli::sync;
  const std::string_view text = linli::fuzz::text_of(data, size);
  JsonDocument document;
  if (!document.read(text, JsonForm::any).ok()) {
    JsonDocument strict;
    CHECK(!strict.read(text, JsonForm::canonical).ok());
    return 0;
  }
  const std::string written = canonical_text(document.root());
  JsonDocument again;
  CHECK(again.read(written, JsonForm::canonical).ok());
  CHECK(canonical_text(again.root()) == written);
  JsonDocument strict;
  CHECK(strict.read(text, JsonForm::canonical).ok() == (text == written));
  return 0;
}
