#include "app/projector.h"

#include "app/payload_subject.h"
#include "sync/operation_codec.h"

namespace linli::app {
namespace {

// Rows of the confirmed order are committed at least this often, so that an interrupted
// refold goes on from there and the WAL stays small.
constexpr int64_t kOperationsPerCommit = 20000;
// What start() does at once; more is left to work() with progress shown.
constexpr int kOperationsAtStart = 4000;

void attach(core::Operation& operation, const std::string& commitment, store::Log& log) {
  if (commitment.empty()) return;
  const std::optional<std::string> payload = log.payload(commitment);
  // A payload that can't be read is as good as one that is not here.
  if (payload.has_value()) (void)sync::attach_payload(operation, *payload);
}

}  // namespace

base::Status Projector::start(const core::ReplicaId& own_replica) {
  own_replica_ = own_replica;
  const std::optional<store::Position> position = store::read_position(state_);
  const bool damaged = state_.take_failure().kind != store::FailureKind::none;
  const bool usable = !damaged && position.has_value() &&
                      position->version == store::fold_version &&
                      position->head == log_.head_at(position->seq);
  if (!usable) {
    const base::Status started = start_refold();
    if (!started.ok()) return started;
  } else {
    position_ = committed_ = *position;
    const base::Status begun = state_.run("BEGIN");
    if (!begun.ok()) return begun;
    (void)confirm();
  }
  work(kOperationsAtStart);
  return base::success();
}

base::Status Projector::start_refold() {
  base::Status done = state_.drop_content();
  if (done.ok()) done = store::create_state_schema(state_);
  if (!done.ok()) return done;
  position_ = committed_ = {store::fold_version, 0, log_.head_at(0)};
  store::write_position(state_, position_);
  trouble_.reset();
  update_needed_ = false;
  bundle_.reset();
  pending_.clear();
  phase_ = Phase::idle;
  done = state_.run("BEGIN");
  (void)confirm();
  return done;
}

base::Status Projector::confirm() {
  wanted_ = true;
  return base::success();
}

base::Result<Recorded> Projector::record(const core::Operation& operation,
                                         std::string_view salt_hex) {
  const sync::WrittenOperation written = sync::write_operation(operation, salt_hex);
  store::OwnOperation own{operation.id.str(), written.text, operation.at_millis, std::nullopt};
  if (!written.payload.empty()) {
    own.payload = store::Payload{sync::payload_commitment(written.payload), written.payload,
                                 payload_subject(operation.body)};
  }
  const base::Status saved = log_.append(own);
  if (!saved.ok()) return saved.error();
  Recorded recorded{operation.id, core::Outcome::applied(), false};
  if (phase_ == Phase::pending) {
    pending_.push_back({written.text, own_replica_});
  } else if (phase_ == Phase::idle && !trouble_.has_value()) {
    recorded.outcome = store::fold(state_, {operation, own_replica_, 0});
    recorded.folded = !stop_on_storage_failure();
    ++revision_;
  }
  return recorded;
}

bool Projector::work(int operations_max) {
  if (phase_ == Phase::idle && !wanted_) return false;
  int left = operations_max;
  if (phase_ == Phase::idle) begin_work();
  while (phase_ == Phase::confirming && left > 0) {
    if (bundle_ == nullptr && !next_bundle()) {
      commit_confirmed();
      if (phase_ == Phase::confirming) phase_ = Phase::details;
      break;
    }
    if (fold_some(left) == Step::stopped) break;
  }
  if (phase_ == Phase::details && left > 0 && !fold_arrivals()) load_pending();
  if (phase_ == Phase::pending && left > 0) fold_pending(left);
  return phase_ != Phase::idle || wanted_;
}

void Projector::begin_work() {
  wanted_ = false;
  if (trouble_.has_value()) return;
  // The order may have been taken back after a restore of the hub.
  if (position_.head != log_.head_at(position_.seq)) {
    const base::Status refolding = start_refold();
    if (!refolding.ok()) return stop(refolding.error());
    wanted_ = false;
  }
  progress_ = {0, log_.confirmed_operations(position_.seq), true};
  base::Status done = state_.run("ROLLBACK");
  if (done.ok()) done = state_.run("BEGIN");
  if (!done.ok()) return stop(done.error());
  update_needed_ = false;
  guarded_seq_ = stop_seq_ = 0;
  uncommitted_ = 0;
  phase_ = Phase::confirming;
}

// Opens the next bundle of the order; false at its end or where only a newer program can read on.
bool Projector::next_bundle() {
  std::unique_ptr<Confirming> next;
  log_.each_confirmed(position_.seq, 1, [&](int64_t seq, const store::Bundle& bundle) {
    next = std::make_unique<Confirming>();
    next->seq = seq;
    next->replica = core::ReplicaId(bundle.replica);
    next->text = bundle.text;
  });
  if (next == nullptr || next->seq == stop_seq_) return false;
  const base::Status opened = next->operations.open(next->text);
  if (!opened.ok()) {
    stop({base::ErrorCode::storage_corrupt, opened.error().where});
    return false;
  }
  next->guarded = next->seq == guarded_seq_;
  bundle_ = std::move(next);
  return true;
}

Projector::Step Projector::fold_some(int& operations_left) {
  Confirming& bundle = *bundle_;
  for (; bundle.next < bundle.operations.count() && operations_left > 0; ++bundle.next) {
    --operations_left;
    base::Result<sync::ReadOperation> read = bundle.operations.read(bundle.next);
    if (read.ok()) {
      core::Operation& operation = read.value().operation;
      attach(operation, read.value().commitment, log_);
      const store::FoldInput input{operation, bundle.replica, bundle.seq};
      if (bundle.guarded) {
        store::fold(state_, input);
      } else {
        store::fold_unguarded(state_, input);
      }
    } else if (sync::needs_update(read.error())) {
      stop_seq_ = bundle.seq;
      update_needed_ = true;
      take_back();
      return Step::done;
    } else {
      const auto envelope = bundle.operations.envelope(bundle.next);
      if (envelope.ok()) {
        const sync::OperationEnvelope& e = envelope.value();
        store::fold_unreadable(state_, {e.id, e.kind, e.actor, bundle.replica, e.day});
      }
    }
    if (state_.failure_kind() == store::FailureKind::data && !bundle.guarded) {
      guarded_seq_ = bundle.seq;
      take_back();
      return Step::more;
    }
    if (stop_on_storage_failure()) return Step::stopped;
  }
  if (bundle.next < bundle.operations.count()) return Step::more;
  finish_bundle();
  return stop_on_storage_failure() ? Step::stopped : Step::done;
}

// Back to the last commit. Savepoints for bundles would cost every fold; going over some
// bundles again costs only the rare one that breaks.
void Projector::take_back() {
  (void)state_.take_failure();
  bundle_.reset();
  base::Status done = state_.run("ROLLBACK");
  if (done.ok()) done = state_.run("BEGIN");
  if (!done.ok()) return stop(done.error());
  progress_.done_operations -= uncommitted_;
  uncommitted_ = 0;
  position_ = committed_;
}

void Projector::finish_bundle() {
  const auto count = static_cast<int64_t>(bundle_->operations.count());
  progress_.done_operations += count;
  uncommitted_ += count;
  position_ = {store::fold_version, bundle_->seq, log_.head_at(bundle_->seq)};
  store::write_position(state_, position_);
  const bool commit_now = bundle_->guarded || uncommitted_ >= kOperationsPerCommit;
  bundle_.reset();
  if (commit_now) commit_confirmed();
}

void Projector::commit_confirmed() {
  if (uncommitted_ == 0 || stop_on_storage_failure()) return;
  base::Status done = state_.run("COMMIT");
  if (done.ok()) erase_what_was_erased();
  if (done.ok()) done = state_.run("BEGIN");
  if (!done.ok()) return stop(done.error());
  committed_ = position_;
  uncommitted_ = 0;
}

// Texts in the log go when the erasure stands in the confirmed order. It is asked from the
// rows and not remembered, so that a crash in between changes nothing.
void Projector::erase_what_was_erased() {
  std::vector<std::string> people;
  store::Statement& rows =
      state_.prepare("SELECT person FROM person WHERE erased = 1 ORDER BY person");
  while (rows.step()) people.emplace_back(rows.text(0));
  bool erased_any = false;
  for (const std::string& person : people) {
    const auto erased = log_.erase_payloads(person);
    erased_any = erased_any || (erased.ok() && !erased.value().empty());
  }
  if (!erased_any) return;
  (void)log_.checkpoint();
  (void)state_.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Private rows of confirmed operations belong to the committed part. One bundle per call;
// true while there are more.
bool Projector::fold_arrivals() {
  const std::vector<std::string> hashes = log_.bundles_with_arrivals(1);
  if (hashes.empty()) return false;
  const std::optional<store::Bundle> bundle = log_.bundle_by_hash(hashes.front());
  sync::BundleOperations operations;
  if (bundle.has_value() && operations.open(bundle->text).ok()) {
    for (size_t i = 0; i < operations.count(); ++i) {
      base::Result<sync::ReadOperation> read = operations.read(i);
      if (!read.ok() || read.value().commitment.empty()) continue;
      attach(read.value().operation, read.value().commitment, log_);
      store::fold_details(state_, read.value().operation);
    }
  }
  if (stop_on_storage_failure()) return false;
  base::Status done = state_.run("COMMIT");
  if (done.ok()) done = log_.mark_arrivals_folded(hashes.front());
  if (done.ok()) done = state_.run("BEGIN");
  if (!done.ok()) stop(done.error());
  return phase_ == Phase::details;
}

void Projector::load_pending() {
  if (phase_ != Phase::details) return;
  pending_.clear();
  log_.each_unordered(own_replica_.view(), [&](const store::Bundle& bundle) {
    sync::BundleOperations operations;
    if (!operations.open(bundle.text).ok()) return;
    for (size_t i = 0; i < operations.count(); ++i) {
      pending_.push_back({std::string(operations.text(i)), core::ReplicaId(bundle.replica)});
    }
  });
  log_.each_unsealed([&](const store::OwnOperation& operation) {
    pending_.push_back({operation.text, own_replica_});
  });
  phase_ = Phase::pending;
}

void Projector::fold_pending(int& operations_left) {
  for (; !pending_.empty() && operations_left > 0; --operations_left) {
    fold_text(pending_.front().text, pending_.front().replica);
    pending_.pop_front();
    if (stop_on_storage_failure()) return;
  }
  if (!pending_.empty()) return;
  phase_ = Phase::idle;
  progress_.under_way = false;
  ++revision_;
}

core::Outcome Projector::fold_text(std::string_view text, const core::ReplicaId& replica) {
  base::Result<sync::ReadOperation> read = sync::read_operation(text);
  if (!read.ok()) {
    // Another device's bundle that has no place yet; it is judged when it has one.
    update_needed_ = update_needed_ || sync::needs_update(read.error());
    return core::Outcome::flagged(core::Flag::unfoldable);
  }
  core::Operation& operation = read.value().operation;
  attach(operation, read.value().commitment, log_);
  return store::fold(state_, {operation, replica, 0});
}

bool Projector::stop_on_storage_failure() {
  if (trouble_.has_value()) return true;
  if (state_.failure_kind() != store::FailureKind::storage) return false;
  stop(state_.take_failure().error);
  return true;
}

// state.db can't be written. The log is not touched by that: recording goes on, and damage
// is mended once by folding everything again.
void Projector::stop(const base::Error& error) {
  bundle_.reset();
  pending_.clear();
  phase_ = Phase::idle;
  progress_.under_way = false;
  (void)state_.take_failure();
  (void)state_.run("ROLLBACK");
  ++revision_;
  if (error.code == base::ErrorCode::storage_corrupt && !refolded_for_damage_) {
    refolded_for_damage_ = true;
    if (start_refold().ok()) return;
  }
  trouble_ = error;
}

}  // namespace linli::app
