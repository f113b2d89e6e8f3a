#include "app/demo_plan.h"

#include <nlohmann/json.hpp>

#include "app/embedded.h"

namespace linli::app {
namespace {

using nlohmann::json;

json read_asset(std::string_view path) {
  json file = json::parse(embedded_asset(path), nullptr, false);
  CHECK(file.is_object());
  return file;
}

std::vector<std::string> texts(const json& list) {
  std::vector<std::string> out;
  for (const json& text : list) out.push_back(text.get<std::string>());
  return out;
}

std::optional<int32_t> figure(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::nullopt : std::optional<int32_t>(found->get<int32_t>());
}

std::optional<size_t> place(const json& object, const char* name) {
  const auto number = figure(object, name);
  return number ? std::optional<size_t>(static_cast<size_t>(*number)) : std::nullopt;
}

template <class E>
E word(const json& object, const char* name) {
  const auto value = core::parse_enum<E>(object.value(name, ""));
  CHECK(value.has_value());
  return *value;
}

void read_places(const json& file, DemoPlan& plan) {
  plan.branch = file.value("branch", "");
  for (const json& o : file["organisations"]) {
    plan.organisations.push_back({o.value("name", ""), word<core::OrganisationLayer>(o, "layer")});
  }
  for (const json& s : file["sites"]) {
    DemoSite site{s.value("name", ""), s.value("neighbourhood", ""), {}};
    for (const json& r : s["rooms"])
      site.rooms.push_back({r.value("name", ""), r.value("seats", 0)});
    plan.sites.push_back(std::move(site));
  }
  plan.teams = texts(file["teams"]);
  plan.courses = texts(file["courses"]);
  for (const json& k : file["service_kinds"]) {
    plan.kinds.push_back({k.value("name", ""), k.value("minutes", 60), k.value("weight", 0),
                          k.value("permille", 1000), k.value("professional", false),
                          place(k, "course")});
  }
  for (const json& c : file["campaigns"]) {
    plan.campaigns.push_back(
        {c.value("name", ""), c.value("from", 0), c.value("to", 0), c.value("target", 0)});
  }
}

void read_money(const json& file, DemoPlan& plan) {
  for (const json& p : file["policies"]) {
    plan.policies.push_back({p.value("preset", ""), p.value("from", 0), p.value("name", ""),
                             figure(p, "cap_record_minutes"), figure(p, "gate_minutes")});
  }
  for (const json& f : file["funds"]) {
    plan.funds.push_back({f.value("name", ""), f.value("source", ""),
                          f.value("minutes", int64_t{0}), f.value("fen", int64_t{0})});
  }
  for (const json& i : file["items"]) {
    plan.items.push_back({i.value("name", ""), i.value("points", 0), i.value("minutes", 0),
                          i.value("stock", 0), figure(i, "cost_fen"), i.value("off_shelf", false)});
  }
}

void read_series(const json& file, DemoPlan& plan) {
  for (const json& s : file["series"]) {
    DemoSeries series;
    series.name = s.value("name", "");
    series.kind = word<core::ActivityKind>(s, "kind");
    series.room = s.value("room", size_t{0});
    series.weekday = s.value("weekday", 1);
    series.from = s.value("from", 0);
    series.minutes = s.value("minutes", 60);
    series.service_kind = place(s, "service_kind");
    series.volunteers_min = s["volunteers"][0].get<int32_t>();
    series.volunteers_max = s["volunteers"][1].get<int32_t>();
    series.guests_min = s["guests"][0].get<int32_t>();
    series.guests_max = s["guests"][1].get<int32_t>();
    plan.series.push_back(std::move(series));
  }
}

}  // namespace

DemoPlan read_demo_plan() {
  DemoPlan plan;
  const json branch = read_asset("demo/branch.json");
  read_places(branch, plan);
  read_money(branch, plan);
  read_series(branch, plan);
  plan.streets = texts(branch["streets"]);
  plan.need_notes = texts(branch["need_notes"]);
  plan.service_notes = texts(branch["service_notes"]);
  plan.reject_notes = texts(branch["reject_notes"]);
  plan.appeal_notes = texts(branch["appeal_notes"]);
  const json names = read_asset("demo/names.json");
  plan.names = {texts(names["surnames"]), texts(names["given_old_women"]),
                texts(names["given_old_men"]), texts(names["given_women"]),
                texts(names["given_men"])};
  return plan;
}

}  // namespace linli::app
