#include "app/fold_bench.h"

#include <utility>

#include "app/generated_space.h"
#include "app/replay.h"
#include "store/state_hash.h"

namespace linli::app {

base::Result<FoldFigures> measure_fold(base::Env& env, const OpenAt& at, const GeneratorPlan& plan,
                                       int rounds, const std::function<void(App&)>& after_round) {
  FoldFigures figures;
  sync::BundleFile file;
  {
    GeneratedSpace space = generate_space(plan);
    figures.operations = space.operations;
    file.space = space.space;
    file.receipts = std::move(space.receipts);
    file.payloads = std::move(space.payload_texts);
    for (const std::string& text : space.bundle_texts) {
      base::Result<sync::Bundle> bundle = sync::read_bundle(std::string_view(text));
      if (!bundle.ok()) return bundle.error();
      figures.log_bytes += static_cast<int64_t>(text.size());
      file.bundles.push_back(std::move(bundle).value());
    }
  }
  const double decode_begin = env.monotonic_seconds();
  for (const sync::Bundle& bundle : file.bundles) {
    sync::BundleOperations operations;
    if (base::Status opened = operations.open(bundle.text); !opened.ok()) return opened.error();
    for (size_t i = 0; i < operations.count(); ++i) {
      if (const auto read = operations.read(i); !read.ok()) return read.error();
    }
  }
  figures.decode_seconds = env.monotonic_seconds() - decode_begin;

  base::Result<Replay> replayed = replay(env, at, {std::move(file)});
  if (!replayed.ok()) return replayed.error();
  App& app = *replayed.value().app;
  for (int round = 0; round < rounds; ++round) {
    const double begin = env.monotonic_seconds();
    if (base::Status started = app.projector().start_refold(); !started.ok()) {
      return started.error();
    }
    fold_all(app);
    figures.fold_seconds.push_back(env.monotonic_seconds() - begin);
    if (after_round) after_round(app);
  }
  figures.state_hash = store::state_hash(app.state());
  return figures;
}

}  // namespace linli::app
