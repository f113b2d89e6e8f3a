// What a sync session needs of the log of this device, as narrow as a test can fake it.
// The session reads from here what the hub lacks, and hands over what the hub sent
// after it has verified it. Every hand-over must be durable before it returns ok.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sync/bundle_codec.h"
#include "sync/bundle_verify.h"
#include "sync/head.h"

namespace linli::sync {

struct OutgoingBundle {
  core::ReplicaId replica;
  int64_t number = 0;
  std::string hash;
  std::string text;
};

struct OutgoingPayload {
  std::string commitment;
  std::string text;
};

struct OutgoingBlob {
  std::string sha256;
  std::string bytes;
};

// A bundle at its place in the order, its signature, chain and head hash verified.
struct OrderedBundle {
  Bundle bundle;
  Receipt receipt;
  Standing standing = Standing::next;  // next, repeated, or forked from one held here
};

// Which hub this space belongs to. An empty key: none has been seen yet.
struct HubMark {
  std::string hub_key;
  int64_t epoch = 0;
};

class SessionLog {
 public:
  virtual ~SessionLog() = default;

  using SkipBundle = std::function<bool(const core::ReplicaId& replica, int64_t number)>;
  using SkipHash = std::function<bool(std::string_view hash)>;

  // Sealed bundles the hub is not known to have, each replica's in ascending number, in a
  // space that ordered itself in that order; the texts together at most `bytes_max`, but at
  // least one.
  virtual std::vector<OutgoingBundle> bundles_to_push(const SkipBundle& skip, size_t bytes_max) = 0;
  virtual base::Status pushed(const Receipt& receipt) = 0;
  // The hub lacks bundles of this replica before `number`: they must be offered again.
  virtual base::Status hub_lacks(const core::ReplicaId& replica, int64_t number) = 0;

  // The hub has another bundle of this replica with this number. True when ours is no bundle
  // any more and its operations will come in a later one; false when it belongs to another.
  virtual base::Result<bool> number_is_taken(const core::ReplicaId& replica, int64_t number) = 0;

  virtual OrderEnd order_end() = 0;
  virtual std::string head_at(int64_t seq) = 0;  // empty when nothing stands there
  virtual const KnownReplicas& known_replicas() = 0;
  virtual base::Status pulled(const std::vector<OrderedBundle>& page) = 0;
  // After an honest restore of the hub.
  virtual base::Status forget_order_after(int64_t seq) = 0;

  virtual HubMark hub_mark() = 0;
  virtual base::Status remember_hub(const HubMark& mark) = 0;
  // The hub's signed head at which our order stands: proof of our receipts for others.
  virtual base::Status remember_head(std::string_view signed_head) = 0;

  virtual std::vector<OutgoingPayload> payloads_to_put(const SkipHash& skip, size_t bytes_max) = 0;
  virtual base::Status payload_put(std::string_view commitment) = 0;
  virtual int64_t payload_cursor() = 0;
  // True when a bundle here names it, whether its text is here, awaited or erased.
  virtual bool names_payload(std::string_view commitment) = 0;
  // Payloads that bundles here name and nobody has sent yet.
  virtual int64_t payloads_missing() = 0;
  virtual base::Status payloads_got(const std::vector<OutgoingPayload>& page, int64_t cursor) = 0;

  virtual std::optional<OutgoingBlob> blob_to_put(const SkipHash& skip) = 0;
  virtual base::Status blob_put(std::string_view sha256) = 0;
  // Photos that somebody here wants to see.
  virtual std::string blob_to_get(const SkipHash& skip) = 0;
  virtual base::Status blob_got(const OutgoingBlob& blob) = 0;
};

}  // namespace linli::sync
