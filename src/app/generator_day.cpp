#include <algorithm>
#include <utility>

#include "app/generator.h"
#include "core/attendance.h"

namespace linli::app {
namespace {

constexpr int64_t millis_per_day = 24 * 60 * 60 * 1000;
constexpr int64_t day_begins_millis = 30 * 60 * 1000;

}  // namespace

// The morning at the front desk, the day at the kiosk, the evening at the back desk.
void Generator::plan_day() {
  today_.number += 1;
  clock_millis_ = int64_t{today_.number} * millis_per_day + day_begins_millis;
  register_people();
  schedule();
  publish_needs();
  hold_sessions();
  close_needs();
  review();
  trade();
}

void Generator::register_people() {
  const size_t there = volunteers_.size() + recipients_.size();
  const size_t missing = people_wanted_ - std::min(there, people_wanted_);
  // Half of the rest on the first day, then fewer and fewer.
  const size_t count =
      there == 0 ? std::max<size_t>(missing / 2, 12) : std::min<size_t>(missing, 1 + missing / 12);
  for (size_t i = 0; i < count; ++i) register_one((there + i) % 3 != 2);
}

void Generator::register_one(bool volunteer) {
  core::PersonRegistered person;
  person.person = new_id<core::PersonId>();
  person.roles = {volunteer ? core::PersonRole::volunteer : core::PersonRole::recipient};
  const int32_t age =
      static_cast<int32_t>(volunteer ? 18 + random_.below(58) : 62 + random_.below(35));
  person.birth_year = base::civil_of(today_).year - age;
  person.gender = random_.chance(60) ? core::Gender::woman : core::Gender::man;
  person.site = random_.one_of(sites_);
  if (volunteer) {
    person.volunteer_kind = static_cast<core::VolunteerKind>(random_.below(8));
    person.skills = {random_.one_of(service_kinds_)};
    person.availability = static_cast<int32_t>(random_.below(1 << 21));
  } else {
    person.categories = {static_cast<core::Category>(random_.below(12))};
  }
  core::PersonPrivate& details = person.details.emplace();
  details.name = person_name();
  details.phone = core::Note{"139" + std::to_string(10000000 + random_.below(89999999))};
  if (!volunteer) details.address = core::Note{title(6).text};
  emit(front_desk, coordinator_, person);
  emit(front_desk, coordinator_,
       core::ConsentGiven{person.person, core::ConsentPurpose::registration, 1});
  if (random_.chance(80)) {
    const std::string digits = std::to_string(1000000000 + random_.below(8999999999));
    emit(front_desk, coordinator_, core::CardIssued{person.person, core::Title{digits}});
  }
  const Somebody somebody{person.person, 0};
  if (volunteer) {
    if (random_.chance(70)) {
      emit(front_desk, coordinator_,
           core::TrainingCompleted{person.person, courses_[0], std::nullopt});
    }
    if (random_.chance(60)) {
      emit(front_desk, coordinator_, core::TeamJoined{random_.one_of(teams_), person.person});
    }
  }
  (volunteer ? volunteers_ : recipients_).push_back(somebody);
  if (random_.chance(4)) {
    core::PersonCorrected corrected;
    corrected.person = person.person;
    corrected.roles = person.roles;
    corrected.birth_year = *person.birth_year - 1;
    corrected.gender = person.gender;
    corrected.categories = person.categories;
    corrected.volunteer_kind = person.volunteer_kind;
    corrected.skills = person.skills;
    corrected.site = person.site;
    corrected.availability = person.availability;
    corrected.details = person.details;
    emit(front_desk, coordinator_, corrected);
  }
}

void Generator::schedule() {
  if (activities_.empty() || today_.number % 7 == 0) {
    core::ActivityPlanned activity;
    activity.activity = new_id<core::ActivityId>();
    activity.name = title(6);
    activity.activity_kind = static_cast<core::ActivityKind>(random_.below(8));
    activity.from_day = today_;
    activity.to_day = core::Day{today_.number + 27};
    activity.room = random_.one_of(rooms_);
    activity.team = random_.one_of(teams_);
    // The first kind needs a course; most activities don't.
    activity.service_kind = service_kinds_[static_cast<size_t>(1 + random_.below(12))];
    activities_.push_back(activity.activity);
    if (activities_.size() > 4) activities_.erase(activities_.begin());
    emit(front_desk, coordinator_, activity);
  }
  sessions_.clear();
  const int64_t count = 1 + static_cast<int64_t>(volunteers_.size()) / 30;
  for (int64_t i = 0; i < count; ++i) {
    core::SessionScheduled session;
    session.session = new_id<core::SessionId>();
    session.activity = random_.one_of(activities_);
    session.session_day = today_;
    session.from_minute = static_cast<int32_t>(8 * 60 + 30 * random_.below(16));
    session.minutes = static_cast<int32_t>(60 + 30 * random_.below(4));
    session.room = random_.one_of(rooms_);
    session.site = random_.one_of(sites_);
    if (random_.chance(50)) session.capacity = 24;
    sessions_.push_back(session);
    emit(front_desk, coordinator_, session);
  }
}

void Generator::publish_needs() {
  const int64_t count = 1 + static_cast<int64_t>(recipients_.size()) / 12;
  for (int64_t i = 0; i < count && !recipients_.empty(); ++i) {
    OpenNeed need;
    need.body.need = new_id<core::NeedId>();
    need.body.recipient = random_.one_of(recipients_).id;
    need.body.service_kind = random_.one_of(service_kinds_);
    need.body.site = random_.one_of(sites_);
    need.body.service_day = today_;
    need.body.from_minute = static_cast<int32_t>(8 * 60 + 15 * random_.below(32));
    need.body.minutes = static_cast<int32_t>(30 + 30 * random_.below(4));
    need.body.head_count = random_.chance(85) ? 1 : 2;
    need.body.channel = static_cast<core::IntakeChannel>(random_.below(5));
    need.body.wish = random_.chance(5);
    if (random_.chance(40)) need.body.details.emplace().note = core::Note{title(12).text};
    emit(front_desk, coordinator_, need.body);
    if (random_.chance(3)) {
      emit(front_desk, coordinator_,
           core::NeedCancel{need.body.need, core::NeedCancelReason::met_otherwise});
    } else if (random_.chance(1)) {
      emit(front_desk, coordinator_, core::NeedReferred{need.body.need, random_.one_of(agencies_)});
    } else if (!random_.chance(8)) {
      take_places(need);
      needs_.push_back(std::move(need));
    }
  }
}

void Generator::take_places(OpenNeed& need) {
  // Now and then one more wants the last place, and is refused.
  const int32_t asking = need.body.head_count + (random_.chance(6) ? 1 : 0);
  for (int32_t i = 0; i < asking; ++i) {
    const size_t who = static_cast<size_t>(random_.below(static_cast<int64_t>(volunteers_.size())));
    const core::PersonId& volunteer = volunteers_[who].id;
    if (random_.chance(35)) {
      emit(front_desk, coordinator_, core::NeedDispatch{need.body.need, volunteer});
    } else {
      emit(front_desk, volunteer, core::NeedClaim{need.body.need, volunteer});
    }
    if (random_.chance(4)) {
      emit(front_desk, volunteer,
           core::NeedRelease{need.body.need, volunteer, core::ReleaseReason::unwell});
    } else if (i < need.body.head_count) {
      need.volunteers.push_back(who);
    }
  }
}

void Generator::hold_sessions() {
  visits_.clear();
  for (const core::SessionScheduled& session : sessions_) {
    const int64_t heads = 6 + random_.below(16);
    const int64_t first = random_.below(static_cast<int64_t>(volunteers_.size()));
    for (int64_t i = 0; i < std::min<int64_t>(heads, static_cast<int64_t>(volunteers_.size()));
         ++i) {
      sign(static_cast<size_t>(first + i) % volunteers_.size(), session);
    }
  }
}

void Generator::sign(size_t who, const core::SessionScheduled& session) {
  const core::PersonId& person = volunteers_[who].id;
  core::AttendanceSignedIn in;
  in.attendance = new_id<core::AttendanceId>();
  in.person = person;
  if (!random_.chance(3)) in.session = session.session;
  in.site = session.site;
  in.in_day = today_;
  in.in_minute = session.from_minute - static_cast<int32_t>(random_.below(15));
  in.method = static_cast<core::SignMethod>(random_.below(3));
  emit(kiosk, person, in);
  if (random_.chance(2)) {
    core::AttendanceSignedIn again = in;
    again.attendance = new_id<core::AttendanceId>();
    again.in_minute += 1;
    emit(kiosk, person, again);
  }
  const int32_t minutes = session.minutes + static_cast<int32_t>(random_.below(20));
  const bool remembers = !random_.chance(4);
  if (remembers) {
    core::AttendanceSignedOut out;
    out.attendance = in.attendance;
    out.out_day = today_;
    out.out_minute = in.in_minute + minutes;
    out.method = in.method;
    emit(kiosk, person, out);
  }
  // Without a session no service kind is known, and no record is proposed.
  if (in.session) visits_.push_back({in.attendance, who, minutes, remembers});
}

void Generator::close_needs() {
  for (const OpenNeed& need : needs_) {
    for (const size_t who : need.volunteers) {
      if (random_.chance(8)) continue;
      core::ServiceReported report;
      report.record = new_id<core::RecordId>();
      report.volunteer = volunteers_[who].id;
      report.source = core::RecordSource::need;
      report.need = need.body.need;
      report.recipient = need.body.recipient;
      report.service_kind = need.body.service_kind;
      report.service_day = today_;
      report.from_minute = need.body.from_minute;
      report.minutes = need.body.minutes;
      if (random_.chance(25)) report.details.emplace().content = core::Note{title(16).text};
      emit(back_desk, volunteers_[who].id, report);
      if (random_.chance(10)) {
        core::EvidenceAttached evidence;
        evidence.subject_id.text = report.record.str();
        evidence.blob.hex = base::sha256_hex(report.record.view());
        evidence.bytes = static_cast<int32_t>(80000 + random_.below(200000));
        evidence.width = 1600;
        evidence.height = 1200;
        emit(back_desk, volunteers_[who].id, evidence);
      }
      review_one(report.record, who, report.minutes);
    }
    if (!need.volunteers.empty() && random_.chance(50)) {
      emit(back_desk, coordinator_,
           core::NeedRated{need.body.need, static_cast<int32_t>(3 + random_.below(3))});
    }
  }
  needs_.clear();
}

void Generator::review() {
  for (const Visit& visit : visits_) {
    if (!visit.signed_out) {
      if (random_.chance(30)) continue;  // stays open for another day's work
      core::AttendanceCorrected corrected;
      corrected.attendance = visit.attendance;
      corrected.in_day = today_;
      corrected.in_minute = 9 * 60;
      corrected.out_day = today_;
      corrected.out_minute = 9 * 60 + visit.minutes;
      emit(back_desk, coordinator_, corrected);
    }
    review_one(core::record_id_of(visit.attendance), visit.volunteer, visit.minutes);
  }
}

void Generator::review_one(const core::RecordId& record, size_t who, int32_t minutes) {
  if (random_.chance(5)) return;  // waits
  if (random_.chance(6)) {
    core::RecordReject reject;
    reject.record = record;
    reject.reason = static_cast<core::RejectReason>(random_.below(6));
    emit(back_desk, reviewer_, reject);
    if (!random_.chance(30)) return;
    emit(back_desk, volunteers_[who].id, core::RecordAppeal{record, std::nullopt});
  }
  const int32_t approved = random_.chance(90) ? minutes : minutes / 2;
  emit(back_desk, reviewer_, core::RecordApprove{record, approved});
  if (random_.chance(1)) {
    emit(back_desk, coordinator_, core::RecordReverse{record});
  } else {
    volunteers_[who].minutes += approved;
  }
}

void Generator::trade() {
  const int64_t count = 1 + static_cast<int64_t>(volunteers_.size()) / 25;
  for (int64_t i = 0; i < count; ++i) {
    Somebody& buyer =
        volunteers_[static_cast<size_t>(random_.below(static_cast<int64_t>(volunteers_.size())))];
    // Those with little behind them seldom ask, and are then refused with the figure.
    if (buyer.minutes < 300 && !random_.chance(5)) continue;
    core::RedemptionPlace place;
    place.redemption = new_id<core::RedemptionId>();
    place.item = random_.one_of(items_);
    place.person = buyer.id;
    place.code_hash.hex = base::sha256_hex(place.redemption.view());
    emit(back_desk, coordinator_, place);
    if (random_.chance(5)) {
      emit(back_desk, coordinator_, core::RedemptionCancel{place.redemption});
    } else {
      placed_.push_back(place.redemption);
      buyer.minutes = std::max<int64_t>(0, buyer.minutes - 180);
    }
  }
  for (const core::RedemptionId& redemption : std::exchange(placed_, {})) {
    emit(back_desk, coordinator_, core::RedemptionHandedOver{redemption});
  }
  if (random_.chance(30) && !recipients_.empty()) {
    emit(back_desk, coordinator_,
         core::CoinsGrant{funds_[0], random_.one_of(recipients_).id, 60 + 60 * random_.below(5)});
  }
  if (random_.chance(20)) {
    const Somebody& giver = random_.one_of(volunteers_);
    emit(back_desk, giver.id, core::CoinsDonate{giver.id, funds_[0], 30});
  }
  if (random_.chance(20) && !recipients_.empty()) {
    const Somebody& giver = random_.one_of(volunteers_);
    emit(back_desk, giver.id, core::CoinsGive{giver.id, random_.one_of(recipients_).id, 60});
  }
}

}  // namespace linli::app
