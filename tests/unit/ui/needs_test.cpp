#include <gtest/gtest.h>

#include "app/strings.h"
#include "store/query_need.h"
#include "store/query_person.h"
#include "unit/ui/desk.h"

namespace linli::ui {
namespace {

class Needs : public ::testing::Test {
 protected:
  void SetUp() override {
    core::SiteRegistered site;
    site.site = site_ = desk.app().new_id<core::SiteId>();
    site.name.text = "朝西活动室";
    record(site);
    core::ServiceKindDefined kind;
    kind.service_kind = kind_ = desk.app().new_id<core::ServiceKindId>();
    kind.name.text = "陪同就医";
    kind.default_minutes = 90;
    record(kind);
    recipient_ = add("陈桂芳", "13900001234", core::PersonRole::recipient);
    volunteer_ = add("李秀英", "13812345678", core::PersonRole::volunteer);
  }
  void record(core::Body body) {
    const auto recorded = desk.app().dispatch(std::move(body));
    ASSERT_TRUE(recorded.ok());
    EXPECT_TRUE(recorded.value().outcome.is_applied());
    desk.frames();
  }
  core::PersonId add(const std::string& name, const std::string& phone, core::PersonRole role) {
    core::PersonRegistered body;
    body.person = desk.app().new_id<core::PersonId>();
    body.roles = {role};
    body.site = site_;
    if (role == core::PersonRole::volunteer) body.skills = {kind_};
    body.details = core::PersonPrivate{{name}, core::Note{phone}, {}, {}, {}, {}};
    record(body);
    return body.person;
  }
  core::NeedId publish(int32_t days) {
    core::NeedPublished body;
    body.need = desk.app().new_id<core::NeedId>();
    body.recipient = recipient_;
    body.service_kind = kind_;
    body.site = site_;
    body.service_day = core::Day{desk.app().today().number + days};
    body.from_minute = 9 * 60;
    record(body);
    return body.need;
  }
  store::NeedDetail detail(const core::NeedId& need) {
    return *store::need_detail(desk.state(), need);
  }
  size_t refused() { return store::refused_for_volunteer(desk.state(), volunteer_, 10).size(); }

  Desk desk;
  core::SiteId site_;
  core::ServiceKindId kind_;
  core::PersonId recipient_;
  core::PersonId volunteer_;
};

TEST_F(Needs, OneIsTakenOverThePhone) {
  desk.go("needs");
  EXPECT_TRUE(desk.shows("现在没有这样的需求"));
  desk.press(Role::button, "发布需求");
  desk.press(Role::button, "发布");
  EXPECT_TRUE(desk.shows("请先选一位服务对象"));
  desk.type("服务对象", "cgf");
  desk.press(Role::button, "陈桂芳");
  desk.press(Role::combo_box, "服务类别");
  desk.press(Role::option, "陪同就医");
  desk.press(Role::combo_box, "日期");
  const core::Day tomorrow{desk.app().today().number + 1};
  desk.press(Role::option, app::full_day_text(tomorrow, app::Language::zh_cn));
  desk.press(Role::checkbox, "这是微心愿");
  desk.expect_sound();
  desk.press(Role::button, "发布");
  const auto needs = store::needs_of_recipient(desk.state(), recipient_, 10);
  ASSERT_EQ(needs.size(), 1u);
  EXPECT_EQ(needs[0].service_day, tomorrow);
  EXPECT_EQ(needs[0].minutes, 90);
  EXPECT_EQ(needs[0].site, site_);
  EXPECT_TRUE(needs[0].wish);
  EXPECT_EQ(desk.route(), "needs/" + needs[0].need.str());
}

TEST_F(Needs, ACallerWhoIsNotKnownIsRegisteredOnTheSpot) {
  desk.go("needs/new");
  desk.type("服务对象", "吴奶奶");
  desk.press(Role::button, "还没登记，现在登记");
  desk.press(Role::button, "完成登记");
  EXPECT_TRUE(desk.shows("登记需要本人同意"));
  desk.type("电话", "13700007777");
  desk.press(Role::checkbox, "本人已听过说明并同意登记");
  desk.press(Role::button, "完成登记");
  store::PersonFilter filter;
  filter.search = "7777";
  const auto page = store::list_people(desk.state(), filter, std::nullopt, 10);
  ASSERT_EQ(page.rows.size(), 1u);
  EXPECT_EQ(page.rows[0].name, "吴奶奶");
  EXPECT_NE(desk.find(Role::button, "换一位"), nullptr);
}

TEST_F(Needs, ASuggestedVolunteerGetsItWithReasons) {
  const core::NeedId need = publish(1);
  desk.go("needs");
  EXPECT_NE(desk.find(Role::button, "陪同就医 · 陈*"), nullptr);
  EXPECT_FALSE(desk.shows("陈桂芳"));
  desk.press(Role::button, "陪同就医 · 陈*");
  EXPECT_EQ(desk.route(), "needs/" + need.str());
  EXPECT_TRUE(desk.shows("同一站点"));
  EXPECT_TRUE(desk.shows("会做这项"));
  EXPECT_TRUE(desk.shows("最近四周还没有安排"));
  desk.press(Role::button, "派给李秀英");
  const store::NeedDetail after = detail(need);
  ASSERT_EQ(after.assignments.size(), 1u);
  EXPECT_EQ(after.assignments[0].volunteer, volunteer_);
  EXPECT_EQ(after.assignments[0].source, core::AssignmentSource::dispatch);
  EXPECT_TRUE(desk.shows("人手已满"));
  desk.expect_sound();
}

TEST_F(Needs, AClaimThatClashesIsRefusedAndCanBeRead) {
  const core::NeedId first = publish(1);
  const core::NeedId second = publish(1);
  record(core::NeedClaim{first, volunteer_});
  desk.go("needs/" + second.str());
  EXPECT_TRUE(desk.shows("暂时没有合适的人"));
  desk.press(Role::button, "志愿者接单");
  desk.type("志愿者", "lxy");
  desk.press(Role::button, "李秀英, ");
  desk.press(Role::button, "确认接单");
  EXPECT_EQ(refused(), 1u);
  EXPECT_TRUE(detail(second).assignments.empty());
  EXPECT_TRUE(desk.shows("这个时间已经有别的安排了"));
  desk.go("people/" + volunteer_.str());
  EXPECT_TRUE(desk.shows("没有通过的请求"));
  EXPECT_TRUE(desk.shows("这个时间已经有别的安排了"));
}

TEST_F(Needs, APlaceIsGivenBackWithItsReason) {
  const core::NeedId need = publish(1);
  record(core::NeedClaim{need, volunteer_});
  desk.go("needs/" + need.str());
  desk.press(Role::button, "李秀英退单");
  desk.press(Role::radio, "身体不适");
  desk.press(Role::button, "确认退单");
  const store::NeedDetail after = detail(need);
  ASSERT_EQ(after.assignments.size(), 1u);
  EXPECT_EQ(after.assignments[0].release_reason, core::ReleaseReason::unwell);
  EXPECT_EQ(after.row.taken, 0);
}

TEST_F(Needs, OneIsCancelledWithItsReason) {
  const core::NeedId need = publish(1);
  desk.go("needs/" + need.str());
  desk.press(Role::button, "取消需求");
  desk.press(Role::radio, "已用别的办法解决");
  desk.press(Role::button, "确认取消");
  EXPECT_EQ(detail(need).row.state, store::NeedState::cancelled);
  EXPECT_EQ(detail(need).cancel_reason, core::NeedCancelReason::met_otherwise);
}

TEST_F(Needs, AServiceIsRecordedAndRated) {
  const core::NeedId need = publish(0);
  record(core::NeedClaim{need, volunteer_});
  desk.go("needs/" + need.str());
  desk.press(Role::button, "记录李秀英的服务");
  EXPECT_TRUE(detail(need).row.served());
  desk.press(Role::button, "评价");
  desk.press(Role::radio, "4 颗星");
  desk.press(Role::button, "保存评价");
  EXPECT_EQ(detail(need).stars, 4);
}

TEST_F(Needs, OneIsReferredToAnAgency) {
  core::OrganisationRegistered agency;
  agency.organisation = desk.app().new_id<core::OrganisationId>();
  agency.layer = core::OrganisationLayer::agency;
  agency.name.text = "安心护理";
  record(agency);
  const core::NeedId need = publish(1);
  desk.go("needs/" + need.str());
  desk.press(Role::button, "转给服务机构");
  desk.press(Role::radio, "安心护理");
  desk.press(Role::button, "确认转介");
  EXPECT_EQ(detail(need).row.state, store::NeedState::referred);
  EXPECT_EQ(detail(need).agency_name, "安心护理");
}

TEST_F(Needs, TheCalendarShowsTheWeek) {
  publish(0);
  desk.go("needs?view=calendar");
  EXPECT_NE(desk.find(Role::button, "09:00 · 陪同就医 · 陈*"), nullptr);
  desk.press(Role::button, "下一周");
  EXPECT_EQ(desk.find(Role::button, "09:00 · 陪同就医 · 陈*"), nullptr);
  desk.press(Role::button, "今天");
  EXPECT_NE(desk.find(Role::button, "09:00 · 陪同就医 · 陈*"), nullptr);
  desk.expect_sound();
}

TEST_F(Needs, FitsAPhone) {
  const core::NeedId need = publish(0);
  publish(1);
  desk.resize(390, 844);
  for (const std::string& route : {std::string("needs"), std::string("needs/new"),
                                   "needs/" + need.str(), std::string("needs?view=calendar")}) {
    desk.go(route);
    desk.expect_sound();
  }
}

TEST_F(Needs, AnAddressThatNamesNoNeedSaysSo) {
  desk.go("needs/n_nonsense");
  EXPECT_TRUE(desk.shows("没有找到这条需求"));
  desk.go("needs/n_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这条需求"));
}

}  // namespace
}  // namespace linli::ui
