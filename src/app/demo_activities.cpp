#include <algorithm>

#include "app/activity_table.h"
#include "app/demo_cast.h"
#include "app/embedded.h"
#include "core/attendance.h"

namespace linli::app {
namespace {

constexpr int32_t founded = -demo_days - 10;
constexpr int32_t weeks_ahead_days = 14;
// What is signed in today was signed in before this minute.
constexpr int32_t morning_minute = 9 * 60 + 20;

core::SignMethod some_method(DemoRandom& random) {
  const int32_t roll = random.between(0, 99);
  if (roll < 60) return core::SignMethod::card;
  if (roll < 78) return core::SignMethod::phone_tail;
  return roll < 90 ? core::SignMethod::qr : core::SignMethod::helper;
}

class SeriesWriter {
 public:
  SeriesWriter(const DemoPlan& plan, DemoStream& stream, DemoCast& cast, const DemoSeries& series)
      : plan_(plan), stream_(stream), cast_(cast), series_(series), random_(stream.random()) {}

  void write() {
    core::ActivityPlanned body;
    body.activity = activity_ = stream_.new_id<core::ActivityId>();
    body.name.text = series_.name;
    body.activity_kind = series_.kind;
    body.from_day = stream_.day(-demo_days);
    body.to_day = stream_.day(weeks_ahead_days);
    body.room = cast_.rooms[series_.room];
    body.team = random_.pick(cast_.teams);
    body.campaign = cast_.campaigns[random_.below(cast_.campaigns.size())];
    if (series_.service_kind) body.service_kind = cast_.kinds[*series_.service_kind];
    stream_.add({founded + 8, 600}, by(), body);
    for (int32_t day = -demo_days + 2; day <= weeks_ahead_days; ++day) {
      const int32_t weekday = base::weekday_of(stream_.day(day));
      if (series_.weekday == 0 ? weekday <= 5 : weekday == series_.weekday) write_session(day);
    }
  }

 private:
  const core::PersonId& by() { return random_.pick(cast_.coordinators); }

  void write_session(int32_t day) {
    core::SessionScheduled body;
    body.session = session_ = stream_.new_id<core::SessionId>();
    body.activity = activity_;
    body.session_day = stream_.day(day);
    body.from_minute = series_.from;
    body.minutes = series_.minutes;
    body.room = cast_.rooms[series_.room];
    body.site = cast_.sites[cast_.site_of_room[series_.room]];
    body.capacity = 40;
    stream_.add({std::max(day - 14, founded + 9), 610}, by(), body);
    if (day < 0 && random_.chance(20)) {
      stream_.add({day - 1, 650}, by(), core::SessionCancelled{session_});
    } else if (day < 0 || (day == 0 && series_.from <= morning_minute)) {
      write_volunteers(day);
      write_guests(day);
    }
  }

  void write_volunteers(int32_t day) {
    for (int32_t i = random_.between(series_.volunteers_min, series_.volunteers_max); i > 0; --i) {
      const DemoPerson* volunteer = take_volunteer(stream_, cast_, {day, series_.from});
      if (volunteer != nullptr) write_stay(day, volunteer->person, true);
    }
  }

  // Half of the sessions keep a paper sheet for the guests, and some counts were lost.
  void write_guests(int32_t day) {
    const int32_t guests = random_.between(series_.guests_min, series_.guests_max);
    if (guests == 0 || day == 0) return;
    if (random_.chance(600)) {
      core::HeadsCounted heads;
      heads.activity = activity_;
      heads.session = session_;
      if (!random_.chance(80)) heads.head_count = guests + series_.volunteers_min;
      stream_.add({day, series_.from + series_.minutes + 20}, by(), heads);
      return;
    }
    for (int32_t i = 0; i < guests; ++i) {
      const DemoPerson& guest = random_.pick(cast_.recipients);
      if (cast_.take(guest.person, day, series_.from)) write_stay(day, guest.person, false);
    }
  }

  void write_stay(int32_t day, const core::PersonId& person, bool volunteer) {
    core::AttendanceSignedIn in;
    in.attendance = stream_.new_id<core::AttendanceId>();
    in.person = person;
    in.session = session_;
    in.site = cast_.sites[cast_.site_of_room[series_.room]];
    in.in_day = stream_.day(day);
    in.in_minute = series_.from + random_.between(-12, 4);
    in.method = some_method(random_);
    if (in.method == core::SignMethod::helper) in.helper = by();
    stream_.add({day, in.in_minute}, person, in);
    if (random_.chance(4)) {
      core::AttendanceSignedIn twice = in;
      twice.attendance = stream_.new_id<core::AttendanceId>();
      twice.in_minute += 2;
      stream_.add({day, twice.in_minute}, person, twice);
    }
    if (day == 0) return;

    const int32_t out_minute = series_.from + series_.minutes + random_.between(-4, 9);
    if (random_.chance(day > -6 ? 100 : 30)) {
      write_forgotten(day, in, out_minute);
      if (day > -6) return;
    } else {
      stream_.add({day, out_minute}, person,
                  core::AttendanceSignedOut{in.attendance, in.in_day, out_minute, in.method, {}});
    }
    if (volunteer && series_.service_kind) {
      write_demo_review(plan_, stream_, cast_,
                        {core::record_id_of(in.attendance), person, day,
                         std::min(out_minute - in.in_minute, series_.minutes)});
    }
  }

  // A coordinator puts a forgotten sign-out right on the next day; the newest ones wait.
  void write_forgotten(int32_t day, const core::AttendanceSignedIn& in, int32_t out_minute) {
    if (day > -6) return;
    core::AttendanceCorrected corrected;
    corrected.attendance = in.attendance;
    corrected.in_day = corrected.out_day = in.in_day;
    corrected.in_minute = in.in_minute;
    corrected.out_minute = out_minute;
    stream_.add({day + 1, 560}, by(), corrected);
  }

  const DemoPlan& plan_;
  DemoStream& stream_;
  DemoCast& cast_;
  const DemoSeries& series_;
  DemoRandom& random_;
  core::ActivityId activity_;
  core::SessionId session_;
};

// The neighbours' programme had kept its register as a table; it was imported.
void write_register(DemoStream& stream, DemoCast& cast) {
  const auto table = read_activity_table(embedded_asset("demo/laolinju-activities.csv"));
  CHECK(table.ok());
  const auto import_id = stream.new_id<core::ImportId>();
  for (const ActivityTableRow& row : table.value().rows) {
    core::ActivityPlanned body;
    body.activity = stream.new_id<core::ActivityId>();
    body.name.text = row.name;
    body.activity_kind = row.activity_kind;
    body.from_day = row.from_day;
    body.to_day = row.to_day;
    if (row.days_are_months) body.days_are_months = true;
    body.place = core::Title{row.place};
    body.description = core::Title{row.description};
    body.serial = row.serial;
    body.import_id = import_id;
    stream.add({founded + 5, 630}, cast.administrator, body);
    if (!row.head_count) continue;
    core::HeadsCounted heads;
    heads.activity = body.activity;
    heads.head_count = row.head_count;
    heads.import_id = import_id;
    stream.add({founded + 5, 631}, cast.administrator, heads);
  }
}

}  // namespace

const DemoPerson* take_volunteer(DemoStream& stream, DemoCast& cast, DemoTime time) {
  for (int tries = 0; tries < 20; ++tries) {
    const DemoPerson& volunteer = stream.random().pick(cast.volunteers);
    if (volunteer.joined + 3 < time.day && cast.take(volunteer.person, time.day, time.minute)) {
      return &volunteer;
    }
  }
  return nullptr;
}

void write_demo_review(const DemoPlan& plan, DemoStream& stream, DemoCast& cast,
                       const DemoRecord& record) {
  DemoRandom& random = stream.random();
  const int32_t day = record.served_day + random.between(1, 3);
  if (record.served_day > -4 || day >= 0 || random.chance(12)) return;
  const core::PersonId& by = random.chance(500) ? cast.reviewer : random.pick(cast.coordinators);
  const DemoTime time{day, random.between(15 * 60, 17 * 60)};
  const DemoTime later{day + 1, time.minute};
  const core::RecordApprove approve{record.record, record.minutes};
  if (random.chance(15)) {
    core::RecordReject reject{record.record, core::RejectReason::wrong_time, {}};
    reject.details = core::RecordPrivate{core::Note{random.pick(plan.reject_notes)}};
    stream.add(time, by, reject);
    if (day >= -2 || random.chance(500)) return;
    core::RecordAppeal appeal{record.record, {}};
    appeal.details = core::RecordPrivate{core::Note{random.pick(plan.appeal_notes)}};
    stream.add(later, record.volunteer, appeal);
    stream.add({day + 1, 18 * 60}, by, approve);
  } else {
    stream.add(time, by, approve);
  }
  cast.credited[record.volunteer.str()].push_back({day + 1, record.minutes});
}

void write_demo_activities(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  write_register(stream, cast);
  for (const DemoSeries& series : plan.series) SeriesWriter(plan, stream, cast, series).write();
}

}  // namespace linli::app
