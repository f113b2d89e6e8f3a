#include "store/postings.h"

#include <algorithm>
#include <vector>

#include "store/person_facts.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

using core::Outcome;
using core::Refusal;

core::Purse purse_of(std::string_view word) {
  const auto purse = core::parse_enum<core::Purse>(word);
  CHECK(purse.has_value());
  return *purse;
}

core::TransferReason reason_of(std::string_view word) {
  const auto reason = core::parse_enum<core::TransferReason>(word);
  CHECK(reason.has_value());
  return *reason;
}

}  // namespace

core::AccountState Postings::state_of(const AccountKey& account, core::Purse purse) {
  core::AccountState result;
  Statement& row = state_.prepare("SELECT posted, held FROM account WHERE owner = ? AND purse = ?");
  row.bind(account.owner, core::name(purse));
  if (row.step()) {
    result.posted = row.integer(0);
    result.held = row.integer(1);
    row.reset();
  }
  if (account.kind == core::AccountKind::person && purse == core::Purse::coin) {
    const core::Policy* policy = policy_of(state_, input_.operation.day);
    if (policy != nullptr) result.floor = policy->floor_minutes;
  }
  return result;
}

AccountKey Postings::key_of(std::string_view owner, core::Purse purse) {
  Statement& row = state_.prepare("SELECT kind FROM account WHERE owner = ? AND purse = ?");
  row.bind(owner, core::name(purse));
  CHECK(row.step());
  const auto kind = core::parse_enum<core::AccountKind>(row.text(0));
  row.reset();
  CHECK(kind.has_value());
  return {*kind, std::string(owner)};
}

AccountKey Postings::kept_key_of(std::string_view owner, core::Purse purse) {
  AccountKey key = key_of(owner, purse);
  if (key.kind == core::AccountKind::person) {
    key.owner = find_person(state_, core::PersonId(owner)).person.str();
  }
  return key;
}

Outcome Postings::may_pay(const AccountKey& account, core::Purse purse, int64_t amount) {
  return core::may_pay(state_of(account, purse), account.kind, purse, amount);
}

int64_t Postings::available(const AccountKey& account, core::Purse purse) {
  return std::max<int64_t>(state_of(account, purse).available(), 0);
}

void Postings::change(const AccountKey& account, core::Purse purse, int64_t posted, int64_t held) {
  state_
      .prepare(
          "UPDATE account SET posted = posted + ?, held = held + ? WHERE owner = ? AND purse = ?")
      .bind(posted, held, account.owner, core::name(purse))
      .execute();
  if (state_.changes() == 1) return;
  state_.prepare("INSERT INTO account(owner, purse, kind, posted, held) VALUES(?, ?, ?, ?, ?)")
      .bind(account.owner, core::name(purse), core::name(account.kind), posted, held)
      .execute();
}

void Postings::post(const Movement& movement) {
  CHECK(core::valid_amount(movement.amount) && movement.debit.owner != movement.credit.owner);
  state_
      .prepare(
          "INSERT INTO transfer(transfer, purse, debit, credit, amount, reason, subject,"
          " operation, day, policy, reverses) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(core::transfer_id(input_.operation.id, made_++), core::name(movement.purse),
            movement.debit.owner, movement.credit.owner, movement.amount,
            core::name(movement.reason), movement.subject, input_.operation.id,
            input_.operation.day.number, movement.policy, movement.reverses)
      .execute();
  change(movement.debit, movement.purse, -movement.amount, 0);
  change(movement.credit, movement.purse, movement.amount, 0);
}

void Postings::hold(std::string_view subject, std::string_view part, const Hold& hold) {
  CHECK(core::valid_amount(hold.amount) && hold.debit.owner != hold.credit.owner);
  state_
      .prepare(
          "INSERT INTO hold(subject, part, purse, debit, credit, amount, posted, state, reason,"
          " operation, day) VALUES(?, ?, ?, ?, ?, ?, 0, 'open', ?, ?, ?)"
          " ON CONFLICT(subject, part) DO UPDATE SET purse = excluded.purse,"
          " debit = excluded.debit, credit = excluded.credit, amount = excluded.amount,"
          " posted = 0, state = 'open', reason = excluded.reason,"
          " operation = excluded.operation, day = excluded.day WHERE state <> 'open'")
      .bind(subject, part, core::name(hold.purse), hold.debit.owner, hold.credit.owner, hold.amount,
            core::name(hold.reason), input_.operation.id, input_.operation.day.number)
      .execute();
  if (state_.changes() == 0) return;
  change(hold.debit, hold.purse, 0, hold.amount);
  change(hold.credit, hold.purse, 0, 0);
}

std::optional<int64_t> Postings::post_hold(std::string_view subject, std::string_view part,
                                           int64_t amount, std::string_view transfer_subject,
                                           const std::optional<core::PolicyId>& policy) {
  Statement& row = state_.prepare(
      "SELECT purse, debit, credit, amount, reason FROM hold"
      " WHERE subject = ? AND part = ? AND state = 'open'");
  row.bind(subject, part);
  if (!row.step()) return std::nullopt;
  const core::Purse purse = purse_of(row.text(0));
  const std::string debit(row.text(1));
  const std::string credit(row.text(2));
  const int64_t held = row.integer(3);
  const core::TransferReason reason = reason_of(row.text(4));
  row.reset();

  const int64_t posted = std::clamp<int64_t>(amount, 0, held);
  state_.prepare("UPDATE hold SET state = ?, posted = ? WHERE subject = ? AND part = ?")
      .bind(posted > 0 ? "posted" : "voided", posted, subject, part)
      .execute();
  const AccountKey payer = key_of(debit, purse);
  change(payer, purse, 0, -held);
  if (posted > 0) {
    post({purse, payer, key_of(credit, purse), posted, reason, std::string(transfer_subject),
          policy, std::nullopt});
  }
  return posted;
}

bool Postings::void_hold(std::string_view subject, std::string_view part) {
  return post_hold(subject, part, 0, subject, std::nullopt).has_value();
}

void Postings::void_holds(std::string_view subject) {
  Statement& row =
      state_.prepare("SELECT part FROM hold WHERE subject = ? AND state = 'open' ORDER BY part");
  row.bind(subject);
  std::vector<std::string> parts;
  while (row.step()) parts.emplace_back(row.text(0));
  for (const std::string& part : parts) void_hold(subject, part);
}

void Postings::reopen_hold(std::string_view subject, std::string_view part) {
  Statement& row = state_.prepare(
      "SELECT purse, debit, credit, amount, reason FROM hold"
      " WHERE subject = ? AND part = ? AND state <> 'open'");
  row.bind(subject, part);
  if (!row.step()) return;
  const core::Purse purse = purse_of(row.text(0));
  const std::string debit(row.text(1));
  const std::string credit(row.text(2));
  const int64_t amount = row.integer(3);
  const core::TransferReason reason = reason_of(row.text(4));
  row.reset();
  const AccountKey payer = kept_key_of(debit, purse);
  const int64_t held = std::min(amount, available(payer, purse));
  if (held > 0) hold(subject, part, {purse, payer, key_of(credit, purse), held, reason});
}

Outcome Postings::reverse(const core::TransferId& transfer) {
  Statement& row = state_.prepare(
      "SELECT purse, debit, credit, amount, subject, policy, reverses,"
      " EXISTS(SELECT 1 FROM transfer r WHERE r.reverses = t.transfer)"
      " FROM transfer t WHERE transfer = ?");
  row.bind(transfer);
  if (!row.step()) return Outcome::refused(Refusal::unknown_transfer);
  const core::Purse purse = purse_of(row.text(0));
  const std::string debit(row.text(1));
  const std::string credit(row.text(2));
  const int64_t amount = row.integer(3);
  const std::string subject(row.text(4));
  std::optional<core::PolicyId> policy;
  if (!row.is_null(5)) policy = row.id<core::PolicyId>(5);
  const bool reversed = !row.is_null(6) || row.integer(7) != 0;
  row.reset();
  if (reversed) return Outcome::refused(Refusal::already_reversed);

  const AccountKey payer = kept_key_of(credit, purse);
  const AccountKey payee = kept_key_of(debit, purse);
  if (payer.owner == payee.owner) return Outcome::refused(Refusal::same_account);
  const Outcome outcome = may_pay(payer, purse, amount);
  if (!outcome.is_applied()) return outcome;
  post({purse, payer, payee, amount, core::TransferReason::correction, subject, policy, transfer});
  return Outcome::applied();
}

Outcome Postings::reverse_subject(std::string_view subject) {
  Statement& row = state_.prepare(
      "SELECT transfer, purse, credit, amount FROM transfer t WHERE subject = ? AND subject <> ''"
      " AND reverses IS NULL AND NOT EXISTS(SELECT 1 FROM transfer r WHERE r.reverses = t.transfer)"
      " ORDER BY number");
  row.bind(subject);
  struct Found {
    core::TransferId transfer;
    core::Purse purse;
    std::string payer;
    int64_t amount;
  };
  std::vector<Found> found;
  while (row.step()) {
    found.push_back({row.id<core::TransferId>(0), purse_of(row.text(1)), std::string(row.text(2)),
                     row.integer(3)});
  }
  for (const Found& transfer : found) {
    const Outcome outcome =
        may_pay(kept_key_of(transfer.payer, transfer.purse), transfer.purse, transfer.amount);
    if (!outcome.is_applied()) return outcome;
  }
  for (const Found& transfer : found) CHECK(reverse(transfer.transfer).is_applied());
  return Outcome::applied();
}

}  // namespace linli::store
