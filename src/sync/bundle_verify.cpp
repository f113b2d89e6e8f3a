#include "sync/bundle_verify.h"

#include "base/crypto.h"
#include "sync/identity.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<Standing> BundleVerifier::judge(const Bundle& bundle) {
  const std::string number = std::to_string(bundle.number);
  if (bundle.space != space_) return Error{ErrorCode::wrong_space, bundle.space.str()};

  auto chain = chains_.find(bundle.replica.view());
  if (chain == chains_.end()) {
    if (std::optional<KnownReplica> known = known_.find(bundle.replica)) {
      chain = chains_.emplace(bundle.replica.str(), Chain{*std::move(known), {}}).first;
    }
  }
  if (chain == chains_.end() && bundle.number != 1) return Standing::early;

  std::string public_key = chain == chains_.end() ? std::string() : chain->second.state.public_key;
  if (bundle.number == 1) {
    // The name of a replica proves its key, so bundle 1 needs nobody to vouch for it.
    public_key = bundle.opening.public_key;
    if (replica_id_of(public_key) != bundle.replica) {
      return Error{ErrorCode::wrong_shape, "operations[0].data.public_key"};
    }
  }
  if (!base::ed25519_verify(signed_bytes(bundle), bundle.signature, public_key)) {
    return Error{ErrorCode::wrong_signature, number};
  }
  if (chain == chains_.end()) {
    chain = chains_.emplace(bundle.replica.str(), Chain{}).first;
    chain->second.state.public_key = public_key;
  }

  KnownReplica& state = chain->second.state;
  if (bundle.number <= state.last_number) {
    const auto fresh = chain->second.new_hashes.find(bundle.number);
    const std::string held = fresh != chain->second.new_hashes.end()
                                 ? fresh->second
                                 : known_.hash_of(bundle.replica, bundle.number);
    return held == bundle.hash ? Standing::repeated : Standing::forked;
  }
  if (bundle.number != state.last_number + 1) return Standing::early;
  if (bundle.number > 1 && bundle.previous != state.last_hash) {
    return Error{ErrorCode::wrong_chain, number};
  }
  state.last_number = bundle.number;
  state.last_hash = bundle.hash;
  chain->second.new_hashes.emplace(bundle.number, bundle.hash);
  return Standing::next;
}

}  // namespace linli::sync
