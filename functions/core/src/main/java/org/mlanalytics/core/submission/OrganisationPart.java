package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.profile.Organisation;
import org.mlanalytics.core.profile.Organisations;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/**
 * An organisation whose copy of a row is published.
 *
 * @param id its part of the record key, null for none
 * @param columns to be spliced into its rows
 */
record OrganisationPart(String id, byte[] columns) {

  private static final OrganisationPart NONE = new OrganisationPart(null, new byte[0]);

  /**
   * One for each organisation of the user that is no school. Every row is repeated for each of
   * them, because dashboards filter by organisation; whoever adds up rows of several organisations
   * counts an answer twice. One without columns if there is no organisation.
   */
  static List<OrganisationPart> listOf(Value userProfile, RowWriter row) {
    List<OrganisationPart> parts = new ArrayList<>();
    int mark = row.mark();
    for (Organisation organisation : Organisations.distinctById(userProfile)) {
      row.put(QuestionColumns.ORGANISATION_ID, organisation.id())
          .put(QuestionColumns.ORGANISATION_NAME, organisation.name());
      parts.add(new OrganisationPart(organisation.id(), row.cut(mark)));
    }
    return parts.isEmpty() ? List.of(NONE) : parts;
  }
}
