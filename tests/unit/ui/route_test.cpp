#include "ui/route.h"

#include <gtest/gtest.h>

namespace linli::ui {
namespace {

TEST(Route, ReadsScreenPartsAndParameters) {
  const Route route = parse_route("#/needs/n_01JD?tab=claims&word=%E9%99%AA%E8%AF%8A");
  EXPECT_EQ(route.screen, "needs");
  EXPECT_EQ(route.part(0), "n_01JD");
  EXPECT_EQ(route.part(1), "");
  EXPECT_EQ(route.parameter("tab"), "claims");
  EXPECT_EQ(route.parameter("word"), "陪诊");
  EXPECT_EQ(route.parameter("none"), "");
}

TEST(Route, WritesWhatItReads) {
  for (const char* text : {"/", "/needs", "/needs/n_01JD", "/needs/n_01JD?tab=claims&a=b%20c",
                           "/people?word=%E9%99%AA"}) {
    EXPECT_EQ(to_text(parse_route(text)), text);
  }
}

TEST(Route, SurvivesNonsense) {
  for (const char* text : {"", "#", "#/", "////", "?=", "%", "%zz", "/a%ff", "&&&", "/a?%FF=1"}) {
    static_cast<void>(to_text(parse_route(text)));
  }
  EXPECT_EQ(parse_route("/%FF/b").screen, "b");
}

}  // namespace
}  // namespace linli::ui
