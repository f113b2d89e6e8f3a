#include "store/fold_need.h"

#include <gtest/gtest.h>

#include "store/query_ledger.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;
using core::Refusal;

core::PersonId person(const char* letters) { return id<core::PersonId>(letters); }

class Board : public Branch {
 public:
  Board() {
    add("R", core::PersonRole::recipient, 1940);
    for (const char* letters : {"A", "B", "C"}) add(letters, core::PersonRole::volunteer, 1960);
    core::ServiceKindDefined kind;
    kind.service_kind = id<core::ServiceKindId>("K");
    fold(kind);
  }
  void add(const char* letters, core::PersonRole role, int32_t birth_year) {
    core::PersonRegistered registered;
    registered.person = person(letters);
    registered.roles = {role};
    registered.birth_year = birth_year;
    fold(registered);
  }
  core::NeedPublished need(const char* letters, int32_t day, int32_t from, int32_t minutes) {
    core::NeedPublished published;
    published.need = id<core::NeedId>(letters);
    published.recipient = person("R");
    published.service_kind = id<core::ServiceKindId>("K");
    published.service_day = core::Day{day};
    published.from_minute = from;
    published.minutes = minutes;
    return published;
  }
  Outcome claim(const char* need_letters, const char* volunteer) {
    core::NeedClaim claimed;
    claimed.need = id<core::NeedId>(need_letters);
    claimed.volunteer = person(volunteer);
    return fold(claimed);
  }
  Outcome release(const char* need_letters, const char* volunteer) {
    core::NeedRelease released;
    released.need = id<core::NeedId>(need_letters);
    released.volunteer = person(volunteer);
    return fold(released);
  }
};

TEST(FoldNeed, TheLastPlaceIsGivenOnceAndComesBackOnRelease) {
  Board board;
  auto need = board.need("N", 20001, 540, 60);
  need.head_count = 2;
  ASSERT_TRUE(board.fold(need).is_applied());
  EXPECT_TRUE(board.claim("N", "A").is_applied());
  EXPECT_EQ(board.claim("N", "A").refusal, Refusal::already_claimed);
  EXPECT_TRUE(board.claim("N", "B").is_applied());
  const Outcome full = board.claim("N", "C");
  EXPECT_EQ(full.refusal, Refusal::need_full);
  EXPECT_EQ(full.figure, 2);
  EXPECT_EQ(board.release("N", "C").refusal, Refusal::not_assigned);
  EXPECT_TRUE(board.release("N", "A").is_applied());
  EXPECT_TRUE(board.claim("N", "C").is_applied());
  EXPECT_EQ(board.claim("N", "A").refusal, Refusal::need_full);
}

TEST(FoldNeed, NobodyIsInTwoPlacesAtOnceAlsoPastMidnight) {
  struct Case {
    const char* what;
    int32_t day, from, minutes;
    bool clash;
  };
  const Case cases[] = {
      {"same time", 20001, 1380, 120, true},         {"begins at its end", 20002, 60, 60, false},
      {"ends at its begin", 20001, 1320, 60, false}, {"after midnight", 20002, 30, 15, true},
      {"around it", 20001, 1300, 400, true},         {"next day", 20002, 1380, 120, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    Board board;
    ASSERT_TRUE(board.fold(board.need("NIGHT", 20001, 1380, 120)).is_applied());
    ASSERT_TRUE(board.claim("NIGHT", "A").is_applied());
    core::NeedPublished other = board.need("X", c.day, c.from, c.minutes);
    other.head_count = 2;
    ASSERT_TRUE(board.fold(other).is_applied());
    EXPECT_EQ(board.claim("X", "A").refusal, c.clash ? Refusal::clash_in_time : Refusal::none);
    EXPECT_TRUE(board.claim("X", "B").is_applied());
  }
}

TEST(FoldNeed, WhoMayNotServeIsToldWhy) {
  Board board;
  board.add("YOUNG", core::PersonRole::volunteer, 2020);
  board.add("OLD", core::PersonRole::volunteer, 1930);
  core::PolicyAdopted policy;
  policy.policy = id<core::PolicyId>("PO");
  policy.effective_day = core::Day{19000};
  policy.volunteer_age_min = 18;
  policy.volunteer_age_max = 75;
  ASSERT_TRUE(board.fold(policy).is_applied());
  core::ServiceKindDefined kind;
  kind.service_kind = id<core::ServiceKindId>("K");
  kind.course = id<core::CourseId>("CO");
  ASSERT_TRUE(board.fold(kind).is_applied());
  ASSERT_TRUE(board.fold(board.need("N", 20001, 540, 60)).is_applied());
  EXPECT_EQ(board.claim("N", "YOUNG").refusal, Refusal::too_young);
  EXPECT_EQ(board.claim("N", "OLD").refusal, Refusal::too_old);
  EXPECT_EQ(board.claim("N", "R").refusal, Refusal::not_a_volunteer);
  EXPECT_EQ(board.claim("N", "NOBODY").refusal, Refusal::unknown_person);
  EXPECT_EQ(board.claim("OTHER", "A").refusal, Refusal::unknown_need);
  EXPECT_EQ(board.claim("N", "A").refusal, Refusal::training_missing);
  core::TrainingCompleted training;
  training.person = person("A");
  training.course = id<core::CourseId>("CO");
  ASSERT_TRUE(board.fold(training).is_applied());
  EXPECT_TRUE(board.claim("N", "A").is_applied());
}

TEST(FoldNeed, APaidNeedHoldsTheRecipientsCoinsUntilItIsReleased) {
  Board board;
  auto need = board.need("N", 20001, 540, 60);
  need.paid_by_recipient = true;
  ASSERT_TRUE(board.fold(need).is_applied());
  const Outcome poor = board.claim("N", "A");
  EXPECT_EQ(poor.refusal, Refusal::not_enough_coins);
  EXPECT_EQ(poor.figure, 60);
  core::FundReceived received;
  received.fund = id<core::FundId>("F");
  core::FundOpened opened;
  opened.fund = received.fund;
  ASSERT_TRUE(board.fold(opened).is_applied());
  received.amount = 90;
  ASSERT_TRUE(board.fold(received).is_applied());
  core::CoinsGrant grant;
  grant.fund = received.fund;
  grant.person = person("R");
  grant.minutes = 90;
  ASSERT_TRUE(board.fold(grant).is_applied());
  EXPECT_TRUE(board.claim("N", "A").is_applied());
  EXPECT_EQ(open_holds_of(board.state(), person("R").view()).size(), 1u);
  EXPECT_TRUE(board.release("N", "A").is_applied());
  EXPECT_TRUE(open_holds_of(board.state(), person("R").view()).empty());
  EXPECT_TRUE(board.claim("N", "B").is_applied());
  core::NeedCancel cancel;
  cancel.need = need.need;
  EXPECT_TRUE(board.fold(cancel).is_applied());
  EXPECT_TRUE(open_holds_of(board.state(), person("R").view()).empty());
  EXPECT_TRUE(check_ledger(board.state()).none());
}

TEST(FoldNeed, ACancelledOrReferredNeedIsClosed) {
  Board board;
  ASSERT_TRUE(board.fold(board.need("N", 20001, 540, 60)).is_applied());
  ASSERT_TRUE(board.claim("N", "A").is_applied());
  core::NeedReferred referred;
  referred.need = id<core::NeedId>("N");
  EXPECT_TRUE(board.fold(referred).is_applied());
  EXPECT_EQ(board.claim("N", "B").refusal, Refusal::need_closed);
  core::NeedCancel cancel;
  cancel.need = referred.need;
  EXPECT_EQ(board.fold(cancel).refusal, Refusal::need_closed);
  referred.need = id<core::NeedId>("OTHER");
  EXPECT_EQ(board.fold(referred).flag, Flag::unknown_need);
  // Nobody holds it any more, so the time is free again.
  ASSERT_TRUE(board.fold(board.need("M", 20001, 540, 60)).is_applied());
  EXPECT_TRUE(board.claim("M", "A").is_applied());
}

TEST(FoldNeed, ANeedOfSomebodyUnknownIsKeptAndFlagged) {
  Board board;
  auto need = board.need("N", 20001, 540, 60);
  need.recipient = person("LATER");
  EXPECT_EQ(board.fold(need).flag, Flag::unknown_person);
  EXPECT_EQ(board.count("SELECT count(*) FROM need"), 1);
  EXPECT_EQ(board.fold(need).flag, Flag::already_exists);
  auto impossible = board.need("M", 20001, 2000, 60);
  EXPECT_EQ(board.fold(impossible).flag, Flag::unfoldable);
  EXPECT_EQ(board.count("SELECT count(*) FROM need"), 1);
}

}  // namespace
}  // namespace linli::store
