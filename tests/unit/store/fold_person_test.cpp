#include "store/fold_person.h"

#include <gtest/gtest.h>

#include "store/person_facts.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

using core::Flag;

core::PersonRegistered registration(const char* letters, const char* name, const char* phone) {
  core::PersonRegistered person;
  person.person = id<core::PersonId>(letters);
  person.roles = {core::PersonRole::volunteer};
  person.categories = {core::Category::veteran};
  person.birth_year = 1955;
  person.skills = {id<core::ServiceKindId>("K")};
  person.details =
      core::PersonPrivate{{name}, core::Note{phone}, core::Note{"朝内大街"}, {}, {}, {}};
  return person;
}

int64_t found(Branch& branch, const char* part) {
  Statement& row = branch.state().prepare("SELECT count(*) FROM search_private WHERE part = ?");
  row.bind(part);
  EXPECT_TRUE(row.step());
  const int64_t count = row.integer(0);
  row.reset();
  return count;
}

TEST(FoldPerson, ARegistrationTwiceIsFlaggedAndTheFirstStays) {
  Branch branch;
  EXPECT_TRUE(branch.fold(registration("P", "张三", "13812341234")).is_applied());
  EXPECT_EQ(branch.fold(registration("P", "李四", "13900000000")).flag, Flag::already_exists);
  EXPECT_EQ(branch.text("SELECT name FROM person_private ORDER BY row"), "张三");
}

TEST(FoldPerson, ACorrectionReplacesEverythingAndIsFound) {
  Branch branch;
  ASSERT_TRUE(branch.fold(registration("P", "张三", "13812341234")).is_applied());
  core::PersonCorrected corrected;
  corrected.person = id<core::PersonId>("P");
  corrected.roles = {core::PersonRole::recipient};
  corrected.details = core::PersonPrivate{{"章三"}, {}, {}, {}, {}, {}};
  ASSERT_TRUE(branch.fold(corrected).is_applied());
  EXPECT_EQ(found(branch, "张三"), 0);
  EXPECT_EQ(found(branch, "1234"), 0);
  EXPECT_EQ(found(branch, "章三"), 1);
  EXPECT_EQ(branch.count("SELECT count(*) FROM person_skill"), 0);
  const PersonFacts facts = find_person(branch.state(), corrected.person);
  EXPECT_TRUE(facts.recipient);
  EXPECT_FALSE(facts.volunteer);
  corrected.person = id<core::PersonId>("NOBODY");
  EXPECT_EQ(branch.fold(corrected).flag, Flag::unknown_person);
}

TEST(FoldPerson, ErasingLeavesNoTextAndNoWayBack) {
  Branch branch;
  ASSERT_TRUE(branch.fold(registration("P", "张三", "13812341234")).is_applied());
  core::CardIssued card;
  card.person = id<core::PersonId>("P");
  card.card_number.text = "900001";
  ASSERT_TRUE(branch.fold(card).is_applied());
  core::PersonErased erased;
  erased.person = card.person;
  ASSERT_TRUE(branch.fold(erased).is_applied());
  EXPECT_EQ(branch.count("SELECT count(*) FROM search_private"), 0);
  EXPECT_EQ(branch.count("SELECT count(*) FROM card"), 0);
  EXPECT_EQ(branch.count("SELECT length(name || phone || address) FROM person_private"), 0);
  EXPECT_EQ(branch.count("SELECT categories FROM person"), 1 << 10) << "figures stay";
  core::PersonCorrected corrected;
  corrected.person = erased.person;
  corrected.details = core::PersonPrivate{{"张三"}, {}, {}, {}, {}, {}};
  EXPECT_EQ(branch.fold(corrected).flag, Flag::person_erased);
  EXPECT_EQ(branch.count("SELECT count(*) FROM search_private"), 0);
}

TEST(FoldPerson, MergedPeopleAreOneAndCanBeParted) {
  Branch branch;
  ASSERT_TRUE(branch.fold(registration("A", "张三", "13812341234")).is_applied());
  ASSERT_TRUE(branch.fold(registration("B", "张叁", "13955556666")).is_applied());
  ASSERT_TRUE(branch.fold(registration("C", "章三", "13777778888")).is_applied());
  const auto a = id<core::PersonId>("A");
  const auto b = id<core::PersonId>("B");
  const auto c = id<core::PersonId>("C");
  core::PersonsMerged merged;
  merged.kept = a;
  merged.merged = b;
  ASSERT_TRUE(branch.fold(merged).is_applied());
  EXPECT_EQ(find_person(branch.state(), b).person, a);
  EXPECT_EQ(branch.count("SELECT row FROM search_private WHERE part = '6666'"),
            branch.count("SELECT row FROM person_private WHERE name = '张三'"));
  // Through B into A, never in a circle, and never the same twice.
  merged.kept = b;
  merged.merged = c;
  ASSERT_TRUE(branch.fold(merged).is_applied());
  EXPECT_EQ(find_person(branch.state(), c).person, a);
  merged.kept = c;
  merged.merged = a;
  EXPECT_EQ(branch.fold(merged).flag, Flag::already_exists);
  merged.kept = a;
  merged.merged = b;
  EXPECT_EQ(branch.fold(merged).flag, Flag::already_exists);

  core::PersonsUnmerged parted;
  parted.kept = a;
  parted.merged = b;
  ASSERT_TRUE(branch.fold(parted).is_applied());
  EXPECT_EQ(find_person(branch.state(), b).person, b);
  EXPECT_EQ(branch.count("SELECT row FROM search_private WHERE part = '6666'"),
            branch.count("SELECT row FROM person_private WHERE name = '张叁'"));
  EXPECT_EQ(branch.fold(parted).flag, Flag::unknown_reference);
}

TEST(FoldPerson, ANewCardReplacesTheOldOneAndNoCardHasTwoHolders) {
  Branch branch;
  ASSERT_TRUE(branch.fold(registration("A", "张三", "")).is_applied());
  ASSERT_TRUE(branch.fold(registration("B", "李四", "")).is_applied());
  core::CardIssued card;
  card.person = id<core::PersonId>("A");
  card.card_number.text = "100";
  EXPECT_TRUE(branch.fold(card).is_applied());
  EXPECT_TRUE(branch.fold(card).is_applied()) << "said twice";
  card.person = id<core::PersonId>("B");
  EXPECT_EQ(branch.fold(card).flag, Flag::duplicate_card);
  card.person = id<core::PersonId>("A");
  card.card_number.text = "200";
  EXPECT_TRUE(branch.fold(card).is_applied());
  EXPECT_EQ(found(branch, "100"), 0);
  EXPECT_EQ(found(branch, "200"), 1);
  card.person = id<core::PersonId>("LATER");
  card.card_number.text = "300";
  EXPECT_EQ(branch.fold(card).flag, Flag::unknown_person);
  EXPECT_EQ(branch.count("SELECT count(*) FROM card WHERE card_number = '300'"), 1) << "kept";
}

TEST(FoldPerson, ConsentIsGivenWithdrawnAndGivenAgain) {
  Branch branch;
  ASSERT_TRUE(branch.fold(registration("A", "张三", "")).is_applied());
  core::ConsentGiven given;
  given.person = id<core::PersonId>("A");
  given.purpose = core::ConsentPurpose::photo;
  core::ConsentWithdrawn withdrawn;
  withdrawn.person = given.person;
  withdrawn.purpose = given.purpose;
  EXPECT_EQ(branch.fold(withdrawn).flag, Flag::unknown_reference);
  EXPECT_TRUE(branch.fold(given).is_applied());
  EXPECT_TRUE(branch.fold(withdrawn).is_applied());
  EXPECT_EQ(branch.count("SELECT withdrawn_day FROM consent"), 20000);
  EXPECT_TRUE(branch.fold(given).is_applied());
  EXPECT_EQ(branch.count("SELECT withdrawn_day IS NULL FROM consent"), 1);
}

TEST(FoldPerson, LateDetailsAreTakenFromTheLatestWordOnly) {
  Branch branch;
  core::PersonRegistered bare = registration("A", "", "");
  bare.details.reset();
  ASSERT_TRUE(branch.fold(bare).is_applied());
  core::Operation registered;
  registered.id = branch.last;
  core::PersonCorrected correction;
  correction.person = bare.person;
  ASSERT_TRUE(branch.fold(correction).is_applied());
  core::Operation corrected;
  corrected.id = branch.last;
  bare.details = core::PersonPrivate{{"旧名"}, {}, {}, {}, {}, {}};
  registered.body = bare;
  fold_details(branch.state(), registered);
  EXPECT_EQ(branch.text("SELECT name FROM person_private ORDER BY row"), "");
  correction.details = core::PersonPrivate{{"新名"}, {}, {}, {}, {}, {}};
  corrected.body = correction;
  fold_details(branch.state(), corrected);
  EXPECT_EQ(branch.text("SELECT name FROM person_private ORDER BY row"), "新名");
}

}  // namespace
}  // namespace linli::store
