// Takes a need over the phone: who, what, where, when, how long, how many. Somebody who
// is not in the register yet is registered on the spot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/strings.h"
#include "store/query_person.h"
#include "store/query_space.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

struct Ui;

class NeedForm {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void recipient_chosen(Ui& ui);
  void draw_recipient(Ui& ui);
  void draw_newcomer(Ui& ui);
  void register_newcomer(Ui& ui);
  void draw_what(Ui& ui);
  void draw_when(Ui& ui);
  void draw_more(Ui& ui);
  void publish(Ui& ui);

  struct Faults {
    std::optional<app::Str> recipient, kind, day, from, name, phone, consent;
    bool none() const { return !recipient && !kind && !day && !from; }
  };

  PersonPicker recipient_;
  bool newcomer_ = false;
  std::string newcomer_name_;
  std::string newcomer_phone_;
  bool newcomer_agreed_ = false;
  std::vector<store::ServiceKindRow> kinds_;
  std::vector<store::SiteRow> sites_;
  int kind_ = -1;
  int site_ = -1;
  int channel_ = 0;
  std::optional<core::Day> day_;
  std::optional<int32_t> from_;
  int64_t minutes_ = 60;
  int64_t head_count_ = 1;
  std::string address_;
  std::string note_;
  bool wish_ = false;
  bool paid_ = false;
  Faults faults_;
  std::string problem_;
};

}  // namespace linli::ui
