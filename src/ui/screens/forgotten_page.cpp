#include "ui/screens/forgotten_page.h"

#include "app/app.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int rows_max = 200;
}

void ForgottenPage::draw(Ui& ui) {
  if (revision_ != ui.app.revision()) {
    revision_ = ui.app.revision();
    rows_ = store::unfinished_attendance(ui.app.state(), ui.app.today(), rows_max);
  }
  back_link(ui, ui.tr(Str::activities_title), "activities");
  heading(ui, "title", ui.tr(Str::activities_forgotten), 1);
  soft_text(ui, "intro", ui.tr(Str::activities_forgotten_intro));
  if (rows_.empty()) {
    Card card(ui);
    empty_state(ui, "none", Icon::heart, ui.tr(Str::activities_none_forgotten));
  } else {
    Card card(ui);
    const List list(ui, "list", ui.tr(Str::activities_forgotten));
    for (const store::AttendanceRow& row : rows_) {
      const std::string name = name_text(ui, row.person_name, Names::whole);
      const std::string second =
          facts({row.activity_name.empty() ? row.site_name : row.activity_name,
                 app::near_day_text(row.in_day, ui.app.today(), ui.language),
                 ui.say(Str::activities_in_at, {{"time", base::minute_text(row.in_minute)}})});
      const bool doubtful = row.state == store::AttendanceState::doubtful;
      if (list_row(ui, row.attendance.view(), name,
                   {.second = second,
                    .end = ui.tr(doubtful ? Str::activities_doubtful : Str::activities_no_out),
                    .end_tone = Tone::warning,
                    .avatar = name})) {
        fix_.open(ui, row);
      }
    }
  }
  fix_.draw(ui);
}

}  // namespace linli::ui
