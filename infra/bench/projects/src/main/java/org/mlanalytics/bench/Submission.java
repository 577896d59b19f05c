package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.Document;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.snapshot.Snapshot;
import org.mlanalytics.core.snapshot.Snapshots;
import org.mlanalytics.core.status.Names;
import org.mlanalytics.core.status.ObservationStatusRules;
import org.mlanalytics.core.status.StatusSettings;
import org.mlanalytics.core.status.SurveyStatusRules;
import org.mlanalytics.local.data.SubmissionGenerator;

/** The kinds of submissions: how they are generated, extracted and counted. */
enum Submission {
  OBSERVATION(
      Datasets.SL_OBSERVATION_STATUS,
      List.of(
          Snapshots.OBSERVATION,
          Snapshots.OBSERVATION_DOMAIN,
          Snapshots.OBSERVATION_DOMAIN_CRITERIA)) {
    @Override
    Stream<Document> of(SubmissionGenerator generator) {
      return generator.observations();
    }

    @Override
    Landing.Rules rules(Names solutions, Names programs) {
      return new ObservationStatusRules(SETTINGS, solutions, programs)::transform;
    }
  },

  SURVEY(Datasets.ML_SURVEY_STATUS, List.of(Snapshots.SURVEY)) {
    @Override
    Stream<Document> of(SubmissionGenerator generator) {
      return generator.surveys();
    }

    @Override
    Landing.Rules rules(Names solutions, Names programs) {
      return new SurveyStatusRules(SETTINGS, solutions, programs)::transform;
    }
  };

  private static final StatusSettings SETTINGS = new StatusSettings("SHIKSHALOKAM", "sunbird-app");

  private final Dataset dataset;
  private final List<Snapshot> snapshots;

  Submission(Dataset dataset, List<Snapshot> snapshots) {
    this.dataset = dataset;
    this.snapshots = snapshots;
  }

  abstract Stream<Document> of(SubmissionGenerator generator);

  abstract Landing.Rules rules(Names solutions, Names programs);

  /** The kind whose plural this is. */
  static Submission named(String plural) {
    return Stream.of(values())
        .filter(kind -> kind.plural().equals(plural))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(plural));
  }

  /** {@code observations}, or {@code surveys}. */
  String plural() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }

  /** The dataset of the landed rows. */
  Dataset dataset() {
    return dataset;
  }

  /** What is counted of them. */
  List<Snapshot> snapshots() {
    return snapshots;
  }

  /** The rules, with the names beside a file of submissions. */
  Landing.Rules rules(Path file) throws IOException {
    Catalogue names = Catalogue.beside(file, name().toLowerCase(Locale.ROOT));
    return rules(new Names(names.solutions()), new Names(names.programs()));
  }
}
