// The sentence for what became of an operation: a refusal with its figure, a flag, or an
// error of the world outside. It never decides anything and shows nothing itself.
#pragma once

#include <string>

#include "app/projector.h"
#include "base/result.h"
#include "core/refusal.h"

namespace linli::ui {

struct Ui;

std::string flag_text(const Ui& ui, core::Flag flag, int64_t figure);
std::string refusal_text(const Ui& ui, core::Refusal refusal, int64_t figure);
// Empty when it was applied; a flagged fact is kept, and its sentence says what is doubtful.
std::string problem_of(const Ui& ui, const base::Result<app::Recorded>& recorded);
// True when the operation stands in the state: applied, or a fact with a flag.
bool stands(const base::Result<app::Recorded>& recorded);

}  // namespace linli::ui
