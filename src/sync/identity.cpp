#include "sync/identity.h"

#include "base/crypto.h"

namespace linli::sync {

core::ReplicaId replica_id_of(std::string_view public_key_hex) {
  const std::string digest = base::sha256_hex("linli.replica/1\n" + std::string(public_key_hex));
  return core::ReplicaId("r_" + digest.substr(0, 32));
}

core::Hash invite_secret_hash(std::string_view secret_hex) {
  return core::Hash{base::sha256_hex("linli.invite/1\n" + std::string(secret_hex))};
}

}  // namespace linli::sync
