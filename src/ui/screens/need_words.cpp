#include "ui/screens/need_words.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/person_words.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

std::string need_title(const Ui& ui, const store::NeedRow& row, NeedTitle title) {
  const std::string kind =
      row.service_kind_name.empty() ? std::string(ui.tr(Str::needs_kind)) : row.service_kind_name;
  if (title == NeedTitle::kind_only) return kind;
  return facts({kind, name_text(ui, row.recipient_name,
                                title == NeedTitle::whole ? Names::whole : Names::masked)});
}

std::string need_time(const Ui& ui, const store::NeedRow& row, core::Day today) {
  return ui.say(Str::needs_time, {{"day", app::near_day_text(row.service_day, today, ui.language)},
                                  {"from", base::minute_text(row.from_minute)},
                                  {"span", app::span_text(row.minutes, ui.language)}});
}

std::string need_hours(const Ui& ui, const store::NeedRow& row) {
  return ui.say(Str::needs_hours, {{"from", base::minute_text(row.from_minute)},
                                   {"span", app::span_text(row.minutes, ui.language)}});
}

std::string need_place(const Ui& ui, const store::NeedRow& row) {
  return facts({row.site_name.empty() ? row.neighbourhood : row.site_name,
                row.paid_by_recipient ? std::string(ui.tr(Str::needs_paid_short)) : "",
                row.wish ? std::string(ui.tr(Str::needs_wish)) : ""});
}

Icon need_icon(const store::NeedRow& row) { return row.wish ? Icon::wish : Icon::need; }

NeedStatus need_status(const Ui& ui, const store::NeedRow& row, core::Day today) {
  const auto said = [&ui](Str words, Tone tone) {
    return NeedStatus{std::string(ui.tr(words)), tone};
  };
  if (row.state == store::NeedState::cancelled) return said(Str::needs_cancelled, Tone::neutral);
  if (row.state == store::NeedState::referred) return said(Str::needs_referred, Tone::info);
  if (row.served()) return said(Str::needs_served, Tone::success);
  if (row.service_day < today) return said(Str::needs_overdue, Tone::danger);
  if (row.full()) return said(Str::needs_full, Tone::success);
  return {ui.say(Str::needs_places, {{"count", app::number_text(row.head_count - row.taken)}}),
          Tone::warning};
}

Str fit_word(core::FitReason reason) {
  switch (reason) {
    case core::FitReason::same_site:
      return Str::needs_fit_same_site;
    case core::FitReason::same_neighbourhood:
      return Str::needs_fit_same_neighbourhood;
    case core::FitReason::skilled:
      return Str::needs_fit_skilled;
    case core::FitReason::trained:
      return Str::needs_fit_trained;
    case core::FitReason::free:
      return Str::needs_fit_free;
    case core::FitReason::fair:
      break;
  }
  return Str::needs_fit_fair;
}

Icon fit_icon(core::FitReason reason) {
  switch (reason) {
    case core::FitReason::same_site:
    case core::FitReason::same_neighbourhood:
      return Icon::pin;
    case core::FitReason::skilled:
      return Icon::need;
    case core::FitReason::trained:
      return Icon::training;
    case core::FitReason::free:
      return Icon::clock;
    case core::FitReason::fair:
      break;
  }
  return Icon::appeal;
}

std::string fit_sentence(const Ui& ui, const store::Candidate& candidate) {
  const core::VolunteerFit& fit = candidate.fit;
  const std::string served = app::hours_text(fit.recent_minutes, ui.language);
  if (fit.recent_minutes == 0) return std::string(ui.tr(Str::needs_fit_nothing_lately));
  return ui.say(Str::needs_fit_served, {{"hours", served}});
}

void draw_refused_list(Ui& ui, const std::vector<store::RefusedRequest>& refused,
                       RefusedList list) {
  if (refused.empty()) return;
  const KeyScope keys(ui, "refused");
  const Card card(ui, {.tone = Tone::warning});
  heading(ui, "title", ui.tr(Str::needs_refused));
  const List rows(ui, "list", ui.tr(Str::needs_refused));
  for (const store::RefusedRequest& request : refused) {
    const std::string who = name_text(ui, request.volunteer_name, Names::whole);
    const std::string what =
        facts({app::near_day_text(request.day, ui.app.today(), ui.language),
               list == RefusedList::of_need ? who : request.service_kind_name});
    const std::string why = refusal_text(ui, request.refusal, request.figure);
    const RowOptions options{
        .second = what, .icon = Icon::refuse, .opens = list == RefusedList::of_person};
    if (list_row(ui, request.operation.view(), why, options)) {
      ui.go("needs/" + request.need.str());
    }
  }
}

}  // namespace linli::ui
