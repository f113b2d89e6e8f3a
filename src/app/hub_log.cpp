#include "app/hub_log.h"

#include <algorithm>
#include <set>

namespace linli::app {
namespace {

constexpr std::string_view hub_key_name = "hub_key";
constexpr std::string_view hub_epoch_name = "hub_epoch";
constexpr std::string_view payload_cursor_name = "payload_cursor";
constexpr int64_t first_look = 64;  // rows read at once; grows while all of them are skipped
constexpr int64_t last_look = 64 * 1024;

}  // namespace

int64_t integer_of(std::string_view text) {
  int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::vector<sync::OutgoingBundle> HubLog::bundles_to_push(const SkipBundle& skip,
                                                          size_t bytes_max) {
  std::vector<sync::OutgoingBundle> bundles;
  for (int64_t look = first_look; look <= last_look && bundles.empty(); look *= 8) {
    int64_t seen = 0;
    size_t bytes = 0;
    bool full = false;
    app_.log().each_bundle_not_at_hub(look, [&](const store::Bundle& bundle) {
      ++seen;
      const core::ReplicaId replica(bundle.replica);
      if (full || skip(replica, bundle.number)) return;
      full = !bundles.empty() && bytes + bundle.text.size() > bytes_max;
      if (full) return;
      bytes += bundle.text.size();
      bundles.push_back({replica, bundle.number, bundle.hash, bundle.text});
    });
    if (seen < look) break;
  }
  return bundles;
}

base::Status HubLog::pushed(const sync::Receipt& receipt) {
  const base::Status kept = app_.log().together([&]() -> base::Status {
    if (auto placed = app_.log().order(receipt.seq, receipt.hash, receipt.head); !placed) {
      return placed;
    }
    if (app_.identity().self_ordered) {
      // From the first receipt on it is the hub that orders.
      Identity attached = app_.identity();
      attached.self_ordered = false;
      if (auto set = app_.set_identity(attached); !set) return set;
    }
    return app_.log().mark_bundle_at_hub(receipt.hash);
  });
  if (kept) (void)app_.projector().confirm();
  return kept;
}

base::Result<bool> HubLog::number_is_taken(const core::ReplicaId& replica, int64_t number) {
  if (replica != app_.identity().replica) return false;
  std::vector<store::OwnOperation> operations;
  std::set<std::string> seen;
  app_.log().each_own_not_at_hub(replica.view(), number, [&](const store::Bundle& bundle) {
    sync::BundleOperations content;
    CHECK(content.open(bundle.text).ok());  // this device wrote it
    for (size_t i = 0; i < content.count(); ++i) {
      const auto envelope = content.envelope(i);
      CHECK(envelope.ok());
      if (!seen.insert(envelope.value().id.str()).second) continue;
      store::OwnOperation operation{envelope.value().id.str(), std::string(content.text(i)),
                                    envelope.value().at_millis, std::nullopt};
      if (!envelope.value().commitment.empty()) {
        operation.payload = store::Payload{envelope.value().commitment, "", ""};
      }
      operations.push_back(std::move(operation));
    }
  });
  const base::Status kept = app_.log().together([&]() -> base::Status {
    if (auto done = app_.log().take_back(replica.view(), number, operations); !done) return done;
    return app_.log().set(own_number_taken_name, std::to_string(number));
  });
  if (!kept) return kept.error();
  (void)app_.projector().confirm();
  return true;
}

base::Status HubLog::hub_lacks(const core::ReplicaId& replica, int64_t number) {
  return app_.log().mark_bundles_not_at_hub(replica.view(), number);
}

sync::OrderEnd HubLog::order_end() {
  const store::LogHead head = app_.log().head();
  return {head.seq, head.head};
}

base::Status HubLog::pulled(const std::vector<sync::OrderedBundle>& page) {
  for (const sync::OrderedBundle& one : page) {
    if (one.standing != sync::Standing::forked) continue;
    if (const auto ours = number_is_taken(one.bundle.replica, one.bundle.number); !ours.ok()) {
      return ours.error();
    }
  }
  std::vector<sync::Bundle> bundles;
  std::vector<sync::Receipt> receipts;
  for (const sync::OrderedBundle& one : page) {
    bundles.push_back(one.bundle);
    receipts.push_back(one.receipt);
  }
  const auto taken = Intake(app_).take(bundles, receipts, Origin::hub);
  if (!taken) return taken.error();
  (void)app_.projector().confirm();
  return base::success();
}

base::Status HubLog::forget_order_after(int64_t seq) {
  const base::Status forgotten = app_.log().forget_order_after(seq);
  if (forgotten) (void)app_.projector().confirm();
  return forgotten;
}

sync::HubMark HubLog::hub_mark() {
  return {app_.log().get(hub_key_name), integer_of(app_.log().get(hub_epoch_name))};
}

base::Status HubLog::remember_hub(const sync::HubMark& mark) {
  const sync::HubMark before = hub_mark();
  return app_.log().together([&]() -> base::Status {
    if (!before.hub_key.empty() && mark.epoch > before.epoch) {
      // Restored from a backup: it counts its payloads anew, and lacks what came after.
      if (auto forgotten = app_.log().forget_what_the_hub_has(); !forgotten) return forgotten;
      if (auto set = app_.log().set(payload_cursor_name, ""); !set) return set;
    }
    if (auto set = app_.log().set(hub_key_name, mark.hub_key); !set) return set;
    return app_.log().set(hub_epoch_name, std::to_string(mark.epoch));
  });
}

base::Status HubLog::remember_head(std::string_view signed_head) {
  return app_.log().set(hub_head_name, signed_head);
}

std::vector<sync::OutgoingPayload> HubLog::payloads_to_put(const SkipHash& skip, size_t bytes_max) {
  std::vector<sync::OutgoingPayload> payloads;
  for (int64_t look = first_look; look <= last_look && payloads.empty(); look *= 8) {
    int64_t seen = 0;
    size_t bytes = 0;
    bool full = false;
    app_.log().each_payload_not_at_hub(look, [&](const store::Payload& payload) {
      ++seen;
      if (full || skip(payload.commitment)) return;
      full = !payloads.empty() && bytes + payload.text.size() > bytes_max;
      if (full) return;
      bytes += payload.text.size();
      payloads.push_back({payload.commitment, payload.text});
    });
    if (seen < look) break;
  }
  return payloads;
}

base::Status HubLog::payload_put(std::string_view commitment) {
  return app_.log().mark_payload_at_hub(commitment);
}

int64_t HubLog::payload_cursor() { return integer_of(app_.log().get(payload_cursor_name)); }

base::Status HubLog::payloads_got(const std::vector<sync::OutgoingPayload>& page, int64_t cursor) {
  std::vector<std::string> texts;
  for (const sync::OutgoingPayload& payload : page) texts.push_back(payload.text);
  const base::Status kept = app_.log().together([&]() -> base::Status {
    if (const auto taken = Intake(app_).take_payloads(texts, Origin::hub); !taken) {
      return taken.error();
    }
    return app_.log().set(payload_cursor_name, std::to_string(cursor));
  });
  if (kept && !page.empty()) (void)app_.projector().confirm();
  return kept;
}

std::optional<sync::OutgoingBlob> HubLog::blob_to_put(const SkipHash& skip) {
  for (const std::string& name : app_.log().blobs_not_at_hub(last_look)) {
    if (skip(name)) continue;
    if (auto bytes = app_.log().blob(name)) return sync::OutgoingBlob{name, *std::move(bytes)};
  }
  return std::nullopt;
}

base::Status HubLog::blob_put(std::string_view sha256) {
  return app_.log().mark_blob_at_hub(sha256);
}

std::string HubLog::blob_to_get(const SkipHash& skip) {
  for (const std::string& name : wanted_blobs_) {
    if (!skip(name)) return name;
  }
  return "";
}

base::Status HubLog::blob_got(const sync::OutgoingBlob& blob) {
  const base::Status kept = app_.log().put_blob(blob.sha256, blob.bytes, true);
  if (!kept) return kept;
  const auto found = std::find(wanted_blobs_.begin(), wanted_blobs_.end(), blob.sha256);
  if (found != wanted_blobs_.end()) wanted_blobs_.erase(found);
  return kept;
}

void HubLog::want_blob(std::string_view sha256) {
  if (app_.log().has_blob(sha256)) return;
  if (std::find(wanted_blobs_.begin(), wanted_blobs_.end(), sha256) == wanted_blobs_.end()) {
    wanted_blobs_.emplace_back(sha256);
  }
}

}  // namespace linli::app
