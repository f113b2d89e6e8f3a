#include "store/fold_need.h"

#include <algorithm>

#include "base/limits.h"
#include "core/policy.h"
#include "store/person_facts.h"
#include "store/postings.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;
using core::Refusal;

struct NeedRow {
  core::PersonId recipient;
  core::ServiceKindId service_kind;
  core::Day service_day;
  int64_t starts_at = 0;
  int64_t minutes = 0;
  int64_t head_count = 0;
  int64_t taken = 0;
  bool paid_by_recipient = false;
  bool open = false;
};

std::optional<NeedRow> find_need(Database& state, const core::NeedId& need) {
  Statement& row =
      state
          .prepare(
              "SELECT recipient, service_kind, service_day, starts_at, minutes, head_count,"
              " taken, paid_by_recipient, state FROM need WHERE need = ?")
          .bind(need);
  if (!row.step()) return std::nullopt;
  NeedRow found;
  found.recipient = row.id<core::PersonId>(0);
  found.service_kind = row.id<core::ServiceKindId>(1);
  found.service_day = core::Day{static_cast<int32_t>(row.integer(2))};
  found.starts_at = row.integer(3);
  found.minutes = row.integer(4);
  found.head_count = row.integer(5);
  found.taken = row.integer(6);
  found.paid_by_recipient = row.integer(7) != 0;
  found.open = row.text(8) == "open";
  row.reset();
  return found;
}

bool exists(Statement& statement) {
  const bool found = statement.step();
  statement.reset();
  return found;
}

Outcome check_training(Database& state, const NeedRow& need, const core::PersonId& volunteer) {
  Statement& course =
      state.prepare("SELECT course FROM service_kind WHERE service_kind = ? AND course IS NOT NULL")
          .bind(need.service_kind);
  if (course.step()) {
    const auto needed = course.id<core::CourseId>(0);
    course.reset();
    Statement& done = state.prepare("SELECT 1 FROM training WHERE person = ? AND course = ?");
    if (!exists(done.bind(volunteer, needed))) return Outcome::refused(Refusal::training_missing);
  }
  return Outcome::applied();
}

Outcome check_volunteer(Database& state, const NeedRow& need, const PersonFacts& volunteer) {
  if (!volunteer.known) return Outcome::refused(Refusal::unknown_person);
  if (volunteer.erased) return Outcome::refused(Refusal::person_erased);
  if (!volunteer.volunteer) return Outcome::refused(Refusal::not_a_volunteer);
  const core::Policy* policy = policy_of(state, need.service_day);
  if (policy != nullptr) {
    const Outcome age = core::may_serve(*policy, volunteer.birth_year, need.service_day);
    if (!age.is_applied()) return age;
    if (policy->training_required) {
      Statement& any = state.prepare("SELECT 1 FROM training WHERE person = ? LIMIT 1");
      if (!exists(any.bind(volunteer.person))) return Outcome::refused(Refusal::training_missing);
    }
  }
  return check_training(state, need, volunteer.person);
}

// Somebody can't be at two needs at the same time.
bool clashes(Database& state, const NeedRow& need, const core::PersonId& volunteer) {
  Statement& other = state
                         .prepare(
                             "SELECT 1 FROM assignment WHERE volunteer = ? AND state = 'held'"
                             " AND starts_at < ? AND starts_at > ? AND ends_at > ? LIMIT 1")
                         .bind(volunteer, need.starts_at + need.minutes,
                               need.starts_at - base::service_minutes_max - 1, need.starts_at);
  return exists(other);
}

// C07: the recipient's coins are held for each volunteer until the review settles them.
Outcome hold_payment(Database& state, const FoldInput& input, const core::NeedId& need_id,
                     const NeedRow& need, const core::PersonId& volunteer) {
  if (!need.paid_by_recipient) return Outcome::applied();
  const PersonFacts recipient = find_person(state, need.recipient);
  if (!recipient.known) return Outcome::refused(Refusal::unknown_person);
  const AccountKey account = AccountKey::of(recipient.person);
  Postings postings(state, input);
  const Outcome payable = postings.may_pay(account, core::Purse::coin, need.minutes);
  if (payable.is_applied()) {
    postings.hold(need_id.view(), volunteer.view(),
                  {core::Purse::coin, account, AccountKey::branch(), need.minutes,
                   core::TransferReason::service_received});
  }
  return payable;
}

Outcome take_place(Database& state, const FoldInput& input, const core::NeedId& need_id,
                   const core::PersonId& asked, core::AssignmentSource source) {
  const std::optional<NeedRow> need = find_need(state, need_id);
  if (!need.has_value()) return Outcome::refused(Refusal::unknown_need);
  if (!need->open) return Outcome::refused(Refusal::need_closed);
  const PersonFacts volunteer = find_person(state, asked);
  Statement& own =
      state.prepare("SELECT 1 FROM assignment WHERE need = ? AND volunteer = ? AND state = 'held'");
  if (exists(own.bind(need_id, volunteer.person))) {
    return Outcome::refused(Refusal::already_claimed);
  }
  if (need->taken >= need->head_count) {
    return Outcome::refused(Refusal::need_full, need->head_count);
  }
  const Outcome fit = check_volunteer(state, *need, volunteer);
  if (!fit.is_applied()) return fit;
  if (volunteer.person == find_person(state, need->recipient).person) {
    return Outcome::refused(Refusal::not_allowed);
  }
  if (clashes(state, *need, volunteer.person)) return Outcome::refused(Refusal::clash_in_time);
  const Outcome held = hold_payment(state, input, need_id, *need, volunteer.person);
  if (!held.is_applied()) return held;
  state
      .prepare(
          "INSERT INTO assignment(need, volunteer, source, state, starts_at, ends_at,"
          " assigned_day, assigned_by) VALUES(?, ?, ?, 'held', ?, ?, ?, ?)"
          " ON CONFLICT(need, volunteer) DO UPDATE SET source = excluded.source,"
          " state = 'held', assigned_day = excluded.assigned_day,"
          " assigned_by = excluded.assigned_by, release_reason = NULL")
      .bind(need_id, volunteer.person, core::name(source), need->starts_at,
            need->starts_at + need->minutes, input.operation.day.number, input.operation.actor)
      .execute();
  state.prepare("UPDATE need SET taken = taken + 1 WHERE need = ?").bind(need_id).execute();
  return Outcome::applied();
}

// Nobody has a place any more; the reason stands on the need.
void free_places(Database& state, const FoldInput& input, const core::NeedId& need) {
  Postings(state, input).void_holds(need.view());
  state.prepare("UPDATE assignment SET state = 'cancelled' WHERE need = ? AND state = 'held'")
      .bind(need)
      .execute();
  state.prepare("UPDATE need SET taken = 0 WHERE need = ?").bind(need).execute();
}

std::string text_of(const std::optional<core::Note>& note) {
  return note.has_value() ? note->text : std::string();
}

void set_details(Database& state, const core::NeedPublished& body) {
  if (!body.details.has_value()) return;
  state
      .prepare(
          "INSERT INTO need_private(need, person, address, note) VALUES(?, ?, ?, ?)"
          " ON CONFLICT(need) DO UPDATE SET address = excluded.address, note = excluded.note")
      .bind(body.need, body.recipient, text_of(body.details->address), text_of(body.details->note))
      .execute();
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedPublished& body) {
  if (body.minutes <= 0 || body.minutes > base::service_minutes_max || body.from_minute < 0 ||
      body.from_minute >= base::minutes_per_day || body.head_count <= 0 ||
      body.head_count > base::head_count_max) {
    return Outcome::flagged(Flag::unfoldable);
  }
  const int64_t starts_at =
      int64_t{body.service_day.number} * base::minutes_per_day + body.from_minute;
  state
      .prepare(
          "INSERT OR IGNORE INTO need(need, recipient, service_kind, site, service_day,"
          " from_minute, minutes, starts_at, head_count, channel, wish, paid_by_recipient,"
          " state, published_day, published_by, details_operation)"
          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?)")
      .bind(body.need, body.recipient, body.service_kind, body.site, body.service_day.number,
            body.from_minute, body.minutes, starts_at, body.head_count, core::name(body.channel),
            body.wish, body.paid_by_recipient, input.operation.day.number, input.operation.actor,
            input.operation.id)
      .execute();
  if (state.changes() == 0) return Outcome::flagged(Flag::already_exists);
  const PersonFacts recipient = find_person(state, body.recipient);
  if (!recipient.erased) set_details(state, body);
  if (!recipient.known) return Outcome::flagged(Flag::unknown_person);
  if (recipient.erased) return Outcome::flagged(Flag::person_erased);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedCancel& body) {
  const std::optional<NeedRow> need = find_need(state, body.need);
  if (!need.has_value()) return Outcome::refused(Refusal::unknown_need);
  if (!need->open) return Outcome::refused(Refusal::need_closed);
  state.prepare("UPDATE need SET state = 'cancelled', cancel_reason = ? WHERE need = ?")
      .bind(core::name(body.reason), body.need)
      .execute();
  free_places(state, input, body.need);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedClaim& body) {
  return take_place(state, input, body.need, body.volunteer, core::AssignmentSource::claim);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedDispatch& body) {
  return take_place(state, input, body.need, body.volunteer, core::AssignmentSource::dispatch);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedRelease& body) {
  const core::PersonId volunteer = find_person(state, body.volunteer).person;
  state
      .prepare(
          "UPDATE assignment SET state = 'released', release_reason = ?"
          " WHERE need = ? AND volunteer = ? AND state = 'held'")
      .bind(core::name(body.reason), body.need, volunteer)
      .execute();
  if (state.changes() == 0) return Outcome::refused(Refusal::not_assigned);
  state.prepare("UPDATE need SET taken = taken - 1 WHERE need = ?").bind(body.need).execute();
  Postings(state, input).void_hold(body.need.view(), volunteer.view());
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::NeedReferred& body) {
  const std::optional<NeedRow> need = find_need(state, body.need);
  if (!need.has_value()) return Outcome::flagged(Flag::unknown_need);
  state.prepare("UPDATE need SET state = 'referred', agency = ? WHERE need = ?")
      .bind(body.agency, body.need)
      .execute();
  free_places(state, input, body.need);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::NeedRated& body) {
  state.prepare("UPDATE need SET stars = ? WHERE need = ?")
      .bind(std::clamp(body.stars, 1, 5), body.need)
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::unknown_need);
}

void fold_body_details(Database& state, const core::Operation& operation,
                       const core::NeedPublished& body) {
  Statement& need = state.prepare("SELECT 1 FROM need WHERE need = ? AND details_operation = ?")
                        .bind(body.need, operation.id);
  if (!need.step()) return;
  need.reset();
  if (!find_person(state, body.recipient).erased) set_details(state, body);
}

}  // namespace linli::store
