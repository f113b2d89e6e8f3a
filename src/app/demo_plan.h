// What assets/demo says of the demo branch, read once: places, kinds of service, items,
// weekly series, notes, and lists of names. It holds no invented person yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/operations_activity.h"
#include "core/operations_ledger.h"
#include "core/operations_space.h"

namespace linli::app {

struct DemoRoom {
  std::string name;
  int32_t seats = 0;
};
struct DemoSite {
  std::string name;
  std::string neighbourhood;
  std::vector<DemoRoom> rooms;
};
struct DemoOrganisation {
  std::string name;
  core::OrganisationLayer layer = core::OrganisationLayer::agency;
};
struct DemoKind {
  std::string name;
  int32_t minutes = 60;
  int32_t weight = 0;  // how often it is asked for
  int32_t permille = 1000;
  bool professional = false;
  std::optional<size_t> course;
};
struct DemoCampaign {
  std::string name;
  int32_t from = 0;  // days from today
  int32_t to = 0;
  int32_t target = 0;
};
struct DemoPolicy {
  std::string preset;
  int32_t from = 0;
  std::string name;  // empty: the preset's
  std::optional<int32_t> cap_record_minutes;
  std::optional<int32_t> gate_minutes;
};
struct DemoFund {
  std::string name;
  std::string source;
  int64_t minutes = 0;
  int64_t fen = 0;
};
struct DemoItem {
  std::string name;
  int32_t points = 0;   // a gift, or
  int32_t minutes = 0;  // a service
  int32_t stock = 0;
  std::optional<int32_t> cost_fen;
  bool off_shelf = false;
};
struct DemoSeries {
  std::string name;
  core::ActivityKind kind = core::ActivityKind::service;
  size_t room = 0;      // counted over all sites
  int32_t weekday = 1;  // 0 = every day, 1 Monday … 7 Sunday
  int32_t from = 0;
  int32_t minutes = 60;
  std::optional<size_t> service_kind;
  int32_t volunteers_min = 0;
  int32_t volunteers_max = 0;
  int32_t guests_min = 0;
  int32_t guests_max = 0;
};
struct DemoNames {
  std::vector<std::string> surnames;
  std::vector<std::string> old_women;
  std::vector<std::string> old_men;
  std::vector<std::string> women;
  std::vector<std::string> men;
};

struct DemoPlan {
  std::string branch;
  std::vector<DemoOrganisation> organisations;
  std::vector<DemoSite> sites;
  std::vector<std::string> teams;
  std::vector<std::string> courses;
  std::vector<DemoKind> kinds;
  std::vector<DemoCampaign> campaigns;
  std::vector<DemoPolicy> policies;
  std::vector<DemoFund> funds;
  std::vector<DemoItem> items;
  std::vector<DemoSeries> series;
  std::vector<std::string> streets;
  std::vector<std::string> need_notes;
  std::vector<std::string> service_notes;
  std::vector<std::string> reject_notes;
  std::vector<std::string> appeal_notes;
  DemoNames names;
};

DemoPlan read_demo_plan();

}  // namespace linli::app
