#include "app/qr_code.h"

#include <string>

#include <gtest/gtest.h>

namespace linli::app {
namespace {

// The three corners that scanners look for: 7 × 7 with a ring and a core.
void expect_finder(const QrCode& code, int left, int top) {
  for (int y = 0; y < 7; ++y) {
    for (int x = 0; x < 7; ++x) {
      const bool ring = x == 0 || y == 0 || x == 6 || y == 6;
      const bool core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
      EXPECT_EQ(code.at(left + x, top + y), ring || core) << x << "," << y;
    }
  }
}

TEST(QrCode, HasItsThreeCorners) {
  const auto code = make_qr_code("LINLI-0001-2345");
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(code->size % 4, 1);
  expect_finder(*code, 0, 0);
  expect_finder(*code, code->size - 7, 0);
  expect_finder(*code, 0, code->size - 7);
}

TEST(QrCode, RefusesWhatIsTooLong) {
  EXPECT_TRUE(make_qr_code(std::string(900, 'a')).has_value());
  EXPECT_FALSE(make_qr_code(std::string(3000, 'a')).has_value());
  EXPECT_FALSE(make_qr_code(std::string_view("a\0b", 3)).has_value());
}

TEST(QrCode, DrawsAnSvgWithAQuietBorder) {
  const auto code = make_qr_code("a");
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(code->size, 21);
  const std::string svg = qr_code_svg(*code);
  EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos);
  EXPECT_NE(svg.find("M4 4h1v1h-1z"), std::string::npos);
}

}  // namespace
}  // namespace linli::app
