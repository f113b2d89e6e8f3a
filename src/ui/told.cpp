#include "ui/told.h"

#include "app/words.h"
#include "ui/screens/amount_words.h"
#include "ui/ui.h"

namespace linli::ui {

std::string flag_text(const Ui& ui, core::Flag flag, int64_t figure) {
  const std::string said = flag == core::Flag::overlong_attendance
                               ? app::span_text(figure, ui.language)
                               : app::number_text(figure);
  return ui.say(app::word(flag), {{"figure", said}});
}

std::string refusal_text(const Ui& ui, core::Refusal refusal, int64_t figure) {
  std::string said;
  switch (refusal) {
    // In coins, as the balance and the price beside it are told.
    case core::Refusal::not_enough_coins:
    case core::Refusal::not_enough_in_fund:
      said = amount_text(ui, core::Purse::coin, figure, coin_minutes_today(ui));
      break;
    case core::Refusal::below_redeem_gate:
    case core::Refusal::over_cap:
      said = app::hours_text(figure, ui.language);
      break;
    case core::Refusal::minutes_exceed_service:
      said = app::span_text(figure, ui.language);
      break;
    default:
      said = app::number_text(figure);
  }
  return ui.say(app::word(refusal), {{"figure", said}});
}

std::string problem_of(const Ui& ui, const base::Result<app::Recorded>& recorded) {
  if (!recorded.ok()) return std::string(ui.tr(app::word(recorded.error().code)));
  const core::Outcome& outcome = recorded.value().outcome;
  switch (outcome.kind) {
    case core::OutcomeKind::applied:
      return {};
    case core::OutcomeKind::flagged:
      return flag_text(ui, outcome.flag, outcome.figure);
    case core::OutcomeKind::refused:
      break;
  }
  return refusal_text(ui, outcome.refusal, outcome.figure);
}

bool stands(const base::Result<app::Recorded>& recorded) {
  return recorded.ok() && recorded.value().outcome.kind != core::OutcomeKind::refused;
}

}  // namespace linli::ui
