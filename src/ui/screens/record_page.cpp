#include "ui/screens/record_page.h"

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "store/query_policy.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int64_t minutes_step = 15;

std::vector<std::string> reject_words(const Ui& ui) {
  std::vector<std::string> words;
  for (size_t i = 0; i < core::enum_count<core::RejectReason>(); ++i) {
    words.emplace_back(ui.tr(app::word(static_cast<core::RejectReason>(i))));
  }
  return words;
}

std::optional<core::RecordPrivate> details_of(const std::string& sentence) {
  const std::string words = base::trimmed(sentence);
  if (words.empty()) return std::nullopt;
  return core::RecordPrivate{core::Note{words}};
}

}  // namespace

void RecordPage::opened(Ui& ui, const core::RecordId& record) {
  id_ = record;
  revision_ = 0;
  problem_.clear();
  rejecting_ = appealing_ = reversing_ = false;
  detail_.reset();
  read(ui);
  if (detail_.has_value()) minutes_ = detail_->row.minutes;
}

void RecordPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  detail_ = store::record_detail(ui.app.state(), id_);
  if (detail_.has_value()) {
    policy_ = store::policy_in_force(ui.app.state(), detail_->row.service_day);
  }
}

void RecordPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::records_title), "records");
  if (!detail_.has_value()) {
    empty_state(ui, "missing", Icon::record, ui.tr(app::word(core::Refusal::unknown_record)));
    return;
  }
  heading(
      ui, "title",
      ui.say(Str::records_of, {{"name", name_text(ui, detail_->row.volunteer_name, Names::whole)},
                               {"kind", detail_->row.service_kind_name}}),
      1);
  draw_state(ui);
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  if (ui.width_class == WidthClass::desk) {
    Row row(ui, {3, 2}, space::l);
    draw_facts(ui);
    draw_review(ui);
  } else {
    draw_facts(ui);
    draw_review(ui);
  }
  draw_dialogs(ui);
}

void RecordPage::draw_state(Ui& ui) {
  const store::RecordRow& row = detail_->row;
  Row line(ui);
  switch (row.state) {
    case store::RecordState::waiting:
      badge(ui, "state",
            ui.tr(row.first_review_done ? Str::records_second_needed : Str::records_waiting),
            Tone::info, Icon::clock);
      break;
    case store::RecordState::approved:
      badge(ui, "state", ui.tr(Str::records_state_approved), Tone::success);
      break;
    case store::RecordState::rejected:
      badge(ui, "state", ui.tr(Str::records_state_rejected), Tone::danger);
      break;
  }
  if (row.appealed)
    badge(ui, "appealed", ui.tr(Str::records_appealed), Tone::warning, Icon::appeal);
  if (row.overlaps) badge(ui, "overlaps", ui.tr(Str::records_overlaps), Tone::warning);
}

void RecordPage::draw_facts(Ui& ui) {
  const store::RecordRow& row = detail_->row;
  Card card(ui);
  heading(ui, "facts", ui.tr(Str::records_facts), 2);
  key_value(ui, "day", ui.tr(Str::records_day), app::full_day_text(row.service_day, ui.language));
  key_value(ui, "time", ui.tr(Str::records_time),
            base::minute_text(row.from_minute) + "–" +
                base::minute_text((row.from_minute + row.minutes) % base::minutes_per_day));
  key_value(ui, "minutes", ui.tr(Str::records_minutes), app::span_text(row.minutes, ui.language));
  key_value(ui, "source", ui.tr(Str::records_source), ui.tr(app::word(row.source)));
  if (!detail_->activity_name.empty()) {
    key_value(ui, "activity", ui.tr(Str::records_activity), detail_->activity_name);
  }
  if (!detail_->recipient_name.empty()) {
    key_value(ui, "recipient", ui.tr(Str::records_recipient), detail_->recipient_name);
  }
  if (detail_->people_served.has_value()) {
    key_value(ui, "served", ui.tr(Str::records_people_served),
              app::number_text(*detail_->people_served));
  }
  if (!detail_->content.empty())
    key_value(ui, "content", ui.tr(Str::records_content), detail_->content);
  key_value(ui, "reporter", ui.tr(Str::records_reporter),
            facts({name_text(ui, detail_->reporter_name, Names::whole),
                   app::day_text(detail_->reported_day, ui.app.today(), ui.language)}));
  if (!detail_->appeal.empty())
    banner(ui, "appeal", detail_->appeal, Tone::warning,
           {.title = ui.tr(Str::records_appeal_says)});
  evidence_.draw(ui, core::EvidenceSubject::record, id_.view(), detail_->evidence);
  if (!detail_->overlapping.empty()) {
    banner(ui, "overlap_hint", ui.tr(Str::records_overlap_hint), Tone::warning);
    for (const store::RecordRow& other : detail_->overlapping) {
      link(ui, other.record.view(),
           facts({other.service_kind_name, base::minute_text(other.from_minute),
                  app::span_text(other.minutes, ui.language)}),
           "records/" + other.record.str());
    }
  }
}

void RecordPage::draw_review(Ui& ui) {
  if (detail_->row.state != store::RecordState::waiting) {
    draw_after(ui);
    return;
  }
  Card card(ui);
  heading(ui, "review", ui.tr(Str::records_review), 2);
  number_stepper(ui, "recognised", ui.tr(Str::records_recognised), minutes_,
                 {.least = 1,
                  .most = detail_->row.minutes,
                  .step = minutes_step,
                  .unit = ui.tr(Str::records_minutes_unit)});
  draw_preview(ui);
  if (button(ui, "approve", ui.tr(Str::records_approve),
             {.kind = ButtonKind::primary, .icon = Icon::check, .full_width = true})) {
    record(ui, core::RecordApprove{id_, static_cast<int32_t>(minutes_)}, Str::records_approved);
  }
  if (button(ui, "reject", ui.tr(Str::records_reject), {.icon = Icon::close, .full_width = true})) {
    rejecting_ = true;
    reject_reason_ = -1;
    sentence_.clear();
  }
}

void RecordPage::draw_preview(Ui& ui) {
  const auto plan = store::preview_credit(ui.app.state(), id_, static_cast<int32_t>(minutes_));
  if (!plan.has_value()) {
    banner(ui, "no_policy", ui.tr(app::word(core::Refusal::policy_missing)), Tone::warning);
    return;
  }
  const core::Policy& policy = plan->policy;
  text(ui, "gives",
       ui.say(Str::records_gives,
              {{"coins", amount_text(ui, core::Purse::coin, plan->credit.credited_minutes,
                                     policy.coin_minutes)},
               {"points", amount_text(ui, core::Purse::points, plan->points.whole)}}),
       {.style = TextStyle::title, .tone = Tone::accent});
  caption(ui, "rule",
          ui.say(Str::records_rule,
                 {{"name", policy.name.text}, {"rounding", ui.tr(app::word(policy.rounding))}}));
  if (plan->credit.over_cap_minutes > 0) {
    banner(ui, "over_cap",
           ui.say(app::word(core::Refusal::over_cap),
                  {{"figure", app::span_text(plan->credit.over_cap_minutes, ui.language)}}),
           Tone::info);
  }
}

void RecordPage::draw_after(Ui& ui) {
  const store::RecordRow& row = detail_->row;
  Card card(ui);
  heading(ui, "result", ui.tr(Str::records_result), 2);
  if (row.state == store::RecordState::approved) {
    const int32_t coin_minutes = policy_.has_value() ? policy_->coin_minutes : 60;
    key_value(ui, "approved", ui.tr(Str::records_recognised),
              app::span_text(row.approved_minutes.value_or(0), ui.language));
    key_value(ui, "coins", ui.tr(app::word(core::Purse::coin)),
              amount_text(ui, core::Purse::coin, row.credited_minutes.value_or(0), coin_minutes),
              Tone::success);
    if (detail_->points.has_value()) {
      key_value(ui, "points", ui.tr(app::word(core::Purse::points)),
                amount_text(ui, core::Purse::points, *detail_->points), Tone::success);
    }
    if (detail_->over_cap_minutes.value_or(0) > 0) {
      key_value(ui, "over_cap", ui.tr(Str::records_over_cap),
                app::span_text(*detail_->over_cap_minutes, ui.language), Tone::warning);
    }
    link(ui, "statement", ui.tr(Str::records_to_statement), "coins/" + row.volunteer.str());
    if (quiet_button(ui, "reverse", ui.tr(Str::records_reverse), Icon::reverse)) reversing_ = true;
    return;
  }
  if (detail_->reject_reason.has_value()) {
    key_value(ui, "reason", ui.tr(Str::records_reject_reason),
              ui.tr(app::word(*detail_->reject_reason)), Tone::danger);
  }
  if (!detail_->rejection.empty()) text(ui, "rejection", detail_->rejection);
  if (button(ui, "appeal", ui.tr(Str::records_appeal), {.icon = Icon::appeal})) {
    appealing_ = true;
    sentence_.clear();
  }
}

void RecordPage::draw_dialogs(Ui& ui) {
  {
    Dialog dialog(ui, "reject_form", ui.tr(Str::records_reject), rejecting_);
    if (dialog) {
      soft_text(ui, "hint", ui.tr(Str::records_reject_hint));
      select(ui, "reason", ui.tr(Str::records_reject_reason), reject_reason_, reject_words(ui),
             {.required = true});
      text_field(ui, "sentence", ui.tr(Str::records_sentence), sentence_,
                 {.lines = 3, .length_max = static_cast<int>(base::note_code_points_max)});
      if (button(ui, "send", ui.tr(Str::records_reject),
                 {.kind = ButtonKind::danger, .disabled = reject_reason_ < 0})) {
        rejecting_ = false;
        record(ui,
               core::RecordReject{id_, static_cast<core::RejectReason>(reject_reason_),
                                  details_of(sentence_)},
               Str::records_rejected);
      }
    }
  }
  {
    Dialog dialog(ui, "appeal_form", ui.tr(Str::records_appeal), appealing_);
    if (dialog) {
      soft_text(ui, "hint", ui.tr(Str::records_appeal_hint));
      text_field(ui, "sentence", ui.tr(Str::records_sentence), sentence_,
                 {.lines = 3, .length_max = static_cast<int>(base::note_code_points_max)});
      if (button(ui, "send", ui.tr(Str::records_appeal), {.kind = ButtonKind::primary})) {
        appealing_ = false;
        record(ui, core::RecordAppeal{id_, details_of(sentence_)}, Str::records_appeal_done);
      }
    }
  }
  if (ask(ui, "reverse_ask", ui.tr(Str::records_reverse), ui.tr(Str::records_reverse_what),
          ui.tr(Str::records_reverse), reversing_, true) == Answer::yes) {
    record(ui, core::RecordReverse{id_}, Str::records_reversed);
  }
}

void RecordPage::record(Ui& ui, core::Body body, app::Str done) {
  const auto recorded = ui.app.dispatch(std::move(body));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  read(ui);
  // A back-entry after its first review still waits, and nothing was credited.
  const bool first = done == Str::records_approved && detail_.has_value() &&
                     detail_->row.state == store::RecordState::waiting;
  ui.toasts.add(std::string(ui.tr(first ? Str::records_first_done : done)), Tone::success);
}

}  // namespace linli::ui
