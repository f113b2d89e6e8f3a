#include <algorithm>

#include "app/demo_cast.h"

namespace linli::app {
namespace {

constexpr int32_t first_need_day = -demo_days + 6;
constexpr int32_t last_need_day = 14;
constexpr int32_t last_days = -4;

class NeedWriter {
 public:
  NeedWriter(const DemoPlan& plan, DemoStream& stream, DemoCast& cast)
      : plan_(plan), stream_(stream), cast_(cast), random_(stream.random()) {
    for (size_t kind = 0; kind < plan.kinds.size(); ++kind) {
      kinds_.insert(kinds_.end(), static_cast<size_t>(plan.kinds[kind].weight), kind);
    }
  }

  void write(int32_t day) {
    publish(day);
    if (random_.chance(40)) {
      stream_.add({asked_day_, 900}, by_,
                  core::NeedCancel{need_.need, core::NeedCancelReason::recipient_cancelled});
      return;
    }
    if (random_.chance(25)) {
      stream_.add({asked_day_, 910}, by_,
                  core::NeedReferred{need_.need, random_.pick(cast_.organisations)});
      return;
    }
    // What is to come is half taken; of the last days some were left, of older ones none.
    const int32_t taken_permille = day > 0 ? 450 : day == 0 ? 600 : day > last_days ? 800 : 1000;
    for (int32_t place = 0; place < need_.head_count; ++place) {
      if (random_.chance(taken_permille)) take(day);
    }
  }

 private:
  void publish(int32_t day) {
    const DemoPerson& recipient = random_.pick(cast_.recipients);
    const size_t kind = kind_ = random_.pick(kinds_);
    by_ = cast_.coordinators[recipient.site % cast_.coordinators.size()];
    asked_day_ = std::min(std::max(day - random_.between(2, 8), first_need_day - 6), -1);
    need_ = core::NeedPublished();
    need_.need = stream_.new_id<core::NeedId>();
    need_.recipient = recipient.person;
    need_.service_kind = cast_.kinds[kind];
    need_.site = cast_.sites[recipient.site];
    need_.service_day = stream_.day(day);
    need_.from_minute = 30 * random_.between(17, 32);
    need_.minutes = plan_.kinds[kind].minutes;
    need_.head_count = random_.chance(150) ? 2 : 1;
    need_.channel = random_.chance(650) ? core::IntakeChannel::phone : core::IntakeChannel::visit;
    need_.wish = random_.chance(90);
    need_.paid_by_recipient = recipient.granted && random_.chance(250);
    core::NeedPrivate details;
    if (random_.chance(400)) details.note = core::Note{random_.pick(plan_.need_notes)};
    details.address =
        core::Note{random_.pick(plan_.streets) + "2-30" + std::to_string(random_.between(1, 4))};
    need_.details = details;
    stream_.add({asked_day_, random_.between(520, 640)}, by_, need_);
  }

  void take(int32_t day) {
    const DemoPerson* volunteer = take_volunteer(stream_, cast_, {day, need_.from_minute});
    for (int tries = 0; volunteer != nullptr && !fits(*volunteer) && tries < 6; ++tries) {
      volunteer = take_volunteer(stream_, cast_, {day, need_.from_minute});
    }
    if (volunteer == nullptr) return;
    const DemoTime time{std::max(asked_day_, std::min(day, 0) - random_.between(1, 2)),
                        random_.between(690, 1000)};
    const core::PersonId& person = volunteer->person;
    if (random_.chance(650)) {
      stream_.add(time, person, core::NeedClaim{need_.need, person});
    } else {
      stream_.add(time, by_, core::NeedDispatch{need_.need, person});
    }
    if (random_.chance(20)) {
      // Somebody else had the same idea on a device that was offline.
      const DemoPerson& late = random_.pick(cast_.volunteers);
      if (late.joined < time.day) {
        stream_.add({time.day, time.minute + 40}, late.person,
                    core::NeedClaim{need_.need, late.person});
      }
    }
    if (day > last_days && random_.chance(80) && time.day < day) {
      stream_.add({time.day, 1080}, person,
                  core::NeedRelease{need_.need, person, core::ReleaseReason::unwell});
      return;
    }
    if (day < 0) serve(day, person);
  }

  bool fits(const DemoPerson& volunteer) const {
    return volunteer.trained || !plan_.kinds[kind_].course;
  }

  void serve(int32_t day, const core::PersonId& person) {
    core::ServiceReported report;
    report.record = stream_.new_id<core::RecordId>();
    report.volunteer = person;
    report.source = core::RecordSource::need;
    report.need = need_.need;
    report.recipient = need_.recipient;
    report.service_kind = need_.service_kind;
    report.service_day = need_.service_day;
    report.from_minute = need_.from_minute;
    report.minutes = std::max(need_.minutes + 5 * random_.between(-3, 3), 15);
    report.people_served = 1;
    report.details = core::RecordPrivate{core::Note{random_.pick(plan_.service_notes)}};
    stream_.add({day, std::min(need_.from_minute + need_.minutes + 90, 1400)}, person, report);
    write_demo_review(plan_, stream_, cast_, {report.record, person, day, report.minutes});
    if (random_.chance(550)) {
      stream_.add({day, 1420}, by_, core::NeedRated{need_.need, random_.chance(800) ? 5 : 4});
    }
  }

  const DemoPlan& plan_;
  DemoStream& stream_;
  DemoCast& cast_;
  DemoRandom& random_;
  std::vector<size_t> kinds_;
  core::NeedPublished need_;
  core::PersonId by_;
  size_t kind_ = 0;
  int32_t asked_day_ = 0;
};

// Hours that were written down on paper and entered later wait for a second reviewer.
void write_back_entries(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  DemoRandom& random = stream.random();
  for (int i = 0; i < 6; ++i) {
    const int32_t day = random.between(-40, -12);
    const DemoPerson* volunteer = take_volunteer(stream, cast, {day, 13 * 60});
    if (volunteer == nullptr) continue;
    core::ServiceReported report;
    report.record = stream.new_id<core::RecordId>();
    report.volunteer = volunteer->person;
    report.source = core::RecordSource::back_entry;
    report.service_kind = cast.kinds[1];
    report.service_day = stream.day(day);
    report.from_minute = 13 * 60;
    report.minutes = 90;
    report.details = core::RecordPrivate{core::Note{random.pick(plan.service_notes)}};
    stream.add({-8, 600 + i}, cast.coordinators[0], report);
    stream.add({-7, 600 + i}, cast.coordinators[0], core::RecordApprove{report.record, 90});
    if (i < 3) stream.add({-6, 600 + i}, cast.reviewer, core::RecordApprove{report.record, 90});
  }
}

}  // namespace

void write_demo_needs(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  NeedWriter writer(plan, stream, cast);
  for (int32_t day = first_need_day; day <= last_need_day; ++day) {
    const int32_t needs = day == 0 ? 9 : stream.random().between(1, day > 0 ? 3 : 4);
    for (int32_t i = 0; i < needs; ++i) writer.write(day);
  }
  write_back_entries(plan, stream, cast);
}

}  // namespace linli::app
