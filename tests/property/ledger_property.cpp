// The ledger under many small branches' lives: nothing is made or lost, nobody owes
// without a flag, and a statement says the same whatever its page size.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/policy.h"
#include "property/pooled_operation.h"
#include "store/fold.h"
#include "store/query_ledger.h"

namespace linli::store {
namespace {

using property::Dice;
using property::pooled_id;

constexpr uint64_t people = 4;
constexpr uint64_t records = 10;

core::PersonId person(uint64_t index) { return pooled_id<core::PersonId>(index % people); }

core::PolicyAdopted some_policy(Dice& dice, uint64_t index) {
  core::PolicyAdopted policy;
  policy.policy = pooled_id<core::PolicyId>(index);
  policy.effective_day = core::Day{static_cast<int32_t>(19990 + dice.below(12))};
  policy.rounding = static_cast<core::RoundingRule>(dice.below(4));
  policy.points_per_hour = static_cast<int32_t>(dice.below(12));
  if (dice.below(2) == 0) policy.cap_day_minutes = static_cast<int32_t>(dice.below(300));
  if (dice.below(2) == 0) policy.cap_lifetime_minutes = static_cast<int32_t>(dice.below(2000));
  return policy;
}

core::Body some_report(Dice& dice, uint64_t index) {
  core::ServiceReported report;
  report.record = pooled_id<core::RecordId>(index);
  report.volunteer = person(dice.below(people));
  report.service_kind = pooled_id<core::ServiceKindId>(dice.below(2));
  report.service_day = core::Day{static_cast<int32_t>(20000 + dice.below(4))};
  report.from_minute = static_cast<int32_t>(dice.below(1200));
  report.minutes = static_cast<int32_t>(1 + dice.below(240));
  if (dice.below(3) == 0) report.need = pooled_id<core::NeedId>(dice.below(3));
  return report;
}

core::Body some_operation(Dice& dice) {
  const auto record = pooled_id<core::RecordId>(dice.below(records));
  const auto redemption = pooled_id<core::RedemptionId>(dice.below(6));
  const auto need = pooled_id<core::NeedId>(dice.below(3));
  switch (dice.below(15)) {
    case 0:
    case 1:
    case 2:
      return core::RecordApprove{record, static_cast<int32_t>(1 + dice.below(120))};
    case 3:
      return core::RecordReverse{record};
    case 4:
      return core::RecordReject{record, {}, {}};
    case 5:
      return core::RecordAppeal{record, {}};
    case 6:
      return core::CoinsGive{person(dice.below(people)), person(dice.below(people)),
                             static_cast<int64_t>(dice.below(90))};
    case 7:
      return core::CoinsGrant{pooled_id<core::FundId>(0), person(dice.below(people)),
                              static_cast<int64_t>(dice.below(200))};
    case 8:
      return core::CoinsDonate{person(dice.below(people)), pooled_id<core::FundId>(0),
                               static_cast<int64_t>(dice.below(60))};
    case 9:
      return core::RedemptionPlace{redemption,
                                   pooled_id<core::ItemId>(dice.below(2)),
                                   person(dice.below(people)),
                                   static_cast<int32_t>(dice.below(3)),
                                   {std::string(64, '0')}};
    case 10:
      return core::RedemptionHandedOver{redemption};
    case 11:
      return core::RedemptionCancel{redemption};
    case 12:
      return core::NeedClaim{need, person(dice.below(people))};
    case 13:
      return core::NeedRelease{need, person(dice.below(people)), {}};
    default:
      return some_policy(dice, dice.below(10));
  }
}

core::Body offer(uint64_t index, core::Purse purse, int64_t price) {
  core::ItemOffered item;
  item.item = pooled_id<core::ItemId>(index);
  item.purse = purse;
  item.price = price;
  return item;
}

std::vector<core::Body> beginnings(Dice& dice) {
  std::vector<core::Body> bodies;
  core::SpaceFounded founded;
  founded.space = pooled_id<core::SpaceId>(0);
  founded.replica = pooled_id<core::ReplicaId>(0);
  founded.founder = pooled_id<core::PersonId>(9);
  bodies.emplace_back(founded);
  bodies.emplace_back(some_policy(dice, 0));
  for (uint64_t i = 0; i < people; ++i) {
    core::PersonRegistered registered;
    registered.person = person(i);
    registered.roles = {core::PersonRole::volunteer, core::PersonRole::recipient};
    bodies.emplace_back(registered);
  }
  bodies.emplace_back(core::FundOpened{pooled_id<core::FundId>(0), {"基金"}, {"善款"}});
  bodies.emplace_back(core::FundReceived{pooled_id<core::FundId>(0), core::Purse::coin, 500});
  bodies.push_back(offer(0, core::Purse::points, 2));
  bodies.push_back(offer(1, core::Purse::coin, 30));
  bodies.emplace_back(core::StockReceived{pooled_id<core::ItemId>(0), 3});
  for (uint64_t i = 0; i < 3; ++i) {
    core::NeedPublished need;
    need.need = pooled_id<core::NeedId>(i);
    need.recipient = person(i);
    need.service_day = core::Day{static_cast<int32_t>(20000 + i)};
    need.paid_by_recipient = true;
    need.head_count = 2;
    bodies.emplace_back(need);
  }
  for (uint64_t i = 0; i < records; ++i) bodies.push_back(some_report(dice, i));
  return bodies;
}

class Life {
 public:
  Life() : state_(Database::open(":memory:", Durability::none).value()) {
    RC_ASSERT(create_state_schema(state_).ok());
  }

  core::Outcome fold(core::Body body) {
    core::Operation operation;
    operation.id = property::numbered(++operations_);
    operation.day = core::Day{20004};
    operation.actor = pooled_id<core::PersonId>(9);
    operation.body = std::move(body);
    const core::Outcome outcome =
        store::fold(state_, {operation, pooled_id<core::ReplicaId>(0), 1});
    RC_ASSERT(state_.failure_kind() == FailureKind::none);
    return outcome;
  }
  int64_t number(const char* sql) {
    Statement& row = state_.prepare(sql);
    RC_ASSERT(row.step());
    const int64_t value = row.integer(0);
    row.reset();
    return value;
  }
  Database& state() { return state_; }

 private:
  Database state_;
  uint64_t operations_ = 0;
};

void begin(Life& life, Dice& dice) {
  for (core::Body& body : beginnings(dice)) life.fold(std::move(body));
}

void live(Life& life, Dice& dice, size_t operations) {
  for (size_t i = 0; i < operations; ++i) life.fold(some_operation(dice));
}

void expect(const char* description, const std::function<void()>& property) {
  EXPECT_TRUE(rc::check(description, property));
}

uint64_t drawn_seed() { return *rc::gen::inRange<uint64_t>(0, 1'000'000'000); }

TEST(LedgerProperty, NothingIsMadeOrLostAndNobodyOwesWithoutAFlag) {
  expect("sound after every operation", [] {
    Dice dice(drawn_seed());
    Life life;
    begin(life, dice);
    bool owing_allowed = false;
    for (int i = 0; i < 60; ++i) {
      const core::Outcome outcome = life.fold(some_operation(dice));
      owing_allowed = owing_allowed || outcome.kind == core::OutcomeKind::flagged;
      RC_ASSERT(check_ledger(life.state()).none());
      const int64_t owing =
          life.number("SELECT COUNT(*) FROM account WHERE kind <> 'branch' AND posted - held < 0");
      RC_ASSERT(owing == 0 || owing_allowed);
    }
    RC_ASSERT(life.number("SELECT COUNT(*) FROM transfer WHERE amount <= 0") == 0);
    RC_ASSERT(life.number("SELECT COALESCE(SUM(posted), 0) FROM account") == 0);
  });
}

TEST(LedgerProperty, EveryArrivalOrderKeepsItSound) {
  expect("shuffled operations", [] {
    Dice dice(drawn_seed());
    std::vector<core::Body> bodies = beginnings(dice);
    for (int i = 0; i < 40; ++i) bodies.push_back(some_operation(dice));
    for (size_t i = bodies.size() - 1; i > 1; --i) {
      std::swap(bodies[i], bodies[1 + dice.below(i)]);  // the founding stays first
    }
    Life life;
    for (core::Body& body : bodies) life.fold(std::move(body));
    RC_ASSERT(check_ledger(life.state()).none());
  });
}

TEST(LedgerProperty, EarnedIsTheSumOfApprovedRecordsAndPartsOfPointsAreKept) {
  expect("earned and parts", [] {
    Dice dice(drawn_seed());
    Life life;
    begin(life, dice);
    live(life, dice, 60);
    RC_ASSERT(life.number("SELECT COALESCE(SUM(minutes), 0) FROM earned") ==
              life.number("SELECT COALESCE(SUM(credited_minutes), 0) FROM record"
                          " WHERE state = 'approved'"));
    RC_ASSERT(life.number("SELECT COALESCE(SUM(points), 0) * 60000 FROM record"
                          " WHERE state = 'approved'") +
                  life.number("SELECT COALESCE(SUM(carried_parts), 0) FROM account") ==
              life.number("SELECT COALESCE(SUM(point_parts), 0) FROM record"
                          " WHERE state = 'approved'"));
  });
}

TEST(LedgerProperty, AStatementSaysTheSameInAnyPageSize) {
  expect("statement pages", [] {
    Dice dice(drawn_seed());
    Life life;
    begin(life, dice);
    live(life, dice, 60);
    const std::string owner = person(dice.below(people)).str();
    const auto whole = statement_of(life.state(), owner, core::Purse::coin, std::nullopt, 1000);
    const int page = static_cast<int>(1 + dice.below(5));
    std::vector<StatementLine> paged;
    std::optional<int64_t> before;
    while (true) {
      const auto lines = statement_of(life.state(), owner, core::Purse::coin, before, page);
      if (lines.empty()) break;
      paged.insert(paged.end(), lines.begin(), lines.end());
      before = lines.back().number;
    }
    RC_ASSERT(paged.size() == whole.size());
    int64_t balance = 0;
    for (size_t i = whole.size(); i-- > 0;) {
      balance += whole[i].change;
      RC_ASSERT(whole[i].balance_after == balance);
      RC_ASSERT(paged[i].number == whole[i].number);
      RC_ASSERT(paged[i].balance_after == balance);
    }
    RC_ASSERT(person_balances(life.state(), core::PersonId(owner)).coin.posted == balance);
  });
}

}  // namespace
}  // namespace linli::store
