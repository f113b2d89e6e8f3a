// A space folded from files of bundles in a store of its own, for the native program,
// benches and tests: no staff, no key, nothing is recorded there.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/intake.h"
#include "sync/file_codec.h"

namespace linli::app {

struct Replay {
  std::unique_ptr<App> app;
  Taken taken;
};

// All files must be of one space. Without any receipt the order of the files is the order.
base::Result<Replay> replay(base::Env& env, const OpenAt& at,
                            const std::vector<sync::BundleFile>& files);

// Works until everything that waits is folded.
void fold_all(App& app);

}  // namespace linli::app
