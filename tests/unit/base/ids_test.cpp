#include "base/ids.h"

#include <gtest/gtest.h>

namespace linli::base {
namespace {

TEST(Ulid, IsTimeThenRandom) {
  const unsigned char zeros[10] = {};
  const unsigned char ones[10] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  const unsigned char steps[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  EXPECT_EQ(ulid(0, zeros), "00000000000000000000000000");
  EXPECT_EQ(ulid((int64_t{1} << 48) - 1, ones), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  EXPECT_EQ(ulid(1469918176385, steps), "01ARYZ6S41000G40R40M30E209");
}

TEST(Ulid, SortsByTime) {
  const unsigned char high[10] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  const unsigned char low[10] = {};
  EXPECT_LT(ulid(1795334462003, high), ulid(1795334462004, low));
}

TEST(Id, KnowsItsForm) {
  struct Row {
    const char* text;
    const char* prefix;
    bool expected;
  };
  const Row rows[] = {
      {"p_01ARYZ6S41000G40R40M30E209", "p", true},
      {"se_01ARYZ6S41000G40R40M30E209", "se", true},
      {"01ARYZ6S41000G40R40M30E209", "", true},
      {"r_0123456789abcdef0123456789abcdef", "r", true},
      {"r_0123456789ABCDEF0123456789ABCDEF", "r", false},
      {"r_01ARYZ6S41000G40R40M30E209", "r", false},
      {"re_01ARYZ6S41000G40R40M30E209", "r", false},
      {"p_81ARYZ6S41000G40R40M30E209", "p", false},
      {"p_01ARYZ6S41000G40R40M30E20U", "p", false},
      {"p_01aryz6s41000g40r40m30e209", "p", false},
      {"p_01ARYZ6S41000G40R40M30E20", "p", false},
      {"n_01ARYZ6S41000G40R40M30E209", "p", false},
      {"p01ARYZ6S41000G40R40M30E2099", "p", false},
      {"", "p", false},
      {"", "", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(well_formed_id(row.text, row.prefix), row.expected) << row.text;
  }
}

TEST(Id, HoldsItsTextAndCompares) {
  const PersonId a("p_01ARYZ6S41000G40R40M30E209");
  const PersonId b("p_01ARYZ6S41000G40R40M30E20A");
  EXPECT_TRUE(well_formed(a));
  EXPECT_EQ(a.view(), "p_01ARYZ6S41000G40R40M30E209");
  EXPECT_TRUE(a < b);
  EXPECT_TRUE(a != b);
  EXPECT_TRUE(PersonId().empty());
  EXPECT_FALSE(well_formed(PersonId()));
}

}  // namespace
}  // namespace linli::base
