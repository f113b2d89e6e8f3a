// The fold of a generated branch as one JSON line; built natively and to WASM from this
// same source, so that the two can be compared in one run.
#include "app/fold_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using linli::app::FoldFigures;

// Only the monotonic clock is asked for here; nothing is recorded.
class BenchEnv : public linli::base::Env {
 public:
  int64_t unix_millis() override { return 0; }
  linli::base::LocalTime local_time() override { return {{0}, 0, 0}; }
  void fill_random(unsigned char* bytes, size_t count) override { std::fill_n(bytes, count, 0); }
  double monotonic_seconds() override {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
  }
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** values) {
  linli::app::GeneratorPlan plan;
  plan.operations = count > 1 ? std::atoll(values[1]) : 100000;
  const int rounds = count > 2 ? std::atoi(values[2]) : 3;
  BenchEnv env;
  const auto found = linli::app::measure_fold(
      env, {":memory:", ":memory:", "", linli::app::Mode::desk}, plan, rounds);
  if (!found.ok()) {
    std::fprintf(stderr, "%s %s\n", linli::base::name(found.error().code),
                 found.error().where.c_str());
    return 1;
  }
  const FoldFigures& figures = found.value();
  const double operations = static_cast<double>(figures.operations);
  std::printf(
      "{\"operations\":%.0f,\"fold_operations_per_second\":%.0f,"
      "\"decode_operations_per_second\":%.0f,\"state_hash\":\"%s\"}\n",
      operations, operations / median(figures.fold_seconds), operations / figures.decode_seconds,
      figures.state_hash.c_str());
  return 0;
}
