#include "app/kiosk.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/kiosk_choice.h"

namespace linli::app {
namespace {

constexpr const char* kSurnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";

core::PersonId person_id(char last) {
  return core::PersonId("p_0123456789ABCDEFGHJKMNPQR" + std::string(1, last));
}
core::SessionId session_id(char last) {
  return core::SessionId("se_0123456789ABCDEFGHJKMNPQR" + std::string(1, last));
}
core::AttendanceId attendance_id(int number) {
  std::string text = "at_0123456789ABCDEFGHJKMNPQ00";
  text[27] = static_cast<char>('0' + number / 10 % 10);
  text[28] = static_cast<char>('0' + number % 10);
  return core::AttendanceId(text);
}

// A small branch in memory: it keeps the entries it was given, as the log would.
class Branch : public KioskWorld {
 public:
  struct Known {
    KioskPerson person;
    std::string card, phone;
  };
  struct Stay {
    KioskSignIn entry;
    OpenAttendance open;
    bool ended = false;
  };

  Branch() {
    add('A', "张桂芳", "1001", "13800001234");
    add('B', "李国强", "1002", "13900001234");
    add('C', "张建国", "1003", "13700001234");
    add('D', "欧阳敏", "1004", "13600005678");
  }
  void add(char last, const char* name, const char* card, const char* phone) {
    known.push_back({{person_id(last), name, surname_of(name) + "*"}, card, phone});
  }

  std::optional<KioskPerson> by_card(std::string_view card) override {
    for (const Known& one : known) {
      if (one.card == card) return one.person;
    }
    return std::nullopt;
  }
  std::vector<KioskPerson> by_phone_tail(std::string_view tail) override {
    std::vector<KioskPerson> found;
    for (const Known& one : known) {
      if (one.phone.substr(one.phone.size() - 4) == tail) found.push_back(one.person);
    }
    return found;
  }
  std::vector<KioskPerson> by_full_name(std::string_view name) override {
    std::vector<KioskPerson> found;
    for (const Known& one : known) {
      if (one.person.name == name) found.push_back(one.person);
    }
    return found;
  }
  std::vector<KioskSession> sessions(const base::LocalTime& now) override {
    std::vector<KioskSession> today;
    for (const KioskSession& one : planned) {
      if (one.day == now.day) today.push_back(one);
    }
    return today;
  }
  std::vector<OpenAttendance> open_attendances(const core::PersonId& person) override {
    std::vector<OpenAttendance> open;
    for (auto it = stays.rbegin(); it != stays.rend(); ++it) {
      if (it->entry.person == person && !it->ended) open.push_back(it->open);
    }
    return open;
  }
  std::optional<MissingTraining> missing_training(const core::PersonId& person,
                                                  const core::SessionId& session) override {
    if (gated.count({person.str(), session.str()}) == 0) return std::nullopt;
    return gate;
  }
  base::Status sign_in(const KioskSignIn& entry) override {
    if (storage_full) return base::Error{base::ErrorCode::storage_full, ""};
    Stay stay;
    stay.entry = entry;
    stay.open = {attendance_id(static_cast<int>(stays.size())), entry.at.day, entry.at.minute, {}};
    for (const KioskSession& one : planned) {
      if (entry.session && one.id == *entry.session) stay.open.session = one;
    }
    stays.push_back(stay);
    return base::success();
  }
  base::Status sign_out(const KioskSignOut& entry) override {
    for (Stay& stay : stays) {
      if (stay.open.id == entry.attendance) stay.ended = true;
    }
    outs.push_back(entry);
    return base::success();
  }
  PinAnswer try_staff_pin(std::string_view pin) override {
    return pin == "2468" ? PinAnswer::right : PinAnswer::wrong;
  }
  int64_t staff_pin_wait_seconds() override { return 0; }

  std::vector<Known> known;
  std::vector<KioskSession> planned;
  std::vector<Stay> stays;
  std::vector<KioskSignOut> outs;
  std::set<std::pair<std::string, std::string>> gated;
  MissingTraining gate;
  bool storage_full = false;
};

class KioskTest : public testing::Test {
 protected:
  KioskTest() {
    now.local = {base::day_of({2026, 3, 5}), 9 * 60, 0};
    branch.planned.push_back({session_id('1'), "书法班", "活动室", now.local.day, 9 * 60, 120});
  }
  void later(double seconds) {
    now.seconds += seconds;
    const int32_t all = now.local.minute * 60 + now.local.second + static_cast<int32_t>(seconds);
    now.local.day.number += all / 86400;
    now.local.minute = all % 86400 / 60;
    now.local.second = all % 60;
  }
  void type(const char* digits) {
    for (; *digits != 0; ++digits) flow.digit(*digits, now);
  }
  void card(const char* number) { flow.code_read(number, core::SignMethod::qr, now); }
  void one_person_in(const char* number) {
    card(number);
    flow.sign_in(session_id('1'), now);
    ASSERT_EQ(flow.step(), KioskStep::signed_in);
    later(base::kiosk_result_seconds);
    ASSERT_TRUE(flow.tick(now));
  }

  Branch branch;
  KioskFlow flow{branch, kSurnames};
  KioskNow now;
};

TEST_F(KioskTest, ThreeTapsFromStartToSignedInByTypedCard) {
  flow.choose_card(now);  // first tap; the digits are what is typed, not looked for
  type("1001");
  flow.enter(now);  // second
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  EXPECT_EQ(flow.masked_name(), "张*");
  ASSERT_EQ(flow.sessions().size(), 1u);
  flow.sign_in(flow.sessions()[0].id, now);  // third
  EXPECT_EQ(flow.step(), KioskStep::signed_in);
  EXPECT_TRUE(flow.take_result());
  EXPECT_FALSE(flow.take_result());
  ASSERT_EQ(branch.stays.size(), 1u);
  EXPECT_EQ(branch.stays[0].entry.method, core::SignMethod::card);
  EXPECT_EQ(*branch.stays[0].entry.session, session_id('1'));
  EXPECT_EQ(branch.stays[0].entry.at.minute, 9 * 60);
}

TEST_F(KioskTest, ReaderThatTypesNeedsOneTap) {
  flow.code_read("linli:card:1002\r\n", core::SignMethod::qr, now);
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  flow.sign_in(session_id('1'), now);
  EXPECT_EQ(flow.step(), KioskStep::signed_in);
  EXPECT_EQ(branch.stays[0].entry.method, core::SignMethod::qr);
}

TEST_F(KioskTest, PhoneTailAsksForTheSurnameAmongDecoys) {
  flow.choose_phone(now);
  type("1234");
  ASSERT_EQ(flow.step(), KioskStep::surname);
  EXPECT_EQ(flow.surnames().size(), surname_choices);
  flow.choose_surname("李", now);
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  EXPECT_EQ(flow.masked_name(), "李*");
}

TEST_F(KioskTest, SameDigitsShowTheSameChoicesAndUnknownDigitsLookAlike) {
  flow.choose_phone(now);
  type("1234");
  const auto first = flow.surnames();
  flow.back(now);
  flow.choose_phone(now);
  type("1234");
  EXPECT_EQ(flow.surnames(), first);
  flow.back(now);
  flow.choose_phone(now);
  type("9999");
  ASSERT_EQ(flow.step(), KioskStep::surname);
  EXPECT_EQ(flow.surnames().size(), surname_choices);
  flow.choose_surname(flow.surnames()[0], now);
  EXPECT_EQ(flow.step(), KioskStep::not_found);
  EXPECT_EQ(flow.masked_name(), "");
}

TEST_F(KioskTest, SharedDigitsAndSurnameAskForTheFullName) {
  flow.choose_phone(now);
  type("1234");
  flow.choose_surname("张", now);
  ASSERT_EQ(flow.step(), KioskStep::full_name);
  flow.enter_name("  张建国　", now);
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  flow.sign_in(std::nullopt, now);
  EXPECT_EQ(branch.stays[0].entry.person, person_id('C'));
  EXPECT_FALSE(branch.stays[0].entry.session.has_value());
}

TEST_F(KioskTest, FailedLookUpShowsNoNameAndWrongTriesAreSlowed) {
  for (int i = 0; i < base::kiosk_tries_before_slow; ++i) {
    EXPECT_EQ(flow.slow_seconds_left(now), 0);
    card("7777");
    EXPECT_EQ(flow.step(), KioskStep::not_found);
    EXPECT_EQ(flow.masked_name(), "");
    later(0.5);
  }
  EXPECT_GT(flow.slow_seconds_left(now), 0);
  flow.back(now);
  card("1001");
  EXPECT_EQ(flow.step(), KioskStep::start) << "a right card waits as well";
  later(base::kiosk_slow_seconds);
  card("1001");
  EXPECT_EQ(flow.step(), KioskStep::confirm);
}

TEST_F(KioskTest, SamePersonTwiceIsToldAndOfferedSignOut) {
  one_person_in("1001");
  later(60 * 60);
  card("1001");
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  ASSERT_TRUE(flow.open().has_value());
  EXPECT_EQ(flow.open()->in_minute, 9 * 60);
  flow.sign_in(session_id('1'), now);
  EXPECT_EQ(branch.stays.size(), 1u) << "a second sign-in is not taken";
  flow.sign_out(now);
  EXPECT_EQ(flow.step(), KioskStep::signed_out);
  EXPECT_EQ(flow.served_minutes(), 60);
  EXPECT_EQ(branch.outs[0].attendance, branch.stays[0].open.id);
}

TEST_F(KioskTest, ForgottenSignOutOfAnEarlierDayDoesNotStopToday) {
  one_person_in("1001");
  later(24 * 3600);
  branch.planned.push_back({session_id('2'), "合唱", "大厅", now.local.day, 9 * 60, 60});
  card("1001");
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  EXPECT_FALSE(flow.open().has_value());
  ASSERT_EQ(flow.forgotten().size(), 1u);
  flow.sign_in(session_id('2'), now);
  EXPECT_EQ(flow.step(), KioskStep::signed_in);
  EXPECT_TRUE(branch.outs.empty()) << "nobody invents a time of leaving";
}

TEST_F(KioskTest, MidnightIsCrossedWithinTheSession) {
  now.local = {base::day_of({2026, 3, 5}), 23 * 60, 0};
  branch.planned = {{session_id('3'), "守岁", "大厅", now.local.day, 22 * 60, 240}};
  card("1002");
  flow.sign_in(session_id('3'), now);
  later(2 * 3600);
  flow.tick(now);
  card("1002");
  ASSERT_TRUE(flow.open().has_value());
  flow.sign_out(now);
  EXPECT_EQ(flow.served_minutes(), 120);
  EXPECT_EQ(branch.outs[0].at.day, base::day_of({2026, 3, 6}));
}

TEST_F(KioskTest, TrainingGateTellsTheMakeUpClassAndTakesItWhenItIsToday) {
  branch.gated.insert({person_id('A').str(), session_id('1').str()});
  branch.gate.course = "助浴培训";
  branch.gate.make_up = KioskSession{session_id('9'), "补课", "活动室", now.local.day, 10 * 60, 60};
  card("1001");
  flow.sign_in(session_id('1'), now);
  ASSERT_EQ(flow.step(), KioskStep::training);
  EXPECT_EQ(flow.missing_training()->course, "助浴培训");
  EXPECT_TRUE(branch.stays.empty());
  flow.sign_in_to_make_up(now);
  EXPECT_EQ(flow.step(), KioskStep::signed_in);
  EXPECT_EQ(*branch.stays[0].entry.session, session_id('9'));
}

TEST_F(KioskTest, MakeUpClassOfAnotherDayIsToldButNotSignedInto) {
  branch.gated.insert({person_id('A').str(), session_id('1').str()});
  branch.gate.make_up = KioskSession{
      session_id('9'), "补课", "活动室", core::Day{now.local.day.number + 2}, 10 * 60, 60};
  card("1001");
  flow.sign_in(session_id('1'), now);
  flow.sign_in_to_make_up(now);
  EXPECT_EQ(flow.step(), KioskStep::training);
  EXPECT_TRUE(branch.stays.empty());
}

TEST_F(KioskTest, ReturnsToStartByItselfWithAVisibleCountdown) {
  card("1001");
  EXPECT_EQ(flow.seconds_left(now), base::kiosk_idle_seconds);
  later(10);
  EXPECT_EQ(flow.seconds_left(now), base::kiosk_idle_seconds - 10);
  EXPECT_FALSE(flow.tick(now));
  flow.touched(now);
  EXPECT_EQ(flow.seconds_left(now), base::kiosk_idle_seconds);
  later(base::kiosk_idle_seconds);
  EXPECT_TRUE(flow.tick(now));
  EXPECT_EQ(flow.step(), KioskStep::start);
  EXPECT_EQ(flow.masked_name(), "");
  EXPECT_EQ(flow.seconds_left(now), 0);
}

TEST_F(KioskTest, StorageFullSaysSoAndRecordsNothing) {
  branch.storage_full = true;
  card("1001");
  flow.sign_in(session_id('1'), now);
  EXPECT_EQ(flow.step(), KioskStep::not_saved);
  EXPECT_EQ(flow.error()->code, base::ErrorCode::storage_full);
}

TEST_F(KioskTest, OnlyTheStaffPinLeaves) {
  flow.choose_leave(now);
  type("1111");
  flow.enter(now);
  EXPECT_TRUE(flow.pin_wrong());
  EXPECT_FALSE(flow.take_left());
  card("1001");
  EXPECT_EQ(flow.step(), KioskStep::leave) << "a reader does not type into the PIN";
  type("2468");
  EXPECT_FALSE(flow.pin_wrong());
  flow.enter(now);
  EXPECT_TRUE(flow.take_left());
  EXPECT_EQ(flow.step(), KioskStep::start);
}

TEST_F(KioskTest, HelperSignsInAGroupAndIsRecorded) {
  flow.choose_helper(now);
  card("1002");
  EXPECT_EQ(flow.step(), KioskStep::start);
  EXPECT_EQ(flow.helper_name(), "李*");
  flow.choose_helper_name(now);
  flow.enter_name("欧阳敏", now);
  ASSERT_EQ(flow.step(), KioskStep::confirm);
  flow.sign_in(session_id('1'), now);
  later(base::kiosk_result_seconds);
  flow.tick(now);
  EXPECT_EQ(flow.helper_name(), "李*") << "goes on after one result";
  card("1003");
  flow.sign_in(session_id('1'), now);
  ASSERT_EQ(branch.stays.size(), 2u);
  EXPECT_EQ(branch.stays[0].entry.method, core::SignMethod::helper);
  EXPECT_EQ(*branch.stays[0].entry.helper, person_id('B'));
  EXPECT_EQ(*branch.stays[1].entry.helper, person_id('B'));
  later(base::kiosk_result_seconds);
  flow.tick(now);
  later(base::kiosk_helper_idle_seconds);
  EXPECT_TRUE(flow.tick(now));
  EXPECT_EQ(flow.helper_name(), "");
}

TEST_F(KioskTest, NamesCannotBeTypedWithoutAHelper) {
  flow.choose_helper_name(now);
  EXPECT_EQ(flow.step(), KioskStep::start);
}

TEST_F(KioskTest, WorksForWeeksOnItsOwn) {
  int ins = 0;
  for (int day = 0; day < 42; ++day) {
    branch.planned = {{session_id('1'), "书法班", "活动室", now.local.day, 9 * 60, 120}};
    for (const char* number : {"1001", "1002", "1004"}) {
      one_person_in(number);
      ++ins;
    }
    later(3600);
    for (const char* number : {"1001", "1002", "1004"}) {
      card(number);
      flow.sign_out(now);
      ASSERT_EQ(flow.step(), KioskStep::signed_out);
      later(base::kiosk_result_seconds);
      flow.tick(now);
    }
    now.seconds += 20 * 3600;
    now.local = {core::Day{now.local.day.number + 1}, 9 * 60, 0};
  }
  EXPECT_EQ(branch.stays.size(), static_cast<size_t>(ins));
  EXPECT_EQ(branch.outs.size(), static_cast<size_t>(ins));
}

TEST(StillHereTest, WalkUpPastMidnightCountsForSomeHours) {
  OpenAttendance open{attendance_id(1), base::day_of({2026, 3, 5}), 22 * 60, {}};
  EXPECT_TRUE(still_here(open, {base::day_of({2026, 3, 6}), 5 * 60, 0}));
  EXPECT_FALSE(still_here(open, {base::day_of({2026, 3, 6}), 7 * 60, 0}));
}

TEST(StillHereTest, ClockSetBackAYearDoesNotForgetWhoIsIn) {
  OpenAttendance open{attendance_id(1), base::day_of({2026, 3, 5}), 9 * 60, {}};
  EXPECT_TRUE(still_here(open, {base::day_of({2025, 3, 5}), 10 * 60, 0}));
}

}  // namespace
}  // namespace linli::app
