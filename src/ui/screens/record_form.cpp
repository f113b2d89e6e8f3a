#include "ui/screens/record_form.h"

#include "app/app.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "store/query_person.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int64_t minutes_step = 15;
}

void RecordForm::opened(Ui& ui) {
  *this = RecordForm();
  kinds_ = store::list_service_kinds(ui.app.state());
  day_ = ui.app.today();
  from_ = 9 * 60;
}

void RecordForm::draw(Ui& ui) {
  back_link(ui, ui.tr(Str::records_title), "records");
  heading(ui, "title", ui.tr(Str::records_report), 1);
  soft_text(ui, "intro", ui.tr(Str::records_report_intro));
  Card card(ui);
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  const std::string_view missing = tried_ ? ui.tr(Str::records_choose) : std::string_view();
  volunteer_.draw(ui, "volunteer", ui.tr(Str::records_volunteer),
                  {.roles = store::set_bit(core::PersonRole::volunteer),
                   .error = volunteer_.chosen().has_value() ? std::string_view() : missing});
  std::vector<std::string> names;
  for (const store::ServiceKindRow& kind : kinds_) names.push_back(kind.name);
  if (select(ui, "kind", ui.tr(Str::records_kind), kind_, names,
             {.error = kind_ >= 0 ? std::string_view() : missing, .required = true})) {
    minutes_ = kinds_[static_cast<size_t>(kind_)].default_minutes;
  }
  recipient_.draw(ui, "recipient", ui.tr(Str::records_recipient_optional),
                  {.roles = store::set_bit(core::PersonRole::recipient)});
  {
    Grid grid(ui, 220, space::m);
    date_field(ui, "day", ui.tr(Str::records_day), day_, ui.app.today(),
               {.most = ui.app.today(), .required = true});
    time_field(ui, "from", ui.tr(Str::records_begins), from_, {.required = true});
    number_stepper(ui, "minutes", ui.tr(Str::records_minutes), minutes_,
                   {.least = minutes_step,
                    .most = base::service_minutes_max,
                    .step = minutes_step,
                    .unit = ui.tr(Str::records_minutes_unit),
                    .hint = ui.tr(Str::records_no_travel)});
  }
  if (day_.has_value() && *day_ < ui.app.today()) {
    banner(ui, "back_entry", ui.tr(Str::records_back_entry_hint), Tone::info);
  }
  text_field(ui, "content", ui.tr(Str::records_content), content_,
             {.placeholder = ui.tr(Str::records_content_example),
              .lines = 3,
              .length_max = static_cast<int>(base::note_code_points_max)});
  if (button(ui, "send", ui.tr(Str::records_send),
             {.kind = ButtonKind::primary, .icon = Icon::check})) {
    tried_ = true;
    if (volunteer_.chosen().has_value() && kind_ >= 0 && day_ && from_) send(ui);
  }
}

void RecordForm::send(Ui& ui) {
  core::ServiceReported report;
  report.record = ui.app.new_id<core::RecordId>();
  report.volunteer = volunteer_.chosen()->person;
  report.source =
      *day_ < ui.app.today() ? core::RecordSource::back_entry : core::RecordSource::report;
  if (recipient_.chosen().has_value()) report.recipient = recipient_.chosen()->person;
  report.service_kind = kinds_[static_cast<size_t>(kind_)].service_kind;
  report.service_day = *day_;
  report.from_minute = *from_;
  report.minutes = static_cast<int32_t>(minutes_);
  const std::string words = base::trimmed(content_);
  if (!words.empty()) report.details = core::RecordPrivate{core::Note{words}};
  const core::RecordId record = report.record;
  const auto recorded = ui.app.dispatch(std::move(report));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  ui.toasts.add(std::string(ui.tr(Str::records_reported)), Tone::success);
  ui.go("records/" + record.str());
}

}  // namespace linli::ui
