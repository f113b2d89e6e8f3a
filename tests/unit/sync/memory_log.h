// The log of one device in memory, as the session sees it.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/session_log.h"
#include "unit/sync/replica.h"

namespace linli::sync {

class MemoryLog : public SessionLog, public KnownReplicas {
 public:
  std::map<std::string, Bundle> held;               // by hash
  std::vector<std::string> to_push;                 // hashes, in order
  std::map<int64_t, Receipt> places;                // by seq
  std::map<std::string, std::string> own_payloads;  // not yet at the hub
  std::map<std::string, std::string> payloads;      // got
  std::set<std::string> payloads_wanted;
  std::vector<OutgoingBlob> own_blobs;
  std::map<std::string, std::string> blobs;
  std::string blob_wanted;
  HubMark mark;
  std::string head_text;
  int64_t cursor = 0;
  bool full = false;  // the disk

  void add_own(const Bundle& bundle) {
    held[bundle.hash] = bundle;
    to_push.push_back(bundle.hash);
  }

  std::vector<OutgoingBundle> bundles_to_push(const SkipBundle& skip, size_t bytes_max) override {
    std::vector<OutgoingBundle> out;
    size_t bytes = 0;
    for (const std::string& hash : to_push) {
      const Bundle& one = held[hash];
      if (skip(one.replica, one.number)) continue;
      bytes += one.text.size();
      if (bytes > bytes_max && !out.empty()) break;
      out.push_back({one.replica, one.number, one.hash, one.text});
    }
    return out;
  }
  base::Status pushed(const Receipt& receipt) override {
    if (full) return base::Error{base::ErrorCode::storage_full, "log"};
    const auto place = places.find(receipt.seq);
    if (place != places.end() && place->second.hash != receipt.hash) {
      return base::Error{base::ErrorCode::wrong_chain, std::to_string(receipt.seq)};
    }
    places[receipt.seq] = receipt;
    to_push.erase(std::remove(to_push.begin(), to_push.end(), receipt.hash), to_push.end());
    return base::success();
  }
  base::Status hub_lacks(const core::ReplicaId& replica, int64_t number) override {
    for (int64_t i = number - 1; i >= 1; --i) {
      const std::string hash = hash_of(replica, i);
      if (!hash.empty() && std::count(to_push.begin(), to_push.end(), hash) == 0) {
        to_push.insert(to_push.begin(), hash);
      }
    }
    return base::success();
  }
  base::Result<bool> number_is_taken(const core::ReplicaId&, int64_t) override { return false; }
  OrderEnd order_end() override {
    OrderEnd end{0, first_head(test_space)};
    for (const auto& [seq, receipt] : places) {
      if (seq != end.seq + 1 || held.count(receipt.hash) == 0) break;
      end = {seq, receipt.head};
    }
    return end;
  }
  std::string head_at(int64_t seq) override {
    return places.count(seq) == 0 ? std::string() : places[seq].head;
  }
  const KnownReplicas& known_replicas() override { return *this; }
  base::Status pulled(const std::vector<OrderedBundle>& page) override {
    if (full) return base::Error{base::ErrorCode::storage_full, "log"};
    for (const OrderedBundle& one : page) {
      held[one.bundle.hash] = one.bundle;
      for (const std::string& commitment : one.bundle.commitments) {
        if (payloads.count(commitment) == 0) payloads_wanted.insert(commitment);
      }
      const base::Status status = pushed(one.receipt);
      if (!status.ok()) return status;
    }
    return base::success();
  }
  base::Status forget_order_after(int64_t seq) override {
    for (auto place = places.upper_bound(seq); place != places.end();) {
      to_push.push_back(place->second.hash);
      place = places.erase(place);
    }
    return base::success();
  }
  HubMark hub_mark() override { return mark; }
  base::Status remember_hub(const HubMark& seen) override {
    mark = seen;
    return base::success();
  }
  base::Status remember_head(std::string_view signed_head) override {
    head_text = signed_head;
    return base::success();
  }
  std::vector<OutgoingPayload> payloads_to_put(const SkipHash& skip, size_t) override {
    std::vector<OutgoingPayload> out;
    for (const auto& [commitment, text] : own_payloads) {
      if (!skip(commitment)) out.push_back({commitment, text});
    }
    return out;
  }
  base::Status payload_put(std::string_view commitment) override {
    own_payloads.erase(std::string(commitment));
    return base::success();
  }
  int64_t payload_cursor() override { return cursor; }
  bool names_payload(std::string_view commitment) override {
    const std::string key(commitment);
    return payloads.count(key) != 0 || payloads_wanted.count(key) != 0;
  }
  int64_t payloads_missing() override { return static_cast<int64_t>(payloads_wanted.size()); }
  base::Status payloads_got(const std::vector<OutgoingPayload>& page, int64_t at) override {
    for (const OutgoingPayload& one : page) {
      payloads[one.commitment] = one.text;
      payloads_wanted.erase(one.commitment);
    }
    cursor = at;
    return base::success();
  }
  std::optional<OutgoingBlob> blob_to_put(const SkipHash& skip) override {
    for (const OutgoingBlob& blob : own_blobs) {
      if (!skip(blob.sha256)) return blob;
    }
    return std::nullopt;
  }
  base::Status blob_put(std::string_view sha256) override {
    own_blobs.erase(std::remove_if(own_blobs.begin(), own_blobs.end(),
                                   [&](const OutgoingBlob& b) { return b.sha256 == sha256; }),
                    own_blobs.end());
    return base::success();
  }
  std::string blob_to_get(const SkipHash& skip) override {
    return blob_wanted.empty() || skip(blob_wanted) ? std::string() : blob_wanted;
  }
  base::Status blob_got(const OutgoingBlob& blob) override {
    blobs[blob.sha256] = blob.bytes;
    if (blob.sha256 == blob_wanted) blob_wanted.clear();
    return base::success();
  }

  std::optional<KnownReplica> find(const core::ReplicaId& replica) const override {
    KnownReplica known;
    for (const auto& [hash, bundle] : held) {
      if (bundle.replica != replica) continue;
      if (bundle.number == 1) known.public_key = bundle.opening.public_key;
      if (bundle.number > known.last_number) {
        known.last_number = bundle.number;
        known.last_hash = hash;
      }
    }
    if (known.last_number == 0) return std::nullopt;
    return known;
  }
  std::string hash_of(const core::ReplicaId& replica, int64_t number) const override {
    for (const auto& [hash, bundle] : held) {
      if (bundle.replica == replica && bundle.number == number) return hash;
    }
    return {};
  }
};

}  // namespace linli::sync
