#include <gtest/gtest.h>

#include "app/sync_driver.h"
#include "base/crypto.h"
#include "store/query_devices.h"
#include "sync/identity.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class SyncOnScreen : public BranchDesk {
 protected:
  void choose_file(const std::string& bytes) {
    desk.press(Role::button, "选择文件");
    app::Event event;
    event.kind = app::Event::Kind::file;
    event.request = desk.asked<app::PickFile>()->first;
    event.bytes = bytes;
    desk.happens(event);
  }
};

TEST_F(SyncOnScreen, ABranchWithoutAHubSaysWhatThatMeans) {
  desk.go("sync");
  EXPECT_TRUE(desk.shows("这家分行还没有接到总站"));
  EXPECT_TRUE(desk.shows("资料只在这台设备上"));
  desk.expect_sound();
  desk.press(Role::tab, "设备");
  EXPECT_TRUE(desk.shows("要先接到总站，别的设备才能加入"));
  EXPECT_TRUE(desk.shows("这台"));
}

TEST_F(SyncOnScreen, AnAdministratorGivesAPin) {
  desk.go("sync/devices");
  desk.press(Role::button, "赵敏");
  for (const char digit : std::string("1357")) desk.press(Role::button, std::string(1, digit));
  desk.expect_sound();
  desk.press(Role::button, "设密码");
  EXPECT_TRUE(desk.shows("密码已设好"));
  EXPECT_EQ(desk.app().session().sign_in(colleague_, "1357"), app::SignIn::signed_in);
}

TEST_F(SyncOnScreen, TheStickTakesAllAndReadsItBackWithoutChange) {
  desk.go("sync/stick");
  desk.press(Role::button, "带上全部");
  EXPECT_TRUE(desk.shows("正在封存"));
  std::optional<std::pair<uint32_t, app::SaveFile>> saved;
  const auto asked = desk.asked<app::SignBytes>();
  ASSERT_TRUE(asked.has_value());
  app::Event event;
  event.request = asked->first;
  event.text = desk.device().sign(asked->second.bytes);
  desk.happens(event);
  saved = desk.asked<app::SaveFile>();
  ASSERT_TRUE(saved.has_value()) << desk.listing();
  EXPECT_TRUE(desk.shows("已存成"));
  choose_file(saved->second.bytes);
  EXPECT_TRUE(desk.shows("这个文件里的内容，这里都有了")) << desk.listing();
  choose_file(saved->second.bytes.substr(0, saved->second.bytes.size() / 2));
  EXPECT_NE(desk.find(Role::alert, ""), nullptr) << "a torn file is told";
  choose_file("hello");
  EXPECT_NE(desk.find(Role::alert, ""), nullptr);
}

TEST_F(SyncOnScreen, ARefusalIsReadInCoinsAndSettled) {
  EXPECT_EQ(
      desk.app().dispatch(core::CoinsGive{volunteer_, recipient_, 90}).value().outcome.refusal,
      core::Refusal::not_enough_coins);
  desk.go("sync/open");
  EXPECT_TRUE(desk.shows("时间币不够，还差 1.5 枚")) << desk.listing();
  EXPECT_TRUE(desk.shows("李秀英"));
  desk.press(Role::button, "知道了");
  EXPECT_TRUE(desk.shows("没有要处理的"));
}

TEST_F(SyncOnScreen, AFlagIsSettledByWhoMay) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 9 * 60);
  core::AttendanceSignedIn in;
  in.person = volunteer_;
  in.session = session;
  in.in_day = today();
  in.in_minute = 9 * 60;
  for (int i = 0; i < 2; ++i) {
    in.attendance = desk.app().new_id<core::AttendanceId>();
    ASSERT_TRUE(desk.app().dispatch(in).ok());
  }
  desk.app().session().sign_in_without_pin(colleague_);
  desk.go("sync/open");
  EXPECT_TRUE(desk.shows("同一个人在同一场签到了两次"));
  EXPECT_EQ(desk.find(Role::button, "认可"), nullptr) << "a reviewer settles no flags";
  desk.app().session().sign_in_without_pin(desk.device().founder);
  desk.frames();
  desk.press(Role::button, "不计");
  EXPECT_TRUE(desk.shows("没有要处理的"));
}

}  // namespace
}  // namespace linli::ui
