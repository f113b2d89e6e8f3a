// How needs are said wherever they stand: title, time, state, why somebody suits, and the
// list of what was refused. It reads nothing; rows come from the caller.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/strings.h"
#include "core/matching.h"
#include "generated/icons.h"
#include "store/query_need.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

enum class NeedTitle : uint8_t { kind_only, masked, whole };

// 陪同就医 · 陈*
std::string need_title(const Ui& ui, const store::NeedRow& row, NeedTitle title);
// 今天 09:00，1 小时
std::string need_time(const Ui& ui, const store::NeedRow& row, core::Day today);
// The same without the day.
std::string need_hours(const Ui& ui, const store::NeedRow& row);
// Where, and what is special.
std::string need_place(const Ui& ui, const store::NeedRow& row);
Icon need_icon(const store::NeedRow& row);

struct NeedStatus {
  std::string words;
  Tone tone = Tone::neutral;
};
NeedStatus need_status(const Ui& ui, const store::NeedRow& row, core::Day today);

app::Str fit_word(core::FitReason reason);
Icon fit_icon(core::FitReason reason);
// One plain sentence: who suits and why.
std::string fit_sentence(const Ui& ui, const store::Candidate& candidate);

enum class RefusedList : uint8_t { of_need, of_person };
// Nothing when there is nothing refused.
void draw_refused_list(Ui& ui, const std::vector<store::RefusedRequest>& refused, RefusedList list);

}  // namespace linli::ui
