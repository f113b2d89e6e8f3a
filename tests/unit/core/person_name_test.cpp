#include "core/person_name.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace linli::core {
namespace {

TEST(PersonName, MaskTellsTheFirstCharacterOnly) {
  EXPECT_EQ(masked_name("张三丰"), "张*");
  EXPECT_EQ(masked_name("  欧阳娜娜"), "欧*");
  EXPECT_EQ(masked_name("Maria Lopez"), "M*");
  EXPECT_EQ(masked_name("𬱖"), "𬱖*");
  EXPECT_EQ(masked_name("مرحبا"), "م*");
  EXPECT_EQ(masked_name(" "), "");
}

TEST(PersonName, PhoneKeepsHeadAndTailOrLess) {
  EXPECT_EQ(masked_phone("138 1234-1234"), "138****1234");
  EXPECT_EQ(masked_phone("+86 13812341234"), "138****1234");
  EXPECT_EQ(masked_phone("010-65123456"), "010****3456");
  EXPECT_EQ(masked_phone("65123456"), "****3456");
  EXPECT_EQ(masked_phone("110"), "****0");
  EXPECT_EQ(masked_phone("没有"), "");
  EXPECT_EQ(phone_tail("138-1234-5678"), "5678");
  EXPECT_EQ(phone_tail("12"), "");
}

TEST(PersonName, InitialsReadSurnamesAsSurnames) {
  EXPECT_EQ(name_initials("张三丰"), "ZSF");
  EXPECT_EQ(name_initials("单雄信"), "SXX");
  EXPECT_EQ(name_initials("解缙"), "XJ");
  EXPECT_EQ(name_initials("尉迟恭"), "YCG");
  EXPECT_EQ(name_initials("Maria Lopez"), "ML");
  EXPECT_EQ(name_initials(""), "");
  EXPECT_EQ(name_initials("🙂"), "");
}

bool has(const std::vector<std::string>& parts, const char* part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

TEST(PersonName, EveryWayToBeginTypingIsIndexed) {
  const auto parts = search_parts("张三丰", "138-1234-5678");
  for (const char* part : {"张三丰", "三丰", "丰", "ZSF", "SF", "F", "13812345678", "5678"}) {
    EXPECT_TRUE(has(parts, part)) << part;
  }
  const auto latin = search_parts("Maria del Carmen", "");
  for (const char* part : {"MARIA DEL CARMEN", "DEL CARMEN", "CARMEN", "MDC"}) {
    EXPECT_TRUE(has(latin, part)) << part;
  }
  EXPECT_FALSE(has(latin, "ARIA DEL CARMEN"));
  EXPECT_TRUE(search_parts("", "").empty());
}

TEST(PersonName, TypedTextMeetsStoredText) {
  EXPECT_EQ(search_key(" zsf "), "ZSF");
  EXPECT_EQ(search_key("138 1234"), "1381234");
  EXPECT_EQ(search_key("maria l"), "MARIA L");
  EXPECT_EQ(search_key("三"), "三");
}

}  // namespace
}  // namespace linli::core
