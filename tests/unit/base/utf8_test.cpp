#include "base/utf8.h"

#include <gtest/gtest.h>

namespace linli::base {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  struct Row {
    std::string text;
    size_t error;
  };
  const size_t none = std::string_view::npos;
  const Row rows[] = {
      {"", none},
      {"plain", none},
      {"邻里 𠮷 👵🏼", none},
      {std::string("a\0b", 3), none},
      {"\xC0\x80", 0},          // overlong
      {"ab\xC1\xBF", 2},        // overlong
      {"\xE0\x9F\xBF", 0},      // overlong
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\x80", 0},
      {"\xE9\x82", 0},  // cut
      {"ok\xE9\x82", 2},
      {"\xC3(", 0},
      {"\xFF", 0},
  };
  for (const Row& row : rows) EXPECT_EQ(utf8_error(row.text), row.error) << row.text;
}

TEST(Utf8, CountsAndCutsCodePoints) {
  EXPECT_EQ(code_points("邻里a👵"), 4u);
  EXPECT_EQ(head_code_points("邻里a👵", 2), "邻里");
  EXPECT_EQ(head_code_points("邻里a👵", 4), "邻里a👵");
  EXPECT_EQ(head_code_points("邻", 9), "邻");
  EXPECT_EQ(head_code_points("邻", 0), "");
  EXPECT_EQ(code_points("\xE9\x82"), 2u);
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_code_point(text, c);
    size_t offset = 0;
    ASSERT_EQ(next_code_point(text, offset), c);
    ASSERT_EQ(offset, text.size());
    ASSERT_TRUE(is_utf8(text));
  }
}

TEST(Utf8, BadInputBecomesTheReplacement) {
  std::string text;
  append_code_point(text, 0xD800);
  append_code_point(text, 0x110000);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
  size_t offset = 0;
  EXPECT_EQ(next_code_point("\xE9(", offset), char32_t{0xFFFD});
  EXPECT_EQ(offset, 1u);
}

TEST(Trimmed, RemovesSpacesAtTheEndsAndControls) {
  EXPECT_EQ(trimmed("  王 秀英　"), "王 秀英");
  EXPECT_EQ(trimmed("\t\r\n"), "");
  EXPECT_EQ(trimmed("\x01王\x7F\xC2\x85"), "王");
  EXPECT_EQ(trimmed("一\n二"), "一 二");
  EXPECT_EQ(trimmed("\xC2\xA0"
                    "a\xC2\xA0"),
            "a");
  EXPECT_EQ(trimmed(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(trimmed("\xFFx"), "\xEF\xBF\xBDx");
}

}  // namespace
}  // namespace linli::base
