#include "app/generator.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "sync/identity.h"

namespace linli::app {
namespace {

constexpr int64_t millis_per_day = 24 * 60 * 60 * 1000;
constexpr int64_t day_begins_millis = 30 * 60 * 1000;  // half past eight in Beijing

// Common characters by code point: names are made up from them, nobody is meant.
constexpr char32_t surnames[] = {0x738B, 0x674E, 0x5F20, 0x5218, 0x9648, 0x6768, 0x8D75, 0x9EC4,
                                 0x5468, 0x5434, 0x5F90, 0x5B59, 0x80E1, 0x6731, 0x9AD8, 0x6797};
constexpr char32_t characters[] = {0x79C0, 0x82F1, 0x6842, 0x5170, 0x5EFA, 0x56FD, 0x7389, 0x73CD,
                                   0x6DD1, 0x534E, 0x6C11, 0x6587, 0x6625, 0x6885, 0x660E, 0x5FB7,
                                   0x5B89, 0x798F, 0x548C, 0x5E73, 0x90BB, 0x91CC, 0x4E50, 0x5EB7};

}  // namespace

uint64_t GeneratorRandom::next() {
  state_ += 0x9E3779B97F4A7C15u;
  uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

Generator::Generator(const GeneratorPlan& plan) : plan_(plan), random_(plan.seed) {
  const int64_t people =
      plan.people > 0 ? plan.people : std::clamp<int64_t>(plan.operations / 30, 30, 20000);
  people_wanted_ = static_cast<size_t>(people);
  today_ = plan.first_day;
  clock_millis_ = int64_t{today_.number} * millis_per_day + day_begins_millis;
  for (const core::ReplicaRole role :
       {core::ReplicaRole::desk, core::ReplicaRole::desk, core::ReplicaRole::kiosk}) {
    std::array<unsigned char, 32> seed;
    for (unsigned char& byte : seed) byte = static_cast<unsigned char>(random_.below(256));
    GeneratedReplica replica{base::ed25519_key_pair(seed), {}, role};
    replica.id = sync::replica_id_of(replica.key.public_key_hex);
    replicas_.push_back(std::move(replica));
  }
  found();
}

std::optional<Generated> Generator::next() {
  if (made_ == plan_.operations) return std::nullopt;
  while (queue_.empty()) plan_day();
  Generated one = std::move(queue_.front());
  queue_.pop_front();
  ++made_;
  return one;
}

std::string Generator::new_ulid() {
  unsigned char bytes[10];
  for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random_.below(256));
  return base::ulid(clock_millis_, bytes);
}

core::Title Generator::title(int count) {
  core::Title title;
  for (int i = 0; i < count; ++i) {
    base::append_code_point(title.text, characters[random_.below(std::size(characters))]);
  }
  return title;
}

core::Note Generator::person_name() {
  core::Note name;
  base::append_code_point(name.text, surnames[random_.below(std::size(surnames))]);
  return core::Note{name.text + title(1 + static_cast<int>(random_.below(2))).text};
}

void Generator::emit(size_t replica, const core::PersonId& actor, core::Body body) {
  clock_millis_ += 1000 + random_.below(20000);
  Generated one{replica, {}, {}};
  one.operation.id = core::OperationId(new_ulid());
  one.operation.at_millis = clock_millis_;
  if (random_.chance(50)) one.operation.hub_at_millis = clock_millis_ - random_.below(90000);
  one.operation.day = today_;
  one.operation.actor = actor;
  one.operation.body = std::move(body);
  unsigned char salt[16];
  for (unsigned char& byte : salt) byte = static_cast<unsigned char>(random_.below(256));
  one.salt = base::hex(salt, sizeof(salt));
  queue_.push_back(std::move(one));
}

void Generator::enrol(size_t replica, core::ReplicaRole role) {
  std::string secret = base::sha256_hex(new_ulid());
  core::InviteCreated invite;
  invite.invite = new_id<core::InviteId>();
  invite.secret_hash = sync::invite_secret_hash(secret);
  invite.role = role;
  invite.expires_day = core::Day{today_.number + 7};
  emit(front_desk, founder_, invite);
  core::ReplicaEnrolled enrolled;
  enrolled.replica = replicas_[replica].id;
  enrolled.public_key.hex = replicas_[replica].key.public_key_hex;
  enrolled.role = role;
  enrolled.invite = invite.invite;
  enrolled.invite_secret.hex = secret;
  emit(replica, founder_, enrolled);
}

void Generator::found() {
  space_ = new_id<core::SpaceId>();
  founder_ = new_id<core::PersonId>();
  coordinator_ = new_id<core::PersonId>();
  reviewer_ = new_id<core::PersonId>();
  core::SpaceFounded founded;
  founded.space = space_;
  founded.replica = replicas_[front_desk].id;
  founded.public_key.hex = replicas_[front_desk].key.public_key_hex;
  founded.name = title(4);
  founded.founder = founder_;
  emit(front_desk, founder_, founded);
  for (const core::PersonId& person : {founder_, coordinator_, reviewer_}) {
    core::PersonRegistered registered;
    registered.person = person;
    registered.roles = {core::PersonRole::staff};
    registered.details.emplace().name = person_name();
    emit(front_desk, founder_, registered);
  }
  emit(front_desk, founder_, core::StaffAppointed{founder_, core::StaffRole::administrator});
  emit(front_desk, founder_, core::StaffAppointed{coordinator_, core::StaffRole::coordinator});
  emit(front_desk, founder_, core::StaffAppointed{reviewer_, core::StaffRole::reviewer});
  core::PolicyAdopted policy;
  policy.policy = new_id<core::PolicyId>();
  policy.name = title(4);
  policy.effective_day = base::day_of({base::civil_of(today_).year, 1, 1});
  policy.coin_name = title(3);
  policy.points_name = title(2);
  policy.rounding = core::RoundingRule::quarter_up;
  policy.cap_day_minutes = 480;
  emit(front_desk, founder_, policy);
  found_places();
  found_shop();
  enrol(back_desk, core::ReplicaRole::desk);
  enrol(kiosk, core::ReplicaRole::kiosk);
}

void Generator::found_places() {
  for (int i = 0; i < 3; ++i) {
    agencies_.push_back(new_id<core::OrganisationId>());
    emit(front_desk, founder_,
         core::OrganisationRegistered{
             agencies_.back(), core::OrganisationLayer::agency, title(5), {}});
    sites_.push_back(new_id<core::SiteId>());
    emit(front_desk, founder_,
         core::SiteRegistered{sites_.back(), title(4), title(3), agencies_.back()});
    rooms_.push_back(new_id<core::RoomId>());
    emit(front_desk, founder_, core::RoomRegistered{rooms_.back(), sites_.back(), title(3), 30});
  }
  for (int i = 0; i < 6; ++i) {
    teams_.push_back(new_id<core::TeamId>());
    emit(front_desk, founder_, core::TeamRegistered{teams_.back(), title(5), {}});
  }
  for (int i = 0; i < 3; ++i) {
    courses_.push_back(new_id<core::CourseId>());
    emit(front_desk, founder_, core::CourseDefined{courses_.back(), title(4)});
  }
  for (int i = 0; i < 13; ++i) {
    core::ServiceKindDefined kind;
    kind.service_kind = new_id<core::ServiceKindId>();
    kind.name = title(3);
    kind.points_permille = i < 2 ? 1500 : 1000;
    kind.professional = i == 0;
    if (i == 0) kind.course = courses_[0];
    service_kinds_.push_back(kind.service_kind);
    emit(front_desk, founder_, kind);
  }
  core::CampaignOpened campaign;
  campaign.campaign = new_id<core::CampaignId>();
  campaign.name = title(6);
  campaign.from_day = today_;
  campaign.to_day = core::Day{today_.number + 90};
  campaign.target_person_times = 2000;
  emit(front_desk, founder_, campaign);
}

void Generator::found_shop() {
  funds_.push_back(new_id<core::FundId>());
  emit(front_desk, founder_, core::FundOpened{funds_.back(), title(4), title(4)});
  emit(front_desk, founder_,
       core::FundReceived{funds_.back(), core::Purse::coin, plan_.operations * 60 + 6000});
  for (int i = 0; i < 10; ++i) {
    core::ItemOffered item;
    item.item = new_id<core::ItemId>();
    item.item_kind = i < 7 ? core::ItemKind::gift : core::ItemKind::service;
    item.name = title(3);
    item.purse = i < 7 ? core::Purse::points : core::Purse::coin;
    item.price = i < 7 ? 1 + random_.below(6) : 60;
    item.cost_fen = static_cast<int32_t>(500 + random_.below(3000));
    items_.push_back(item.item);
    emit(front_desk, founder_, item);
    emit(front_desk, founder_,
         core::StockReceived{item.item, static_cast<int32_t>(20 + plan_.operations / 200)});
  }
}

}  // namespace linli::app
