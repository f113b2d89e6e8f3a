#include "ui/screens/needs_screen.h"

#include "base/ids.h"
#include "ui/ui.h"
#include "ui/widgets/empty_state.h"

namespace linli::ui {

namespace {

bool names_need(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::NeedId::prefix());
}

}  // namespace

void NeedsScreen::opened(Ui& ui) {
  if (ui.route.part(0) == "new") {
    form_.opened(ui);
  } else if (names_need(ui)) {
    page_.opened(ui, core::NeedId(ui.route.part(0)));
  } else {
    board_.opened(ui);
  }
}

void NeedsScreen::draw(Ui& ui) {
  const std::string_view part = ui.route.part(0);
  if (part.empty()) {
    board_.draw(ui);
  } else if (part == "new") {
    form_.draw(ui);
  } else if (names_need(ui)) {
    page_.draw(ui);
  } else if (empty_state(ui, "missing", Icon::need, ui.tr(app::Str::needs_missing),
                         ui.tr(app::Str::needs_missing_hint), ui.tr(app::Str::needs_to_board))) {
    ui.go("needs");
  }
}

}  // namespace linli::ui
