#include "ui/screens/need_page.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/need_words.h"
#include "ui/screens/person_words.h"
#include "ui/screens/star_row.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kSuggested = 5;
constexpr int kRefusedShown = 5;

}  // namespace

void NeedPageView::opened(Ui& ui, const core::NeedId& need) {
  need_ = need;
  revision_ = 0;
  actions_.opened(ui);
}

void NeedPageView::read(Ui& ui) {
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  detail_ = store::need_detail(state, need_);
  candidates_.clear();
  refused_ = store::refused_for_need(state, need_, kRefusedShown);
  if (detail_.has_value() && wants_suggestions(ui)) {
    candidates_ = store::candidates_for(state, need_, ui.app.today(), kSuggested);
  }
}

bool NeedPageView::takes_volunteers() const {
  return detail_->row.state == store::NeedState::open && !detail_->row.full() &&
         !detail_->row.served();
}

// Whom to ask is only a question while the day has not passed.
bool NeedPageView::wants_suggestions(const Ui& ui) const {
  return takes_volunteers() && ui.app.today() <= detail_->row.service_day;
}

void NeedPageView::draw(Ui& ui) {
  if (revision_ != ui.app.revision()) read(ui);
  back_link(ui, ui.tr(Str::needs_title), "needs");
  if (!detail_.has_value()) {
    if (empty_state(ui, "missing", Icon::need, ui.tr(Str::needs_missing),
                    ui.tr(Str::needs_missing_hint), ui.tr(Str::needs_to_board))) {
      ui.go("needs");
    }
    return;
  }
  draw_title(ui);
  actions_.draw_problem(ui);
  {
    const Grid grid(ui, 400, space::l, 2);
    draw_facts(ui);
    draw_holders(ui);
  }
  if (wants_suggestions(ui)) draw_candidates(ui);
  draw_refused_list(ui, refused_, RefusedList::of_need);
  draw_end(ui);
  actions_.draw(ui, *detail_);
}

void NeedPageView::draw_title(Ui& ui) {
  const store::NeedRow& row = detail_->row;
  {
    const Row line(ui);
    heading(ui, "title", need_title(ui, row, NeedTitle::whole), 1);
    const NeedStatus status = need_status(ui, row, ui.app.today());
    badge(ui, "status", status.words, status.tone);
    if (row.wish) badge(ui, "wish", ui.tr(Str::needs_wish), Tone::accent, Icon::wish);
  }
  text(ui, "time", facts({need_time(ui, row, ui.app.today()), need_place(ui, row)}));
}

void NeedPageView::draw_facts(Ui& ui) {
  const Card card(ui);
  heading(ui, "facts", ui.tr(Str::needs_facts));
  const auto line = [&ui](std::string_view key, Str name, const std::string& value) {
    if (!value.empty()) key_value(ui, key, ui.tr(name), value);
  };
  line("recipient", Str::needs_recipient, name_text(ui, detail_->row.recipient_name, Names::whole));
  line("phone", Str::people_phone, detail_->recipient_phone);
  line("address", Str::people_address, detail_->address);
  line("head_count", Str::needs_head_count, app::number_text(detail_->row.head_count));
  line("course", Str::needs_course, detail_->course_name);
  line("channel", Str::needs_channel, std::string(ui.tr(app::word(detail_->channel))));
  line("published", Str::needs_published_by,
       facts({app::day_text(detail_->published_day, ui.app.today(), ui.language),
              detail_->published_by_name}));
  line("agency", Str::needs_agency, detail_->agency_name);
  if (detail_->cancel_reason.has_value()) {
    line("cancelled", Str::needs_reason, std::string(ui.tr(app::word(*detail_->cancel_reason))));
  }
  line("note", Str::needs_note, detail_->note);
  if (detail_->stars.has_value()) show_stars(ui, "stars", *detail_->stars);
  if (quiet_button(ui, "open", ui.tr(Str::needs_open_recipient), Icon::person)) {
    ui.go("people/" + detail_->row.recipient.str());
  }
}

void NeedPageView::draw_holders(Ui& ui) {
  const Card card(ui);
  const KeyScope section(ui, "holding");
  heading(ui, "holders", ui.tr(Str::needs_holders));
  bool any = false;
  for (const store::AssignmentRow& assignment : detail_->assignments) {
    const KeyScope keys(ui, assignment.volunteer.view());
    const std::string name = name_text(ui, assignment.volunteer_name, Names::whole);
    const bool held = assignment.state == store::AssignmentState::held;
    any = any || held;
    const std::string_view how =
        held ? ui.tr(app::word(assignment.source))
             : ui.tr(assignment.release_reason.has_value() ? app::word(*assignment.release_reason)
                                                           : Str::needs_given_back);
    const std::string second =
        facts({held ? assignment.volunteer_phone : std::string(ui.tr(Str::needs_given_back)),
               std::string(how)});
    {
      const List list(ui, "who", name);
      if (list_row(ui, "person", name, {.second = second, .avatar = name})) {
        ui.go("people/" + assignment.volunteer.str());
      }
    }
    if (!held) continue;
    const Row row(ui);
    if (assignment.reported) {
      badge(ui, "reported", ui.tr(Str::needs_served), Tone::success);
      continue;
    }
    if (detail_->row.service_day <= ui.app.today() &&
        button(ui, "report", ui.say(Str::needs_report_for, {{"name", name}}),
               {.icon = Icon::record})) {
      actions_.report(ui, *detail_, assignment);
    }
    if (quiet_button(ui, "release", ui.say(Str::needs_release_for, {{"name", name}}),
                     Icon::reverse)) {
      actions_.ask_release(assignment);
    }
  }
  if (!any) soft_text(ui, "none", ui.tr(Str::needs_nobody_yet));
  if (takes_volunteers() &&
      button(ui, "claim", ui.tr(Str::needs_claim), {.icon = Icon::volunteer})) {
    actions_.ask_claim();
  }
}

void NeedPageView::draw_candidates(Ui& ui) {
  const Card card(ui);
  heading(ui, "candidates", ui.tr(Str::needs_suggested));
  if (candidates_.empty()) {
    text(ui, "none", ui.tr(Str::needs_no_suggestion));
    return;
  }
  soft_text(ui, "how", ui.tr(Str::needs_suggested_how));
  bool best = true;
  for (const store::Candidate& candidate : candidates_) {
    draw_candidate(ui, candidate, best);
    best = false;
  }
}

void NeedPageView::draw_candidate(Ui& ui, const store::Candidate& candidate, bool best) {
  const KeyScope keys(ui, candidate.volunteer.view());
  const Card card(ui, {.padding = space::m, .gap = space::s, .flat = true});
  const std::string name = name_text(ui, candidate.name, Names::whole);
  const std::string second =
      facts({phone_text(candidate.phone, Names::masked), candidate.site_name});
  {
    const List list(ui, "who", name);
    if (list_row(ui, "person", name, {.second = second, .avatar = name})) {
      ui.go("people/" + candidate.volunteer.str());
    }
  }
  {
    const Row row(ui, {.gap = space::s});
    for (const core::FitReason reason : core::fit_reasons(candidate.fit)) {
      const std::string_view words = ui.tr(fit_word(reason));
      const std::string key = std::to_string(static_cast<int>(reason));
      badge(ui, key, words, Tone::success, fit_icon(reason));
    }
  }
  text(ui, "sentence", fit_sentence(ui, candidate), {.soft = true});
  if (button(ui, "dispatch", ui.say(Str::needs_dispatch_to, {{"name", name}}),
             {.kind = best ? ButtonKind::primary : ButtonKind::secondary,
              .icon = Icon::arrow_right})) {
    actions_.dispatch_to(ui, *detail_, candidate.volunteer, name);
  }
}

void NeedPageView::draw_end(Ui& ui) {
  const Row row(ui);
  const bool open = detail_->row.state == store::NeedState::open;
  if (detail_->row.served() && !detail_->stars.has_value()) {
    if (primary_button(ui, "rate", ui.tr(Str::needs_rate), Icon::points)) actions_.ask_rate();
  }
  if (!open || detail_->row.served()) return;
  if (actions_.has_agencies() &&
      button(ui, "refer", ui.tr(Str::needs_refer), {.icon = Icon::agency})) {
    actions_.ask_refer();
  }
  if (quiet_button(ui, "cancel", ui.tr(Str::needs_cancel), Icon::close)) actions_.ask_cancel();
}

}  // namespace linli::ui
