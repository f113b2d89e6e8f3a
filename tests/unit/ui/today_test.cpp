#include <gtest/gtest.h>

#include "app/pick_up.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

using Today = BranchDesk;

TEST_F(Today, SaysThatNothingWaits) {
  desk.go("today");
  EXPECT_NE(desk.find(Role::heading, "早上好，王芳"), nullptr);
  EXPECT_TRUE(desk.shows("都处理好了"));
  EXPECT_TRUE(desk.shows("今天没有安排活动"));
  EXPECT_TRUE(desk.shows("没有送到总站"));
  desk.expect_sound();
  EXPECT_TRUE(desk.rests());
}

TEST_F(Today, EachThingThatWaitsIsCountedAndLeadsToItsPlace) {
  report(volunteer_, 9 * 60, 60);
  report(volunteer_, 14 * 60, 60);
  core::NeedPublished need;
  need.need = desk.app().new_id<core::NeedId>();
  need.recipient = recipient_;
  need.service_kind = kind_;
  need.service_day = day(1);
  need.from_minute = 600;
  record(need);
  need.need = desk.app().new_id<core::NeedId>();
  need.service_day = day(-2);
  record(need);
  const core::ActivityId activity = plan("书法班", day(-1));
  sign_in(volunteer_, schedule(activity, day(-1), 540), day(-1), 545);
  core::ItemOffered item;
  item.item = desk.app().new_id<core::ItemId>();
  item.name.text = "食用油一桶";
  item.purse = core::Purse::coin;
  item.price = 30;
  record(item);
  record(core::StockReceived{item.item, 2});
  const core::RecordId earned = report(other_, 9 * 60, 60);
  record(core::RecordApprove{earned, 60});
  const auto redemption = desk.app().new_id<core::RedemptionId>();
  record(core::RedemptionPlace{redemption, item.item, other_, 1,
                               app::pick_up_hash(redemption, "123456")});

  const std::pair<const char*, const char*> cards[] = {
      {"待审核记录：2", "records"},
      {"还缺人手的需求：1", "needs"},
      {"已过时间的需求：1", "needs?view=overdue"},
      {"忘记签退：1", "activities/forgotten"},
      {"等着领取的兑换：1", "shop/open"},
      {"库存不多的礼品：1", "shop"},
  };
  for (const auto& [words, route] : cards) {
    desk.go("today");
    desk.press(Role::button, words);
    EXPECT_EQ(desk.route(), route) << words;
  }
}

TEST_F(Today, ARefusalAndAFlagWaitUntilSomebodyLooks) {
  const core::RecordId id = report(volunteer_, 9 * 60, 60);
  record(core::RecordApprove{id, 60});
  const auto twice = desk.app().dispatch(core::RecordApprove{id, 60});
  EXPECT_EQ(twice.value().outcome.refusal, core::Refusal::already_reviewed);
  core::AttendanceSignedIn stranger;
  stranger.attendance = desk.app().new_id<core::AttendanceId>();
  stranger.person = desk.app().new_id<core::PersonId>();
  stranger.in_day = today();
  stranger.in_minute = 500;
  ASSERT_TRUE(desk.app().dispatch(stranger).ok());
  desk.go("today");
  EXPECT_NE(desk.find(Role::button, "要核实的情况：1"), nullptr);
  desk.press(Role::button, "没有通过的请求：1");
  EXPECT_EQ(desk.route(), "sync/open");
  EXPECT_TRUE(desk.shows("这条记录已经审核过了"));
  EXPECT_TRUE(desk.shows("有签到或服务，但没有找到登记的人"));
  desk.press(Role::button, "知道了");
  desk.press(Role::button, "认可");
  desk.go("today");
  EXPECT_EQ(desk.find(Role::button, "要核实的情况"), nullptr) << desk.listing();
  EXPECT_EQ(desk.find(Role::button, "没有通过的请求"), nullptr);
}

TEST_F(Today, SessionsOfTheDaySayWhoIsThere) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 8 * 60);
  desk.go("today");
  EXPECT_NE(desk.find(Role::button, "书法班"), nullptr);
  sign_in(volunteer_, session, today(), 8 * 60 + 5);
  EXPECT_TRUE(desk.shows("1 人在场"));
  desk.press(Role::button, "书法班");
  EXPECT_NE(desk.find(Role::heading, "签到表"), nullptr);
}

TEST_F(Today, TheKioskOpensAsAMode) {
  desk.go("today");
  desk.press(Role::button, "打开签到台");
  EXPECT_EQ(desk.app().mode(), app::Mode::kiosk);
  EXPECT_FALSE(desk.app().session().signed_in());
}

TEST_F(Today, TheDayTurnsAtMidnightWithoutAnybodyPressing) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 8 * 60);
  sign_in(volunteer_, session, today(), 8 * 60);
  desk.go("today");
  EXPECT_EQ(desk.find(Role::button, "忘记签退"), nullptr);
  desk.env().millis += 86400000;
  desk.app().session().touch();
  desk.frames();
  EXPECT_NE(desk.find(Role::button, "忘记签退：1"), nullptr);
  EXPECT_TRUE(desk.shows("今天没有安排活动"));
}

}  // namespace
}  // namespace linli::ui
