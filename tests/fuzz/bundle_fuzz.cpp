// Bundles and files of bundles: whatever comes from a stick or a hub is read or refused whole.
#include <string>
#include <vector>

#include "base/check.h"
#include "fuzz_input.h"
#include "sync/bundle_codec.h"
#include "sync/file_codec.h"

namespace {

using namespace linli::sync;

void read_one(std::string_view text) {
  const auto bundle = read_bundle(text);
  if (!bundle.ok()) {
    return;
  }
  const auto again = read_bundle(bundle.value().text);
  CHECK(again.ok() && again.value().hash == bundle.value().hash);
  BundleOperations operations;
  CHECK(operations.open(bundle.value().text).ok());
  CHECK(operations.count() == bundle.value().operation_count);
  for (size_t i = 0; i < operations.count(); ++i) {
    CHECK(operations.envelope(i).ok());
    (void)operations.read(i);
  }
}

void read_many(std::string_view text) {
  const auto file = read_file(text);
  if (!file.ok()) {
    return;
  }
  std::vector<std::string> bundles;
  for (const Bundle& bundle : file.value().bundles) {
    bundles.push_back(bundle.text);
  }
  const std::string written =
      write_file(file.value().space, bundles, file.value().payloads, file.value().receipts);
  const auto again = read_file(written);
  CHECK(again.ok() && again.value().bundles.size() == bundles.size());
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = linli::fuzz::text_of(data, size);
  read_one(text);
  read_many(text);
  return 0;
}
