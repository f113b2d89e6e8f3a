// Folds what founds and describes a branch: replicas, staff, sites, teams, kinds of
// service. It must never trust a replica or an invite that the order does not show.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_space;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::SpaceFounded& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::ReplicaEnrolled& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::ReplicaRevoked& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::InviteCreated& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::StaffAppointed& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::StaffDismissed& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::OrganisationRegistered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::SiteRegistered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RoomRegistered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::TeamRegistered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::TeamJoined& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::TeamLeft& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::ServiceKindDefined& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CampaignOpened& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::FlagResolved& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RefusalSeen& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::ImportUndone& body);

}  // namespace linli::store
