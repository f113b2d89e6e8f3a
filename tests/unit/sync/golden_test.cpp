// tests/golden/operations_v1.jsonl holds every kind as it was first shipped, with all
// optional fields and with none. It must stay readable for ever, so it is never changed,
// only added to: a new kind is added by running this test with LINLI_ADD_GOLDEN=1.
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sync/operation_codec.h"
#include "unit/sync/field_filler.h"

namespace linli::sync {
namespace {

constexpr const char* golden_path = LINLI_SOURCE_DIR "/tests/golden/operations_v1.jsonl";
constexpr const char* salt = "00112233445566778899aabbccddeeff";

// Fixed for each kind, whatever stands before it in the list.
class FixedSource {
 public:
  explicit FixedSource(std::string_view seed) {
    for (const char c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  uint64_t below(uint64_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 11) % bound;
  }

 private:
  uint64_t state_ = 14695981039346656037u;
};

std::string line_of(const core::Operation& operation) {
  const WrittenOperation written = write_operation(operation, salt);
  std::string line = "{\"operation\":" + written.text;
  if (!written.payload.empty()) line += ",\"payload\":" + written.payload;
  return line + "}";
}

std::vector<std::string> read_golden() {
  std::vector<std::string> lines;
  std::ifstream file(golden_path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string kind_in(const std::string& line) {
  const size_t at = line.find("\"kind\":\"") + 8;
  return line.substr(at, line.find('"', at) - at);
}

std::vector<std::string> lines_of_kind(size_t index) {
  using Filler = FieldFiller<FixedSource>;
  std::vector<std::string> lines;
  for (const auto optionals : {Filler::Optionals::all, Filler::Optionals::none}) {
    FixedSource source("x");
    const core::Operation sample = Filler(source, optionals).operation(index);
    FixedSource of_kind(core::kind_of(sample.body));
    lines.push_back(line_of(Filler(of_kind, optionals).operation(index)));
  }
  return lines;
}

TEST(Golden, EveryKindIsThere) {
  std::set<std::string> there;
  for (const std::string& line : read_golden()) there.insert(kind_in(line));
  const bool add = std::getenv("LINLI_ADD_GOLDEN") != nullptr;
  for (size_t i = 0; i < std::variant_size_v<core::AnyBody>; ++i) {
    const std::vector<std::string> lines = lines_of_kind(i);
    if (there.count(kind_in(lines[0])) == 1) continue;
    if (add) {
      std::ofstream file(golden_path, std::ios::app);
      for (const std::string& line : lines) file << line << '\n';
    } else {
      ADD_FAILURE() << kind_in(lines[0]) << " is not in the golden file";
    }
  }
}

TEST(Golden, EveryKindIsInTheDocumentation) {
  std::ifstream file(LINLI_SOURCE_DIR "/docs/formats/operation.md");
  std::stringstream text;
  text << file.rdbuf();
  for (size_t i = 0; i < std::variant_size_v<core::AnyBody>; ++i) {
    FixedSource source("x");
    using Filler = FieldFiller<FixedSource>;
    const core::Body body = Filler(source, Filler::Optionals::none).operation(i).body;
    const std::string row = "| `" + std::string(core::kind_of(body)) + "` | " +
                            (core::is_intent(body) ? "intent" : "fact") + " |";
    EXPECT_NE(text.str().find(row), std::string::npos) << row;
  }
}

TEST(Golden, EveryLineIsReadAndWrittenByteForByte) {
  const std::vector<std::string> lines = read_golden();
  EXPECT_GE(lines.size(), 2u * std::variant_size_v<core::AnyBody>);
  for (const std::string& line : lines) {
    JsonDocument document;
    ASSERT_TRUE(document.read(line, JsonForm::canonical).ok()) << line;
    auto read = read_operation(document.root().member("operation"));
    ASSERT_TRUE(read.ok()) << read.error().where << " in " << line;
    core::Operation operation = read.value().operation;
    const JsonValue payload = document.root().member("payload");
    EXPECT_EQ(payload.exists(), !read.value().commitment.empty());
    if (payload.exists()) {
      EXPECT_EQ(payload_commitment(payload.bytes()), read.value().commitment);
      ASSERT_TRUE(attach_payload(operation, payload.bytes()).ok()) << line;
    }
    EXPECT_EQ(line_of(operation), line);
  }
}

}  // namespace
}  // namespace linli::sync
