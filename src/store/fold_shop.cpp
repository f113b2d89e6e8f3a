#include "store/fold_shop.h"

#include <string>

#include "base/limits.h"
#include "core/policy.h"
#include "store/person_facts.h"
#include "store/postings.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;
using core::Purse;
using core::Refusal;

struct FoundItem {
  bool known = false;
  bool has_stock = false;  // services have none
  bool on_shelf = false;
  Purse purse = Purse::points;
  int64_t price = 0;
  int64_t left = 0;  // in stock and not reserved
};

FoundItem find_item(Database& state, const core::ItemId& item) {
  FoundItem found;
  Statement& row = state.prepare(
      "SELECT item_kind, purse, price, shelf, stock - reserved FROM item WHERE item = ?");
  row.bind(item);
  if (!row.step()) return found;
  found.known = true;
  found.has_stock = row.text(0) == core::name(core::ItemKind::gift);
  found.purse = core::parse_enum<Purse>(row.text(1)).value_or(Purse::points);
  found.price = row.integer(2);
  found.on_shelf = row.text(3) == core::name(core::ShelfState::on_shelf);
  found.left = row.integer(4);
  row.reset();
  return found;
}

struct FoundRedemption {
  bool known = false;
  std::string state;
  core::ItemId item;
  core::PersonId person;
  int32_t quantity = 0;
  Purse purse = Purse::points;
  int64_t amount = 0;
};

FoundRedemption find_redemption(Database& state, const core::RedemptionId& redemption) {
  FoundRedemption found;
  Statement& row = state.prepare(
      "SELECT state, item, person, quantity, purse, amount FROM redemption WHERE redemption = ?");
  row.bind(redemption);
  if (!row.step()) return found;
  found.known = true;
  found.state = row.text(0);
  found.item = row.id<core::ItemId>(1);
  found.person = row.id<core::PersonId>(2);
  found.quantity = static_cast<int32_t>(row.integer(3));
  found.purse = core::parse_enum<Purse>(row.text(4)).value_or(Purse::points);
  found.amount = row.integer(5);
  row.reset();
  return found;
}

// Moves pieces of a gift; returns what is in stock afterwards.
int64_t move_stock(Database& state, const core::ItemId& item, int64_t stock, int64_t reserved) {
  state
      .prepare(
          "UPDATE item SET stock = stock + ?, reserved = reserved + ?"
          " WHERE item = ? AND item_kind = 'gift'")
      .bind(stock, reserved, item)
      .execute();
  Statement& row = state.prepare("SELECT stock FROM item WHERE item = ?");
  row.bind(item);
  if (!row.step()) return 0;
  const int64_t left = row.integer(0);
  row.reset();
  return left;
}

int64_t earned_minutes_of(Database& state, const core::PersonId& person) {
  Statement& row = state.prepare("SELECT COALESCE(SUM(minutes), 0) FROM earned WHERE person = ?");
  row.bind(person);
  CHECK(row.step());
  const int64_t minutes = row.integer(0);
  row.reset();
  return minutes;
}

Outcome may_place(Database& state, const FoldInput& input, const core::RedemptionPlace& body,
                  const FoundItem& item, const PersonFacts& person) {
  if (!item.known) return Outcome::refused(Refusal::unknown_item);
  if (!person.known) return Outcome::refused(Refusal::unknown_person);
  if (person.erased) return Outcome::refused(Refusal::person_erased);
  if (!item.on_shelf) return Outcome::refused(Refusal::off_shelf);
  if (core::price_of(item.price, body.quantity) == 0) {
    return Outcome::refused(Refusal::amount_not_positive);
  }
  if (item.has_stock && item.left < body.quantity) {
    return Outcome::refused(Refusal::out_of_stock, item.left);
  }
  const core::Day day = input.operation.day;
  const core::Policy* policy = policy_of(state, day);
  if (policy == nullptr) return Outcome::refused(Refusal::policy_missing);
  const Outcome gate =
      core::may_redeem(*policy, person.birth_year, earned_minutes_of(state, person.person), day);
  if (!gate.is_applied()) return gate;
  return Postings(state, input)
      .may_pay(AccountKey::of(person.person), item.purse,
               core::price_of(item.price, body.quantity));
}

// Goods left the shop although nothing was held for them: charged all the same.
Outcome charge_unheld(Database& state, const FoldInput& input, const FoundRedemption& found,
                      const core::RedemptionId& redemption, Flag flag) {
  if (found.amount > 0) {
    Postings postings(state, input);
    const AccountKey payer = AccountKey::of(find_person(state, found.person).person);
    if (!postings.may_pay(payer, found.purse, found.amount).is_applied()) flag = Flag::below_floor;
    postings.post({found.purse, payer, AccountKey::branch(), found.amount,
                   core::TransferReason::redemption, redemption.str(), std::nullopt, std::nullopt});
  }
  if (move_stock(state, found.item, -found.quantity, 0) < 0) flag = Flag::handed_over_without_stock;
  return Outcome::flagged(flag);
}

void close_redemption(Database& state, const FoldInput& input, const core::RedemptionId& redemption,
                      const char* to_state) {
  state
      .prepare(
          "UPDATE redemption SET state = ?, closed_day = ?, closed_by = ?"
          " WHERE redemption = ?")
      .bind(to_state, input.operation.day.number, input.operation.actor, redemption)
      .execute();
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput&, const core::ItemOffered& body) {
  if (!core::valid_amount(body.price) || body.purse == Purse::fen) {
    return Outcome::flagged(Flag::unfoldable);
  }
  state
      .prepare(
          "INSERT INTO item(item, item_kind, name, description, purse, price, cost_fen, shelf,"
          " stock, reserved) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"
          " ON CONFLICT(item) DO UPDATE SET item_kind = excluded.item_kind,"
          " name = excluded.name, description = excluded.description, purse = excluded.purse,"
          " price = excluded.price, cost_fen = excluded.cost_fen, shelf = excluded.shelf")
      .bind(body.item, core::name(body.item_kind), body.name.text,
            body.description ? std::optional<std::string>(body.description->text) : std::nullopt,
            core::name(body.purse), body.price, body.cost_fen, core::name(body.shelf))
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::StockReceived& body) {
  if (body.quantity > base::head_count_max || body.quantity < -base::head_count_max) {
    return Outcome::flagged(Flag::unfoldable);
  }
  if (!find_item(state, body.item).known) return Outcome::flagged(Flag::unknown_item);
  return move_stock(state, body.item, body.quantity, 0) < 0 ? Outcome::flagged(Flag::negative_stock)
                                                            : Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RedemptionPlace& body) {
  if (find_redemption(state, body.redemption).known) {
    return Outcome::refused(Refusal::already_exists);
  }
  const FoundItem item = find_item(state, body.item);
  const PersonFacts person = find_person(state, body.person);
  const Outcome outcome = may_place(state, input, body, item, person);
  const int64_t amount = core::price_of(item.price, body.quantity);
  const bool placed = outcome.is_applied();
  state
      .prepare(
          "INSERT INTO redemption(redemption, item, person, quantity, purse, amount, code_hash,"
          " state, refusal, placed_day, placed_by) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(body.redemption, body.item, person.person, body.quantity, core::name(item.purse),
            amount, body.code_hash.hex, placed ? "placed" : "refused",
            placed ? std::optional<std::string>()
                   : std::optional<std::string>(core::name(outcome.refusal)),
            input.operation.day.number, input.operation.actor)
      .execute();
  if (!placed) return outcome;
  move_stock(state, body.item, 0, body.quantity);
  Postings(state, input)
      .hold(body.redemption.view(), "",
            {item.purse, AccountKey::of(person.person), AccountKey::branch(), amount,
             core::TransferReason::redemption});
  return outcome;
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RedemptionHandedOver& body) {
  const FoundRedemption found = find_redemption(state, body.redemption);
  if (!found.known) return Outcome::flagged(Flag::unknown_redemption);
  if (found.state == "handed_over") return Outcome::flagged(Flag::handed_over_twice);
  close_redemption(state, input, body.redemption, "handed_over");
  if (found.state == "cancelled") {
    return charge_unheld(state, input, found, body.redemption, Flag::handed_over_after_cancel);
  }
  if (found.state == "refused") {
    return charge_unheld(state, input, found, body.redemption, Flag::not_allowed);
  }
  const core::Policy* policy = policy_of(state, input.operation.day);
  Postings(state, input)
      .post_hold(body.redemption.view(), "", found.amount, body.redemption.view(),
                 policy != nullptr ? std::optional<core::PolicyId>(policy->policy) : std::nullopt);
  return move_stock(state, found.item, -found.quantity, -found.quantity) < 0
             ? Outcome::flagged(Flag::handed_over_without_stock)
             : Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RedemptionCancel& body) {
  const FoundRedemption found = find_redemption(state, body.redemption);
  if (!found.known) return Outcome::refused(Refusal::unknown_redemption);
  if (found.state == "handed_over") return Outcome::refused(Refusal::already_handed_over);
  if (found.state != "placed") return Outcome::refused(Refusal::already_cancelled);
  close_redemption(state, input, body.redemption, "cancelled");
  Postings(state, input).void_hold(body.redemption.view(), "");
  move_stock(state, found.item, 0, -found.quantity);
  return Outcome::applied();
}

}  // namespace linli::store
