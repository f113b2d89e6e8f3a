#include "app/invite.h"

#include <gtest/gtest.h>

#include "base/crypto.h"
#include "unit/app/fake_env.h"

namespace linli::app {
namespace {

TEST(InviteTest, WhatIsShownCanBeTypedAgainAsPeopleType) {
  FakeEnv env;
  const InviteCode made = new_invite_code(env);
  ASSERT_EQ(made.code.size(), 16u);
  EXPECT_TRUE(base::well_formed(made.invite));
  EXPECT_EQ(made.secret.hex.size(), 64u);
  std::string typed = shown_invite_code(made.code);
  EXPECT_EQ(typed.size(), 19u);
  for (char& c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '1') c = 'l';
    if (c == '0') c = 'o';
    if (c == '-') c = ' ';
  }
  const auto read = read_invite_code(typed);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->code, made.code);
  EXPECT_EQ(read->invite, made.invite);
  EXPECT_EQ(read->secret, made.secret);
}

TEST(InviteTest, LinkCarriesTheCode) {
  FakeEnv env;
  const InviteCode made = new_invite_code(env);
  const std::string link = invite_link("https://hub.example/linli/#/sync", made.code);
  EXPECT_EQ(link, "https://hub.example/linli/#/join/" + shown_invite_code(made.code));
  EXPECT_EQ(read_invite_code(link + "\r\n")->code, made.code);
}

TEST(InviteTest, WhatIsNoCodeIsNotTakenForOne) {
  EXPECT_FALSE(read_invite_code("").has_value());
  EXPECT_FALSE(read_invite_code("K7QM-3F2A-9XBD").has_value());
  EXPECT_FALSE(read_invite_code("K7QM-3F2A-9XBD-W5T1-K").has_value());
  EXPECT_FALSE(read_invite_code("K7QM-3F2A-9XBD-W5T*").has_value());
  EXPECT_FALSE(read_invite_code("邀请码").has_value());
}

TEST(InviteTest, TheLogHoldsOnlyTheHashOfTheSecret) {
  FakeEnv env;
  const InviteCode made = new_invite_code(env);
  const auto created = invite_created(made, core::ReplicaRole::kiosk, base::day_of({2026, 3, 12}));
  EXPECT_EQ(created.invite, made.invite);
  EXPECT_EQ(created.role, core::ReplicaRole::kiosk);
  EXPECT_EQ(created.secret_hash.hex, base::sha256_hex("linli.invite/1\n" + made.secret.hex));
  EXPECT_NE(created.secret_hash, made.secret);
}

TEST(InviteTest, TwoInvitesDiffer) {
  FakeEnv env;
  EXPECT_NE(new_invite_code(env).code, new_invite_code(env).code);
}

}  // namespace
}  // namespace linli::app
