package org.mlanalytics.core.project;

import static org.mlanalytics.core.dataset.SlProject.BLOCK_CODE;
import static org.mlanalytics.core.dataset.SlProject.BLOCK_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlProject.BLOCK_NAME;
import static org.mlanalytics.core.dataset.SlProject.CLUSTER_CODE;
import static org.mlanalytics.core.dataset.SlProject.CLUSTER_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlProject.CLUSTER_NAME;
import static org.mlanalytics.core.dataset.SlProject.DISTRICT_CODE;
import static org.mlanalytics.core.dataset.SlProject.DISTRICT_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlProject.DISTRICT_NAME;
import static org.mlanalytics.core.dataset.SlProject.SCHOOL_CODE;
import static org.mlanalytics.core.dataset.SlProject.SCHOOL_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlProject.SCHOOL_NAME;
import static org.mlanalytics.core.dataset.SlProject.STATE_CODE;
import static org.mlanalytics.core.dataset.SlProject.STATE_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlProject.STATE_NAME;
import static org.mlanalytics.core.profile.LocationType.BLOCK;
import static org.mlanalytics.core.profile.LocationType.CLUSTER;
import static org.mlanalytics.core.profile.LocationType.DISTRICT;
import static org.mlanalytics.core.profile.LocationType.SCHOOL;
import static org.mlanalytics.core.profile.LocationType.STATE;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.profile.Boards;
import org.mlanalytics.core.profile.Location;
import org.mlanalytics.core.profile.Locations;
import org.mlanalytics.core.profile.Organisation;
import org.mlanalytics.core.profile.Organisations;
import org.mlanalytics.core.profile.UserTypes;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** The columns of a project that come from its user's profile. */
final class UserColumns {

  private static final byte[] NO_ORGANISATION = {};

  private UserColumns() {}

  static void write(Value userProfile, RowWriter row) {
    row.put(SlProject.CHANNEL, userProfile.get("rootOrgId").text())
        .put(SlProject.BOARD_NAME, Texts.orEmpty(Boards.joined(userProfile)))
        .put(SlProject.USER_TYPE, Texts.orEmpty(UserTypes.joined(userProfile, ",")));
    writeLocations(Locations.of(userProfile), row);
  }

  /** The columns of each organisation, to be spliced into its copies of the rows; at least one. */
  static List<byte[]> organisations(Value userProfile, RowWriter row) {
    List<byte[]> parts = new ArrayList<>();
    int mark = row.mark();
    for (Organisation organisation : Organisations.of(userProfile)) {
      row.put(SlProject.ORGANISATION_ID, organisation.id())
          .put(SlProject.ORGANISATION_NAME, organisation.name());
      parts.add(row.cut(mark));
    }
    return parts.isEmpty() ? List.of(NO_ORGANISATION) : parts;
  }

  private static void writeLocations(Locations of, RowWriter row) {
    write(row, of.type(STATE), STATE_EXTERNAL_ID, STATE_NAME, STATE_CODE);
    write(row, of.type(DISTRICT), DISTRICT_EXTERNAL_ID, DISTRICT_NAME, DISTRICT_CODE);
    write(row, of.type(BLOCK), BLOCK_EXTERNAL_ID, BLOCK_NAME, BLOCK_CODE);
    write(row, of.type(CLUSTER), CLUSTER_EXTERNAL_ID, CLUSTER_NAME, CLUSTER_CODE);
    write(row, of.type(SCHOOL), SCHOOL_EXTERNAL_ID, SCHOOL_NAME, SCHOOL_CODE);
  }

  private static void write(RowWriter row, Location location, Column id, Column name, Column code) {
    row.put(id, location.id()).put(name, location.name()).put(code, location.code());
  }
}
