package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The columns of the theme and criterion that a question belongs to, written once for each. */
final class DomainColumns {

  private static final String CRITERIA = "criteria";

  private final ThemeTree tree;
  private final Map<String, ThemeResult> themes;
  private final Map<String, CriterionResult> criteria;
  private final Map<String, byte[]> parts = new HashMap<>();

  /** Reads {@code themes} and {@code criteria} of the submission. */
  DomainColumns(ThemeTree tree, Value submission) {
    this.tree = tree;
    this.themes = ThemeResult.byExternalId(submission.get("themes"));
    this.criteria = CriterionResult.byId(submission.get("criteria"));
  }

  /** Writes them; nothing if no theme of the solution contains the criterion. */
  void write(String criteriaId, RowWriter row) {
    Optional<ThemeTree.Place> place = tree.place(criteriaId);
    if (place.isPresent()) {
      row.splice(parts.computeIfAbsent(criteriaId, id -> part(id, place.get(), row)));
    }
  }

  private byte[] part(String criteriaId, ThemeTree.Place place, RowWriter row) {
    int mark = row.mark();
    ThemeResult theme = themes.getOrDefault(place.domainExternalId(), ThemeResult.NONE);
    row.put(SlObservation.DOMAIN_NAME, place.domainName())
        .put(SlObservation.DOMAIN_EXTERNAL_ID, place.domainExternalId())
        .put(SlObservation.DOMAIN_LEVEL, theme.level())
        .put(SlObservation.DOMAIN_SCORE, theme.score())
        .put(SlObservation.ANCESTOR_NAME, place.holderName())
        .put(SlObservation.CHILD_TYPE, CRITERIA)
        .put(SlObservation.CHILD_EXTERNALID, criteriaId);
    criteria.getOrDefault(criteriaId, CriterionResult.ABSENT).writeTo(row);
    return row.cut(mark);
  }
}
