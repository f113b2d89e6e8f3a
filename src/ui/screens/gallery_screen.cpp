#include "ui/screens/gallery_screen.h"

#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

void GalleryScreen::draw(Ui& ui) {
  heading(ui, "title", ui.tr(Str::gallery_title), 1);
  soft_text(ui, "intro", ui.tr(Str::gallery_intro));
  Grid grid(ui, 360);
  {
    Card card(ui);
    heading(ui, "buttons", ui.tr(Str::gallery_buttons));
    Row row(ui);
    if (primary_button(ui, "primary", ui.tr(Str::gallery_primary), Icon::check)) {
      ++pressed_;
      ui.toasts.add(ui.say(Str::gallery_pressed, {{"count", app::number_text(pressed_)}}),
                    Tone::success);
    }
    button(ui, "secondary", ui.tr(Str::gallery_secondary));
    quiet_button(ui, "quiet", ui.tr(Str::gallery_quiet));
    button(ui, "danger", ui.tr(Str::gallery_danger),
           {.kind = ButtonKind::danger, .icon = Icon::trash});
    button(ui, "disabled", ui.tr(Str::gallery_disabled), {.disabled = true});
    button(ui, "busy", ui.tr(Str::gallery_busy), {.busy = true});
    icon_button(ui, "icon", ui.tr(Str::widget_search), Icon::search);
  }
  {
    Card card(ui);
    heading(ui, "fields", ui.tr(Str::gallery_fields));
    text_field(ui, "name", ui.tr(Str::gallery_name), name_, {.required = true});
    search_field(ui, "search", ui.tr(Str::widget_search), search_);
    text_field(ui, "story", ui.tr(Str::gallery_story), story_,
               {.hint = ui.tr(Str::gallery_story_hint), .lines = 3});
  }
  {
    Card card(ui);
    heading(ui, "rows", ui.tr(Str::gallery_rows));
    const List list(ui, "list", ui.tr(Str::gallery_rows));
    list_row(ui, "one", ui.tr(Str::gallery_person),
             {.second = ui.tr(Str::gallery_person_second),
              .end = app::hours_text(90, ui.language),
              .avatar = ui.tr(Str::gallery_person)});
    list_row(ui, "two", ui.tr(Str::gallery_need),
             {.second = ui.tr(Str::gallery_need_second), .icon = Icon::need});
  }
}

}  // namespace linli::ui
