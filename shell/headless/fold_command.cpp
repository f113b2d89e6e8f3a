#include "app/replay.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/native_env.h"
#include "store/query_ledger.h"
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

// Says what the ledger holds; false when its sums do not agree.
bool print_ledger(store::Database& state) {
  for (const store::PurseTotals& totals : store::purse_totals(state)) {
    print(app::Str::tool_ledger_purse, {{"purse", app::text(app::word(totals.purse), language())},
                                        {"transfers", std::to_string(totals.transfers)},
                                        {"people", std::to_string(totals.with_people)},
                                        {"funds", std::to_string(totals.with_funds)},
                                        {"issued", std::to_string(totals.issued)}});
  }
  const store::LedgerFaults faults = store::check_ledger(state);
  if (faults.none()) {
    print(app::Str::tool_ledger_sound, {});
    return true;
  }
  print(app::Str::tool_ledger_faults,
        {{"purses", std::to_string(faults.purses_not_zero)},
         {"posted", std::to_string(faults.posted_not_transfers)},
         {"held", std::to_string(faults.held_not_holds)},
         {"reversals", std::to_string(faults.reversals_not_opposite)},
         {"records", std::to_string(faults.credited_not_transferred)}});
  return false;
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
  const bool sound = print_ledger(app.state());
  return sound && replayed.value().taken.refused.empty() ? 0 : 1;
}

}  // namespace linli::headless
