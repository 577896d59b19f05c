package org.mlanalytics.core.profile;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mlanalytics.core.source.Value;

/** What a user is: teacher, administrator... */
public final class UserTypes {

  private UserTypes() {}

  /**
   * The distinct types of {@code profileUserTypes} in the order in which they are first seen, nulls
   * left out: {@code ""} for an empty list, null if there is no list.
   *
   * @param userProfile may be missing
   */
  public static String joined(Value userProfile, String separator) {
    Value userTypes = userProfile.get("profileUserTypes");
    if (userTypes.isAbsent()) {
      return null;
    }
    Set<String> types = new LinkedHashSet<>();
    for (Value entry : userTypes.elements()) {
      String type = entry.get("type").text();
      if (type != null) {
        types.add(type);
      }
    }
    return String.join(separator, types);
  }
}
