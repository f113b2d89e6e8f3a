// A device in memory for the tests of the app layer: founds a branch alone and seals its
// bundles with a test key, as a shell would with WebCrypto.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/app.h"
#include "base/crypto.h"
#include "store/state_hash.h"
#include "sync/identity.h"
#include "sync/seal.h"
#include "unit/app/fake_env.h"

namespace linli::app {

class Device {
 public:
  explicit Device(unsigned char seed, const OpenAt& at = {":memory:", ":memory:", "", Mode::desk})
      : at_(at) {
    std::array<unsigned char, 32> key_seed{};
    key_seed.fill(seed);
    key_ = base::ed25519_key_pair(key_seed);
    env_.state = seed;
    open();
  }

  void open() {
    app_.reset();
    base::Result<std::unique_ptr<App>> opened = App::open(env_, at_);
    ASSERT_TRUE(opened.ok()) << opened.error().where;
    app_ = std::move(opened).value();
  }

  core::ReplicaId replica() const { return sync::replica_id_of(key_.public_key_hex); }
  const std::string& public_key() const { return key_.public_key_hex; }
  App& app() { return *app_; }
  FakeEnv& env() { return env_; }

  // Space, founder and a PIN-less session.
  void found() {
    core::SpaceFounded founded;
    founded.space = app().new_id<core::SpaceId>();
    founded.replica = replica();
    founded.public_key.hex = key_.public_key_hex;
    founded.name.text = "朝西站";
    founded.founder = founder = app().new_id<core::PersonId>();
    ASSERT_TRUE(app()
                    .set_identity({founded.space, replica(), key_.public_key_hex,
                                   core::ReplicaRole::desk, true})
                    .ok());
    ASSERT_TRUE(app().record_as(founder, founded).ok());
    core::PersonRegistered person;
    person.person = founder;
    person.roles = {core::PersonRole::staff};
    person.details = core::PersonPrivate{{"王芳"}, core::Note{"13900001111"}, {}, {}, {}, {}};
    ASSERT_TRUE(app().record_as(founder, person).ok());
    app().session().sign_in_without_pin(founder);
  }

  // Seals what is unsealed; in a space that orders itself the bundles get their place.
  void seal() {
    store::Log& log = app().log();
    while (log.unsealed_count() > 0) {
      std::vector<std::string> texts;
      int64_t first = 0;
      log.each_unsealed([&](const store::OwnOperation& operation) {
        if (texts.empty()) first = operation.at_millis;
        texts.push_back(operation.text);
      });
      sync::ChainEnd end{app().identity().space, replica(), 0, {}};
      const auto last = log.last_bundle_of(replica().view());
      if (last.has_value()) {
        end.last_number = last->number;
        end.last_hash = last->hash;
      }
      const sync::UnsignedBundle cut = sync::cut_bundle(end, texts);
      store::Bundle bundle;
      bundle.replica = replica().str();
      bundle.number = cut.number;
      bundle.hash = cut.hash;
      bundle.operations = static_cast<int64_t>(cut.operation_count);
      bundle.first_at_millis = first;
      bundle.text = sync::sealed_text(cut, base::ed25519_sign(cut.signed_bytes, key_));
      ASSERT_TRUE(log.together([&]() -> base::Status {
                       base::Status done = log.seal(bundle);
                       if (done.ok() && app().identity().self_ordered) {
                         done = log.order_next(bundle.hash);
                       }
                       return done;
                     })
                      .ok());
    }
    (void)app().projector().confirm();
  }
  void work() {
    while (app().work(1000)) {
    }
  }
  std::string sign(std::string_view bytes) const { return base::ed25519_sign(bytes, key_); }
  std::string hash() { return store::state_hash(app().state()); }

  core::PersonId founder;

 private:
  OpenAt at_;
  FakeEnv env_;
  base::Ed25519KeyPair key_;
  std::unique_ptr<App> app_;
};

}  // namespace linli::app
