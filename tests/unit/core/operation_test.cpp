#include "core/operation.h"

#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace linli::core {
namespace {

template <size_t... I>
std::vector<Body> every_body(std::index_sequence<I...>) {
  return {Body(std::variant_alternative_t<I, AnyBody>())...};
}

std::vector<Body> every_body() {
  return every_body(std::make_index_sequence<std::variant_size_v<AnyBody>>());
}

TEST(Operation, EveryKindHasANameOfItsOwnWithAMajor) {
  std::set<std::string_view> kinds;
  for (const Body& body : every_body()) {
    const std::string_view kind = kind_of(body);
    EXPECT_TRUE(kinds.insert(kind).second) << kind;
    EXPECT_NE(kind.find('.'), std::string_view::npos) << kind;
    EXPECT_EQ(kind.substr(kind.size() - 2), "@1") << kind;
  }
}

TEST(Operation, ImperativesAreIntentsAndThePastTenseIsFact) {
  const std::set<std::string> imperatives = {"cancel",  "claim",  "dispatch", "release",
                                             "approve", "reject", "appeal",   "reverse",
                                             "grant",   "give",   "donate",   "place"};
  for (const Body& body : every_body()) {
    const std::string kind(kind_of(body));
    const size_t dot = kind.find('.');
    const std::string verb = kind.substr(dot + 1, kind.find('@') - dot - 1);
    EXPECT_EQ(is_intent(body), imperatives.count(verb) == 1) << kind;
  }
}

TEST(Operation, KindBelongsToTheBody) {
  EXPECT_EQ(kind_of(AttendanceSignedIn{}), "attendance.signed_in@1");
  EXPECT_FALSE(is_intent(AttendanceSignedIn{}));
  EXPECT_TRUE(is_intent(NeedClaim{}));
}

}  // namespace
}  // namespace linli::core
