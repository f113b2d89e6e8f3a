// The people and places of the demo branch while its operations are being written: who
// there is, and who is busy when, so that the demo mostly tells what went well.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/demo_plan.h"
#include "app/demo_stream.h"

namespace linli::app {

inline constexpr int32_t demo_days = 90;
inline constexpr size_t demo_volunteers = 120;
inline constexpr size_t demo_recipients = 60;

struct DemoPerson {
  core::PersonId person;
  std::string name;
  size_t site = 0;
  int32_t joined = -demo_days;  // day
  std::vector<size_t> skills;   // volunteers: service kinds
  bool trained = false;         // volunteers: for kinds that need the second course
  bool granted = false;         // recipients: has coins to pay with
};

struct DemoCast {
  core::PersonId administrator;
  std::vector<core::PersonId> coordinators;
  core::PersonId reviewer;
  core::PersonId cashier;
  std::vector<core::PersonId> staff;  // everybody with a staff role
  std::vector<DemoPerson> volunteers;
  std::vector<DemoPerson> recipients;
  std::vector<core::SiteId> sites;
  std::vector<core::RoomId> rooms;
  std::vector<size_t> site_of_room;
  std::vector<core::TeamId> teams;
  std::vector<core::CourseId> courses;
  std::vector<core::ServiceKindId> kinds;
  std::vector<core::CampaignId> campaigns;
  std::vector<core::OrganisationId> organisations;
  std::vector<core::FundId> funds;

  // Minutes credited to each volunteer, by the day of the review.
  std::map<std::string, std::vector<std::pair<int32_t, int32_t>>> credited;

  // Takes somebody's half-day when it is free.
  bool take(const core::PersonId& person, int32_t day, int32_t minute) {
    return busy_.insert({person.str(), day * 2 + (minute >= 12 * 60 ? 1 : 0)}).second;
  }

 private:
  std::set<std::pair<std::string, int32_t>> busy_;
};

// Each writes its part of the branch's life into the stream.
void write_demo_places(const DemoPlan& plan, DemoStream& stream, DemoCast& cast);
void write_demo_people(const DemoPlan& plan, DemoStream& stream, DemoCast& cast);
void write_demo_activities(const DemoPlan& plan, DemoStream& stream, DemoCast& cast);
void write_demo_needs(const DemoPlan& plan, DemoStream& stream, DemoCast& cast);
void write_demo_shop(const DemoPlan& plan, DemoStream& stream, DemoCast& cast);

struct DemoRecord {
  core::RecordId record;
  core::PersonId volunteer;
  int32_t served_day = 0;
  int32_t minutes = 0;
};

// The review of a record one to three days after the service; what was served in the last
// days still waits.
void write_demo_review(const DemoPlan& plan, DemoStream& stream, DemoCast& cast,
                       const DemoRecord& record);

// A volunteer who has joined, is free then, and is taken by this. Nothing when none is
// found after some tries.
const DemoPerson* take_volunteer(DemoStream& stream, DemoCast& cast, DemoTime time);

}  // namespace linli::app
