#include "store/query_kiosk.h"

#include <gtest/gtest.h>

#include "unit/store/branch.h"

namespace linli::store {
namespace {

class QueryKiosk : public ::testing::Test {
 protected:
  core::PersonId add(std::string_view letters, const char* name, const char* phone) {
    core::PersonRegistered person;
    person.person = id<core::PersonId>(letters);
    person.roles = {core::PersonRole::volunteer};
    person.details = core::PersonPrivate{{name}, core::Note{phone}, {}, {}, {}, {}};
    EXPECT_TRUE(branch.fold(person).is_applied());
    return person.person;
  }
  core::AttendanceId sign_in(std::string_view letters, const core::PersonId& person,
                             int32_t minute) {
    core::AttendanceSignedIn in;
    in.attendance = id<core::AttendanceId>(letters);
    in.person = person;
    in.in_day = branch.today;
    in.in_minute = minute;
    branch.fold(in);
    return in.attendance;
  }

  Branch branch;
};

TEST_F(QueryKiosk, ACardLeadsToTheKeptPersonAndNeverToAnErasedOne) {
  const core::PersonId ann = add("ANN", "张桂芳", "13800001234");
  const core::PersonId twin = add("TWN", "张桂芬", "13800001234");
  ASSERT_TRUE(branch.fold(core::CardIssued{twin, {"6001"}}).is_applied());
  EXPECT_EQ(kiosk_person_by_card(branch.state(), "6001")->person, twin);
  ASSERT_TRUE(branch.fold(core::PersonsMerged{ann, twin}).is_applied());
  EXPECT_EQ(kiosk_person_by_card(branch.state(), "6001")->person, ann);
  EXPECT_EQ(kiosk_person_by_card(branch.state(), "6001")->name, "张桂芳");
  EXPECT_FALSE(kiosk_person_by_card(branch.state(), "6002").has_value());
  ASSERT_TRUE(branch.fold(core::PersonErased{ann}).is_applied());
  EXPECT_FALSE(kiosk_person_by_card(branch.state(), "6001").has_value());
}

TEST_F(QueryKiosk, FourDigitsAreTheEndOfThePhoneAndNothingElse) {
  const core::PersonId ann = add("ANN", "张桂芳", "13812340000");
  const core::PersonId bob = add("BOB", "李国强", "13900001234");
  add("CID", "1234", "13700005678");
  const auto found = kiosk_people_by_phone_tail(branch.state(), "1234");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].person, bob);
  EXPECT_EQ(kiosk_people_by_phone_tail(branch.state(), "0000").front().person, ann);
}

TEST_F(QueryKiosk, NamesAreWholeNames) {
  add("ANN", "张桂芳", "13812340000");
  EXPECT_EQ(kiosk_people_by_name(branch.state(), "张桂芳").size(), 1u);
  EXPECT_TRUE(kiosk_people_by_name(branch.state(), "张").empty());
}

TEST_F(QueryKiosk, OpenSignInsComeNewestFirstWithoutRepeats) {
  const core::PersonId ann = add("ANN", "张桂芳", "13812340000");
  const core::AttendanceId first = sign_in("A1", ann, 500);
  branch.today.number += 1;
  const core::AttendanceId second = sign_in("A2", ann, 510);
  auto open = kiosk_open_attendances(branch.state(), ann);
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[0].attendance, second);
  EXPECT_EQ(open[1].attendance, first);
  core::AttendanceSignedOut out;
  out.attendance = second;
  out.out_day = branch.today;
  out.out_minute = 600;
  ASSERT_TRUE(branch.fold(out).is_applied());
  open = kiosk_open_attendances(branch.state(), ann);
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0].attendance, first);
}

TEST_F(QueryKiosk, TheTrainingGateNamesTheCourseAndTheNextClass) {
  const core::PersonId ann = add("ANN", "张桂芳", "13812340000");
  core::CourseDefined course;
  course.course = id<core::CourseId>("C");
  course.name.text = "照护入门";
  ASSERT_TRUE(branch.fold(course).is_applied());
  core::ServiceKindDefined kind;
  kind.service_kind = id<core::ServiceKindId>("K");
  kind.name.text = "助浴";
  kind.course = course.course;
  ASSERT_TRUE(branch.fold(kind).is_applied());
  core::ActivityPlanned activity;
  activity.activity = id<core::ActivityId>("A");
  activity.name.text = "入户助浴";
  activity.from_day = activity.to_day = branch.today;
  activity.service_kind = kind.service_kind;
  ASSERT_TRUE(branch.fold(activity).is_applied());
  core::SessionScheduled session;
  session.session = id<core::SessionId>("S");
  session.activity = activity.activity;
  session.session_day = branch.today;
  session.from_minute = 540;
  ASSERT_TRUE(branch.fold(session).is_applied());
  auto missing = kiosk_missing_course(branch.state(), ann, session.session, branch.today, 530);
  ASSERT_TRUE(missing.has_value());
  EXPECT_EQ(missing->course, "照护入门");
  EXPECT_FALSE(missing->next_session.has_value());

  core::ActivityPlanned lesson = activity;
  lesson.activity = id<core::ActivityId>("L");
  lesson.service_kind.reset();
  lesson.course = course.course;
  ASSERT_TRUE(branch.fold(lesson).is_applied());
  core::SessionScheduled class_of = session;
  class_of.activity = lesson.activity;
  for (const auto& [letters, minute] :
       {std::pair<const char*, int32_t>{"S1", 300}, {"S2", 900}, {"S3", 800}}) {
    class_of.session = id<core::SessionId>(letters);
    class_of.from_minute = minute;
    ASSERT_TRUE(branch.fold(class_of).is_applied());
  }
  missing = kiosk_missing_course(branch.state(), ann, session.session, branch.today, 530);
  EXPECT_EQ(missing->next_session, id<core::SessionId>("S3")) << "one that is over does not help";

  core::TrainingCompleted done;
  done.person = ann;
  done.course = course.course;
  ASSERT_TRUE(branch.fold(done).is_applied());
  EXPECT_FALSE(kiosk_missing_course(branch.state(), ann, session.session, branch.today, 530));
}

}  // namespace
}  // namespace linli::store
