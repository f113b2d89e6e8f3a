#include "sync/session.h"

#include <gtest/gtest.h>

#include "unit/sync/little_hub.h"
#include "unit/sync/memory_log.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

// A device, its session and a hub, and a clock that only moves when told.
class SessionTest : public ::testing::Test {
 protected:
  Moment now() const { return {millis_, 1795334462003 + millis_, 0x80000000u}; }
  void wait(int64_t millis) { millis_ += millis; }

  // Lets the session do whatever it wants to do now; fails when it never comes to rest.
  void settle() {
    for (int calls = 0; calls < 200; ++calls) {
      if (session_.work(now())) continue;
      const std::optional<Call> call = session_.next(now());
      if (!call.has_value()) return;
      session_.answered(hub_.handle(*call), now());
    }
    FAIL() << "the session asks without end";
  }
  // Settles again and again until the pauses are over.
  void settle_for(int64_t millis) {
    const int64_t until = millis_ + millis;
    settle();
    for (int rounds = 0; millis_ < until && rounds < 2000; ++rounds) {
      millis_ = std::min(std::max(session_.wake_at(), millis_ + 1), until);
      settle();
    }
  }
  SessionStatus status() const { return session_.status(now()); }
  size_t calls(const std::string& part) const {
    return static_cast<size_t>(std::count_if(
        hub_.paths.begin(), hub_.paths.end(),
        [&](const std::string& path) { return path.find(part) != std::string::npos; }));
  }
  static Answer html() {
    Answer answer;
    answer.status = 200;
    answer.body = "<!doctype html><title>Wi-Fi</title>";
    return answer;
  }

  TestReplica founder_{1};
  TestReplica other_{2};
  LittleHub hub_;
  MemoryLog log_;
  Session session_{test_space, log_};
  int64_t millis_ = 1000;
};

TEST_F(SessionTest, PushesEverythingAndComesToRest) {
  log_.add_own(founder_.seal_founding());
  log_.add_own(founder_.seal_fact());
  EXPECT_EQ(session_.status(now()).phase, Phase::waiting);
  settle();
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(log_.order_end().seq, 2);
  EXPECT_EQ(status().phase, Phase::idle);
  EXPECT_FALSE(status().problem.has_value());
  EXPECT_FALSE(session_.next(now()).has_value());
  EXPECT_GT(session_.wake_at(), now().monotonic_millis);
}

TEST_F(SessionTest, PullsWhatOthersSentInPages) {
  hub_.page_max = 2;
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 6; ++i) hub_.add(founder_.seal_fact());
  settle();
  EXPECT_EQ(log_.order_end().seq, 7);
  EXPECT_EQ(log_.order_end().head, hub_.order.back().receipt.head);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, ALongPageIsTakenInSlices) {
  hub_.page_max = 200;
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 99; ++i) hub_.add(founder_.seal_fact());
  const std::optional<Call> call = session_.next(now());
  ASSERT_TRUE(call.has_value());
  session_.answered(hub_.handle(*call), now());
  EXPECT_GT(log_.order_end().seq, 0);
  EXPECT_LT(log_.order_end().seq, 50) << "the rest waits for the next frames";
  EXPECT_FALSE(session_.next(now()).has_value()) << "nothing is asked meanwhile";
  int steps = 0;
  while (session_.work(now())) ++steps;
  EXPECT_GE(steps, 2);
  EXPECT_EQ(log_.order_end().seq, 100);
  settle();
  EXPECT_EQ(status().phase, Phase::idle);
  EXPECT_EQ(calls("bundles?after=0"), 1u) << "and nothing twice";
}

TEST_F(SessionTest, ABadBundleInALongPageKeepsWhatCameBefore) {
  hub_.page_max = 200;
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 60; ++i) hub_.add(founder_.seal_fact());
  const std::optional<Call> call = session_.next(now());
  ASSERT_TRUE(call.has_value());
  Answer answer = hub_.handle(*call);
  size_t at = 0;
  for (int line = 0; line < 40; ++line) at = answer.body.find('\n', at) + 1;
  const size_t mark = answer.body.find("\"signature\":\"", at) + 13;
  answer.body[mark] = answer.body[mark] == '0' ? '1' : '0';
  session_.answered(answer, now());
  while (session_.work(now())) {
  }
  EXPECT_EQ(log_.order_end().seq, 40);
  EXPECT_EQ(status().phase, Phase::blocked);
}

TEST_F(SessionTest, AHeadEventBringsTheNewsAndAnOldOneNothing) {
  hub_.add(founder_.seal_founding());
  settle();
  const std::string old = hub_.head_text();
  const size_t before = hub_.paths.size();
  session_.head_moved(old, now());
  settle();
  EXPECT_EQ(hub_.paths.size(), before);
  hub_.add(founder_.seal_fact());
  session_.head_moved(hub_.head_text(), now());
  wait(1000);
  settle();
  EXPECT_EQ(log_.order_end().seq, 2);
}

TEST_F(SessionTest, WithoutAnAnswerItIsOfflineAndTriesWithGrowingPauses) {
  log_.add_own(founder_.seal_founding());
  hub_.trouble = [](const Call&) { return Answer{}; };
  std::vector<int64_t> pauses;
  for (int i = 0; i < 12; ++i) {
    settle();
    EXPECT_EQ(status().phase, Phase::offline);
    EXPECT_EQ(status().problem->code, ErrorCode::offline);
    pauses.push_back(session_.wake_at() - millis_);
    millis_ = session_.wake_at();
  }
  EXPECT_EQ(hub_.paths.size(), 12u);
  for (size_t i = 1; i < pauses.size(); ++i) EXPECT_GE(pauses[i], pauses[i - 1]);
  EXPECT_LE(pauses.back(), Session::pause_max_millis);
  EXPECT_EQ(log_.to_push.size(), 1u);
  hub_.trouble = nullptr;
  session_.network_changed(true, now());
  settle();
  EXPECT_EQ(status().phase, Phase::idle);
  EXPECT_TRUE(log_.to_push.empty());
}

TEST_F(SessionTest, ACaptivePortalIsNoHub) {
  log_.add_own(founder_.seal_founding());
  hub_.trouble = [](const Call&) { return html(); };
  settle();
  EXPECT_EQ(status().phase, Phase::offline);
  EXPECT_EQ(status().problem->where, "not_a_hub");
  EXPECT_EQ(log_.to_push.size(), 1u);
  hub_.trouble = [](const Call&) {
    Answer answer;
    answer.status = 502;
    answer.body = "{\"error\":\"bad gateway\"}";
    return answer;
  };
  millis_ = session_.wake_at();
  settle();
  EXPECT_EQ(status().problem->where, "not_a_hub");
}

TEST_F(SessionTest, GarbageOfEveryKindIsSurvived) {
  log_.add_own(founder_.seal_founding());
  const std::string bodies[] = {"",
                                "\n",
                                "{}\n",
                                "[]",
                                "{\"end\":{}}\n",
                                "{\"end\":{\"head\":{}}}\n",
                                "\xFF\xFE",
                                "{\"receipt\":{}}\n{\"end\":{}}\n",
                                "{\"receipt\":null}\n",
                                "null\n",
                                "{\"end\":5}\n",
                                std::string(100000, '['),
                                "{\"bundle\":{},\"receipt\":{}}\n{\"end\":{}}\n",
                                "{\"refusal\":{}}\n",
                                "{\"cursor\":-1}\n{\"end\":{\"cursor\":99999,\"more\":true}}\n"};
  for (const std::string& body : bodies) {
    for (const int status : {200, 400, 401, 404, 500}) {
      hub_.trouble = [&](const Call&) {
        Answer answer;
        answer.status = status;
        answer.body = body;
        return answer;
      };
      session_.try_now(now());
      settle_for(20 * 60 * 1000);
    }
  }
  EXPECT_EQ(log_.to_push.size(), 1u);
  hub_.trouble = nullptr;
  log_.cursor = 0;
  session_.try_now(now());
  settle_for(20 * 60 * 1000);
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, AnAnswerCutOffLosesNothing) {
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 5; ++i) hub_.add(founder_.seal_fact());
  log_.add_own(other_.seal_enrolment());
  log_.add_own(other_.seal_fact());
  bool cutting = false;
  size_t cut = 0;
  hub_.trouble = [&](const Call& call) -> std::optional<Answer> {
    if (cutting) return std::nullopt;
    cutting = true;
    Answer answer = hub_.handle(call);
    cutting = false;
    answer.body.resize(std::min(answer.body.size(), cut));
    return answer;
  };
  for (cut = 100; cut < 9000; cut += 331) settle_for(60 * 1000);
  hub_.trouble = nullptr;
  settle_for(2 * Session::pause_max_millis);
  EXPECT_EQ(log_.order_end().seq, 8);
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, OneRefusedBundleHoldsBackOnlyItsOwnReplica) {
  hub_.add(founder_.seal_founding());
  const Bundle bad = founder_.seal_fact();
  const Bundle after_bad = founder_.seal_fact();
  hub_.refuse[bad.hash] = "broken_chain";
  settle();
  log_.add_own(bad);
  log_.add_own(after_bad);
  log_.add_own(other_.seal_enrolment());
  log_.add_own(other_.seal_fact());
  session_.local_work(now());
  settle_for(60 * 60 * 1000);
  EXPECT_EQ(log_.to_push, (std::vector<std::string>{bad.hash, after_bad.hash}));
  EXPECT_EQ(status().held_back, 1u);
  EXPECT_EQ(status().problem->where, "broken_chain");
  EXPECT_TRUE(status().stalled);
  hub_.refuse.clear();
  session_.try_now(now());
  settle();
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(status().held_back, 0u);
  EXPECT_FALSE(status().problem.has_value());
}

TEST_F(SessionTest, ARefusalThatMayPassIsTriedAgainLater) {
  hub_.add(founder_.seal_founding());
  const Bundle enrolment = other_.seal_enrolment();
  hub_.refuse[enrolment.hash] = "invite_unknown";
  log_.add_own(enrolment);
  settle();
  EXPECT_EQ(status().held_back, 1u);
  const size_t pushes = calls("POST");
  settle_for(60 * 1000);
  EXPECT_EQ(calls("POST"), pushes);
  hub_.refuse.clear();
  settle_for(Session::pause_max_millis);
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(status().held_back, 0u);
}

TEST_F(SessionTest, AGapIsFilled) {
  const Bundle first = founder_.seal_founding();
  const Bundle second = founder_.seal_fact();
  log_.held[first.hash] = first;  // this device believes that the hub has it
  log_.add_own(second);
  settle_for(Session::pause_max_millis + 60 * 1000);
  EXPECT_EQ(hub_.order.size(), 2u);
  EXPECT_TRUE(log_.to_push.empty());
}

TEST_F(SessionTest, AWrongClockIsCorrectedFromTheHubAndSignedAgain) {
  log_.add_own(founder_.seal_founding());
  std::string signed_at;
  hub_.trouble = [&](const Call& call) -> std::optional<Answer> {
    signed_at = call.at;
    if (call.at.empty()) {
      return LittleHub::refusal(0, 401, "clock_wrong", ",\"at\":\"2027-01-02T03:04:05.678Z\"");
    }
    return std::nullopt;
  };
  settle();
  EXPECT_EQ(signed_at, "2027-01-02T03:04:05.678Z");
  EXPECT_EQ(status().phase, Phase::idle);
  EXPECT_GT(session_.clock_error_millis(), 0);
}

TEST_F(SessionTest, ANonceThatWasUsedIsSignedAnewOnceThenPauses) {
  log_.add_own(founder_.seal_founding());
  hub_.trouble = [](const Call&) { return LittleHub::refusal(0, 401, "nonce_used"); };
  settle();
  EXPECT_EQ(status().problem->where, "nonce_used");
  EXPECT_LE(hub_.paths.size(), 6u);
  EXPECT_EQ(status().phase, Phase::waiting);
}

TEST_F(SessionTest, ABusyHubIsGivenTheTimeItAsksFor) {
  hub_.trouble = [](const Call&) {
    Answer answer = LittleHub::refusal(0, 503, "busy");
    answer.retry_after_seconds = 120;
    return answer;
  };
  settle();
  EXPECT_GE(session_.wake_at(), millis_ + 60 * 1000);
  EXPECT_NE(status().phase, Phase::offline);
}

TEST_F(SessionTest, ARevokedDeviceIsToldAndKeepsEverything) {
  log_.add_own(founder_.seal_founding());
  hub_.trouble = [](const Call& call) -> std::optional<Answer> {
    if (call.method == "GET") return LittleHub::refusal(0, 403, "replica_revoked");
    return std::nullopt;
  };
  settle();
  EXPECT_TRUE(status().revoked);
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(status().problem->where, "replica_revoked");
}

TEST_F(SessionTest, ATooLargeBodyIsSentInSmallerParts) {
  log_.add_own(founder_.seal_founding());
  for (int i = 0; i < 900; ++i) log_.add_own(founder_.seal_fact());
  hub_.trouble = [](const Call& call) -> std::optional<Answer> {
    if (call.body.size() > 400000) return LittleHub::refusal(0, 413, "body_too_large");
    return std::nullopt;
  };
  settle();
  EXPECT_TRUE(log_.to_push.empty());
  EXPECT_EQ(hub_.order.size(), 901u);
}

TEST_F(SessionTest, AFullDiskPausesAndGoesOn) {
  hub_.add(founder_.seal_founding());
  log_.full = true;
  settle();
  EXPECT_EQ(status().problem->code, ErrorCode::storage_full);
  EXPECT_EQ(log_.order_end().seq, 0);
  log_.full = false;
  settle_for(Session::pause_max_millis);
  EXPECT_EQ(log_.order_end().seq, 1);
  EXPECT_FALSE(status().problem.has_value());
}

TEST_F(SessionTest, AnotherHubIsNotTakenForOurs) {
  hub_.add(founder_.seal_founding());
  settle();
  LittleHub impostor(9);
  impostor.order = hub_.order;
  impostor.add(founder_.seal_fact());
  session_.head_moved("", now());
  wait(1000);
  const auto call = session_.next(now());
  ASSERT_TRUE(call.has_value());
  session_.answered(impostor.handle(*call), now());
  EXPECT_EQ(status().phase, Phase::blocked);
  EXPECT_EQ(status().problem->where, "hub_key");
  // Back at the right hub everything clears up by itself.
  settle_for(2 * Session::pause_max_millis);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, AnOrderThatDoesNotExtendOursIsRefused) {
  hub_.add(founder_.seal_founding());
  hub_.add(founder_.seal_fact());
  settle();
  hub_.order.pop_back();  // without a new epoch: the hub lost it or hides it
  session_.try_now(now());
  settle();
  EXPECT_EQ(status().phase, Phase::blocked);
  EXPECT_EQ(status().problem->code, ErrorCode::wrong_chain);
  EXPECT_EQ(log_.order_end().seq, 2);
  TestReplica third(3);
  hub_.add(third.seal_enrolment());
  hub_.add(third.seal_fact());
  settle_for(2 * Session::pause_max_millis);
  EXPECT_EQ(status().phase, Phase::blocked);
  EXPECT_EQ(log_.order_end().seq, 2);
}

TEST_F(SessionTest, AfterARestoreWhatTheHubLostIsPushedBack) {
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 9; ++i) hub_.add(founder_.seal_fact());
  settle();
  ASSERT_EQ(log_.order_end().seq, 10);
  hub_.restore(4);
  session_.try_now(now());
  settle_for(Session::pause_max_millis);
  EXPECT_EQ(hub_.order.size(), 10u);
  EXPECT_EQ(log_.order_end().seq, 10);
  EXPECT_EQ(log_.order_end().head, hub_.order.back().receipt.head);
  EXPECT_EQ(log_.mark.epoch, 2);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, AfterARestoreAnOrderThatWentAnotherWayIsFollowed) {
  hub_.add(founder_.seal_founding());
  for (int i = 0; i < 19; ++i) hub_.add(founder_.seal_fact());
  settle();
  hub_.restore(6);
  TestReplica third(3);
  hub_.add(third.seal_enrolment());
  for (int i = 0; i < 30; ++i) hub_.add(third.seal_fact());
  log_.add_own(other_.seal_enrolment());
  session_.head_moved(hub_.head_text(), now());
  wait(1000);
  settle_for(Session::pause_max_millis);
  // 6 kept, 31 of the third, 14 of the founder pushed back, 1 of this device.
  EXPECT_EQ(hub_.order.size(), 6u + 31 + 14 + 1);
  EXPECT_EQ(log_.order_end().seq, 52);
  EXPECT_EQ(log_.order_end().head, hub_.order.back().receipt.head);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, ASpaceThatOrderedItselfIsAttachedWithItsOrder) {
  hub_.founded = false;
  std::string head = first_head(test_space);
  for (int i = 1; i <= 5; ++i) {
    const Bundle bundle = i == 1 ? founder_.seal_founding() : founder_.seal_fact();
    head = next_head(head, bundle.hash);
    log_.add_own(bundle);
    log_.places[i] = {bundle.replica, bundle.number, i, bundle.hash, head};
  }
  settle();
  EXPECT_EQ(status().problem->where, "unknown_replica");
  session_.attach("WRONG", now());
  settle();
  EXPECT_EQ(hub_.order.size(), 0u);
  session_.attach("GOOD", now());
  settle_for(Session::pause_max_millis);
  EXPECT_EQ(log_.order_end().seq, 5);
  EXPECT_EQ(hub_.order.back().receipt.head, head);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, PayloadsGoAfterBundlesAndComeWhenTheyAreThere) {
  core::NeedPublished need;
  need.details.emplace().note = core::Note{"三楼"};
  const WrittenOperation written = write_operation(other_.operation(need), TestReplica::salt());
  ASSERT_FALSE(written.payload.empty());
  hub_.add(founder_.seal_founding());
  hub_.add(other_.seal_enrolment());
  hub_.add(other_.seal({written.text}));
  settle();
  EXPECT_EQ(log_.payloads_missing(), 1);
  hub_.payload_texts.push_back("{\"note\":\"of nobody\"}");
  hub_.payload_texts.push_back(written.payload);
  settle_for(30 * 1000);
  EXPECT_EQ(log_.payloads_missing(), 0);
  EXPECT_EQ(log_.payloads.size(), 1u);
  EXPECT_EQ(log_.payloads.begin()->second, written.payload);

  log_.own_payloads[payload_commitment("{\"x\":1}")] = "{\"x\":1}";
  session_.local_work(now());
  settle();
  EXPECT_TRUE(log_.own_payloads.empty());
  EXPECT_EQ(hub_.payload_texts.back(), "{\"x\":1}");
}

TEST_F(SessionTest, APayloadThatCameBeforeItsBundleFollowsItAtOnce) {
  hub_.knows_commitments = true;
  log_.add_own(founder_.seal_founding());
  core::NeedPublished need;
  need.details.emplace().note = core::Note{"三楼"};
  need.need = core::NeedId("n_01KANKQCP300000000000000N1");
  const WrittenOperation written = write_operation(founder_.operation(need), TestReplica::salt());
  log_.own_payloads[payload_commitment(written.payload)] = written.payload;
  settle();
  EXPECT_EQ(log_.own_payloads.size(), 1u);
  EXPECT_FALSE(status().problem.has_value());
  log_.add_own(founder_.seal({written.text}));
  session_.local_work(now());
  settle();
  EXPECT_TRUE(log_.own_payloads.empty());
  EXPECT_EQ(hub_.payload_texts, std::vector<std::string>{written.payload});
}

TEST_F(SessionTest, APayloadThatComesHereBeforeItsBundleIsAskedForAgain) {
  core::NeedPublished need;
  need.details.emplace().note = core::Note{"三楼"};
  const WrittenOperation written = write_operation(other_.operation(need), TestReplica::salt());
  hub_.add(founder_.seal_founding());
  hub_.add(other_.seal_enrolment());
  settle();
  // The bundle is at the hub, but its page does not come through.
  hub_.add(other_.seal({written.text}));
  hub_.payload_texts.push_back(written.payload);
  hub_.trouble = [](const Call& call) -> std::optional<Answer> {
    if (call.path.find("bundles?after") == std::string::npos) return std::nullopt;
    return LittleHub::refusal(0, 500, "failed");
  };
  session_.try_now(now());
  settle_for(10 * 1000);
  EXPECT_TRUE(log_.payloads.empty());
  hub_.trouble = nullptr;
  session_.try_now(now());
  settle_for(10 * 1000);
  EXPECT_EQ(log_.payloads_missing(), 0);
  ASSERT_EQ(log_.payloads.size(), 1u);
  EXPECT_EQ(log_.payloads.begin()->second, written.payload);
}

TEST_F(SessionTest, AnAuditorDoesNotAskForPayloadsAgain) {
  hub_.trouble = [](const Call& call) -> std::optional<Answer> {
    if (call.path.find("payloads") != std::string::npos) {
      return LittleHub::refusal(0, 403, "not_allowed");
    }
    return std::nullopt;
  };
  settle_for(60 * 60 * 1000);
  EXPECT_EQ(calls("payloads"), 1u);
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, PhotosGoInPartsAndResume) {
  std::string bytes(1300000, 'x');
  const std::string sha256 = base::sha256_hex(bytes);
  log_.own_blobs.push_back({sha256, bytes});
  hub_.blob_parts[sha256] = bytes.substr(0, 700000);  // from a visit that broke off
  settle();
  EXPECT_TRUE(log_.own_blobs.empty());
  EXPECT_EQ(hub_.blobs[sha256], bytes);
}

TEST_F(SessionTest, APhotoThatIsWantedIsFetchedAndChecked) {
  const std::string bytes = "picture";
  log_.blob_wanted = base::sha256_hex(bytes);
  hub_.blobs[log_.blob_wanted] = "forged";
  session_.want_blob(now());
  settle();
  EXPECT_TRUE(log_.blobs.empty());
  EXPECT_EQ(status().problem->code, ErrorCode::wrong_hash);
  hub_.blobs[log_.blob_wanted] = bytes;
  session_.try_now(now());
  settle();
  EXPECT_EQ(log_.blobs.size(), 1u);
}

TEST_F(SessionTest, ItSaysWhenNothingMovesThoughWorkWaits) {
  hub_.trouble = [](const Call&) { return Answer{}; };
  log_.add_own(founder_.seal_founding());
  settle_for(9 * 60 * 1000);
  EXPECT_FALSE(status().stalled);
  settle_for(3 * 60 * 1000);
  EXPECT_TRUE(status().stalled);
}

TEST_F(SessionTest, AnswersToOldCallsAreIgnored) {
  hub_.add(founder_.seal_founding());
  const auto call = session_.next(now());
  ASSERT_TRUE(call.has_value());
  Answer stale = hub_.handle(*call);
  stale.id = call->id + 7;
  session_.answered(stale, now());
  EXPECT_FALSE(session_.next(now()).has_value());
  session_.answered(hub_.handle(*call), now());
  settle();
  EXPECT_EQ(log_.order_end().seq, 1);
  session_.answered(hub_.handle(*call), now());
  EXPECT_EQ(status().phase, Phase::idle);
}

TEST_F(SessionTest, WhileIdleItOnlyPollsNowAndThen) {
  settle();
  session_.events_connected(true, now());
  settle();
  const size_t before = hub_.paths.size();
  settle_for(60 * 60 * 1000);
  EXPECT_LE(hub_.paths.size() - before, 2u * 6 + 2);
}

}  // namespace
}  // namespace linli::sync
