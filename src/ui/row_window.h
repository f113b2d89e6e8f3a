// Which rows of a long list of equal rows can be seen, so that only these are drawn and
// described. Opens with the room of the rows before and closes with that of those after.
#pragma once

namespace linli::ui {

struct Ui;

class RowWindow {
 public:
  // In a column without gaps. `row_height` must be what each row then takes.
  RowWindow(Ui& ui, int count, float row_height);
  ~RowWindow();
  RowWindow(const RowWindow&) = delete;

  int first() const { return first_; }
  int last() const { return last_; }  // one behind the last

 private:
  Ui& ui_;
  int count_;
  float row_height_;
  int first_ = 0;
  int last_ = 0;
};

}  // namespace linli::ui
