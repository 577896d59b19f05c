package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.ColumnType;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.FileDatasets;

/**
 * Druid's ingestion specification of a dataset: native batch ({@code index_parallel}) that replaces
 * one explicit interval. No roll-up, so that row counts are exact; the first bad row fails the
 * task, so that no row is dropped in silence.
 */
public final class IngestionSpec {

  /** Druid's interval of all time. */
  public static final String ETERNITY =
      "-146136543-09-08T08:23:32.096Z/146140482-04-24T15:36:27.903Z";

  private static final ObjectMapper JSON = new ObjectMapper();

  private IngestionSpec() {}

  /**
   * The task that replaces an interval of a dataset.
   *
   * @param inputSource what Druid reads, as the object store describes it
   */
  public static ObjectNode replace(
      Dataset dataset,
      String interval,
      String taskId,
      Map<String, Object> inputSource,
      int maxSubTasks) {
    ObjectNode task = JSON.createObjectNode().put("type", "index_parallel").put("id", taskId);
    ObjectNode spec = task.putObject("spec");
    spec.set("dataSchema", dataSchema(dataset, interval));
    ObjectNode io = spec.putObject("ioConfig").put("type", "index_parallel");
    io.set("inputSource", JSON.valueToTree(inputSource));
    io.putObject("inputFormat").put("type", "json");
    io.put("appendToExisting", false).put("dropExisting", true);
    ObjectNode tuning =
        spec.putObject("tuningConfig")
            .put("type", "index_parallel")
            .put("maxNumConcurrentSubTasks", maxSubTasks)
            .put("maxParseExceptions", 0);
    tuning.putObject("partitionsSpec").put("type", "dynamic");
    return task;
  }

  /** The task that removes the unused segments of an interval for good. */
  public static ObjectNode kill(String dataset, String interval, String taskId) {
    return JSON.createObjectNode()
        .put("type", "kill")
        .put("id", taskId)
        .put("dataSource", dataset)
        .put("interval", interval);
  }

  private static void dimensions(Dataset dataset, ArrayNode dimensions) {
    for (Column column : dataset.columns(ColumnRole.PUBLISHED)) {
      dimensions
          .addObject()
          .put("type", column.type() == ColumnType.LONG ? "long" : "string")
          .put("name", column.name());
    }
  }

  private static ObjectNode dataSchema(Dataset dataset, String interval) {
    ObjectNode schema = JSON.createObjectNode().put("dataSource", dataset.name());
    schema
        .putObject("timestampSpec")
        .put("column", dataset.timeColumn().name())
        .put("format", "auto");
    ObjectNode dimensionsSpec = schema.putObject("dimensionsSpec");
    if (FileDatasets.isFile(dataset.name())) {
      dimensionsSpec.put("useSchemaDiscovery", true);
    } else {
      dimensions(dataset, dimensionsSpec.putArray("dimensions"));
    }
    schema.putArray("metricsSpec");
    schema
        .putObject("granularitySpec")
        .put("type", "uniform")
        .put("segmentGranularity", dataset.segmentGranularity().name())
        .put("queryGranularity", dataset.queryGranularity().name())
        .put("rollup", false)
        .putArray("intervals")
        .add(interval);
    return schema;
  }
}
