#include <gtest/gtest.h>

#include "store/query_person.h"
#include "ui/html_text.h"
#include "ui/screens/member_card.h"
#include "unit/ui/desk.h"

namespace linli::ui {
namespace {

core::PersonId add_person(Desk& desk, const std::string& name, const std::string& phone,
                          core::PersonRole role) {
  core::PersonRegistered body;
  body.person = desk.app().new_id<core::PersonId>();
  body.roles = {role};
  body.birth_year = 1950;
  body.details = core::PersonPrivate{{name}, core::Note{phone}, {}, {}, {}, {}};
  EXPECT_TRUE(desk.app().dispatch(body).ok());
  desk.frames();
  return body.person;
}

std::optional<store::PersonDetail> only_found(Desk& desk, const std::string& search) {
  store::PersonFilter filter;
  filter.search = search;
  const auto page = store::list_people(desk.state(), filter, std::nullopt, 10);
  if (page.rows.size() != 1) return std::nullopt;
  return store::person_detail(desk.state(), page.rows[0].person);
}

TEST(People, AVolunteerIsRegisteredWithConsent) {
  Desk desk;
  desk.go("people");
  desk.press(Role::button, "登记");
  EXPECT_EQ(desk.route(), "people/new");
  desk.press(Role::checkbox, "志愿者");
  desk.type("姓名", "李秀英");
  desk.type("电话", "138 1234 5678");
  desk.type("出生年份", "1952");
  desk.press(Role::checkbox, "周一上午");
  desk.expect_sound();
  desk.press(Role::button, "完成登记");
  EXPECT_TRUE(desk.shows("登记需要本人同意"));
  EXPECT_FALSE(only_found(desk, "李秀英").has_value());
  desk.press(Role::checkbox, "本人已听过说明并同意登记");
  desk.press(Role::button, "完成登记");
  const auto person = only_found(desk, "5678");
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->row.name, "李秀英");
  EXPECT_EQ(person->row.birth_year, 1952);
  EXPECT_EQ(person->availability, 1);
  ASSERT_EQ(person->consents.size(), 1u);
  EXPECT_EQ(person->consents[0].purpose, core::ConsentPurpose::registration);
  EXPECT_EQ(desk.route(), "people/" + person->row.person.str());
  EXPECT_NE(desk.find(Role::heading, "李秀英"), nullptr);
  desk.expect_sound();
}

TEST(People, FieldErrorsAreSentences) {
  Desk desk;
  desk.go("people/new");
  desk.type("电话", "12");
  desk.type("出生年份", "95");
  desk.press(Role::button, "完成登记");
  EXPECT_TRUE(desk.shows("请先选这位是志愿者还是服务对象"));
  const Node* name = desk.find(Role::text_field, "姓名");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->description, "请填写姓名");
  EXPECT_EQ(desk.find(Role::text_field, "电话")->description, "电话号码不对，请核对位数");
  EXPECT_EQ(desk.find(Role::text_field, "出生年份")->description, "请填四位数的年份，例如 1950");
}

TEST(People, WarnsWhileTypingThatSomebodyIsKnown) {
  Desk desk;
  const core::PersonId known =
      add_person(desk, "陈桂芳", "13900001234", core::PersonRole::recipient);
  desk.go("people/new");
  desk.type("电话", "139 0000 1234");
  EXPECT_TRUE(desk.shows("这位可能已经登记过了"));
  desk.press(Role::button, "打开已有的：陈桂芳");
  EXPECT_EQ(desk.route(), "people/" + known.str());
}

TEST(People, TheListIsMaskedAndFindsWhileTyping) {
  Desk desk;
  add_person(desk, "陈桂芳", "13900001234", core::PersonRole::recipient);
  add_person(desk, "李秀英", "13812345678", core::PersonRole::volunteer);
  desk.go("people");
  EXPECT_NE(desk.find(Role::button, "陈*"), nullptr);
  EXPECT_FALSE(desk.shows("陈桂芳"));
  EXPECT_FALSE(desk.shows("13900001234"));
  for (const char* typed : {"lxy", "5678", "秀英"}) {
    desk.type("姓名、拼音首字母", typed);
    EXPECT_NE(desk.find(Role::button, "李*"), nullptr) << typed;
    EXPECT_EQ(desk.find(Role::button, "陈*"), nullptr) << typed;
  }
  desk.type("姓名、拼音首字母", "没有");
  EXPECT_TRUE(desk.shows("没有找到这个人"));
  desk.press(Role::button, "清除条件");
  EXPECT_NE(desk.find(Role::button, "陈*"), nullptr);
  desk.press(Role::checkbox, "显示全名");
  EXPECT_TRUE(desk.shows("陈桂芳"));
  desk.expect_sound();
}

TEST(People, OnlyRowsInSightAreDescribed) {
  Desk desk;
  for (int i = 0; i < 300; ++i) {
    add_person(desk, "王" + std::to_string(1000 + i), "", core::PersonRole::volunteer);
  }
  desk.go("people");
  size_t rows = 0;
  for (const Node& node : desk.nodes()) rows += node.role == Role::list_item ? 1 : 0;
  EXPECT_GT(rows, 5u);
  EXPECT_LT(rows, 40u);
}

TEST(People, DuplicatesAreMergedAndTakenApart) {
  Desk desk;
  const core::PersonId first =
      add_person(desk, "陈桂芳", "13900001234", core::PersonRole::recipient);
  const core::PersonId second =
      add_person(desk, "陈贵芳", "13900001234", core::PersonRole::recipient);
  desk.go("people/duplicates");
  desk.press(Role::button, "留下“陈桂芳”");
  EXPECT_EQ(store::person_detail(desk.state(), second)->merged_into, first);
  EXPECT_TRUE(desk.shows("没有重复的资料"));
  desk.press(Role::button, "撤回合并");
  EXPECT_FALSE(store::person_detail(desk.state(), second)->merged_into.has_value());
}

TEST(People, ConsentCanBeWithdrawnAndACardIssued) {
  Desk desk;
  const core::PersonId person =
      add_person(desk, "陈桂芳", "13900001234", core::PersonRole::recipient);
  desk.go("people/" + person.str());
  desk.press(Role::button, "记下同意：登记和服务");
  desk.press(Role::button, "收回同意：登记和服务");
  desk.press(Role::button, "收回同意");
  auto detail = store::person_detail(desk.state(), person);
  ASSERT_EQ(detail->consents.size(), 1u);
  EXPECT_TRUE(detail->consents[0].withdrawn_day.has_value());
  desk.press(Role::button, "发卡");
  desk.type("卡号", "600 123");
  desk.press(Role::button, "发卡");
  EXPECT_EQ(store::person_detail(desk.state(), person)->card_number, "600123");
  EXPECT_NE(desk.find(Role::button, "打印会员卡"), nullptr);
}

TEST(People, ErasingAsksFirst) {
  Desk desk;
  const core::PersonId person =
      add_person(desk, "陈桂芳", "13900001234", core::PersonRole::recipient);
  desk.go("people/" + person.str());
  desk.press(Role::button, "按本人要求删除");
  desk.press(Role::button, "确认删除");
  EXPECT_FALSE(store::person_detail(desk.state(), person)->erased);
  desk.press(Role::checkbox, "本人要求删除");
  desk.press(Role::button, "确认删除");
  EXPECT_TRUE(store::person_detail(desk.state(), person)->erased);
  EXPECT_EQ(desk.route(), "people");
}

TEST(People, AnAddressThatNamesNobodySaysSo) {
  Desk desk;
  for (const char* route : {"people/p_nonsense", "people/p_01JD0000000000000000000000",
                            "people/p_01JD0000000000000000000000/edit"}) {
    desk.go(route);
    EXPECT_TRUE(desk.shows("没有找到这个人")) << route;
  }
}

TEST(People, FitsAPhone) {
  Desk desk(390, 844);
  const core::PersonId person =
      add_person(desk, "欧阳娜娜木孜提热依拉古丽", "13900001234", core::PersonRole::volunteer);
  for (const std::string& route : {std::string("people"), std::string("people/new?role=volunteer"),
                                   "people/" + person.str(), "people/" + person.str() + "/edit"}) {
    desk.go(route);
    desk.expect_sound();
  }
}

TEST(People, ADossierWithEverythingComesToRest) {
  Desk desk;
  const core::PersonId person =
      add_person(desk, "李秀英", "13900001234", core::PersonRole::volunteer);
  core::TeamRegistered team;
  team.team = desk.app().new_id<core::TeamId>();
  team.name.text = "银龄互助队";
  ASSERT_TRUE(desk.app().dispatch(team).ok());
  ASSERT_TRUE(desk.app().dispatch(core::TeamJoined{team.team, person}).ok());
  ASSERT_TRUE(desk.app().dispatch(core::CardIssued{person, {"600123"}}).ok());
  ASSERT_TRUE(desk.app().dispatch(core::ConsentGiven{person}).ok());
  for (const std::string& route :
       {"people/" + person.str(), std::string("people"), std::string("people/new"),
        std::string("people/duplicates"), std::string("needs"), std::string("needs/new")}) {
    desk.go(route);
    EXPECT_TRUE(desk.rests()) << route;
  }
}

TEST(MemberCard, EscapesNames) { EXPECT_EQ(html_text("<b>&\"张"), "&lt;b&gt;&amp;&quot;张"); }

}  // namespace
}  // namespace linli::ui
