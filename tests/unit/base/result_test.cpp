#include "base/result.h"

#include <set>

#include <gtest/gtest.h>

namespace linli::base {
namespace {

TEST(Result, CarriesAValueOrAnError) {
  const Result<int> good = 7;
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 7);
  const Result<int> bad = Error{ErrorCode::truncated, "12"};
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().code, ErrorCode::truncated);
  EXPECT_EQ(bad.error().where, "12");
  EXPECT_TRUE(success().ok());
}

TEST(Result, EveryCodeHasANameOfItsOwn) {
  std::set<std::string> names;
  for (int i = 0; i < static_cast<int>(ErrorCode::count_); ++i) {
    const std::string one = name(static_cast<ErrorCode>(i));
    EXPECT_FALSE(one.empty());
    EXPECT_TRUE(names.insert(one).second) << one;
  }
}

}  // namespace
}  // namespace linli::base
