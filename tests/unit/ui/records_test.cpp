#include <gtest/gtest.h>

#include "base/crypto.h"
#include "base/limits.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class Records : public BranchDesk {
 protected:
  void take_photo(const std::string& bytes) {
    desk.press(Role::button, "添加照片");
    const auto asked = desk.asked<app::PickFile>();
    ASSERT_TRUE(asked.has_value());
    EXPECT_TRUE(asked->second.image);
    app::Event event;
    event.kind = app::Event::Kind::file;
    event.request = asked->first;
    event.bytes = bytes;
    event.number = 640;
    event.number2 = 480;
    desk.happens(event);
  }
  void sit_down(const core::PersonId& person) {
    desk.app().session().sign_in_without_pin(person);
    desk.frames();
  }
};

TEST_F(Records, AServiceIsReportedAndWaits) {
  desk.go("records");
  EXPECT_TRUE(desk.shows("没有要审核的"));
  desk.press(Role::button, "上报服务");
  desk.press(Role::button, "提交");
  EXPECT_EQ(desk.find(Role::text_field, "志愿者")->description, "请选择");
  EXPECT_EQ(store::review_queue_count(desk.state()), 0);
  desk.type("志愿者", "lxy");
  desk.press(Role::button, "李秀英");
  desk.press(Role::combo_box, "服务类别");
  desk.press(Role::option, "陪同就医");
  desk.type("服务内容", "陪张奶奶去医院取药");
  desk.expect_sound();
  desk.press(Role::button, "提交");
  const auto queue = store::review_queue(desk.state(), std::nullopt, 10);
  ASSERT_EQ(queue.size(), 1u);
  EXPECT_EQ(queue[0].minutes, 90);
  EXPECT_EQ(queue[0].source, core::RecordSource::report);
  EXPECT_EQ(detail(queue[0].record).content, "陪张奶奶去医院取药");
  EXPECT_EQ(desk.route(), "records/" + queue[0].record.str());
  EXPECT_TRUE(desk.shows("等待审核"));
  EXPECT_EQ(balances(volunteer_).coin.posted, 0);
}

TEST_F(Records, ApprovalSaysBeforeWhatItGivesAndPostsIt) {
  const core::RecordId id = report(volunteer_, 9 * 60, 90);
  desk.go("records");
  EXPECT_TRUE(desk.shows("1 条等待审核"));
  desk.press(Role::button, "李秀英");
  EXPECT_TRUE(desk.shows("将得 1.5 枚、15 分"));
  desk.type("认定时长", "60");
  EXPECT_TRUE(desk.shows("将得 1 枚、10 分"));
  desk.press(Role::button, "通过");
  EXPECT_TRUE(desk.shows("已通过"));
  EXPECT_EQ(detail(id).row.state, store::RecordState::approved);
  EXPECT_EQ(balances(volunteer_).coin.posted, 60);
  EXPECT_EQ(balances(volunteer_).points.posted, 10);
  expect_ledger_sound();
  desk.expect_sound();
  desk.press(Role::link, "看这个人的账");
  EXPECT_EQ(desk.route(), "coins/" + volunteer_.str());
}

TEST_F(Records, RejectionIsReadAndAppealed) {
  const core::RecordId id = report(volunteer_, 9 * 60, 90);
  desk.go("records/" + id.str());
  desk.press(Role::button, "退回");
  EXPECT_TRUE((desk.find(Role::button, "退回")->states & state_disabled) != 0);
  desk.press(Role::combo_box, "退回原因");
  desk.press(Role::option, "没有凭证");
  desk.type("说明", "请补一张照片");
  desk.press(Role::button, "退回");
  EXPECT_EQ(detail(id).row.state, store::RecordState::rejected);
  EXPECT_TRUE(desk.shows("没有凭证"));
  EXPECT_TRUE(desk.shows("请补一张照片"));
  desk.press(Role::button, "申诉");
  desk.type("说明", "照片在手机里");
  desk.press(Role::button, "申诉");
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
  EXPECT_TRUE(detail(id).row.appealed);
  EXPECT_TRUE(desk.shows("照片在手机里"));
  desk.go("records");
  EXPECT_TRUE(desk.shows("有申诉"));
  EXPECT_EQ(balances(volunteer_).coin.posted, 0);
}

TEST_F(Records, AReviewIsTakenBackByOppositeTransfers) {
  const core::RecordId id = earn(volunteer_, 9 * 60, 90);
  desk.go("records/" + id.str());
  desk.press(Role::button, "撤回审核");
  EXPECT_TRUE(desk.shows("用相反的流水抵掉"));
  desk.press(Role::button, "撤回审核");
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
  EXPECT_EQ(balances(volunteer_).coin.posted, 0);
  EXPECT_EQ(
      store::statement_of(desk.state(), volunteer_.view(), core::Purse::coin, std::nullopt, 10)
          .size(),
      2u);
  expect_ledger_sound();
}

TEST_F(Records, ABackEntryNeedsFourEyes) {
  const core::RecordId id = report(volunteer_, 9 * 60, 60, core::RecordSource::back_entry, 3);
  desk.go("records/" + id.str());
  desk.press(Role::button, "通过");
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
  EXPECT_TRUE(desk.shows("第一位已通过，还要第二位审核"));
  EXPECT_FALSE(desk.shows("已入账"));
  EXPECT_EQ(balances(volunteer_).coin.posted, 0);
  desk.press(Role::button, "通过");
  EXPECT_TRUE(desk.shows("补录的记录要两位不同的人审核"));
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
  sit_down(colleague_);
  desk.press(Role::button, "通过");
  EXPECT_EQ(detail(id).row.state, store::RecordState::approved);
  EXPECT_EQ(balances(volunteer_).coin.posted, 60);
}

TEST_F(Records, NobodyReviewsTheirOwn) {
  core::PersonCorrected both;
  both.person = desk.device().founder;
  both.roles = {core::PersonRole::staff, core::PersonRole::volunteer};
  both.details = core::PersonPrivate{{"王芳"}, {}, {}, {}, {}, {}};
  record(both);
  const core::RecordId id = report(both.person, 9 * 60, 60);
  desk.go("records/" + id.str());
  desk.press(Role::button, "通过");
  EXPECT_TRUE(desk.shows("不能审核自己的服务记录"));
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
}

TEST_F(Records, TheDailyCapIsSaidBeforeAndKept) {
  earn(volunteer_, 6 * 60, 200);
  const core::RecordId id = report(volunteer_, 14 * 60, 90);
  desk.go("records/" + id.str());
  EXPECT_TRUE(desk.shows("已到上限，多出的 50 分钟"));
  desk.press(Role::button, "通过");
  EXPECT_EQ(balances(volunteer_).coin.posted, 240);
  EXPECT_TRUE(desk.shows("超出上限"));
}

TEST_F(Records, OverlapIsFlaggedAndBothAreLinked) {
  const core::RecordId first = report(volunteer_, 9 * 60, 90);
  core::ServiceReported second;
  second.record = desk.app().new_id<core::RecordId>();
  second.volunteer = volunteer_;
  second.service_kind = kind_;
  second.service_day = today();
  second.from_minute = 10 * 60;
  second.minutes = 60;
  ASSERT_TRUE(desk.app().dispatch(second).ok());
  desk.go("records/" + second.record.str());
  EXPECT_TRUE(desk.shows("时间重叠"));
  desk.press(Role::link, "陪同就医 · 09:00");
  EXPECT_EQ(desk.route(), "records/" + first.str());
}

TEST_F(Records, ThoseWithoutDoubtAreApprovedTogether) {
  const core::SessionId session = schedule(plan("书法班", today()), today(), 8 * 60);
  for (const core::PersonId& person :
       {volunteer_, other_, add("孙志强", "13500000003", {core::PersonRole::volunteer})}) {
    core::AttendanceSignedOut out;
    out.attendance = sign_in(person, session, today(), 8 * 60);
    out.out_day = today();
    out.out_minute = 9 * 60;
    record(out);
  }
  report(volunteer_, 14 * 60, 30);
  desk.go("records");
  desk.press(Role::button, "通过 3 条清楚的");
  EXPECT_TRUE(desk.shows("有 3 条签到签退完整"));
  desk.press(Role::button, "通过");
  EXPECT_TRUE(desk.shows("已通过 3 条"));
  EXPECT_EQ(store::review_queue_count(desk.state()), 1);
  EXPECT_EQ(balances(other_).coin.posted, 60);
  expect_ledger_sound();
}

TEST_F(Records, EvidenceIsKeptShownAndOpened) {
  const core::RecordId id = report(volunteer_, 9 * 60, 90);
  desk.go("records/" + id.str());
  EXPECT_TRUE(desk.shows("还没有照片"));
  take_photo("a small picture");
  EXPECT_TRUE(desk.shows("照片已保存在本机"));
  ASSERT_EQ(detail(id).evidence.size(), 1u);
  EXPECT_EQ(detail(id).evidence[0].blob, base::sha256_hex("a small picture"));
  EXPECT_EQ(detail(id).evidence[0].width, 640);
  EXPECT_EQ(desk.app().log().blob(detail(id).evidence[0].blob), "a small picture");
  desk.press(Role::button, "3月5日 周四的照片");
  const auto shown = desk.asked<app::ShowPicture>();
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->second.bytes, "a small picture");
  take_photo(std::string(base::photo_bytes_max + 1, 'x'));
  EXPECT_TRUE(desk.shows("照片太大了"));
  EXPECT_EQ(detail(id).evidence.size(), 1u);
  desk.go("records");
  EXPECT_TRUE(desk.shows("1 张照片"));
}

TEST_F(Records, ARefusedCameraHasASentence) {
  desk.go("records/" + report(volunteer_, 9 * 60, 90).str());
  desk.press(Role::button, "添加照片");
  app::Event event;
  event.kind = app::Event::Kind::failed;
  event.request = desk.asked<app::PickFile>()->first;
  event.code = "camera_refused";
  desk.happens(event);
  EXPECT_TRUE(desk.shows("照片没有取到，请允许使用相机"));
}

TEST_F(Records, WithoutRulesInForceNothingIsPromised) {
  const core::RecordId id = report(volunteer_, 9 * 60, 60, core::RecordSource::report, 60);
  desk.go("records/" + id.str());
  EXPECT_TRUE(desk.shows("那一天还没有生效的规则"));
  desk.press(Role::button, "通过");
  EXPECT_EQ(detail(id).row.state, store::RecordState::waiting);
}

TEST_F(Records, AnAddressThatNamesNoRecordSaysSo) {
  desk.go("records/re_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这条服务记录"));
}

}  // namespace
}  // namespace linli::ui
