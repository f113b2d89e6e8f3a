// The projector keeps state.db equal to the fold of the confirmed order, with pending
// operations folded on top inside one open transaction. It must never commit pending
// rows, and never report an operation as saved before log.db has it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/operation.h"
#include "core/refusal.h"
#include "store/database.h"
#include "store/fold.h"
#include "store/log.h"
#include "sync/bundle_codec.h"

namespace linli::app {

// What happened to an operation that was recorded.
struct Recorded {
  core::OperationId id;
  core::Outcome outcome;
  bool folded = true;  // false while a refold is under way: the fact is safe, counted later
};

struct RefoldProgress {
  int64_t done_operations = 0;
  int64_t all_operations = 0;
  bool under_way = false;
};

class Projector {
 public:
  Projector(store::Database& state, store::Log& log) : state_(state), log_(log) {}

  // Creates or checks the schema, folds what waits if it is little. When state.db has
  // another fold version or another log, a refold is started instead of failing.
  base::Status start(const core::ReplicaId& own_replica);

  // Appends to log.db (durable when this returns ok), then folds on top. `salt_hex` is 32
  // fresh random hex characters for the private payload.
  base::Result<Recorded> record(const core::Operation& operation, std::string_view salt_hex);

  // The log holds something new: places in the order, others' bundles, payloads. Work is
  // done by work().
  base::Status confirm();
  // Drops state.db's rows and folds everything again.
  base::Status start_refold();
  // Does about `operations_max` operations of waiting work; true while there is more.
  bool work(int operations_max);

  RefoldProgress progress() const { return progress_; }
  uint64_t revision() const { return revision_; }  // moves when rows may have changed
  // An operation of a newer program stands in the order; everything before it is folded.
  bool update_needed() const { return update_needed_; }
  // Why state.db could not be written; recording goes on in the log. Empty when all is well.
  const std::optional<base::Error>& trouble() const { return trouble_; }
  int64_t confirmed_seq() const { return position_.seq; }
  void set_own_replica(const core::ReplicaId& replica) { own_replica_ = replica; }

 private:
  enum class Phase : uint8_t {
    idle,  // the open transaction holds all pending operations
    confirming,
    details,  // private rows of payloads that came after their operations
    pending,  // folding pending operations on top
  };
  enum class Step : uint8_t { more, done, stopped };

  void begin_work();
  bool next_bundle();
  Step fold_some(int& operations_left);
  void finish_bundle();
  void take_back();
  void commit_confirmed();
  bool fold_arrivals();
  void load_pending();
  void fold_pending(int& operations_left);
  core::Outcome fold_text(std::string_view text, const core::ReplicaId& replica);
  void erase_what_was_erased();
  bool stop_on_storage_failure();
  void stop(const base::Error& error);

  // A bundle of the confirmed order while it is folded.
  struct Confirming {
    int64_t seq = 0;
    core::ReplicaId replica;
    std::string text;
    sync::BundleOperations operations;
    size_t next = 0;
    bool guarded = false;
  };
  struct Pending {
    std::string text;
    core::ReplicaId replica;
  };

  store::Database& state_;
  store::Log& log_;
  core::ReplicaId own_replica_;
  store::Position position_;
  store::Position committed_;
  int64_t guarded_seq_ = 0;  // the bundle that is folded with savepoints, because one broke
  int64_t stop_seq_ = 0;     // the bundle that only a newer program can read
  Phase phase_ = Phase::idle;
  bool wanted_ = false;
  std::unique_ptr<Confirming> bundle_;  // the texts' addresses must stay
  int64_t uncommitted_ = 0;
  std::deque<Pending> pending_;
  RefoldProgress progress_;
  uint64_t revision_ = 1;
  bool update_needed_ = false;
  bool refolded_for_damage_ = false;
  std::optional<base::Error> trouble_;
};

}  // namespace linli::app
