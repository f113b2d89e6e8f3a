// Operations that found a space, admit replicas and staff, and describe the
// organisation. Names of organisations, sites and teams are public, so they stand in data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"

namespace linli::core {

struct SpaceFounded {
  static constexpr std::string_view kind = "space.founded@1";
  SpaceId space;
  ReplicaId replica;
  Hash public_key;
  ReplicaRole role = ReplicaRole::desk;
  Title name;
  PersonId founder;
  template <class V>
  void fields(V& v) {
    v("space", space), v("replica", replica), v("public_key", public_key), v("role", role),
        v("name", name), v("founder", founder);
  }
};

struct ReplicaEnrolled {
  static constexpr std::string_view kind = "replica.enrolled@1";
  ReplicaId replica;
  Hash public_key;
  ReplicaRole role = ReplicaRole::desk;
  InviteId invite;
  Hash invite_secret;
  template <class V>
  void fields(V& v) {
    v("replica", replica), v("public_key", public_key), v("role", role), v("invite", invite),
        v("invite_secret", invite_secret);
  }
};

struct ReplicaRevoked {
  static constexpr std::string_view kind = "replica.revoked@1";
  ReplicaId replica;
  template <class V>
  void fields(V& v) {
    v("replica", replica);
  }
};

struct InviteCreated {
  static constexpr std::string_view kind = "invite.created@1";
  InviteId invite;
  Hash secret_hash;  // sha256("linli.invite/1\n" + secret)
  ReplicaRole role = ReplicaRole::desk;
  Day expires_day;
  std::optional<Title> device = {};  // what the inviter calls it: 朝西站签到机
  // A copied device invites itself, to go on under a name of its own: the replica it was.
  std::optional<ReplicaId> renews = {};
  template <class V>
  void fields(V& v) {
    v("invite", invite), v("secret_hash", secret_hash), v("role", role),
        v("expires_day", expires_day), v("device", device), v("renews", renews);
  }
};

struct StaffAppointed {
  static constexpr std::string_view kind = "staff.appointed@1";
  PersonId person;
  StaffRole role = StaffRole::coordinator;
  template <class V>
  void fields(V& v) {
    v("person", person), v("role", role);
  }
};

struct StaffDismissed {
  static constexpr std::string_view kind = "staff.dismissed@1";
  PersonId person;
  StaffRole role = StaffRole::coordinator;
  template <class V>
  void fields(V& v) {
    v("person", person), v("role", role);
  }
};

struct OrganisationRegistered {
  static constexpr std::string_view kind = "organisation.registered@1";
  OrganisationId organisation;
  OrganisationLayer layer = OrganisationLayer::agency;
  Title name;
  std::optional<OrganisationId> parent;
  template <class V>
  void fields(V& v) {
    v("organisation", organisation), v("layer", layer), v("name", name), v("parent", parent);
  }
};

struct SiteRegistered {
  static constexpr std::string_view kind = "site.registered@1";
  SiteId site;
  Title name;
  std::optional<Title> neighbourhood;
  std::optional<OrganisationId> organisation;
  template <class V>
  void fields(V& v) {
    v("site", site), v("name", name), v("neighbourhood", neighbourhood),
        v("organisation", organisation);
  }
};

struct RoomRegistered {
  static constexpr std::string_view kind = "room.registered@1";
  RoomId room;
  SiteId site;
  Title name;
  std::optional<int32_t> seats;
  template <class V>
  void fields(V& v) {
    v("room", room), v("site", site), v("name", name), v("seats", seats);
  }
};

struct TeamRegistered {
  static constexpr std::string_view kind = "team.registered@1";
  TeamId team;
  Title name;
  std::optional<TeamId> parent;
  template <class V>
  void fields(V& v) {
    v("team", team), v("name", name), v("parent", parent);
  }
};

struct TeamJoined {
  static constexpr std::string_view kind = "team.joined@1";
  TeamId team;
  PersonId person;
  template <class V>
  void fields(V& v) {
    v("team", team), v("person", person);
  }
};

struct TeamLeft {
  static constexpr std::string_view kind = "team.left@1";
  TeamId team;
  PersonId person;
  template <class V>
  void fields(V& v) {
    v("team", team), v("person", person);
  }
};

struct ServiceKindDefined {
  static constexpr std::string_view kind = "service_kind.defined@1";
  ServiceKindId service_kind;
  Title name;
  int32_t default_minutes = 60;
  int32_t points_permille = 1000;  // C12: weight of points, 1000 = 1
  bool professional = false;       // D16
  std::optional<CourseId> course;  // T03: needed before serving
  template <class V>
  void fields(V& v) {
    v("service_kind", service_kind), v("name", name), v("default_minutes", default_minutes),
        v("points_permille", points_permille), v("professional", professional), v("course", course);
  }
};

struct CampaignOpened {
  static constexpr std::string_view kind = "campaign.opened@1";
  CampaignId campaign;
  Title name;
  Day from_day;
  Day to_day;
  std::optional<int32_t> target_person_times;
  template <class V>
  void fields(V& v) {
    v("campaign", campaign), v("name", name), v("from_day", from_day), v("to_day", to_day),
        v("target_person_times", target_person_times);
  }
};

struct FlagResolved {
  static constexpr std::string_view kind = "flag.resolved@1";
  OperationId operation;
  FlagResolution resolution = FlagResolution::accepted;
  template <class V>
  void fields(V& v) {
    v("operation", operation), v("resolution", resolution);
  }
};

struct RefusalSeen {
  static constexpr std::string_view kind = "refusal.seen@1";
  OperationId operation;
  template <class V>
  void fields(V& v) {
    v("operation", operation);
  }
};

struct ImportUndone {
  static constexpr std::string_view kind = "import.undone@1";
  ImportId import_id;
  template <class V>
  void fields(V& v) {
    v("import", import_id);
  }
};

}  // namespace linli::core
