// How the connection to the hub is said: one sentence for each way in which it can fail.
// It never names a code where a sentence exists.
#pragma once

#include <string>

#include "base/result.h"

namespace linli::ui {

struct Ui;

// What hinders the sync session, and what that means for the records.
std::string hub_problem_text(Ui& ui, const base::Error& problem);

}  // namespace linli::ui
