// Names that prove themselves: a replica's id follows from its key, an invite's hash
// from its secret (docs/formats/bundle.md).
#pragma once

#include <string>
#include <string_view>

#include "core/field_types.h"

namespace linli::sync {

core::ReplicaId replica_id_of(std::string_view public_key_hex);
core::Hash invite_secret_hash(std::string_view secret_hex);

}  // namespace linli::sync
