// Every value of every vocabulary has its word, every refusal, flag and error its
// sentence. The goal is that no screen can ever meet a value it can't say.
#include "app/words.h"

#include <gtest/gtest.h>

namespace linli::app {
namespace {

template <class E>
void expect_words() {
  for (size_t i = 0; i < core::enum_count<E>(); ++i) {
    std::string title;
    for (char c : core::enum_title(E{})) {
      if (c >= 'A' && c <= 'Z' && !title.empty()) title.push_back('_');
      title.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    }
    const std::string key = "word_" + title + "_" + std::string(core::name(static_cast<E>(i)));
    EXPECT_TRUE(find_string(key).has_value()) << key;
  }
}

template <class... Enums>
void expect_all_words() {
  (expect_words<Enums>(), ...);
}

TEST(Words, EveryValueHasAWord) {
  expect_all_words<core::ReplicaRole, core::StaffRole, core::OrganisationLayer, core::PersonRole,
                   core::Category, core::VolunteerKind, core::ConsentPurpose, core::IntakeChannel,
                   core::AssignmentSource, core::ReleaseReason, core::NeedCancelReason,
                   core::ActivityKind, core::SignMethod, core::RecordSource, core::RejectReason,
                   core::EvidenceSubject, core::Purse, core::AccountKind, core::TransferReason,
                   core::ItemKind, core::ShelfState, core::RoundingRule, core::FlagResolution,
                   core::Gender>();
}

TEST(Words, EveryRefusalFlagAndErrorHasASentence) {
  for (size_t i = 0; i < core::enum_count<core::Refusal>(); ++i) {
    EXPECT_TRUE(find_string("refusal_" + std::string(core::name(static_cast<core::Refusal>(i)))));
  }
  for (size_t i = 0; i < core::enum_count<core::Flag>(); ++i) {
    EXPECT_TRUE(find_string("flag_" + std::string(core::name(static_cast<core::Flag>(i)))));
  }
  for (size_t i = 0; i < static_cast<size_t>(base::ErrorCode::count_); ++i) {
    EXPECT_TRUE(find_string("error_" + std::string(base::name(static_cast<base::ErrorCode>(i)))));
  }
}

TEST(Words, FindsNothingForAnUnknownName) { EXPECT_FALSE(find_string("word_unheard_of")); }

}  // namespace
}  // namespace linli::app
