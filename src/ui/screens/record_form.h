// Reporting a service by hand, today's or an earlier one: who, what, for whom, when, how
// long, in a few words. An earlier day is a back-entry and needs two reviewers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_space.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

class RecordForm {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void send(Ui& ui);

  std::vector<store::ServiceKindRow> kinds_;
  PersonPicker volunteer_;
  PersonPicker recipient_;
  int kind_ = -1;
  std::optional<base::Day> day_;
  std::optional<int32_t> from_;
  int64_t minutes_ = 60;
  std::string content_;
  bool tried_ = false;
  std::string problem_;
};

}  // namespace linli::ui
