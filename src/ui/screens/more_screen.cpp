#include "ui/screens/more_screen.h"

#include "ui/look.h"
#include "ui/screens/registry.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"

namespace linli::ui {

void MoreScreen::draw(Ui& ui) {
  heading(ui, "title", ui.tr(app::Str::widget_more), 1);
  {
    const Card card(ui);
    const List list(ui, "list", ui.tr(app::Str::widget_menu));
    int in_bar = phone_bar_items;
    for (const ScreenEntry& entry : screen_entries()) {
      const bool elsewhere =
          entry.place == Place::more || (entry.place == Place::main && in_bar <= 0);
      in_bar -= entry.place == Place::main ? 1 : 0;
      if (elsewhere && list_row(ui, entry.route, ui.tr(entry.title), {.icon = entry.icon})) {
        ui.go(std::string(entry.route));
      }
    }
  }
  const Row row(ui);
  if (button(ui, "large", ui.tr(app::Str::widget_large_mode),
             {.icon = Icon::large_text, .pressed = ui.density == Density::large})) {
    toggle_large_mode(ui);
  }
  if (button(ui, "language", ui.tr(app::Str::widget_other_language), {.icon = Icon::language})) {
    switch_language(ui);
  }
}

}  // namespace linli::ui
