#include "ui/screens/activity_form.h"

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int title_max = static_cast<int>(base::title_code_points_max);

std::optional<core::Title> title_or_none(const std::string& typed) {
  std::string words = base::trimmed(typed);
  if (words.empty()) return std::nullopt;
  return core::Title{std::move(words)};
}

}  // namespace

void ActivityForm::opened(Ui& ui) {
  *this = ActivityForm();
  kinds_ = store::list_service_kinds(ui.app.state());
  courses_ = store::list_courses(ui.app.state());
  from_day_ = ui.app.today();
  to_day_ = ui.app.today();
}

void ActivityForm::draw(Ui& ui) {
  back_link(ui, ui.tr(Str::activities_title), "activities");
  heading(ui, "title", ui.tr(Str::activities_plan), 1);
  Card card(ui);
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  const bool nameless = base::trimmed(name_).empty();
  text_field(
      ui, "name", ui.tr(Str::activities_name), name_,
      {.error = tried_ && nameless ? ui.tr(Str::activities_name_missing) : std::string_view(),
       .placeholder = ui.tr(Str::activities_name_example),
       .required = true,
       .length_max = title_max});
  std::vector<std::string> words;
  for (size_t i = 0; i < core::enum_count<core::ActivityKind>(); ++i) {
    words.emplace_back(ui.tr(app::word(static_cast<core::ActivityKind>(i))));
  }
  select(ui, "kind", ui.tr(Str::activities_kind), activity_kind_, words);
  const bool backwards = from_day_ && to_day_ && *to_day_ < *from_day_;
  {
    Grid grid(ui, 240, space::m);
    if (date_field(ui, "from", ui.tr(Str::activities_first_day), from_day_, ui.app.today(),
                   {.required = true}) &&
        from_day_ && to_day_ && *to_day_ < *from_day_) {
      to_day_ = from_day_;
    }
    date_field(ui, "to", ui.tr(Str::activities_last_day), to_day_, ui.app.today(),
               {.error = backwards ? ui.tr(Str::activities_days_backwards) : std::string_view(),
                .required = true});
  }
  text_field(ui, "place", ui.tr(Str::activities_place), place_, {.length_max = title_max});
  std::vector<std::string> kinds;
  for (const store::ServiceKindRow& kind : kinds_) kinds.push_back(kind.name);
  select(ui, "service_kind", ui.tr(Str::activities_service_kind), service_kind_, kinds,
         {.hint = ui.tr(Str::activities_service_kind_hint)});
  std::vector<std::string> courses;
  for (const store::CourseRow& course : courses_) courses.push_back(course.name);
  if (!courses.empty() && activity_kind_ == static_cast<int>(core::ActivityKind::training)) {
    select(ui, "course", ui.tr(Str::activities_course), course_, courses);
  }
  text_field(ui, "description", ui.tr(Str::activities_description), description_,
             {.lines = 3, .length_max = title_max});
  if (button(ui, "save", ui.tr(Str::activities_plan),
             {.kind = ButtonKind::primary, .icon = Icon::check})) {
    tried_ = true;
    if (!nameless && from_day_ && to_day_ && !backwards) save(ui);
  }
}

void ActivityForm::save(Ui& ui) {
  core::ActivityPlanned planned;
  planned.activity = ui.app.new_id<core::ActivityId>();
  planned.name.text = base::trimmed(name_);
  planned.activity_kind = static_cast<core::ActivityKind>(activity_kind_);
  planned.from_day = *from_day_;
  planned.to_day = *to_day_;
  planned.place = title_or_none(place_);
  planned.description = title_or_none(description_);
  if (service_kind_ >= 0) {
    planned.service_kind = kinds_[static_cast<size_t>(service_kind_)].service_kind;
  }
  if (course_ >= 0 && planned.activity_kind == core::ActivityKind::training) {
    planned.course = courses_[static_cast<size_t>(course_)].course;
  }
  const core::ActivityId activity = planned.activity;
  const auto recorded = ui.app.dispatch(std::move(planned));
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) ui.go("activities/" + activity.str());
}

}  // namespace linli::ui
