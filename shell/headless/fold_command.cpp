#include "app/replay.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/native_env.h"
#include "store/query_sync.h"
#include "store/state_hash.h"

namespace linli::headless {
namespace {

std::string sentence_of(const store::OutcomeCount& count) {
  const std::string name = (count.refused ? "refusal_" : "flag_") + count.reason;
  const auto id = app::find_string(name);
  // The sentence is about many: its figure differs from one to the next.
  return id ? app::say(*id, language(), {{"figure", "…"}}) : std::string();
}

void print_taken(const app::Taken& taken) {
  print(app::Str::tool_taken, {{"bundles", std::to_string(taken.stored_bundles)},
                               {"operations", std::to_string(taken.stored_operations)},
                               {"repeated", std::to_string(taken.repeated_bundles)},
                               {"early", std::to_string(taken.early_bundles)},
                               {"forked", std::to_string(taken.forked_bundles)},
                               {"refused", std::to_string(taken.refused.size())},
                               {"payloads", std::to_string(taken.payloads)}});
}

}  // namespace

int run_fold(const Words& words) {
  const Arguments arguments(words, {{}, {}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (arguments.files().empty()) return misuse("fold");
  const auto files = read_files(arguments.files());
  if (!files.ok()) return fail("fold", files.error());

  NativeEnv env;
  const double begin = env.monotonic_seconds();
  const auto replayed =
      app::replay(env, {":memory:", ":memory:", "", app::Mode::desk}, files.value());
  if (!replayed.ok()) return fail("fold", replayed.error());
  const double seconds = env.monotonic_seconds() - begin;
  app::App& app = *replayed.value().app;
  print_taken(replayed.value().taken);
  for (const base::Error& error : replayed.value().taken.refused) fail("bundle", error);
  for (const store::OutcomeCount& count : store::count_outcomes(app.state())) {
    print(count.refused ? app::Str::tool_refused_count : app::Str::tool_flagged_count,
          {{"count", std::to_string(count.count)},
           {"reason", count.reason},
           {"sentence", sentence_of(count)}});
  }
  print(app::Str::tool_folded,
        {{"seq", std::to_string(app.projector().confirmed_seq())},
         {"milliseconds", std::to_string(static_cast<int64_t>(seconds * 1000))}});
  print(app::Str::tool_state_hash, {{"hash", store::state_hash(app.state())}});
  if (app.projector().update_needed()) {
    return fail("fold", {base::ErrorCode::update_needed, ""});
  }
  return replayed.value().taken.refused.empty() ? 0 : 1;
}

}  // namespace linli::headless
