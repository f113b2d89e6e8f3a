#include "store/fold.h"

#include <array>
#include <functional>
#include <map>
#include <string>

#include "core/authority.h"
#include "store/fold_activity.h"
#include "store/fold_attendance.h"
#include "store/fold_ledger.h"
#include "store/fold_need.h"
#include "store/fold_person.h"
#include "store/fold_policy.h"
#include "store/fold_record.h"
#include "store/fold_shop.h"
#include "store/fold_space.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;
using core::OutcomeKind;
using core::Refusal;

Outcome denied(const core::Body& body, Refusal refusal, Flag flag) {
  return core::is_intent(body) ? Outcome::refused(refusal) : Outcome::flagged(flag);
}

struct Authority {
  std::optional<core::ReplicaRole> role;  // absent: nobody admitted this replica
  bool revoked = false;
  core::StaffRoles actor_roles = 0;
};

// Every operation asks for these few rows, so they are read once.
struct Authorities : Memo {
  std::map<std::string, Authority, std::less<>> replicas;
  std::map<std::string, core::StaffRoles, std::less<>> staff;
};

Authorities& authorities(Database& state) {
  auto& all = state.memo<Authorities>();
  if (all.known) return all;
  Statement& replica = state.prepare("SELECT replica, role, revoked FROM replica ORDER BY replica");
  while (replica.step()) {
    Authority& authority = all.replicas[std::string(replica.text(0))];
    authority.role = core::parse_enum<core::ReplicaRole>(replica.text(1));
    authority.revoked = replica.integer(2) != 0;
  }
  Statement& staff = state.prepare("SELECT person, role FROM staff ORDER BY person, role");
  while (staff.step()) {
    const auto role = core::parse_enum<core::StaffRole>(staff.text(1));
    if (role.has_value()) all.staff[std::string(staff.text(0))] |= core::role_bit(*role);
  }
  all.known = state.failure_kind() == FailureKind::none;
  return all;
}

Authority authority_of(Database& state, const core::ReplicaId& replica,
                       const core::PersonId& actor) {
  const Authorities& all = authorities(state);
  const auto found = all.replicas.find(replica.view());
  if (found == all.replicas.end()) return {};
  Authority authority = found->second;
  const auto staff = all.staff.find(actor.view());
  if (staff != all.staff.end()) authority.actor_roles = staff->second;
  return authority;
}

// An operation without authority changes nothing: intents are refused, facts wait in
// `outcome` for a coordinator, who sees the device that wrote them.
Outcome check_authority(Database& state, const FoldInput& input) {
  const core::Body& body = input.operation.body;
  if (std::holds_alternative<core::SpaceFounded>(body)) return Outcome::applied();
  if (const auto* enrolled = std::get_if<core::ReplicaEnrolled>(&body)) {
    return enrolled->replica == input.replica ? Outcome::applied()
                                              : Outcome::flagged(Flag::not_allowed);
  }
  const Authority authority = authority_of(state, input.replica, input.operation.actor);
  if (authority.revoked) return denied(body, Refusal::replica_revoked, Flag::replica_revoked);
  if (!authority.role.has_value() || !core::device_may(*authority.role, body) ||
      !core::actor_may(authority.actor_roles, input.operation.actor, body)) {
    return denied(body, Refusal::not_allowed, Flag::not_allowed);
  }
  return Outcome::applied();
}

// A device had already seen a later time at the hub than its own clock says now. Once a day
// and device is enough for somebody to look.
constexpr int64_t clock_slack_millis = 10 * 60 * 1000;

bool clock_is_wrong(Database& state, const FoldInput& input) {
  const core::Operation& operation = input.operation;
  if (!operation.hub_at_millis.has_value() || core::is_intent(operation.body) ||
      operation.at_millis + clock_slack_millis >= *operation.hub_at_millis) {
    return false;
  }
  Statement& told = state.prepare(
      "SELECT 1 FROM outcome WHERE replica = ? AND day = ? AND reason = 'clock_wrong'");
  told.bind(input.replica, operation.day.number);
  const bool known = told.step();
  told.reset();
  return !known;
}

// The first id of an operation is what it is about, the first person whom it is about.
struct SubjectFinder {
  std::string subject;
  std::string person;

  template <class Tag>
  void operator()(std::string_view, const base::Id<Tag>& id) {
    if (subject.empty()) subject = id.str();
    if constexpr (std::is_same_v<base::Id<Tag>, core::PersonId>) {
      if (person.empty()) person = id.str();
    }
  }
  template <class T>
  void operator()(std::string_view, const T&) {}
};

void keep_outcome(Database& state, const UnreadableOperation& operation, const Outcome& outcome,
                  const SubjectFinder& finder) {
  const bool refused = outcome.kind == OutcomeKind::refused;
  state
      .prepare(
          "INSERT INTO outcome(operation, kind, reason, figure, op_kind, actor, replica, day,"
          " subject, person) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(operation.id, refused ? "refused" : "flagged",
            refused ? core::name(outcome.refusal) : core::name(outcome.flag), outcome.figure,
            operation.kind, operation.actor, operation.replica, operation.day.number,
            finder.subject, finder.person)
      .execute();
}

void keep_outcome(Database& state, const FoldInput& input, const Outcome& outcome) {
  const core::Operation& operation = input.operation;
  SubjectFinder finder;
  std::visit([&](auto body) { body.fields(finder); }, operation.body);
  keep_outcome(state,
               {operation.id, std::string(core::kind_of(operation.body)), operation.actor,
                input.replica, operation.day},
               outcome, finder);
}

// 26 characters of Crockford's base 32 as the 16 bytes they stand for; anything else as it is.
std::string_view operation_key(const core::OperationId& id, std::array<char, 16>& bytes) {
  const std::string_view text = id.view();
  if (text.size() != 26) return text;
  uint64_t high = 0;
  uint64_t low = 0;
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const size_t digit = digits.find(c);
    if (digit == digits.npos) return text;
    high = (high << 5) | (low >> 59);
    low = (low << 5) | digit;
  }
  for (size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(high >> (56 - 8 * i));
    bytes[8 + i] = static_cast<char>(low >> (56 - 8 * i));
  }
  return {bytes.data(), bytes.size()};
}

bool is_new(Database& state, const core::OperationId& id) {
  std::array<char, 16> bytes;
  Statement& insert = state.prepare("INSERT OR IGNORE INTO folded(operation) VALUES(?)");
  insert.bind_blob(1, operation_key(id, bytes));
  insert.execute();
  return state.changes() == 1;
}

Outcome earlier_outcome(Database& state, const core::OperationId& id) {
  Statement& earlier =
      state.prepare("SELECT kind, reason, figure FROM outcome WHERE operation = ?");
  earlier.bind(id);
  if (!earlier.step()) return Outcome::applied();
  const int64_t figure = earlier.integer(2);
  Outcome outcome = Outcome::flagged(Flag::unfoldable);
  if (earlier.text(0) == "refused") {
    const auto refusal = core::parse_enum<Refusal>(earlier.text(1));
    if (refusal.has_value()) outcome = Outcome::refused(*refusal, figure);
  } else {
    const auto flag = core::parse_enum<Flag>(earlier.text(1));
    if (flag.has_value()) outcome = Outcome::flagged(*flag, figure);
  }
  earlier.reset();
  return outcome;
}

}  // namespace

Outcome fold_unguarded(Database& state, const FoldInput& input) {
  if (!is_new(state, input.operation.id)) return earlier_outcome(state, input.operation.id);
  Outcome outcome = check_authority(state, input);
  if (outcome.is_applied()) {
    outcome = std::visit([&](const auto& body) { return fold_body(state, input, body); },
                         input.operation.body);
  }
  if (outcome.is_applied() && clock_is_wrong(state, input)) {
    outcome = Outcome::flagged(Flag::clock_wrong);
  }
  if (!outcome.is_applied()) keep_outcome(state, input, outcome);
  return outcome;
}

Outcome fold(Database& state, const FoldInput& input) {
  state.prepare("SAVEPOINT operation").execute();
  Outcome outcome = fold_unguarded(state, input);
  if (state.failure_kind() == FailureKind::data) {
    state.take_failure();
    state.prepare("ROLLBACK TO operation").execute();
    state.forget();
    outcome = Outcome::flagged(Flag::unfoldable);
    if (is_new(state, input.operation.id)) keep_outcome(state, input, outcome);
  }
  state.prepare("RELEASE operation").execute();
  return outcome;
}

void fold_unreadable(Database& state, const UnreadableOperation& operation) {
  if (!is_new(state, operation.id)) return;
  keep_outcome(state, operation, Outcome::flagged(Flag::unfoldable), {});
}

void fold_details(Database& state, const core::Operation& operation) {
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (core::HasPrivate<Body>::value) {
          if (body.details.has_value()) fold_body_details(state, operation, body);
        }
      },
      operation.body);
}

std::optional<Position> read_position(Database& state) {
  Statement& table =
      state.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'position_local'");
  if (!table.step()) return std::nullopt;
  table.reset();
  Statement& row = state.prepare("SELECT version, seq, head FROM position_local WHERE one = 1");
  if (!row.step()) return Position{};
  const Position position{static_cast<int32_t>(row.integer(0)), row.integer(1),
                          std::string(row.text(2))};
  row.reset();
  return position;
}

void write_position(Database& state, const Position& position) {
  state
      .prepare(
          "INSERT INTO position_local(one, version, seq, head) VALUES(1, ?, ?, ?)"
          " ON CONFLICT(one) DO UPDATE SET version = excluded.version, seq = excluded.seq,"
          " head = excluded.head")
      .bind(position.version, position.seq, position.head)
      .execute();
}

}  // namespace linli::store
