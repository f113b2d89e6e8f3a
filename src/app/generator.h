// Makes the life of an invented branch from a seed: people, needs, attendance, records,
// reviews, the shop, day after day, on two desks and a kiosk. The same plan gives the
// same operations anywhere. For benches, properties and examples; it must never touch a
// real space.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "core/operation.h"

namespace linli::app {

struct GeneratorPlan {
  uint64_t seed = 1;
  int64_t operations = 10000;     // exactly so many are made
  int64_t people = 0;             // 0: one for every 30 operations, from 30 to 20,000
  core::Day first_day = {20454};  // 2026-01-01
};

// SplitMix64: small, the same everywhere, good enough for inventing.
class GeneratorRandom {
 public:
  explicit GeneratorRandom(uint64_t seed) : state_(seed) {}
  uint64_t next();
  int64_t below(int64_t bound) {
    return static_cast<int64_t>(next() % static_cast<uint64_t>(bound));
  }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[static_cast<size_t>(below(static_cast<int64_t>(items.size())))];
  }

 private:
  uint64_t state_;
};

struct GeneratedReplica {
  base::Ed25519KeyPair key;
  core::ReplicaId id;
  core::ReplicaRole role;
};

struct Generated {
  size_t replica;
  core::Operation operation;
  std::string salt;  // for the private payload
};

class Generator {
 public:
  explicit Generator(const GeneratorPlan& plan);

  // The next operation in the order of the space; empty after plan.operations.
  std::optional<Generated> next();

  const core::SpaceId& space() const { return space_; }
  const std::vector<GeneratedReplica>& replicas() const { return replicas_; }

 private:
  enum ReplicaIndex : size_t { front_desk, back_desk, kiosk };
  struct Somebody {
    core::PersonId id;
    int64_t minutes = 0;  // approved so far, as far as the generator knows
  };
  struct OpenNeed {
    core::NeedPublished body;
    std::vector<size_t> volunteers;
  };
  struct Visit {
    core::AttendanceId attendance;
    size_t volunteer;
    int32_t minutes;
    bool signed_out;
  };

  template <class IdType>
  IdType new_id() {
    return IdType(std::string(IdType::prefix()) + "_" + new_ulid());
  }
  std::string new_ulid();
  core::Title title(int characters);
  core::Note person_name();
  void emit(size_t replica, const core::PersonId& actor, core::Body body);

  void found();
  void found_places();
  void found_shop();
  void enrol(size_t replica, core::ReplicaRole role);
  void plan_day();
  void register_people();
  void register_one(bool volunteer);
  void schedule();
  void publish_needs();
  void take_places(OpenNeed& need);
  void hold_sessions();
  void sign(size_t volunteer, const core::SessionScheduled& session);
  void close_needs();
  void review();
  void review_one(const core::RecordId& record, size_t volunteer, int32_t minutes);
  void trade();

  GeneratorPlan plan_;
  GeneratorRandom random_;
  core::SpaceId space_;
  std::vector<GeneratedReplica> replicas_;
  std::deque<Generated> queue_;
  int64_t made_ = 0;
  core::Day today_;
  int64_t clock_millis_ = 0;
  size_t people_wanted_ = 0;

  core::PersonId founder_, coordinator_, reviewer_;
  std::vector<core::SiteId> sites_;
  std::vector<core::RoomId> rooms_;
  std::vector<core::TeamId> teams_;
  std::vector<core::ServiceKindId> service_kinds_;
  std::vector<core::CourseId> courses_;
  std::vector<core::OrganisationId> agencies_;
  std::vector<core::FundId> funds_;
  std::vector<core::ItemId> items_;
  std::vector<core::ActivityId> activities_;
  std::vector<core::SessionScheduled> sessions_;
  std::vector<Somebody> volunteers_;
  std::vector<Somebody> recipients_;
  std::vector<OpenNeed> needs_;
  std::vector<Visit> visits_;
  std::vector<core::RedemptionId> placed_;
};

}  // namespace linli::app
