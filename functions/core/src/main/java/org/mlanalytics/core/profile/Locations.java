package org.mlanalytics.core.profile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** The locations of a user, one of each type. */
public final class Locations {

  private final Map<LocationType, Location> byType = new EnumMap<>(LocationType.class);

  private Locations() {}

  /**
   * Reads {@code userLocations}: the first entry of each type counts. Only the type of the other
   * entries is read.
   *
   * @param userProfile may be missing
   */
  public static Locations of(Value userProfile) {
    Locations locations = new Locations();
    for (Value entry : userProfile.get("userLocations").elements()) {
      Optional<LocationType> type = LocationType.named(entry.get("type").text());
      if (type.isPresent() && !locations.byType.containsKey(type.get())) {
        locations.byType.put(type.get(), Location.of(entry));
      }
    }
    return locations;
  }

  /**
   * The same, but every type that has a name, also those without columns.
   *
   * @param userProfile may be missing
   * @return in the order in which the types are first seen
   */
  public static Map<String, Location> ofAllTypes(Value userProfile) {
    Map<String, Location> locations = new LinkedHashMap<>();
    for (Value entry : userProfile.get("userLocations").elements()) {
      String type = entry.get("type").text();
      if (Texts.isPresent(type) && !locations.containsKey(type)) {
        locations.put(type, Location.of(entry));
      }
    }
    return locations;
  }

  /** The location of that type, {@link Location#UNKNOWN} if there is none. */
  public Location type(LocationType type) {
    return byType.getOrDefault(type, Location.UNKNOWN);
  }
}
