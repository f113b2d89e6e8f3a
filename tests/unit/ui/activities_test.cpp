#include <gtest/gtest.h>

#include "app/strings.h"
#include "base/limits.h"
#include "store/query_activity.h"
#include "store/query_attendance.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class Activities : public BranchDesk {
 protected:
  std::vector<store::ActivityRow> list() {
    return store::list_activities(desk.state(), today(), std::nullopt, 100);
  }
  void choose_file(const std::string& name, const std::string& bytes, const std::string& encoding) {
    desk.press(Role::button, "选择表格");
    const auto asked = desk.asked<app::PickFile>();
    ASSERT_TRUE(asked.has_value());
    app::Event event;
    event.kind = app::Event::Kind::file;
    event.request = asked->first;
    event.name = name;
    event.bytes = bytes;
    event.text = encoding;
    desk.happens(event);
  }
};

TEST_F(Activities, OneIsPlannedAndItsSessionsEveryWeek) {
  desk.go("activities");
  EXPECT_TRUE(desk.shows("还没有活动"));
  desk.press(Role::button, "计划活动");
  desk.press(Role::button, "计划活动");
  EXPECT_EQ(desk.find(Role::text_field, "活动名称")->description, "请写活动名称。");
  EXPECT_TRUE(list().empty());
  desk.type("活动名称", "心理团体辅导");
  desk.press(Role::combo_box, "类别");
  desk.press(Role::option, "心理辅导");
  desk.press(Role::combo_box, "算哪一类服务");
  desk.press(Role::option, "陪同就医");
  desk.type("地点", "朝西活动室二楼");
  desk.expect_sound();
  desk.press(Role::button, "计划活动");
  ASSERT_EQ(list().size(), 1u);
  const store::ActivityRow activity = list()[0];
  EXPECT_EQ(activity.name, "心理团体辅导");
  EXPECT_EQ(activity.activity_kind, core::ActivityKind::counselling);
  EXPECT_EQ(activity.service_kind, kind_);
  EXPECT_EQ(activity.place, "朝西活动室二楼");
  EXPECT_EQ(activity.heads.known, 0);
  EXPECT_EQ(desk.route(), "activities/" + activity.activity.str());

  desk.press(Role::button, "安排场次");
  desk.type("连续几周", "3");
  desk.expect_sound();
  desk.press(Role::button, "保存");
  EXPECT_TRUE(desk.shows("已安排 3 场"));
  const auto sessions = store::sessions_of_activity(desk.state(), activity.activity);
  ASSERT_EQ(sessions.size(), 3u);
  EXPECT_EQ(sessions[1].session_day.number - sessions[0].session_day.number, 7);
  EXPECT_EQ(sessions[0].from_minute, 9 * 60);
  EXPECT_EQ(sessions[0].minutes, 120);
  EXPECT_EQ(sessions[0].site, site_);
  desk.expect_sound();
}

TEST_F(Activities, OneIsCancelledAndKeepsWhatWasSigned) {
  const core::ActivityId activity = plan("书法班", today());
  const core::SessionId session = schedule(activity, today(), 9 * 60);
  sign_in(volunteer_, session, today(), 545);
  desk.go("activities/" + activity.str());
  desk.press(Role::button, "取消活动");
  EXPECT_TRUE(desk.shows("已有的签到都保留"));
  desk.press(Role::button, "取消活动");
  EXPECT_EQ(list()[0].state, store::ActivityState::cancelled);
  EXPECT_TRUE(desk.shows("已取消"));
  EXPECT_EQ(store::sign_in_sheet(desk.state(), session).size(), 1u);
}

TEST_F(Activities, TheSheetSignsInAndOutByHelperAndMakesARecord) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 8 * 60);
  desk.go("activities/" + list()[0].activity.str() + "/" + session.str());
  EXPECT_TRUE(desk.shows("还没有人签到"));
  desk.type("谁来了", "lxy");
  desk.press(Role::button, "李秀英");
  desk.press(Role::button, "签到");
  EXPECT_TRUE(desk.shows("李秀英已签到"));
  EXPECT_TRUE(desk.shows("签到 1 人，在场 1 人"));
  EXPECT_TRUE(desk.shows("工作人员代签"));
  desk.env().millis += 70 * 60000;
  desk.app().session().touch();
  desk.frames();
  desk.press(Role::button, "签退：李秀英");
  EXPECT_TRUE(desk.shows("已签退"));
  const auto sheet = store::sign_in_sheet(desk.state(), session);
  ASSERT_EQ(sheet.size(), 1u);
  EXPECT_EQ(sheet[0].minutes, 70);
  const auto queue = store::review_queue(desk.state(), std::nullopt, 10);
  ASSERT_EQ(queue.size(), 1u);
  EXPECT_EQ(queue[0].minutes, 70);
  EXPECT_EQ(queue[0].source, core::RecordSource::attendance);
  desk.expect_sound();
}

TEST_F(Activities, TheSamePersonTwiceIsKeptAndSaid) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 8 * 60);
  sign_in(volunteer_, session, today(), 8 * 60);
  desk.go("activities/" + list()[0].activity.str() + "/" + session.str());
  desk.type("谁来了", "lxy");
  desk.press(Role::button, "李秀英, 138");
  desk.press(Role::button, "签到");
  EXPECT_TRUE(desk.shows("同一个人在同一场签到了两次"));
  EXPECT_TRUE(desk.shows("重复签到"));
  EXPECT_TRUE(desk.shows("签到 1 人"));
}

TEST_F(Activities, APaperCountIsUnknownUntilItIsKept) {
  const core::SessionId session = schedule(plan("书法班", day(-1)), day(-1), 8 * 60);
  desk.go("activities");
  EXPECT_TRUE(desk.shows("人数未知"));
  desk.go("activities/" + list()[0].activity.str() + "/" + session.str());
  desk.type("到场人数", "21");
  desk.press(Role::button, "记下人数");
  EXPECT_EQ(store::find_session(desk.state(), session)->head_count, 21);
  EXPECT_TRUE(desk.shows("纸质签到表上有 21 人"));
  desk.go("activities");
  EXPECT_TRUE(desk.shows("21 人"));
}

TEST_F(Activities, AForgottenSignOutIsPutRight) {
  const core::SessionId session = schedule(plan("书法班", day(-1)), day(-1), 9 * 60);
  sign_in(volunteer_, session, day(-1), 9 * 60);
  desk.go("activities");
  EXPECT_TRUE(desk.shows("1 位忘了签退"));
  desk.press(Role::button, "去补上");
  EXPECT_EQ(desk.route(), "activities/forgotten");
  desk.press(Role::button, "李秀英");
  EXPECT_TRUE(desk.shows("原来的签到保留"));
  desk.press(Role::combo_box, "走的时间");
  desk.press(Role::option, "08 ");
  desk.press(Role::option, "00 分");
  desk.frames();
  if (desk.shows("走的时间早于到的时间")) {
    EXPECT_TRUE((desk.find(Role::button, "保存")->states & state_disabled) != 0);
  } else {
    ADD_FAILURE() << desk.listing();
  }
  desk.press(Role::combo_box, "走的时间");
  desk.press(Role::option, "11 ");
  desk.press(Role::option, "30 分");
  desk.press(Role::button, "保存");
  EXPECT_TRUE(desk.shows("已更正"));
  EXPECT_TRUE(desk.shows("没有要补的"));
  const auto sheet = store::sign_in_sheet(desk.state(), session);
  ASSERT_EQ(sheet.size(), 1u);
  EXPECT_EQ(sheet[0].minutes, 150);
  EXPECT_TRUE(sheet[0].corrected);
  ASSERT_EQ(store::review_queue(desk.state(), std::nullopt, 10).size(), 1u);
}

TEST_F(Activities, ATableIsPreviewedImportedAndUndone) {
  const std::string table =
      "序号,活动,时间,地点,参加人数\n"
      "1,心理团体辅导,2025年11月8日,朝西活动室,20\n"
      "2,入户慰问,2025年11月至12月,各社区,\n"
      "3,义诊,2025年13月40日,广场,15\n"
      ",,2025年11月9日,广场,5\n";
  desk.go("activities/import");
  choose_file("活动.csv", table, "gbk");
  EXPECT_NE(desk.find(Role::heading, "活动.csv"), nullptr) << desk.listing();
  EXPECT_TRUE(desk.shows("文字编码：GBK"));
  EXPECT_TRUE(desk.shows("不导入"));
  EXPECT_TRUE(desk.shows("人数未知"));
  EXPECT_TRUE(list().empty());
  desk.expect_sound();
  desk.press(Role::button, "导入 2 条");
  EXPECT_TRUE(desk.shows("已导入 2 场活动"));
  ASSERT_EQ(list().size(), 2u);
  for (const store::ActivityRow& row : list()) {
    if (row.name == "入户慰问") {
      EXPECT_EQ(row.heads.known, 0);
      EXPECT_EQ(row.heads.unknown, 1);
      EXPECT_LT(row.from_day, row.to_day);
    }
  }
  desk.press(Role::button, "撤销导入");
  EXPECT_TRUE(list().empty());
}

TEST_F(Activities, ATableThatIsNoneSaysWhatIsMissing) {
  for (const auto& [bytes, words] : std::vector<std::pair<std::string, std::string>>{
           {"甲,乙\n1,2\n", "活动"}, {std::string("\x00\x01\x02", 3), ""}, {"", ""}}) {
    desk.go("activities/import");
    choose_file("坏.csv", bytes, "");
    EXPECT_NE(desk.find(Role::alert, ""), nullptr) << desk.listing();
    EXPECT_TRUE(desk.shows(words));
    EXPECT_TRUE(list().empty());
  }
}

TEST_F(Activities, AFileThatCannotBeOpenedSaysSo) {
  desk.go("activities/import");
  desk.press(Role::button, "选择表格");
  app::Event event;
  event.kind = app::Event::Kind::failed;
  event.request = desk.asked<app::PickFile>()->first;
  event.code = "not_readable";
  desk.happens(event);
  EXPECT_TRUE(desk.shows("这个文件打不开"));
}

TEST_F(Activities, TheSheetIsPrintedWithRoomToSignByHand) {
  const core::SessionId session = schedule(plan("<书法>班", today()), today(), 8 * 60);
  sign_in(volunteer_, session, today(), 8 * 60);
  desk.go("activities/" + list()[0].activity.str() + "/" + session.str());
  desk.press(Role::button, "打印签到表");
  const auto printed = desk.asked<app::PrintHtml>();
  ASSERT_TRUE(printed.has_value());
  EXPECT_NE(printed->second.html.find("&lt;书法&gt;班"), std::string::npos);
  EXPECT_NE(printed->second.html.find("李秀英"), std::string::npos);
}

TEST_F(Activities, AddressesThatNameNothingSaySo) {
  desk.go("activities/a_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这一场活动"));
  desk.go("activities/a_01JD0000000000000000000000/se_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这一场活动"));
}

}  // namespace
}  // namespace linli::ui
