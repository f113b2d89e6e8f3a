// A generated branch as bundles: what its replicas would have sealed and a hub would
// have ordered. For benches, tests and `linli generate`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/generator.h"
#include "sync/head.h"

namespace linli::app {

struct GeneratedSpace {
  core::SpaceId space;
  std::vector<std::string> bundle_texts;  // in their order, one receipt each
  std::vector<sync::Receipt> receipts;
  std::vector<std::string> payload_texts;
  int64_t operations = 0;
};

// Cuts a bundle whenever another replica goes on, or one is full.
GeneratedSpace generate_space(const GeneratorPlan& plan);

}  // namespace linli::app
