#include "app/demo_cast.h"
#include "app/policy_presets.h"

namespace linli::app {
namespace {

constexpr int32_t founded = -demo_days - 10;

void write_organisations(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  for (const DemoOrganisation& organisation : plan.organisations) {
    core::OrganisationRegistered body;
    body.organisation = stream.new_id<core::OrganisationId>();
    body.layer = organisation.layer;
    body.name.text = organisation.name;
    if (!cast.organisations.empty()) body.parent = cast.organisations.front();
    cast.organisations.push_back(body.organisation);
    stream.add({founded, 601}, cast.administrator, body);
  }
}

void write_sites(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  for (const DemoSite& site : plan.sites) {
    core::SiteRegistered body;
    body.site = stream.new_id<core::SiteId>();
    body.name.text = site.name;
    body.neighbourhood = core::Title{site.neighbourhood};
    stream.add({founded, 602}, cast.administrator, body);
    for (const DemoRoom& room : site.rooms) {
      core::RoomRegistered room_body;
      room_body.room = stream.new_id<core::RoomId>();
      room_body.site = body.site;
      room_body.name.text = room.name;
      room_body.seats = room.seats;
      stream.add({founded, 603}, cast.administrator, room_body);
      cast.rooms.push_back(room_body.room);
      cast.site_of_room.push_back(cast.sites.size());
    }
    cast.sites.push_back(body.site);
  }
  for (const std::string& team : plan.teams) {
    const auto id = stream.new_id<core::TeamId>();
    cast.teams.push_back(id);
    stream.add({founded, 604}, cast.administrator, core::TeamRegistered{id, {team}, {}});
  }
}

void write_kinds(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  for (const std::string& course : plan.courses) {
    const auto id = stream.new_id<core::CourseId>();
    cast.courses.push_back(id);
    stream.add({founded, 605}, cast.administrator, core::CourseDefined{id, {course}});
  }
  for (const DemoKind& kind : plan.kinds) {
    core::ServiceKindDefined body;
    body.service_kind = stream.new_id<core::ServiceKindId>();
    body.name.text = kind.name;
    body.default_minutes = kind.minutes;
    body.points_permille = kind.permille;
    body.professional = kind.professional;
    if (kind.course) body.course = cast.courses[*kind.course];
    cast.kinds.push_back(body.service_kind);
    stream.add({founded, 606}, cast.administrator, body);
  }
  for (const DemoCampaign& campaign : plan.campaigns) {
    core::CampaignOpened body;
    body.campaign = stream.new_id<core::CampaignId>();
    body.name.text = campaign.name;
    body.from_day = stream.day(campaign.from);
    body.to_day = stream.day(campaign.to);
    body.target_person_times = campaign.target;
    cast.campaigns.push_back(body.campaign);
    stream.add({founded, 607}, cast.administrator, body);
  }
}

void write_policies(const DemoPlan& plan, DemoStream& stream, const DemoCast& cast) {
  const std::vector<PolicyPreset> presets = policy_presets();
  for (const DemoPolicy& planned : plan.policies) {
    for (const PolicyPreset& preset : presets) {
      if (preset.key != planned.preset) continue;
      core::PolicyAdopted body = preset.policy;
      body.policy = stream.new_id<core::PolicyId>();
      body.effective_day = stream.day(planned.from);
      if (!planned.name.empty()) body.name.text = planned.name;
      if (planned.cap_record_minutes) body.cap_record_minutes = planned.cap_record_minutes;
      if (planned.gate_minutes) body.gate_minutes = planned.gate_minutes;
      // A later version is adopted a week before it comes into force.
      const int32_t adopted = planned.from < founded ? founded : planned.from - 7;
      stream.add({adopted, 608}, cast.administrator, body);
    }
  }
}

void write_funds(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  for (const DemoFund& fund : plan.funds) {
    const auto id = stream.new_id<core::FundId>();
    cast.funds.push_back(id);
    stream.add({founded, 609}, cast.administrator,
               core::FundOpened{id, {fund.name}, {fund.source}});
    stream.add({founded, 610}, cast.administrator,
               core::FundReceived{id, core::Purse::coin, fund.minutes});
    if (fund.fen == 0) continue;
    stream.add({founded, 611}, cast.administrator,
               core::FundReceived{id, core::Purse::fen, fund.fen});
  }
}

}  // namespace

void write_demo_places(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  write_organisations(plan, stream, cast);
  write_sites(plan, stream, cast);
  write_kinds(plan, stream, cast);
  write_policies(plan, stream, cast);
  write_funds(plan, stream, cast);
}

}  // namespace linli::app
