// Measures the fold of a generated branch from its log, decoding included, the same in
// WASM and native.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/generator.h"

namespace linli::app {

struct FoldFigures {
  int64_t operations = 0;
  int64_t log_bytes = 0;             // text of all bundles
  double decode_seconds = 0;         // reading every operation, without folding
  std::vector<double> fold_seconds;  // one for each round, decoding and commit included
  std::string state_hash;
};

// `after_round` is called with the folded branch after each round, outside the measured time.
base::Result<FoldFigures> measure_fold(base::Env& env, const OpenAt& at, const GeneratorPlan& plan,
                                       int rounds,
                                       const std::function<void(App&)>& after_round = {});

}  // namespace linli::app
