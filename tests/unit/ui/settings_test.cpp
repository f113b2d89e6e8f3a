#include <gtest/gtest.h>

#include "app/demo_branch.h"
#include "unit/ui/branch_desk.h"
#include "unit/ui/stage.h"

namespace linli::ui {
namespace {

using Settings = BranchDesk;

TEST_F(Settings, LanguageChangesAtOnceAndStays) {
  desk.go("settings");
  desk.press(Role::radio, "English");
  EXPECT_NE(desk.find(Role::heading, "Settings"), nullptr);
  EXPECT_EQ(desk.app().language(), "en");
  desk.press(Role::radio, "中文");
  EXPECT_NE(desk.find(Role::heading, "设置"), nullptr);
}

TEST_F(Settings, LargeModeMakesEverythingLarger) {
  desk.go("settings");
  const Node* before = desk.find(Role::button, "锁定");
  ASSERT_NE(before, nullptr);
  const float height = before->rect.height;
  desk.press(Role::switch_, "大字大按钮模式");
  EXPECT_EQ(desk.app().setting("large"), "on");
  EXPECT_GE(desk.find(Role::button, "锁定")->rect.height, 60);
  EXPECT_GT(desk.find(Role::button, "锁定")->rect.height, height);
  desk.expect_sound();
}

TEST_F(Settings, TextGrowsToThirty) {
  desk.go("settings");
  desk.type("字号", "30");
  EXPECT_EQ(desk.app().setting("text_dp"), "30");
  desk.expect_sound();
  desk.type("字号", "99");
  EXPECT_EQ(desk.app().setting("text_dp"), "30");
}

TEST_F(Settings, SpeechIsTriedAndSwitchedOff) {
  desk.go("settings");
  desk.press(Role::button, "听一听");
  EXPECT_TRUE(desk.asked<app::Speak>().has_value());
  desk.press(Role::switch_, "念出签到结果");
  EXPECT_EQ(desk.app().setting("speech"), "off");
}

TEST_F(Settings, TheRulesInForceAndTheSiteAreShown) {
  desk.go("settings");
  EXPECT_TRUE(desk.shows("60 分钟记 1 枚时间币"));
  desk.press(Role::combo_box, "所在站点");
  desk.press(Role::option, "朝西活动室");
  EXPECT_EQ(desk.app().setting("site"), site_.str());
}

TEST_F(Settings, StorageThatIsNotKeptIsSaid) {
  desk.go("settings");
  EXPECT_TRUE(desk.shows("还没有问过浏览器"));
  desk.press(Role::button, "请浏览器长期保存");
  EXPECT_TRUE(desk.asked<app::AskPersistence>().has_value());
  app::Event event;
  event.kind = app::Event::Kind::storage;
  event.number = 3 * 1024 * 1024;
  event.number2 = 100 * 1024 * 1024;
  event.text = "not";
  desk.happens(event);
  EXPECT_TRUE(desk.shows("浏览器没有答应长期保存"));
  EXPECT_TRUE(desk.shows("已用 3 MB，可用 100 MB"));
}

TEST(SettingsOfTheDemo, ItIsSaidLeftAndBegunAnew) {
  RootStage stage("today");
  ASSERT_TRUE(app::load_demo_branch(*stage.app, app::demo_seed).ok());
  while (stage.app->work(5000)) {
  }
  stage.go("settings");
  EXPECT_TRUE(stage.has(Role::text, "您正在看演示，人物都是虚构的，不会留下任何资料。"));
  const auto asked = [&] {
    std::optional<bool> on;
    for (const app::Request& request : stage.app->requests().take()) {
      if (const auto* demo = std::get_if<app::OpenDemo>(&request.body)) on = demo->on;
    }
    return on;
  };
  stage.twin(TwinEvent::Kind::activate, stage.node(Role::button, "重新开始演示").id);
  EXPECT_EQ(asked(), true);
  stage.twin(TwinEvent::Kind::activate, stage.node(Role::button, "离开演示").id);
  EXPECT_EQ(asked(), false);
}

TEST_F(Settings, LockingHandsOver) {
  desk.go("settings");
  EXPECT_TRUE(desk.shows("管理员"));
  desk.press(Role::button, "锁定");
  EXPECT_FALSE(desk.app().session().signed_in());
  EXPECT_TRUE(desk.shows("已锁定，资料都在"));
}

}  // namespace
}  // namespace linli::ui
