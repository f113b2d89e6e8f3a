// The fold of a generated branch, and bare inserts of the same rows, as one JSON line; built
// natively and to WASM from this same source, so that the two can be compared in one run.
#include "app/fold_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "bench/programs/bare_rows.h"

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
  int64_t row_count = 0;
  std::vector<double> row_seconds;
  const auto found =
      linli::app::measure_fold(env, {":memory:", ":memory:", "", linli::app::Mode::desk}, plan,
                               rounds, [&](linli::app::App& app) {
                                 const linli::bench::BareRows rows(app.state().handle());
                                 row_count = rows.count();
                                 row_seconds.push_back(rows.insert(env));
                               });
  if (!found.ok()) {
    std::fprintf(stderr, "%s %s\n", linli::base::name(found.error().code),
                 found.error().where.c_str());
    return 1;
  }
  const FoldFigures& figures = found.value();
  std::printf(
      "{\"operations\":%lld,\"rows\":%lld,\"fold_seconds\":%.6f,\"row_seconds\":%.6f,"
      "\"decode_seconds\":%.6f,\"state_hash\":\"%s\"}\n",
      static_cast<long long>(figures.operations), static_cast<long long>(row_count),
      median(figures.fold_seconds), median(row_seconds), figures.decode_seconds,
      figures.state_hash.c_str());
  return 0;
}
