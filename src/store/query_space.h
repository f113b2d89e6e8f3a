// Reads what a branch is made of: sites, teams, service kinds, courses, agencies and
// staff. These lists are short, so they come whole and in the order of their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct SiteRow {
  core::SiteId site;
  std::string name;
  std::string neighbourhood;  // empty when not said
};
std::vector<SiteRow> list_sites(Database& state);

struct TeamRow {
  core::TeamId team;
  std::string name;
  int64_t members = 0;
};
std::vector<TeamRow> list_teams(Database& state);

struct ServiceKindRow {
  core::ServiceKindId service_kind;
  std::string name;
  int32_t default_minutes = 60;
  bool professional = false;
  std::optional<core::CourseId> course;
  std::string course_name;
};
std::vector<ServiceKindRow> list_service_kinds(Database& state);

struct CourseRow {
  core::CourseId course;
  std::string name;
};
std::vector<CourseRow> list_courses(Database& state);

struct AgencyRow {
  core::OrganisationId agency;
  std::string name;
};
// Organisations a need can be referred to.
std::vector<AgencyRow> list_agencies(Database& state);

// Name of the space, empty before it is founded.
std::string space_name(Database& state);

}  // namespace linli::store
