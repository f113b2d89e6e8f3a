// Cuts pending operations into bundles. Sealing has two steps because the signature is
// made elsewhere (WebCrypto): the bytes to sign go out, the signature comes back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_types.h"

namespace linli::sync {

// Where a replica's chain stands: the next bundle has number last_number + 1.
struct ChainEnd {
  core::SpaceId space;
  core::ReplicaId replica;
  int64_t last_number = 0;
  std::string last_hash;  // ignored while last_number is 0
};

struct UnsignedBundle {
  int64_t number = 0;
  std::string signed_bytes;
  std::string hash;
  size_t operation_count = 0;
};

// Takes as many of the operations from the front as one bundle may hold (at least one).
UnsignedBundle cut_bundle(const ChainEnd& end, const std::vector<std::string>& operation_texts,
                          size_t from = 0);

// The canonical text of the bundle with its signature (128 hex).
std::string sealed_text(const UnsignedBundle& bundle, std::string_view signature_hex);

}  // namespace linli::sync
