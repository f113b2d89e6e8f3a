#include "sync/file_codec.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "unit/sync/little_hub.h"
#include "unit/sync/replica.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

class FileTest : public ::testing::Test {
 protected:
  FileTest() {
    core::NeedPublished need;
    need.need = core::NeedId("n_01KANKQCP300000000000000N1");
    need.details.emplace().note = core::Note{"门铃\"坏了\"，请[敲]门{"};
    const WrittenOperation written = write_operation(founder_.operation(need), TestReplica::salt());
    bundles_ = {founder_.seal_founding(), founder_.seal({written.text}), founder_.seal_fact()};
    hub_.add(bundles_[0]);
    payload_ = written.payload;
    text_ = write_file(test_space, {bundles_[0].text, bundles_[1].text, bundles_[2].text},
                       {payload_}, {hub_.order[0].receipt});
  }
  ErrorCode error(const std::string& text) {
    const auto file = read_file(text);
    EXPECT_FALSE(file.ok());
    return file.ok() ? ErrorCode::count_ : file.error().code;
  }
  TestReplica founder_{1};
  LittleHub hub_;
  std::vector<Bundle> bundles_;
  std::string payload_;
  std::string text_;
};

TEST_F(FileTest, GoesThereAndBack) {
  const auto file = read_file(text_);
  ASSERT_TRUE(file.ok()) << file.error().where;
  EXPECT_EQ(file.value().space, test_space);
  ASSERT_EQ(file.value().bundles.size(), 3u);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(file.value().bundles[i].hash, bundles_[i].hash);
  EXPECT_EQ(file.value().payloads, std::vector<std::string>{payload_});
  EXPECT_EQ(file.value().receipts[0].seq, 1);
  EXPECT_TRUE(read_file(write_file(test_space, {}, {}, {})).ok());
}

TEST_F(FileTest, EveryCutIsNoticed) {
  for (size_t length = 0; length + 2 < text_.size(); length += 7) {
    EXPECT_EQ(error(text_.substr(0, length)), ErrorCode::truncated) << length;
  }
  EXPECT_TRUE(read_file(text_.substr(0, text_.size() - 1)).ok());
}

TEST_F(FileTest, AnEditorMayHaveSavedIt) {
  const auto tree = nlohmann::json::parse(text_, nullptr, false);
  for (const std::string& changed : {tree.dump(2), "\xEF\xBB\xBF" + tree.dump(4, ' ', true)}) {
    const auto file = read_file(changed);
    ASSERT_TRUE(file.ok()) << file.error().where;
    EXPECT_EQ(file.value().bundles[1].text, bundles_[1].text);
    EXPECT_EQ(file.value().payloads[0], payload_);
  }
}

TEST_F(FileTest, OtherFilesAreNotTaken) {
  EXPECT_EQ(error("hello"), ErrorCode::not_json);
  EXPECT_EQ(error("[]"), ErrorCode::wrong_shape);
  EXPECT_EQ(error("{\"format\":\"other\"}"), ErrorCode::wrong_shape);
  EXPECT_EQ(error("{\"format\":\"linli.file/2\"}"), ErrorCode::update_needed);
  EXPECT_EQ(error("\x50\x4B\x03\x04\x80\x90"), ErrorCode::not_utf8);
  EXPECT_EQ(error(std::string(1000, '[')), ErrorCode::truncated);

  const core::SpaceId other("s_01KANKQCP300000000000000SQ");
  EXPECT_EQ(error(write_file(other, {bundles_[0].text}, {}, {})), ErrorCode::wrong_space);

  const auto bad = read_file(write_file(test_space, {bundles_[0].text, "{}"}, {}, {}));
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().where.rfind("bundles[1]", 0), 0u) << bad.error().where;
}

}  // namespace
}  // namespace linli::sync
