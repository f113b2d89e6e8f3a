#include "ui/screens/attendance_fix.h"

#include "app/app.h"
#include "base/limits.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int32_t usual_stay_minutes = 120;
}

void AttendanceFix::open(Ui&, const store::AttendanceRow& row) {
  open_ = true;
  row_ = row;
  in_ = row.in_minute;
  out_ = row.out_minute.has_value()
             ? row.out_minute
             : std::optional<int32_t>((row.in_minute + usual_stay_minutes) % base::minutes_per_day);
  next_day_ = row.out_day.has_value() ? row.in_day < *row.out_day
                                      : row.in_minute + usual_stay_minutes >= base::minutes_per_day;
  problem_.clear();
}

bool AttendanceFix::save(Ui& ui) {
  core::AttendanceCorrected corrected;
  corrected.attendance = row_.attendance;
  corrected.session = row_.session;
  corrected.in_day = row_.in_day;
  corrected.in_minute = *in_;
  corrected.out_day = base::Day{row_.in_day.number + (next_day_ ? 1 : 0)};
  corrected.out_minute = *out_;
  const auto recorded = ui.app.dispatch(std::move(corrected));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return false;
  open_ = false;
  ui.toasts.add(std::string(ui.tr(Str::activities_put_right)), Tone::success);
  return true;
}

bool AttendanceFix::draw(Ui& ui) {
  Dialog dialog(ui, "fix", ui.tr(Str::activities_fix), open_);
  if (!dialog) return false;
  text(ui, "who",
       facts({name_text(ui, row_.person_name, Names::whole),
              app::full_day_text(row_.in_day, ui.language)}),
       {.style = TextStyle::strong});
  soft_text(ui, "hint", ui.tr(Str::activities_fix_hint));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  {
    Grid grid(ui, 200);
    time_field(ui, "in", ui.tr(Str::activities_came_at), in_,
               {.first_hour = 0, .last_hour = 23, .minute_step = 5, .required = true});
    time_field(ui, "out", ui.tr(Str::activities_left_at), out_,
               {.first_hour = 0, .last_hour = 23, .minute_step = 5, .required = true});
  }
  switch_row(ui, "next_day", ui.tr(Str::activities_next_day), next_day_);
  const bool backwards = in_ && out_ && !next_day_ && *out_ <= *in_;
  if (backwards) banner(ui, "backwards", ui.tr(Str::activities_left_before), Tone::warning);
  Row row(ui, {.align = Align::end});
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) open_ = false;
  if (button(ui, "save", ui.tr(Str::app_save),
             {.kind = ButtonKind::primary, .disabled = !in_ || !out_ || backwards})) {
    return save(ui);
  }
  return false;
}

}  // namespace linli::ui
