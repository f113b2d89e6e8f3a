#include "ui/screens/records_screen.h"

#include "base/ids.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

bool names_record(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::RecordId::prefix());
}

}  // namespace

void RecordsScreen::opened(Ui& ui) {
  if (names_record(ui)) {
    page_.opened(ui, core::RecordId(ui.route.part(0)));
  } else if (ui.route.part(0) == "new") {
    form_.opened(ui);
  }
}

void RecordsScreen::draw(Ui& ui) {
  if (names_record(ui)) {
    page_.draw(ui);
  } else if (ui.route.part(0) == "new") {
    form_.draw(ui);
  } else {
    queue_.draw(ui);
  }
}

}  // namespace linli::ui
