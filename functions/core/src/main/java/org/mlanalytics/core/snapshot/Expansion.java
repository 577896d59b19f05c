package org.mlanalytics.core.snapshot;

import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_ID;
import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_NAME;
import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_SCORE;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_LEVEL;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.core.dataset.Column;

/** In which groups a row counts: the values that it has beside its own columns. */
public enum Expansion {
  /** Once, with its own columns alone. */
  NONE {
    @Override
    List<Map<Column, String>> of(LandedRow row) {
      return List.of(Map.of());
    }
  },

  /** Once for each theme; without themes once, with nulls. Pyspark_obs_domain_batch. */
  DOMAINS {
    @Override
    List<Map<Column, String>> of(LandedRow row) {
      List<Map<Column, String>> groups = new ArrayList<>();
      row.themes().forEach(theme -> groups.add(domain(theme)));
      return groups.isEmpty() ? List.of(Map.of()) : groups;
    }
  },

  /**
   * Once for each criterion of each theme that a criterion of the submission stands for, by its id
   * or its parent's; what nothing stands for, and a theme without criteria, once with null
   * criterion columns. Pyspark_obs_domain_criteria_batch; unlike there, a theme is not paired with
   * the criteria of others.
   */
  DOMAIN_CRITERIA {
    @Override
    List<Map<Column, String>> of(LandedRow row) {
      List<Map<Column, String>> groups = new ArrayList<>();
      for (Theme theme : row.themes()) {
        Map<Column, String> domain = domain(theme);
        if (theme.criteriaIds().isEmpty()) {
          groups.add(domain);
        }
        theme.criteriaIds().forEach(id -> addCriteria(groups, domain, id, row.criteria()));
      }
      return groups.isEmpty() ? List.of(Map.of()) : groups;
    }
  };

  /** The values of the columns that the row does not have itself; at least one set. */
  abstract List<Map<Column, String>> of(LandedRow row);

  private static Map<Column, String> domain(Theme theme) {
    Map<Column, String> values = new HashMap<>();
    values.put(DOMAIN_NAME, theme.name());
    values.put(DOMAIN_EXTERNAL_ID, theme.externalId());
    values.put(DOMAIN_LEVEL, theme.level());
    return values;
  }

  private static void addCriteria(
      List<Map<Column, String>> groups,
      Map<Column, String> domain,
      String criteriaId,
      List<Criterion> criteria) {
    boolean matched = false;
    for (Criterion criterion : criteria) {
      if (criterion.isMeantBy(criteriaId)) {
        Map<Column, String> values = new HashMap<>(domain);
        values.put(CRITERIA_NAME, criterion.name());
        values.put(CRITERIA_SCORE, criterion.score());
        values.put(CRITERIA_ID, criterion.id());
        groups.add(values);
        matched = true;
      }
    }
    if (!matched) {
      groups.add(domain);
    }
  }
}
