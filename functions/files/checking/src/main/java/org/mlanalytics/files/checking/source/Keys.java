package org.mlanalytics.files.checking.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.UnknownColumns;

/** Which field of a row the value of a JSON object's name is. */
public final class Keys {

  /** Names that no schema knows; no more than that are remembered. */
  private static final int MAX_UNKNOWN = 100;

  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final int maxNew;
  private final boolean refuseUnknown;
  private int size;

  private Keys(int maxNew, boolean refuseUnknown) {
    this.maxNew = maxNew;
    this.refuseUnknown = refuseUnknown;
  }

  /** The names and aliases of columns, in their order. */
  public static Keys of(List<Column> columns, UnknownColumns others) {
    Keys keys = new Keys(0, others != UnknownColumns.DROP);
    for (Column column : columns) {
      keys.places.put(column.name(), keys.size);
      column.aliases().forEach(alias -> keys.places.put(alias, keys.size));
      keys.size++;
    }
    return keys;
  }

  /** Takes names as they come, but for blank ones, up to a number of them. */
  public static Keys open(int maxNames) {
    return new Keys(maxNames, false);
  }

  /** The number of fields. */
  public int size() {
    return size;
  }

  /** The names that were taken as they came, in the order of their places. */
  public List<String> taken() {
    List<String> names = new ArrayList<>(places.keySet());
    names.sort((a, b) -> places.get(a) - places.get(b));
    return names;
  }

  /** Names without a place, as far as they were remembered. */
  public List<String> unknown() {
    return List.copyOf(unknown);
  }

  boolean refuseUnknown() {
    return refuseUnknown;
  }

  /** The place of a name, -1 when it has none. */
  int place(String name) {
    Integer place = places.get(name);
    if (place != null) {
      return place;
    }
    if (size < maxNew && !name.isBlank()) {
      places.put(name, size);
      return size++;
    }
    if (unknown.size() < MAX_UNKNOWN) {
      unknown.add(name);
    }
    return -1;
  }
}
