#include "store/query_person.h"

#include <gtest/gtest.h>

#include "store/query_space.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

class QueryPerson : public ::testing::Test {
 protected:
  core::PersonId add(std::string_view letters, const std::string& name, const std::string& phone,
                     core::PersonRole role, std::optional<int32_t> birth_year = std::nullopt) {
    core::PersonRegistered body;
    body.person = id<core::PersonId>(letters);
    body.roles = {role};
    body.birth_year = birth_year;
    body.details = core::PersonPrivate{{name}, core::Note{phone}, {}, {}, {}, {}};
    EXPECT_TRUE(branch.fold(body).is_applied());
    return body.person;
  }
  std::vector<std::string> names(const PersonFilter& filter, int limit = 50) {
    std::vector<std::string> found;
    std::optional<PersonCursor> after;
    do {
      PersonPage page = list_people(branch.state(), filter, after, limit);
      for (const PersonRow& row : page.rows) found.push_back(row.name);
      after = page.next;
    } while (after.has_value());
    return found;
  }
  std::vector<std::string> search(const std::string& typed) {
    PersonFilter filter;
    filter.search = typed;
    return names(filter, 1);
  }
  Branch branch;
};

TEST_F(QueryPerson, FindsByNamePartInitialsPhoneTailAndCard) {
  const core::PersonId zhang = add("A", "张三丰", "13812341234", core::PersonRole::volunteer);
  add("B", "王芳", "13900005678", core::PersonRole::recipient);
  ASSERT_TRUE(branch.fold(core::CardIssued{zhang, {"600123"}}).is_applied());
  for (const char* typed : {"张", "三丰", "zsf", "sf", "1234", "138 1234", "600123", "6001"}) {
    EXPECT_EQ(search(typed), std::vector<std::string>{"张三丰"}) << typed;
  }
  EXPECT_EQ(search("w"), std::vector<std::string>{"王芳"});
  EXPECT_TRUE(search("李").empty());
}

TEST_F(QueryPerson, EverybodyStandsOncePerSearchOnAnyPageSize) {
  add("A", "王王", "13812341234", core::PersonRole::volunteer);
  add("B", "王汪", "13812341235", core::PersonRole::volunteer);
  EXPECT_EQ(search("w").size(), 2u);
  EXPECT_EQ(search("王").size(), 2u);
  EXPECT_EQ(search("1").size(), 2u);
}

TEST_F(QueryPerson, FiltersByRoleAndTeamInOrderOfInitials) {
  const core::PersonId zhao = add("A", "赵六", "", core::PersonRole::volunteer);
  add("B", "陈一", "", core::PersonRole::recipient);
  add("C", "白二", "", core::PersonRole::volunteer);
  PersonFilter volunteers;
  volunteers.roles = set_bit(core::PersonRole::volunteer);
  EXPECT_EQ(names(volunteers, 1), (std::vector<std::string>{"白二", "赵六"}));
  core::TeamRegistered team;
  team.team = id<core::TeamId>("T");
  team.name.text = "银龄队";
  ASSERT_TRUE(branch.fold(team).is_applied());
  ASSERT_TRUE(branch.fold(core::TeamJoined{team.team, zhao}).is_applied());
  PersonFilter of_team;
  of_team.team = team.team;
  EXPECT_EQ(names(of_team), std::vector<std::string>{"赵六"});
  EXPECT_EQ(list_teams(branch.state()).front().members, 1);
  const PeopleCounts counts = count_people(branch.state());
  EXPECT_EQ(counts.volunteers, 2);
  EXPECT_EQ(counts.recipients, 1);
}

TEST_F(QueryPerson, TellsWhoMayBeTheSame) {
  add("A", "张三", "13812341234", core::PersonRole::volunteer, 1950);
  add("B", "李四", "13812341234", core::PersonRole::recipient, 1950);
  add("C", "张三", "13900000000", core::PersonRole::recipient, 1950);
  add("D", "张三", "13911111111", core::PersonRole::recipient, 1980);
  const auto same = possible_duplicates(branch.state(), "张三", "138-1234-1234", 1950, 10);
  ASSERT_EQ(same.size(), 3u);
  EXPECT_EQ(same[0].reason, DuplicateReason::same_phone);
  EXPECT_EQ(same[1].reason, DuplicateReason::same_phone);
  EXPECT_EQ(same[2].reason, DuplicateReason::same_name_and_year);
  const auto pairs = duplicate_pairs(branch.state(), 10);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].reason, DuplicateReason::same_phone);
  EXPECT_EQ(pairs[1].second.phone, "13900000000");
}

TEST_F(QueryPerson, AMergedPersonIsFoundUnderTheOneThatWasKept) {
  const core::PersonId kept = add("A", "张三", "13812341234", core::PersonRole::volunteer);
  const core::PersonId other = add("B", "章三", "13900005678", core::PersonRole::volunteer);
  ASSERT_TRUE(branch.fold(core::PersonsMerged{kept, other}).is_applied());
  EXPECT_EQ(search("5678"), std::vector<std::string>{"张三"});
  const auto detail = person_detail(branch.state(), kept);
  ASSERT_TRUE(detail.has_value());
  ASSERT_EQ(detail->merged.size(), 1u);
  EXPECT_EQ(detail->merged[0].name, "章三");
  EXPECT_EQ(person_detail(branch.state(), other)->merged_into, kept);
}

TEST_F(QueryPerson, ADossierHoldsWhatIsKnown) {
  const core::PersonId person = add("A", "张三", "13812341234", core::PersonRole::recipient, 1940);
  ASSERT_TRUE(branch.fold(core::ConsentGiven{person}).is_applied());
  ASSERT_TRUE(branch.fold(core::ConsentWithdrawn{person}).is_applied());
  ASSERT_TRUE(branch.fold(core::CardIssued{person, {"600123"}}).is_applied());
  const auto detail = person_detail(branch.state(), person);
  ASSERT_TRUE(detail.has_value());
  EXPECT_EQ(detail->row.birth_year, 1940);
  EXPECT_EQ(detail->card_number, "600123");
  ASSERT_EQ(detail->consents.size(), 1u);
  EXPECT_TRUE(detail->consents[0].withdrawn_day.has_value());
  ASSERT_TRUE(branch.fold(core::PersonErased{person}).is_applied());
  EXPECT_TRUE(person_detail(branch.state(), person)->erased);
  EXPECT_TRUE(search("张").empty());
  EXPECT_FALSE(person_detail(branch.state(), id<core::PersonId>("Z")).has_value());
}

}  // namespace
}  // namespace linli::store
