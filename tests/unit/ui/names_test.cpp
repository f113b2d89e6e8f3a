// Names of every script and length: registered, shown, found.
#include <gtest/gtest.h>

#include "base/limits.h"
#include "store/query_person.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

std::string times(std::string_view one, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) all += one;
  return all;
}

class PeopleNames : public BranchDesk {
 protected:
  void fill_in(const std::string& name) {
    desk.go("people");
    desk.go("people/new?role=volunteer");
    desk.type("姓名", name);
    const Node* consent = desk.find(Role::checkbox, "本人已听过说明并同意登记");
    ASSERT_NE(consent, nullptr);
    if ((consent->states & state_checked) == 0) {
      desk.press(Role::checkbox, "本人已听过说明并同意登记");
    }
    desk.press(Role::button, "完成登记");
  }
  std::vector<store::PersonRow> found(const std::string& search) {
    store::PersonFilter filter;
    filter.search = search;
    return store::list_people(desk.state(), filter, std::nullopt, 10).rows;
  }
};

TEST_F(PeopleNames, OfAnyScriptAreKeptWholeAndFound) {
  const std::string names[] = {"欧",
                               times("长", base::name_code_points_max),
                               "👵🏽奶奶",
                               "محمد بن سلمان",
                               "דוד בן־גוריון",
                               "O’Brien-Smith",
                               "ཚེ་རིང",
                               "𬱖㛃龘"};
  for (const std::string& name : names) {
    fill_in(name);
    const auto rows = found(name);
    ASSERT_EQ(rows.size(), 1u) << name << desk.listing();
    EXPECT_EQ(rows[0].name, name);
    EXPECT_EQ(desk.route(), "people/" + rows[0].person.str());
    EXPECT_NE(desk.find(Role::heading, name), nullptr) << name;
    desk.expect_sound();
    desk.go("people");
    desk.expect_sound();
  }
}

TEST_F(PeopleNames, TheFieldTakesSixtyFourAndNothingIsCutUnseen) {
  desk.go("people/new?role=volunteer");
  desk.type("姓名", times("长", base::name_code_points_max + 1));
  EXPECT_EQ(desk.find(Role::text_field, "姓名")->value, times("长", base::name_code_points_max));
  fill_in("   ");
  EXPECT_EQ(desk.find(Role::text_field, "姓名")->description, "请填写姓名");
}

}  // namespace
}  // namespace linli::ui
