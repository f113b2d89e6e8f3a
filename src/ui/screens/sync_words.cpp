#include "ui/screens/sync_words.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/ui.h"

namespace linli::ui {

using app::Str;
using base::ErrorCode;

namespace {

struct HubCode {
  std::string_view code;  // docs/formats/hub-api.md
  Str words;
};

constexpr HubCode hub_codes[] = {
    {"failed", Str::sync_hub_failed},
    {"busy", Str::sync_hub_busy},
    {"too_many_requests", Str::sync_hub_busy},
    {"body_slow", Str::sync_hub_busy},
    {"unknown_replica", Str::sync_hub_unknown_device},
    {"request_unsigned", Str::sync_hub_signature},
    {"request_signature_wrong", Str::sync_hub_signature},
    {"nonce_used", Str::sync_hub_signature},
    {"space_full", Str::sync_hub_full},
};

}  // namespace

std::string hub_problem_text(Ui& ui, const base::Error& problem) {
  if (problem.code == ErrorCode::offline) {
    if (problem.where == "not_a_hub") return std::string(ui.tr(Str::sync_not_a_hub));
    return std::string(
        ui.tr(ui.app.surroundings().online ? Str::sync_hub_silent : app::word(problem.code)));
  }
  if (problem.code == ErrorCode::truncated) return std::string(ui.tr(Str::sync_hub_cut_off));
  if (problem.code == ErrorCode::hub_refused) {
    for (const HubCode& known : hub_codes) {
      if (known.code == problem.where) return std::string(ui.tr(known.words));
    }
  }
  return ui.say(app::word(problem.code), {{"where", problem.where}});
}

}  // namespace linli::ui
