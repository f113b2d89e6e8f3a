#include <algorithm>
#include <utility>

#include "base/crypto.h"
#include "sync/operation_codec.h"
#include "sync/session.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;

void Session::answered_put_payloads(const Answer& answer, const Moment& now) {
  if (answer.status != 200) return failed(answer, now);
  size_t answered = 0;
  bool sound = true;
  const ListEnd end = read_lines(
      answer.body,
      [&](JsonValue line) {
        if (answered == sent_payloads_.size()) return false;
        sound = payload_line(sent_payloads_[answered++].commitment, line, now) && sound;
        return true;
      },
      [](JsonValue) {});
  if (end == ListEnd::not_a_hub) return no_network("not_a_hub", now);
  contact(now);
  if (!sound || answered < sent_payloads_.size()) {
    return pause(Stage::put_payloads, Error{ErrorCode::truncated, "payloads"}, now);
  }
  succeeded(Stage::put_payloads, now);
}

bool Session::payload_line(const std::string& commitment, JsonValue line, const Moment& now) {
  const std::string code = text_member(line.member("refusal"), "code");
  // Erased: the hub must not have it, and never wants it again.
  if (text_member(line, "accepted") == commitment || code == "payload_erased") {
    moved(now);
    return keep(log_.payload_put(commitment), now);
  }
  if (code.empty()) return false;
  held_payloads_[commitment] = now.monotonic_millis + pause_max_millis;
  if (code != "payload_unknown") problem_ = Error{ErrorCode::hub_refused, code};
  return true;
}

void Session::answered_get_payloads(const Answer& answer, const Moment& now) {
  if (answer.status != 200) return failed(answer, now);
  std::vector<OutgoingPayload> page;
  int64_t cursor = log_.payload_cursor();
  const int64_t cursor_before = cursor;
  bool more = false;
  bool early = false;
  const ListEnd end = read_lines(
      answer.body,
      [&](JsonValue line) {
        const int64_t at = integer_member(line, "cursor", 0);
        if (at <= cursor) return false;
        if (early) return true;
        const JsonValue payload = line.member("payload");
        std::string text(payload.is(JsonType::object) ? payload.bytes() : std::string_view());
        const std::string commitment = payload_commitment(text);
        // A payload that is not what an operation committed to is nobody's.
        if (commitment == text_member(line, "commitment") && check_payload(text).ok()) {
          // One whose bundle is not here yet would find no place: it is asked for again.
          early = !log_.names_payload(commitment);
          if (early) return true;
          page.push_back({commitment, std::move(text)});
        }
        cursor = at;
        return true;
      },
      [&](JsonValue last) {
        if (!early) cursor = std::max(cursor, integer_member(last, "cursor", 0));
        more = flag_member(last, "more") || early;
      });
  if (end == ListEnd::not_a_hub) return no_network("not_a_hub", now);
  contact(now);
  if (cursor != cursor_before) {
    if (!keep(log_.payloads_got(page, cursor), now)) return;
    if (!page.empty()) moved(now);
  }
  if (end == ListEnd::cut_off || (more && !early && cursor == cursor_before)) {
    return pause(Stage::get_payloads, Error{ErrorCode::truncated, "payloads"}, now);
  }
  succeeded(Stage::get_payloads, now);
  if (early) {
    at(Stage::get_payloads).wanted = false;
    want(Stage::pull);
    return poll_payloads_later(now);
  }
  at(Stage::get_payloads).wanted = more;
  if (more) return;
  // A device sends its bundles first and the payloads after: what is missing may be on its way.
  if (log_.payloads_missing() == 0) {
    payload_rounds_ = 0;
    return;
  }
  poll_payloads_later(now);
}

void Session::poll_payloads_later(const Moment& now) {
  payload_rounds_ = std::min(payload_rounds_ + 1, 20);
  payload_poll_at_ = now.monotonic_millis +
                     std::min(pause_first_millis << (payload_rounds_ - 1), pause_max_millis);
}

void Session::answered_put_blob(const Answer& answer, const Moment& now) {
  const int64_t size = static_cast<int64_t>(upload_->blob.bytes.size());
  const HubFailure failure = answer.status == 200 ? HubFailure{} : read_failure(answer.body);
  if (failure.code == "blob_offset_wrong" && failure.have.has_value() && *failure.have >= 0 &&
      *failure.have < size && *failure.have != upload_->offset) {
    contact(now);
    upload_->offset = *failure.have;
    return;
  }
  if (failure.code == "blob_mismatch") {
    contact(now);
    held_blobs_[upload_->blob.sha256] = now.monotonic_millis + pause_max_millis;
    problem_ = Error{ErrorCode::hub_refused, failure.code};
    upload_.reset();
    return;
  }
  if (answer.status != 200) return failed(answer, now);
  JsonDocument document;
  if (!document.read(answer.body, JsonForm::any).ok() ||
      integer_member(document.root(), "size", -1) != size) {
    return no_network("not_a_hub", now);
  }
  const int64_t have = integer_member(document.root(), "have", -1);
  if (have <= upload_->offset && have != size) {
    return pause(Stage::put_blobs, Error{ErrorCode::truncated, "blob"}, now);
  }
  moved(now);
  upload_->offset = have;
  if (have == size) {
    if (!keep(log_.blob_put(upload_->blob.sha256), now)) return;
    upload_.reset();
  }
  succeeded(Stage::put_blobs, now);
}

void Session::answered_get_blob(const Answer& answer, const Moment& now) {
  const HubFailure failure = answer.status == 200 ? HubFailure{} : read_failure(answer.body);
  if (failure.code == "not_found" || failure.code == "not_allowed") {
    contact(now);
    held_blobs_[blob_asked_] = now.monotonic_millis + pause_max_millis;
    return;
  }
  if (answer.status != 200) return failed(answer, now);
  if (base::sha256_hex(answer.body) != blob_asked_) {
    held_blobs_[blob_asked_] = now.monotonic_millis + pause_max_millis;
    return pause(Stage::get_blobs, Error{ErrorCode::wrong_hash, "blob"}, now);
  }
  if (!keep(log_.blob_got({blob_asked_, answer.body}), now)) return;
  moved(now);
  succeeded(Stage::get_blobs, now);
}

}  // namespace linli::sync
