#include "store/query_need.h"

#include <gtest/gtest.h>

#include "unit/store/branch.h"

namespace linli::store {
namespace {

class QueryNeed : public ::testing::Test {
 protected:
  void SetUp() override {
    core::SiteRegistered site;
    site.site = home;
    site.name.text = "朝西活动室";
    site.neighbourhood = core::Title{"朝西"};
    ASSERT_TRUE(branch.fold(site).is_applied());
    core::ServiceKindDefined kind_body;
    kind_body.service_kind = kind;
    kind_body.name.text = "陪同就医";
    ASSERT_TRUE(branch.fold(kind_body).is_applied());
    recipient = add("R", "陈奶奶", core::PersonRole::recipient, false, std::nullopt);
  }
  core::PersonId add(std::string_view letters, const std::string& name, core::PersonRole role,
                     bool skilled, std::optional<core::SiteId> site) {
    core::PersonRegistered body;
    body.person = id<core::PersonId>(letters);
    body.roles = {role};
    body.site = site;
    if (skilled) body.skills = {kind};
    body.details = core::PersonPrivate{{name}, {}, {}, {}, {}, {}};
    EXPECT_TRUE(branch.fold(body).is_applied());
    return body.person;
  }
  core::NeedId publish(std::string_view letters, int32_t days_from_today, bool wish = false) {
    core::NeedPublished body;
    body.need = id<core::NeedId>(letters);
    body.recipient = recipient;
    body.service_kind = kind;
    body.site = home;
    body.service_day = core::Day{branch.today.number + days_from_today};
    body.from_minute = 9 * 60;
    body.wish = wish;
    EXPECT_TRUE(branch.fold(body).is_applied());
    return body.need;
  }
  size_t count(NeedView view) {
    return list_needs(branch.state(), view, branch.today, std::nullopt, 50).rows.size();
  }
  Branch branch;
  core::SiteId home = id<core::SiteId>("H");
  core::ServiceKindId kind = id<core::ServiceKindId>("K");
  core::PersonId recipient;
};

TEST_F(QueryNeed, ViewsShowWhatTheySay) {
  publish("OLD", -2);
  const core::NeedId today = publish("TODAY", 0);
  publish("NEXT", 1, true);
  EXPECT_EQ(count(NeedView::open), 2u);
  EXPECT_EQ(count(NeedView::today), 1u);
  EXPECT_EQ(count(NeedView::overdue), 1u);
  EXPECT_EQ(count(NeedView::wishes), 1u);
  EXPECT_EQ(count(NeedView::all), 3u);
  const core::PersonId volunteer =
      add("V", "李四", core::PersonRole::volunteer, true, std::nullopt);
  ASSERT_TRUE(branch.fold(core::NeedClaim{today, volunteer}).is_applied());
  EXPECT_EQ(count(NeedView::open), 1u);
  ASSERT_TRUE(branch.fold(core::NeedCancel{today}).is_applied());
  EXPECT_EQ(count(NeedView::today), 0u);
  EXPECT_EQ(count(NeedView::all), 3u);
  EXPECT_EQ(needs_between(branch.state(), branch.today, core::Day{branch.today.number + 6}).size(),
            1u);
}

TEST_F(QueryNeed, PagesGoOnWhereTheyEnded) {
  for (const char* letters : {"A", "B", "C"}) publish(letters, 1);
  const NeedPage first = list_needs(branch.state(), NeedView::all, branch.today, std::nullopt, 2);
  ASSERT_TRUE(first.next.has_value());
  const NeedPage second = list_needs(branch.state(), NeedView::all, branch.today, first.next, 2);
  EXPECT_EQ(first.rows.size(), 2u);
  EXPECT_EQ(second.rows.size(), 1u);
  EXPECT_FALSE(second.next.has_value());
}

TEST_F(QueryNeed, SuggestsWhoSuitsAndTellsWhy) {
  const core::PersonId far = add("F", "远", core::PersonRole::volunteer, false, std::nullopt);
  const core::PersonId near = add("N", "近", core::PersonRole::volunteer, true, home);
  const core::PersonId busy = add("B", "忙", core::PersonRole::volunteer, true, home);
  const core::NeedId other = publish("O", 1);
  const core::NeedId need = publish("X", 1);
  ASSERT_TRUE(branch.fold(core::NeedClaim{other, busy}).is_applied());
  const auto found = candidates_for(branch.state(), need, branch.today, 10);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].volunteer, near);
  EXPECT_TRUE(found[0].fit.same_site);
  EXPECT_TRUE(found[0].fit.skilled);
  EXPECT_EQ(found[1].volunteer, far);
  EXPECT_EQ(found[1].fit.recent_minutes, 0);
}

TEST_F(QueryNeed, WhoLacksTheCourseIsNotSuggested) {
  core::ServiceKindDefined taught;
  taught.service_kind = kind;
  taught.name.text = "陪同就医";
  taught.course = id<core::CourseId>("C");
  ASSERT_TRUE(branch.fold(taught).is_applied());
  const core::PersonId volunteer =
      add("V", "李四", core::PersonRole::volunteer, true, std::nullopt);
  const core::NeedId need = publish("X", 1);
  EXPECT_TRUE(candidates_for(branch.state(), need, branch.today, 10).empty());
  ASSERT_TRUE(
      branch.fold(core::TrainingCompleted{volunteer, id<core::CourseId>("C"), {}}).is_applied());
  const auto found = candidates_for(branch.state(), need, branch.today, 10);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].fit.trained);
}

TEST_F(QueryNeed, ARefusedClaimCanBeReadByItsVolunteer) {
  const core::PersonId first = add("V", "李四", core::PersonRole::volunteer, true, std::nullopt);
  const core::PersonId late = add("L", "周五", core::PersonRole::volunteer, true, std::nullopt);
  const core::NeedId need = publish("X", 1);
  ASSERT_TRUE(branch.fold(core::NeedClaim{need, first}).is_applied());
  ASSERT_FALSE(branch.fold(core::NeedClaim{need, late}).is_applied());
  const auto of_need = refused_for_need(branch.state(), need, 10);
  ASSERT_EQ(of_need.size(), 1u);
  EXPECT_EQ(of_need[0].refusal, core::Refusal::need_full);
  EXPECT_EQ(of_need[0].volunteer_name, "周五");
  const auto of_volunteer = refused_for_volunteer(branch.state(), late, 10);
  ASSERT_EQ(of_volunteer.size(), 1u);
  EXPECT_EQ(of_volunteer[0].service_kind_name, "陪同就医");
  EXPECT_TRUE(refused_for_volunteer(branch.state(), first, 10).empty());
  const auto detail = need_detail(branch.state(), need);
  ASSERT_TRUE(detail.has_value());
  ASSERT_EQ(detail->assignments.size(), 1u);
  EXPECT_EQ(detail->assignments[0].volunteer_name, "李四");
  EXPECT_EQ(needs_of_volunteer(branch.state(), first, 10).size(), 1u);
  EXPECT_EQ(needs_of_recipient(branch.state(), recipient, 10).size(), 1u);
}

}  // namespace
}  // namespace linli::store
