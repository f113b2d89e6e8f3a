// The hub's order of a space: a chain of head hashes, receipts that name a place in it,
// and the head that the hub signs. A replica must refuse an order that doesn't continue
// what it has seen.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/field_types.h"
#include "sync/canonical_json.h"

namespace linli::sync {

std::string first_head(const core::SpaceId& space);
std::string next_head(std::string_view head, std::string_view bundle_hash);

struct Receipt {
  core::ReplicaId replica;
  int64_t number = 0;
  int64_t seq = 0;
  std::string hash;  // of the bundle
  std::string head;  // at seq
};

std::string write_receipt(const Receipt& receipt);
// Unknown members are passed over, as everywhere in a hub's answers.
base::Result<Receipt> read_receipt(JsonValue value);

struct Head {
  core::SpaceId space;
  int64_t seq = 0;
  std::string head;
  int64_t epoch = 1;
  std::string hub_key;
  int64_t at_millis = 0;  // the hub's clock
};

// Checks the signature by the key that the head names; whether that is the hub's known key
// is for the caller. Errors: wrong_shape, wrong_space, wrong_signature, update_needed.
base::Result<Head> read_head(JsonValue value, const core::SpaceId& space);

// Those of the receipts that the signed head vouches for: they lead, place by place, up to it,
// from a place whose head is known here (`known_head_at`, empty when nothing stands there) or
// from the first. A receipt alone is signed by nobody.
std::vector<Receipt> proven_receipts(const std::vector<Receipt>& receipts, const Head& head,
                                     const std::function<std::string(int64_t)>& known_head_at);

// Where in the order a replica stands.
struct OrderEnd {
  int64_t seq = 0;
  std::string head;
};

// Moves `end` over one ordered bundle; wrong_chain when it doesn't continue the order.
base::Status extend(OrderEnd& end, const Receipt& receipt, std::string_view bundle_hash);

}  // namespace linli::sync
