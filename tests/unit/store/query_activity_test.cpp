#include "store/query_activity.h"

#include <gtest/gtest.h>

#include "store/query_attendance.h"
#include "store/query_record.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

class Activities : public ::testing::Test {
 protected:
  core::ActivityId plan(const char* name, int32_t from_day) {
    core::ActivityPlanned planned;
    planned.activity = id<core::ActivityId>(name);
    planned.name.text = name;
    planned.from_day = core::Day{from_day};
    planned.to_day = core::Day{from_day + 30};
    planned.service_kind = id<core::ServiceKindId>("K");
    EXPECT_TRUE(branch.fold(planned).is_applied());
    return planned.activity;
  }
  core::SessionId schedule(const char* name, const core::ActivityId& activity, int32_t day) {
    core::SessionScheduled scheduled;
    scheduled.session = id<core::SessionId>(name);
    scheduled.activity = activity;
    scheduled.session_day = core::Day{day};
    scheduled.from_minute = 540;
    EXPECT_TRUE(branch.fold(scheduled).is_applied());
    return scheduled.session;
  }
  void count(const core::ActivityId& activity, std::optional<core::SessionId> session,
             std::optional<int32_t> heads) {
    core::HeadsCounted counted;
    counted.activity = activity;
    counted.session = session;
    counted.head_count = heads;
    EXPECT_TRUE(branch.fold(counted).is_applied());
  }
  core::AttendanceId sign_in(const char* name, const char* person,
                             std::optional<core::SessionId> session, int32_t day,
                             int32_t minute = 540) {
    core::AttendanceSignedIn signed_in;
    signed_in.attendance = id<core::AttendanceId>(name);
    signed_in.person = id<core::PersonId>(person);
    signed_in.session = session;
    signed_in.site = id<core::SiteId>("X");
    signed_in.in_day = core::Day{day};
    signed_in.in_minute = minute;
    branch.fold(signed_in);
    return signed_in.attendance;
  }
  void sign_out(const core::AttendanceId& attendance, int32_t day, int32_t minute) {
    core::AttendanceSignedOut signed_out;
    signed_out.attendance = attendance;
    signed_out.out_day = core::Day{day};
    signed_out.out_minute = minute;
    branch.fold(signed_out);
  }
  void enlist(const char* name) {
    core::PersonRegistered registered;
    registered.person = id<core::PersonId>(name);
    registered.roles = {core::PersonRole::volunteer};
    branch.fold(registered);
  }
  Heads heads_of(const core::ActivityId& activity) {
    return find_activity(branch.state(), activity, branch.today)->heads;
  }

  Branch branch;
};

TEST_F(Activities, AnUnknownHeadCountIsCountedAsUnknownNotAsZero) {
  const auto counted = plan("A", 19900);
  const auto blank = plan("B", 19901);
  const auto later = plan("C", 20010);
  count(counted, std::nullopt, 20);
  EXPECT_EQ(heads_of(counted).known, 20);
  EXPECT_EQ(heads_of(counted).unknown, 0);
  EXPECT_EQ(heads_of(blank).known, 0);
  EXPECT_EQ(heads_of(blank).unknown, 1);
  EXPECT_EQ(heads_of(later).unknown, 0);  // it has not begun

  const ActivityTotals totals =
      activity_totals(branch.state(), core::Day{19000}, core::Day{21000}, branch.today);
  EXPECT_EQ(totals.activities, 3);
  EXPECT_EQ(totals.heads.known, 20);
  EXPECT_EQ(totals.heads.unknown, 1);

  count(counted, std::nullopt, std::nullopt);  // the sheet turned out to be another one
  EXPECT_EQ(heads_of(counted).unknown, 1);
}

TEST_F(Activities, SumsSheetsAndSignInsOfTheSessionsHeldSoFar) {
  const auto activity = plan("A", 19990);
  const auto sheet = schedule("SA", activity, 19991);
  const auto signed_in = schedule("SB", activity, 19992);
  schedule("SC", activity, 19993);  // nobody counted
  schedule("SD", activity, 20005);  // to come
  count(activity, sheet, 12);
  enlist("P1");
  enlist("P2");
  sign_in("T1", "P1", signed_in, 19992);
  sign_in("T2", "P2", signed_in, 19992);
  sign_in("T3", "P2", signed_in, 19992, 545);  // twice
  EXPECT_EQ(heads_of(activity).known, 14);
  EXPECT_EQ(heads_of(activity).unknown, 1);
  EXPECT_EQ(find_session(branch.state(), signed_in)->signed_in, 2);
  EXPECT_EQ(find_session(branch.state(), signed_in)->still_in, 2);
  EXPECT_EQ(sign_in_sheet(branch.state(), signed_in).size(), 3u);

  ASSERT_TRUE(branch.fold(core::SessionCancelled{id<core::SessionId>("SC")}).is_applied());
  EXPECT_EQ(heads_of(activity).unknown, 0);
  EXPECT_EQ(sessions_of_activity(branch.state(), activity).size(), 4u);
  EXPECT_EQ(sessions_of_day(branch.state(), core::Day{19992}).size(), 1u);
}

TEST_F(Activities, PagesTheListFromTheNewest) {
  for (int i = 0; i < 7; ++i) plan(("A" + std::to_string(i)).c_str(), 19900 + i / 2);
  std::vector<std::string> paged;
  std::optional<ActivityCursor> before;
  while (true) {
    const auto rows = list_activities(branch.state(), branch.today, before, 2);
    if (rows.empty()) break;
    for (const ActivityRow& row : rows) paged.push_back(row.name);
    before = ActivityCursor{rows.back().from_day, rows.back().activity};
  }
  EXPECT_EQ(paged, (std::vector<std::string>{"A6", "A5", "A4", "A3", "A2", "A1", "A0"}));
}

TEST_F(Activities, TellsWhoIsInNowAndWhichSignOutsAreMissing) {
  enlist("P1");
  enlist("P2");
  enlist("P3");
  const int32_t today = branch.today.number;
  sign_in("T1", "P1", std::nullopt, today, 500);
  sign_in("T2", "P2", std::nullopt, today - 1, 500);
  sign_in("T3", "P3", std::nullopt, today - 9, 500);
  sign_out(sign_in("T4", "P3", std::nullopt, today, 600), today, 590);

  EXPECT_EQ(in_now(branch.state(), id<core::SiteId>("X"), branch.today).size(), 2u);
  EXPECT_TRUE(in_now(branch.state(), id<core::SiteId>("Y"), branch.today).empty());
  EXPECT_TRUE(open_attendance_of(branch.state(), id<core::PersonId>("P1"), branch.today));
  EXPECT_FALSE(open_attendance_of(branch.state(), id<core::PersonId>("P3"), branch.today));
  const auto unfinished = unfinished_attendance(branch.state(), branch.today, 10);
  ASSERT_EQ(unfinished.size(), 3u);
  EXPECT_EQ(unfinished[0].attendance, id<core::AttendanceId>("T3"));
  EXPECT_EQ(unfinished[2].state, AttendanceState::doubtful);
  EXPECT_EQ(unfinished_attendance_count(branch.state(), branch.today), 3);
  EXPECT_EQ(attendance_of_person(branch.state(), id<core::PersonId>("P3"), std::nullopt, 10).size(),
            2u);
}

TEST_F(Activities, ShowsWhatAnApprovalWouldCreditAndWhatWasServedByWeek) {
  enlist("P1");
  core::PolicyAdopted policy;
  policy.policy = id<core::PolicyId>("A");
  policy.cap_record_minutes = 60;
  branch.fold(policy);
  core::ServiceReported report;
  report.record = id<core::RecordId>("R");
  report.volunteer = id<core::PersonId>("P1");
  report.service_day = core::Day{19999};
  report.minutes = 90;
  branch.fold(report);
  const auto plan = preview_credit(branch.state(), report.record, 75);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->credit.credited_minutes, 60);
  EXPECT_EQ(plan->credit.over_cap_minutes, 15);
  EXPECT_EQ(plan->points.whole, 1);
  EXPECT_FALSE(preview_credit(branch.state(), id<core::RecordId>("Z"), 75).has_value());

  const core::Day monday{19999 - 6 - 7};
  EXPECT_EQ(served_by_week(branch.state(), monday, 3)[1].waiting, 90);
  branch.fold(core::RecordApprove{report.record, 75});
  const auto weeks = served_by_week(branch.state(), monday, 3);
  ASSERT_EQ(weeks.size(), 3u);
  EXPECT_EQ(weeks[0].approved, 0);
  EXPECT_EQ(weeks[1].approved, 75);
  EXPECT_EQ(weeks[1].waiting, 0);
}

}  // namespace
}  // namespace linli::store
