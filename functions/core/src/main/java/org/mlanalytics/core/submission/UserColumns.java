package org.mlanalytics.core.submission;

import java.util.Map;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.profile.Boards;
import org.mlanalytics.core.profile.Location;
import org.mlanalytics.core.profile.LocationType;
import org.mlanalytics.core.profile.Locations;
import org.mlanalytics.core.profile.UserTypes;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The columns that come from the user's profile. */
final class UserColumns {

  private final Value userProfile;
  private final ExtraKeys extras;
  private final RowWriter row;

  UserColumns(Value userProfile, ExtraKeys extras, RowWriter row) {
    this.userProfile = userProfile;
    this.extras = extras;
    this.row = row;
  }

  /**
   * Writes them.
   *
   * @param board the column of the boards
   * @param names the columns of the locations' names
   * @param nameKey the key of the name of a location without a column; {@code %s} is its type
   */
  void write(Column board, Map<LocationType, Column> names, String nameKey) {
    row.put(QuestionColumns.CHANNEL, userProfile.get("rootOrgId").text())
        .put(board, Boards.joined(userProfile))
        .put(QuestionColumns.USER_TYPE, UserTypes.joined(userProfile, ", "));
    Locations.ofAllTypes(userProfile)
        .forEach(
            (type, location) ->
                LocationType.named(type)
                    .ifPresentOrElse(
                        known -> write(location, names, known),
                        () -> writeExtra(location, nameKey, type)));
  }

  private void write(Location location, Map<LocationType, Column> names, LocationType type) {
    row.put(names.get(type), location.name())
        .put(QuestionColumns.LOCATION_EXTERNAL_ID.get(type), location.id())
        .put(QuestionColumns.LOCATION_CODE.get(type), location.code());
  }

  private void writeExtra(Location location, String nameKey, String type) {
    extras.put(nameKey.replace("%s", type), location.name());
    extras.put(type + "_externalId", location.id());
    extras.put(type + "_code", location.code());
  }
}
