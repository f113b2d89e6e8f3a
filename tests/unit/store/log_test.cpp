#include "store/log.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/crypto.h"

namespace linli::store {
namespace {

constexpr const char* kSpace = "s_01000000000000000000000000";
const std::string kDesk = "r_" + std::string(32, 'd');
const std::string kKiosk = "r_" + std::string(32, 'e');

Log memory_log() {
  base::Result<Log> log = Log::open(":memory:");
  EXPECT_TRUE(log.ok());
  Log opened = std::move(log).value();
  EXPECT_TRUE(opened.set("space", kSpace).ok());
  return opened;
}

OwnOperation operation(const std::string& id, int64_t at = 1000) {
  return {id, "{\"id\":\"" + id + "\"}", at, std::nullopt};
}

Bundle bundle(const std::string& replica, int64_t number, int64_t operations = 1) {
  Bundle made;
  made.replica = replica;
  made.number = number;
  made.text = replica + "/" + std::to_string(number);
  made.hash = base::sha256_hex(made.text);
  made.operations = operations;
  made.first_at_millis = 500 + number;
  return made;
}

std::string next_head(const std::string& head, const std::string& hash) {
  return base::sha256_hex("linli.head/1\n" + head + hash);
}

std::vector<int64_t> confirmed(Log& log, int64_t after = 0) {
  std::vector<int64_t> seqs;
  log.each_confirmed(after, 100, [&](int64_t seq, const Bundle&) { seqs.push_back(seq); });
  return seqs;
}

TEST(Log, SealingMovesTheFirstOperationsIntoTheBundle) {
  Log log = memory_log();
  for (const char* id : {"a", "b", "c"}) ASSERT_TRUE(log.append(operation(id)).ok());
  ASSERT_TRUE(log.seal(bundle(kDesk, 1, 2)).ok());
  std::vector<std::string> left;
  log.each_unsealed([&](const OwnOperation& own) { left.push_back(own.id); });
  EXPECT_EQ(left, std::vector<std::string>{"c"});
  // Sealed again after a crash that lost the answer: nothing more is taken.
  ASSERT_TRUE(log.seal(bundle(kDesk, 1, 2)).ok());
  EXPECT_EQ(log.unsealed_count(), 1);
  EXPECT_EQ(log.last_bundle_of(kDesk)->number, 1);
}

TEST(Log, TheSameOperationIsNotRecordedTwice) {
  Log log = memory_log();
  ASSERT_TRUE(log.append(operation("a")).ok());
  EXPECT_FALSE(log.append(operation("a")).ok());
  EXPECT_EQ(log.unsealed_count(), 1);
}

TEST(Log, AFailedCommitLeavesNothing) {
  Log log = memory_log();
  const base::Status status = log.together([&]() -> base::Status {
    EXPECT_TRUE(log.append(operation("a")).ok());
    return base::Error{base::ErrorCode::storage_full, "as if"};
  });
  EXPECT_FALSE(status.ok());
  EXPECT_EQ(log.unsealed_count(), 0);
  EXPECT_TRUE(log.append(operation("a")).ok());
}

TEST(Log, ASpaceAloneOrdersItself) {
  Log log = memory_log();
  for (int number = 1; number <= 3; ++number) {
    const Bundle own = bundle(kDesk, number);
    ASSERT_TRUE(log.append(operation(std::to_string(number))).ok());
    ASSERT_TRUE(log.together([&]() -> base::Status {
                     const base::Status sealed = log.seal(own);
                     return sealed.ok() ? log.order_next(own.hash) : sealed;
                   })
                    .ok());
  }
  EXPECT_EQ(confirmed(log), (std::vector<int64_t>{1, 2, 3}));
  std::string head = base::sha256_hex(std::string("linli.head/1\n") + kSpace);
  for (int number = 1; number <= 3; ++number) head = next_head(head, bundle(kDesk, number).hash);
  EXPECT_EQ(log.head().head, head);
  EXPECT_EQ(log.unsent().bundles, 3);
}

// Receipts and bundles in any order of arrival, and twice, give the same log.
TEST(Log, TheOrderOfArrivalDoesNotMatter) {
  const std::vector<Bundle> bundles = {bundle(kDesk, 1), bundle(kKiosk, 1), bundle(kDesk, 2)};
  std::vector<std::string> heads{base::sha256_hex(std::string("linli.head/1\n") + kSpace)};
  for (const Bundle& one : bundles) heads.push_back(next_head(heads.back(), one.hash));
  std::vector<int> arrivals = {0, 1, 2, 3, 4, 5};  // 0..2 bundles, 3..5 receipts
  do {
    Log log = memory_log();
    for (int round = 0; round < 2; ++round) {
      for (const int arrival : arrivals) {
        const size_t i = static_cast<size_t>(arrival % 3);
        if (arrival < 3) {
          ASSERT_TRUE(log.put(bundles[i], {}).ok());
        } else {
          ASSERT_TRUE(log.order(static_cast<int64_t>(i) + 1, bundles[i].hash, heads[i + 1]).ok());
        }
      }
    }
    ASSERT_EQ(confirmed(log), (std::vector<int64_t>{1, 2, 3}));
    ASSERT_EQ(log.head().head, heads[3]);
  } while (std::next_permutation(arrivals.begin(), arrivals.end()));
}

TEST(Log, AContradictingReceiptChangesNothing) {
  Log log = memory_log();
  const Bundle first = bundle(kDesk, 1);
  const Bundle second = bundle(kDesk, 2);
  ASSERT_TRUE(log.put(first, {}).ok());
  ASSERT_TRUE(log.put(second, {}).ok());
  ASSERT_TRUE(log.order_next(first.hash).ok());
  const std::string head = log.head().head;
  EXPECT_FALSE(log.order(1, second.hash, head).ok());                        // place is taken
  EXPECT_FALSE(log.order(2, first.hash, next_head(head, first.hash)).ok());  // has a place
  EXPECT_FALSE(log.order(2, second.hash, std::string(64, '0')).ok());        // wrong head
  EXPECT_EQ(log.order(0, second.hash, head).error().code, base::ErrorCode::wrong_chain);
  EXPECT_EQ(log.head().seq, 1);
  // A receipt that came before what it builds on can only be judged later.
  ASSERT_TRUE(log.order(3, std::string(64, 'a'), std::string(64, 'b')).ok());
  ASSERT_TRUE(log.order_next(second.hash).ok());
  EXPECT_EQ(log.head().seq, 2);
}

TEST(Log, AForkIsKeptAside) {
  Log log = memory_log();
  ASSERT_EQ(log.put(bundle(kKiosk, 1), {}).value(), PutBundle::stored);
  ASSERT_EQ(log.put(bundle(kKiosk, 1), {}).value(), PutBundle::already_there);
  Bundle other = bundle(kKiosk, 1);
  other.text += " of a clone";
  other.hash = base::sha256_hex(other.text);
  ASSERT_EQ(log.put(other, {}).value(), PutBundle::fork);
  EXPECT_EQ(log.bundle(kKiosk, 1)->text, bundle(kKiosk, 1).text);
}

TEST(Log, OfTwoSidesOfAForkTheHubsIsTheBundle) {
  Log log = memory_log();
  ASSERT_TRUE(log.put(bundle(kKiosk, 1), {}).ok());
  ASSERT_TRUE(log.put(bundle(kKiosk, 2), {}).ok());
  Bundle ordered = bundle(kKiosk, 1);
  ordered.text += " of a clone";
  ordered.hash = base::sha256_hex(ordered.text);
  ordered.at_hub = true;
  ASSERT_EQ(log.put(ordered, {}).value(), PutBundle::stored);
  EXPECT_EQ(log.bundle(kKiosk, 1)->hash, ordered.hash);
  EXPECT_FALSE(log.bundle(kKiosk, 2).has_value()) << "its chain begins with the other side";
  ASSERT_EQ(log.put(bundle(kKiosk, 1), {}).value(), PutBundle::fork);
}

TEST(Log, OwnBundlesThatAreNoneAnyMoreWaitUnsealedAgain) {
  Log log = memory_log();
  ASSERT_TRUE(log.append({"op1", "one", 1, Payload{"c1", "secret", "p"}}).ok());
  Bundle own = bundle(kDesk, 1);
  own.operations = 1;
  ASSERT_TRUE(log.seal(own).ok());
  ASSERT_TRUE(log.append({"op2", "two", 2, std::nullopt}).ok());
  std::vector<int64_t> numbers;
  log.each_own_not_at_hub(kDesk, 1, [&](const Bundle& one) { numbers.push_back(one.number); });
  EXPECT_EQ(numbers, std::vector<int64_t>{1});
  ASSERT_TRUE(log.take_back(kDesk, 1, {{"op1", "one", 1, Payload{"c1", "", ""}}}).ok());
  EXPECT_FALSE(log.bundle(kDesk, 1).has_value());
  std::vector<std::string> texts;
  log.each_unsealed([&](const OwnOperation& operation) {
    texts.push_back(operation.text + (operation.payload ? " " + operation.payload->text : ""));
  });
  EXPECT_EQ(texts, (std::vector<std::string>{"one secret", "two"}));
}

TEST(Log, AfterARestoredHubTheLostPartIsPushedAgain) {
  Log log = memory_log();
  for (int number = 1; number <= 3; ++number) {
    const Bundle own = bundle(kDesk, number);
    ASSERT_TRUE(log.put(own, {}).ok());
    ASSERT_TRUE(log.order_next(own.hash).ok());
    ASSERT_TRUE(log.mark_bundle_at_hub(own.hash).ok());
  }
  EXPECT_EQ(log.unsent().bundles, 0);
  ASSERT_TRUE(log.forget_order_after(1).ok());
  EXPECT_EQ(confirmed(log), std::vector<int64_t>{1});
  EXPECT_EQ(log.unsent().bundles, 2);
  std::vector<int64_t> waiting;
  log.each_unordered(kDesk, [&](const Bundle& one) { waiting.push_back(one.number); });
  EXPECT_EQ(waiting, (std::vector<int64_t>{2, 3}));
}

TEST(Log, UnsentTellsSinceWhen) {
  Log log = memory_log();
  EXPECT_EQ(log.unsent().since_millis, 0);
  ASSERT_TRUE(log.append(operation("a", 900)).ok());
  EXPECT_EQ(log.unsent().since_millis, 900);
  EXPECT_EQ(log.unsent().operations, 1);
  ASSERT_TRUE(log.put(bundle(kDesk, 1, 7), {}).ok());
  EXPECT_EQ(log.unsent().since_millis, 501);
  EXPECT_EQ(log.unsent().operations, 8);
}

TEST(Log, PayloadsAreWantedTakenOnceAndErasedForGood) {
  Log log = memory_log();
  const std::string commitment(64, 'c');
  EXPECT_FALSE(log.put_payload(commitment, "{}", true).value());  // nobody asked for it
  Bundle from = bundle(kKiosk, 1);
  from.at_hub = true;
  ASSERT_TRUE(log.put(from, {{commitment, "", "p_1"}}).ok());
  EXPECT_EQ(log.wanted_payloads(), 1);
  EXPECT_TRUE(log.put_payload(commitment, "{\"name\":1}", true).value());
  EXPECT_FALSE(log.put_payload(commitment, "{\"name\":2}", true).value());
  EXPECT_EQ(log.payload(commitment), "{\"name\":1}");
  EXPECT_EQ(log.bundles_with_arrivals(9), std::vector<std::string>{from.hash});
  ASSERT_TRUE(log.mark_arrivals_folded(from.hash).ok());
  EXPECT_TRUE(log.bundles_with_arrivals(9).empty());
  EXPECT_EQ(log.erase_payloads("p_1").value(), std::vector<std::string>{commitment});
  EXPECT_EQ(log.payload(commitment), std::nullopt);
  EXPECT_FALSE(log.put_payload(commitment, "{\"name\":1}", true).value());
  EXPECT_EQ(log.wanted_payloads(), 0);
}

TEST(Log, ARestoredHubIsOfferedEverythingAgain) {
  Log log = memory_log();
  const std::string commitment(64, 'c');
  EXPECT_FALSE(log.names_payload(commitment));
  Bundle from = bundle(kKiosk, 1);
  from.at_hub = true;
  ASSERT_TRUE(log.put(from, {{commitment, "", "p_1"}}).ok());
  EXPECT_TRUE(log.names_payload(commitment));
  ASSERT_TRUE(log.put_payload(commitment, "{}", true).value());
  ASSERT_TRUE(log.put_blob(std::string(64, 'b'), "photo", true).ok());
  EXPECT_EQ(log.unsent().blobs, 0);
  ASSERT_TRUE(log.forget_what_the_hub_has().ok());
  int payloads = 0;
  log.each_payload_not_at_hub(9, [&](const Payload&) { ++payloads; });
  EXPECT_EQ(payloads, 1);
  EXPECT_EQ(log.unsent().blobs, 1);
}

TEST(Log, APayloadWaitsForItsOperationToBeSealed) {
  Log log = memory_log();
  OwnOperation own = operation("a");
  own.payload = Payload{std::string(64, 'c'), "{}", "p_1"};
  ASSERT_TRUE(log.append(own).ok());
  int seen = 0;
  log.each_payload_not_at_hub(9, [&](const Payload&) { ++seen; });
  EXPECT_EQ(seen, 0);
  ASSERT_TRUE(log.seal(bundle(kDesk, 1)).ok());
  log.each_payload_not_at_hub(9, [&](const Payload&) { ++seen; });
  EXPECT_EQ(seen, 1);
}

TEST(Log, BlobsAreKeptByTheirHash) {
  Log log = memory_log();
  const std::string bytes("\0\1\2\xff", 4);
  const std::string name = base::sha256_hex(bytes);
  EXPECT_FALSE(log.has_blob(name));
  ASSERT_TRUE(log.put_blob(name, bytes, false).ok());
  EXPECT_EQ(log.blob(name), bytes);
  EXPECT_EQ(log.blobs_not_at_hub(5), std::vector<std::string>{name});
  ASSERT_TRUE(log.mark_blob_at_hub(name).ok());
  EXPECT_TRUE(log.blobs_not_at_hub(5).empty());
}

}  // namespace
}  // namespace linli::store
