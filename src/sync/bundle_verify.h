// Judges whether a bundle from outside may stand in the log: the right space, the right
// key, the right place in its replica's chain. Authority (may this replica do that?) is
// never judged here; it is in the log and the fold knows it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "sync/bundle_codec.h"

namespace linli::sync {

struct KnownReplica {
  std::string public_key;
  int64_t last_number = 0;
  std::string last_hash;
};

// What the caller's log knows; asked again for every bundle.
class KnownReplicas {
 public:
  virtual ~KnownReplicas() = default;
  virtual std::optional<KnownReplica> find(const core::ReplicaId& replica) const = 0;
  // Hash of the bundle of that number, empty when the log doesn't hold it.
  virtual std::string hash_of(const core::ReplicaId& replica, int64_t number) const = 0;
};

enum class Standing : uint8_t {
  next,      // continues the chain: take it
  repeated,  // is in the log already
  early,     // bundles before it are missing here
  forked,    // another bundle has this number
};

// Verifies bundles in the order in which they are given; one that is `next` counts as
// known for those after it, so a page or a file is verified before any of it is stored.
class BundleVerifier {
 public:
  BundleVerifier(core::SpaceId space, const KnownReplicas& known) : space_(space), known_(known) {}

  // Errors: wrong_space, wrong_signature, wrong_chain, wrong_shape (opening without a key).
  base::Result<Standing> judge(const Bundle& bundle);

 private:
  struct Chain {
    KnownReplica state;
    std::map<int64_t, std::string> new_hashes;
  };
  core::SpaceId space_;
  const KnownReplicas& known_;
  std::map<std::string, Chain, std::less<>> chains_;
};

}  // namespace linli::sync
