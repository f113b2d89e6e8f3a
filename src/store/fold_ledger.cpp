#include "store/fold_ledger.h"

#include <vector>

#include "store/person_facts.h"
#include "store/postings.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;
using core::Purse;
using core::Refusal;
using core::TransferReason;

bool fund_exists(Database& state, const core::FundId& fund) {
  Statement& row = state.prepare("SELECT 1 FROM fund WHERE fund = ?");
  row.bind(fund);
  const bool found = row.step();
  row.reset();
  return found;
}

Outcome person_may_hold(const PersonFacts& person) {
  if (!person.known) return Outcome::refused(Refusal::unknown_person);
  if (person.erased) return Outcome::refused(Refusal::person_erased);
  return Outcome::applied();
}

std::optional<core::PolicyId> policy_id_on(Database& state, core::Day day) {
  const core::Policy* policy = policy_of(state, day);
  return policy != nullptr ? std::optional<core::PolicyId>(policy->policy) : std::nullopt;
}

// Pays coins when the amount makes sense and the debited account has them.
Outcome pay_coins(Database& state, const FoldInput& input, const AccountKey& debit,
                  const AccountKey& credit, int64_t minutes, TransferReason reason) {
  if (debit.owner == credit.owner) return Outcome::refused(Refusal::same_account);
  if (!core::valid_amount(minutes)) return Outcome::refused(Refusal::amount_not_positive);
  Postings postings(state, input);
  const Outcome outcome = postings.may_pay(debit, Purse::coin, minutes);
  if (!outcome.is_applied()) return outcome;
  postings.post({Purse::coin,
                 debit,
                 credit,
                 minutes,
                 reason,
                 {},
                 policy_id_on(state, input.operation.day),
                 std::nullopt});
  return Outcome::applied();
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput&, const core::FundOpened& body) {
  state.prepare("INSERT OR IGNORE INTO fund(fund, name, source) VALUES(?, ?, ?)")
      .bind(body.fund, body.name.text, body.source.text)
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::already_exists);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::FundReceived& body) {
  if (!core::valid_amount(body.amount)) return Outcome::flagged(Flag::unfoldable);
  if (!fund_exists(state, body.fund)) return Outcome::flagged(Flag::unknown_reference);
  Postings(state, input)
      .post({body.purse,
             AccountKey::branch(),
             AccountKey::of(body.fund),
             body.amount,
             TransferReason::funding,
             {},
             std::nullopt,
             std::nullopt});
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsGrant& body) {
  if (!fund_exists(state, body.fund)) return Outcome::refused(Refusal::unknown_fund);
  const PersonFacts person = find_person(state, body.person);
  const Outcome outcome = person_may_hold(person);
  if (!outcome.is_applied()) return outcome;
  return pay_coins(state, input, AccountKey::of(body.fund), AccountKey::of(person.person),
                   body.minutes, TransferReason::grant);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsGive& body) {
  const PersonFacts from = find_person(state, body.from);
  const PersonFacts to = find_person(state, body.to);
  for (const PersonFacts& person : {from, to}) {
    const Outcome outcome = person_may_hold(person);
    if (!outcome.is_applied()) return outcome;
  }
  return pay_coins(state, input, AccountKey::of(from.person), AccountKey::of(to.person),
                   body.minutes, TransferReason::gift);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsDonate& body) {
  const PersonFacts from = find_person(state, body.from);
  const Outcome outcome = person_may_hold(from);
  if (!outcome.is_applied()) return outcome;
  if (!fund_exists(state, body.fund)) return Outcome::refused(Refusal::unknown_fund);
  return pay_coins(state, input, AccountKey::of(from.person), AccountKey::of(body.fund),
                   body.minutes, TransferReason::donation);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::TransferReverse& body) {
  Statement& row = state.prepare("SELECT reason FROM transfer WHERE transfer = ?");
  row.bind(body.transfer);
  if (!row.step()) return Outcome::refused(Refusal::unknown_transfer);
  const bool of_record = row.text(0) == core::name(TransferReason::service) ||
                         row.text(0) == core::name(TransferReason::service_received);
  row.reset();
  // The review that made it has to be taken back as a whole.
  if (of_record) return Outcome::refused(Refusal::belongs_to_record);
  return Postings(state, input).reverse(body.transfer);
}

void join_accounts(Database& state, const FoldInput& input, const core::PersonId& kept,
                   const core::PersonId& merged) {
  Statement& row = state.prepare(
      "SELECT purse, posted - held FROM account WHERE owner = ? AND posted <> held ORDER BY purse");
  row.bind(merged);
  struct Balance {
    Purse purse;
    int64_t amount;
  };
  std::vector<Balance> balances;
  while (row.step()) {
    const auto purse = core::parse_enum<Purse>(row.text(0));
    CHECK(purse.has_value());
    balances.push_back({*purse, row.integer(1)});
  }
  Postings postings(state, input);
  for (const Balance& balance : balances) {
    const bool gains = balance.amount > 0;
    postings.post({balance.purse, AccountKey::of(gains ? merged : kept),
                   AccountKey::of(gains ? kept : merged), gains ? balance.amount : -balance.amount,
                   TransferReason::correction, merged.str(), std::nullopt, std::nullopt});
  }
  state
      .prepare(
          "INSERT INTO earned(person, year, minutes)"
          " SELECT ?, year, minutes FROM earned WHERE person = ? ORDER BY year"
          " ON CONFLICT(person, year) DO UPDATE SET minutes = minutes + excluded.minutes")
      .bind(kept, merged)
      .execute();
}

bool part_accounts(Database& state, const FoldInput& input, const core::PersonId& kept,
                   const core::PersonId& merged) {
  state
      .prepare(
          "UPDATE earned AS k SET minutes = minutes - (SELECT m.minutes FROM earned m"
          " WHERE m.person = ?1 AND m.year = k.year)"
          " WHERE person = ?2 AND year IN (SELECT year FROM earned WHERE person = ?1)")
      .bind(merged, kept)
      .execute();
  return Postings(state, input).reverse_subject(merged.view()).is_applied();
}

}  // namespace linli::store
