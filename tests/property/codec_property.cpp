// Whatever an operation holds, its text is canonical and gives the same operation back;
// whatever is done to a sealed bundle, it is never taken for another.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sync/bundle_verify.h"
#include "sync/file_codec.h"
#include "unit/sync/field_filler.h"
#include "unit/sync/memory_log.h"
#include "unit/sync/replica.h"

namespace linli::sync {
namespace {

class DrawnSource {
 public:
  uint64_t below(uint64_t bound) {
    return *rc::gen::resize(100, rc::gen::inRange<uint64_t>(0, bound));
  }
};

core::Operation drawn_operation() {
  DrawnSource source;
  FieldFiller<DrawnSource> filler(source, FieldFiller<DrawnSource>::Optionals::by_source);
  return filler.operation(source.below(std::variant_size_v<core::AnyBody>));
}

void expect(const std::string& description, const std::function<void()>& property) {
  EXPECT_TRUE(rc::check(description, property));
}

TEST(CodecProperty, EveryOperationGoesThereAndBack) {
  expect("write, read, write", [] {
    const core::Operation operation = drawn_operation();
    const WrittenOperation written = write_operation(operation, TestReplica::salt());
    JsonDocument document;
    RC_ASSERT(document.read(written.text, JsonForm::canonical).ok());
    RC_ASSERT(canonical_text(document.root()) == written.text);
    auto read = read_operation(document.root());
    RC_ASSERT(read.ok());
    core::Operation again = read.value().operation;
    RC_ASSERT(read.value().commitment.empty() == written.payload.empty());
    if (!written.payload.empty()) {
      RC_ASSERT(read.value().commitment == payload_commitment(written.payload));
      RC_ASSERT(check_payload(written.payload).ok());
      RC_ASSERT(attach_payload(again, written.payload).ok());
    }
    const WrittenOperation rewritten = write_operation(again, TestReplica::salt());
    RC_ASSERT(rewritten.text == written.text);
    RC_ASSERT(rewritten.payload == written.payload);
  });
}

TEST(CodecProperty, SealingKeepsEveryOperationInItsPlace) {
  expect("seal, read", [] {
    TestReplica replica(1);
    std::vector<std::string> texts = {replica.text(replica.founding())};
    const size_t count = *rc::gen::inRange<size_t>(0, 12);
    for (size_t i = 0; i < count; ++i) {
      texts.push_back(write_operation(drawn_operation(), TestReplica::salt()).text);
    }
    MemoryLog log;
    BundleVerifier verifier(test_space, log);
    std::vector<std::string> found;
    for (size_t from = 0; from < texts.size();) {
      const size_t cut = *rc::gen::inRange<size_t>(from + 1, texts.size() + 1);
      const Bundle bundle = replica.seal({texts.begin() + static_cast<std::ptrdiff_t>(from),
                                          texts.begin() + static_cast<std::ptrdiff_t>(cut)});
      RC_ASSERT(verifier.judge(bundle).value() == Standing::next);
      BundleOperations operations;
      RC_ASSERT(operations.open(bundle.text).ok());
      for (size_t i = 0; i < operations.count(); ++i) {
        found.push_back(std::string(operations.text(i)));
        RC_ASSERT(operations.read(i).ok());
      }
      from = cut;
    }
    RC_ASSERT(found == texts);
  });
}

TEST(CodecProperty, ABundleWithAChangedByteIsRefused) {
  TestReplica replica(1);
  const std::string text =
      replica.seal({replica.text(replica.founding()), replica.text(replica.enrolment())}).text;
  expect("change one byte", [&] {
    std::string changed = text;
    const size_t at = *rc::gen::inRange<size_t>(0, text.size());
    changed[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    RC_PRE(changed != text);
    const auto bundle = read_bundle(std::string_view(changed));
    if (!bundle.ok()) return;
    MemoryLog log;
    BundleVerifier verifier(test_space, log);
    const auto standing = verifier.judge(bundle.value());
    const bool taken = standing.ok() && standing.value() != Standing::early;
    RC_ASSERT(!taken);
  });
}

TEST(CodecProperty, AnythingMayBeReadWithoutHarm) {
  TestReplica replica(1);
  const std::string file = write_file(test_space, {replica.seal_founding().text}, {}, {});
  expect("cut, insert, repeat", [&] {
    std::string text = file;
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes; ++i) {
      const size_t at = *rc::gen::inRange<size_t>(0, text.size() + 1);
      const std::string piece = *rc::gen::element<std::string>(
          "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u00", "\xE9", "0", "-", "1e9", "null", " ");
      if (*rc::gen::inRange(0, 2) == 0) {
        text.insert(at, piece);
      } else {
        text.erase(at, *rc::gen::inRange<size_t>(1, 40));
      }
    }
    const auto read = read_file(text);
    if (read.ok() && !read.value().bundles.empty()) {
      RC_ASSERT(read.value().bundles[0].hash.size() == 64u);
    }
  });
}

TEST(CodecProperty, WhiteSpaceAndOrderDoNotMatterToTheCanonicalText) {
  expect("spread out, read, write", [] {
    const std::string text = write_operation(drawn_operation(), TestReplica::salt()).text;
    std::string spread;
    bool in_string = false;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) in_string = !in_string;
      const bool between = !in_string && (text[i] == ',' || text[i] == ':' || text[i] == '{');
      spread += text[i];
      if (between && text[i - (i > 0)] != '\\') spread += "\n\t ";
    }
    JsonDocument document;
    if (!document.read(spread, JsonForm::any).ok()) return;
    RC_ASSERT(canonical_text(document.root()) == text);
  });
}

}  // namespace
}  // namespace linli::sync
