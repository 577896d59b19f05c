package org.mlanalytics.core.status;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.core.dataset.ProfileColumns;
import org.mlanalytics.core.profile.UserColumns;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Visibility;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/** What the rules of observation and survey submissions share. */
final class StatusRules {

  private StatusRules() {}

  /** The columns that are a kind's own; says why a sound submission is put aside. */
  @FunctionalInterface
  interface OwnColumns {
    Optional<Outcome> write(Value submission, RowWriter row);
  }

  /**
   * Sends a row for each organisation of the user, or none. Of several things that are wrong,
   * filtered goes before malformed, and that before what the columns exclude.
   */
  static Outcome transform(Value submission, String parentChannel, OwnColumns columns, RowSink sink)
      throws IOException {
    RowWriter row = new RowWriter();
    List<byte[]> organisations;
    try {
      Optional<Outcome> filtered =
          Visibility.filtered(submission.get("isAPrivateProgram"), submission.get("deleted"));
      if (filtered.isPresent()) {
        return filtered.get();
      }
      Value userProfile = submission.get("userProfile");
      Optional<Outcome> excluded = columns.write(submission, row);
      row.put(ProfileColumns.PARENT_CHANNEL, parentChannel);
      UserColumns.write(userProfile, row);
      organisations = UserColumns.organisations(userProfile, row);
      if (excluded.isPresent()) {
        return excluded.get();
      }
    } catch (RuleViolation violation) {
      return Outcome.Rejected.malformed(violation);
    }
    int common = row.mark();
    for (byte[] organisation : organisations) {
      row.splice(organisation).send(sink);
      row.rewind(common);
    }
    return new Outcome.Rows(organisations.size());
  }
}
