// The age-friendly numbers, read off the semantics of every screen: how large what is pressed
// and read is, in both languages, in normal and large mode, on a laptop and on a phone.
#include <gtest/gtest.h>

#include "app/pick_up.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

constexpr float target_least = 44;
constexpr float target_least_large = 60;
constexpr float text_least = 18;
constexpr float text_least_large = 22;
constexpr float line_spacing_least = 1.3f;

bool is_pressed(const Node& node) {
  switch (node.role) {
    case Role::button:
    case Role::link:
    case Role::checkbox:
    case Role::switch_:
    case Role::radio:
    case Role::combo_box:
    case Role::option:
    case Role::tab:
      return true;
    default:
      return false;
  }
}

class Norms : public BranchDesk {
 protected:
  // Something of everything, so that no screen is empty.
  void SetUp() override {
    BranchDesk::SetUp();
    const core::ActivityId activity = plan("书法班", today());
    const core::SessionId session = schedule(activity, today(), 9 * 60);
    sign_in(volunteer_, session, today(), 9 * 60);
    const core::SessionId yesterday = schedule(activity, day(-1), 9 * 60);
    sign_in(other_, yesterday, day(-1), 9 * 60);
    const core::RecordId waiting = report(volunteer_, 15 * 60, 60);
    const core::RecordId done = earn(volunteer_, 11 * 60, 120);
    core::NeedPublished need;
    need.need = desk.app().new_id<core::NeedId>();
    need.recipient = recipient_;
    need.service_kind = kind_;
    need.service_day = day(1);
    need.from_minute = 600;
    record(need);
    core::ItemOffered item;
    item.item = desk.app().new_id<core::ItemId>();
    item.name.text = "食用油一桶";
    item.purse = core::Purse::coin;
    item.price = 60;
    record(item);
    record(core::StockReceived{item.item, 5});
    const auto redemption = desk.app().new_id<core::RedemptionId>();
    record(core::RedemptionPlace{redemption, item.item, volunteer_, 1,
                                 app::pick_up_hash(redemption, "123456")});
    ASSERT_TRUE(desk.app().dispatch(core::RecordApprove{done, 60}).ok());  // a refusal to read
    routes_ = {"today",
               "needs",
               "needs?view=calendar",
               "needs/new",
               "needs/" + need.need.str(),
               "people",
               "people/new",
               "people/duplicates",
               "people/" + volunteer_.str(),
               "people/" + volunteer_.str() + "/edit",
               "activities",
               "activities/new",
               "activities/import",
               "activities/forgotten",
               "activities/" + activity.str(),
               "activities/" + activity.str() + "/" + session.str(),
               "records",
               "records/new",
               "records/" + waiting.str(),
               "records/" + done.str(),
               "coins",
               "coins/policies",
               "coins/" + volunteer_.str(),
               "shop",
               "shop/open",
               "shop/" + item.item.str() + "?person=" + volunteer_.str(),
               "sync/state",
               "sync/devices",
               "sync/stick",
               "sync/open",
               "settings",
               "more",
               "kiosk"};
  }

  void expect_norms(const std::string& where, bool large, float width) {
    const float target = large ? target_least_large : target_least;
    const float text = large ? text_least_large : text_least;
    int pressed = 0;
    int headings = 0;
    for (const Node& node : desk.nodes()) {
      if (node.role == Role::heading && node.level == 1) ++headings;
      if (node.role == Role::text_field) {
        EXPECT_GE(node.text_size, text) << where << ": " << node.name;
        EXPECT_GE(node.rect.height + 0.5f, node.text_size * line_spacing_least)
            << where << ": " << node.name;
      }
      if (!is_pressed(node)) continue;
      ++pressed;
      EXPECT_FALSE(node.name.empty()) << where << "\n" << desk.listing();
      // What is scrolled out of sight is cut off by the edge of its area.
      if ((node.states & state_clipped) == 0) {
        EXPECT_GE(node.rect.height + 0.5f, target) << where << ": " << node.name;
        EXPECT_GE(node.rect.width + 0.5f, target) << where << ": " << node.name;
      }
      EXPECT_GE(node.rect.x, -0.5f) << where << ": " << node.name;
      EXPECT_LE(node.rect.x + node.rect.width, width + 0.5f) << where << ": " << node.name;
    }
    EXPECT_GT(pressed, 0) << where;
    EXPECT_EQ(headings, 1) << where << "\n" << desk.listing();
  }

  void walk(const std::string& language, bool large, float width, float height) {
    desk.resize(width, height);
    desk.set_language(language);
    desk.set_large(large);
    for (const std::string& route : routes_) {
      desk.app().session().touch();
      desk.go(route);
      expect_norms(route + " " + language + (large ? " large" : "") + " " +
                       std::to_string(static_cast<int>(width)),
                   large, width);
    }
  }

  std::vector<std::string> routes_;
};

TEST_F(Norms, HoldOnALaptop) {
  for (const char* language : {"zh-CN", "en"}) {
    walk(language, false, 1366, 768);
    walk(language, true, 1366, 768);
  }
}

TEST_F(Norms, HoldOnAPhone) {
  for (const char* language : {"zh-CN", "en"}) {
    walk(language, false, 390, 844);
    walk(language, true, 390, 844);
  }
}

TEST_F(Norms, HoldAtTheLargestText) {
  ASSERT_TRUE(desk.app().set_setting("text_dp", "30").ok());
  walk("zh-CN", true, 1366, 768);
  walk("en", false, 390, 844);
}

TEST_F(Norms, TheKioskIsAlwaysLarge) {
  desk.go("today");
  ASSERT_TRUE(desk.app().set_mode(app::Mode::kiosk).ok());
  desk.app().session().sign_out();
  for (const auto& [width, height] : {std::pair<float, float>{1080, 1920}, {1366, 768}}) {
    desk.resize(width, height);
    desk.go("kiosk");
    expect_norms("kiosk", true, width);
    desk.press(Role::button, "手机号后四位");
    expect_norms("kiosk pad", true, width);
    for (const char digit : std::string("5678")) {
      desk.press(Role::button, std::string(1, digit));
    }
    expect_norms("kiosk surname", true, width);
    desk.press(Role::button, "回到开头");
  }
}

TEST_F(Norms, AWayToLargeModeAndTheOtherLanguageIsAtMostOnePressAway) {
  desk.go("today");
  EXPECT_NE(desk.find(Role::button, "大字模式"), nullptr) << desk.listing();
  EXPECT_NE(desk.find(Role::button, "English"), nullptr);
  desk.resize(390, 844);
  desk.press(Role::link, "更多");
  EXPECT_TRUE(desk.shows("大字模式")) << desk.listing();
  EXPECT_TRUE(desk.shows("English"));
}

}  // namespace
}  // namespace linli::ui
