#include <algorithm>

#include "app/demo_cast.h"

namespace linli::app {
namespace {

constexpr int32_t founded = -demo_days - 10;

using core::ConsentPurpose;

std::string make_name(DemoRandom& random, const DemoNames& names, core::Gender gender, bool old) {
  const bool woman = gender == core::Gender::woman;
  const auto& given =
      old ? (woman ? names.old_women : names.old_men) : (woman ? names.women : names.men);
  return random.pick(names.surnames) + random.pick(given);
}

core::Gender some_gender(DemoRandom& random, int32_t women_permille) {
  return random.chance(women_permille) ? core::Gender::woman : core::Gender::man;
}

// Numbers of this form are not given to anybody.
std::string make_phone(DemoStream& stream) { return "1380000" + stream.digits(4); }

std::string make_address(DemoStream& stream, const DemoPlan& plan) {
  DemoRandom& random = stream.random();
  return random.pick(plan.streets) + std::to_string(random.between(1, 9)) + "-" +
         std::to_string(random.between(1, 6)) + "0" + std::to_string(random.between(1, 4));
}

void write_card(DemoStream& stream, const DemoCast& cast, const core::PersonId& person,
                DemoTime time) {
  stream.add(time, cast.administrator, core::CardIssued{person, {"66" + stream.digits(6)}});
}

void write_consent(DemoStream& stream, const DemoCast& cast, const core::PersonId& person,
                   ConsentPurpose purpose, DemoTime time) {
  stream.add(time, cast.administrator, core::ConsentGiven{person, purpose, 1});
}

core::PersonPrivate details_of(const std::string& name, const std::string& phone) {
  core::PersonPrivate details;
  details.name.text = name;
  details.phone = core::Note{phone};
  return details;
}

core::PersonId write_staff(const DemoPlan& plan, DemoStream& stream, DemoCast& cast,
                           core::StaffRole role, const core::PersonId& known) {
  DemoRandom& random = stream.random();
  core::PersonRegistered person;
  person.person = known.empty() ? stream.new_id<core::PersonId>() : known;
  person.roles = {core::PersonRole::staff};
  person.birth_year = random.between(1972, 1996);
  person.gender = some_gender(random, 700);
  person.site = cast.sites[cast.staff.size() % cast.sites.size()];
  person.details =
      details_of(make_name(random, plan.names, person.gender, false), make_phone(stream));
  stream.add({founded, 620}, cast.administrator, person);
  stream.add({founded, 621}, cast.administrator, core::StaffAppointed{person.person, role});
  cast.staff.push_back(person.person);
  return person.person;
}

struct VolunteerAge {
  core::VolunteerKind kind;
  int32_t born_from;
  int32_t born_to;
};

VolunteerAge some_age(DemoRandom& random, int32_t year) {
  const int32_t roll = random.between(0, 999);
  if (roll < 560) return {core::VolunteerKind::young_old, year - 72, year - 58};
  if (roll < 680) return {core::VolunteerKind::party_member, year - 76, year - 48};
  if (roll < 830) return {core::VolunteerKind::citizen, year - 57, year - 27};
  if (roll < 930) return {core::VolunteerKind::student, year - 23, year - 18};
  return {core::VolunteerKind::social_worker, year - 45, year - 25};
}

void write_volunteer(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  DemoRandom& random = stream.random();
  const int32_t year = base::civil_of(stream.today()).year;
  const VolunteerAge age = some_age(random, year);
  DemoPerson volunteer;
  volunteer.person = stream.new_id<core::PersonId>();
  volunteer.site = random.below(cast.sites.size());
  const bool late = random.chance(200);
  volunteer.joined = late ? random.between(-70, -8) : founded + random.between(1, 6);
  for (int i = random.between(2, 4); i > 0; --i) {
    const size_t kind = random.below(cast.kinds.size());
    if (std::find(volunteer.skills.begin(), volunteer.skills.end(), kind) ==
        volunteer.skills.end()) {
      volunteer.skills.push_back(kind);
    }
  }

  core::PersonRegistered body;
  body.person = volunteer.person;
  body.roles = {core::PersonRole::volunteer};
  body.birth_year = random.between(age.born_from, age.born_to);
  body.gender = some_gender(random, 640);
  body.volunteer_kind = age.kind;
  body.site = cast.sites[volunteer.site];
  body.availability = random.between(1, (1 << 21) - 1);
  for (const size_t kind : volunteer.skills) body.skills.push_back(cast.kinds[kind]);
  volunteer.name = make_name(random, plan.names, body.gender, *body.birth_year < year - 55);
  body.details = details_of(volunteer.name, make_phone(stream));
  const DemoTime joined{volunteer.joined, random.between(540, 700)};
  stream.add(joined, cast.administrator, body);
  write_consent(stream, cast, body.person, ConsentPurpose::registration, joined);
  if (random.chance(600)) write_consent(stream, cast, body.person, ConsentPurpose::photo, joined);
  write_card(stream, cast, body.person, joined);
  stream.add(joined, cast.administrator, core::TeamJoined{random.pick(cast.teams), body.person});
  if (random.chance(930)) {
    stream.add({volunteer.joined + 1, 900}, cast.administrator,
               core::TrainingCompleted{body.person, cast.courses[0], {}});
  }
  volunteer.trained = random.chance(800);
  if (volunteer.trained) {
    stream.add({volunteer.joined + 2, 900}, cast.administrator,
               core::TrainingCompleted{body.person, cast.courses[1], {}});
  }
  cast.volunteers.push_back(std::move(volunteer));
}

void write_recipient(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  DemoRandom& random = stream.random();
  const int32_t year = base::civil_of(stream.today()).year;
  DemoPerson recipient;
  recipient.person = stream.new_id<core::PersonId>();
  recipient.site = random.below(cast.sites.size());
  recipient.joined = founded + random.between(1, 9);

  core::PersonRegistered body;
  body.person = recipient.person;
  body.roles = {core::PersonRole::recipient};
  body.birth_year = random.between(year - 96, year - 70);
  body.gender = some_gender(random, 620);
  body.site = cast.sites[recipient.site];
  static constexpr core::Category common[] = {
      core::Category::oldest_old,     core::Category::living_alone,
      core::Category::empty_nest,     core::Category::limited_mobility,
      core::Category::disabled_elder, core::Category::dementia,
      core::Category::poor,           core::Category::lost_only_child,
      core::Category::disability};
  const size_t first = random.below(std::size(common));
  for (int32_t i = random.between(1, 3); i > 0; --i) {
    body.categories.push_back(common[(first + static_cast<size_t>(i) * 2) % std::size(common)]);
  }
  recipient.name = make_name(random, plan.names, body.gender, true);
  core::PersonPrivate details = details_of(recipient.name, make_phone(stream));
  details.address = core::Note{make_address(stream, plan)};
  body.details = details;
  const DemoTime joined{recipient.joined, random.between(540, 690)};
  const core::PersonId& by = cast.coordinators[recipient.site % cast.coordinators.size()];
  stream.add(joined, by, body);
  write_consent(stream, cast, body.person, ConsentPurpose::registration, joined);
  write_consent(stream, cast, body.person, ConsentPurpose::sensitive_data, joined);
  write_card(stream, cast, body.person, joined);
  recipient.granted = random.chance(700);
  if (recipient.granted) {
    stream.add({recipient.joined + 3, 600}, cast.administrator,
               core::CoinsGrant{cast.funds[0], body.person, 60 * random.between(6, 14)});
  }
  cast.recipients.push_back(std::move(recipient));
}

// One volunteer was registered twice, by two desks.
void write_duplicate(DemoStream& stream, const DemoCast& cast) {
  const DemoPerson& known = cast.volunteers[7];
  core::PersonRegistered again;
  again.person = stream.new_id<core::PersonId>();
  again.roles = {core::PersonRole::volunteer};
  again.site = cast.sites[known.site];
  again.details = details_of(known.name, make_phone(stream));
  stream.add({-4, 615}, cast.coordinators[1], again);
}

}  // namespace

void write_demo_people(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  write_staff(plan, stream, cast, core::StaffRole::coordinator, cast.administrator);
  for (int i = 0; i < 2; ++i) {
    cast.coordinators.push_back(
        write_staff(plan, stream, cast, core::StaffRole::coordinator, core::PersonId()));
  }
  cast.reviewer = write_staff(plan, stream, cast, core::StaffRole::reviewer, core::PersonId());
  cast.cashier = write_staff(plan, stream, cast, core::StaffRole::cashier, core::PersonId());
  for (size_t i = 0; i < demo_volunteers; ++i) write_volunteer(plan, stream, cast);
  for (size_t i = 0; i < demo_recipients; ++i) write_recipient(plan, stream, cast);
  write_duplicate(stream, cast);
}

}  // namespace linli::app
