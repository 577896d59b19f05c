package org.mlanalytics.core.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.source.Value;

/** The two kinds of submissions and their rules as the tests use them. */
public enum Submissions {
  OBSERVATIONS(
      "observations", Datasets.SL_OBSERVATION_STATUS, ObservationStatusRules.SOURCE_FIELDS) {
    @Override
    Outcome rules(Value submission, RowSink sink) throws IOException {
      return new ObservationStatusRules(SETTINGS, names("solutions", "observation"), PROGRAMS)
          .transform(submission, sink);
    }
  },
  SURVEYS("surveys", Datasets.ML_SURVEY_STATUS, SurveyStatusRules.SOURCE_FIELDS) {
    @Override
    Outcome rules(Value submission, RowSink sink) throws IOException {
      return new SurveyStatusRules(SETTINGS, names("solutions", "survey"), PROGRAMS)
          .transform(submission, sink);
    }
  };

  private static final StatusSettings SETTINGS =
      new StatusSettings("SHIKSHALOKAM", "sunbirdsurvey");
  private static final Names PROGRAMS = names("programs", null);

  private final String folder;
  private final Dataset dataset;
  private final List<String> sourceFields;

  Submissions(String folder, Dataset dataset, List<String> sourceFields) {
    this.folder = folder;
    this.dataset = dataset;
    this.sourceFields = sourceFields;
  }

  abstract Outcome rules(Value submission, RowSink sink) throws IOException;

  String folder() {
    return folder;
  }

  List<String> sourceFields() {
    return sourceFields;
  }

  public CollectedRows sink() {
    return new CollectedRows(dataset);
  }

  Outcome transform(Value submission, RowSink sink) {
    try {
      return rules(submission, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Outcome transform(BsonDocument submission, RowSink sink) {
    return transform(Bson.value(submission), sink);
  }

  /** A fresh copy of a submission in which every path that a rule reads has a value. */
  public BsonDocument complete() {
    return BsonDocument.parse(
        Resources.text(Resources.path("status/" + folder + ".complete.json")));
  }

  String paths() {
    return "status/" + folder + ".paths.csv";
  }

  private static Names names(String collection, String type) {
    Map<String, String> names = new HashMap<>();
    for (BsonDocument d :
        Bson.documents(Resources.text(Resources.path("status/" + collection + ".json")))) {
      if (type == null || d.getString("type").getValue().equals(type)) {
        names.put(d.getObjectId("_id").getValue().toHexString(), d.getString("name").getValue());
      }
    }
    return new Names(names);
  }
}
