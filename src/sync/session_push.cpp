#include <algorithm>
#include <utility>

#include "sync/session.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;

namespace {

// Refusals that may pass by themselves: an update of the hub, an invite on its way.
bool passes_with_time(std::string_view code) {
  return code == "update_needed" || code == "invite_unknown" || code == "unknown_replica" ||
         code == "replica_revoked" || code == "space_full" || code == "gap";
}

}  // namespace

void Session::answered_push(const Answer& answer, const Moment& now) {
  if (answer.status != 200) return failed(answer, now);
  size_t answered = 0;
  bool sound = true;
  bool head_good = true;
  const ListEnd end = read_lines(
      answer.body,
      [&](JsonValue line) {
        if (answered == sent_.size()) return false;
        sound = push_line(sent_[answered++], line, now) && sound;
        return true;
      },
      [&](JsonValue last) { head_good = take_head(last.member("head"), now); });
  if (end == ListEnd::not_a_hub) return no_network("not_a_hub", now);
  contact(now);
  if (!head_good) return;
  want(Stage::put_payloads);
  if (!sound || answered < sent_.size()) {
    // What has no receipt goes again; the hub gives the same receipt twice.
    want(Stage::pull);
    return pause(Stage::push, Error{ErrorCode::truncated, "push"}, now);
  }
  if (!remember_head(now)) return;
  succeeded(Stage::push, now);
  if (last_head_.has_value() && last_head_->seq > log_.order_end().seq) want(Stage::pull);
}

// False when the line says nothing that can be used.
bool Session::push_line(const OutgoingBundle& sent, JsonValue line, const Moment& now) {
  const JsonValue refusal = line.member("refusal");
  if (refusal.is(JsonType::object)) {
    push_refused(sent, text_member(refusal, "code"), now);
    return true;
  }
  const base::Result<Receipt> receipt = read_receipt(line.member("receipt"));
  if (!receipt.ok() || receipt.value().hash != sent.hash) return false;
  if (flag_member(line, "revoked")) revoked_ = true;
  const base::Status kept = log_.pushed(receipt.value());
  // A receipt that contradicts our order: the next pull shows whether the hub was restored.
  if (!kept.ok() && kept.error().code == ErrorCode::wrong_chain) return false;
  if (!keep(kept, now)) return false;
  setup_code_.clear();
  held_back_.erase(sent.replica.str());
  // A payload the hub did not know what to do with may be of this bundle.
  held_payloads_.clear();
  moved(now);
  return true;
}

void Session::push_refused(const OutgoingBundle& sent, const std::string& code, const Moment& now) {
  const auto held = held_back_.find(sent.replica.view());
  const bool follows_a_refused_one = held != held_back_.end() &&
                                     held->second.number < sent.number &&
                                     now.monotonic_millis < held->second.not_before;
  if (follows_a_refused_one) return;
  problem_ = Error{ErrorCode::hub_refused, code};
  if (code == "replica_revoked") revoked_ = true;
  if (code == "fork") {
    const base::Result<bool> again = log_.number_is_taken(sent.replica, sent.number);
    if (!again.ok()) return static_cast<void>(keep(again.error(), now));
    // The other device's bundles come first; then ours go on after them.
    want(Stage::pull);
    if (again.value()) return;
  }
  if (code == "gap" && !keep(log_.hub_lacks(sent.replica, sent.number), now)) return;
  const int64_t until =
      passes_with_time(code) ? now.monotonic_millis + pause_max_millis : INT64_MAX;
  held_back_[sent.replica.str()] = HeldBack{sent.number, until};
}

void Session::failed_by_code(const HubFailure& failure, const Answer& answer, const Moment& now) {
  const Stage stage = answered_stage_;
  const std::string& code = failure.code;
  const Error problem{ErrorCode::hub_refused, code};
  want(stage);
  if (code == "clock_wrong" && failure.at_millis.has_value()) {
    clock_offset_millis_ = *failure.at_millis - now.unix_millis;
  }
  const bool sign_again = code == "clock_wrong" || code == "request_unsigned" ||
                          code == "request_signature_wrong" || code == "nonce_used";
  if (sign_again && !signed_anew_) {
    signed_anew_ = true;
    at(stage).not_before = now.monotonic_millis;
    return;
  }
  if (code == "body_too_large" && push_bytes_ > push_bytes_min) {
    push_bytes_ = std::max(push_bytes_min, push_bytes_ / 2);
    at(stage).not_before = now.monotonic_millis;
    return;
  }
  if (code == "not_allowed" && stage == Stage::get_payloads) {
    payloads_not_allowed_ = true;
    at(stage).wanted = false;
    return;
  }
  if (code == "setup_code_wrong") setup_code_.clear();
  if (code == "replica_revoked") revoked_ = true;
  const bool long_pause = code == "replica_revoked" || code == "setup_code_wrong" ||
                          code == "space_full" || code == "not_allowed";
  const int64_t at_least =
      long_pause ? pause_max_millis : std::min<int64_t>(answer.retry_after_seconds, 3600) * 1000;
  pause(stage, problem, now, at_least);
}

}  // namespace linli::sync
