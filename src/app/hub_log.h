// The log as the sync session sees it: what the hub lacks is read from here, what the
// hub sent is stored durably and handed to the projector. It must never mark anything
// as being at the hub without a receipt.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/intake.h"
#include "sync/session_log.h"

namespace linli::app {

// Digits only; 0 for anything else.
int64_t integer_of(std::string_view text);

// Where the log keeps the latest number of our own that another device with our key has used;
// nothing is sealed before that device's bundle is here. Empty when this never happened.
inline constexpr std::string_view own_number_taken_name = "own_number_taken";

// Where the log keeps the hub's signed head at which our order stands.
inline constexpr std::string_view hub_head_name = "hub_head";

class HubLog : public sync::SessionLog {
 public:
  explicit HubLog(App& app) : app_(app), replicas_(app.log()) {}

  std::vector<sync::OutgoingBundle> bundles_to_push(const SkipBundle& skip,
                                                    size_t bytes_max) override;
  base::Status pushed(const sync::Receipt& receipt) override;
  base::Result<bool> number_is_taken(const core::ReplicaId& replica, int64_t number) override;
  base::Status hub_lacks(const core::ReplicaId& replica, int64_t number) override;

  sync::OrderEnd order_end() override;
  std::string head_at(int64_t seq) override { return app_.log().head_at(seq); }
  const sync::KnownReplicas& known_replicas() override { return replicas_; }
  base::Status pulled(const std::vector<sync::OrderedBundle>& page) override;
  base::Status forget_order_after(int64_t seq) override;

  sync::HubMark hub_mark() override;
  base::Status remember_hub(const sync::HubMark& mark) override;
  base::Status remember_head(std::string_view signed_head) override;

  std::vector<sync::OutgoingPayload> payloads_to_put(const SkipHash& skip,
                                                     size_t bytes_max) override;
  base::Status payload_put(std::string_view commitment) override;
  int64_t payload_cursor() override;
  bool names_payload(std::string_view commitment) override {
    return app_.log().names_payload(commitment);
  }
  int64_t payloads_missing() override { return app_.log().wanted_payloads(); }
  base::Status payloads_got(const std::vector<sync::OutgoingPayload>& page,
                            int64_t cursor) override;

  std::optional<sync::OutgoingBlob> blob_to_put(const SkipHash& skip) override;
  base::Status blob_put(std::string_view sha256) override;
  std::string blob_to_get(const SkipHash& skip) override;
  base::Status blob_got(const sync::OutgoingBlob& blob) override;

  // A screen shows a photo that is not here.
  void want_blob(std::string_view sha256);

 private:
  App& app_;
  LogReplicas replicas_;
  std::deque<std::string> wanted_blobs_;
};

}  // namespace linli::app
