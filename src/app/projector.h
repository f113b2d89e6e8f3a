// The projector keeps state.db equal to the fold of the confirmed order, with pending
// operations folded on top inside one open transaction. It must never commit pending
// rows, and never report an operation as saved before log.db has it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/env.h"
#include "base/result.h"
#include "core/operation.h"
#include "core/refusal.h"
#include "store/database.h"
#include "store/log.h"

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
  Projector(store::Database& state, store::Log& log);

  // Creates or checks the schema. When state.db has another fold version, another log
  // or is damaged, a refold is started instead of failing.
  base::Status start();

  // Appends to log.db (durable when this returns ok), then folds on top.
  base::Result<Recorded> record(const core::Operation& operation);

  // Makes bundles that the log holds with a seq part of the confirmed state:
  // ROLLBACK, fold, COMMIT with head, BEGIN, fold pending. Works in slices.
  base::Status confirm();

  // Drops state.db's rows and folds everything again, in slices.
  base::Status start_refold();
  // Does at most about `operations_max` operations of waiting work; true while there is more.
  bool work(int operations_max);

  RefoldProgress progress() const;
  uint64_t revision() const { return revision_; }  // moves when rows may have changed
  bool update_needed() const { return update_needed_; }

 private:
  struct Job;
  store::Database& state_;
  store::Log& log_;
  uint64_t revision_ = 1;
  bool update_needed_ = false;
};

}  // namespace linli::app
