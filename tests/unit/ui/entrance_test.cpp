#include <gtest/gtest.h>

#include "app/invite.h"
#include "store/query_policy.h"
#include "store/query_space.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class Entrance : public ::testing::Test {
 protected:
  void answer_key(app::Event::Kind kind) {
    const auto asked = desk.asked<app::MakeDeviceKey>();
    ASSERT_TRUE(asked.has_value());
    app::Event event;
    event.kind = kind;
    event.request = asked->first;
    event.text = desk.device().public_key();
    event.code = "not_supported";
    desk.happens(event);
  }
  void fill_in() {
    desk.press(Role::button, "建立新的分行");
    desk.type("分行名称", "朝西社区时间银行");
    desk.type("第一个站点", "颐康中心活动室");
    desk.type("您的姓名", "王芳");
    desk.type("设一个登录密码", "2468");
    desk.type("再输一次", "2468");
  }

  Desk desk{1366, 768, Desk::Start::empty};
};

TEST_F(Entrance, AnEmptyDeviceOffersThreeWays) {
  desk.go("today");
  EXPECT_NE(desk.find(Role::heading, "邻里互助，从这里记起"), nullptr);
  EXPECT_NE(desk.find(Role::button, "建立新的分行"), nullptr);
  EXPECT_NE(desk.find(Role::button, "用邀请码加入"), nullptr);
  desk.expect_sound();
  desk.press(Role::button, "先看看演示");
  EXPECT_TRUE(desk.asked<app::OpenDemo>().has_value());
  desk.press(Role::button, "English");
  EXPECT_NE(desk.find(Role::button, "Set up a new branch"), nullptr) << desk.listing();
}

TEST_F(Entrance, ABranchIsFounded) {
  fill_in();
  desk.expect_sound();
  desk.press(Role::button, "建立分行");
  EXPECT_FALSE(desk.app().founded());
  answer_key(app::Event::Kind::done);
  ASSERT_TRUE(desk.app().founded());
  EXPECT_TRUE(desk.shows("建好了，欢迎您，王芳")) << desk.listing();
  EXPECT_EQ(store::space_name(desk.state()), "朝西社区时间银行");
  ASSERT_EQ(store::list_sites(desk.state()).size(), 1u);
  EXPECT_TRUE(store::policy_in_force(desk.state(), desk.app().today()).has_value());
  const auto kept = desk.asked<app::RememberSentinel>();
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->second.text, desk.app().identity().space.str());
}

TEST_F(Entrance, WhatIsMissingIsSaidAtItsField) {
  desk.press(Role::button, "建立新的分行");
  desk.press(Role::button, "建立分行");
  EXPECT_EQ(desk.find(Role::text_field, "分行名称")->description, "请写上分行名称。");
  desk.type("分行名称", "朝西社区时间银行");
  desk.type("第一个站点", "颐康中心活动室");
  desk.type("您的姓名", "王芳");
  desk.type("设一个登录密码", "abc1");
  EXPECT_EQ(desk.find(Role::text_field, "设一个登录密码")->description, "密码要 4 到 12 位数字。");
  desk.type("设一个登录密码", "2468");
  desk.type("再输一次", "2469");
  EXPECT_EQ(desk.find(Role::text_field, "再输一次")->description, "两次输入的不一样，请再输一次。");
  desk.press(Role::button, "建立分行");
  EXPECT_FALSE(desk.asked<app::MakeDeviceKey>().has_value());
}

TEST_F(Entrance, ABrowserWithoutKeysSaysSo) {
  fill_in();
  desk.press(Role::button, "建立分行");
  answer_key(app::Event::Kind::failed);
  EXPECT_FALSE(desk.app().founded());
  EXPECT_TRUE(desk.shows("这个浏览器没法生成设备钥匙"));
  EXPECT_TRUE(desk.shows("请换用新版的 Chrome"));
}

TEST_F(Entrance, AnInviteThatIsNoneIsSaid) {
  desk.press(Role::button, "用邀请码加入");
  EXPECT_EQ(desk.route(), "join");
  desk.type("邀请码", "1234");
  desk.press(Role::button, "加入");
  EXPECT_EQ(desk.find(Role::text_field, "邀请码")->description,
            "邀请码应是 16 位字母和数字，请再看一看。");
  EXPECT_FALSE(desk.asked<app::HttpCall>().has_value());
  desk.expect_sound();
}

TEST_F(Entrance, AnInviteIsAskedForAtTheHubAndEachNoHasItsSentence) {
  const app::InviteCode code = app::new_invite_code(desk.env());
  const auto try_it = [&](app::Event::Kind kind, int32_t status, const std::string& text) {
    desk.go("join/" + code.code);
    desk.press(Role::button, "加入");
    const auto asked = desk.asked<app::HttpCall>();
    ASSERT_TRUE(asked.has_value()) << desk.listing();
    app::Event event;
    event.kind = kind;
    event.request = asked->first;
    event.status = status;
    event.text = text;
    event.code = "offline";
    desk.happens(event);
  };
  try_it(app::Event::Kind::failed, 0, "");
  EXPECT_TRUE(desk.shows("连不上总站，请检查网络后再试"));
  try_it(app::Event::Kind::http, 200, "<html>cafe</html>");
  EXPECT_TRUE(desk.shows("这个地址没有总站"));
  try_it(app::Event::Kind::http, 404, R"({"code":"invite_unknown","sentence":"-"})");
  EXPECT_TRUE(desk.shows("总站还不认识这个邀请码"));
  EXPECT_FALSE(desk.app().founded());
}

TEST_F(Entrance, ARefusedCameraLeavesTheCodeToBeTyped) {
  desk.go("join");
  desk.press(Role::button, "扫描二维码");
  app::Event event;
  event.kind = app::Event::Kind::failed;
  event.request = desk.asked<app::ScanCode>()->first;
  event.code = "camera_refused";
  desk.happens(event);
  EXPECT_TRUE(desk.shows("摄像头打不开，请直接输入邀请码"));
}

class Staff : public BranchDesk {
 protected:
  void SetUp() override {
    BranchDesk::SetUp();
    ASSERT_TRUE(desk.app().session().set_pin(desk.device().founder, "2468").ok());
    desk.app().session().sign_out();
    desk.go("today");
  }
  void enter(const std::string& digits) {
    for (const char digit : digits) desk.press(Role::button, std::string(1, digit));
    desk.press(Role::button, "确定");
  }
};

TEST_F(Staff, SignsInByNameAndPin) {
  EXPECT_NE(desk.find(Role::heading, "请点自己的名字"), nullptr);
  desk.expect_sound();
  desk.press(Role::button, "王芳");
  enter("2468");
  EXPECT_EQ(desk.app().session().person(), desk.device().founder);
  EXPECT_NE(desk.find(Role::heading, "早上好，王芳"), nullptr) << desk.listing();
}

TEST_F(Staff, WrongPinsSlowDownInWords) {
  desk.press(Role::button, "王芳");
  enter("1111");
  EXPECT_TRUE(desk.shows("密码不对，请再试一次"));
  enter("1111");
  enter("1111");
  EXPECT_TRUE(desk.shows("请等 30 秒再试"));
  EXPECT_EQ(desk.find(Role::button, "确定"), nullptr);
  desk.later(31);
  enter("2468");
  EXPECT_TRUE(desk.app().session().signed_in());
}

TEST_F(Staff, WhoHasNoPinHereIsToldWhoGivesOne) {
  desk.press(Role::button, "赵敏");
  EXPECT_TRUE(desk.shows("您在这台设备上还没有密码"));
  desk.press(Role::button, "换一位");
  EXPECT_NE(desk.find(Role::button, "王芳"), nullptr);
}

TEST_F(Staff, SilenceLocksAndKeepsEverything) {
  desk.app().session().sign_in_without_pin(desk.device().founder);
  desk.frames();
  const core::RecordId id = report(volunteer_, 9 * 60, 60);
  desk.later(11 * 60);
  EXPECT_FALSE(desk.app().session().signed_in());
  EXPECT_NE(desk.find(Role::heading, "请点自己的名字"), nullptr);
  EXPECT_EQ(detail(id).row.minutes, 60);
}

}  // namespace
}  // namespace linli::ui
