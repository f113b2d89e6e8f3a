// A branch that works: a site, a kind of service, rules, a recipient, two volunteers and a
// second staff member; what a screen test needs before it can do one person's job.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "store/query_ledger.h"
#include "store/query_record.h"
#include "unit/ui/desk.h"

namespace linli::ui {

class BranchDesk : public ::testing::Test {
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
    core::PolicyAdopted policy;
    policy.policy = desk.app().new_id<core::PolicyId>();
    policy.name.text = "一小时一枚";
    policy.effective_day = core::Day{today().number - 30};
    policy.coin_name.text = "时间币";
    policy.points_name.text = "积分";
    policy.coin_minutes = 60;
    policy.points_per_hour = 10;
    policy.cap_day_minutes = 240;
    record(policy);
    recipient_ = add("陈桂芳", "13900001234", {core::PersonRole::recipient});
    volunteer_ = add("李秀英", "13812345678", {core::PersonRole::volunteer});
    other_ = add("王建国", "13687654321", {core::PersonRole::volunteer});
    colleague_ = add("赵敏", "13511112222", {core::PersonRole::staff});
    record(core::StaffAppointed{colleague_, core::StaffRole::reviewer});
  }

  core::Day today() { return desk.app().today(); }
  core::Day day(int32_t later) { return core::Day{today().number + later}; }

  core::OperationId record(core::Body body) {
    const auto recorded = desk.app().dispatch(std::move(body));
    EXPECT_TRUE(recorded.ok());
    EXPECT_TRUE(recorded.value().outcome.is_applied());
    desk.frames();
    return recorded.value().id;
  }
  core::PersonId add(const std::string& name, const std::string& phone,
                     std::vector<core::PersonRole> roles) {
    core::PersonRegistered body;
    body.person = desk.app().new_id<core::PersonId>();
    body.roles = std::move(roles);
    body.site = site_;
    body.birth_year = 1950;
    body.details = core::PersonPrivate{{name}, core::Note{phone}, {}, {}, {}, {}};
    record(body);
    return body.person;
  }
  core::ActivityId plan(const std::string& name, core::Day first) {
    core::ActivityPlanned body;
    body.activity = desk.app().new_id<core::ActivityId>();
    body.name.text = name;
    body.from_day = body.to_day = first;
    body.service_kind = kind_;
    record(body);
    return body.activity;
  }
  core::SessionId schedule(const core::ActivityId& activity, core::Day when, int32_t from_minute) {
    core::SessionScheduled body;
    body.session = desk.app().new_id<core::SessionId>();
    body.activity = activity;
    body.session_day = when;
    body.from_minute = from_minute;
    body.minutes = 120;
    body.site = site_;
    record(body);
    return body.session;
  }
  core::AttendanceId sign_in(const core::PersonId& person, const core::SessionId& session,
                             core::Day when, int32_t minute) {
    core::AttendanceSignedIn body;
    body.attendance = desk.app().new_id<core::AttendanceId>();
    body.person = person;
    body.session = session;
    body.site = site_;
    body.in_day = when;
    body.in_minute = minute;
    record(body);
    return body.attendance;
  }
  core::RecordId report(const core::PersonId& volunteer, int32_t from_minute, int32_t minutes,
                        core::RecordSource source = core::RecordSource::report,
                        int32_t days_ago = 0) {
    core::ServiceReported body;
    body.record = desk.app().new_id<core::RecordId>();
    body.volunteer = volunteer;
    body.source = source;
    body.service_kind = kind_;
    body.service_day = day(-days_ago);
    body.from_minute = from_minute;
    body.minutes = minutes;
    record(body);
    return body.record;
  }
  core::RecordId earn(const core::PersonId& volunteer, int32_t from_minute, int32_t minutes) {
    const core::RecordId id = report(volunteer, from_minute, minutes);
    record(core::RecordApprove{id, minutes});
    return id;
  }

  store::PersonBalances balances(const core::PersonId& person) {
    return store::person_balances(desk.state(), person);
  }
  store::RecordDetail detail(const core::RecordId& id) {
    return *store::record_detail(desk.state(), id);
  }
  // How many operations this device has ever recorded.
  int64_t recorded() { return desk.app().log().unsealed_count(); }
  void expect_ledger_sound() { EXPECT_TRUE(store::check_ledger(desk.state()).none()); }

  Desk desk;
  core::SiteId site_;
  core::ServiceKindId kind_;
  core::PersonId recipient_;
  core::PersonId volunteer_;
  core::PersonId other_;
  core::PersonId colleague_;
};

}  // namespace linli::ui
