#include <string>
#include <utility>

#include "sync/session.h"

namespace linli::sync {
namespace {

constexpr int32_t long_timeout_millis = 120000;  // a slow uplink needs its time for 2 MiB

template <class Item>
std::string lines_of(const std::vector<Item>& items) {
  std::string body;
  for (const Item& item : items) {
    body += item.text;
    body += '\n';
  }
  return body;
}

}  // namespace

std::string Session::space_path(std::string_view rest) const {
  return "/api/v1/spaces/" + space_.str() + "/" + std::string(rest);
}

std::string Session::events_path() const { return space_path("events"); }

SessionLog::SkipHash Session::skip(const HeldHashes& held, const Moment& now) {
  return [&held, now](std::string_view hash) {
    const auto found = held.find(hash);
    return found != held.end() && now.monotonic_millis < found->second;
  };
}

std::optional<Call> Session::make_call(Stage stage, const Moment& now) {
  Call call;
  call.method = "GET";
  switch (stage) {
    case Stage::push:
      return make_push(now);
    case Stage::pull:
      call.path = space_path("bundles?after=" + std::to_string(pull_from().seq));
      call.timeout_millis = long_timeout_millis;
      return call;
    case Stage::put_payloads:
      return make_put_payloads(now);
    case Stage::get_payloads:
      if (payloads_not_allowed_) return std::nullopt;
      call.path = space_path("payloads?after=" + std::to_string(log_.payload_cursor()));
      call.timeout_millis = long_timeout_millis;
      return call;
    case Stage::put_blobs:
      return make_put_blob(now);
    case Stage::get_blobs:
      return make_get_blob(now);
    case Stage::count_:
      break;
  }
  return std::nullopt;
}

std::optional<Call> Session::make_push(const Moment& now) {
  const auto is_held = [this, now](const core::ReplicaId& replica, int64_t number) {
    const auto held = held_back_.find(replica.view());
    return held != held_back_.end() && number >= held->second.number &&
           now.monotonic_millis < held->second.not_before;
  };
  sent_ = log_.bundles_to_push(is_held, push_bytes_);
  if (sent_.empty()) return std::nullopt;
  Call call;
  call.method = "POST";
  call.path = setup_code_.empty() ? space_path("bundles") : "/api/v1/spaces";
  call.setup_code = setup_code_;
  call.body = lines_of(sent_);
  call.gzip = true;
  call.timeout_millis = long_timeout_millis;
  return call;
}

std::optional<Call> Session::make_put_payloads(const Moment& now) {
  sent_payloads_ = log_.payloads_to_put(skip(held_payloads_, now), push_bytes_);
  if (sent_payloads_.empty()) return std::nullopt;
  Call call;
  call.method = "PUT";
  call.path = space_path("payloads");
  call.body = lines_of(sent_payloads_);
  call.gzip = true;
  call.timeout_millis = long_timeout_millis;
  return call;
}

std::optional<Call> Session::make_put_blob(const Moment& now) {
  if (!upload_.has_value()) {
    std::optional<OutgoingBlob> blob = log_.blob_to_put(skip(held_blobs_, now));
    if (!blob.has_value()) return std::nullopt;
    upload_ = BlobUpload{*std::move(blob), 0};
  }
  const std::string& bytes = upload_->blob.bytes;
  Call call;
  call.method = "PUT";
  call.path =
      space_path("blobs/" + upload_->blob.sha256 + "?offset=" + std::to_string(upload_->offset) +
                 "&size=" + std::to_string(bytes.size()));
  call.body = bytes.substr(static_cast<size_t>(upload_->offset), blob_part_bytes);
  call.timeout_millis = long_timeout_millis;
  return call;
}

std::optional<Call> Session::make_get_blob(const Moment& now) {
  blob_asked_ = log_.blob_to_get(skip(held_blobs_, now));
  if (blob_asked_.empty()) return std::nullopt;
  Call call;
  call.method = "GET";
  call.path = space_path("blobs/" + blob_asked_);
  call.timeout_millis = long_timeout_millis;
  return call;
}

}  // namespace linli::sync
