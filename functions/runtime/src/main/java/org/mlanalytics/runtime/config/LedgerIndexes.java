package org.mlanalytics.runtime.config;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Map;

/** The collections of the ledger and their indexes, declared in one place: every query has one. */
public final class LedgerIndexes {

  /** Runs: one document for each identity. */
  public static final String RUNS = "runs";

  /** Pipelines: one document for each area and business date. */
  public static final String PIPELINES = "pipelines";

  /** Documents that were put aside. */
  public static final String REJECTS = "rejects";

  /** Publications: one document for each dataset and interval. */
  public static final String PUBLICATIONS = "publications";

  /** Stream functions: one document for each function, partition, hour and process. */
  public static final String STREAM_RUNS = "streamRuns";

  /** Requests for files: one document for each. */
  public static final String FILE_REQUESTS = "fileRequests";

  /** Callbacks of requests for files: one document for each request that has one. */
  public static final String FILE_CALLBACKS = "fileCallbacks";

  /** The server's time: one document. */
  public static final String CLOCK = "clock";

  private static final Map<String, List<IndexModel>> ALL =
      Map.of(
          RUNS,
          List.of(
              new IndexModel(Indexes.ascending("id"), new IndexOptions().unique(true)),
              new IndexModel(Indexes.ascending("pipeline", "function")),
              new IndexModel(Indexes.ascending("state", "lease.until")),
              new IndexModel(Indexes.ascending("outbox.id")),
              new IndexModel(Indexes.ascending("businessDate", "function")),
              new IndexModel(Indexes.ascending("function", "scope", "dataset", "businessDate"))),
          PIPELINES,
          List.of(
              new IndexModel(Indexes.ascending("area", "businessDate")),
              new IndexModel(Indexes.ascending("updatedAt"))),
          REJECTS,
          List.of(new IndexModel(Indexes.ascending("run"))),
          PUBLICATIONS,
          List.of(new IndexModel(Indexes.ascending("dataset", "last.order"))),
          STREAM_RUNS,
          List.of(new IndexModel(Indexes.ascending("hour", "function"))),
          FILE_REQUESTS,
          List.of(
              new IndexModel(Indexes.ascending("tenant", "acceptedAt")),
              new IndexModel(Indexes.ascending("acceptedAt"))),
          FILE_CALLBACKS,
          List.of(new IndexModel(Indexes.ascending("tenant", "dueAt"))),
          CLOCK,
          List.of());

  private LedgerIndexes() {}

  /** The indexes of a collection. */
  public static List<IndexModel> of(String collection) {
    return ALL.get(collection);
  }
}
