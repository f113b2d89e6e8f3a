// What can be done with a person from the dossier: teams, training, consents, card,
// merges, erasing. It holds the open dialogs; each asks before it does what stays.
#pragma once

#include <string>
#include <vector>

#include "core/operation.h"
#include "store/query_person.h"
#include "store/query_space.h"

namespace linli::ui {

struct Ui;

class PersonActions {
 public:
  void opened(Ui& ui);
  // The dialogs that are open, and the problem of the last thing that was tried.
  void draw(Ui& ui, const store::PersonDetail& detail);
  void draw_problem(Ui& ui);

  void ask_training() { training_open_ = true; }
  void ask_team() { team_open_ = true; }
  void ask_withdraw(core::ConsentPurpose purpose);
  void ask_erase() { erase_open_ = true; }
  void ask_card() { card_open_ = true; }

  void give(Ui& ui, const core::PersonId& person, core::ConsentPurpose purpose);
  void leave_team(Ui& ui, const core::PersonId& person, const core::TeamId& team);
  void unmerge(Ui& ui, const core::PersonId& kept, const core::PersonId& merged);

 private:
  bool done(Ui& ui, core::Body body, std::string said);
  void draw_training(Ui& ui, const store::PersonDetail& detail);
  void draw_team(Ui& ui, const store::PersonDetail& detail);
  void draw_withdraw(Ui& ui, const store::PersonDetail& detail);
  void draw_card(Ui& ui, const store::PersonDetail& detail);
  void draw_erase(Ui& ui, const store::PersonDetail& detail);

  bool training_open_ = false;
  bool team_open_ = false;
  bool withdraw_open_ = false;
  bool erase_open_ = false;
  bool erase_understood_ = false;
  bool card_open_ = false;
  int course_ = -1;
  int team_ = -1;
  core::ConsentPurpose purpose_ = core::ConsentPurpose::registration;
  std::string card_number_;
  std::vector<store::CourseRow> courses_;
  std::vector<store::TeamRow> teams_;
  std::string problem_;
};

}  // namespace linli::ui
