// The fold: one operation becomes rows of state.db, or a flag, or a refusal. It reads
// nothing but the operation and state.db: no clock, no randomness, no float, no query
// without an order. The same operations in the same order give the same rows anywhere.
#pragma once

#include <optional>
#include <string>

#include "core/operation.h"
#include "core/refusal.h"
#include "store/database.h"

namespace linli::store {

// Raised whenever the fold of any operation changes; state.db of another version is
// folded again from the log.
inline constexpr int32_t fold_version = 2;

struct FoldInput {
  const core::Operation& operation;
  core::ReplicaId replica;  // whose bundle carried it
  int64_t seq = 0;          // position of its bundle in the order of the space; 0 = pending
};

// Creates the tables of every area (store/schema.cpp calls one function per area).
base::Status create_state_schema(Database& state);

// Folds one operation inside a savepoint of its own. Facts come back applied or
// flagged, intents applied or refused; whatever was not applied stands in `outcome`.
// An operation that breaks a constraint leaves nothing behind but the flag `unfoldable`.
// The caller asks the database for a storage failure before it commits.
core::Outcome fold(Database& state, const FoldInput& input);

// The same without the savepoint, for whole bundles: when the database then tells a
// failure of data, the caller rolls the bundle back and folds it again with fold().
core::Outcome fold_unguarded(Database& state, const FoldInput& input);

// An operation whose data can't be read: the flag `unfoldable` and nothing else.
struct UnreadableOperation {
  core::OperationId id;
  std::string kind;
  core::PersonId actor;
  core::ReplicaId replica;
  core::Day day;
};
void fold_unreadable(Database& state, const UnreadableOperation& operation);

// Writes the private rows of an operation that was folded before its payload came, unless
// a later operation has taken their place.
void fold_details(Database& state, const core::Operation& operation);

// How far the committed rows have come. Kept in state.db itself, so both move together.
struct Position {
  int32_t version = 0;  // fold_version
  int64_t seq = 0;
  std::string head;
};
// Nothing when there is no schema yet.
std::optional<Position> read_position(Database& state);
void write_position(Database& state, const Position& position);

// Areas declare `core::Outcome fold_body(Database&, const FoldInput&, const core::X&)` in
// fold_<area>.h, one overload per operation; they write rows only when they
// return applied or flagged.

}  // namespace linli::store
