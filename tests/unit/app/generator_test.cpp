#include "app/generator.h"

#include <gtest/gtest.h>

#include "app/generated_space.h"
#include "app/replay.h"
#include "store/query_sync.h"
#include "store/state_hash.h"

namespace linli::app {
namespace {

// Nothing is recorded in a replay, so the world is never asked.
class StillWorld : public base::Env {
 public:
  int64_t unix_millis() override { return 0; }
  base::LocalTime local_time() override { return {{0}, 0, 0}; }
  void fill_random(unsigned char* bytes, size_t count) override {
    for (size_t i = 0; i < count; ++i) bytes[i] = 0;
  }
  double monotonic_seconds() override { return 0; }
};

sync::BundleFile file_of(const GeneratedSpace& space, size_t from, size_t to) {
  sync::BundleFile file;
  file.space = space.space;
  for (size_t i = from; i < to; ++i) {
    auto bundle = sync::read_bundle(std::string_view(space.bundle_texts[i]));
    EXPECT_TRUE(bundle.ok());
    file.bundles.push_back(std::move(bundle).value());
    file.receipts.push_back(space.receipts[i]);
  }
  file.payloads = space.payload_texts;
  return file;
}

std::string hash_of(const std::vector<sync::BundleFile>& files) {
  StillWorld world;
  auto replayed = replay(world, {":memory:", ":memory:", "", Mode::desk}, files);
  EXPECT_TRUE(replayed.ok());
  return store::state_hash(replayed.value().app->state());
}

GeneratorPlan plan_of(int64_t operations, uint64_t seed = 1) {
  GeneratorPlan plan;
  plan.operations = operations;
  plan.seed = seed;
  return plan;
}

TEST(Generator, MakesTheSameBranchFromTheSameSeed) {
  const GeneratedSpace one = generate_space(plan_of(2000));
  const GeneratedSpace again = generate_space(plan_of(2000));
  const GeneratedSpace other = generate_space(plan_of(2000, 2));
  EXPECT_EQ(one.operations, 2000);
  EXPECT_EQ(one.bundle_texts, again.bundle_texts);
  EXPECT_EQ(one.payload_texts, again.payload_texts);
  EXPECT_NE(one.space, other.space);
}

TEST(Generator, MakesABranchWhoseLifeIsMostlyInOrder) {
  const GeneratedSpace space = generate_space(plan_of(5000));
  StillWorld world;
  const auto replayed = replay(world, {":memory:", ":memory:", "", Mode::desk},
                               {file_of(space, 0, space.bundle_texts.size())});
  ASSERT_TRUE(replayed.ok());
  EXPECT_EQ(replayed.value().taken.stored_operations, 5000);
  EXPECT_TRUE(replayed.value().taken.refused.empty());
  App& app = *replayed.value().app;
  EXPECT_EQ(app.projector().confirmed_seq(), static_cast<int64_t>(space.receipts.size()));
  EXPECT_FALSE(app.projector().update_needed());
  int64_t refused = 0;
  int64_t flagged = 0;
  for (const store::OutcomeCount& count : store::count_outcomes(app.state())) {
    EXPECT_NE(count.reason, "unfoldable");
    EXPECT_NE(count.reason, "not_allowed");
    (count.refused ? refused : flagged) += count.count;
  }
  EXPECT_GT(refused, 0);
  EXPECT_GT(flagged, 0);
  EXPECT_LT(refused + flagged, 5000 / 10);
}

TEST(Generator, FilesInAnyOrderAndTwiceGiveTheSameState) {
  const GeneratedSpace space = generate_space(plan_of(3000));
  const size_t count = space.bundle_texts.size();
  ASSERT_GT(count, 8u);
  const std::string whole = hash_of({file_of(space, 0, count)});
  const sync::BundleFile first = file_of(space, 0, count / 2);
  const sync::BundleFile second = file_of(space, count / 2, count);
  EXPECT_EQ(hash_of({first, second}), whole);
  EXPECT_EQ(hash_of({first, first, second, first}), whole);
  // The second file has to wait for the first; it is read again after it.
  EXPECT_EQ(hash_of({second, first, second}), whole);
}

}  // namespace
}  // namespace linli::app
