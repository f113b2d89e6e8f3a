#include <algorithm>

#include "app/fold_bench.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/native_env.h"

namespace linli::headless {
namespace {

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int64_t per_second(int64_t count, double seconds) {
  return static_cast<int64_t>(static_cast<double>(count) / std::max(seconds, 1e-9));
}

}  // namespace

// linli bench fold: the fold of a generated branch, from the text of the log to its rows.
int run_bench(const Words& words) {
  const Arguments arguments(words, {{"--seed", "--operations", "--rounds"}, {"--json"}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (arguments.files() != Words{"fold"}) return misuse("bench");
  const auto seed = arguments.number("--seed", 1, 0);
  const auto operations = arguments.number("--operations", 100000, 1);
  const auto rounds = arguments.number("--rounds", 3, 1);
  if (!seed) return misuse("--seed");
  if (!operations) return misuse("--operations");
  if (!rounds) return misuse("--rounds");

  NativeEnv env;
  app::GeneratorPlan plan;
  plan.seed = static_cast<uint64_t>(*seed);
  plan.operations = *operations;
  const auto figures = app::measure_fold(env, {":memory:", ":memory:", "", app::Mode::desk}, plan,
                                         static_cast<int>(*rounds));
  if (!figures.ok()) return fail("bench", figures.error());
  const app::FoldFigures& found = figures.value();
  const std::string fold_rate =
      std::to_string(per_second(found.operations, median(found.fold_seconds)));
  const std::string decode_rate =
      std::to_string(per_second(found.operations, found.decode_seconds));
  if (arguments.flag("--json")) {
    print("{\"operations\":" + std::to_string(found.operations) +
          ",\"log_bytes\":" + std::to_string(found.log_bytes) +
          ",\"rounds\":" + std::to_string(found.fold_seconds.size()) +
          ",\"fold_operations_per_second\":" + fold_rate + ",\"decode_operations_per_second\":" +
          decode_rate + ",\"state_hash\":\"" + found.state_hash + "\"}");
  } else {
    print(app::Str::tool_fold_bench, {{"operations", std::to_string(found.operations)},
                                      {"fold", fold_rate},
                                      {"decode", decode_rate}});
  }
  return 0;
}

}  // namespace linli::headless
