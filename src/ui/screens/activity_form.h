// Planning an activity: name, kind, days, place, and what service and course it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "store/query_space.h"

namespace linli::ui {

struct Ui;

class ActivityForm {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void save(Ui& ui);

  std::vector<store::ServiceKindRow> kinds_;
  std::vector<store::CourseRow> courses_;
  std::string name_;
  int activity_kind_ = 0;
  std::optional<base::Day> from_day_;
  std::optional<base::Day> to_day_;
  std::string place_;
  std::string description_;
  int service_kind_ = -1;
  int course_ = -1;
  bool tried_ = false;
  std::string problem_;
};

}  // namespace linli::ui
