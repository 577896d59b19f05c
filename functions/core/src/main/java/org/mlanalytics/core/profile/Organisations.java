package org.mlanalytics.core.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/**
 * The organisations of a user that are no schools. Every row is repeated for each of them, because
 * dashboards filter by organisation; whoever adds up rows of several organisations counts a user of
 * two of them twice.
 */
public final class Organisations {

  private Organisations() {}

  /**
   * The entries of {@code organisations} whose {@code isSchool} is false, in their order, each pair
   * of id and name once. Nothing else of the other entries is read.
   *
   * @param userProfile may be missing
   */
  public static List<Organisation> of(Value userProfile) {
    Set<Organisation> organisations = new LinkedHashSet<>();
    for (Value entry : userProfile.get("organisations").elements()) {
      if (Boolean.FALSE.equals(entry.get("isSchool").flag())) {
        organisations.add(
            new Organisation(entry.get("organisationId").text(), entry.get("orgName").text()));
      }
    }
    return new ArrayList<>(organisations);
  }

  /**
   * The same, but each id once; the first entry counts. A missing id is the empty one.
   *
   * @param userProfile may be missing
   */
  public static List<Organisation> distinctById(Value userProfile) {
    Map<String, Organisation> byId = new LinkedHashMap<>();
    for (Organisation organisation : of(userProfile)) {
      byId.putIfAbsent(Texts.orEmpty(organisation.id()), organisation);
    }
    return new ArrayList<>(byId.values());
  }
}
