// A replica for tests: a key, a chain, operations and sealed bundles made from them.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/crypto.h"
#include "sync/bundle_codec.h"
#include "sync/identity.h"
#include "sync/operation_codec.h"
#include "sync/seal.h"

namespace linli::sync {

// ULIDs that only need to differ: from a counter instead of a clock and chance.
inline std::string counted_ulid(uint32_t number) {
  unsigned char bytes[10] = {};
  for (int i = 0; i < 4; ++i) bytes[9 - i] = static_cast<unsigned char>(number >> (8 * i));
  return base::ulid(1795334462003, bytes);
}

inline const core::SpaceId test_space("s_01KANKQCP300000000000000SP");
inline const core::PersonId test_person("p_01KANKQCP300000000000000P1");

class TestReplica {
 public:
  explicit TestReplica(unsigned char seed, core::SpaceId space = test_space) : seed_(seed) {
    std::array<unsigned char, 32> bytes{};
    bytes[0] = seed;
    key_ = base::ed25519_key_pair(bytes);
    id_ = replica_id_of(key_.public_key_hex);
    end_ = ChainEnd{space, id_, 0, {}};
  }

  const core::ReplicaId& id() const { return id_; }
  const base::Ed25519KeyPair& key() const { return key_; }
  ChainEnd& chain() { return end_; }

  core::Operation operation(core::Body body) {
    core::Operation operation;
    operation.id = core::OperationId(counted_ulid(seed_ * 100000u + ++operations_));
    operation.at_millis = 1795334462003 + operations_;
    operation.day = base::day_of({2026, 11, 22});
    operation.actor = test_person;
    operation.body = std::move(body);
    return operation;
  }
  std::string text(core::Body body) {
    return write_operation(operation(std::move(body)), salt()).text;
  }
  static std::string salt() { return "00112233445566778899aabbccddeeff"; }

  core::SpaceFounded founding() const {
    core::SpaceFounded founded;
    founded.space = end_.space;
    founded.replica = id_;
    founded.public_key.hex = key_.public_key_hex;
    founded.name.text = "朝西";
    founded.founder = test_person;
    return founded;
  }
  core::ReplicaEnrolled enrolment() const {
    core::ReplicaEnrolled enrolled;
    enrolled.replica = id_;
    enrolled.public_key.hex = key_.public_key_hex;
    enrolled.invite = core::InviteId("iv_01KANKQCP300000000000000V1");
    enrolled.invite_secret.hex = std::string(64, '1');
    return enrolled;
  }

  // Seals all of them, in as many bundles as they need; the last one is given back.
  Bundle seal(const std::vector<std::string>& texts) {
    Bundle last;
    for (size_t from = 0; from < texts.size();) {
      const UnsignedBundle cut = cut_bundle(end_, texts, from);
      const auto read = read_bundle(
          std::string_view(sealed_text(cut, base::ed25519_sign(cut.signed_bytes, key_))));
      EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().where);
      last = read.value();
      EXPECT_EQ(last.hash, cut.hash);
      end_.last_number = cut.number;
      end_.last_hash = cut.hash;
      from += cut.operation_count;
    }
    return last;
  }
  Bundle seal_founding() { return seal({text(founding())}); }
  Bundle seal_enrolment() { return seal({text(enrolment())}); }
  // A bundle with one small fact.
  Bundle seal_fact() {
    core::CourseDefined course;
    course.course = core::CourseId("co_" + counted_ulid(seed_ * 100000u + operations_));
    course.name.text = "急救";
    return seal({text(course)});
  }

 private:
  unsigned char seed_;
  base::Ed25519KeyPair key_;
  core::ReplicaId id_;
  ChainEnd end_;
  uint32_t operations_ = 0;
};

}  // namespace linli::sync
