#include "app/replay.h"

#include <utility>

namespace linli::app {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int operations_per_slice = 10000;

base::Status take_file(App& app, const sync::BundleFile& file, Taken& all) {
  Intake intake(app);
  base::Result<Taken> taken = intake.take(file.bundles, file.receipts, Origin::file);
  if (!taken.ok()) return taken.error();
  const base::Result<int64_t> payloads = intake.take_payloads(file.payloads, Origin::file);
  if (!payloads.ok()) return payloads.error();
  const Taken& one = taken.value();
  all.stored_bundles += one.stored_bundles;
  all.stored_operations += one.stored_operations;
  all.repeated_bundles += one.repeated_bundles;
  all.early_bundles += one.early_bundles;
  all.forked_bundles += one.forked_bundles;
  all.receipts += one.receipts;
  all.payloads += payloads.value();
  all.refused.insert(all.refused.end(), one.refused.begin(), one.refused.end());
  return base::success();
}

}  // namespace

void fold_all(App& app) {
  while (app.work(operations_per_slice)) {
  }
}

base::Result<Replay> replay(base::Env& env, const OpenAt& at,
                            const std::vector<sync::BundleFile>& files) {
  base::Result<std::unique_ptr<App>> opened = App::open(env, at);
  if (!opened.ok()) return opened.error();
  Replay replay{std::move(opened).value(), {}};
  App& app = *replay.app;
  for (const sync::BundleFile& file : files) {
    if (!app.founded()) {
      Identity identity;
      identity.space = file.space;
      identity.role = core::ReplicaRole::auditor;
      bool any_receipt = false;
      for (const sync::BundleFile& one : files) any_receipt = any_receipt || !one.receipts.empty();
      identity.self_ordered = !any_receipt;
      if (base::Status kept = app.set_identity(identity); !kept.ok()) return kept.error();
    }
    if (file.space != app.identity().space) {
      return Error{ErrorCode::wrong_space, file.space.str()};
    }
    if (base::Status taken = take_file(app, file, replay.taken); !taken.ok()) return taken.error();
  }
  if (base::Status confirmed = app.projector().confirm(); !confirmed.ok()) return confirmed.error();
  fold_all(app);
  return replay;
}

}  // namespace linli::app
