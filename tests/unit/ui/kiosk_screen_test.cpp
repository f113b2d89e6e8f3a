#include <gtest/gtest.h>

#include "base/limits.h"
#include "store/query_attendance.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class KioskOnScreen : public BranchDesk {
 protected:
  void SetUp() override {
    BranchDesk::SetUp();
    record(core::CardIssued{volunteer_, {"600123"}});
    session_ = schedule(plan("书法班", today()), today(), 9 * 60);
    ASSERT_TRUE(desk.app().session().set_pin(desk.device().founder, "2468").ok());
    desk.go("today");
    desk.press(Role::button, "打开签到台");
    desk.frames();
  }
  void enter(const std::string& digits) {
    for (const char digit : digits) desk.press(Role::button, std::string(1, digit));
  }
  void read_card(const std::string& code) {
    app::Event event;
    event.kind = app::Event::Kind::typed_code;
    event.text = code;
    desk.happens(event);
  }
  std::vector<store::AttendanceRow> sheet() { return store::sign_in_sheet(desk.state(), session_); }

  core::SessionId session_;
};

TEST_F(KioskOnScreen, ThreePressesFromStartToSignedIn) {
  EXPECT_NE(desk.find(Role::heading, "欢迎您来"), nullptr) << desk.listing();
  desk.expect_sound();
  desk.press(Role::button, "输入卡号");
  enter("600123");
  desk.press(Role::button, "确定");
  EXPECT_TRUE(desk.shows("李*，是您吗"));
  EXPECT_FALSE(desk.shows("李秀英"));
  desk.expect_sound();
  desk.press(Role::button, "签到 · 书法班");
  EXPECT_NE(desk.find(Role::heading, "已签到"), nullptr);
  EXPECT_TRUE(desk.shows("李*，08:40 签到成功"));
  ASSERT_EQ(sheet().size(), 1u);
  EXPECT_EQ(sheet()[0].in_method, core::SignMethod::card);
  const auto spoken = desk.asked<app::Speak>();
  ASSERT_TRUE(spoken.has_value());
  EXPECT_NE(spoken->second.text.find("签到成功"), std::string::npos);
  desk.later(base::kiosk_result_seconds + 1);
  EXPECT_NE(desk.find(Role::heading, "欢迎您来"), nullptr);
  EXPECT_FALSE(desk.shows("李*"));
}

TEST_F(KioskOnScreen, SigningOutTellsTheTimeAndMakesARecord) {
  read_card("600123");
  desk.press(Role::button, "签到 · 书法班");
  desk.later(90 * 60);
  read_card("linli:card:600123");
  EXPECT_TRUE(desk.shows("您 08:40 已经签到了"));
  desk.press(Role::button, "签退，回家");
  EXPECT_TRUE(desk.shows("今天一共 1 小时 30 分"));
  ASSERT_EQ(sheet().size(), 1u);
  EXPECT_EQ(sheet()[0].minutes, 90);
  EXPECT_EQ(store::review_queue_count(desk.state()), 1);
}

TEST_F(KioskOnScreen, ByPhoneTailTheSurnameIsChosenAmongOthers) {
  desk.press(Role::button, "手机号后四位");
  enter("5678");
  EXPECT_TRUE(desk.shows("您贵姓"));
  desk.expect_sound();
  desk.press(Role::button, "李");
  desk.press(Role::button, "来坐坐，先签到");
  EXPECT_NE(desk.find(Role::heading, "已签到"), nullptr);
  const auto in = store::in_now(desk.state(), std::nullopt, today());
  ASSERT_EQ(in.size(), 1u);
  EXPECT_EQ(in[0].in_method, core::SignMethod::walk_up);
  EXPECT_EQ(in[0].person, volunteer_);
}

TEST_F(KioskOnScreen, AFailedLookUpNamesNobodyAndSlowsDown) {
  for (int i = 0; i < base::kiosk_tries_before_slow; ++i) {
    read_card("999999");
    EXPECT_NE(desk.find(Role::heading, "没有找到"), nullptr);
    desk.press(Role::button, "知道了");
  }
  EXPECT_TRUE(desk.shows("秒再试"));
  desk.press(Role::button, "输入卡号");
  EXPECT_TRUE(desk.shows("秒再试")) << "said where somebody would try";
  for (const char* name : {"李", "王", "陈", "赵"}) EXPECT_FALSE(desk.shows(name)) << name;
}

TEST_F(KioskOnScreen, ItIsLeftByPinOnlyAndSaysHowLongToWait) {
  desk.go("people");
  EXPECT_FALSE(desk.shows("显示全名")) << "an address is no way out";
  desk.press(Role::button, "工作人员");
  for (int i = 0; i < 3; ++i) {
    enter("1111");
    desk.press(Role::button, "确定");
  }
  EXPECT_TRUE(desk.shows("请等 30 秒再试")) << desk.listing();
  EXPECT_EQ(desk.find(Role::button, "确定"), nullptr);
  EXPECT_EQ(desk.app().mode(), app::Mode::kiosk);
  desk.later(31);
  if (desk.find(Role::button, "工作人员") != nullptr) desk.press(Role::button, "工作人员");
  enter("2468");
  desk.press(Role::button, "确定");
  EXPECT_EQ(desk.app().mode(), app::Mode::desk);
  EXPECT_FALSE(desk.app().session().signed_in());
  EXPECT_NE(desk.find(Role::heading, "请点自己的名字"), nullptr) << desk.listing();
}

TEST_F(KioskOnScreen, WrongLookUpsDoNotKeepTheStaffIn) {
  for (int i = 0; i < base::kiosk_tries_before_slow; ++i) {
    read_card("999999");
    desk.press(Role::button, "知道了");
  }
  EXPECT_TRUE(desk.shows("秒再试"));
  desk.press(Role::button, "工作人员");
  enter("2468");
  desk.press(Role::button, "确定");
  EXPECT_EQ(desk.app().mode(), app::Mode::desk);
}

TEST_F(KioskOnScreen, AHelperBringsSomebodyByName) {
  desk.press(Role::button, "帮别人签到");
  enter("600123");
  desk.press(Role::button, "确定");
  EXPECT_TRUE(desk.shows("李* 正在帮别人签到"));
  desk.press(Role::button, "输入对方姓名");
  desk.type("姓名", "王建国");
  desk.press(Role::button, "确定");
  desk.press(Role::button, "签到 · 书法班");
  ASSERT_EQ(sheet().size(), 1u);
  EXPECT_EQ(sheet()[0].person, other_);
  EXPECT_EQ(sheet()[0].in_method, core::SignMethod::helper);
}

TEST_F(KioskOnScreen, AForgottenSignOutIsSaidAndTodayGoesOn) {
  read_card("600123");
  desk.press(Role::button, "签到 · 书法班");
  desk.later(86400);
  read_card("600123");
  EXPECT_TRUE(desk.shows("忘了签退，已经告诉管理员")) << desk.listing();
  desk.press(Role::button, "来坐坐，先签到");
  EXPECT_NE(desk.find(Role::heading, "已签到"), nullptr);
  EXPECT_EQ(store::unfinished_attendance_count(desk.state(), today()), 1);
}

TEST_F(KioskOnScreen, ARefusedCameraLeavesTheOtherWays) {
  desk.press(Role::button, "用摄像头扫码");
  app::Event event;
  event.kind = app::Event::Kind::failed;
  event.request = desk.asked<app::ScanCode>()->first;
  event.code = "camera_refused";
  desk.happens(event);
  EXPECT_TRUE(desk.shows("摄像头没打开，请用别的方法签到"));
  EXPECT_NE(desk.find(Role::button, "输入卡号"), nullptr);
}

}  // namespace
}  // namespace linli::ui
