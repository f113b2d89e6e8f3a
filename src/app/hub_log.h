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

class HubLog : public sync::SessionLog {
 public:
  explicit HubLog(App& app) : app_(app), replicas_(app.log()) {}

  std::vector<sync::OutgoingBundle> bundles_to_push(const SkipBundle& skip,
                                                    size_t bytes_max) override;
  base::Status pushed(const sync::Receipt& receipt) override;
  base::Status hub_lacks(const core::ReplicaId& replica, int64_t number) override;

  sync::OrderEnd order_end() override;
  std::string head_at(int64_t seq) override { return app_.log().head_at(seq); }
  const sync::KnownReplicas& known_replicas() override { return replicas_; }
  base::Status pulled(const std::vector<sync::OrderedBundle>& page) override;
  base::Status forget_order_after(int64_t seq) override;

  sync::HubMark hub_mark() override;
  base::Status remember_hub(const sync::HubMark& mark) override;

  std::vector<sync::OutgoingPayload> payloads_to_put(const SkipHash& skip,
                                                     size_t bytes_max) override;
  base::Status payload_put(std::string_view commitment) override;
  int64_t payload_cursor() override;
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
