#include "sync/session.h"

#include <algorithm>
#include <utility>

namespace linli::sync {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int64_t forever = INT64_MAX;

// Half of the pause is certain, half is chance, so that devices don't come back all at once.
int64_t pause_after(int failures, uint32_t random) {
  const int doublings = std::clamp(failures - 1, 0, 20);
  const int64_t whole =
      std::min(Session::pause_first_millis << doublings, Session::pause_max_millis);
  return whole / 2 + (whole / 2) * static_cast<int64_t>(random >> 16) / 65536;
}

}  // namespace

Session::Session(core::SpaceId space, SessionLog& log) : space_(space), log_(log) {}

void Session::want_all() {
  for (StageState& stage : stages_) stage.wanted = true;
}

bool Session::waits() const {
  if (!held_back_.empty()) return true;
  return std::any_of(stages_.begin(), stages_.end(), [](const StageState& s) { return s.wanted; });
}

void Session::wake_due_work(const Moment& now) {
  if (now.monotonic_millis >= poll_at_) {
    // Whatever was held back for a while is looked at again as well.
    want_all();
    poll_at_ = now.monotonic_millis + (events_connected_ ? poll_with_events_millis : poll_millis);
  }
  if (now.monotonic_millis >= payload_poll_at_) {
    want(Stage::get_payloads);
    payload_poll_at_ = forever;
  }
  for (const auto& [replica, held] : held_back_) {
    if (now.monotonic_millis >= held.not_before) want(Stage::push);
  }
  if (waits()) {
    if (waits_since_millis_ < 0) waits_since_millis_ = now.monotonic_millis;
  } else {
    waits_since_millis_ = -1;
  }
}

std::optional<Call> Session::next(const Moment& now) {
  if (under_way_.has_value()) return std::nullopt;
  wake_due_work(now);
  for (size_t i = 0; i < stage_count; ++i) {
    const Stage stage = static_cast<Stage>(i);
    if (!at(stage).wanted || now.monotonic_millis < at(stage).not_before) continue;
    // Receipts mean nothing while it is not known which order the hub has.
    if (stage == Stage::push && comparison_.has_value()) continue;
    std::optional<Call> call = make_call(stage, now);
    if (!call.has_value()) {
      at(stage).wanted = false;
      continue;
    }
    under_way_ = stage;
    asked_millis_ = now.monotonic_millis;
    call->id = ++last_call_;
    if (clock_offset_millis_ != 0) {
      call->at = base::instant_text(now.unix_millis + clock_offset_millis_);
    }
    return call;
  }
  return std::nullopt;
}

void Session::answered(const Answer& answer, const Moment& now) {
  if (!under_way_.has_value() || answer.id != last_call_) return;
  answered_stage_ = *under_way_;
  under_way_.reset();
  switch (answered_stage_) {
    case Stage::push:
      return answered_push(answer, now);
    case Stage::pull:
      return answered_pull(answer, now);
    case Stage::put_payloads:
      return answered_put_payloads(answer, now);
    case Stage::get_payloads:
      return answered_get_payloads(answer, now);
    case Stage::put_blobs:
      return answered_put_blob(answer, now);
    case Stage::get_blobs:
      return answered_get_blob(answer, now);
    case Stage::count_:
      break;
  }
}

int64_t Session::wake_at() const {
  if (under_way_.has_value()) return forever;
  // What falls due while its stage pauses waits for the end of the pause.
  const auto due = [this](Stage stage, int64_t time) {
    return std::max(time, at(stage).not_before);
  };
  int64_t wake = std::min(due(Stage::pull, poll_at_), due(Stage::get_payloads, payload_poll_at_));
  for (const StageState& stage : stages_) {
    if (stage.wanted) wake = std::min(wake, stage.not_before);
  }
  for (const auto& [replica, held] : held_back_) {
    wake = std::min(wake, due(Stage::push, held.not_before));
  }
  return wake;
}

void Session::local_work(const Moment&) {
  want(Stage::push);
  want(Stage::put_payloads);
  want(Stage::put_blobs);
}

void Session::want_blob(const Moment&) { want(Stage::get_blobs); }

void Session::head_moved(std::string_view head_json, const Moment& now) {
  JsonDocument document;
  if (document.read(head_json, JsonForm::any).ok()) {
    const auto head = read_head(document.root(), space_);
    if (head.ok() && head.value().seq == log_.order_end().seq &&
        head.value().epoch == log_.hub_mark().epoch) {
      return;
    }
  }
  // What the event says is only a hint; the pull is what counts.
  if (!at(Stage::pull).wanted) {
    at(Stage::pull).not_before = now.monotonic_millis + now.random % 500;
  }
  payload_rounds_ = 0;
  want(Stage::pull);
}

void Session::events_connected(bool connected, const Moment& now) {
  events_connected_ = connected;
  poll_at_ =
      connected ? now.monotonic_millis : std::min(poll_at_, now.monotonic_millis + poll_millis);
}

void Session::network_changed(bool online, const Moment& now) {
  offline_ = !online;
  if (online) try_now(now);
}

void Session::try_now(const Moment& now) {
  network_failures_ = 0;
  held_back_.clear();
  held_payloads_.clear();
  held_blobs_.clear();
  for (StageState& stage : stages_) stage = StageState{};
  poll_at_ = now.monotonic_millis;
}

void Session::attach(std::string setup_code, const Moment& now) {
  setup_code_ = std::move(setup_code);
  try_now(now);
}

SessionStatus Session::status(const Moment& now) const {
  SessionStatus status;
  status.problem = blocked_.has_value() ? blocked_ : problem_;
  status.last_contact_millis = last_contact_millis_;
  if (under_way_.has_value()) status.asked_millis = asked_millis_;
  status.revoked = revoked_;
  status.held_back = held_back_.size();
  const int64_t still_since = std::max(last_moved_millis_, waits_since_millis_);
  status.stalled = waits() && waits_since_millis_ >= 0 &&
                   now.monotonic_millis - still_since > stalled_after_millis;
  if (blocked_.has_value()) {
    status.phase = Phase::blocked;
  } else if (offline_) {
    status.phase = Phase::offline;
  } else if (under_way_.has_value()) {
    constexpr Phase phases[stage_count] = {Phase::pushing,  Phase::pulling, Phase::payloads,
                                           Phase::payloads, Phase::blobs,   Phase::blobs};
    status.phase = phases[static_cast<size_t>(*under_way_)];
  } else {
    status.phase = waits() ? Phase::waiting : Phase::idle;
  }
  return status;
}

void Session::contact(const Moment& now) {
  offline_ = false;
  network_failures_ = 0;
  last_contact_millis_ = now.monotonic_millis;
}

void Session::succeeded(Stage stage, const Moment& now) {
  contact(now);
  signed_anew_ = false;
  at(stage).failures = 0;
  const bool all_well = std::all_of(stages_.begin(), stages_.end(),
                                    [](const StageState& s) { return s.failures == 0; });
  if (all_well && held_back_.empty()) problem_.reset();
}

void Session::pause(Stage stage, Error problem, const Moment& now, int64_t at_least_millis) {
  StageState& state = at(stage);
  state.wanted = true;
  ++state.failures;
  state.not_before =
      now.monotonic_millis + std::max(pause_after(state.failures, now.random), at_least_millis);
  problem_ = std::move(problem);
}

void Session::pause_all(const Error& problem, const Moment& now, int64_t at_least_millis) {
  const int64_t until =
      now.monotonic_millis + std::max(pause_after(network_failures_, now.random), at_least_millis);
  for (StageState& stage : stages_) stage.not_before = std::max(stage.not_before, until);
  problem_ = problem;
}

void Session::no_network(const char* why, const Moment& now) {
  offline_ = true;
  ++network_failures_;
  pause_all(Error{ErrorCode::offline, why}, now);
}

void Session::block(Error problem, const Moment& now) {
  blocked_ = problem;
  comparison_.reset();
  want(Stage::pull);
  pause_all(problem, now, pause_max_millis);
}

bool Session::keep(const base::Status& status, const Moment& now) {
  if (status.ok()) return true;
  // The device can't store it: asking again at once would only waste its network.
  pause_all(status.error(), now, pause_first_millis);
  return false;
}

bool Session::take_head(JsonValue value, const Moment& now) {
  const base::Result<Head> read = read_head(value, space_);
  if (!read.ok()) {
    block(read.error(), now);
    return false;
  }
  const Head& head = read.value();
  HubMark mark = log_.hub_mark();
  if (!mark.hub_key.empty() && mark.hub_key != head.hub_key) {
    block(Error{ErrorCode::wrong_signature, "hub_key"}, now);
    return false;
  }
  if (head.epoch < mark.epoch) {
    block(Error{ErrorCode::wrong_chain, "epoch"}, now);
    return false;
  }
  last_head_ = head;
  last_head_text_ = canonical_text(value);
  hub_at_millis_ = head.at_millis;
  if (mark.hub_key.empty()) return keep(log_.remember_hub({head.hub_key, head.epoch}), now);
  if (head.epoch > mark.epoch && !comparison_.has_value()) {
    const int64_t from = std::min(log_.order_end().seq, head.seq);
    comparison_ = Comparison{from, 1, {head.hub_key, head.epoch}};
    want(Stage::pull);
  }
  return true;
}

// Keeps the signed head when it is the end of our own order.
bool Session::remember_head(const Moment& now) {
  const OrderEnd end = log_.order_end();
  if (!last_head_.has_value() || end.seq == 0 || end.seq == remembered_seq_ ||
      last_head_->seq != end.seq || last_head_->head != end.head) {
    return true;
  }
  remembered_seq_ = end.seq;
  return keep(log_.remember_head(last_head_text_), now);
}

void Session::failed(const Answer& answer, const Moment& now) {
  if (answer.status == 0) return no_network("no_answer", now);
  const HubFailure failure = read_failure(answer.body);
  if (failure.code.empty()) return no_network("not_a_hub", now);
  contact(now);
  failed_by_code(failure, answer, now);
}

}  // namespace linli::sync
