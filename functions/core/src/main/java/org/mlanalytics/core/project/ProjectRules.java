package org.mlanalytics.core.project;

import java.io.IOException;
import java.util.List;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.source.Value;

/** Turns a project into rows of {@code sl-project}. */
public final class ProjectRules {

  /** The fields of a project that the rules read; nothing else needs to leave the database. */
  public static final List<String> SOURCE_FIELDS = List.of("_id");

  public ProjectRules(ProjectSettings settings) {}

  /** Transforms. */
  public Outcome transform(Value project, RowSink sink) throws IOException {
    return new Outcome.Filtered("private");
  }
}
