package org.mlanalytics.core.profile;

import static org.mlanalytics.core.dataset.ProfileColumns.BLOCK_CODE;
import static org.mlanalytics.core.dataset.ProfileColumns.BLOCK_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.ProfileColumns.BLOCK_NAME;
import static org.mlanalytics.core.dataset.ProfileColumns.CLUSTER_CODE;
import static org.mlanalytics.core.dataset.ProfileColumns.CLUSTER_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.ProfileColumns.CLUSTER_NAME;
import static org.mlanalytics.core.dataset.ProfileColumns.DISTRICT_CODE;
import static org.mlanalytics.core.dataset.ProfileColumns.DISTRICT_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.ProfileColumns.DISTRICT_NAME;
import static org.mlanalytics.core.dataset.ProfileColumns.SCHOOL_CODE;
import static org.mlanalytics.core.dataset.ProfileColumns.SCHOOL_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.ProfileColumns.SCHOOL_NAME;
import static org.mlanalytics.core.dataset.ProfileColumns.STATE_CODE;
import static org.mlanalytics.core.dataset.ProfileColumns.STATE_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.ProfileColumns.STATE_NAME;
import static org.mlanalytics.core.profile.LocationType.BLOCK;
import static org.mlanalytics.core.profile.LocationType.CLUSTER;
import static org.mlanalytics.core.profile.LocationType.DISTRICT;
import static org.mlanalytics.core.profile.LocationType.SCHOOL;
import static org.mlanalytics.core.profile.LocationType.STATE;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ProfileColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** The columns of a document that come from its user's profile. */
public final class UserColumns {

  private static final byte[] NO_ORGANISATION = {};

  private UserColumns() {}

  /**
   * Writes channel, boards, user types and locations.
   *
   * @param userProfile may be missing
   */
  public static void write(Value userProfile, RowWriter row) {
    row.put(ProfileColumns.CHANNEL, userProfile.get("rootOrgId").text())
        .put(ProfileColumns.BOARD_NAME, Texts.orEmpty(Boards.joined(userProfile)))
        .put(ProfileColumns.USER_TYPE, Texts.orEmpty(UserTypes.joined(userProfile, ",")));
    writeLocations(Locations.of(userProfile), row);
  }

  /** The columns of each organisation, to be spliced into its copies of the rows; at least one. */
  public static List<byte[]> organisations(Value userProfile, RowWriter row) {
    List<byte[]> parts = new ArrayList<>();
    int mark = row.mark();
    for (Organisation organisation : Organisations.of(userProfile)) {
      row.put(ProfileColumns.ORGANISATION_ID, organisation.id())
          .put(ProfileColumns.ORGANISATION_NAME, organisation.name());
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
