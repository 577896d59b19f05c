package org.mlanalytics.core.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bson.BsonDocument;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.source.Value;

/** Projects and their rules as the tests use them. */
public final class Projects {

  static final ProjectRules RULES =
      new ProjectRules(new ProjectSettings("https://cdn.example.org/samiksha/", "SHIKSHALOKAM"));

  private Projects() {}

  /** A fresh copy of a project in which every path that a rule reads has a value. */
  public static BsonDocument complete() {
    return BsonDocument.parse(Resources.text(Resources.path("projects/complete.json")));
  }

  static List<BsonDocument> sample() {
    return Bson.documents(Resources.text(Resources.path("golden/projects/sample.documents.json")));
  }

  public static CollectedRows sink() {
    return new CollectedRows(Datasets.SL_PROJECT);
  }

  public static Outcome transform(BsonDocument project, RowSink sink) {
    return transform(Bson.value(project), sink);
  }

  static Outcome transform(Value project, RowSink sink) {
    try {
      return RULES.transform(project, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a project that is expected to have some. */
  static CollectedRows rows(BsonDocument project) {
    CollectedRows rows = sink();
    Outcome outcome = transform(project, rows);
    if (!outcome.equals(new Outcome.Rows(rows.rows().size()))) {
      throw new AssertionError(outcome + " with " + rows.rows().size() + " rows");
    }
    return rows;
  }
}
