// The one door by which bundles, receipts and payloads from outside enter the log, from
// the hub or from a file: verified first, then stored in one durable commit. It must
// never let one bad bundle keep out another device's good one.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "sync/bundle_verify.h"
#include "sync/head.h"

namespace linli::app {

// What the log knows of each replica's chain.
class LogReplicas : public sync::KnownReplicas {
 public:
  explicit LogReplicas(store::Log& log) : log_(log) {}
  std::optional<sync::KnownReplica> find(const core::ReplicaId& replica) const override;
  std::string hash_of(const core::ReplicaId& replica, int64_t number) const override;

 private:
  store::Log& log_;
};

enum class Origin : uint8_t { hub, file };

struct Taken {
  int64_t stored_bundles = 0;
  int64_t stored_operations = 0;
  int64_t repeated_bundles = 0;
  int64_t early_bundles = 0;  // a bundle before it is missing here
  int64_t forked_bundles = 0;
  int64_t payloads = 0;
  int64_t receipts = 0;
  std::vector<base::Error> refused;  // one for each bundle that was not sound
};

class Intake {
 public:
  explicit Intake(App& app) : app_(app) {}

  // What `take` would do, without doing it.
  Taken look_at(const std::vector<sync::Bundle>& bundles) const;

  // Bundles in an order in which each replica's numbers rise. A receipt that contradicts
  // the order known here is an Error wrong_chain and nothing is stored.
  base::Result<Taken> take(const std::vector<sync::Bundle>& bundles,
                           const std::vector<sync::Receipt>& receipts, Origin origin);

  // Keeps those that a bundle in the log promised and nobody erased; counts the new ones.
  base::Result<int64_t> take_payloads(const std::vector<std::string>& texts, Origin origin);

 private:
  App& app_;
};

// The log's form of a bundle that was read and verified.
store::Bundle stored_form(const sync::Bundle& bundle, bool at_hub);

}  // namespace linli::app
