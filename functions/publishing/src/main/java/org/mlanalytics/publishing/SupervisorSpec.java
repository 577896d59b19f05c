package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.ColumnType;
import org.mlanalytics.core.dataset.Dataset;

/**
 * Druid's specification of the supervisor that reads the rows of a stream dataset from a topic, as
 * the existing installations have it. Druid reads committed records only, and remembers in its own
 * metadata how far it is.
 */
public final class SupervisorSpec {

  private static final String MEASURE = "questionResponseLabel_number";
  private static final String METRIC = "question_response_number";

  private static final ObjectMapper JSON = new ObjectMapper();

  private SupervisorSpec() {}

  /**
   * The supervisor of a dataset, to be sent to {@code POST /druid/indexer/v1/supervisor}.
   *
   * @param bootstrapServers as Druid reaches the brokers
   */
  public static ObjectNode kafka(Dataset dataset, String topic, String bootstrapServers) {
    ObjectNode supervisor = JSON.createObjectNode().put("type", "kafka");
    ObjectNode spec = supervisor.putObject("spec");
    spec.set("dataSchema", dataSchema(dataset));
    ObjectNode io =
        spec.putObject("ioConfig")
            .put("type", "kafka")
            .put("topic", topic)
            .put("useEarliestOffset", true)
            .put("taskCount", 1)
            .put("replicas", 1)
            .put("taskDuration", "PT14400S");
    io.putObject("inputFormat").put("type", "json");
    io.putObject("consumerProperties").put("bootstrap.servers", bootstrapServers);
    spec.putObject("tuningConfig").put("type", "kafka").put("reportParseExceptions", false);
    return supervisor;
  }

  private static ObjectNode dataSchema(Dataset dataset) {
    ObjectNode schema = JSON.createObjectNode().put("dataSource", dataset.name());
    schema
        .putObject("timestampSpec")
        .put("column", dataset.timeColumn().name())
        .put("format", "auto");
    ArrayNode dimensions = schema.putObject("dimensionsSpec").putArray("dimensions");
    for (Column column : dataset.columns(ColumnRole.PUBLISHED)) {
      dimensions.addObject().put("type", type(column.type())).put("name", column.name());
    }
    ArrayNode metrics = schema.putArray("metricsSpec");
    if (dataset.column(MEASURE).isPresent()) {
      metrics.addObject().put("type", "floatSum").put("name", METRIC).put("fieldName", MEASURE);
    }
    schema
        .putObject("granularitySpec")
        .put("type", "uniform")
        .put("segmentGranularity", dataset.segmentGranularity().name())
        .put("queryGranularity", dataset.queryGranularity().name())
        .put("rollup", false);
    return schema;
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case LONG -> "long";
      case FLOAT -> "float";
      case TEXT, SCALAR, BOOLEAN, LIST -> "string";
    };
  }
}
