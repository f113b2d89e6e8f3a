#include "store/query_space.h"

#include "store/column.h"

namespace linli::store {

std::vector<SiteRow> list_sites(Database& state) {
  Statement& row =
      state.prepare("SELECT site, name, COALESCE(neighbourhood, '') FROM site ORDER BY name, site");
  std::vector<SiteRow> sites;
  while (row.step()) sites.push_back({row.id<core::SiteId>(0), text_at(row, 1), text_at(row, 2)});
  return sites;
}

std::vector<TeamRow> list_teams(Database& state) {
  Statement& row = state.prepare(
      "SELECT t.team, t.name, (SELECT COUNT(*) FROM team_membership m WHERE m.team = t.team)"
      " FROM team t ORDER BY t.name, t.team");
  std::vector<TeamRow> teams;
  while (row.step()) {
    teams.push_back({row.id<core::TeamId>(0), text_at(row, 1), row.integer(2)});
  }
  return teams;
}

std::vector<ServiceKindRow> list_service_kinds(Database& state) {
  Statement& row = state.prepare(
      "SELECT k.service_kind, k.name, k.default_minutes, k.professional, k.course,"
      " COALESCE(c.name, '') FROM service_kind k LEFT JOIN course c ON c.course = k.course"
      " ORDER BY k.name, k.service_kind");
  std::vector<ServiceKindRow> kinds;
  while (row.step()) {
    kinds.push_back({row.id<core::ServiceKindId>(0), text_at(row, 1), number_at(row, 2),
                     row.integer(3) != 0, optional_id_at<core::CourseId>(row, 4), text_at(row, 5)});
  }
  return kinds;
}

std::vector<CourseRow> list_courses(Database& state) {
  Statement& row = state.prepare("SELECT course, name FROM course ORDER BY name, course");
  std::vector<CourseRow> courses;
  while (row.step()) courses.push_back({row.id<core::CourseId>(0), text_at(row, 1)});
  return courses;
}

std::vector<AgencyRow> list_agencies(Database& state) {
  Statement& row = state.prepare(
      "SELECT organisation, name FROM organisation WHERE layer = 'agency'"
      " ORDER BY name, organisation");
  std::vector<AgencyRow> agencies;
  while (row.step()) agencies.push_back({row.id<core::OrganisationId>(0), text_at(row, 1)});
  return agencies;
}

std::string space_name(Database& state) {
  Statement& row = state.prepare("SELECT name FROM space ORDER BY space LIMIT 1");
  if (!row.step()) return {};
  std::string name = text_at(row, 0);
  row.reset();
  return name;
}

}  // namespace linli::store
