#include "store/fold_attendance.h"

namespace linli::store {

// `state` is open (signed in), closed (both times make sense) or doubtful (signed out
// before in, or overlong). A second sign-in of one person to one session names the first
// in `duplicate_of`. Times that a coordinator corrected stay in attendance_earlier.
const char* const schema_attendance = R"sql(
CREATE TABLE attendance(
  attendance TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL,
  session TEXT,
  site TEXT,
  in_day INTEGER NOT NULL,
  in_minute INTEGER NOT NULL,
  in_method TEXT NOT NULL,
  in_helper TEXT,
  out_day INTEGER,
  out_minute INTEGER,
  out_method TEXT,
  out_helper TEXT,
  minutes INTEGER,
  state TEXT NOT NULL,
  duplicate_of TEXT,
  corrected INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX attendance_by_person ON attendance(person, in_day, in_minute);
CREATE INDEX attendance_by_session ON attendance(session, in_day, in_minute, attendance, person,
  duplicate_of)
  WHERE session IS NOT NULL;
CREATE INDEX attendance_unfinished ON attendance(in_day, in_minute, attendance)
  WHERE state <> 'closed' AND duplicate_of IS NULL;

CREATE TABLE attendance_earlier(
  operation TEXT PRIMARY KEY NOT NULL,
  attendance TEXT NOT NULL,
  in_day INTEGER NOT NULL,
  in_minute INTEGER NOT NULL,
  out_day INTEGER,
  out_minute INTEGER
) WITHOUT ROWID;
CREATE INDEX attendance_earlier_by_attendance ON attendance_earlier(attendance, operation);
)sql";

}  // namespace linli::store
