#include "sync/seal.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "sync/bundle_verify.h"
#include "unit/sync/memory_log.h"
#include "unit/sync/replica.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

TEST(Seal, CutsByTheNumberOfOperations) {
  TestReplica replica(1);
  std::vector<std::string> texts = {replica.text(replica.founding())};
  core::RefusalSeen seen;
  seen.operation = core::OperationId(counted_ulid(9));
  for (int i = 0; i < 1500; ++i) texts.push_back(replica.text(seen));
  const UnsignedBundle first = cut_bundle(replica.chain(), texts);
  EXPECT_LE(first.signed_bytes.size(), base::bundle_bytes_max);
  const Bundle last = replica.seal(texts);
  EXPECT_EQ(last.number, 2);
  EXPECT_EQ(first.operation_count + last.operation_count, texts.size());
  EXPECT_EQ(first.operation_count, base::bundle_operations_max);
}

TEST(Seal, CutsByBytesAndFillsTheLastOne) {
  TestReplica replica(1);
  std::vector<std::string> texts;
  core::CourseDefined course;
  course.course = core::CourseId("co_01KANKQCP300000000000000C1");
  for (int i = 0; i < 120; ++i) course.name.text += "𠮷";
  for (int i = 0; i < 900; ++i) texts.push_back(replica.text(course));
  size_t sealed = 0;
  while (sealed < texts.size()) {
    const UnsignedBundle cut = cut_bundle(replica.chain(), texts, sealed);
    const std::string text = sealed_text(cut, base::ed25519_sign(cut.signed_bytes, replica.key()));
    EXPECT_LE(text.size(), base::bundle_bytes_max);
    const bool rest_follows = sealed + cut.operation_count < texts.size();
    if (rest_follows) {
      EXPECT_GT(text.size() + texts[0].size() + 1, base::bundle_bytes_max);
    }
    const auto bundle = read_bundle(std::string_view(text));
    ASSERT_TRUE(bundle.ok()) << bundle.error().where;
    EXPECT_EQ(signed_bytes(bundle.value()), cut.signed_bytes);
    replica.chain().last_number = cut.number;
    replica.chain().last_hash = cut.hash;
    sealed += cut.operation_count;
  }
}

TEST(Bundle, TellsItsOpeningCommitmentsAndEarliestClock) {
  TestReplica replica(1);
  core::NeedPublished need;
  need.need = core::NeedId("n_01KANKQCP300000000000000N1");
  need.details.emplace().note = core::Note{"三楼"};
  core::Operation early = replica.operation(need);
  early.at_millis = 1000;
  const WrittenOperation written = write_operation(early, TestReplica::salt());
  const Bundle bundle = replica.seal({replica.text(replica.founding()), written.text});
  EXPECT_EQ(bundle.opening.kind, Opening::Kind::founding);
  EXPECT_EQ(bundle.opening.public_key, replica.key().public_key_hex);
  EXPECT_EQ(bundle.commitments, std::vector<std::string>{payload_commitment(written.payload)});
  EXPECT_EQ(bundle.first_at_millis, 1000);
  EXPECT_EQ(bundle.operation_count, 2u);

  BundleOperations operations;
  ASSERT_TRUE(operations.open(bundle.text).ok());
  ASSERT_EQ(operations.count(), 2u);
  EXPECT_EQ(operations.text(1), written.text);
  EXPECT_EQ(core::kind_of(operations.read(0).value().operation.body), "space.founded@1");
  EXPECT_EQ(operations.envelope(1).value().commitment, bundle.commitments[0]);
}

class VerifyTest : public ::testing::Test {
 protected:
  Standing judge(const Bundle& bundle) {
    const auto standing = verifier_.judge(bundle);
    EXPECT_TRUE(standing.ok()) << base::name(standing.error().code);
    return standing.value();
  }
  ErrorCode error(const Bundle& bundle) {
    const auto standing = verifier_.judge(bundle);
    EXPECT_FALSE(standing.ok());
    return standing.error().code;
  }
  TestReplica founder_{1};
  TestReplica joiner_{2};
  MemoryLog log_;
  BundleVerifier verifier_{test_space, log_};
};

TEST_F(VerifyTest, FollowsEachChain) {
  const Bundle one = founder_.seal_founding();
  const Bundle two = founder_.seal_fact();
  const Bundle three = founder_.seal_fact();
  const Bundle joined = joiner_.seal_enrolment();
  EXPECT_EQ(judge(two), Standing::early);
  EXPECT_EQ(judge(one), Standing::next);
  EXPECT_EQ(judge(three), Standing::early);
  EXPECT_EQ(judge(joined), Standing::next);
  EXPECT_EQ(judge(two), Standing::next);
  EXPECT_EQ(judge(two), Standing::repeated);
  EXPECT_EQ(judge(one), Standing::repeated);
  EXPECT_EQ(judge(three), Standing::next);
}

TEST_F(VerifyTest, GoesOnWhereTheLogStands) {
  const Bundle one = founder_.seal_founding();
  log_.held[one.hash] = one;
  EXPECT_EQ(judge(one), Standing::repeated);
  EXPECT_EQ(judge(founder_.seal_fact()), Standing::next);
}

TEST_F(VerifyTest, SeesAFork) {
  const Bundle one = founder_.seal_founding();
  const ChainEnd after_one = founder_.chain();
  const Bundle two = founder_.seal_fact();
  founder_.chain() = after_one;
  const Bundle other_two = founder_.seal_fact();
  EXPECT_EQ(judge(one), Standing::next);
  EXPECT_EQ(judge(two), Standing::next);
  EXPECT_EQ(judge(other_two), Standing::forked);
}

TEST_F(VerifyTest, RefusesWhatIsNotItsPlace) {
  const Bundle one = founder_.seal_founding();
  EXPECT_EQ(judge(one), Standing::next);
  founder_.chain().last_hash = std::string(64, 'a');
  EXPECT_EQ(error(founder_.seal_fact()), ErrorCode::wrong_chain);

  TestReplica elsewhere(3, core::SpaceId("s_01KANKQCP300000000000000SQ"));
  EXPECT_EQ(error(elsewhere.seal_founding()), ErrorCode::wrong_space);

  TestReplica no_opening(4);
  EXPECT_EQ(error(no_opening.seal_fact()), ErrorCode::wrong_shape);
  TestReplica foreign_key(5);
  EXPECT_EQ(error(foreign_key.seal({foreign_key.text(founder_.founding())})),
            ErrorCode::wrong_shape);
}

TEST_F(VerifyTest, AForgedBundleDoesNotMoveTheChain) {
  EXPECT_EQ(judge(founder_.seal_founding()), Standing::next);
  const ChainEnd before = founder_.chain();
  Bundle forged = founder_.seal_fact();
  const std::string other = std::string(128, '0');
  forged.text.replace(forged.text.find(forged.signature), 128, other);
  forged.signature = other;
  EXPECT_EQ(error(forged), ErrorCode::wrong_signature);
  founder_.chain() = before;
  EXPECT_EQ(judge(founder_.seal_fact()), Standing::next);
}

}  // namespace
}  // namespace linli::sync
